"""The accounts of the demo world, shown by `make up` and on the demo's sign-in page."""

from dataclasses import dataclass

PASSWORD = "lantern-over-ice-2026"  # noqa: S105 - of invented people, on a portal that answers only this machine


@dataclass(frozen=True)
class Account:
    """One demo account: `grants` are (role, mandate, country); empty means every mandate, every country."""

    email: str
    name: str
    organisation: str
    language: str
    who: str
    grants: tuple[tuple[str, str, str], ...]


ACCOUNTS = (
    Account("aino@iom.example", "Aino Lehtonen", "iom-finland", "en", "officer, resettlement",
            (("officer", "resettlement", ""),)),
    Account("bilal@iom.example", "Bilal Demir", "iom-finland", "en", "officer, returns",
            (("officer", "returns", ""),)),
    Account("noor@iom.example", "Noor Haddad", "iom-finland", "en", "officer, returns; the second hand on cash",
            (("officer", "returns", ""),)),
    Account("tuuli@iom.example", "Tuuli Saarinen", "iom-finland", "en", "travel officer, all mandates",
            (("travel", "", ""),)),
    Account("lead@iom.example", "Sigrún Halldórsdóttir", "iom-finland", "en", "team lead, resettlement",
            (("lead", "resettlement", ""),)),
    Account("returns.lead@iom.example", "Salla Virtanen", "iom-finland", "en", "team lead, returns",
            (("lead", "returns", ""),)),
    Account("finance@iom.example", "Minna Koskela", "iom-finland", "en", "finance approver, returns",
            (("finance", "returns", ""),)),
    Account("admin@iom.example", "Anders Ek", "iom-finland", "en", "administrator",
            (("administrator", "", ""),)),
    Account("admin2@iom.example", "Ragnhild Moe", "iom-finland", "en", "administrator, who confirms roles",
            (("administrator", "", ""),)),
    Account("auditor@iom.example", "Outi Nieminen", "iom-finland", "fi", "data protection officer",
            (("auditor", "", ""),)),
    Account("liaison@migri.example", "Marjut Salmela", "migri", "fi", "liaison, Finnish Immigration Service",
            (("liaison", "", ""),)),
    Account("liaison@migrationsverket.example", "Lars Öberg", "migrationsverket", "sv",
            "liaison, Swedish Migration Agency", (("liaison", "", ""),)),
    Account("liaison@utl.example", "Þóra Einarsdóttir", "utl", "is", "liaison, Icelandic Directorate of Immigration",
            (("liaison", "", ""),)),
    Account("partner@jyvaskyla.example", "Heidi Ranta", "jyvaskyla", "fi", "partner, City of Jyväskylä",
            (("partner", "", ""),)),
    Account("partner@joutseno.example", "Kerttu Laine", "joutseno", "fi", "partner, Joutseno reception centre",
            (("partner", "", ""),)),
    Account("partner@coordinator.example", "Elsa Lindgren", "coordinator-stockholm", "sv",
            "regional coordinator, Stockholm", (("partner", "", ""),)),
    Account("partner@redcross.example", "Mikael Holm", "red-cross-fi", "fi", "partner, Finnish Red Cross",
            (("partner", "", ""),)),
    Account("partner@iom-erbil.example", "Rana Aziz", "iom-erbil", "en", "partner, IOM Erbil",
            (("partner", "", ""),)),
    Account("plans@iom-baghdad.example", "Sura Al-Khafaji", "iom-baghdad", "en", "reintegration, IOM Baghdad",
            (("partner", "", ""),)),
    Account("plans@iom-hargeisa.example", "Hodan Cabdi", "iom-hargeisa", "en", "reintegration, IOM Hargeisa",
            (("partner", "", ""),)),
)  # fmt: skip

"""The EU Reintegration Programme: on its own and in Iceland."""

from tests.returns.worked_cases.table import adult, alone, case, child, earlier

EU, IS = "EURP", "IS-EURP"
PARTNER = {"eurp_partner_country": True}


def eu(title: str, leaves: str, *persons: dict, to: str = "NGA", flags: dict = PARTNER, **rest):
    return case(title, EU, *persons, to=to, leaves=leaves, flags=flags, **rest)


def icelandic(title: str, decided: str, *persons: dict, to: str = "VEN", **rest):
    return case(title, IS, *persons, to=to, decided=decided, **rest)


CASES = [
    eu("adult, voluntary", "2025-05-05", gives=2615, lines=[("EU-001", 615), ("EU-002", 2000)],
       says="up to 2,000 EUR", source="S107"),
    eu("adult, forced", "2025-05-05", flags=PARTNER | {"voluntary": False}, gives=1205,
       lines=[("EU-004", 205), ("EU-005", 1000)], source="S107"),
    eu("first day of the programme", "2022-04-01", gives=2615, lines=[("EU-001", 615), ("EU-002", 2000)],
       says="in force from 1.4.2022", source="S107"),
    eu("the day before", "2022-03-31", asks="no_rule_for_date"),
    eu("no partner country", "2025-05-05", flags={"eurp_partner_country": False}, refuses="not_a_partner_country"),
    eu("partner country not known", "2025-05-05", flags={}, asks="partner_country_not_known"),
    eu("a spouse: 2,000 or 1,000", "2025-05-05", adult(), adult(), asks="package_per_person_or_case"),
    eu("a child: 615 per person or per case", "2025-05-05", adult(), child(), asks="package_per_person_or_case"),
    eu("a minor alone is no principal adult", "2025-05-05", alone(), asks="no_rule_for_kind"),
    eu("an earlier grant", "2025-05-05", had=earlier("FI-PALUU", 2000), asks="earlier_grant"),
    case("no day of return", EU, to="NGA", flags=PARTNER, asks="date_missing"),
    icelandic("Venezuela", "2025-05-05", gives=2615, lines=[("IS-062", 615), ("IS-063", 2000)], source="S104"),
    icelandic("Brazil", "2025-05-05", to="BRA", gives=2615, lines=[("IS-062", 615), ("IS-063", 2000)], source="S104"),
    icelandic("Nigeria is no focus country", "2025-05-05", to="NGA", asks="focus_country_or_only"),
    icelandic("a family", "2025-05-05", adult(), child(), asks="package_per_person_or_case"),
    icelandic("forced", "2025-05-05", flags={"voluntary": False}, refuses="not_voluntary"),
    icelandic("first day not known", "2021-05-05", asks="dates_of_rule_not_known"),
]  # fmt: skip

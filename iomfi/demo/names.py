"""Pools of names from which the demo's people are made. Nobody in them is meant; any likeness is chance."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Origin:
    """Where people come from and where they are now: codes are ISO 3166-1 alpha-3, the airport is IATA's."""

    citizenship: str
    asylum: str
    place: str
    airport: str
    language: str
    family_names: tuple[str, ...]
    women: tuple[str, ...]
    men: tuple[str, ...]


CONGO = Origin(
    "COD", "UGA", "Kyangwali", "EBB", "Kiswahili",
    ("Bahati", "Mwamba", "Ngoy", "Mukendi", "Kabasele", "Ilunga", "Cibalonza", "Matata", "Kahindo", "Mbuyi"),
    ("Furaha", "Neema", "Odette", "Clarisse", "Espérance", "Nsimire", "Zawadi", "Aline"),
    ("Amani", "Baraka", "Joseph", "Trésor", "Exaucé", "Dieudonné", "Patrick", "Olivier"),
)  # fmt: skip
SYRIA = Origin(
    "SYR", "LBN", "Zahlé", "BEY", "arabia",
    ("Al-Khatib", "Haddad", "Darwish", "Nassar", "Qabbani", "Shami", "Zaytoun", "Barakat", "Tlass", "Kurdi"),
    ("Rima", "Salma", "Hanan", "Layla", "Nour", "Yara", "Dima", "Sahar"),
    ("Omar", "Tarek", "Bassel", "Ziad", "Karim", "Walid", "Anas", "Majd"),
)  # fmt: skip
SOMALIA = Origin(
    "SOM", "KEN", "Dadaab", "NBO", "somali",
    ("Abdi", "Warsame", "Farah", "Jama", "Hersi", "Gedi", "Samatar", "Ducaale"),
    ("Hodan", "Fadumo", "Sahra", "Ayaan", "Ifrah", "Nimco", "Deqa", "Hibo"),
    ("Liban", "Abdirahman", "Guled", "Mahad", "Bile", "Khadar", "Yusuf", "Cabdi"),
)  # fmt: skip
ERITREA = Origin(
    "ERI", "ETH", "Addis Abeba", "ADD", "tigrinska",
    ("Tesfay", "Gebremedhin", "Haile", "Kidane", "Ghebre", "Weldu", "Asfaha", "Berhane"),
    ("Selam", "Feven", "Rahwa", "Luwam", "Semhar", "Abrehet", "Mehret", "Winta"),
    ("Yonas", "Filmon", "Abel", "Natnael", "Simon", "Biniam", "Robel", "Henok"),
)  # fmt: skip
IRAQ = Origin(
    "IRQ", "JOR", "Amman", "AMM", "arabiska",
    ("Al-Jabiri", "Hashimi", "Salman", "Dulaimi", "Najjar", "Sabri", "Rashid", "Tamimi"),
    ("Zahra", "Shahad", "Mariam", "Noor", "Huda", "Rania", "Tabarak", "Iman"),
    ("Ali", "Hussein", "Mustafa", "Haider", "Yasir", "Mazin", "Laith", "Saif"),
)  # fmt: skip
ORIGINS = {"FI": (CONGO, SYRIA, SOMALIA), "SE": (ERITREA, IRAQ, CONGO), "IS": (SYRIA, IRAQ)}

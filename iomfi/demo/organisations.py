"""The organisations of the demo world. Addresses end in .example: no mail can leave for a real body."""

from accounts.models import Organisation, OrganisationKind

Kind = OrganisationKind

BODIES = (
    # slug, name, kind, seat, language
    ("iom-finland", "IOM Finland", Kind.IOM_OFFICE, "FI", "en"),
    ("migri", "Maahanmuuttovirasto (Migri)", Kind.AUTHORITY, "FI", "fi"),
    ("migrationsverket", "Migrationsverket", Kind.AUTHORITY, "SE", "sv"),
    ("utl", "Útlendingastofnun", Kind.AUTHORITY, "IS", "is"),
    ("ministry-fi", "Sisäministeriö", Kind.MINISTRY, "FI", "fi"),
    ("ministry-is", "Félags- og húsnæðismálaráðuneytið", Kind.MINISTRY, "IS", "is"),
    ("red-cross-fi", "Suomen Punainen Risti", Kind.RED_CROSS, "FI", "fi"),
    ("red-cross-se", "Svenska Röda Korset", Kind.RED_CROSS, "SE", "sv"),
    ("red-cross-is", "Rauði krossinn á Íslandi", Kind.RED_CROSS, "IS", "is"),
    ("iom-kampala", "IOM Kampala", Kind.IOM_MISSION, "UG", "en"),
    ("iom-kinshasa", "IOM Kinshasa", Kind.IOM_MISSION, "CD", "en"),
    ("iom-nairobi", "IOM Nairobi", Kind.IOM_MISSION, "KE", "en"),
    ("iom-addis-ababa", "IOM Addis Ababa", Kind.IOM_MISSION, "ET", "en"),
    ("iom-beirut", "IOM Beirut", Kind.IOM_MISSION, "LB", "en"),
    ("iom-amman", "IOM Amman", Kind.IOM_MISSION, "JO", "en"),
    ("iom-istanbul", "IOM Istanbul", Kind.IOM_MISSION, "TR", "en"),
    ("iom-baghdad", "IOM Baghdad", Kind.IOM_MISSION, "IQ", "en"),
    ("iom-erbil", "IOM Erbil", Kind.IOM_MISSION, "IQ", "en"),
    ("iom-tehran", "IOM Tehran", Kind.IOM_MISSION, "IR", "en"),
    ("iom-hargeisa", "IOM Hargeisa", Kind.IOM_MISSION, "SO", "en"),
    ("iom-mogadishu", "IOM Mogadishu", Kind.IOM_MISSION, "SO", "en"),
    ("iom-abuja", "IOM Abuja", Kind.IOM_MISSION, "NG", "en"),
    ("joutseno", "Joutsenon vastaanottokeskus", Kind.RECEPTION_CENTRE, "FI", "fi"),
    ("coordinator-stockholm", "Regionkoordinator Stockholm", Kind.COORDINATOR, "SE", "sv"),
    ("agency", "Pohjola Travel Agency", Kind.TRAVEL_AGENCY, "FI", "en"),
    ("unhcr", "UNHCR", Kind.UN_AGENCY, "CH", "en"),
)
MUNICIPALITIES = (
    # slug, name, country, official code, language
    ("jyvaskyla", "Jyväskylä", "FI", "179", "fi"),
    ("oulu", "Oulu", "FI", "564", "fi"),
    ("tampere", "Tampere", "FI", "837", "fi"),
    ("rovaniemi", "Rovaniemi", "FI", "698", "fi"),
    ("vaasa", "Vaasa", "FI", "905", "sv"),
    ("umea", "Umeå kommun", "SE", "2480", "sv"),
    ("vasteras", "Västerås kommun", "SE", "1980", "sv"),
    ("falun", "Falu kommun", "SE", "2080", "sv"),
    ("akureyri", "Akureyrarbær", "IS", "6000", "is"),
    ("arborg", "Sveitarfélagið Árborg", "IS", "8200", "is"),
)


def make_organisations() -> dict[str, Organisation]:
    """Every organisation by its slug; those already there stay as they are."""
    for slug, name, kind, country, language in BODIES:
        columns = {"name": name, "kind": kind, "country": country, "language": language}
        Organisation.objects.get_or_create(slug=slug, defaults=columns | {"email": f"portal@{slug}.example"})
    for slug, name, country, code, language in MUNICIPALITIES:
        columns = {"name": name, "kind": Kind.MUNICIPALITY, "country": country, "language": language}
        Organisation.objects.get_or_create(
            slug=slug, defaults=columns | {"municipality": code, "email": f"portal@{slug}.example"}
        )
    return {body.slug: body for body in Organisation.objects.all()}

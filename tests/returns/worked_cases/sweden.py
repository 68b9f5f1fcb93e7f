"""Sweden: re-establishment support, the EU programme, and the repatriation grant for permit holders."""

from tests.returns.worked_cases.table import adult, alone, case, child, earlier

ATER, EURP, PERMIT = "SE-ATER", "SE-EURP", "SE-ATERVANDRING"
OLD = adult("1970-01-01")
ADULT, CHILD = ("SE-003", 30000), ("SE-004", 15000)


def ater(title: str, *persons: dict, to: str = "IRQ", first: str = "2024-03-15", applied: str = "2024-04-10", **rest):
    """Rejected on `first`, served the same day."""
    return case(title, ATER, *persons, to=to, decided_first=first, served=first, applied=applied, **rest)


def permit(title: str, *persons: dict, applied: str = "2026-02-02", **rest):
    """A holder of a residence permit."""
    return case(title, PERMIT, *persons, to="SOM", category="residence_permit", applied=applied, **rest)


RE_ESTABLISHMENT = [
    ater("one adult", gives=30000, lines=[ADULT], says="within two months of the first negative decision on 15.3.2024",
         source="S85+S86"),
    ater("adult and child", adult(), child(), gives=45000, lines=[ADULT, CHILD], source="S85"),
    ater("two adults and one child reach the cap exactly", adult(), adult(), child(), gives=75000,
         lines=[ADULT, ADULT, CHILD], source="S85"),
    ater("one adult and three children reach the cap exactly", adult(), child(), child(), child(), gives=75000,
         lines=[ADULT, CHILD, CHILD, CHILD], source="S85"),
    ater("two adults and two children exceed it", adult(), adult(), child(), child(), gives=75000,
         lines=[ADULT, ADULT, CHILD, CHILD], caps=["family_cap"], says="90,000 is cut to 75,000", source="S85"),
    ater("three adults exceed it", adult(), adult(), adult(), gives=75000, lines=[ADULT] * 3, caps=["family_cap"],
         source="S85"),
    ater("a child who was not in Sweden", adult(), child(in_host_country_at_application=False), gives=30000,
         lines=[ADULT], source="S85"),
    ater("nobody was in Sweden", adult(in_host_country_at_application=False), refuses="not_in_host_country"),
    ater("only the child was in Sweden", adult(in_host_country_at_application=False), child(),
         asks="only_children_present"),
    ater("unaccompanied minor", alone(), asks="no_rule_for_kind"),
    ater("17 at application, 18 at decision", child("2006-04-20"), adult(), asks="age_on_which_day"),
    # Two months.
    ater("last day of two months", applied="2024-05-15", gives=30000, lines=[ADULT], source="S85"),
    ater("the day after", applied="2024-05-16", refuses="too_late", says="15.5.2024"),
    case("decision and service disagree", ATER, to="IRQ", decided_first="2024-03-15", served="2024-03-20",
         applied="2024-05-18", asks="two_months_from_when"),
    case("final rejection is later", ATER, to="IRQ", decided_first="2024-01-15", served="2024-01-15",
         outcome="2024-06-03", applied="2024-07-01", asks="two_months_from_when"),
    ater("ends on a Saturday, applied on Monday", first="2024-04-15", applied="2024-06-17", asks="last_day_closed"),
    ater("ends on a Saturday, applied on Tuesday", first="2024-04-15", applied="2024-06-18", refuses="too_late"),
    ater("ends on the national day, applied the day after", first="2024-04-06", applied="2024-06-07",
         asks="last_day_closed"),
    ater("31 December and two months, last of February", first="2023-12-31", applied="2024-02-29", gives=30000,
         lines=[ADULT], source="S85"),
    ater("31 December and two months, 1 March", first="2023-12-31", applied="2024-03-01", asks="shorter_month"),
    ater("31 December and two months, 4 March", first="2023-12-31", applied="2024-03-04", refuses="too_late"),
    case("withdrawn in time", ATER, to="SOM", category="withdrawn", withdrawn="2024-03-15", applied="2024-05-15",
         gives=30000, lines=[ADULT], says="withdrawal of the application on 15.3.2024", source="S85"),
    case("withdrawn too early", ATER, to="SOM", category="withdrawn", withdrawn="2024-03-15", applied="2024-05-16",
         refuses="too_late"),
    case("no date", ATER, to="SOM", applied="2024-05-15", asks="date_missing"),
    # Lists.
    ater("Nigeria in 2020", to="NGA", first="2020-03-16", applied="2020-04-10", refuses="country_not_listed",
         says="Nigeria was not on the list on 10.4.2020", source="S87"),
    ater("Nigeria in 2024", to="NGA", gives=30000, lines=[ADULT], source="S85"),
    ater("Syria in 2020", to="SYR", first="2020-03-16", applied="2020-04-10", gives=30000, lines=[ADULT], source="S85"),
    ater("Syria in 2024", to="SYR", refuses="country_not_listed", source="S86+S89"),
    ater("Nigeria at the end of 2021", to="NGA", first="2021-11-15", applied="2021-12-31",
         asks="list_change_not_dated"),
    ater("Syria at the start of 2022", to="SYR", first="2021-12-01", applied="2022-01-01",
         asks="list_change_not_dated"),
    ater("Somalia is on both lists", to="SOM", first="2021-11-15", applied="2022-01-01", gives=30000, lines=[ADULT],
         source="S85"),
    ater("Morocco was never listed", to="MAR", first="2021-11-15", applied="2022-01-01", refuses="country_not_listed"),
    # Amounts over time.
    ater("autumn 2007", OLD, first="2007-08-20", applied="2007-09-10", gives=20000, lines=[("SE-001", 20000)],
         source="S84"),
    ater("2007, cap of 50,000 exceeded", OLD, OLD, child("2000-01-01"), child("2001-01-01"), first="2007-08-20",
         applied="2007-09-10", gives=50000,
         lines=[("SE-001", 20000)] * 2 + [("SE-002", 10000)] * 2, caps=["family_cap"], source="S84"),
    ater("before the support existed", first="2007-07-02", applied="2007-07-31", asks="dates_of_rule_not_known"),
    ater("first day of the support", OLD, first="2007-07-02", applied="2007-08-01", gives=20000,
         lines=[("SE-001", 20000)], source="S84"),
    ater("2012: 20,000 or 30,000", first="2012-03-15", applied="2012-04-10", asks="dates_of_rule_not_known"),
    ater("2019: 20,000 or 30,000", first="2019-11-15", applied="2019-12-20", asks="dates_of_rule_not_known"),
    ater("2020: 30,000", first="2020-03-16", applied="2020-04-10", gives=30000, lines=[ADULT], source="S85"),
    # Other grounds.
    ater("not likely to be received", flags={"likely_to_be_received": False}, refuses="not_likely_to_be_received"),
    ater("not known whether received", flags={"likely_to_be_received": None}, asks="reception_not_known"),
    ater("not voluntary", flags={"voluntary": False}, refuses="not_voluntary"),
    ater("permit holder", category="residence_permit", refuses="category_not_eligible"),
    ater("second grant", had=earlier("SE-ATER", 30000), asks="earlier_grant"),
    ater("grant from Finland", had=earlier("FI-PALUU", 2000), asks="earlier_grant"),
]  # fmt: skip


def eurp(title: str, day: str, *persons: dict, to: str = "IRQ", **rest):
    return case(title, EURP, *persons, to=to, decided=day, **rest)


PROGRAMME = [
    eurp("Iraq on the last day of the rise", "2024-06-30", gives=5000, lines=[("SE-006", 5000)], says="up to 5,000 EUR",
         source="S90"),
    eurp("Iraq the day after", "2024-07-01", gives=3000, lines=[("SE-005", 3000)], source="S90"),
    eurp("Iraq in June 2023: day not known", "2023-06-15", asks="dates_of_rule_not_known", source="SE-006"),
    eurp("Iraq on 31 May 2023", "2023-05-31", gives=3000, lines=[("SE-005", 3000)], source="S90"),
    eurp("Iraq on 1 July 2023", "2023-07-01", gives=5000, lines=[("SE-006", 5000)], source="S90"),
    eurp("Armenia during the rise", "2024-03-01", to="ARM", gives=3000, lines=[("SE-005", 3000)], source="S90"),
    eurp("family to Nigeria", "2024-03-01", adult(), child(), to="NGA", gives=6000, lines=[("SE-005", 3000)] * 2,
         source="S90"),
    eurp("Palestine is paused", "2024-03-01", to="PSE", refuses="country_paused", source="S90"),
    eurp("Afghanistan is not listed", "2024-03-01", to="AFG", refuses="country_not_listed"),
    eurp("forced return to Mongolia", "2024-03-01", to="MNG", flags={"voluntary": False},
         refuses="forced_return_excluded"),
    eurp("voluntary return to Mongolia", "2024-03-01", to="MNG", gives=3000, lines=[("SE-005", 3000)], source="S90"),
    eurp("before the programme", "2022-03-31", to="ARM", asks="dates_of_rule_not_known"),
    case("no decision yet", EURP, to="ARM", asks="date_missing"),
]  # fmt: skip

BIG, SMALL = ("SE-008", 350000), ("SE-009", 25000)
COUPLE = {"couple": True}
PERMITS = [
    permit("last day of the old amount", applied="2025-12-31", gives=10000, lines=[("SE-007", 10000)], source="S91"),
    permit("first day of the new amount", applied="2026-01-01", gives=350000, lines=[BIG], source="S92"),
    permit("old amount, a family: cap not found", adult(), adult(), applied="2025-11-03", asks="family_cap_not_known"),
    permit("old amount, a child: no row", adult(), child(), applied="2025-11-03", asks="no_rule_for_kind"),
    permit("minor alone", alone("2012-01-01"), gives=25000, lines=[SMALL], source="S92"),
    permit("permit holder with a child", adult(), child(), gives=375000, lines=[BIG, SMALL], source="S92"),
    permit("couple: 700,000 cut to 500,000", adult(), adult(), flags=COUPLE, gives=500000, lines=[BIG, BIG],
           caps=["couple_cap"], says="700,000 is cut to 500,000", source="S92"),
    permit("couple with four children reaches the household cap exactly", adult(), adult(), child(), child(), child(),
           child(), flags=COUPLE, gives=600000, lines=[BIG, BIG] + [SMALL] * 4, caps=["couple_cap"], source="S92"),
    permit("couple with five children exceeds it", adult(), adult(), *[child()] * 5, flags=COUPLE, gives=600000,
           lines=[BIG, BIG] + [SMALL] * 5, caps=["couple_cap", "household_cap"], says="625,000 is cut to 600,000",
           source="S92"),
    permit("two adults who are no couple", adult(), adult("2003-01-01"), flags={"couple": False}, gives=600000,
           lines=[BIG, BIG], caps=["household_cap"], says="700,000 is cut to 600,000", source="S92"),
    permit("couple or not", adult(), adult(), flags={"couple": None}, asks="couple_or_not"),
    permit("one adult and ten children reach the household cap exactly", adult(), *[child()] * 10, gives=600000,
           lines=[BIG] + [SMALL] * 10, source="S92"),
    permit("one adult and eleven children", adult(), *[child()] * 11, gives=600000, lines=[BIG] + [SMALL] * 11,
           caps=["household_cap"], source="S92"),
    permit("18 between application and departure", child("2008-03-01"), adult(), leaves="2026-04-01",
           asks="age_on_which_day"),
    case("rejected applicants get none", PERMIT, to="SOM", category="rejected", applied="2026-02-02",
         refuses="category_not_eligible"),
    case("temporary protection gets none", PERMIT, to="UKR", category="temporary_protection", applied="2026-02-02",
         refuses="category_not_eligible"),
    case("travel is paid at its cost", "SE-ATERVANDRING-RESA", to="SOM", category="residence_permit",
         applied="2026-02-02", asks="actual_cost", source="SE-011"),
]  # fmt: skip
CASES = RE_ESTABLISHMENT + PROGRAMME + PERMITS

"""Iceland: regulations 961/2018, 607/2023 and 843/2024."""

from tests.returns.worked_cases.table import adult, alone, case, child, earlier

IS = "IS-HEIM"
OUTCOME, DEADLINE = "2024-09-16", "2024-10-16"
DECIDED, WITHDRAWN = {"appeal": "decided"}, {"appeal": "withdrawn"}


def now(title: str, *persons: dict, to: str = "IRQ", applied: str = "2024-09-02", flags: dict = DECIDED, **rest):
    """Reg. 843/2024; the appeal was decided on 16 September 2024, departure by 16 October."""
    return case(title, IS, *persons, to=to, applied=applied, flags=flags, decided="2024-10-30",
                **({"outcome": OUTCOME, "deadline": DEADLINE} | rest))  # fmt: skip


def before(title: str, *persons: dict, to: str = "IRQ", applied: str = "2023-09-04", flags: dict = WITHDRAWN, **rest):
    """Reg. 607/2023; the appeal was withdrawn."""
    return case(title, IS, *persons, to=to, applied=applied, flags=flags, **({"deadline": "2024-12-01"} | rest))


def first(title: str, *persons: dict, to: str = "IRQ", decided: str = "2020-05-04", **rest):
    """Reg. 961/2018, picked by the decision date."""
    return case(title, IS, *persons, to=to, applied=rest.pop("applied", "2018-02-01"), decided=decided, **rest)


A_ADULT, A_CHILD, A_ALONE = ("IS-033", "IS-034"), ("IS-037", "IS-038"), ("IS-041", "IS-042")
CURRENT = [
    # State A and B, every kind of person, before and after the appeal outcome.
    now("A, adult, before the outcome", gives=4200, lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)],
        says="before the appeal outcome of 16.9.2024", source="S97+S94"),
    now("A, adult, after the outcome", applied="2024-09-25", gives=2700,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-036", 500)], says="after the appeal outcome", source="S97"),
    now("A, adult, after the deadline", applied="2024-10-17", gives=2200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-057", 0)], says="after the departure deadline of 16.10.2024",
        source="IS-057"),
    now("A, child", adult(), child(), gives=6300,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000), ("IS-037", 100), ("IS-038", 1000),
               ("IS-039", 1000)], source="S97"),
    now("A, child, after the outcome", adult(), child(), applied="2024-09-25", gives=4300,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-036", 500), ("IS-037", 100), ("IS-038", 1000),
               ("IS-040", 500)], source="S97"),
    now("A, alone", alone(), gives=3200, lines=[("IS-041", 200), ("IS-042", 2000), ("IS-043", 1000)], source="S97"),
    now("A, alone, after the outcome", alone(), applied="2024-09-25", gives=2700,
        lines=[("IS-041", 200), ("IS-042", 2000), ("IS-044", 500)], source="S97"),
    now("B, adult", to="EGY", gives=2700, lines=[("IS-045", 200), ("IS-046", 1000), ("IS-047", 1500)],
        says="Egypt is a state of group B", source="S97+S68"),
    now("B, adult, after the outcome", to="EGY", applied="2024-09-25", gives=1700,
        lines=[("IS-045", 200), ("IS-046", 1000), ("IS-048", 500)], source="S97"),
    now("B, child", adult(), child(), to="EGY", gives=4300,
        lines=[("IS-045", 200), ("IS-046", 1000), ("IS-047", 1500), ("IS-049", 100), ("IS-050", 500),
               ("IS-051", 1000)], source="S97"),
    now("B, child, after the outcome", adult(), child(), to="EGY", applied="2024-09-25", gives=2800,
        lines=[("IS-045", 200), ("IS-046", 1000), ("IS-048", 500), ("IS-049", 100), ("IS-050", 500),
               ("IS-052", 500)], source="S97"),
    now("B, alone", alone(), to="EGY", gives=3200, lines=[("IS-053", 200), ("IS-054", 2000), ("IS-055", 1000)],
        source="S97"),
    now("B, alone, after the outcome", alone(), to="EGY", applied="2024-09-25", gives=2700,
        lines=[("IS-053", 200), ("IS-054", 2000), ("IS-056", 500)], source="S97"),
    # State C: nationals who need no visa.
    now("C, adult", to="BRA", flags=DECIDED | {"visa_exempt": True}, gives=500, lines=[("IS-058", 500)],
        says="needs no visa, group C", source="S97"),
    now("C, child", adult(), child(), to="BRA", flags=DECIDED | {"visa_exempt": True}, gives=1000,
        lines=[("IS-058", 500), ("IS-059", 500)], source="S97"),
    now("C, alone", alone(), to="BRA", flags=DECIDED | {"visa_exempt": True}, gives=500, lines=[("IS-060", 500)],
        source="S97"),
    now("C, alone, turning 18: same amount", alone("2006-10-01"), to="BRA", flags=DECIDED | {"visa_exempt": True},
        gives=500, lines=[("IS-060", 500)], source="S97"),
    now("visa need not known", to="BRA", flags=DECIDED | {"visa_exempt": None}, asks="visa_exempt_not_known"),
    # Both sides of outcome and deadline, and the days themselves.
    now("the day before the outcome", applied="2024-09-15", gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], source="S97"),
    now("on the day of the outcome", applied="2024-09-16", asks="applied_on_the_very_day"),
    now("the day after the outcome", applied="2024-09-17", gives=2700,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-036", 500)], source="S97"),
    now("the day before the deadline", applied="2024-10-15", gives=2700,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-036", 500)], source="S97"),
    now("on the day of the deadline", applied="2024-10-16", asks="applied_on_the_very_day"),
    now("appeal withdrawn counts as before", flags=WITHDRAWN, outcome="", gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], says="the appeal was withdrawn", source="S97"),
    now("never appealed", flags={}, outcome="", asks="never_appealed"),
    now("never appealed, after the deadline: no bonus anyway", flags={}, outcome="", applied="2024-10-20", gives=2200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-057", 0)], source="IS-057"),
    now("decided, day not known", outcome="", asks="date_missing"),
    now("after the outcome, deadline not known", applied="2024-09-25", deadline="", asks="date_missing"),
    # What bars.
    now("appeal pending", flags={"appeal": "pending"}, outcome="", refuses="pending_proceedings", source="IS-061"),
    now("permit application pending", flags=DECIDED | {"pending_proceedings": ["residence_permit"]},
        refuses="pending_proceedings", source="S97"),
    now("citizenship application pending", flags=DECIDED | {"pending_proceedings": ["citizenship"]},
        refuses="pending_proceedings"),
    now("Dublin case", flags=DECIDED | {"dublin_case": True}, refuses="dublin_case"),
    now("Dublin case withdrawn before a decision", category="withdrawn", withdrawn="2024-08-01",
        flags=WITHDRAWN | {"dublin_case": True}, outcome="", gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], source="S97"),
    now("citizen of the Union", to="ROU", flags=DECIDED | {"eu_citizen": True}, refuses="eu_citizen"),
    now("safe country", to="ALB", flags=DECIDED | {"safe_country_of_origin": True}, asks="safe_country"),
    now("status ended", category="status_ended", refuses="category_not_eligible"),
    now("not voluntary", flags=DECIDED | {"voluntary": False}, refuses="not_voluntary"),
    now("once under the regulation", had=earlier(IS, 2200, "843/2024"), refuses="once_only", says="Reg. 843/2024"),
    now("one of two had a grant", adult(), adult(previous_grant=earlier(IS, 2200, "843/2024")), gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], source="S97"),
    now("a grant under the earlier regulation", had=earlier(IS, 3200, "607/2023"), asks="once_across_regulations"),
    now("a grant from Finland", had=earlier("FI-PALUU", 2000), asks="earlier_grant"),
    now("citizenship gives another group", citizen="IRQ", to="EGY", flags=DECIDED | {"permit_in_return_country": True},
        asks="group_by_return_or_citizenship"),
    # The typed bonus and the cash share: half of reintegration and bonus, the travel grant apart.
    now("bonus at its ceiling", flags=DECIDED | {"bonus_proposed": 2000}, gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], source="S97"),
    now("bonus above its ceiling", flags=DECIDED | {"bonus_proposed": 2001}, gives=4200,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], caps=["bonus_max"], says="bonus of 2,001",
        source="S97"),
    now("bonus below its ceiling", flags=DECIDED | {"bonus_proposed": 700}, gives=2900,
        lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 700)], source="S97"),
    now("half in cash exactly", gives=4200, lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], cash=2000,
        flags=DECIDED | {"requested_cash": 2000, "cash_consent_of_organisation": True}, source="S97"),
    now("more than half in cash", gives=4200, lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], cash=2000,
        flags=DECIDED | {"requested_cash": 2001, "cash_consent_of_organisation": True}, caps=["cash_share"],
        says="2,000 may be paid in cash", source="S94"),
    now("all in cash, exceptionally", gives=4200, lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)],
        flags=DECIDED | {"requested_cash": 4000, "cash_consent_of_organisation": True, "exceptional_full_cash": True},
        cash=4000, source="S94"),
    now("cash without consent", gives=4200, lines=[("IS-033", 200), ("IS-034", 2000), ("IS-035", 2000)], cash=0,
        flags=DECIDED | {"requested_cash": 500, "cash_consent_of_organisation": False}, caps=["cash_share"],
        source="S94"),
    now("consent not known", flags=DECIDED | {"requested_cash": 500}, asks="cash_consent_not_known"),
]  # fmt: skip
EARLIER = [
    # Reg. 607/2023: in force between 21 and 23 June 2023, until 11 July 2024.
    before("607, A, adult", gives=4200, lines=[("IS-014", 200), ("IS-015", 3000), ("IS-016", 1000)], source="S96"),
    before("607, A, child", adult(), child(), gives=6300,
           lines=[("IS-014", 200), ("IS-015", 3000), ("IS-016", 1000), ("IS-017", 100), ("IS-018", 1500),
                  ("IS-019", 500)], source="S96"),
    before("607, A, alone", alone(), gives=2700, lines=[("IS-020", 200), ("IS-021", 2000), ("IS-022", 500)],
           source="S96"),
    before("607, B, adult", to="MAR", gives=2700, lines=[("IS-023", 200), ("IS-024", 2000), ("IS-025", 500)],
           says="Morocco is a state of group B", source="S96"),
    before("607, B, child", adult(), child(), to="MAR", gives=4300,
           lines=[("IS-023", 200), ("IS-024", 2000), ("IS-025", 500), ("IS-026", 100), ("IS-027", 1000),
                  ("IS-028", 500)], source="S96"),
    before("607, B, alone", alone(), to="MAR", gives=2700,
           lines=[("IS-029", 200), ("IS-030", 2000), ("IS-031", 500)], source="S96"),
    before("607 on its last day", to="EGY", applied="2024-07-11", gives=2700,
           lines=[("IS-023", 200), ("IS-024", 2000), ("IS-025", 500)], source="S96"),
    before("843 on its first day", to="EGY", applied="2024-07-12", gives=2700,
           lines=[("IS-045", 200), ("IS-046", 1000), ("IS-047", 1500)], says="in force from 12.7.2024", source="S97"),
    before("visa-exempt under 607 is B", to="BRA", flags=WITHDRAWN | {"visa_exempt": True}, gives=2700,
           lines=[("IS-023", 200), ("IS-024", 2000), ("IS-025", 500)], source="S96"),
    before("607 may not be in force yet on 21 June", applied="2023-06-21", asks="dates_of_rule_not_known"),
    before("607 may not be in force yet on 23 June", applied="2023-06-23", asks="dates_of_rule_not_known"),
    before("607 is certain on 24 June", applied="2023-06-24", gives=4200,
           lines=[("IS-014", 200), ("IS-015", 3000), ("IS-016", 1000)], source="S96"),
    before("607, bonus after the outcome is not told", flags=DECIDED, outcome="2023-08-01",
           asks="bonus_conditions_not_known"),
    before("607, safe country", to="ALB", flags=WITHDRAWN | {"safe_country_of_origin": True}, asks="safe_country"),
    before("607, more than half in cash is not told", flags=WITHDRAWN | {"requested_cash": 3000},
           asks="cash_share_not_known"),
    before("607, once", had=earlier(IS, 2700, "607/2023", "2023-08-01"), refuses="once_only", says="607/2023"),
    # The gap from June 2021 to June 2023.
    first("961 on its last day", decided="2021-05-31", gives=1000, lines=[("IS-001", 200), ("IS-002", 800)],
          source="S98"),
    first("first day of the raise", decided="2021-06-01", asks="no_rule_for_date", source="IS-013"),
    first("last day of the gap", decided="2023-06-20", asks="no_rule_for_date", source="S99"),
    first("applied before, decided after the change", applied="2023-06-10", decided="2023-07-03",
          asks="no_rule_for_date"),
    # Reg. 961/2018.
    first("first list, adult and child", adult(), child(), gives=1600,
          lines=[("IS-001", 200), ("IS-002", 800), ("IS-003", 100), ("IS-004", 500)], says="group 2018-1",
          source="S98"),
    first("second list, adult and child", adult(), child(), to="EGY", gives=1000,
          lines=[("IS-005", 200), ("IS-006", 500), ("IS-007", 100), ("IS-008", 200)], source="S98"),
    first("alone, first list", alone(), gives=1000, lines=[("IS-009", 200), ("IS-010", 800)], source="S98"),
    first("alone, second list", alone(), to="MAR", gives=1000, lines=[("IS-009", 200), ("IS-010", 800)], source="S98"),
    first("alone, unlisted state", alone(), to="GHA", asks="alone_to_unlisted_state"),
    first("unlisted state: travel only", adult(), child(), to="GHA", gives=300,
          lines=[("IS-011", 200), ("IS-012", 100)], source="S98"),
    first("2019 is certain", decided="2019-01-01", gives=1000, lines=[("IS-001", 200), ("IS-002", 800)], source="S98"),
    first("2018: first day not known", decided="2018-12-31", asks="dates_of_rule_not_known"),
    first("2017", applied="2017-02-01", decided="2017-05-02", asks="dates_of_rule_not_known"),
]  # fmt: skip
CASES = CURRENT + EARLIER

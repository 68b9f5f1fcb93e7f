"""Finland until 31.12.2023: by the decision date, by country group, in cash or in kind."""

from tests.returns.worked_cases.table import adult, alone, case, child, earlier

FI = "FI-PALUU"


def decided(title: str, day: str, *persons: dict, to: str, form: str = "cash", **rest):
    """Applied a month before the decision, served long ago."""
    year, month = int(day[:4]), int(day[5:7])
    before = f"{year if month > 1 else year - 1}-{month - 1 if month > 1 else 12:02}-10"
    return case(title, FI, *persons, to=to, form=form, applied=before, decided=day, served="2015-10-05", **rest)


CASES = [
    # Until 24.9.2017: no groups, at most 1,000 / 600 in cash, 1,500 / 750 in kind.
    decided("adult in cash, last day", "2017-09-24", to="IRQ", gives=1000, lines=[("FI-001", 1000)],
            says="up to 1,000 EUR", source="S76+S77"),
    decided("adult in kind", "2017-05-02", to="IRQ", form="in_kind", gives=1500, lines=[("FI-003", 1500)],
            source="S76"),
    decided("family in cash", "2017-05-02", adult(), child(), to="IRQ", gives=1600,
            lines=[("FI-001", 1000), ("FI-002", 600)], source="S77"),
    decided("family in kind", "2017-05-02", adult(), child(), to="IRQ", form="in_kind", gives=2250,
            lines=[("FI-003", 1500), ("FI-004", 750)], source="S76"),
    decided("the year of the decree itself", "2015-12-01", to="IRQ", asks="dates_of_rule_not_known", source="FI-001"),
    # 25.9.2017–31.12.2018: groups, ceilings.
    decided("group A, first day", "2017-09-25", to="IRQ", gives=1500, lines=[("FI-005", 1500)],
            says="Iraq is in group A", source="S76+S77"),
    decided("group A, adult and child", "2018-06-01", adult(), child(), to="SOM", gives=2250,
            lines=[("FI-005", 1500), ("FI-006", 750)], source="S76"),
    decided("group B", "2018-06-01", to="NGA", gives=800, lines=[("FI-007", 800)], source="S77"),
    decided("group C", "2018-06-01", to="DZA", gives=500, lines=[("FI-008", 500)], source="S77"),
    decided("group D", "2018-12-31", to="ALB", gives=200, lines=[("FI-009", 200)], source="S77"),
    decided("child of group B: amount not found", "2018-06-01", adult(), child(), to="NGA",
            asks="no_rule_for_kind_in_group"),
    decided("country that no newspaper named", "2018-06-01", to="GHA", asks="group_not_known", says="Ghana"),
    decided("group named in the decision", "2018-06-01", to="GHA", flags={"country_group_stated": "B"}, gives=800,
            lines=[("FI-007", 800)], source="S77"),
    decided("decision and list disagree", "2018-06-01", to="NGA", flags={"country_group_stated": "C"},
            asks="group_differs_from_list"),
    decided("raised on special grounds", "2018-06-01", to="NGA", flags={"raised_on_special_grounds": True},
            gives=2000, lines=[("FI-010", 2000)], says="raised on special grounds", source="S77"),
    decided("raised, a family", "2018-06-01", adult(), adult(), to="NGA", flags={"raised_on_special_grounds": True},
            asks="raised_for_whom"),
    decided("adult in kind, any group", "2018-06-01", to="GHA", form="in_kind", gives=2500, lines=[("FI-011", 2500)],
            source="S76+S77"),
    decided("child in kind: sources differ", "2018-06-01", adult(), child(), to="IRQ", form="in_kind",
            asks="sources_conflict", source="FI-012"),
    decided("victim of trafficking in 2018", "2018-06-01", to="NGA", category="victim_of_trafficking",
            asks="no_rule_for_category"),
    # 2019.
    decided("group A in 2019, first day", "2019-01-01", to="IRQ", gives=1500, lines=[("FI-013", 1500)], source="S78"),
    decided("group A in 2019, with a child", "2019-05-02", adult(), child(), to="IRQ", gives=2250,
            lines=[("FI-013", 1500), ("FI-017", 750)], source="S78+S77"),
    decided("group A in 2019, in kind, last day", "2019-12-31", to="IRQ", form="in_kind", gives=5000,
            lines=[("FI-018", 5000)], says="up to 5,000", source="S78"),
    decided("group B in 2019 is not told", "2019-05-02", to="NGA", flags={"country_group_stated": "B"},
            asks="group_not_on_list"),
    decided("Nigeria in 2019", "2019-05-02", to="NGA", asks="group_not_known"),
    # 2020–2023.
    decided("group A, first day of 2020", "2020-01-01", to="IRQ", gives=1500, lines=[("FI-019", 1500)],
            says="in force from 1.1.2020 to 31.12.2023", source="S73+S79+S80"),
    decided("group A since 2020, adult and child", "2021-05-03", adult(), child(), to="AFG", gives=2250,
            lines=[("FI-019", 1500), ("FI-020", 750)], source="S73"),
    decided("group B, adult and child", "2021-05-03", adult(), child(), to="NGA", gives=1300,
            lines=[("FI-021", 800), ("FI-022", 500)], source="S79"),
    decided("group C, adult and child", "2021-05-03", adult(), child(), to="TUR", gives=800,
            lines=[("FI-023", 500), ("FI-024", 300)], source="S80"),
    decided("group D, adult and child, last day", "2023-12-31", adult(), child(), to="ALB", gives=300,
            lines=[("FI-025", 200), ("FI-026", 100)], source="S73"),
    decided("Afghanistan had a group before the stop list", "2022-02-01", to="AFG", gives=1500,
            lines=[("FI-019", 1500)], source="S73"),
    decided("visa-exempt Brazil had a group", "2022-02-01", to="BRA", flags={"visa_exempt": True}, gives=500,
            lines=[("FI-023", 500)], source="S73"),
    decided("unlisted country: Migri decides", "2022-02-01", to="AUS", asks="group_not_known"),
    decided("in kind depends on the country", "2022-02-01", to="IRQ", form="in_kind", asks="amount_not_in_rule",
            source="FI-028"),
    decided("cash or in kind not said", "2022-02-01", to="IRQ", form="", asks="cash_or_in_kind"),
    decided("raised in 2022: no figure", "2022-02-01", to="IRQ", flags={"raised_on_special_grounds": True},
            asks="amount_not_in_rule", source="FI-027"),
    decided("victim of trafficking in 2022", "2022-02-01", to="NGA", category="victim_of_trafficking", gives=800,
            lines=[("FI-021", 800)], source="S73"),
    decided("status ended in 2022", "2022-02-01", to="IRQ", category="status_ended", gives=1500,
            lines=[("FI-019", 1500)], source="S73"),
    decided("temporary protection in 2022", "2022-06-01", to="UKR", category="temporary_protection",
            asks="no_rule_for_category"),
    decided("citizen of the Union", "2022-02-01", to="ROU", flags={"eu_citizen": True}, refuses="eu_citizen"),
    decided("citizen of the Union, victim of trafficking", "2022-02-01", to="ROU", category="victim_of_trafficking",
            flags={"eu_citizen": True}, gives=200, lines=[("FI-025", 200)], source="S73"),
    decided("unaccompanied minor", "2022-02-01", alone("2008-01-01"), to="IRQ", asks="no_rule_for_kind"),
    decided("17 on all days", "2022-02-01", adult(), child("2004-06-01"), to="IRQ", leaves="2022-05-31", gives=2250,
            lines=[("FI-019", 1500), ("FI-020", 750)], source="S73"),
    decided("18 before departure", "2022-02-01", adult(), child("2004-06-01"), to="IRQ", leaves="2022-06-01",
            asks="age_on_which_day"),
    decided("birth year only, may be 18", "2022-02-01", adult(), child("2004"), to="IRQ", asks="age_on_which_day"),
    decided("birth year only, surely a minor", "2022-02-01", adult(), child("2006"), to="IRQ", gives=2250,
            lines=[("FI-019", 1500), ("FI-020", 750)], source="S73"),
    decided("born on 29 February, 28 February 2022", "2022-02-28", adult(), child("2004-02-29"), to="IRQ",
            asks="age_on_which_day"),
    decided("born on 29 February, a day earlier", "2022-02-27", adult(), child("2004-02-29"), to="IRQ", gives=2250,
            lines=[("FI-019", 1500), ("FI-020", 750)], source="S73"),
    decided("a grant from Iceland", "2022-02-01", to="IRQ", had=earlier("IS-HEIM", 1000, "961/2018"),
            asks="earlier_grant"),
]  # fmt: skip

"""What a person is asked where the sources do not tell: one question per code, with what depends on it."""

from django.utils.translation import gettext_lazy as _

ABOUT_DATES = {
    "no_rule_for_date": _(
        "No rule is known for these dates. Which decree applies, and what does it grant? Ask the authority."
    ),
    "dates_of_rule_not_known": _(
        "The sources do not say on which day this rule began or ended. Was it in force on the day of this case?"
    ),
    "date_missing": _("A date is missing: %(what)s. Which day was it?"),
    "dates_contradict": _("The dates contradict each other: the decision lies before the application. Which is right?"),
    "service_not_known": _("The first negative decision is dated, its service is not. On which day was it served?"),
    "last_day_closed": _(
        "The last day of the time limit is a weekend or a holiday. Does the limit move to the next open day?"
    ),
    "shorter_month": _("The month in which the limit ends is shorter. Is its last day the end of the limit?"),
    "service_or_withdrawal": _(
        "There is a served decision and a cancelled application. From which of them do the days run?"
    ),
    "decided_before_served_after": _(
        "Decided before the decree began and served after. Does it count as an existing negative decision?"
    ),
    "two_months_from_when": _(
        "The two months may run from the decision, from its service or from the final rejection. Which counts?"
    ),
    "list_change_not_dated": _(
        "The list of countries changed about this time, the day is not known. Was %(country)s on the list?"
    ),
    "age_on_which_day": _(
        "Minor on one day and adult on another, or a birth date not fully known. Which day fixes the age?"
    ),
    "applied_on_the_very_day": _(
        "Applied on the very day of the appeal outcome or of the departure deadline. Does that day count as before?"
    ),
    "before_outcome_after_deadline": _(
        "Applied before the appeal outcome but after the departure deadline. Is there a bonus?"
    ),
}
ABOUT_PEOPLE = {
    "nobody_named": _("Who returns? Name at least one person."),
    "category_missing": _("On which ground does the person ask: rejected, withdrawn, or another?"),
    "voluntary_or_forced": _("Is the return voluntary or forced?"),
    "also_rejected": _(
        "A victim of trafficking or holder of a section 51 permit who is also a rejected applicant: which amount holds?"
    ),
    "family_of_victim": _("Do the family members of a victim of trafficking get the same amount?"),
    "family_differs": _("The members of the family come to different amounts. Which one holds for whom?"),
    "applied_before_not_known": _("Has the person applied for asylum more than once?"),
    "repeat_applicant_in_window": _(
        "Asylum was applied for more than once, and the decision lies before the decree. Which amount holds?"
    ),
    "municipality_not_known": _("Has the person a municipality of residence?"),
    "presence_not_known": _("Was everybody in the country when they applied?"),
    "only_children_present": _("Only children were in the country when they applied. Who applies for them?"),
    "reception_not_known": _("Is it likely that the country receives the person?"),
    "permit_in_return_country_not_known": _(
        "The country of return is not the person's own. Is there a permanent permit there?"
    ),
    "couple_or_not": _("Are the two adults a couple? Their ceiling depends on it."),
    "visa_exempt_not_known": _("Do nationals of the person's country need a visa?"),
    "never_appealed": _("There was no appeal. Which bonus holds?"),
    "proceedings_pending": _("Something is pending. Must it be withdrawn before the grant?"),
    "no_rule_for_category": _("The decree has no amount for this category. What is granted?"),
    "no_rule_for_kind": _("The decree has no amount for this kind of person: %(kind)s. What is granted?"),
    "no_rule_for_kind_in_group": _("No amount is known for: %(kind)s, group %(group)s. What is granted?"),
    "alone_to_unlisted_state": _("An unaccompanied minor to a state that is on no list: what is granted?"),
}
ABOUT_MONEY = {
    "no_amount_found": _("The rules come to no amount. What is granted?"),
    "several_rules": _("Several rules hold at once. Which one counts?"),
    "sources_conflict": _("The sources name different amounts. Which one is right?"),
    "amount_not_in_rule": _("The rule leaves the amount to the authority. How much is granted?"),
    "actual_cost": _("Travel is paid at its cost. What does the journey cost?"),
    "cash_or_in_kind": _("Did the person choose cash or in kind?"),
    "no_rule_for_raise": _("A raise on special grounds is possible, no figure is known. How much is granted?"),
    "raised_for_whom": _("Raised on special grounds: for whom, and is it cash?"),
    "family_cap_not_known": _("Whether the family has a ceiling is not known. How much does the family get together?"),
    "higher_amount_used": _("The higher amount is given once and was given before. What is granted now?"),
    "earlier_grant": _("An earlier grant (%(scheme)s) is known. Does it bar this one?"),
    "once_across_regulations": _(
        "A grant was given under another or an unnamed regulation. Does it count as the one grant?"
    ),
    "bonus_conditions_not_known": _("The conditions of the bonus in this regulation are not known. Is there one?"),
    "bonus_for_whom": _("One bonus was typed in, several people may get one. Whose is it?"),
    "bonus_not_foreseen": _("A bonus was typed in where the rules have none. What is meant?"),
    "cash_share_not_known": _("The share that may be paid in cash is not known. How much is paid in cash?"),
    "cash_consent_not_known": _("Does the organisation that pays agree to cash?"),
    "package_per_person_or_case": _(
        "Whether the first package is per person or per case, and what a spouse gets, is not told. What is granted?"
    ),
}
ABOUT_COUNTRIES = {
    "return_country_missing": _("To which country does the person return?"),
    "stop_lists_differ": _("The two versions of the list of unsafe countries differ on %(country)s. Which one holds?"),
    "trafficking_and_visa": _(
        "A victim of trafficking to a country with no assistance: does the exception or the refusal hold?"
    ),
    "group_not_known": _("%(country)s is in no known group. In which group did the authority put it?"),
    "group_differs_from_list": _("The decision says group %(stated)s, the list says %(listed)s. Which one holds?"),
    "group_not_on_list": _("No country of group %(stated)s is known for that day. Did the group still exist?"),
    "group_by_return_or_citizenship": _(
        "By country of return it is group %(listed)s, by citizenship %(stated)s. Which one counts?"
    ),
    "safe_country": _("A safe country of origin: is there a travel grant, or nothing?"),
    "partner_country_not_known": _("Is %(country)s a partner country of the programme?"),
    "focus_country_or_only": _("The programme names focus countries. Is %(country)s excluded?"),
    "scheme_not_known": _("The scheme %(scheme)s is not known here. Which one is meant?"),
    "scheme_of_another_country": _("The scheme %(scheme)s is another country's. Which one is meant?"),
    "unreadable": _("The facts cannot be read: %(said)s. Please correct them."),
}
QUESTIONS = ABOUT_DATES | ABOUT_PEOPLE | ABOUT_MONEY | ABOUT_COUNTRIES

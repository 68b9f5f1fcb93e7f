"""Why there is no grant, one sentence per reason."""

from django.utils.translation import gettext_lazy as _

REFUSALS = {
    "not_voluntary": _("The return is not voluntary."),
    "category_not_eligible": _("This scheme is not for this category of people."),
    "has_municipality_of_residence": _("Somebody who has a municipality of residence is not eligible."),
    "eu_citizen": _("Citizens of the European Union are not eligible."),
    "pending_proceedings": _("An application or appeal is pending; it must be withdrawn first."),
    "no_return_country": _("No returns to %(country)s: it is on the list of countries that are not safe."),
    "return_to_eu_or_schengen": _("No assistance for a return to the EU or Schengen area. Travel costs may be paid."),
    "visa_exempt": _(
        "No assistance for a return to %(country)s, whose nationals need no visa. Travel costs may be paid."
    ),
    "no_permit_in_return_country": _("A return to a country that is not one's own needs a permanent permit there."),
    "country_not_listed": _("%(country)s was not on the list on %(day)s."),
    "country_paused": _("Returns to %(country)s are paused."),
    "forced_return_excluded": _("Forced returns to %(country)s are excluded."),
    "not_a_partner_country": _("%(country)s is not a partner country of the programme."),
    "not_likely_to_be_received": _("It is not likely that the country receives the person."),
    "not_in_host_country": _("Nobody was in the country when they applied."),
    "too_late": _("Applied too late: the last day was %(last)s."),
    "dublin_case": _("Dublin cases are not covered unless withdrawn before a decision."),
    "once_only": _("One grant per person under %(law)s, and it was given."),
}

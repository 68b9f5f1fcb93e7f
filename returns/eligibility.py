"""Why a return cannot be assisted, as far as the portal knows by itself: paused countries, third countries."""

from returns.models import Reason, Return, ReturnCountryNote


def reasons_found(record: Return) -> list[str]:
    """Codes of `Reason` that follow from the record; a person may add others."""
    if not record.return_country:
        return [Reason.COUNTRY_UNKNOWN]
    found = [Reason.COUNTRY_PAUSED] if pauses_of(record) else []
    if is_third_country(record) and not record.has_permit_there:
        found.append(Reason.NO_PERMIT_THERE)
    return found


def pauses_of(record: Return) -> list[ReturnCountryNote]:
    """The notes that stop a return to this country today."""
    return list(ReturnCountryNote.objects.paused(host=record.case.country, country=record.return_country))


def is_third_country(record: Return) -> bool:
    """Does somebody of the case return to a country of which the person is no citizen? Unknown counts as no."""
    citizenships = record.case.members.travelling().values_list("person__citizenships", flat=True)
    return any(held and record.return_country not in held for held in citizenships)

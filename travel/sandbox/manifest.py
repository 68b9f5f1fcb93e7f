"""Who travels on an order: names, births and infants as the airline accepts them."""

import re
from datetime import date

from travel.sandbox.refusals import Refusal, invalid, missing

REQUIRED = ("given_name", "family_name", "born_on", "gender", "title", "email", "phone_number")
TITLES = {"mr", "ms", "mrs", "miss", "dr"}
# space, hyphen, apostrophe and letters of ASCII, Latin-1 and Latin Extended-A, but these; as Duffel documents it
NAME = re.compile(r"(?![^\n]*[ÆæĲĳŒœÞþð×÷])[A-Za-z\u00c0-\u017f' -]{1,20}")
PHONE = re.compile(r"\+[1-9][0-9]{6,14}")


def read_manifest(wish: object, offer: dict) -> list[dict]:
    """The passengers of an order: exactly those of the offer, each complete, each infant with one adult."""
    if not isinstance(wish, list) or not wish:
        raise missing("passengers")
    expected = {one["id"]: one for one in offer["passengers"]}
    if sorted(str(one.get("id")) for one in wish) != sorted(expected):
        raise invalid("passengers", "Passengers must be exactly those of the offer.", "passengers_do_not_match_offer")
    last_day = date.fromisoformat(offer["slices"][-1]["segments"][-1]["arriving_at"][:10])
    party = [_passenger(one, expected[one["id"]], last_day) for one in wish]
    _check_infants(party)
    return party


def _passenger(wish: dict, expected: dict, last_day: date) -> dict:
    for name in REQUIRED:
        if not wish.get(name):
            raise missing(f"passengers/{name}")
    for name in ("given_name", "family_name"):
        _check_name(name, str(wish[name]))
    if wish["gender"] not in {"m", "f"}:
        raise invalid("passengers/gender", "Field 'gender' must be 'm' or 'f'.", "validation_inclusion")
    if wish["title"] not in TITLES:
        raise invalid("passengers/title", f"'{wish['title']}' is not a title.", "validation_inclusion")
    if not PHONE.fullmatch(str(wish["phone_number"])):
        raise invalid("passengers/phone_number", "This phone number is not valid.", "invalid_phone_number")
    if "@" not in str(wish["email"]):
        raise invalid("passengers/email", "This e-mail address is not valid.", "invalid_email")
    _check_birth(str(wish["born_on"]), expected["type"], last_day)
    kept = ("id", "given_name", "family_name", "born_on", "gender", "title", "email", "phone_number")
    return {
        **{name: wish[name] for name in kept},
        "type": expected["type"],
        "infant_passenger_id": wish.get("infant_passenger_id"),
        "loyalty_programme_accounts": [],
        "user_id": None,
    }


def _check_name(field: str, name: str) -> None:
    if not NAME.fullmatch(name) or not name.strip(" '-"):
        raise invalid(
            f"passengers/{field}",
            f"Field '{field}' takes 1 to 20 Latin letters, spaces, hyphens and apostrophes.",
            "invalid_passenger_name",
        )


def _check_birth(text: str, kind: str, last_day: date) -> None:
    """An infant stays under two for the whole journey, a child under eighteen, and nobody is born later."""
    try:
        born = date.fromisoformat(text)
    except ValueError:
        raise invalid("passengers/born_on", "Field 'born_on' must be a date.") from None
    age = last_day.year - born.year - ((last_day.month, last_day.day) < (born.month, born.day))
    limit = {"infant_without_seat": 2, "child": 18}.get(kind, 131)
    if born > last_day or age >= limit:
        raise invalid("passengers/born_on", f"This birth date does not fit the type '{kind}'.", "invalid_age")


def _check_infants(party: list[dict]) -> None:
    infants = {one["id"] for one in party if one["type"] == "infant_without_seat"}
    carried = [(one["type"], one["infant_passenger_id"]) for one in party if one["infant_passenger_id"]]
    if any(kind != "adult" for kind, _infant in carried):
        raise invalid("passengers/infant_passenger_id", "Only an adult can take an infant.", "infant_needs_adult")
    if sorted(infant for _kind, infant in carried) != sorted(infants):
        raise invalid(
            "passengers/infant_passenger_id",
            "Each infant must belong to exactly one adult of the order.",
            "infant_needs_adult",
        )


def read_metadata(wish: object) -> dict:
    """Up to 50 short words of the customer's own."""
    metadata = {} if wish is None else wish
    if not isinstance(metadata, dict) or len(metadata) > 50:
        raise invalid("metadata", "Field 'metadata' takes up to 50 pairs of text.")
    if any(not isinstance(value, str) or len(value) > 500 or len(key) > 40 for key, value in metadata.items()):
        raise invalid("metadata", "Keys take 40 characters, values are texts of at most 500.")
    return metadata


def no_services(wish: object) -> None:
    """This airline sells no extras."""
    if wish:
        raise Refusal(422, "invalid_request_error", "unavailable_feature", "No services are sold here.")

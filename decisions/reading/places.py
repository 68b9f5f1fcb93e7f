"""Countries, municipalities and airports as people write them."""

from functools import cache

from rapidfuzz import fuzz, process

from cases.reference.airports import arrival_airports
from cases.reference.countries import countries
from cases.reference.municipalities import municipalities
from decisions.reading.cleaning import key
from decisions.reading.codes import RowCode, Unreadable

SUGGESTIONS = 3
LIKENESS = 60  # below that a suggestion only confuses


@cache
def country_keys(with_citizenships: bool) -> dict[str, str]:
    """Every spelling's key -> alpha-3."""
    return {
        key(text): country.alpha3
        for country in countries().values()
        if with_citizenships or not country.citizenship_only
        for text in country.spellings
    }


def read_country(text: str, with_citizenships: bool = False) -> str:
    """Alpha-3 of a country; stateless and unknown are citizenships, not countries."""
    found = country_keys(with_citizenships).get(key(text))
    if found is None:
        raise Unreadable(RowCode.UNKNOWN_COUNTRY)
    return found


@cache
def municipality_names(country: str) -> dict[str, str]:
    """Every name in lower case, with its accents -> code."""
    return {name.lower(): one.code for one in municipalities(country).values() for name in one.names}


def read_municipality(text: str, country: str) -> str:
    """The official code of a municipality given by code or name, or the nearest names."""
    known = municipalities(country)
    if text.isascii() and text.isdigit():
        code = text.zfill(len(next(iter(known))))
        if code in known:
            return code
    elif code := municipality_names(country).get(text.lower()):
        return code
    raise Unreadable(RowCode.UNKNOWN_MUNICIPALITY, nearest(text, country))


def nearest(text: str, country: str) -> tuple[str, ...]:
    """Up to three names that the writer may have meant, the likeliest first."""
    names = {name: key(name) for one in municipalities(country).values() for name in one.names}
    found = process.extract(key(text), names, scorer=fuzz.WRatio, limit=SUGGESTIONS, score_cutoff=LIKENESS)
    return tuple(name for __, __, name in found)


def read_airport(text: str) -> str:
    """The IATA code of an airport at which people arrive."""
    code = text.upper()
    if code not in arrival_airports():
        raise Unreadable(RowCode.UNKNOWN_VALUE)
    return code

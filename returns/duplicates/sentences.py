"""Why two people are thought alike, in sentences: same UNHCR individual number; name 0.92 alike: Axmed/Ahmed."""

from django.utils.formats import number_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from cases.models import PersonIdentifier
from returns.duplicates.births import Births
from returns.models import DuplicatePair


def why(pair: DuplicatePair) -> str:
    """All reasons in one sentence."""
    return capfirst("; ".join(_reason(one) for one in pair.reasons))


def _reason(reason: dict) -> str:
    match reason["code"]:
        case "same_number":
            return _("same %(kind)s") % {"kind": PersonIdentifier.Kind(reason["kind"]).label}
        case "names":
            return _names(reason["score"], reason["words"])
        case "births":
            return str(Births(reason["how"]).label)
        case "sex_differs":
            return _("recorded with another sex")
    return _("another citizenship")


def _names(score: float, words: list[list[str]]) -> str:
    if score >= 1:
        return _("name equal")
    written = ", ".join(f"{one.title()}/{other.title()}" for one, other in words)
    if written:
        return _("name %(score)s alike: %(words)s") % {"score": number_format(score, 2), "words": written}
    return _("name %(score)s alike, one is longer") % {"score": number_format(score, 2)}

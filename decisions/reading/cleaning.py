"""Cleaning what people and programs leave in cells, and the keys by which texts are compared."""

import re
import unicodedata

JOINERS = "\u200c\u200d"  # carry meaning in Persian and other scripts; kept in a name in original script
INVISIBLE = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
INVISIBLE_BUT_JOINERS = re.compile("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]")
SPACE = re.compile("[\t-\r \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]+")
LINE_BREAK = re.compile("[\n\v\f\r\x85\u2028\u2029]")
HYPHENS = re.compile("[\u2010-\u2015\u2212]")
PARENTHESES = re.compile(r"\([^)]*\)")
NOTHING = {"-", "–", "—"}
FOLDED = str.maketrans({"ð": "d", "þ": "th", "æ": "ae", "ø": "o"})
FORMULA_HEADS = ("=", "+", "-", "@")


def clean(text: str, keep_joiners: bool = False) -> str:
    """The text without what nobody sees, its white space made plain; a lone dash means nothing."""
    text = (INVISIBLE_BUT_JOINERS if keep_joiners else INVISIBLE).sub("", text)
    text = SPACE.sub(" ", unicodedata.normalize("NFC", text)).strip(" ")
    return "" if text in NOTHING else text


def key(text: str) -> str:
    """Letters and digits only, lower case, without accents: `Päätös-pvm.` and `PAATOSPVM` are one."""
    plain = unicodedata.normalize("NFKD", clean(text))
    plain = "".join(letter for letter in plain if not unicodedata.combining(letter))
    plain = unicodedata.normalize("NFKD", plain.lower()).translate(FOLDED)
    return "".join(letter for letter in plain if letter.isalnum())


def header_key(text: str) -> str:
    """The key of a header, without what stands in parentheses."""
    return key(PARENTHESES.sub(" ", clean(text)))


def case_key(number: str) -> str:
    """The form of a case number that identifies the case."""
    return HYPHENS.sub("-", SPACE.sub("", clean(number))).upper()


def has_bad_characters(text: str) -> bool:
    """A control character, or the sign that an earlier program could not read a letter?"""
    return any(letter == "\ufffd" or unicodedata.category(letter) == "Cc" for letter in text)


def has_other_script(name: str) -> bool:
    """A letter of another script than Latin? Modifier letters such as ʿ belong to transcriptions and do not count."""
    return any(
        unicodedata.category(letter) in ("Lu", "Ll", "Lt", "Lo")
        and letter not in "ªº"
        and "LATIN" not in unicodedata.name(letter, "")
        for letter in name
    )


def looks_like_formula(text: str) -> bool:
    """Would a spreadsheet take the text for a formula?"""
    return text.startswith(FORMULA_HEADS)

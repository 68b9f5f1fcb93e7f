"""How names are written: folded to plain letters, read aloud in the ways clerks write them down, compared.

One name goes through many clerks: Axmed and Ahmed, Cali and Ali, Xuseen and Hussein, Abdi Rahman and Abdirahman.
"""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

MOST_WORDS = 8
ALIKE = 0.75  # below that two words are two names
READ_ALIKE, SPOKEN_ALIKE, INITIAL = 0.92, 0.85, 0.7
LETTERS = str.maketrans({
    "ð": "d", "þ": "th", "ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ı": "i", "ə": "a",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ـ": "",
})  # fmt: skip
APOSTROPHES = re.compile("['’‘ʼʿʾ`´]")
PARTICLES = {"al", "el", "ul", "bin", "ben", "ibn", "bint", "binti"}
SERVANT = {"abd", "abdul", "abdel", "abdal"}  # half a name: Abdul Rahman is one
ARTICLE = re.compile(r"^abd(?:[aeiou]?l|[aeiu]r(?=r)|[aeiou])?(?=[a-z]{3})")
SOUNDS = tuple(
    (re.compile(pattern), sound)
    for pattern, sound in (
        (r"sch|sh|ch(?=[aeiou])", "s"), (r"dj|dzh|zh", "j"), (r"kh|x", "h"), (r"gh", "g"), (r"dh", "d"),
        (r"th", "t"), (r"ph", "f"), (r"ck|q|c", "k"), (r"w", "v"), (r"ou|oo|au|aw|o", "u"),
        (r"ee|ei|ey|ai|ay|ie|ii|(?<=.)y(?![aeiou])", "i"), (r"e", "a"), (r"(.)\1+", r"\1"), (r"(?<=...)h$", ""),
    )
)  # fmt: skip
VOWELS = re.compile("[aeiouy]")
TWICE, SILENT = re.compile(r"(.)\1+"), re.compile("c(?!h)")
WITH_ARTICLE = 6
remembered = lru_cache(20_000)


def words_of(name: str) -> tuple[str, ...]:
    """The words of a name in plain small letters, without articles; half names put together."""
    plain = unicodedata.normalize("NFKD", name.casefold().translate(LETTERS))
    plain = APOSTROPHES.sub("", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    plain = plain.translate(LETTERS)
    words = "".join(letter if letter.isalpha() else " " for letter in plain).split()
    words = _joined([word for word in words if word not in PARTICLES] or words)
    return tuple(words[:MOST_WORDS])


def _joined(words: Sequence[str]) -> list[str]:
    joined: list[str] = []
    for word in words:
        if joined and joined[-1] in SERVANT:
            joined[-1] += word
        else:
            joined.append(word)
    return joined


@remembered
def readings(word: str) -> frozenset[str]:
    """How a word may be meant: a Somali c is not spoken, its ee is a long e; an article may be written to the name."""
    meant = {word, TWICE.sub(r"\1", word), SILENT.sub("", word), SILENT.sub("", TWICE.sub(r"\1", word))}
    meant |= {one[2:] for one in meant if one[:2] in ("al", "el") and len(one) > WITH_ARTICLE}
    return frozenset(_sounded(one) for one in meant if one)


def _sounded(word: str) -> str:
    word = ARTICLE.sub("abd", word)
    for pattern, sound in SOUNDS:
        word = pattern.sub(sound, word)
    return word


@remembered
def skeletons(word: str) -> frozenset[str]:
    """The consonants that are left whoever wrote the vowels; a word of one consonant keeps its vowels."""
    return frozenset(_bones(reading) for reading in readings(word))


def _bones(reading: str) -> str:
    first = "a" if VOWELS.match(reading) else ""
    bones = first + VOWELS.sub("", reading)
    return bones if len(bones) > 1 else reading


@remembered
def words_alike(one: str, other: str) -> float:
    """From 0 to 1: the same letters, the same reading, the same consonants, a slip of the pen, an initial."""
    if one == other:
        return 1.0
    if readings(one) & readings(other):
        return READ_ALIKE
    if 1 in (len(one), len(other)):
        return INITIAL if one[0] == other[0] else 0.0
    if any(len(bones) > 2 for bones in skeletons(one) & skeletons(other)):
        return SPOKEN_ALIKE
    if min(len(one), len(other)) < 4:
        return 0.0
    slip = max(OSA.normalized_similarity(a, b) for a in readings(one) for b in readings(other))
    return min(slip, SPOKEN_ALIKE) if slip >= ALIKE else 0.0


@dataclass(frozen=True)
class NameLikeness:
    """How alike two names are, in how many words, and the words that are written differently."""

    score: float = 0.0
    words: int = 0
    different: tuple[tuple[str, str], ...] = ()


def names_alike(one: Sequence[str], other: Sequence[str]) -> NameLikeness:
    """Words in whatever order, since families and given names change places; words that one side lacks weigh little."""
    if not one or not other:
        return NameLikeness()
    pairs = [(words_alike(a, b), min(a, b), max(a, b), i, j) for i, a in enumerate(one) for j, b in enumerate(other)]
    left, right, taken = set(range(len(one))), set(range(len(other))), []
    for score, __, __, i, j in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if score and i in left and j in right:
            left.discard(i), right.discard(j)
            taken.append((i, score, one[i], other[j]))
    fewer, more = sorted([len(one), len(other)])
    score = sum(score for __, score, __, __ in taken) / (fewer + 0.2 * (more - fewer))
    different = tuple((a, b) for __, score, a, b in sorted(taken) if score < 1)
    return NameLikeness(round(score, 2), sum(score >= ALIKE for __, score, __, __ in taken), different)

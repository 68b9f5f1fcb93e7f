"""Decrees over the years, as a picture: one bar per decree or list of a scheme."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from returns.models import CountryGroupEntry, GrantRule, RuleSet, RuleSetState
from returns.rules.book import AMOUNT_NOT_KNOWN, LAST_DAY_NOT_KNOWN
from returns.rules.sentences import day_words

FIRST_YEAR = 2015


@dataclass
class Bar:
    """One decree, or the lists of one period: its words and where its bar lies, in per cent of the picture."""

    rule_set: RuleSet
    is_list: bool
    titles: list[str] = field(default_factory=list)
    starts: list[date | None] = field(default_factory=list)
    ends: list[date | None] = field(default_factory=list)
    sources: set[str] = field(default_factory=set)
    numbers: list[str] = field(default_factory=list)
    is_gap: bool = False
    is_certain: bool = True
    x: float = 0
    width: float = 0

    @property
    def title(self) -> str:
        """The decree, or the lists, by name."""
        names = ", ".join(sorted(set(self.titles)))
        return _("Countries: %(names)s") % {"names": names} if self.is_list else names or _("No decree known")

    @property
    def start(self) -> date | None:
        """The first day, unless it is not known."""
        return None if None in self.starts else min(self.starts)

    @property
    def end(self) -> date | None:
        """The last day, unless it is still in force."""
        return None if None in self.ends else max(self.ends)

    @property
    def days(self) -> str:
        """From when until when, in words."""
        start = day_words(self.start) if self.start else _("first day not known")
        return f"{start} – {day_words(self.end) if self.end else ''}".strip()

    @property
    def kind(self) -> str:
        """How the bar is drawn: in force today, over, or not certain."""
        if self.is_gap or not self.is_certain:
            return "w-guess"
        today = timezone.localdate()
        holds = (self.start is None or self.start <= today) and (self.end is None or today <= self.end)
        return "w-mine" if holds and self.rule_set.state == RuleSetState.ACTIVE else "w-bar"

    @property
    def source_words(self) -> str:
        """Where it comes from."""
        return ", ".join(sorted({tag for tags in self.sources for tag in tags.split("+") if tag}))

    @property
    def number_words(self) -> str:
        """The first and the last rule number; how many countries."""
        if self.is_list:
            return ngettext("%(n)s country", "%(n)s countries", len(self.numbers)) % {"n": len(self.numbers)}
        return self.numbers[0] if len(self.numbers) == 1 else f"{self.numbers[0]} – {self.numbers[-1]}"


@dataclass(frozen=True)
class Picture:
    """Every scheme with its bars, the years along the top and today."""

    schemes: dict[str, list[Bar]]
    years: list[tuple[int, float]]
    today: float


def picture(sets: Iterable[RuleSet]) -> Picture:
    """The decrees of these sets, in two questions to the database."""
    by_key = {one.pk: one for one in sets}
    silent = {key: one.is_silent_from([other for other in by_key.values() if other.scheme == one.scheme])
              for key, one in by_key.items()}  # fmt: skip
    bars = [*_bars(GrantRule, by_key, silent, "rule_id"), *_bars(CountryGroupEntry, by_key, silent, "country")]
    last_year = max([timezone.localdate().year, *(bar.start.year for bar in bars if bar.start)]) + 2
    first, last = date(FIRST_YEAR, 1, 1), date(last_year, 1, 1)
    schemes: dict[str, list[Bar]] = {}
    for bar in sorted(bars, key=lambda bar: (bar.rule_set.scheme, bar.is_list, bar.start or date.min, bar.title)):
        bar.x = _place(bar.start or first, first, last)
        bar.width = max(0.6, round(_place((bar.end or last), first, last) - bar.x, 2))
        schemes.setdefault(bar.rule_set.scheme, []).append(bar)
    years = [(year, _place(date(year, 1, 1), first, last)) for year in range(FIRST_YEAR, last_year, 2)]
    return Picture(schemes, years, _place(timezone.localdate(), first, last))


def _bars(model, sets: dict[int, RuleSet], silent: dict[int, date | None], number: str) -> list[Bar]:
    bars: dict[tuple, Bar] = {}
    is_list = model is CountryGroupEntry
    for row in model.objects.filter(rule_set__in=sets).order_by(number).values():
        start, end = row["valid_from"], _end(row["valid_to"], silent[row["rule_set_id"]])
        if start and end and end < start:
            continue  # a later decree speaks before this one began
        key = (row["rule_set_id"], start, end) if is_list else (row["rule_set_id"], row["legal_basis"], start is None)
        bar = bars.setdefault(key, Bar(sets[row["rule_set_id"]], is_list))
        bar.titles.append(row["group"] if is_list else row["legal_basis"])
        bar.starts.append(start)
        bar.ends.append(end)
        bar.sources.add(row["source_tag"])
        bar.numbers.append(row[number])
        bar.is_gap |= row.get("status") == AMOUNT_NOT_KNOWN
        bar.is_certain &= _is_certain(row)
    return list(bars.values())


def _is_certain(row: dict) -> bool:
    """A first day that is known at least in part, and a last day that is not merely unknown."""
    return bool(row["valid_from"] or row["known_from"]) and row.get("status") != LAST_DAY_NOT_KNOWN


def _end(last: date | None, silent_from: date | None) -> date | None:
    ends = [day for day in (last, silent_from - timedelta(days=1) if silent_from else None) if day]
    return min(ends, default=None)


def _place(day: date, first: date, last: date) -> float:
    share = (min(max(day, first), last) - first).days / (last - first).days
    return round(share * 100, 2)

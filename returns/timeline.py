"""Decrees over the years, as a picture: one bar per decree or list of a scheme."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta

from django.utils import timezone
from django.utils.translation import gettext as _

from returns.models import CountryGroupEntry, GrantRule, RuleSet
from returns.rules.sentences import day_words

FIRST_YEAR = 2015


@dataclass
class Bar:
    """One decree: its words and where its bar lies, in per cent of the picture."""

    title: str
    rule_set: RuleSet
    start: date | None
    end: date | None
    sources: set[str] = field(default_factory=set)
    numbers: list[str] = field(default_factory=list)
    is_gap: bool = False
    is_certain: bool = True
    x: float = 0
    width: float = 0

    @property
    def days(self) -> str:
        """From when until when, in words."""
        start = day_words(self.start) if self.start else _("not known")
        return f"{start} – {day_words(self.end) if self.end else ''}".strip()

    @property
    def kind(self) -> str:
        """How the bar is drawn: in force today, over, or not certain."""
        if self.is_gap or not self.is_certain:
            return "w-guess"
        today = timezone.localdate()
        holds = (self.start is None or self.start <= today) and (self.end is None or today <= self.end)
        return "w-mine" if holds and self.rule_set.state == "active" else "w-bar"

    @property
    def source_words(self) -> str:
        """Where it comes from."""
        return ", ".join(sorted(tag for tag in self.sources if tag))

    @property
    def number_words(self) -> str:
        """The first and the last rule number."""
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
    bars = [*_bars(GrantRule, by_key, "legal_basis", "rule_id"), *_bars(CountryGroupEntry, by_key, "group", "country")]
    last_year = max([timezone.localdate().year, *(bar.start.year for bar in bars if bar.start)]) + 2
    first, last = date(FIRST_YEAR, 1, 1), date(last_year, 1, 1)
    schemes: dict[str, list[Bar]] = {}
    for bar in sorted(bars, key=lambda bar: (bar.rule_set.scheme, bar.start or date.min, bar.title)):
        bar.x = _place(bar.start or first, first, last)
        bar.width = max(0.6, round(_place((bar.end or last), first, last) - bar.x, 2))
        schemes.setdefault(bar.rule_set.scheme, []).append(bar)
    years = [(year, _place(date(year, 1, 1), first, last)) for year in range(FIRST_YEAR, last_year, 2)]
    return Picture(schemes, years, _place(timezone.localdate(), first, last))


def _bars(model, sets: dict[int, RuleSet], title: str, number: str) -> list[Bar]:
    bars: dict[tuple, Bar] = {}
    silent = {key: one.is_silent_from([other for other in sets.values() if other.scheme == one.scheme])
              for key, one in sets.items()}  # fmt: skip
    for row in model.objects.filter(rule_set__in=sets).order_by(number).values():
        end = _end(row["valid_to"], silent[row["rule_set_id"]])
        if end and row["valid_from"] and end < row["valid_from"]:
            continue
        key = (row["rule_set_id"], row[title], row["valid_from"], end)
        words = row[title] or row.get("scheme_name") or _("No decree known")
        if model is CountryGroupEntry:
            words = _("List: %(name)s") % {"name": words}
        bar = bars.setdefault(key, Bar(words, sets[row["rule_set_id"]], row["valid_from"], end))
        bar.sources.add(row["source_tag"])
        bar.numbers.append(row[number])
        bar.is_gap |= row.get("status") == "unknown"
        bar.is_certain &= row["valid_from"] is not None or row["known_from"] is not None
    return list(bars.values())


def _end(last: date | None, silent_from: date | None) -> date | None:
    ends = [day for day in (last, silent_from - timedelta(days=1) if silent_from else None) if day]
    return min(ends, default=None)


def _place(day: date, first: date, last: date) -> float:
    share = (min(max(day, first), last) - first).days / (last - first).days
    return round(share * 100, 2)

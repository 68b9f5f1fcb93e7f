"""Small words of the pages: statuses with their shape, dates with their weekday, times with their zone."""

import re
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from babel.core import Locale, get_global
from django import template
from django.template.base import FilterExpression, NodeList, Parser, Token
from django.template.context import Context
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from cases.births import Birth

register = template.Library()
KINDS = {"todo", "stop", "now", "wait", "late", "done", "off"}


@register.simple_tag
def status(kind: str, words: str) -> SafeString:
    """`{% status "wait" words %}`: a shape and words; a shape never stands alone."""
    if kind not in KINDS:
        raise ValueError(f"no status is called {kind!r}")
    return format_html('<span class="st st-{}">{}</span>', kind, words)


@register.filter
def weekday_date(day: date | datetime | None) -> str:
    """Thu 03.12.2026, the weekday in the reader's language: for travel and deadlines."""
    return date_format(_day_of(day), "D d.m.Y") if day else ""


@register.filter
def short_date(day: date | datetime | None) -> str:
    """today, Thu 03.12., or with its year where that is another than this one."""
    if not day:
        return ""
    day, today = _day_of(day), timezone.localdate()
    if day == today:
        return _("today")
    return date_format(day, "D d.m." if day.year == today.year else "D d.m.Y")


@register.filter
def moment(at: datetime | None) -> str:
    """today 10:52, Fri 20.11. 17:40: when something was recorded, in the office's own time."""
    return f"{short_date(at)} {date_format(timezone.localtime(at), 'H:i')}" if at else ""


@register.filter
def at_zone(at: datetime | None, zone: str) -> str:
    """04:15 EAT: the clock on the wall of that place, with the name of its zone."""
    return f"{at.astimezone(ZoneInfo(zone)):%H:%M %Z}" if at else ""


@register.filter
def days_since(day: date | None) -> int | str:
    """How many days ago."""
    return (timezone.localdate() - _day_of(day)).days if day else ""


@register.filter
def time_left(at: date | datetime | None) -> str:
    """2 days late, in 6 h 40 min, in 7 days: what is left of a deadline; a deadline by day lasts to its midnight."""
    if not at:
        return ""
    if not isinstance(at, datetime):
        days = (at - timezone.localdate()).days
        if days == 0:
            return _("today")
        at = timezone.now() + timedelta(days=days)
    left = at - timezone.now()
    return (
        _("%(time)s late") % {"time": _span(-left)} if left < timedelta() else _("in %(time)s") % {"time": _span(left)}
    )


@register.filter
def age(birth: Birth) -> int | None:
    """Completed years today, as far as the birth date is known."""
    return birth.age_on(timezone.localdate())


@register.filter
def country_name(code: str) -> str:
    """The name of a country (ISO 3166-1 alpha-2 or alpha-3) in the reader's language; people may have none."""
    if code in {"XXA", "XXX"}:
        return _("stateless") if code == "XXA" else _("not known")
    code = get_global("territory_aliases").get(code, [code])[0]
    return Locale.parse(get_language() or "en", sep="-").territories.get(code, code)


@register.filter
def capped(number: int, most: int = 10_000) -> str:
    """10,000+ instead of an exact count nobody needs."""
    return f"{most:,}+" if number > most else f"{number:,}"


def _day_of(value: date | datetime) -> date:
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    return value


def _span(time: timedelta) -> str:
    seconds = time.total_seconds()
    if seconds >= 86_400 * 0.999:
        days = round(seconds / 86_400)
        return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}
    hours, minutes = divmod(int(seconds // 60), 60)
    if not hours:
        return _("%(n)s min") % {"n": minutes}
    return _("%(hours)s h %(minutes)s min") % {"hours": hours, "minutes": minutes}


class PrintLine(template.Node):
    """Writes what a printed page carries in its footer: reference, printed by whom and when."""

    def __init__(self, nonce: FilterExpression, inside: NodeList) -> None:
        self.nonce, self.inside = nonce, inside

    def render(self, context: Context) -> str:
        """The style for printers with margin boxes; `print_line` serves the others at the end of the page."""
        line = " · ".join(part for part in (" ".join(self.inside.render(context).split()), printed_by(context)) if part)
        context.dicts[0]["print_line"] = line
        rule = f'@page {{ @bottom-left {{ content: "{css_string(line)}"; font: 8pt sans-serif; }} }}'
        return format_html('<style nonce="{}">{}</style>', self.nonce.resolve(context), SafeString(rule))


def printed_by(context: Context) -> str:
    """Printed by whom and when."""
    if not (user := context.get("user")):
        return ""
    words = {"who": user.name, "when": date_format(timezone.localtime(), "d.m.Y H:i")}
    return _("Printed by %(who)s · %(when)s") % words


def css_string(words: str) -> str:
    """Words inside a quoted string of CSS: everything but letters, digits and spaces is escaped."""
    return re.sub(r"[^\w .]", lambda found: f"\\{ord(found[0]):06x}", words)


@register.tag
def print_line(parser: Parser, token: Token) -> PrintLine:
    """`{% print_line CSP_NONCE %}reference{% endprint_line %}`."""
    nonce = parser.compile_filter(token.split_contents()[1])
    inside = parser.parse(["endprint_line"])
    parser.delete_first_token()
    return PrintLine(nonce, inside)

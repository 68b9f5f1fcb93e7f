"""Words of monitoring for templates."""

from django import template

from returns.monitoring import sentences

register = template.Library()


@register.filter
def occasion(months: int | None) -> str:
    """After how many months; agreed, where it is not on the schedule."""
    return sentences.occasion(months)

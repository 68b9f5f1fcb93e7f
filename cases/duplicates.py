"""Who may be the same person: found by likeness, judged by people. Members of one case are never asked about.

Brothers, sisters and twins stand in one case; whoever stands in one case together is two people by definition.
"""

from django.contrib.postgres.search import TrigramSimilarity
from django.db.models import Q, QuerySet

from accounts.models import User
from cases.models import Case, Member, NotTheSame, Person

ALIKE = 0.45  # of three-letter pieces; Mohamed Ali and Muhammad Ali are at 0.46
MOST = 5


def perhaps_the_same(person: Person, reader: User) -> QuerySet[Person]:
    """People this reader may see whose name and year are like this one's and about whom nobody judged yet."""
    alike = Person.objects.visible_to(reader).filter(search_name__trigram_similar=person.search_name)
    alike = alike.annotate(likeness=TrigramSimilarity("search_name", person.search_name)).filter(likeness__gte=ALIKE)
    if person.birth_year:
        near = Q(birth_year__range=(person.birth_year - 1, person.birth_year + 1))
        alike = alike.filter(near | Q(birth_year=None))
    return alike.filter(sex=person.sex).exclude(pk__in=known_others(person)).order_by("-likeness", "pk")[:MOST]


def known_others(person: Person) -> list[int]:
    """The person, those in the same cases, and those judged to be somebody else."""
    judged = NotTheSame.objects.filter(Q(first=person) | Q(second=person)).values_list("first", "second")
    together = Member.objects.filter(case__members__person=person).values_list("person", flat=True)
    return [person.pk, *together, *(key for pair in judged for key in pair)]


def obstacle(kept: Person, gone: Person, reader: User) -> str:
    """The reference of a case that forbids the merge: both stand in it, or the reader may not see it; else empty."""
    of_gone = Case.objects.filter(members__person=gone)
    both = of_gone.filter(members__person=kept).values_list("reference", flat=True).first()
    if both:
        return both
    hidden = of_gone.exclude(pk__in=Case.objects.visible_to(reader).values("pk"))
    return "?" if hidden.exists() else ""

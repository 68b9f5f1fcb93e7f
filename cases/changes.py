"""Who wants to hear that people changed: a name, a birth date, a number, a case they joined, a merge.

Higher floors announce themselves from `AppConfig.ready()` and are called in the transaction of the change; whoever has
more to look up than a few rows queues a job.
"""

from collections.abc import Callable, Sequence

Hears = Callable[[Sequence[int]], object]

_hear: list[Hears] = []


def on_people_changed(call: Hears) -> None:
    """Announce `call(keys)`; announced twice it is still called once."""
    if call not in _hear:
        _hear.append(call)


def people_changed(*people: int) -> None:
    """Tell everybody: these people, by their keys, are not what they were."""
    if people:
        for call in _hear:
            call(people)

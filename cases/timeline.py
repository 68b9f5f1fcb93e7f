"""Sentences of the timeline. Apps say once, in their `apps.py`, how each verb reads; facts fill the gaps.

Facts are stored as JSON; codes among them (a stage, an airport) may be put into words by `words` at reading time, so
that every reader gets the sentence in their own language.
"""

from collections.abc import Callable

from cases.models import Event

Words = Callable[[dict], dict]

_sentences: dict[str, tuple[str, Words]] = {}


def say(verb: str, sentence: str, words: Words = dict) -> None:
    """Teach the timeline a verb: a lazy gettext sentence with `%(name)s` gaps, and how facts are put into words."""
    if verb in _sentences:
        raise ValueError(f"verb {verb} has two sentences")
    _sentences[verb] = (sentence, words)


def known_verbs() -> set[str]:
    """Every verb that has a sentence."""
    return set(_sentences)


def sentence_of(event: Event) -> str:
    """What happened, in the active language."""
    sentence, words = _sentences[event.verb]
    stages = {"old": event.old_stage, "new": event.new_stage} if event.new_stage else {}
    return str(sentence) % words(event.facts | stages)

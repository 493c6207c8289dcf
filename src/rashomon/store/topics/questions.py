"""The question that a saved search keeps, as the part of an address behind its ``?``."""

from dataclasses import fields
from urllib.parse import parse_qsl

from rashomon.store.views import Question

_START = Question()
#: Fields that only say how an answer is listed.
LISTED = frozenset({"page", "size", "order"})
#: The fields of a question that are texts.
TEXTS = tuple(field.name for field in fields(Question) if isinstance(getattr(_START, field.name), str | None))
#: What a ticked box sends.
TICKED = frozenset({"1", "true", "on"})
_FLAGS = ("disputed", "parts")
_LONGEST = 500


def question_in(query: str) -> Question:
    """Return the question that an address asks; what is unknown there, or only says how the answer is listed, is left out.

    >>> question_in("q=bridge&country=IQ&page=3&view=map&disputed=1")
    Question(text='bridge', type=None, status=None, actor=None, country='IQ', month=None, disputed=True, page=1, size=50, \
outlet=None, grade=None, roots=None, after=None, before=None, place=None, area=None, parts=False, order='newest', \
meaning='beside')
    """
    asked = {("text" if name == "q" else name): value[:_LONGEST].strip() for name, value in parse_qsl(query)}
    known = {name: value for name, value in asked.items() if name in TEXTS and name not in LISTED and value}
    flags = {name: asked.get(name, "") in TICKED for name in _FLAGS}
    return Question(**known, **flags)  # type: ignore[arg-type]  # texts and flags by the fields' names

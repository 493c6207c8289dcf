"""What a brief is asked: a saved topic, perhaps narrowed further, or a question by itself."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from rashomon.exports.briefs.contract import Wanted
from rashomon.store.codec import encode
from rashomon.store.topics.questions import LISTED, TEXTS, question_in
from rashomon.store.topics.topics import Topic
from rashomon.store.views import Question

#: Asks for every event.
ALL = "all"
_START = Question()


def wanted_of(topics: Iterable[Topic], question: Question, topic: str, day: date) -> Wanted:
    """Return what a brief is asked.

    Args:
        topics: those that are saved.

        question: narrows further.

        topic: id or name of a topic, else words to search for; `ALL` is every event.

        day: taken for today.
    """
    found = topic_named(topics, topic)
    if found is not None:
        asked = narrowed(question_in(found.question), question)
        return Wanted(found.name, found.id if asked == question_in(found.question) else subject_of(asked), day, asked)
    asked = question if topic == ALL else narrowed(Question(topic), question)
    return Wanted(title_of(asked), subject_of(asked), day, asked)


def topic_named(topics: Iterable[Topic], name: str) -> Topic | None:
    """Return a topic by its id or its name, whatever the case; ``None`` where there is none."""
    return next((one for one in topics if name == one.id or name.casefold() == one.name.casefold()), None)


def narrowed(question: Question, further: Question) -> Question:
    """Return a question narrowed by whatever another one narrows; words of both must all be found."""
    set_ = {name: value for name in TEXTS if (value := getattr(further, name)) != getattr(_START, name) and name not in LISTED}
    both = " ".join(f"({one.text})" for one in (question, further) if one.text is not None)
    text = both if question.text is not None and further.text is not None else question.text or further.text
    flags = {name: getattr(question, name) or getattr(further, name) for name in ("disputed", "parts")}
    return replace(question, **{**set_, **flags, "text": text})


def subject_of(question: Question) -> str:
    """Return what is the same for two briefs of one question, however its answer is listed."""
    return encode(replace(question, page=_START.page, size=_START.size, order=_START.order))


def title_of(question: Question) -> str:
    """Return a question as a title.

    >>> title_of(Question("bombing", country="IQ")), title_of(Question())
    ('bombing; country IQ', 'all events')
    """
    parts = [question.text or ""]
    names = (name for name in TEXTS if name not in {"text", *LISTED})
    parts += [f"{name} {value}" for name in names if (value := getattr(question, name)) != getattr(_START, name)]
    parts += ["disputed"] * question.disputed
    return "; ".join(part for part in parts if part) or "all events"

"""Events with arguments in the KAIROS ontology, in whole articles (WikiEvents)."""

import bisect
from collections.abc import Iterable, Iterator, Sequence

from benchmarks.joined import Joined, joined
from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from benchmarks.wikievents_arguments import arguments
from benchmarks.wikievents_types import OF_ACCOUNTS, triggers
from rashomon.model.reading import Mention, Reading
from rashomon.model.words import MentionKind
from rashomon.text.sentences import sentences
from rashomon.text.tokens import tokens

#: The development file in the optional data folder.
DEV = "bench/wikievents/dev.jsonl"
#: What a reader must not see.
GOLD = ("entities", "events")

Trigger = tuple[int, int]


def found_triggers(text: str, reading: Reading) -> dict[Trigger, str]:
    """Return where events are told, each with its KAIROS type: listed words, then what else the reading found."""
    cut = tokens(text)
    words = tuple(token.text.lower() for token in cut)
    told: dict[Trigger, str] = {}
    for at, hit in triggers().within(words, 0, len(words)):
        told[cut[at].start, cut[hit.end - 1].end] = hit.value
    for account in reading.accounts:
        for span in (account.trigger, *account.also):
            free = all(end <= span.start or span.end <= start for start, end in told)
            if free and account.type in OF_ACCOUNTS:
                told[span.start, span.end] = OF_ACCOUNTS[account.type]
    return dict(sorted(told.items()))


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the articles one after the other; of a record that gives its triggers only the arguments are read."""
    for row in rows:
        page = joined(row["text"])
        reading = extractor().read(article_of(page.text))
        given = row.get("events")
        events = _given(page, given) if given else [(None, *told) for told in found_triggers(page.text, reading).items()]
        yield {"id": row["id"], "events": list(_events(page, reading, events))}


def _given(page: Joined, events: Sequence[Row]) -> list[tuple[str | None, Trigger, str]]:
    """The triggers of a record, in the text as it is read."""
    made = []
    for event in events:
        start = bisect.bisect_left(page.origins, event["trigger"]["start"])
        end = bisect.bisect_left(page.origins, event["trigger"]["end"])
        made.append((event.get("id"), (start, end), event["type"]))
    return made


def _events(page: Joined, reading: Reading, events: Iterable[tuple[str | None, Trigger, str]]) -> Iterator[Row]:
    cut = sentences(page.text)
    starts = [start for start, _ in cut]
    for name, trigger, kind in events:
        start, end = cut[max(0, bisect.bisect_right(starts, trigger[0]) - 1)]
        around = [m for m in reading.mentions if _is_entity(m) and start <= m.span.start < end]
        row: Row = {"type": kind, "trigger": _span(page, *trigger)}
        row["arguments"] = [
            {"role": one.role, **_span(page, one.start, one.end)} for one in arguments(page.text, kind, trigger, around)
        ]
        yield row if name is None else {"id": name, **row}


def _is_entity(mention: Mention) -> bool:
    return mention.kind not in (MentionKind.DATE, MentionKind.NUMBER)


def _span(page: Joined, start: int, end: int) -> Row:
    first, last = page.original(start, end)
    return {"start": first, "end": last}

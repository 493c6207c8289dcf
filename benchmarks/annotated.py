"""Invented, annotated reporting: the reader's own form, scored on the documents held out of training."""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from operator import attrgetter
from pathlib import Path

from benchmarks.shared import Figures, Row, extractor, score
from benchmarks.texts import article_of
from rashomon.extraction.contract import Extractor
from rashomon.linking.contract import Source
from rashomon.linking.run import link
from rashomon.lists.gazetteer import load_gazetteer
from rashomon.lists.registry import load_registry
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, Role
from training.corpus import CORPUS, documents, split


def _span(tag: str, span: EvidenceSpan, **values: str) -> Row:
    return {"tag": tag, "start": span.start, "end": span.end, **values}


def _mentions(reading: Reading) -> Iterator[Row]:
    for mention in reading.mentions:
        if mention.kind == MentionKind.DATE:
            yield _span("d", mention.span, v=mention.date.written if mention.date else "")
        elif mention.kind == MentionKind.NUMBER:
            yield _span("q", mention.span, i=mention.id, n=str(mention.number_kind), v=str(mention.number))
        else:
            yield _span("m", mention.span, t=str(mention.kind), k=mention.key)


def _event(account: Account) -> Row:
    row: defaultdict[str, list[str]] = defaultdict(list)
    for filler in account.fillers:
        row[str(filler.role)].append(filler.key)
    values = {"date": account.date.written if account.date else None, "killed": account.killed, "injured": account.injured}
    return {
        "id": account.id,
        **{role: ",".join(keys) for role, keys in row.items()},
        **{role: str(value) for role, value in values.items() if value is not None},
    }


def _claim(claim: Claim, mentions: Sequence[Mention]) -> Iterator[Row]:
    if claim.content != claim.cue:
        yield _span("a", claim.content, i=claim.id)
    if claim.source_span is not None:
        yield _span("s", _named(claim, claim.source_span, mentions), i=claim.id)
    if claim.cue is not None:
        yield _span("c", claim.cue, i=claim.id)


def _named(claim: Claim, said: EvidenceSpan, mentions: Sequence[Mention]) -> EvidenceSpan:
    """Return the mention that stands for a source said by a pronoun, as ``check.py --jsonl`` does: the last before it."""
    named = [mention.span for mention in mentions if mention.key == claim.source]
    before = [span for span in named if span.end <= said.end]
    if before:
        return max(before, key=attrgetter("end"))
    return min(named, key=attrgetter("start"), default=said)


def predicted(record_id: str, text: str, reading: Reading) -> Row:
    """Return a reading in the form of the corpus's ``check.py --jsonl``."""
    spans = list(_mentions(reading))
    spans += [_span("v", span, i=a.id, t=str(a.type), s=str(a.status)) for a in reading.accounts for span in (a.trigger, *a.also)]
    spans += [span for claim in reading.claims for span in _claim(claim, reading.mentions)]
    return {
        "id": record_id,
        "text": text,
        "spans": spans,
        "events": [_event(account) for account in reading.accounts],
        "claims": [{"id": c.id, "source": c.source, "stance": str(c.stance)} for c in reading.claims],
        "figures": [],
        "relations": [{"subject": t.subject, "relation": str(t.relation), "object": t.object} for t in reading.ties],
    }


def happenings(sources: Iterable[Source]) -> dict[str, str]:
    """Return the event of each account that tells one, linked over all articles."""
    events = link(sources, load_registry(), load_gazetteer()).events
    return {account: event.id for event in events for account in event.accounts}


def as_happenings(made: Row, happening: Mapping[str, str]) -> Row:
    """Return a predicted row in which the accounts of one happening are one event, named across documents.

    Its triggers are those of all of them, its roles what any of them fills, its values what the first one states.
    """
    first: dict[str, str] = {}
    leading = {event["id"]: first.setdefault(happening.get(event["id"], event["id"]), event["id"]) for event in made["events"]}
    events: dict[str, Row] = {}
    for event in made["events"]:
        told = events.setdefault(leading[event["id"]], dict(event))
        if event["id"] in happening:
            told["same"] = happening[event["id"]]
        for role in {role.value for role in Role} & event.keys():
            told[role] = ",".join(dict.fromkeys([*told.get(role, event[role]).split(","), *event[role].split(",")]))
        told |= {name: value for name, value in event.items() if name not in told}
    spans = [span | {"i": leading[span["i"]]} if span["tag"] == "v" else span for span in made["spans"]]
    return made | {"spans": spans, "events": list(events.values())}


def predict_with(rows: Iterable[Row], reader: Extractor) -> Iterator[Row]:
    """Read the records one after the other, then link their accounts."""
    records = list(rows)
    articles = [article_of(row["text"], outlet=row.get("outlet"), published=row.get("published")) for row in records]
    sources = [Source(article, reader.read(article)) for article in articles]
    happening = happenings({source.article.id: source for source in sources}.values())
    for row, source in zip(records, sources, strict=True):
        yield as_happenings(predicted(row["id"], row["text"], source.reading), happening)


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the records with the product's own extractor."""
    return predict_with(rows, extractor())


def run_with(reader: Extractor) -> Figures:
    """Return the scorer's figures of an extractor on the held-out documents."""
    _, held = split(documents())
    with tempfile.TemporaryDirectory() as folder:
        gold, mine = Path(folder, "gold.jsonl"), Path(folder, "mine.jsonl")
        for path, rows in ((gold, held), (mine, list(predict_with(held, reader)))):
            path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
        return score(CORPUS / "score.py", gold, mine)


def run() -> Figures:
    """Return the figures of the product's own extractor."""
    return run_with(extractor())

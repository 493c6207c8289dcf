"""Who, what, when, where, why and how of an article's main event, as phrases of its text."""

from collections.abc import Iterable, Iterator

from benchmarks.shared import Row, extractor
from benchmarks.texts import article_of
from rashomon.extraction.main_event import MainEvent, main_event
from rashomon.model.sources import EvidenceSpan

DEV = "bench/five_w_one_h/dev.jsonl"
GOLD = ("answers", "event")
#: How much of a description is looked for at the beginning of the text, which often repeats it.
_SAME, _BEGINNING = 60, 400


def predict(rows: Iterable[Row]) -> Iterator[Row]:
    """Read the articles one after the other."""
    for row in rows:
        article = article_of(_text(row), outlet=row.get("publisher"), published=row.get("date"))
        event = main_event(article, extractor().read(article))
        yield {"id": row["id"], "answers": dict(_answers(article.text, event))}


def _text(row: Row) -> str:
    """Title, description and text as a page prints them; a description that the text begins with stands once."""
    title = " ".join((row.get("title") or "").split())
    lead, text = (row.get("description") or "").strip(), (row.get("text") or "").strip()
    told = not lead or lead[:_SAME] in text[:_BEGINNING]
    return f"{title}\n\n{text}" if told else f"{title}\n\n{lead}\n{text}"


def _answers(text: str, event: MainEvent) -> Iterator[tuple[str, list[Row]]]:
    """The questions that the article answers, one answer each."""
    spans: dict[str, EvidenceSpan | None] = {
        "who": event.who,
        "what": event.what,
        "when": event.when,
        "where": event.where,
        "why": event.why,
        "how": event.how,
    }
    for question, span in spans.items():
        if span is not None:
            answer = {"text": text[span.start : span.end]}
            if question == "when" and event.day is not None and event.day.first is not None:
                answer["parsed"] = event.day.first.isoformat()
            yield question, [answer]

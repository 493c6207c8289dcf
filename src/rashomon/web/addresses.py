"""Addresses of pages: every view of the ledger has one that can be shared."""

from dataclasses import fields, replace
from urllib.parse import quote, urlencode

from rashomon.store.views import Question, Quote

#: A facet's name and the field of a question that it narrows.
FACET_FIELDS = {
    "time": "month",
    "month": "month",
    "country": "country",
    "place": "country",
    "type": "type",
    "actor": "actor",
    "status": "status",
    "outlet": "outlet",
    "grade": "grade",
    "roots": "roots",
}
#: The fields that narrow a question, in the order they are shown.
NARROWING = ("type", "status", "actor", "country", "month", "after", "before", "place", "area", "outlet", "grade", "roots")
#: Where the search stands.
SEARCH = "/search"
_PREFIXES = {"evt": "events", "acc": "events", "act": "actors", "art": "articles", "top": "topics"}


def question_address(question: Question, path: str = SEARCH, **shown: str) -> str:
    """Return the address of a question; what does not narrow is left out. ``shown`` says how the answer is shown."""
    start = Question()
    asked: dict[str, str | None] = {"q": question.text, **{name: getattr(question, name) for name in NARROWING}}
    asked["disputed"] = "1" if question.disputed else None
    asked["parts"] = "1" if question.parts and question.actor else None
    asked["order"] = question.order if question.order != start.order else None
    asked["meaning"] = question.meaning if question.meaning != start.meaning and question.text else None
    asked["page"] = str(question.page) if question.page != start.page else None
    asked["size"] = str(question.size) if question.size != start.size else None
    query = urlencode({name: value for name, value in {**asked, **shown}.items() if value})
    return f"{path}?{query}" if query else path


def narrowed(question: Question, field: str, value: str | bool | None, **shown: str) -> str:
    """Return the address of the same question with one field set (``None`` takes it away), from its first page.

    A month takes the place of a stretch of time, and the other way round.
    """
    changed = {one.name: getattr(question, one.name) for one in fields(Question)}
    changed |= {"page": 1, field: value}
    if value is not None and field == "month":
        changed |= {"after": None, "before": None}
    if value is not None and field in {"after", "before"}:
        changed["month"] = None
    return question_address(Question(**changed), **shown)


def at_page(question: Question, page: int, **shown: str) -> str:
    """Return the address of another page of the same list."""
    return question_address(replace(question, page=page), **shown)


def address_of(target: str) -> str | None:
    """Return the page of an event, account, actor, article or topic by its id; ``None`` for things that have no page."""
    folder = _PREFIXES.get(target.partition("-")[0])
    return None if folder is None else f"/{folder}/{quote(target, safe='')}"


def words_address(article_id: str, start: int, end: int) -> str:
    """Return the address of a stretch of an article's text."""
    return f"/articles/{quote(article_id, safe='')}?at={start}-{end}#c{start}"


def quote_address(words: Quote) -> str:
    """Return the address of a quote in its article."""
    return words_address(words.article_id, words.start, words.end)


def outside(address: str | None) -> str | None:
    """Return an article's own address where a browser may open it: http and https only, else ``None``."""
    return address if address is not None and address.lower().startswith(("http://", "https://")) else None

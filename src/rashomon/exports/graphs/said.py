"""Who says what of an event, in plain sentences: what every node of a graph carries beside its values."""

from collections.abc import Iterable, Iterator, Mapping
from urllib.parse import urlsplit

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.model.ledger import RangeSupport
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.shelf import NO_OUTLET
from rashomon.store.views import AccountView, ArticleLine, ClaimView, FigureView

#: What an outlet's grade is where nobody graded it: reliability cannot be judged.
UNGRADED = "F"
#: The sentence that every export says of itself.
BY_MACHINE = (
    "Read by a machine from published articles; what is said here is said by the sources named, not by the ledger's keeper."
)


def outlet_of(article: ArticleLine) -> str:
    """Return the outlet's name, or that none is stated."""
    return article.outlet or NO_OUTLET


def whence(article: ArticleLine, grades: Mapping[str, str]) -> str:
    """Return who published an article and when, with the outlet's grade: ``Frontier Wire (grade B), 2031-07-12``."""
    grade = grades.get(article.outlet or "", UNGRADED)
    return f"{outlet_of(article)} (grade {grade}), {article.published or 'no date stated'}"


def open_address(address: str | None) -> str | None:
    """Return an address of the web that others can open, else ``None``.

    >>> open_address("https://wire.example/a"), open_address("file:///a"), open_address("http://a b")
    ('https://wire.example/a', None, None)
    """
    if address is None or not address.isprintable() or " " in address:
        return None
    try:
        parts = urlsplit(address)
    except ValueError:
        return None
    return address if parts.scheme in {"http", "https"} and parts.hostname else None


def quoted(words: str) -> str:
    """Return words on one line between quotation marks."""
    return f"“{' '.join(words.split())}”"


def account_words(view: AccountView, grades: Mapping[str, str], say: Catalogue) -> str:
    """Return one telling of an event: outlet, grade and day, on whose word, how it stands, and the words themselves."""
    word_of = ", after ".join(named.name for named in view.attribution)
    stands = say.code("status_word", view.account.status)
    return (
        f"{whence(view.article, grades)}{f', on the word of {word_of}' if word_of else ''}; {stands}: {quoted(view.quote.words)}"
    )


def speakers(view: ClaimView) -> tuple[str, ...]:
    """Return who makes a claim, through whom, and who published it: the origin first."""
    chain = (view.source.name, *(named.name for named in reversed(view.via)), outlet_of(view.article))
    return tuple(dict.fromkeys(chain))


def claim_words(view: ClaimView, grades: Mapping[str, str]) -> str:
    """Return one claim: who, in which stance, the words, and where they are printed."""
    via = ", ".join(named.name for named in view.via)
    stance = view.claim.stance.replace("_", " ")
    through = f" through {via}" if via else ""
    return f"{view.source.name} {stance}{through}: {quoted(view.quote.context)} ({whence(view.article, grades)})"


def event_words(event: PublishedEvent, say: Catalogue) -> Iterator[str]:
    """Yield sentences on an event: how it stands, when, each version of a toll with who gives it, and each telling."""
    line = event.told.line
    roots = ", ".join(sorted(set(event.told.sources.values())))
    yield f"{line.title}."
    yield f"Status: {say.code('status_word', line.status)}."
    yield f"Date: {date_words(line.date, say) if line.date else 'not stated'}."
    yield f"Accounts: {line.accounts}, independent roots: {line.independent}{f' ({roots})' if roots else ''}."
    if line.alarms:
        yield f"Contradictions: {line.alarms}."
    for what, versions in (("Killed", event.told.event.killed), ("Injured", event.told.event.injured)):
        yield from (f"{what}: {toll_words(version, event.told.sources, say)}." for version in versions)


def toll_words(version: RangeSupport, sources: Mapping[str, str], say: Catalogue) -> str:
    """Return a version of a toll with who gives it: ``12 (Vale Front)``."""
    names = sorted({sources[account] for account in version.accounts if account in sources})
    return f"{amount_words(version.value, say)} ({', '.join(names) or NO_OUTLET})"


def figure_words(view: FigureView, grades: Mapping[str, str], say: Catalogue) -> str:
    """Return a number that an account gives: what it counts, who says it, the words and where they are printed."""
    figure = view.figure
    counted = f"{amount_words(figure.value, say)}{f' {figure.unit}' if figure.unit else ''}"
    what = figure.kind.value.replace("_", " ").capitalize()
    return f"{what}: {counted}, says {view.source.name}: {quoted(view.quote.words)} ({whence(view.article, grades)})"


def credibility(event: PublishedEvent) -> int | None:
    """Return the Admiralty credibility of an event, as far as counting roots goes; ``None`` is 6, it cannot be judged.

    2 (probably true) with two or more independent roots and no contradiction, 4 (doubtful) where its accounts contradict each
    other. A single root alone says nothing; and 1 (confirmed) takes more than a machine that counts.
    """
    line = event.told.line
    if line.alarms or line.status in {"disputed", "denied", "negated"}:
        return 4
    return 2 if line.independent > 1 else None


def articles_of(event: PublishedEvent) -> tuple[str, ...]:
    """Return the ids of the articles that an event's accounts and claims stand in, each once."""
    lines: Iterable[ArticleLine] = (*(one.article for one in event.told.accounts), *(one.article for one in event.claims))
    return tuple(dict.fromkeys(line.id for line in lines))

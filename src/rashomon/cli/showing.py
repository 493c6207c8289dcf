"""An event, an actor or an article as text: who says what, with the words quoted."""

from collections.abc import Callable, Iterator

from rashomon.cli.writing import (
    NOT_STATED,
    STANCE_WORDS,
    article,
    event,
    heading,
    is_alarm,
    names,
    quote,
    words,
    wrapped,
)
from rashomon.linking.sources.grading import credibility, harm
from rashomon.model.histories import HistoryLine
from rashomon.model.ledger import Contradiction
from rashomon.model.sources import Article
from rashomon.store.views import (
    AccountView,
    ActorView,
    ArticleView,
    ClaimView,
    EventView,
    FigureView,
    SeriesView,
    TieView,
)

#: So many lines of a history are shown.
HISTORY_LINES = 60
#: Said under everything that is shown.
MACHINE_READ = "A machine read this. Every value stands with its words; check them before you rely on it."


def show_event(view: EventView, article_of: Callable[[str], Article]) -> Iterator[str]:
    """Yield the lines of an event: its values with their support, then each account, claim and contradiction.

    Args:
        view: the event.

        article_of: gives an article by its id, for the words of both sides of a contradiction.
    """
    yield event(view.line)
    yield from _grades(view)
    yield from _support(view)
    yield heading(f"Accounts ({len(view.accounts)}, {len(view.roots)} independent)")
    for n, account in enumerate(view.accounts, 1):
        yield from _account(n, account)
    if view.claims:
        yield heading("Who says what")
        for claim in view.claims:
            yield from _claim(claim)
    if view.contradictions:
        yield heading("What does not hold together")
        for contradiction in view.contradictions:
            yield from _contradiction(contradiction, article_of)
    yield heading(MACHINE_READ)


def _grades(view: EventView) -> Iterator[str]:
    """Yield how far the event is to be believed, and the harm to be taken as established."""
    rated = credibility(view.event, view.roots, view.contradictions)
    yield f"  credibility {rated.grade} ({words(rated.grade.name.lower())}): {rated.why}"
    hurt = harm(view.event, view.roots, view.contradictions)
    if hurt is not None:
        yield f"  harm {hurt.grade}: {hurt.why}"


def _support(view: EventView) -> Iterator[str]:
    """Yield the values on which accounts differ, each with how many accounts give it."""
    told = view.event
    rows = (
        ("type", [(words(s.value), s.accounts) for s in told.types]),
        ("status", [(words(s.value), s.accounts) for s in told.statuses]),
        ("date", [(str(s.value), s.accounts) for s in told.dates]),
        ("place", [(view.names.get(s.value, s.value), s.accounts) for s in told.places]),
        ("who did it", [(view.names.get(s.value, s.value), s.accounts) for s in told.agents]),
        ("against", [(view.names.get(s.value, s.value), s.accounts) for s in told.patients]),
        ("killed", [(str(s.value), s.accounts) for s in told.killed]),
        ("injured", [(str(s.value), s.accounts) for s in told.injured]),
    )
    for name, values in rows:
        if values:
            yield f"    {name:<11} " + " | ".join(f"{value} ({len(accounts)})" for value, accounts in values)


def _account(n: int, view: AccountView) -> Iterator[str]:
    account = view.account
    yield ""
    yield wrapped(f"{n}. {article(view.article)}")
    said = f"on the word of {names(view.attribution)}" if view.attribution else "in the article's own voice"
    root = f"root: {view.root.name}" if view.root else "root unknown"
    yield wrapped(f"{words(account.type)}, {words(account.status)}, {said}; {root}", "   ")
    facts = [f"who: {names(view.agents)}", f"against: {names(view.patients)}", f"where: {names(view.places)}"]
    facts.append(f"when: {account.date or NOT_STATED}")
    if account.killed:
        facts.append(f"killed: {account.killed}")
    if account.injured:
        facts.append(f"injured: {account.injured}")
    yield wrapped(" · ".join(facts), "   ")
    yield quote(view.quote)


def _claim(view: ClaimView) -> Iterator[str]:
    via = f", through {names(view.via)}," if view.via else ""
    yield ""
    yield wrapped(f"{view.source.name}{via} {STANCE_WORDS[view.claim.stance]} ({view.article.outlet or 'outlet not stated'}):")
    yield quote(view.quote)


def _contradiction(found: Contradiction, article_of: Callable[[str], Article]) -> Iterator[str]:
    mark = "!" if is_alarm(found.severity) else "·"
    yield ""
    yield wrapped(f"{mark} {words(found.kind)}, {words(found.severity)}: {found.topic}")
    for position in found.positions:
        told = article_of(position.article_id)
        yield wrapped(f"{position.source or 'source not stated'} ({told.outlet or 'outlet not stated'}): {position.says}", "    ")
        yield wrapped(f"“{told.text[position.start : position.end]}”", "        ")


def show_history(lines: tuple[HistoryLine, ...]) -> Iterator[str]:
    """Yield the newest lines of a history, earliest first, each with those who say so and those who deny it."""
    if len(lines) > HISTORY_LINES:
        yield f"  … {len(lines) - HISTORY_LINES} earlier (--json shows all)"
    for line in lines[-HISTORY_LINES:]:
        denying = [witness.name for witness in line.witnesses if witness.denies]
        saying = [witness.name for witness in line.witnesses if not witness.denies]
        said = f"say: {', '.join(dict.fromkeys(saying)) or 'nobody'}" + (f"; deny: {', '.join(denying)}" if denying else "")
        yield wrapped(f"{line.when or 'undated':<22} {line.says} ({said})", "  ")


def show_actor(view: ActorView) -> Iterator[str]:
    """Yield the lines of an actor: names, history, ties, events, what it said."""
    actor = view.actor
    yield heading(actor.name).lstrip("\n")
    listed = "listed" if actor.listed else "met in texts only, in no list"
    yield f"    {words(actor.kind)} · {actor.country or 'no country'} · {listed}\n    {actor.id}"
    if actor.aliases:
        yield wrapped("also: " + ", ".join(alias.text for alias in actor.aliases), "    ")
    if view.history:
        yield heading("Through time, as lists and articles say")
        yield from show_history(view.history)
    if view.ties:
        yield heading("Ties")
        for tie in view.ties:
            yield from _tie(tie)
    if view.claims:
        yield heading("Said, or reported to have said")
        for claim in view.claims:
            yield from _claim(claim)
    if view.events:
        yield heading("Events")
        yield from (event(line) for line in view.events)
    yield heading(MACHINE_READ)


def _tie(view: TieView) -> Iterator[str]:
    yield wrapped(f"{view.subject.name} {words(view.tie.relation)} {view.object.name} ({article(view.article)})", "  ")
    yield quote(view.quote)


def _figure(view: FigureView) -> Iterator[str]:
    figure = view.figure
    when = figure.period or figure.as_of
    yield wrapped(f"{figure.qualifier or ''} {figure.value} {figure.what} ({when or 'undated'}), says {view.source.name}", "  ")


def show_article(view: ArticleView) -> Iterator[str]:
    """Yield the lines of an article: what the page states, its events, claims and figures, then its text."""
    found = view.article
    yield heading(view.line.title).lstrip("\n")
    stated = (
        ("outlet", found.outlet),
        ("authors", ", ".join(found.authors) or None),
        ("published", found.published),
        ("url", found.url),
        ("capture", f"{view.capture.name} {view.capture.sha256[:12]}, characters {found.start}-{found.end}"),
    )
    for name, value in stated:
        yield f"    {name:<10} {value or NOT_STATED}"
    for other in view.others:
        yield wrapped(f"same text: {article(other)}", "    ")
    if view.events:
        yield heading("Events")
        yield from (event(line) for line in view.events)
    if view.claims:
        yield heading("Claims")
        for claim in view.claims:
            yield from _claim(claim)
    if view.figures:
        yield heading("Figures")
        for figure in view.figures:
            yield from _figure(figure)
    yield heading("Text")
    yield found.text
    yield heading(MACHINE_READ)


def show_series(view: SeriesView) -> Iterator[str]:
    """Yield the lines of a series: its figures, what follows from them, and what cannot be reconciled."""
    yield heading(f"{view.series.what} ({view.series.source or 'source not stated'})").lstrip("\n")
    for figure in view.figures:
        yield from _figure(figure)
    for derived in view.series.derived:
        yield wrapped(f"it follows: {derived.derivation}", "  ")
    for fault in view.series.faults:
        yield wrapped(f"! {fault}", "  ")

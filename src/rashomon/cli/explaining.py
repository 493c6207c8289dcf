"""Why the machine did it: why accounts are one event, an article is a copy, a name is this actor, two sides contradict."""

from collections.abc import Callable, Iterable, Iterator

from rashomon.cli.writing import article, event, heading, is_alarm, names, quote, words, wrapped
from rashomon.linking.figures.tallies import Tally
from rashomon.model.ledger import Contradiction, Copy, Join, Reason
from rashomon.model.sources import Article
from rashomon.store.link_view import LinkView
from rashomon.store.views import AccountView, ArticleView, EventView

#: How much of each article's beginning is shown beside a copy (characters).
_OPENING = 240
ArticleOf = Callable[[str], Article]


def reasons(found: Iterable[Reason], indent: str = "    ") -> Iterator[str]:
    """Yield a line for each reason: how much it counts, its feature, and what it says."""
    for reason in found:
        yield wrapped(f"{reason.score:+.2f} {words(reason.feature)}: {reason.text}", indent)


def explain_event(view: EventView, article_of: ArticleOf) -> Iterator[str]:
    """Yield why the accounts of an event are one happening, where each comes from, and what they contradict each other on."""
    yield event(view.line)
    yield heading(f"Why these {len(view.accounts)} accounts are one happening")
    by_id = {account.account.id: account for account in view.accounts}
    joined = {join.account: join for join in view.event.joins}
    for account in view.accounts:
        yield from _account(account, joined.get(account.account.id), by_id)
    yield heading(f"Why they count as {len(view.roots)} independent")
    for root in view.roots:
        yield wrapped(f"{root.name} ({words(root.kind)})", "  ")
        for account in view.accounts:
            if account.root is not None and account.root.id == root.id:
                yield wrapped(f"{article(account.article)}: {_origin(account)}", "      ")
    yield from _sums(view)
    if view.contradictions:
        yield heading("Why they contradict each other")
        for found in view.contradictions:
            yield from explain_contradiction(found, article_of)


def _sums(view: EventView) -> Iterator[str]:
    """Yield what a sum of many contains, or the sums that contain an event, each with the reasons."""
    told = (("Single events that this sum contains", view.parts), ("Sums that contain this event", view.wholes))
    for said, several in told:
        if several:
            yield heading(said)
        for one in several:
            yield wrapped(f"{one.event.title} ({one.event.date or 'no date'}, {one.event.id})", "  ")
            yield from reasons(one.reasons, "      ")


def _account(view: AccountView, join: Join | None, by_id: dict[str, AccountView]) -> Iterator[str]:
    yield ""
    yield wrapped(f"{article(view.article)}", "  ")
    yield quote(view.quote, "      ")
    if join is None or join.other not in by_id:
        yield "      the first that tells it"
        return
    other = by_id[join.other]
    yield wrapped(f"goes with {article(other.article)} (score {join.score:.2f}):", "      ")
    yield from reasons(join.reasons, "        ")


def _origin(view: AccountView) -> str:
    """What makes the root of an account."""
    if view.article.copy_of is not None:
        return "a copy goes back to where its original does"
    if view.root is not None and view.root.name in {named.name for named in view.attribution}:
        return f"told on the word of {view.root.name}"
    if view.attribution:
        return f"told on the word of {names(view.attribution)}, counted as {view.root.name if view.root else 'not known'}"
    if view.root is not None and view.root.name != view.article.outlet:
        return f"told in the outlet's own voice, which goes back to {view.root.name} (credited, quoted or of its family)"
    return "told in the outlet's own voice"


def explain_contradiction(found: Contradiction, article_of: ArticleOf) -> Iterator[str]:
    """Yield a contradiction with its reasons and the words of every side."""
    mark = "!" if is_alarm(found.severity) else "·"
    yield ""
    yield wrapped(f"{mark} {words(found.kind)}, {words(found.severity)}: {found.topic}", "  ")
    yield from reasons(found.reasons, "      ")
    for position in found.positions:
        told = article_of(position.article_id)
        yield wrapped(
            f"{position.source or 'source not stated'} ({told.outlet or 'outlet not stated'}): {position.says}", "      "
        )
        yield wrapped(f"“{told.text[position.start : position.end]}”", "          ")


def explain_copies(view: ArticleView, article_of: ArticleOf) -> Iterator[str]:
    """Yield which articles this one repeats, or is repeated by, and why."""
    yield heading(view.line.title).lstrip("\n")
    if not view.copies:
        yield "  It repeats no other article of the ledger, and none repeats it."
    for copy in view.copies:
        yield from _copy(copy, view.article.id, article_of)


def _copy(copy: Copy, article_id: str, article_of: ArticleOf) -> Iterator[str]:
    repeats = copy.article_id == article_id
    other = article_of(copy.original_id if repeats else copy.article_id)
    said = "repeats" if repeats else "is repeated by"
    yield wrapped(
        f"{words(copy.kind)}: it {said} {other.outlet or 'outlet not stated'}, {other.published or 'undated'} ({other.id})", "  "
    )
    yield wrapped(f"score {copy.score:.2f}:", "    ")
    yield from reasons(copy.reasons, "      ")
    for told in (article_of(copy.original_id), article_of(copy.article_id)):
        opening = " ".join(told.text.split())[:_OPENING]
        yield wrapped(f"{told.outlet or 'outlet not stated'}: “{opening}…”", "    ")


def explain_links(links: Iterable[LinkView]) -> Iterator[str]:
    """Yield what names of an article are linked to, and why, with the words."""
    for link in links:
        yield ""
        yield wrapped(f"{', '.join(link.words)} → {link.name} ({link.id}, score {link.score:.2f})", "  ")
        yield quote(link.quote, "      ")
        yield from reasons(link.reasons, "        ")


def explain_tallies(found: Iterable[Tally]) -> Iterator[str]:
    """Yield each published count beside the number of the ledger's own events of its time."""
    listed = list(found)
    if listed:
        yield heading("Beside the events that this ledger holds")
    for tally in listed:
        yield wrapped(f"{tally.period}: published {tally.published}, in this ledger {len(tally.events)}", "  ")

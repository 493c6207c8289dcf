"""Accounts, claims, figures and ties with their names resolved and their words beside them."""

from collections.abc import Callable, Iterable, Mapping

from rashomon.model.ledger import Root
from rashomon.model.reading import Account, Claim, Figure, Reading, Tie
from rashomon.model.words import Role
from rashomon.store.quotes import quote
from rashomon.store.shelf import Shelf
from rashomon.store.views import AccountView, ClaimView, FigureView, Named, TieView


def account_view(shelf: Shelf, account: Account, root: Root | None) -> AccountView:
    """Return an account with its actors and places by name and the root it goes back to."""
    article_id = account.article_id
    return AccountView(
        account,
        shelf.lines[article_id],
        quote(shelf.articles[article_id], account.evidence),
        agents=_fillers(shelf, account, Role.AGENT, shelf.actor),
        patients=_fillers(shelf, account, Role.PATIENT, shelf.actor),
        places=_fillers(shelf, account, Role.PLACE, shelf.place),
        attribution=tuple(shelf.actor(article_id, key) for key in account.attribution),
        root=root,
    )


def _fillers(shelf: Shelf, account: Account, role: Role, named: Callable[[str, str, str], Named]) -> tuple[Named, ...]:
    article = shelf.articles[account.article_id]
    return tuple(named(article.id, filler.key, filler.span.of(article)) for filler in account.fillers if filler.role == role)


def claim_view(shelf: Shelf, claim: Claim) -> ClaimView:
    """Return a claim with its source and relays by name."""
    article = shelf.articles[claim.article_id]
    words = None if claim.source_span is None else claim.source_span.of(article)
    return ClaimView(
        claim,
        shelf.lines[article.id],
        source=shelf.actor(article.id, claim.source, words),
        via=tuple(shelf.actor(article.id, key) for key in claim.via),
        quote=quote(article, claim.content),
    )


def figure_view(shelf: Shelf, figure: Figure) -> FigureView:
    """Return a figure with its source by name."""
    article = shelf.articles[figure.article_id]
    return FigureView(figure, shelf.lines[article.id], shelf.actor(article.id, figure.source), quote(article, figure.evidence))


def tie_view(shelf: Shelf, tie: Tie) -> TieView:
    """Return a tie with its ends by name."""
    article = shelf.articles[tie.article_id]
    ends = (shelf.actor(article.id, tie.subject), shelf.actor(article.id, tie.object))
    return TieView(tie, shelf.lines[article.id], *ends, quote(article, tie.evidence))


def figures_by_id(readings: Mapping[str, Reading]) -> dict[str, Figure]:
    """Return all figures of these readings by id."""
    return {figure.id: figure for reading in readings.values() for figure in reading.figures}


def in_order(shelf: Shelf, readings: Iterable[str]) -> tuple[Reading, ...]:
    """Return the readings of these articles, earliest article first."""
    wanted = set(readings)
    return tuple(
        shelf.readings[article_id] for article_id in shelf.lines if article_id in wanted and article_id in shelf.readings
    )

"""One article with its reading, shown without a ledger: nothing is linked, names are as the article has them."""

from dataclasses import dataclass, replace

from rashomon.model.reading import Account, Mention, Reading
from rashomon.model.sources import Article, Capture, EvidenceSpan
from rashomon.store.article_page import marks
from rashomon.store.articles import headline
from rashomon.store.passages import account_view, claim_view, figure_view, tie_view
from rashomon.store.shelf import Shelf, best_mentions
from rashomon.store.views import AccountView, ArticleLine, ArticleView, Mark, TieView
from rashomon.text.sentences import sentences


@dataclass(frozen=True, slots=True)
class SingleView:
    """An article's page, and its accounts; the page's events, copies and other articles are empty.

    Marks of mentions have the mention's kind ("group") and the entity's name; ties told in one sentence are marked too.
    """

    page: ArticleView
    accounts: tuple[AccountView, ...]


def single_view(capture: Capture, article: Article, reading: Reading) -> SingleView:
    """Return an article with everything that was found in it.

    Args:
        capture: where it stands.

        article: the article.

        reading: what was found in it.
    """
    line = ArticleLine(article.id, headline(article), article.title is not None, article.outlet, article.published, article.url)
    best = {(article.id, key): mention for key, mention in best_mentions(reading).items()}
    shelf = Shelf({article.id: article}, {article.id: line}, {article.id: reading}, {}, {}, best)
    ties = tuple(tie_view(shelf, tie) for tie in reading.ties)
    page = ArticleView(
        article,
        line,
        capture,
        reading,
        marks=_marks(shelf, reading, ties),
        copies=(),
        claims=tuple(claim_view(shelf, claim) for claim in reading.claims),
        figures=tuple(figure_view(shelf, figure) for figure in reading.figures),
        ties=ties,
        events=(),
        others=(),
    )
    return SingleView(page, tuple(account_view(shelf, account, None) for account in reading.accounts))


def _marks(shelf: Shelf, reading: Reading, ties: tuple[TieView, ...]) -> tuple[Mark, ...]:
    """Return what to highlight, by start, the longer first."""
    text = shelf.articles[reading.article_id].text
    valued = replace(reading, mentions=tuple(mention for mention in reading.mentions if not mention.key))
    found = (
        *(_named(mention) for mention in reading.mentions if mention.key),
        *marks(shelf, valued, {}),
        *(_again(account, span) for account in reading.accounts for span in account.also),
        *(_tied(tie) for tie in ties if len(list(sentences(text, tie.tie.evidence.start, tie.tie.evidence.end))) == 1),
    )
    return tuple(sorted(set(found), key=lambda mark: (mark.start, -mark.end, mark.kind, mark.label)))


def _named(mention: Mention) -> Mark:
    return Mark(mention.span.start, mention.span.end, mention.kind.lower(), mention.name or mention.text)


def _again(account: Account, span: EvidenceSpan) -> Mark:
    """Return the mark of other words that tell the same event."""
    return Mark(span.start, span.end, "event", f"{account.type.replace('_', ' ')}, {account.status}")


def _tied(view: TieView) -> Mark:
    span = view.tie.evidence
    return Mark(span.start, span.end, "tie", f"{view.subject.name} {view.tie.relation.replace('_', ' ')} {view.object.name}")

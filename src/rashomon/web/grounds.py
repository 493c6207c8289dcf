"""How the things in one article were found, as tables of words: lists, rules, the model's certainty, other schemes."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import amount_words, date_words
from rashomon.extraction.explained import Explained, Judgement
from rashomon.model.reading import Account, Claim, Mention, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, NumberKind
from rashomon.web.tables import Row, Table, short

T = TypeVar("T")
#: Evidence, and the cells of a row by column.
Told = tuple[EvidenceSpan, dict[str, str]]
#: The columns of each table behind the words, as `found` in the catalogue names them.
COLUMNS = {
    "how_names": ("kind", "name", "known", "rules", "model"),
    "how_dates": ("date", "reckoned"),
    "how_numbers": ("value", "kind", "rules", "model"),
    "how_accounts": ("type", "rules", "model", "model_roles", "cameo", "plover", "acled"),
    "how_claims": ("stance", "rules", "model", "model_source"),
}
#: Columns that are left out where rules alone read.
_OF_MODEL = frozenset({"rules", "model", "model_roles", "model_source"})
#: What the model is asked for, and the table of the catalogue that has words for its answers.
_LABELS = {"mention": "kind", "number": "number_kind", "trigger": "type", "cue": "stance", "role": "role"}


class Grounds:
    """Makes the tables of one article.

    Args:
        article: the article.

        reading: what was found in it.

        explained: how.

        say: the words.
    """

    def __init__(self, article: Article, reading: Reading, explained: Explained, say: Catalogue) -> None:
        self._article = article
        self._reading = reading
        self._explained = explained
        self._say = say
        self._known = {known.key: known for known in explained.known}
        self._coded = {coded.account: coded for coded in explained.coded}

    def tables(self) -> tuple[Table, ...]:
        """Return how names, dates, numbers, accounts and claims were found."""
        mentions = self._reading.mentions
        return (
            self._table("how_names", self._name, (m for m in mentions if m.key)),
            self._table("how_dates", self._date, (m for m in mentions if m.kind == MentionKind.DATE)),
            self._table("how_numbers", self._number, (m for m in mentions if m.kind == MentionKind.NUMBER)),
            self._table("how_accounts", self._account, self._reading.accounts),
            self._table("how_claims", self._claim, self._reading.claims),
        )

    def _table(self, name: str, tell: Callable[[T], Told], found: Iterable[T]) -> Table:
        kept = [column for column in COLUMNS[name] if self._explained.ruled is not None or column not in _OF_MODEL]
        told = [tell(one) for one in found]
        rows = tuple(Row((self._words(span), *(cells[column] for column in kept)), span.start) for span, cells in told)
        return Table(name, self._say(f"found.title_{name}"), tuple(self._say(f"found.{name}") for name in ("words", *kept)), rows)

    def _words(self, span: EvidenceSpan) -> str:
        return short(span.of(self._article))

    def _name(self, mention: Mention) -> Told:
        known = self._known.get(mention.key)
        lists = (*known.actors, *known.places) if known else ()
        ruled = self._ruled(mention)
        return mention.span, {
            "kind": self._say.code("kind", mention.kind),
            "name": mention.name,
            "known": "; ".join(lists) or self._say("found.unlisted"),
            "rules": self._say.code("kind", ruled.kind) if ruled else self._say("found.nothing"),
            "model": self._decided(mention.span, "mention"),
        }

    def _date(self, mention: Mention) -> Told:
        value = self._say("found.unresolved") if mention.date is None else date_words(mention.date, self._say)
        return mention.span, {"date": value, "reckoned": self._reckoned(mention)}

    def _reckoned(self, mention: Mention) -> str:
        if mention.date is None:
            return ""
        if mention.span not in self._explained.reckoned:
            return self._say("found.by_itself")
        return self._say("found.from_day", day=date_words(self._article.published, self._say))

    def _number(self, mention: Mention) -> Told:
        ruled = self._ruled(mention)
        return mention.span, {
            "value": self._say("found.unresolved") if mention.number is None else amount_words(mention.number, self._say),
            "kind": self._counts(mention),
            "rules": self._counts(ruled) if ruled else self._say("found.nothing"),
            "model": self._decided(mention.span, "number"),
        }

    def _counts(self, mention: Mention) -> str:
        return self._say.code("number_kind", mention.number_kind or NumberKind.OTHER)

    def _ruled(self, mention: Mention) -> Mention | None:
        """Return what the rules alone found there of that sort: a number or a name."""
        ruled = self._explained.ruled
        return (
            next((m for m in ruled.mentions if _sort(m) == _sort(mention) and m.span.overlaps(mention.span)), None)
            if ruled
            else None
        )

    def _account(self, account: Account) -> Told:
        ruled = self._explained.ruled
        same = (other for other in ruled.accounts if _tells(other, account.trigger)) if ruled else ()
        coded = self._coded[account.id]
        plover = (coded.plover.category, coded.plover.mode, *coded.plover.contexts)
        return account.trigger, {
            "type": self._told(account),
            "rules": next(map(self._told, same), self._say("found.nothing")),
            "model": self._decided(account.trigger, "trigger"),
            "model_roles": self._paired(account.trigger, "role"),
            "cameo": coded.cameo,
            "plover": " / ".join(filter(None, plover)) or self._say("found.no_word"),
            "acled": coded.acled.sub_event_type if coded.acled else self._say("found.no_word"),
        }

    def _told(self, account: Account) -> str:
        return f"{self._say.code('type', account.type)}, {self._say.code('status_short', account.status)}"

    def _claim(self, claim: Claim) -> Told:
        cue = claim.cue or claim.content
        ruled = self._explained.ruled
        same = (other for other in ruled.claims if (other.cue or other.content).overlaps(cue)) if ruled else ()
        return cue, {
            "stance": self._say.code("stance", claim.stance),
            "rules": next((self._say.code("stance", other.stance) for other in same), self._say("found.nothing")),
            "model": self._decided(cue, "cue" if claim.cue else "content"),
            "model_source": self._paired(cue, "source"),
        }

    def _decided(self, span: EvidenceSpan, head: str) -> str:
        """Return what the model decided about a stretch and how sure it was."""
        found = self._explained.judgement(span, head)
        return self._say("found.nothing") if found is None else f"{self._label(found)} {found.sure:.0%}"

    def _paired(self, span: EvidenceSpan, head: str) -> str:
        """Return what the model tied to a stretch and how sure it was."""
        found = self._explained.pairs(span, head)
        told = ((one, self._words(one.other)) for one in found if one.other)
        return "; ".join(
            f"{words} {one.sure:.0%}" if head == one.label else f"{self._label(one)}: {words} {one.sure:.0%}"
            for one, words in told
        )

    def _label(self, found: Judgement) -> str:
        return self._say.code(_LABELS.get(found.head, found.head), found.label)


def _sort(mention: Mention) -> str:
    return mention.kind if mention.kind in (MentionKind.DATE, MentionKind.NUMBER) else ""


def _tells(account: Account, span: EvidenceSpan) -> bool:
    return any(one.overlaps(span) for one in (account.trigger, *account.also))

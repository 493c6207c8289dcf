"""What a person decides about what the machine made. Append-only; taking one back is another decision."""

from dataclasses import dataclass

from rashomon.model.ids import content_id
from rashomon.model.reading import Account, Claim, Figure, Mention
from rashomon.model.words import Verdict


@dataclass(frozen=True, slots=True)
class Anchor:
    """What the machine had made of the target when a person decided on it, whole, with its words.

    By it the target is found again when the article is read anew, and the machine's version stays beside the person's.

    Args:
        accounts, claim, figure: the target, or what was added; an event stands as its accounts.

        others: the accounts of the event it is merged with.

        mentions: those that the fillers and sources name, or the one that is linked.
    """

    accounts: tuple[Account, ...] = ()
    claim: Claim | None = None
    figure: Figure | None = None
    others: tuple[Account, ...] = ()
    mentions: tuple[Mention, ...] = ()

    @property
    def articles(self) -> tuple[str, ...]:
        """Return the ids of the articles it stands in, sorted."""
        found = {account.article_id for account in (*self.accounts, *self.others)}
        found |= {one.article_id for one in (self.claim, self.figure) if one is not None}
        return tuple(sorted(found | {mention.span.article_id for mention in self.mentions}))


@dataclass(frozen=True, slots=True)
class Decision:
    """A correction: who, when, why, and the value before and after.

    Args:
        verdict: what is done; ``target`` is the id it is done to.

        field: which value of it, ``None`` where it is the whole.

        before, after: JSON texts; ``None`` where there was or is nothing.

        undoes: id of the decision this one takes back.

        saw: ids of the decisions on the same value that the person had before them; one they did not see conflicts with this.

        anchor: the target as the machine made it.

        kept: the id it keeps where it was carried to a later wording of its article; ``None`` as it was made.
    """

    verdict: Verdict
    target: str
    who: str
    when: str
    why: str
    field: str | None = None
    before: str | None = None
    after: str | None = None
    undoes: str | None = None
    saw: tuple[str, ...] = ()
    anchor: Anchor = Anchor()
    kept: str | None = None

    @property
    def id(self) -> str:
        """Return the id made of all of it but the words it stands on, or the one it keeps."""
        return self.kept or content_id("dec", self.verdict, self.target, self.who, self.when, self.field, self.after, self.undoes)

"""What people decided, before and now: which articles and accounts it concerns that they decided otherwise."""

import json
from dataclasses import dataclass

from rashomon.linking.decisions import Corrections


@dataclass(frozen=True, slots=True)
class Decided:
    """Decisions in the form in which they are compared with those of the last run.

    Args:
        links: of entities (``article_id/key``) to names.

        rejected, alone: ids of accounts.

        merged: pairs of accounts.
    """

    links: frozenset[tuple[str, str | None]]
    rejected: frozenset[str]
    alone: frozenset[str]
    merged: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, decided: Corrections, merged: frozenset[tuple[str, str]]) -> "Decided":
        """Return decisions, with the pairs of accounts that they merge."""
        return cls(frozenset(decided.links.items()), decided.rejected, decided.alone, merged)

    @classmethod
    def kept(cls, text: str | None) -> "Decided":
        """Return what `text` gave, nothing for ``None``."""
        links, rejected, alone, merged = json.loads(text) if text is not None else ([], [], [], [])
        return cls(
            frozenset((entity, name) for entity, name in links),
            frozenset(rejected),
            frozenset(alone),
            frozenset((one, other) for one, other in merged),
        )

    @property
    def text(self) -> str:
        """Return it as it is kept."""
        links = sorted(self.links, key=str)
        return json.dumps([links, sorted(self.rejected), sorted(self.alone), sorted(self.merged)], ensure_ascii=False)

    def articles(self, was: "Decided") -> set[str]:
        """Return the articles in which an entity is linked otherwise."""
        return {entity.partition("/")[0] for entity, _ in self.links ^ was.links}

    def accounts(self, was: "Decided") -> frozenset[str]:
        """Return the accounts that are rejected, split off or merged now and were not before, or the other way round."""
        merged = (account for pair in self.merged ^ was.merged for account in pair)
        return (self.rejected ^ was.rejected) | (self.alone ^ was.alone) | frozenset(merged)

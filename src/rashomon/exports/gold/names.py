"""The names of actors in the gold form: as the texts have them, where the registry's own stands in none of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable

from rashomon.linking.contract import Source
from rashomon.model.ledger import Linked
from rashomon.model.words import ActorKind, Relation
from rashomon.store.views import Named, TieView
from rashomon.text.folding import fold

#: Actors that texts name by their adjective ("Israeli", "Shia").
_BY_ADJECTIVE = frozenset({ActorKind.STATE, ActorKind.COMMUNITY})
#: Bodies that take no side in what they tell.
_NEUTRAL = frozenset({ActorKind.INTERNATIONAL_ORG, ActorKind.OUTLET})
_SPEAKING = frozenset({Relation.SPOKESMAN_OF, Relation.ROLE_IN})
_ARTICLES = ("the ", "a ", "an ")


class Names:
    """Says by which name an actor is written.

    Args:
        sources: the articles with their readings.

        linked: what linking made of them.
    """

    def __init__(self, sources: Iterable[Source], linked: Linked) -> None:
        owner = {(link.article_id, link.key): link.actor_id for link in linked.actor_links}
        forms: defaultdict[str, Counter[str]] = defaultdict(Counter)
        for source in sources:
            for mention in source.reading.mentions:
                actor_id = owner.get((source.article.id, mention.key))
                if actor_id is not None and mention.named:
                    forms[actor_id][_bare(mention.text)] += 1
        self._kinds = {actor.id: actor.kind for actor in linked.actors}
        self._names = {
            actor.id: actor.name if actor.kind in _BY_ADJECTIVE else _as_written(actor.name, forms[actor.id])
            for actor in linked.actors
            if forms[actor.id]
        }

    def of(self, named: Named) -> str:
        """Return the name to write; who is named nowhere is written in the words that stand there."""
        return self._names.get(named.id or "", named.words if named.id is not None else named.name)

    def is_neutral(self, named: Named) -> bool:
        """Return whether this is a body that takes no side: an outlet or an international organisation."""
        return self._kinds.get(named.id or "") in _NEUTRAL

    def behind(self, ties: Iterable[TieView]) -> dict[str, str]:
        """Return for whom those of an article speak who have no name, by their keys ("an official of the ministry")."""
        return {
            tie.tie.subject: self.of(tie.object)
            for tie in ties
            if tie.tie.relation in _SPEAKING and tie.object.id is not None and tie.subject.id is None
        }


def _bare(text: str) -> str:
    article = next((one for one in _ARTICLES if text.lower().startswith(one)), "")
    return text[len(article) :]


def _as_written(name: str, forms: Counter[str]) -> str:
    """Return the registry's name where a text has it, else the form met most often, the longest of equal ones."""
    known = fold(name)
    if any(known in fold(form) for form in forms):
        return name
    return max(forms, key=lambda form: (forms[form], len(form), form))

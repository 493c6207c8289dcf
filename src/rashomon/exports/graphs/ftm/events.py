"""An event with those involved, the articles that document it, and what is said about it as notes."""

from collections.abc import Iterator

from rashomon.exports.coded.choosing import choose
from rashomon.exports.contract import Aggregation
from rashomon.exports.graphs.ftm.entities import Entity, Origin
from rashomon.exports.graphs.ftm.origins import country, days, origin_of
from rashomon.exports.graphs.gathered import is_unreal
from rashomon.exports.graphs.said import (
    BY_MACHINE,
    account_words,
    claim_words,
    event_words,
    figure_words,
    open_address,
    outlet_of,
    speakers,
)
from rashomon.exports.graphs.walk import Around
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.model.ids import content_id
from rashomon.model.ledger import NameSupport
from rashomon.model.words import Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView, ClaimView, Named

#: Statuses of events in which nobody is involved beyond dispute.
_IN_DOUBT = frozenset({Status.DISPUTED, Status.DENIED})


class EventEntities:
    """The entities of one event.

    Args:
        event: the event.

        around: what is at hand.

        say: the words of codes.

        aggregation: which version is the event's date; all stand in its summary.
    """

    def __init__(self, event: PublishedEvent, around: Around, say: Catalogue, aggregation: Aggregation) -> None:
        self._event = event
        self._around = around
        self._say = say
        self._aggregation = aggregation
        self._origins = {view.account.id: self._origin(view) for view in event.told.accounts}

    def all(self) -> Iterator[Entity]:
        """Yield the event, its links, documents, mentions and notes, each id once."""
        made = [self._own(), *self._links(), *self._documents(), *self._mentions(), *map(self._note, self._event.claims)]
        yield from {one.id: one for one in made}.values()
        for found in self._event.contradictions:
            sides = "; ".join(f"{side.source or 'source not stated'}: {side.says}" for side in found.positions)
            key = content_id("not", found.id, found.topic, *(side.says for side in found.positions))
            note = Entity(key, "Note").add("entity", self._event.told.line.id).add("name", f"Contradiction: {found.topic}")
            origins = [Origin(f"{side.article_id}:{side.start}-{side.end}") for side in found.positions]
            yield note.add("description", sides, *origins).add("keywords", found.severity.value.replace("_", " "))

    def _origin(self, view: AccountView | ClaimView) -> Origin:
        return origin_of(view.quote, self._around.kept.get(view.article.id))

    def _own(self) -> Entity:
        """Return the event itself; what nobody says has happened is a note, lest it be counted and drawn as an event."""
        line, told = self._event.told.line, self._event.told.event
        everywhere = tuple(self._origins.values())
        made = Entity(line.id, "Note" if is_unreal(self._event) else "Event").add("name", line.title, *everywhere)
        made.add("summary", " ".join(event_words(self._event, self._say)), *everywhere).add("notes", BY_MACHINE)
        for figure in self._event.figures:
            kept = self._around.kept.get(figure.article.id)
            made.add("summary", figure_words(figure, self._event.grades, self._say), origin_of(figure.quote, kept))
        made.add_all("country", (country(code) for code in self._event.told.countries), *everywhere)
        made.add_all("keywords", (told.type.value, line.status, *(["contradicted"] if line.alarms else [])), *everywhere)
        made.add("keywords", f"aggregation: {self._aggregation}")
        for view in self._event.told.accounts:
            origin = self._origins[view.account.id]
            made.add("description", account_words(view, self._event.grades, self._say), origin)
            made.add("proof", view.article.id, origin).add("publisher", view.article.outlet, origin)
            made.add("sourceUrl", open_address(view.article.url), origin)
        for place in told.places:
            if place.value in self._event.places:
                made.add("addressEntity", place.value, *self._of(place))
        return made if made.schema == "Note" else self._happened(made)

    def _happened(self, made: Entity) -> Entity:
        """Add what only an event has: its date and place as the aggregation takes them, and who is involved beyond dispute."""
        chosen = choose(self._event, self._aggregation)
        dated = [one for one in self._event.told.event.dates if one.value == chosen.date]
        days(made, chosen.date, *(self._origins[one] for date in dated for one in date.accounts if one in self._origins))
        made.add("location", None if chosen.place is None else chosen.place.name)
        made.add("recordId", made.id)
        for support in (*self._event.told.event.agents, *self._event.told.event.patients):
            firm = Status.ASSERTED in self._statuses(support) and self._event.told.line.status not in _IN_DOUBT
            if firm and support.value in self._around.actors:
                made.add("involved", support.value, *self._of(support))
        return made

    def _of(self, support: NameSupport) -> list[Origin]:
        return [self._origins[one] for one in support.accounts if one in self._origins]

    def _statuses(self, support: NameSupport) -> list[Status]:
        return [view.account.status for view in self._event.told.accounts if view.account.id in support.accounts]

    def _links(self) -> Iterator[Entity]:
        """Yield who did it and to whom, with how each account stands."""
        told = self._event.told
        for role, several in (("agent", told.event.agents), ("patient", told.event.patients)):
            for support in several:
                if support.value in self._around.actors:
                    yield self._link(role, support)

    def _link(self, role: str, support: NameSupport) -> Entity:
        line, origins = self._event.told.line, self._of(support)
        stands = ", ".join(dict.fromkeys(self._say.code("status_word", status) for status in self._statuses(support)))
        made = Entity(content_id("lnk", line.id, role, support.value), "UnknownLink")
        made.add("subject", support.value, *origins).add("object", line.id, *origins)
        made.add("role", f"{role} ({stands})", *origins).add("status", line.status, *origins)
        for view in self._event.told.accounts:
            if view.account.id in support.accounts:
                origin = self._origins[view.account.id]
                made.add("proof", view.article.id, origin).add(
                    "description", account_words(view, self._event.grades, self._say), origin
                )
        names = sorted({self._event.told.sources[one] for one in support.accounts if one in self._event.told.sources})
        return made.add_all("publisher", names, *origins)

    def _documents(self) -> Iterator[Entity]:
        """Yield that an article tells the event, once for each of its accounts."""
        for view in self._event.told.accounts:
            origin = self._origins[view.account.id]
            made = Entity(view.account.id, "Documentation").add("document", view.article.id, origin)
            made.add("entity", self._event.told.line.id, origin).add("status", view.account.status.value, origin)
            made.add("role", f"tells of {self._say.code('type', view.account.type)}", origin)
            made.add("summary", " ".join(view.quote.words.split()), origin).add("publisher", outlet_of(view.article), origin)
            yield made.add("date", view.article.published, origin).add("recordId", view.account.id, origin)

    def _mentions(self) -> Iterator[Entity]:
        """Yield whom the accounts name, in the article's own words."""
        for view in self._event.told.accounts:
            for named in (*view.agents, *view.patients, *view.attribution):
                if named.id in self._around.actors:
                    yield self._mention(view, named)

    def _mention(self, view: AccountView, named: Named) -> Entity:
        origin = self._origins[view.account.id]
        made = Entity(content_id("mnt", view.account.id, named.id, named.words), "Mention")
        made.add("document", view.article.id, origin).add("name", " ".join(named.words.split()) or named.name, origin)
        return made.add("resolved", named.id, origin)

    def _note(self, view: ClaimView) -> Entity:
        """Return a claim: who says what about the event, and where."""
        origin = self._origin(view)
        made = Entity(content_id("not", self._event.told.line.id, view.claim.id), "Note")
        made.add("entity", self._event.told.line.id, origin)
        made.add("name", f"{view.source.name} {view.claim.stance.replace('_', ' ')}", origin)
        made.add("description", claim_words(view, self._event.grades), origin).add("keywords", view.claim.stance.value, origin)
        made.add("summary", f"About an event that is {self._say.code('status_word', self._event.told.line.status)}.", origin)
        made.add_all("publisher", speakers(view), origin).add("sourceUrl", open_address(view.article.url), origin)
        return made.add("proof", view.article.id, origin)

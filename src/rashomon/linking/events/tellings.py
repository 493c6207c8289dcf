"""Accounts with their keys resolved: what merging and comparing look at."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from rashomon.linking.cast import Cast
from rashomon.linking.events.recalling import dated
from rashomon.linking.events.summing import many
from rashomon.linking.events.timing import of_report, when_of
from rashomon.linking.families import families, words_in
from rashomon.linking.precedence import published
from rashomon.linking.quantity import sort_of_word
from rashomon.linking.skeleton import sound_key
from rashomon.linking.sources.roots import Origin, Roots
from rashomon.linking.stories.stories import Rarities, Story, Terms, counted, measure
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account
from rashomon.model.sources import Article
from rashomon.model.words import ActorKind, PartKind, Role, Status

#: Accounts of these do not say that it happened.
NOT_HAPPENED = frozenset({Status.PLANNED, Status.HYPOTHETICAL, Status.NEGATED})
#: A trigger of more words than this is a clause, and calls the happening nothing.
_TRIGGER = 4
_WORD = re.compile(r"[^\W\d_]{4,}")
_AGAIN = re.compile(r"re-?(?:tak|took|captur|gain|claim|conquer|occup|seiz|won)", re.IGNORECASE)
_COMMON_TEXT = (
    "that this with from have been were said says their they which when after before also more than over into about "
    "killed killing attack attacks people group claimed responsibility according statement reported monday tuesday "
    "wednesday thursday friday saturday sunday least some other would could against between where while during "
    "there these those"
)
_COMMON = frozenset(_COMMON_TEXT.split())


def _names_of(actor: Actor) -> tuple[str, ...]:
    """The name of an actor, and where nobody listed it also the others that articles give it."""
    return (actor.name,) if actor.listed else (actor.name, *(alias.text for alias in actor.aliases))


@dataclass(frozen=True)
class Side:
    """Who stands in one role: linked actors, the sides they belong to, and the words for those who have no name."""

    actors: tuple[Actor, ...]
    words: frozenset[str]

    @cached_property
    def ids(self) -> frozenset[str]:
        """Return the ids of the linked actors."""
        return frozenset(actor.id for actor in self.actors)

    @cached_property
    def names(self) -> frozenset[str]:
        """Return the names of the actors and of the sides they belong to."""
        return frozenset(name for actor in self.actors for name in (actor.name, *actor.sides))

    @cached_property
    def sorts(self) -> frozenset[str]:
        """Return the words for those who have no name, words of one meaning as one."""
        return frozenset(map(sort_of_word, self.words))

    @cached_property
    def listed(self) -> bool:
        """Return whether somebody among them is listed, so that others are surely others."""
        return any(actor.listed for actor in self.actors)

    @cached_property
    def sounds(self) -> frozenset[str]:
        """Return how their names sound."""
        return frozenset(sound_key(actor.name) for actor in self.actors)

    @cached_property
    def persons(self) -> frozenset[str]:
        """Return the ids of the persons among them."""
        return frozenset(actor.id for actor in self.actors if actor.kind == ActorKind.PERSON)

    @cached_property
    def surnames(self) -> frozenset[str]:
        """Return how the parts of the persons' names sound by which they may be known: all but the first of each."""
        names = (name for actor in self.actors if actor.kind == ActorKind.PERSON for name in _names_of(actor))
        parts = (sound_key(name).split() for name in names)
        return frozenset(part for own in parts for part in own[len(own) > 1 :] if len(part) > 1)


@dataclass(frozen=True, slots=True)
class Telling:
    """One account, resolved.

    Args:
        places: most precise first; what it lies in is left out where something inside it is named too.

        published: the first day the article may be from; ``None`` where it prints none.

        many: how many happenings it sums up ("313 operations"); ``None`` for a single one.

        when: the days it may have happened on; a week up to the report where its date may be only that of the report.

        firm: whether its date is surely that of the happening.

        again: whether its trigger says that something was done again ("retook").

        words: telling words of its evidence and trigger.

        spots: how the names of its places sound, known to the gazetteer or not.

        story: what its article speaks of.

        headline: whether it stands in the title of its article.

        lead: whether its article tells it before all else: in the title, or first below that.

        called: the word families of what it calls the happening.
    """

    id: str
    account: Account
    origin: Origin
    agents: Side
    patients: Side
    places: tuple[Place, ...]
    published: date | None
    many: Range | None
    when: DateInterval | None
    firm: bool
    again: bool
    words: frozenset[str]
    spots: frozenset[str]
    story: Story
    headline: bool = False
    lead: bool = False
    called: frozenset[str] = frozenset()

    @property
    def hollow(self) -> bool:
        """Return whether it says neither who, where, when nor how many."""
        told = self.account
        return not (told.fillers or told.date or told.killed or told.injured or self.places or self.spots or self.many)

    @property
    def happened(self) -> bool:
        """Return whether it speaks of something as having happened, or as said to have."""
        return self.account.status not in NOT_HAPPENED

    @property
    def day(self) -> date | None:
        """Return the day, ``None`` where the date is wider, not known, or may be that of the report."""
        when = self.account.date
        return when.first if self.firm and when is not None and when.first == when.last else None


def _side(cast: Cast, account: Account, role: Role) -> Side:
    actors: dict[str, Actor] = {}
    words: set[str] = set()
    for key in account.keys(role):
        actor = cast.actor(account.article_id, key)
        entity = cast.entity(account.article_id, key)
        if actor is not None:
            actors[actor.id] = actor
        elif entity is not None:
            words.update(word for text in entity.words for word in _WORD.findall(text.lower()))
    return Side(tuple(actors[key] for key in sorted(actors)), frozenset(words))


def _places(cast: Cast, account: Account) -> tuple[Place, ...]:
    found: dict[str, Place] = {}
    for role in (Role.PLACE, Role.DESTINATION):
        for filler in account.fillers:
            place = cast.place(account.article_id, filler) if filler.role == role else None
            if place is not None:
                found[place.id] = place
    return tuple(found[key] for key in sorted(found))


def _spots(cast: Cast, account: Account, places: tuple[Place, ...]) -> frozenset[str]:
    names = [place.name for place in places]
    for key in (*account.keys(Role.PLACE), *account.keys(Role.DESTINATION)):
        entity = cast.entity(account.article_id, key)
        names += entity.names if entity is not None else ()
    return frozenset(filter(None, map(sound_key, names)))


def terms_of(cast: Cast, article_id: str) -> Terms:
    """Return the terms by which an article's story is told: actors under their own names, others as they are printed."""
    scene = cast.scenes[article_id]
    actors = {key: cast.actor(article_id, key) for key in scene.entities}
    names = [name for key, entity in scene.entities.items() if actors[key] is None for name in entity.names]
    return Terms.of(scene.source.article, [*names, *(actor.name for actor in actors.values() if actor is not None)])


def day_of(article: Article) -> date | None:
    """Return the first day an article may be from; ``None`` where it prints none."""
    when = published(article)
    return when.first if when is not None else None


def _weighed(cast: Cast) -> tuple[dict[str, Terms], Rarities]:
    """Return the terms of all articles, and how rare terms are."""
    terms = {article_id: terms_of(cast, article_id) for article_id in cast.scenes}
    chosen = measure((day_of(cast.article(article_id)), article_id) for article_id in terms)
    return terms, counted(terms[article_id] for article_id in sorted(chosen))


def _called(article: Article, account: Account) -> frozenset[str]:
    """The word families of a trigger; what is all there is of the account, or a whole clause, calls it nothing."""
    said = words_in(account.trigger.of(article))
    return frozenset(families(said)) if account.trigger != account.evidence and len(said) <= _TRIGGER else frozenset()


def _in_title(article: Article, account: Account) -> bool:
    return any(start <= account.trigger.start < end for start, end in article.spans(PartKind.TITLE))


def _led(article: Article, accounts: Sequence[Account]) -> frozenset[str]:
    """The accounts that an article tells before all else: those of its title, and the first below it."""
    titled = {account.id for account in accounts if _in_title(article, account)}
    below = (account for account in accounts if account.id not in titled)
    first = min(below, key=lambda account: (account.trigger.start, account.id), default=None)
    return frozenset(titled if first is None else titled | {first.id})


def _telling(cast: Cast, roots: Roots, account: Account, story: Story, lead: bool) -> Telling:
    article = cast.article(account.article_id)
    account = dated(article, account)
    text = f"{account.evidence.of(article)} {account.trigger.of(article)}".lower()
    places = _places(cast, account)
    return Telling(
        id=account.id,
        account=account,
        origin=roots.of[account.id],
        agents=_side(cast, account, Role.AGENT),
        patients=_side(cast, account, Role.PATIENT),
        places=places,
        published=day_of(article),
        many=many(account, article, cast.scenes[account.article_id].source.reading),
        when=when_of(article, account),
        firm=not of_report(article, account),
        again=_AGAIN.match(account.trigger.of(article)) is not None,
        words=frozenset(_WORD.findall(text)) - _COMMON,
        spots=_spots(cast, account, places),
        story=story,
        headline=_in_title(article, account),
        lead=lead,
        called=_called(article, account),
    )


def tell(cast: Cast, roots: Roots, left_out: frozenset[str] = frozenset()) -> tuple[Telling, ...]:
    """Return all accounts resolved, by id, each once, without those that are left out."""
    tellings: dict[str, Telling] = {}
    terms, rarities = _weighed(cast)
    for article_id in cast.scenes:
        told = told_in(cast, roots, article_id, rarities.story(terms[article_id]))
        tellings.update((telling.id, telling) for telling in told if telling.id not in left_out)
    return tuple(tellings[key] for key in sorted(tellings))


def told_in(cast: Cast, roots: Roots, article_id: str, story: Story) -> Iterator[Telling]:
    """Yield the accounts of one article resolved, in reading order."""
    accounts = cast.scenes[article_id].source.reading.accounts
    led = _led(cast.article(article_id), accounts)
    for account in accounts:
        yield _telling(cast, roots, account, story, account.id in led)

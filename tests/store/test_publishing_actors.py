"""Actors and articles for publishing: ties with their days and words, without private persons and restricted captures."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.model.actors import Actor, ActorTie, Alias
from rashomon.model.dates import DateInterval
from rashomon.model.errors import NotFoundError
from rashomon.model.ledger import ActorLink
from rashomon.model.marks import Mark
from rashomon.model.reading import Claim
from rashomon.model.words import ActorKind, Relation, Stance
from rashomon.store.publishing.actors import PublishedTie

SPEAKER = Actor("Ossa Vey", ActorKind.PERSON)
WHEN = "2031-03-09T00:00:00+00:00"


def tied(made: Made, *listed: ActorTie, also: str | None = None, **speaker: object) -> Actor:
    """Link the spokesman of the first article (and of another) to a person, give its front these ties, and return the front."""
    front = next(one for one in made.linked.actors if one.id == made.linked.actor_links[0].actor_id or one.name == "Vale Front")
    changed = replace(front, ties=listed)
    naming = [made.articles["first"].id, *(() if also is None else (also,))]
    links = (*made.linked.actor_links, *(ActorLink(one, "spokesman", SPEAKER.id, 1.0) for one in naming))
    actors = tuple(changed if one.id == front.id else one for one in made.linked.actors)
    own = replace(SPEAKER, ties=listed, **speaker)
    made.ledger.put_linked(replace(made.linked, actors=(*actors, own), actor_links=links), "digest-2")
    return changed


def ties_of(made: Made, actor: Actor, clearance: Mark = Mark.CLEAR) -> tuple[PublishedTie, ...]:
    return next(iter(made.ledger.publishing.actors([actor.id], clearance))).ties


def tie(first: str, role: str | None) -> ActorTie:
    return ActorTie("Ossa Vey", Relation.ROLE_IN, "Vale Front", "own list", DateInterval.parse(first), role)


def test_a_told_tie_brings_its_words_and_no_day_that_nobody_says(mine: Made) -> None:
    front = tied(mine)
    (told,) = ties_of(mine, front)

    assert (told.subject, told.relation, told.object) == (SPEAKER.id, Relation.SPOKESMAN_OF, front.id)
    assert (told.first, told.last, told.standing, told.lists, told.articles) == (None, None, "told", (), 1)
    assert [one.tie.quote.words for one in told.told] == ["the Vale Front's spokesman"]


def test_an_office_held_twice_is_two_ties(mine: Made) -> None:
    front = tied(mine, tie("2020/2021", "head"), tie("2025/", "head"), tie("2025/", "treasurer"))
    held = [one for one in ties_of(mine, front) if one.relation == Relation.ROLE_IN]

    assert [(one.role, str(one.first), one.last is None) for one in held] == [
        ("head", "2020-01-01", False),
        ("head", "2025-01-01", True),
        ("treasurer", "2025-01-01", True),
    ]


def test_an_article_that_gives_no_days_speaks_of_the_only_dated_tie(mine: Made) -> None:
    listed = ActorTie("Ossa Vey", Relation.SPOKESMAN_OF, "Vale Front", "own list", DateInterval.parse("2030/"))
    (one,) = ties_of(mine, tied(mine, listed))

    assert (one.standing, one.lists, one.articles, str(one.first)) == ("listed", ("own list",), 1, "2030-01-01")


def test_a_tie_that_its_article_has_somebody_deny_is_denied(mine: Made) -> None:
    front = tied(mine)
    reading = mine.readings["first"]
    denied = Claim("guards", Stance.DENIES, reading.ties[0].evidence)
    mine.ledger.put_readings([replace(reading, claims=(*reading.claims, denied))])

    assert [one.standing for one in ties_of(mine, front)] == ["denied"]


def test_a_private_person_is_no_actor_and_no_end_of_a_tie(mine: Made) -> None:
    front = tied(mine, private=True)

    assert ties_of(mine, front) == ()
    assert list(mine.ledger.publishing.actors([SPEAKER.id], Mark.RED)) == []
    assert mine.ledger.publishing.named([SPEAKER.id, front.id], Mark.RED).keys() == {front.id}


def test_what_only_a_restricted_article_says_is_left_out(mine: Made) -> None:
    first = mine.articles["first"]
    front = tied(mine, aliases=(Alias("the voice", first.id), Alias("Vey", "own list")))
    mine.ledger.marks.mark(first.id, Mark.AMBER, "ann", WHEN)

    assert ties_of(mine, front) == ()
    assert len(ties_of(mine, front, Mark.AMBER)) == 1
    assert first.id not in mine.ledger.publishing.kept([first.id], Mark.GREEN)
    assert [one.kept.mark for one in mine.ledger.publishing.articles([first.id], Mark.AMBER)] == [Mark.AMBER]


def test_a_name_that_only_a_restricted_article_has_is_left_out(mine: Made) -> None:
    first, copied = mine.articles["first"], mine.articles["copied"]
    tied(mine, aliases=(Alias("the voice", first.id), Alias("Vey", "own list")), also=copied.id)
    mine.ledger.marks.mark(first.id, Mark.AMBER, "ann", WHEN)

    names = {mark: mine.ledger.publishing.named([SPEAKER.id], mark)[SPEAKER.id].aliases for mark in (Mark.CLEAR, Mark.RED)}
    assert [[alias.text for alias in several] for several in names.values()] == [["Vey"], ["the voice", "Vey"]]


def test_a_listed_actor_that_only_a_restricted_article_names_is_none(mine: Made) -> None:
    to_speaker = ActorTie("Vale Front", Relation.LEADS, SPEAKER.name, "own list")
    front = tied(mine, to_speaker)
    mine.ledger.marks.mark(mine.articles["first"].id, Mark.AMBER, "ann", WHEN)
    publishing = mine.ledger.publishing

    assert SPEAKER.listed
    assert publishing.named([SPEAKER.id], Mark.CLEAR) == {}
    assert list(publishing.actors([SPEAKER.id], Mark.CLEAR)) == []
    assert ties_of(mine, front) == ()
    assert SPEAKER.id not in {one.id for one in publishing.linked(Mark.CLEAR).actors}
    assert publishing.named([SPEAKER.id], Mark.AMBER).keys() == {SPEAKER.id}


def test_an_article_says_what_it_was_kept_split_and_read_by(made: Made) -> None:
    article = made.articles["first"]
    (found,) = made.ledger.publishing.articles([article.id], Mark.CLEAR)

    assert (found.kept.capture, found.kept.shaped, found.kept.read) == (made.captures["first"], "shape-1", "hand-1")
    assert (found.kept.start, found.kept.end, found.kept.mark) == (0, len(article.text), None)
    assert found.line.title == "Twelve dead in Ostrel"


def test_one_event_is_found_by_its_id_and_by_an_accounts(made: Made) -> None:
    event = made.linked.events[0]

    for key in (event.id, event.accounts[-1]):
        assert made.ledger.publishing.event(key, Mark.CLEAR).told.line.id == event.id
    with pytest.raises(NotFoundError):
        made.ledger.publishing.event("evt-none", Mark.CLEAR)


def test_an_event_that_only_restricted_captures_tell_is_not_found(mine: Made) -> None:
    raid = next(event for event in mine.linked.events if len(event.accounts) == 1)
    for article in mine.articles.values():
        mine.ledger.marks.mark(article.id, Mark.RED, "ann", WHEN)

    with pytest.raises(NotFoundError):
        mine.ledger.publishing.event(raid.id, Mark.AMBER)
    assert mine.ledger.publishing.event(raid.id, Mark.RED).told.line.id == raid.id

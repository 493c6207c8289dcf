"""Names of private persons: blotted out of texts, replaced in lines, found nowhere."""

from dataclasses import replace

import pytest
from small_ledger import Made

from rashomon.model.actors import Actor
from rashomon.model.errors import NotFoundError
from rashomon.model.words import ActorKind
from rashomon.store.withheld import BLOT, PRIVATE_PERSON, blot_whole, blotted, is_withheld, without_names


@pytest.fixture
def hidden(mine: Made) -> tuple[Made, Actor]:
    """The small ledger, one of whose actors has become a private person."""
    linked = mine.linked
    actor = next(one for one in linked.actors if any(link.actor_id == one.id for link in linked.actor_links))
    changed = tuple(replace(one, private=True) if one is actor else one for one in linked.actors)
    mine.ledger.put_linked(replace(linked, actors=changed), "digest-2")
    return mine, actor


def test_only_the_private_are_withheld() -> None:
    assert is_withheld(Actor("Ann Lee", ActorKind.PERSON, private=True))
    assert not is_withheld(Actor("Ann Lee", ActorKind.PERSON))


@pytest.mark.parametrize(
    ("text", "names", "line", "blot"),
    [
        ("Ann Lee's son and Annabel", ["Ann Lee"], "a private person's son and Annabel", "███ ███'s son and Annabel"),
        ("ANN LEE fled", ["Ann Lee"], "a private person fled", "███ ███ fled"),
        ("Ann Lee Ray fled", ["Ann Lee", "Ann Lee Ray"], "a private person fled", "███ ███ ███ fled"),
        ("nobody", [""], "nobody", "nobody"),
        ("the A\u00adnn Le\u200be fled", ["Ann Lee"], "the a private person fled", "the █\u00ad██ ██\u200b█ fled"),
        ("Rene\u0301 Le\u0301 fled", ["René Lé"], "a private person fled", "█████ ███ fled"),
        ("poor Ann Lee Ray fled", ["poor Ann Lee", "Ann Lee Ray"], "a private person fled", "████ ███ ███ ███ fled"),
        ("убили Анну Ли и Анник", ["Анна Ли"], "убили a private person и Анник", "убили ████ ██ и Анник"),
    ],
)
def test_whole_names_go_and_other_words_stay(text: str, names: list[str], line: str, blot: str) -> None:
    assert without_names(text, names) == line
    assert blot_whole(text, names) == blot
    assert len(blot) == len(text)


def test_a_name_goes_with_its_last_word_first_too() -> None:
    assert without_names("Lee, Ann, 34, and Lee Annan", ["Ann Lee"]) == "a private person, 34, and Lee Annan"


def test_a_stretch_keeps_its_length_and_its_marks() -> None:
    assert blotted("(Ann-Lee)", 0, 9) == "(███-███)"


def test_no_view_of_the_ledger_names_a_private_person(hidden: tuple[Made, Actor]) -> None:
    made, actor = hidden
    article_ids = {link.article_id for link in made.linked.actor_links if link.actor_id == actor.id}
    for article_id in article_ids:
        page = made.ledger.article_page(article_id)
        assert actor.name not in page.article.text
        assert len(page.article.text) == len(made.ledger.article(article_id).text)
        assert actor.id not in {mark.href_id for mark in page.marks}
        assert page.reading is not None
        assert actor.name not in {mention.name for mention in page.reading.mentions}
        assert made.ledger.pages.withholds(page.capture.sha256)
        assert actor.id not in {link.id for link in made.ledger.links(article_id)}
    for event in made.linked.events[:2]:
        view = made.ledger.event(event.id)
        assert actor.name not in view.line.title
        assert view.names.get(actor.id, PRIVATE_PERSON) == PRIVATE_PERSON
        linked = [told for told in view.accounts if told.article.id in article_ids]
        named = {one.name for told in linked for one in (*told.agents, *told.patients, *told.attribution)}
        assert actor.name not in named


def test_a_private_person_has_no_page(hidden: tuple[Made, Actor]) -> None:
    made, actor = hidden
    for name in (actor.id, actor.name):
        with pytest.raises(NotFoundError):
            made.ledger.actor_page(name)


def test_what_linking_made_is_kept_as_it_is(hidden: tuple[Made, Actor]) -> None:
    made, actor = hidden

    assert actor.name in {one.name for one in made.ledger.linked().actors}
    assert BLOT not in "".join(source.article.text for source in made.ledger.sources())

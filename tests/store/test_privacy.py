"""Rules of withholding at work: what linking made is stored with them, and every name of the private is kept from texts."""

from dataclasses import replace

import pytest
from small_ledger import Made, article_of, capture_of, mention, page_of

from rashomon.lists.withholding import WithholdingRules, load_withholding
from rashomon.model.actors import Actor
from rashomon.model.ledger import ActorLink, Linked
from rashomon.model.reading import Reading
from rashomon.model.words import ActorKind, MentionKind
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.privacy import title_cut
from rashomon.store.withheld import address_without

TEXT = "Ann Lee saw it. Lee fled to Gao with General Omar Ray, and LEE told Ray. A lee shore, a ray of light. Cay Orr slept."


def load_rules(ledger: Ledger, text: str) -> WithholdingRules:
    """Write rules into a ledger's lists, and return them."""
    (ledger.lists / "withholding.yaml").write_text(text, "utf-8")
    return load_withholding(ledger.lists)


def rule(made: Made, text: str) -> None:
    (made.ledger.lists / "withholding.yaml").write_text(text, "utf-8")


@pytest.fixture
def witness(ledger: Ledger) -> str:
    """The id of an article that names a witness in full, by last name only, and somebody public of another name."""
    capture = capture_of("saw.txt", TEXT.encode())
    article = article_of(
        capture, TEXT, title="Lee saw it", outlet="Hill Post", url="https://hill.example/ann-lee-saw-it", published="2031-03-04"
    )
    ann = mention(article, "Ann Lee", MentionKind.PERSON, "ann")
    omar = mention(article, "General Omar Ray", MentionKind.PERSON, "omar")
    cay = mention(article, "Cay Orr", MentionKind.PERSON, "cay")
    ledger.keep(capture, TEXT.encode())
    ledger.put_page(capture.sha256, page_of(article))
    ledger.put_readings([Reading(article.id, "hand-1", (ann, omar, cay))])
    actors = (Actor("Ann Lee", ActorKind.PERSON, listed=False, private=True), Actor("Omar Ray", ActorKind.PERSON))
    links = tuple(ActorLink(article.id, key, actor.id, 1.0) for key, actor in zip(("ann", "omar"), actors, strict=True))
    ledger.put_linked(Linked(actors=actors, actor_links=links), "digest-1")
    return article.id


def test_last_names_go_too_and_other_words_stay(ledger: Ledger, witness: str) -> None:
    page = ledger.article_page(witness)

    shown = "███ ███ saw it. ███ fled to Gao with General Omar Ray, and ███ told Ray. A lee shore, a ray of light. Cay Orr slept."
    assert page.article.text == shown
    assert page.line.title == "a private person saw it"
    assert (page.article.id, page.line.id) == (witness, witness)
    assert (page.article.url, page.line.url) == (None, None)


def test_a_last_name_that_somebody_public_has_stays(ledger: Ledger, witness: str) -> None:
    linked = ledger.linked()
    others = tuple(replace(one, name="Omar Lee") if one.name == "Omar Ray" else one for one in linked.actors)
    links = (linked.actor_links[0], replace(linked.actor_links[1], actor_id=next(o.id for o in others if o.name == "Omar Lee")))
    by_name = {one.name: one.id for one in others}
    links = (
        ActorLink(witness, "ann", by_name["Ann Lee"], 1.0),
        ActorLink(witness, "omar", by_name["Omar Lee"], 1.0),
    )
    ledger.put_linked(Linked(actors=others, actor_links=links), "digest-2")

    assert ledger.article_page(witness).article.text.startswith("███ ███ saw it. Lee fled")


def test_a_name_that_a_rule_withholds_goes_where_nobody_is_linked(ledger: Ledger, witness: str) -> None:
    (ledger.lists / "withholding.yaml").write_text("- {name: sleepers, actors: [Cay Orr]}\n", "utf-8")
    ledger.put_linked(ledger.linked(), "digest-2")

    page = ledger.article_page(witness)

    assert page.article.text.endswith("███ ███ slept.")
    assert page.reading is not None
    assert "Cay Orr" not in {one.name for one in page.reading.mentions}


def test_whom_a_rule_names_is_not_told_by_a_part_of_the_name_nor_by_a_title(ledger: Ledger, witness: str) -> None:
    rules = load_rules(ledger, "- {name: asked, actors: [Ann Lee, Boko Haram]}\n")
    cut = title_cut(rules, (Actor("Omar Lee", ActorKind.PERSON), Actor("Boko Haram", ActorKind.ARMED_GROUP)))
    ledger.put_linked(Linked(), "digest-2")

    assert ledger.article_page(witness).article.text.startswith("███ ███ saw it. ███ fled to Gao with General Omar Ray")
    assert cut.of("Killing of Lee in Gao") == "Killing of a private person in Gao"
    assert cut.of("Killing of Omar Lee by Boko") == "Killing of Omar Lee by Boko"


def test_words_that_describe_a_private_person_go_too(ledger: Ledger, witness: str) -> None:
    article = ledger.article(witness)
    reading = Reading(
        article.id, "hand-1", tuple(mention(article, one, MentionKind.PERSON, "ann") for one in ("Ann Lee", "Cay Orr"))
    )
    ledger.put_readings([replace(reading, mentions=tuple(replace(one, named=one.text == "Ann Lee") for one in reading.mentions))])
    ledger.put_linked(ledger.linked(), "digest-2")

    assert ledger.article_page(witness).article.text.endswith("███ ███ slept.")


def test_an_exception_shows_whom_linking_would_withhold(ledger: Ledger, witness: str) -> None:
    (ledger.lists / "withholding.yaml").write_text("- {name: asked for, show: yes, actors: [Ann Lee]}\n", "utf-8")
    ledger.put_linked(ledger.linked(), "digest-2")

    assert ledger.article_page(witness).article.text == TEXT
    (shown,) = ledger.privacy.withheld()
    assert (shown.name, shown.shown, shown.rule) == ("Ann Lee", True, "asked for")


def test_who_is_withheld_is_listed_with_the_reason(mine: Made) -> None:
    rule(mine, "- {name: guards, kinds: [force], only: [agent, speaker], why: they asked}\n")

    before = mine.ledger.privacy.withheld()
    mine.ledger.put_linked(mine.linked, "digest-1")
    (after,) = mine.ledger.privacy.withheld()

    assert [one.why for one in before] == ["withheld after the next update"]
    assert (after.name, after.rule, after.why, after.shown, after.articles) == ("Karsk Guards", "guards", "they asked", False, 3)


def test_changed_rules_ask_for_another_linking(mine: Made) -> None:
    assert mine.ledger.linked_digest() == "digest-1"

    rule(mine, "- {name: guards, kinds: [force]}\n")

    assert mine.ledger.linked_digest() is None
    assert not mine.ledger.privacy.is_current()
    mine.ledger.put_linked(mine.linked, "digest-1")
    assert mine.ledger.linked_digest() == "digest-1"
    assert mine.ledger.privacy.is_current()


@pytest.mark.parametrize(
    ("address", "stays"),
    [
        ("https://hill.example/2031/ann-lee-saw", False),
        ("https://hill.example/?who=Ann%20Lee", False),
        ("https://hill.example/anna-leeds", True),
    ],
)
def test_an_address_that_holds_a_name_is_not_shown(address: str, stays: bool) -> None:
    assert (address_without(address, ["Ann Lee"]) is not None) is stays

"""Whom rules of withholding reach: near spellings, and persons read as something else; nobody whom a list knows."""

from dataclasses import replace
from pathlib import Path

import pytest
from small_ledger import article_of, capture_of, mention, page_of

from rashomon.lists.withholding import WithholdingRules, load_withholding
from rashomon.model.actors import Actor, Alias
from rashomon.model.ledger import ActorLink, Contradiction, Event, Linked, Position
from rashomon.model.reading import Reading
from rashomon.model.words import ActorKind, ContradictionKind, EventType, MentionKind, Severity, Status
from rashomon.store.ledger import Ledger
from rashomon.store.publishing.privacy import privately, title_cut
from rashomon.store.publishing.reaching import is_near, person_in, reaching


def rules_of(folder: Path, text: str) -> WithholdingRules:
    (folder / "withholding.yaml").write_text(text, "utf-8")
    return load_withholding(folder)


def met(name: str, kind: ActorKind = ActorKind.PERSON, *aliases: str) -> Actor:
    return Actor(name, kind, tuple(Alias(text, "art-1") for text in aliases), listed=False)


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("Ruvik Ansel", "Ruvic Ansel", True),
        ("Ruvik Ansel", "Ruvik Ansell", True),
        ("Mohammed Karimi", "Muhammad Karimi", True),
        ("Kasem Torvald", "Qasem Torvald", True),
        ("Ruvik Ansel", "Ruvik Ansel", False),
        ("Ruvik Ansel", "Ruvik", False),
        ("Ruvik Ansel", "Ruvik van Ansel", False),
        ("Ruvik Ansel", "Petrin Kaval", False),
        ("Ruvik Ansel", "Duvik Ansel", False),
        ("Ann Lee", "Ann Lea", False),
        ("Hassan", "Hasan", False),
        ("Mohammed Karimi", "Mahmoud Kasimi", False),
    ],
)
def test_near_spellings_are_full_names_of_few_other_letters(one: str, other: str, near: object) -> None:
    assert is_near(one, other) is near


def test_a_near_spelling_is_withheld_and_a_listed_name_never(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "- {name: asked, actors: [Hassan Nasralla, Ruvik Ansel]}\n")
    public = Actor("Hasan Nasrallah", ActorKind.PERSON, (Alias("Hassan Nasrallah", "a list"),))
    everybody = (
        public,
        met("Hassan Nasrallah"),
        met("Ruvic Ansel"),
        met("Colonel Ruvik Ansell", ActorKind.FORCE),
        met("Petrin Kaval"),
    )

    reached = reaching(rules, everybody)

    assert reached.spellings == ("Ruvic Ansel", "Ruvik Ansell")
    assert {one.name for one in everybody if (found := reached.deciding(one, ())) and not found.show} == {
        "Ruvic Ansel",
        "Colonel Ruvik Ansell",
    }


def test_a_rule_that_shows_goes_before_a_near_spelling(tmp_path: Path) -> None:
    text = "- {name: asked, actors: [Ruvik Ansel]}\n- {name: another, show: yes, actors: [Ruvic Ansel]}\n"
    reached = reaching(rules_of(tmp_path, text), (met("Ruvic Ansel"),))

    assert reached.names == ("Ruvik Ansel",)


@pytest.mark.parametrize(
    ("name", "person"),
    [
        ("Prime Minister Lorne Vash", "Lorne Vash"),
        ("Iraqi President Cay Orr", "Cay Orr"),
        ("Sheikh Omar", "Omar"),
        ("Prime Minister's Office", None),
        ("President of Norland", None),
        ("General Staff", None),
        ("General Command", None),
        ("Police Karbala", None),
        ("the prime minister", None),
        ("Northern Governor Council", None),
    ],
)
def test_a_title_shows_a_person(name: str, person: str | None) -> None:
    assert person_in(name) == person


def test_all_persons_are_those_too_that_were_read_as_bodies(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "- {name: all, kinds: [person]}\n")
    known = Actor("Lorne Abend", ActorKind.PERSON)
    bodies = (
        met("Prime Minister Cay Orr", ActorKind.GOVERNMENT_BODY),
        met("Lorne Vash", ActorKind.STATE),
        met("Lorne Council", ActorKind.GOVERNMENT_BODY),
        met("Sand Heron", ActorKind.UNKNOWN),
        met("Lorne Fighters", ActorKind.ARMED_GROUP),
        Actor("President Bank", ActorKind.COMPANY),
    )

    private = {
        one.name for one in privately(Linked(actors=(known, *bodies)), reaching(rules, (known, *bodies))).actors if one.private
    }

    assert private == {"Lorne Abend", "Prime Minister Cay Orr", "Lorne Vash"}


def test_all_persons_leave_titles_that_have_them_as_places(tmp_path: Path) -> None:
    rules = rules_of(tmp_path, "- {name: all, kinds: [person]}\n")
    cut = title_cut(rules, (replace(met("Mustafa al-Orr"), private=True), met("Norland", ActorKind.STATE)))

    assert cut.of("Strike in Mustafa Al-Orr by Norland") == "Strike in a private person by Norland"


COPY = "Colonel Ruvic Ansel said that no shell fell on Gao. Ruvic Ansel left. Ansel slept."


@pytest.fixture
def copied(ledger: Ledger) -> str:
    """The id of an article that misspells a name which a rule withholds."""
    capture = capture_of("copy.txt", COPY.encode())
    article = article_of(capture, COPY, title="Ruvic Ansel denies", outlet="Mirror", url="https://mirror.example/ruvic-ansel")
    ledger.keep(capture, COPY.encode())
    ledger.put_page(capture.sha256, page_of(article))
    ledger.put_readings([Reading(article.id, "hand-1", (mention(article, "Ruvic Ansel", MentionKind.PERSON, "ansel"),))])
    (ledger.lists / "withholding.yaml").write_text("- {name: asked, actors: [Ruvik Ansel]}\n", "utf-8")
    actor = met("Ruvic Ansel")
    event = Event(EventType.ATTACK, Status.DENIED, "Attack by Ruvic Ansel in Gao", ("acc-1",), ())
    clash = Contradiction(
        ContradictionKind.RESPONSIBILITY,
        Severity.CONTRADICTION,
        "who did it: Attack by Ruvic Ansel in Gao",
        (Position(article.id, "acc-1", "Ruvic Ansel", "it did", 0, 4),),
    )
    linked = Linked(
        actors=(actor,), actor_links=(ActorLink(article.id, "ansel", actor.id, 1.0),), events=(event,), contradictions=(clash,)
    )
    ledger.put_linked(linked, "digest-1")
    return article.id


def test_a_misspelt_copy_does_not_tell_a_withheld_name(ledger: Ledger, copied: str) -> None:
    page = ledger.article_page(copied)

    assert page.article.text == "Colonel █████ █████ said that no shell fell on Gao. █████ █████ left. █████ slept."
    assert page.line.title == "a private person denies"
    assert page.article.url is None
    assert "Ruvic" not in str(ledger.contradictions())
    assert [(one.name, one.why) for one in ledger.privacy.withheld()] == [
        ("Ruvic Ansel", "no reason is given; spelled nearly like a name of the rule, or a person read as something else")
    ]

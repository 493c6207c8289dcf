"""Nobody finds a private person by searching for the name: the full-text indexes hold what pages show."""

import json
import re
from dataclasses import replace

import pytest
from small_ledger import article_of, capture_of, mention, page_of

from rashomon.model.actors import Actor, ActorTie
from rashomon.model.ids import content_id
from rashomon.model.ledger import ActorLink, Linked
from rashomon.model.reading import Claim, Reading
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ActorKind, MentionKind, Relation, Stance, Verdict
from rashomon.store.codec import plain
from rashomon.store.ledger import Ledger
from rashomon.store.review.contract import Draft
from rashomon.store.views import Question

TEXT = 'Ann Lee saw the ferry burn. "The Reed Front fired at Ann Lee," said Omar Ray. Cay Orr slept.'
ADDRESS = "https://hill.example/2031/ann-lee-saw-it"
ANN, OMAR = Actor("Ann Lee", ActorKind.PERSON, listed=False, private=True), Actor("Omar Ray", ActorKind.PERSON)


def told(article: Article) -> Reading:
    """A reading with both names and one claim."""
    ann = mention(article, "Ann Lee", MentionKind.PERSON, "ann-lee")
    omar = mention(article, "Omar Ray", MentionKind.PERSON, "omar")
    start, end = TEXT.index("The Reed"), TEXT.index(',"')
    said = EvidenceSpan(article.id, start, end)
    claim = Claim("omar", Stance.ASSERTS, said, source_span=omar.span)
    return Reading(article.id, "hand-1", (ann, omar), claims=(claim,))


@pytest.fixture
def article(ledger: Ledger) -> Article:
    """An article whose text, title, author, address and file spell the name of a private person."""
    capture = replace(capture_of("ann-lee-saw-it.html", TEXT.encode()), address=ADDRESS)
    made = article_of(capture, TEXT, title="Lee saw it", outlet="Hill Post", url=ADDRESS, published="2031-03-04")
    made = replace(made, authors=("Ann Lee", "Bo Ek"), links=(ADDRESS, "https://hill.example/ferry"), identity=ADDRESS)
    ledger.keep(capture, TEXT.encode())
    ledger.put_page(capture.sha256, page_of(made))
    ledger.put_readings([told(made)])
    link(ledger, made, ANN, "digest-1")
    return made


def link(ledger: Ledger, article: Article, ann: Actor, digest: str) -> None:
    """Store who the names are."""
    links = tuple(ActorLink(article.id, key, actor.id, 1.0) for key, actor in (("ann-lee", ann), ("omar", OMAR)))
    ledger.put_linked(Linked(actors=(ann, OMAR), actor_links=links), digest)


def found(ledger: Ledger, words: str) -> tuple[int, int]:
    """How many articles and claims hold these words."""
    answer = ledger.ask(Question(text=words))
    return answer.found_articles, answer.found_claims


@pytest.mark.parametrize("words", ["Ann Lee", '"Ann Lee"', "ann", "LEE", "Lee saw", "ann -ferry", "Lée"])
def test_a_withheld_name_finds_nothing(ledger: Ledger, article: Article, words: str):
    assert found(ledger, words) == (0, 0)


def test_other_words_find_what_they_found(ledger: Ledger, article: Article):
    assert found(ledger, "ferry") == (1, 0)
    assert found(ledger, '"reed front fired"') == (1, 1)
    assert found(ledger, '"Omar Ray"') == (1, 1)


def test_who_is_no_longer_private_is_found_again(ledger: Ledger, article: Article):
    link(ledger, article, replace(ANN, private=False), "digest-2")

    assert found(ledger, '"Ann Lee"') == (1, 1)
    assert found(ledger, '"Lee saw"') == (1, 0)


def test_an_article_told_anew_waits_for_the_next_linking(ledger: Ledger, article: Article):
    ledger.put_page(article.capture, page_of(replace(article, authors=("Ann Lee",))))
    ledger.put_readings([told(article)])

    assert found(ledger, "Ann Lee") == found(ledger, "ferry") == found(ledger, '"reed front"') == (0, 0)
    link(ledger, article, ANN, "digest-2")
    assert found(ledger, "Ann Lee") == (0, 0)
    assert found(ledger, "ferry") == (1, 0)
    assert found(ledger, '"reed front"') == (1, 1)


def test_a_name_that_only_a_rule_withholds_finds_nothing(ledger: Ledger, article: Article):
    assert found(ledger, "Cay Orr") == (1, 0)

    (ledger.lists / "withholding.yaml").write_text("- {name: sleepers, actors: [Cay Orr]}\n", "utf-8")
    ledger.put_linked(ledger.linked(), "digest-2")

    assert found(ledger, "Cay Orr") == (0, 0)
    assert found(ledger, "slept") == (1, 0)
    (ledger.lists / "withholding.yaml").unlink()
    ledger.put_linked(ledger.linked(), "digest-3")
    assert found(ledger, "Cay Orr") == (1, 0)


def test_a_linking_that_changes_nobody_makes_no_line_anew(ledger: Ledger, article: Article):
    before = ledger.ask(Question(text="ferry"))

    link(ledger, article, ANN, "digest-2")

    assert ledger.ask(Question(text="ferry")) == before


def test_no_address_file_name_or_author_spells_the_name(ledger: Ledger, article: Article):
    page = ledger.article_page(article.id)

    assert (page.article.url, page.article.identity, page.line.url) == (None, None, None)
    assert page.article.links == ("https://hill.example/ferry",)
    assert page.article.authors == ("a private person", "Bo Ek")
    digest = article.capture[:16]
    for capture in (
        page.capture,
        ledger.pages.capture(article.capture),
        ledger.pages.capture_list(1).shown[0],
        ledger.status().captures[0].capture,
    ):
        assert (capture.name, capture.address) == (f"{digest}.html", None)


def test_a_file_that_a_rule_alone_concerns_is_not_shown(ledger: Ledger, article: Article):
    link(ledger, article, replace(ANN, private=False), "digest-2")
    assert not ledger.pages.withholds(article.capture)

    (ledger.lists / "withholding.yaml").write_text("- {name: sleepers, actors: [Cay Orr]}\n", "utf-8")
    ledger.put_linked(ledger.linked(), "digest-3")

    assert ledger.pages.withholds(article.capture)


def test_the_guessed_id_of_a_private_person_finds_nothing(ledger: Ledger, article: Article):
    guessed = content_id("act", "Ann Lee", ActorKind.PERSON)
    assert guessed == ANN.id

    assert ledger.ask(Question(actor=guessed)).total == 0
    assert ledger.desk.search.suggestions("ann") == ()


def test_nothing_that_a_program_is_given_spells_the_name(ledger: Ledger, article: Article):
    views = (
        ledger.article_page(article.id),
        ledger.links(article.id),
        ledger.pages.article_list(None, 1),
        ledger.pages.actor_list(None, 1),
        ledger.ask(Question(text="ferry")),
        ledger.desk.search.claims(Question(text="reed")),
    )
    told = json.dumps([plain(one) for one in views])

    assert "private-1" in told
    assert not re.search(r"ann[\W_]*lee|\blee\b", told, re.IGNORECASE)


def test_a_wrong_link_to_a_private_person_is_put_right_by_the_key_that_is_shown(ledger: Ledger, article: Article):
    shown = Draft(Verdict.LINK, f"{article.id}/private-1", "ana", "2031-06-01T10:00:00.000001+00:00", "", values=("Omar Ray",))

    made = ledger.review.decide(shown)

    (kept,) = ledger.decisions()
    assert kept.target == f"{article.id}/ann-lee"
    logged = ledger.review.decision(made.decision.id).decision
    assert (logged.target, logged.before, logged.after) == (article.id, '"a private person"', '"Omar Ray"')


def test_no_listed_tie_names_the_private_end(ledger: Ledger, article: Article):
    tie = ActorTie("Ann Lee", Relation.FAMILY_OF, "Omar Ray", "a list")
    tied = replace(OMAR, ties=(tie,))
    links = (ActorLink(article.id, "ann-lee", ANN.id, 1.0), ActorLink(article.id, "omar", tied.id, 1.0))
    ledger.put_linked(Linked(actors=(replace(ANN, ties=(tie,)), tied), actor_links=links), "digest-2")

    page = ledger.actor_page("Omar Ray")

    assert (page.actor.ties, page.history) == ((), ())

"""Who says what in an article."""

import pytest

from rashomon.linking.disputes.statements import Statements
from rashomon.linking.sources.roots import Roots


@pytest.fixture
def statements_of(cast_of, registry):
    def run(*drafts):
        cast = cast_of(*drafts)
        return Statements(cast, Roots(cast, registry, (), {}))

    return run


def said(statements, made, words):
    start = made.article.text.index(words)
    found = statements.at(made.article.id, start, start + len(words))
    return found.speaker, found.words


def test_words_inside_a_claim_are_the_speaker_s_and_all_others_the_outlet_s(write, statements_of):
    made = write("[Red Front|GROUP|g] said it had taken the bridge. The bridge is closed.")
    made.claim("it had taken the bridge", "g")
    statements = statements_of(made)
    assert said(statements, made, "taken") == ("Red Front", "it had taken the bridge")
    assert said(statements, made, "closed") == ("Dune Group", "The bridge is closed.")


def test_of_two_claims_the_shorter_one_speaks(write, statements_of):
    made = write("[Aland|GPE|a] said the [Red Front|GROUP|g] boasted of having taken the bridge.")
    made.claim("the Red Front boasted of having taken the bridge", "a")
    made.claim("having taken the bridge", "g")
    assert said(statements_of(made), made, "taken")[0] == "Red Front"


def test_what_an_outlet_sets_against_what_it_concedes_is_its_own(write, statements_of):
    made = write("While [Aland|GPE|a] insists that the war is won, the hills are full of fighters.")
    made.claim("the war is won, the hills are full of fighters", "a")
    statements = statements_of(made)
    assert said(statements, made, "is won") == ("Aland", "the war is won")
    assert said(statements, made, "fighters") == ("Dune Group", "the hills are full of fighters.")


def test_only_what_is_said_to_be_so_is_a_claim_here(write, statements_of):
    made = write("[Aland|GPE|a] denied it. [Red Front|GROUP|g] said it was so. Nobody claimed it.")
    made.claim("it", "a", "denies")
    made.claim("it was so", "g")
    made.claim("claimed it", "unknown", "claims_responsibility")
    statements = statements_of(made)
    assert [found.words for found in statements.claims(made.article.id)] == ["it was so"]
    assert [found.speaker for found in statements.denials(made.article.id)] == ["Aland"]


def test_words_of_the_outlet_refer_to_an_account_else_to_the_article(write, statements_of):
    made = write("A bomb went off in the hills. It rained.")
    told = made.event("bomb", "bombing")
    statements = statements_of(made)
    assert statements.own(made.span("A bomb went off")).ref == told.id
    assert statements.own(made.span("It rained.")).ref == made.article.id


@pytest.mark.parametrize(("source", "speaker"), [("g", "Red Front"), ("outlet", "Dune Group")])
def test_a_figure_is_of_who_gives_it(write, statements_of, source, speaker):
    made = write("[Red Front|GROUP|g] counts nine dead.")
    figure = made.figure("nine", "9", "dead", "killed", source=source)
    found = statements_of(made).figure(figure)
    assert (found.ref, found.words, found.speaker) == (figure.id, "nine", speaker)


def test_sentences_and_names_come_in_reading_order(write, statements_of):
    made = write("[Red Front|GROUP|g] fled. The [Aland army|FORCE|a] came.")
    statements = statements_of(made)
    assert [span.of(made.article) for span in statements.sentences(made.article.id)] == [
        "Red Front fled.",
        "The Aland army came.",
    ]
    assert [one.actor.name for one in statements.named(made.article.id)] == ["Red Front", "Aland army"]

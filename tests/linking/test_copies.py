"""Which articles repeat others, how, and which came first."""

import pytest

from rashomon.linking.copies.copies import find_copies
from rashomon.linking.copies.shingles import fingerprint
from rashomon.linking.precedence import precedence
from rashomon.model.words import CopyKind

LONG = (
    "A column of grey pick-up trucks left the salt works before sunrise and crossed the dry lake towards Tall Ghar. "
    "Herders who saw it counted fourteen vehicles and at least two heavy guns under tarpaulins. By noon the garrison "
    "commander, Major Idris Wafi, had closed the northern gate and sent his families to the coast. Shots were heard "
    "twice in the afternoon. Nobody was reported hurt, and by evening the trucks had gone the way they came, leaving "
    "three broken axles and a burnt tyre beside the well."
)
CUT = "By noon the garrison commander, Major Idris Wafi, had closed the northern gate and sent his families to the coast."
REWORDED = (
    "Before sunrise a column of grey pick-up trucks departed from the salt works and went across the dry lake to Tall "
    "Ghar. Shepherds who saw it counted fourteen vehicles and at least two big guns under tarpaulins. By midday the "
    "garrison commander, Major Idris Wafi, had shut the northern gate and sent his families to the coast. Shots were "
    "heard two times in the afternoon. No one was reported hurt, and by evening the trucks had gone the way they came, "
    "leaving three broken axles and a burnt tyre by the well."
)
INDEPENDENT = (
    "Fourteen vehicles of the Red Front came up to Tall Ghar on Tuesday and turned back, Major Idris Wafi told this "
    "paper. The commander denied that anybody had fled. He said the gate was shut for repairs, and that his men had "
    "fired in the air to greet a wedding party. Traders in the market spoke of a loud night."
)


def copies(registry, *drafts):
    return find_copies([made.article for made in drafts], registry)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (LONG, CopyKind.VERBATIM),
        (LONG + " More to follow.", CopyKind.VERBATIM),
        (CUT, CopyKind.EXCERPT),
        (REWORDED, CopyKind.REWORDED),
    ],
)
def test_a_later_like_text_is_a_copy(write, registry, text, kind):
    first = write(LONG, published="2031-03-04")
    later = write(text, outlet="Coast Times", published="2031-03-05")
    (copy,) = copies(registry, later, first)
    assert (copy.article_id, copy.original_id, copy.kind) == (later.article.id, first.article.id, kind)
    assert all(reason.text for reason in copy.reasons)


def test_a_badly_scanned_copy_is_found(write, registry):
    first = write(LONG, published="2031-03-04")
    scanned = LONG.replace("column", "colurnn").replace("heavy", "hcavy").replace("noon", "n oon").replace("counted", "connted")
    later = write(scanned.replace("Shots", "5hots").replace("gate", "qate"), outlet="Coast Times", published="2031-03-06")
    (copy,) = copies(registry, later, first)
    assert (copy.original_id, copy.kind) == (first.article.id, CopyKind.REWORDED)


def test_a_longer_text_made_of_a_shorter_is_reworded_and_not_cut_out(write, registry):
    first = write(LONG, published="2031-03-04")
    later = write(f"{REWORDED} {INDEPENDENT}", outlet="Coast Times", published="2031-03-05")
    (copy,) = copies(registry, later, first)
    assert (copy.original_id, copy.kind) == (first.article.id, CopyKind.REWORDED)


def test_a_digest_that_quotes_openings_is_no_copy_of_any(write, registry):
    ferry = (
        "A ferry with ninety passengers reached the island of Karsh two hours late because of fog, the harbour master said. "
        "Nobody was hurt, and the evening sailing left on time with forty tons of flour for the hill towns behind the bay. "
        "The line's owners met the mayor, who wants a second boat before the winter storms close the small harbour again."
    )
    quoted = f"Week in short. {LONG[:200]} Elsewhere: {ferry[:200]} And: {INDEPENDENT[:200]}"
    digest = write(quoted, outlet="Coast Times", published="2031-03-06")
    assert copies(registry, digest, write(LONG), write(ferry), write(INDEPENDENT)) == ()


def test_a_reason_quotes_the_longest_passage(write, registry):
    (copy,) = copies(registry, write(LONG), write(CUT, outlet="Coast Times", published="2031-03-05"))
    (passage,) = (reason.text for reason in copy.reasons if reason.feature == "same_passages")
    assert "By noon the garrison commander" in passage


def test_fingerprints_made_before_lead_to_the_same_copies(write, registry):
    made = [write(LONG).article, write(REWORDED, outlet="Coast Times", published="2031-03-05").article]
    known = {article.id: fingerprint(article) for article in made}
    assert find_copies(made, registry, known=known) == find_copies(made, registry)


def test_another_telling_of_the_same_day_is_no_copy(write, registry):
    assert copies(registry, write(LONG), write(INDEPENDENT, outlet="Coast Times")) == ()


def test_furniture_of_one_outlet_is_no_copy(write, registry):
    foot = " Subscribe to our evening letter and never miss a story from the desert and the coast again."
    texts = [
        "A bridge reopened at noon after months of work.",
        "Prices of flour rose again in the hill towns.",
        "Two ministers met behind closed doors for an hour.",
        "The ferry will not sail until the storm has passed.",
        "A school received forty new desks from a charity.",
    ]
    assert copies(registry, *(write(text + foot) for text in texts)) == ()


def test_a_text_printed_twice_on_a_page_is_a_copy_of_the_first(write, registry):
    first = write("Calm returned.", capture="page", n=0)
    again = write("Calm  returned .", capture="page", n=1, repeats=0)
    (copy,) = copies(registry, again, first)
    assert (copy.article_id, copy.original_id, copy.score) == (again.article.id, first.article.id, 1.0)


def test_a_chain_ends_at_the_first_article(write, registry):
    first = write(LONG, published="2031-03-04")
    second = write(LONG + " Updated.", outlet="Coast Times", published="2031-03-05")
    third = write(LONG + " Updated. Again.", outlet="Salt Radio", published="2031-03-06")
    assert {copy.original_id for copy in copies(registry, third, second, first)} == {first.article.id}


def test_a_copy_that_a_person_refused_is_none(write, registry):
    first, later = write(LONG), write(LONG, outlet="Coast Times", published="2031-03-05")
    assert find_copies([first.article, later.article], registry, frozenset({later.article.id})) == ()


def test_many_reprints_of_one_text_are_all_copies_of_the_earliest(write, registry):
    first = write(LONG, published="2031-03-01")
    reprints = [write(f"Reprint {n} here. {LONG}", outlet=f"Paper {n}", published="2031-03-05") for n in range(20)]
    found = copies(registry, *reprints, first)
    assert len(found) == 20
    assert {copy.original_id for copy in found} == {first.article.id}


@pytest.mark.parametrize(
    ("one", "other", "why"),
    [
        ({"published": "2031-03-04"}, {"published": "2031-03-05"}, "published earlier"),
        ({"published": "2031-03-04T08:00"}, {"published": "2031-03-04T11:00"}, "published earlier"),
        ({"outlet": "Salt Radio"}, {"outlet": "Coast Times", "forwarded_from": "Salt Radio"}, "credits Salt Radio"),
    ],
)
def test_which_came_first(write, registry, one, other, why):
    first, later = write(LONG, **one).article, write(LONG, **other).article
    for pair in ((first, later), (later, first)):
        order = precedence(*pair, registry)
        assert (order.first, order.later) == (first, later)
        assert why in order.why


def test_without_dates_the_credited_then_the_longer_came_first(write, registry):
    named = write("Salt Radio reported: " + LONG, outlet="Coast Times", published=None).article
    credited = write(LONG, outlet="Salt Radio", published=None).article
    shorter = write(CUT, outlet="Hill Paper", published=None).article
    assert precedence(named, credited, registry).first == credited
    assert precedence(shorter, credited, registry).first == credited

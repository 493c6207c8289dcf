"""Which of two like articles came first."""

from itertools import permutations

import pytest

from rashomon.linking.precedence import family, precedence, published
from rashomon.model.sources import Article

TEXT = "Shepherds found the wreck of a truck in the dry river east of Tall Ghar."


def article(name, text=TEXT, outlet="Coast Times", **more):
    return Article(name, 0, 0, len(text), text, outlet=outlet, **more)


def first(one, other, registry):
    """The capture of the article that came first, and why; asked in both orders."""
    found = {
        (precedence(*order, registry).first.capture, precedence(*order, registry).why) for order in permutations((one, other))
    }
    assert len(found) == 1
    return found.pop()


@pytest.mark.parametrize(
    ("outlet", "name"),
    [("Dune Wire", "Dune Group"), ("DUNE WIRE", "Dune Group"), ("Coast times", "Coast Times"), ("Salt Gazette", "Salt Gazette")],
)
def test_an_outlet_goes_by_its_family_its_listed_name_or_as_printed(registry, outlet, name):
    assert family(outlet, registry) == name


@pytest.mark.parametrize(
    ("printed", "days"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03"),
        ("2031-03-04T10:15:00Z", "2031-03-04"),
        (None, None),
        ("4 March", None),
    ],
)
def test_the_day_an_article_prints(printed, days):
    found = published(article("a", published=printed))
    assert (None if found is None else str(found)) == days


@pytest.mark.parametrize(
    ("ours", "theirs", "why"),
    [
        ("2031-03-04", "2031-03-05", "it was published earlier (2031-03-04 before 2031-03-05)"),
        ("2031-02", "2031-03-01", "it was published earlier (2031-02 before 2031-03-01)"),
        ("2031-03-04T08:00", "2031-03-04T09:30", "it was published earlier (2031-03-04T08:00 before 2031-03-04T09:30)"),
    ],
)
@pytest.mark.parametrize("names", [("a", "b"), ("b", "a")])
def test_the_earlier_came_first(registry, ours, theirs, why, names):
    one = article(names[0], published=ours)
    other = article(names[1], text=TEXT + " It was empty.", outlet="Hill Radio", published=theirs)
    assert first(one, other, registry) == (names[0], why)


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ("2031-03-04", "2031-03-04"),
        ("2031-03", "2031-03-05"),
        (None, "2031-03-05"),
        ("soon", "2031-03-05"),
        ("2031-03-04", "2031-03-04T09:30"),
    ],
)
def test_where_the_days_do_not_tell_the_longer_came_first(registry, ours, theirs):
    for days in ((ours, theirs), (theirs, ours)):
        longer = article("b", text=TEXT + " It was empty.", published=days[0])
        assert first(longer, article("a", outlet="Hill Radio", published=days[1]), registry) == ("b", "it is longer")


@pytest.mark.parametrize(
    "crediting",
    [
        {"text": "As the Hill Radio reports, " + TEXT},
        {"text": TEXT + " (HILL RADIO)"},
        {"forwarded_from": "Hill Radio", "text": TEXT + " Shared."},
    ],
)
def test_who_is_credited_came_first_though_shorter(registry, crediting):
    credited = article("b", outlet="Hill Radio")
    assert first(credited, article("a", **crediting), registry) == ("b", "the other credits Hill Radio")


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        ({"outlet": "Dune Post", "text": TEXT + " (Dune Wire)"}, {"outlet": "Dune Wire"}),
        ({"text": TEXT + " Uphill Radios."}, {"outlet": "Hill Radio"}),
        ({"text": TEXT + " (Hill Radio)", "forwarded_from": "Salt Gazette"}, {"outlet": "Hill Radio"}),
        ({"text": TEXT + " By us all."}, {"outlet": None}),
        ({"text": TEXT + " (Hill Radio)!!"}, {"outlet": "Hill Radio", "text": TEXT + " (Coast Times)"}),
    ],
    ids=["of one family", "part of a word", "forwarded from another", "no outlet", "each credits the other"],
)
def test_what_is_no_credit_leaves_it_to_the_length(registry, ours, theirs):
    longer, shorter = sorted((article("a", **ours), article("b", **theirs)), key=lambda one: -len(one.text))
    assert first(longer, shorter, registry) == (longer.capture, "it is longer")


def test_where_nothing_tells_the_lesser_id_came_first(registry):
    one, other = article("a"), article("b")
    least = min((one, other), key=lambda made: made.id)
    assert first(one, other, registry) == (least.capture, "nothing tells which came first, so the lesser id does")


def test_the_earlier_day_counts_more_than_a_credit(registry):
    early = article("a", text=TEXT + " (Hill Radio)", published="2031-03-01")
    late = article("b", outlet="Hill Radio", published="2031-03-02")
    assert first(early, late, registry)[0] == "a"

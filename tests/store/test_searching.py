"""What search finds, counts and widens, over the small ledger."""

import pytest
from small_ledger import Made
from sqlalchemy import delete

from rashomon.store.database import writing
from rashomon.store.search.columns import load_columns
from rashomon.store.search.searching import Searching
from rashomon.store.search.tables import search_columns
from rashomon.store.search.views import Answer
from rashomon.store.views import Question


def titles(answer: Answer) -> list[str]:
    return [line.title for line in answer.events]


def facet(answer: Answer, name: str) -> dict[str, int]:
    return {value.value: value.count for found in answer.facets if found.name == name for value in found.values}


BOMBING, RAID, THREAT = "Bombing in Ostrel", "Attack on a camp", "A threat"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("market OR raided", [RAID, BOMBING]),
        ("raided -market", [RAID]),
        ("market -bombing", []),  # its own title says so
        ("Ostrel -denied", [BOMBING]),
        ("-raided", [BOMBING, THREAT]),
        ("type:bombing", [BOMBING]),
        ("-type:bombing", [RAID, THREAT]),
        ("Ostrel type:attack", []),
        ("raided OR type:threat", [RAID, THREAT]),
        ('actor:"guards of karsk"', [BOMBING]),
        ("country:kx", [BOMBING]),
        ('place:"durin camp"', [RAID]),
        ('outlet:"hill post"', [RAID]),
        ("roots:2+", [BOMBING]),
        ("roots:x", []),
        ("after:2031-04", [RAID]),
        ("before:2031-03-03", [BOMBING]),
        ("after:2031-03-03 before:2031-03", [BOMBING]),
        ("after:never", []),
        ("is:disputed", [BOMBING, THREAT]),
        ("(market OR raided) -type:attack", [BOMBING]),
    ],
)
def test_words_and_fields_go_together(made: Made, text: str, found: list[str]):
    assert titles(made.ledger.ask(Question(text=text))) == found


@pytest.mark.parametrize(
    ("narrowing", "found"),
    [
        ({"outlet": "Vale Courier"}, [BOMBING]),
        ({"roots": "1"}, [RAID]),
        ({"after": "2031-03-04", "before": "2031"}, [RAID]),
        ({"area": "44,41,45,42"}, [BOMBING]),
        ({"area": "-170,-80,40,80"}, []),
        ({"area": "44,41,x"}, []),
        ({"grade": "A"}, []),
        ({"order": "oldest"}, [BOMBING, RAID, THREAT]),
        ({"order": "killed"}, [BOMBING, RAID, THREAT]),
    ],
)
def test_each_new_field_narrows_or_orders(made: Made, narrowing: dict, found: list[str]):
    assert titles(made.ledger.ask(Question(**narrowing))) == found


def test_an_event_whose_title_holds_more_of_the_words_comes_before_newer_ones(made: Made):
    text = "raided OR bombing OR Ostrel"

    assert titles(made.ledger.ask(Question(text=text))) == [RAID, BOMBING]
    assert titles(made.ledger.ask(Question(text=text, order="best"))) == [BOMBING, RAID]
    assert titles(made.ledger.ask(Question(order="best"))) == titles(made.ledger.ask(Question()))


def test_a_name_finds_the_actors_other_names_and_quotes_do_not(made: Made):
    wide = made.ledger.ask(Question(text="guards of karsk"))
    told = made.ledger.ask(Question(text='"guards of karsk"'))

    assert [(one.words, one.actor.name, one.others) for one in wide.widened] == [
        ("guards of karsk", "Karsk Guards", ("karsk guards", "the front" if "the front" in wide.widened[0].others else "front"))
    ]
    assert wide.found_articles == 3
    assert told.widened == ()
    assert told.found_articles == 0


def test_every_facet_counts_what_a_click_would_give(made: Made):
    for text in (None, "guards OR raided"):
        answer = made.ledger.ask(Question(text=text))
        for found in answer.facets:
            for value in found.values:
                assert made.ledger.ask(Question(text=text, **{found.name: value.value})).total == value.count, (found.name, value)


def test_facets_are_counted_under_all_other_choices(made: Made):
    answer = made.ledger.ask(Question(outlet="Hill Post", type="bombing"))

    assert answer.total == 0
    assert facet(answer, "type") == {"attack": 1}
    assert facet(answer, "outlet") == {"Daily Echo": 1, "Vale Courier": 1}


def test_claims_are_found_by_their_words_and_follow_the_narrowing(made: Made):
    search = made.ledger.desk.search
    everywhere = search.claims(Question(text="bombed"))

    assert [(view.source.name, view.claim.stance) for view in everywhere] == [("Karsk Guards", "denies")]
    assert search.claims(Question(text="bombed", type="attack")) == ()
    assert made.ledger.ask(Question(text="bombed")).found_claims == 1
    assert search.claims(Question()) == ()


def test_a_map_has_every_event_once_and_says_how_many_it_cannot_place(made: Made):
    placed = made.ledger.desk.search.placed(Question())

    assert [(line.name, line.events, line.lat, line.months) for line in placed.places] == [
        ("Ostrel", 1, 41.5, (("2031-03", 1),)),
        ("Dûrin Camp", 1, None, (("2031-05", 1),)),
    ] or [(line.name, line.events) for line in placed.places] == [("Dûrin Camp", 1), ("Ostrel", 1)]
    assert (placed.total, placed.unplaced) == (3, 2)


@pytest.mark.parametrize("by", ["type", "status", "country", "actor", "outlet"])
def test_a_chart_counts_months(made: Made, by: str):
    counts = made.ledger.desk.search.counts(Question(), by)

    assert counts.months == ("2031-03", "2031-05")
    assert (counts.total, counts.undated) == (3, 1)
    assert all(sum(row.months) <= row.total for row in counts.rows)
    assert sum(sum(row.months) for row in counts.rows) >= 2


def test_names_are_suggested_by_their_beginning(made: Made):
    suggest = made.ledger.desk.search.suggestions

    assert [(one.kind, one.name) for one in suggest("guar")] == [("actor", "Karsk Guards")]
    assert [(one.kind, one.name) for one in suggest("OST")] == [("place", "Ostrel")]
    assert suggest("  ") == ()


def test_what_is_told_has_its_words_and_one_account_of_each_root_first(made: Made):
    (told,) = made.ledger.desk.search.told(Question(type="bombing"), 2)

    assert [view.root.name for view in told.accounts if view.root] == ["Vale Front", "Karsk Guards"]
    assert told.countries == ("KX",)
    assert len(next(iter(made.ledger.desk.search.all_told(Question(type="bombing")))).accounts) == 3


def test_the_columns_follow_the_ledger(mine: Made):
    search: Searching = mine.ledger.desk.search
    assert search.ask(Question()).total == 3

    kept = mine.linked
    mine.ledger.put_linked(
        type(kept)(actors=kept.actors, places=kept.places, roots=kept.roots, events=kept.events[1:2]), "digest-2"
    )

    assert [line.title for line in search.ask(Question()).events] == [RAID]
    assert facet(search.ask(Question()), "type") == {"attack": 1}


def test_a_ledger_without_kept_columns_answers_all_the_same(mine: Made):
    with writing(mine.ledger._engine) as connection:
        before = load_columns(connection)
        connection.execute(delete(search_columns))
        again = load_columns(connection)

    assert len(before) == len(again) == 3
    assert before.actor_names == again.actor_names
    assert mine.ledger.ask(Question(country="KX")).total == 1

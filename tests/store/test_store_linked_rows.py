"""Rows of the registry and of links."""

import pytest
from small_ledger import Made
from sqlalchemy import select

from rashomon.model.actors import Actor, Alias
from rashomon.model.ledger import ActorLink, Copy, Linked, Reason, Root
from rashomon.model.words import ActorKind, CopyKind, RootKind
from rashomon.store.codec import decode, decode_tuple
from rashomon.store.database import reading
from rashomon.store.ledger import Ledger
from rashomon.store.tables import actor_links, actor_names, actors, copies, places, roots, series


def rows(ledger: Ledger, table):
    with reading(ledger._engine) as connection:
        return connection.execute(select(table)).mappings().all()


def names_of(ledger: Ledger, *aliases: Alias, name: str = "Sund Brigade"):
    ledger.put_linked(Linked(actors=(Actor(name, ActorKind.ARMED_GROUP, aliases),)), "digest")
    return {row["folded"]: (row["words"], row["rank"]) for row in rows(ledger, actor_names)}


@pytest.mark.parametrize(
    ("aliases", "found"),
    [
        ((), {"sund brigade": ("Sund Brigade", 0)}),
        ((Alias("SB", "x"),), {"sund brigade": ("Sund Brigade", 0), "sb": ("SB", 1)}),
        ((Alias("the Brigade", "x", ambiguous=True),), {"sund brigade": ("Sund Brigade", 0), "brigade": ("the Brigade", 2)}),
        ((Alias("SUND BRIGADE", "x", ambiguous=True),), {"sund brigade": ("Sund Brigade", 0)}),
        (
            (Alias("SB", "x", ambiguous=True), Alias("sb", "y")),
            {"sund brigade": ("Sund Brigade", 0), "sb": ("sb", 1)},
        ),
        ((Alias("—", "x"),), {"sund brigade": ("Sund Brigade", 0)}),
    ],
)
def test_a_name_is_kept_once_folded_under_its_best_rank(ledger: Ledger, aliases, found):
    assert names_of(ledger, *aliases) == found


@pytest.mark.parametrize("asked", ["Brigada Súnd", "brigada sund", "BRIGADA SUND"])
def test_an_actor_is_found_by_any_spelling_of_its_name(ledger: Ledger, asked: str):
    names_of(ledger, Alias("Brigada Súnd", "x"))

    assert ledger.actor_page(asked).actor.name == "Sund Brigade"


def test_actors_and_places_are_kept_whole(made: Made):
    kept = [decode(Actor, row["content"]) for row in rows(made.ledger, actors)]

    assert kept == list(made.linked.actors)
    assert [(row["name"], row["country"]) for row in rows(made.ledger, places)] == [("Ostrel", "KX"), ("Dûrin Camp", "VR")]


def test_links_keep_their_scores_and_reasons(made: Made):
    kept = rows(made.ledger, actor_links)

    assert [
        ActorLink(row["article_id"], row["key"], row["actor_id"], row["score"], decode_tuple(Reason, row["reasons"]))
        for row in kept
    ] == list(made.linked.actor_links)


def test_a_copy_keeps_its_kind_and_a_series_its_length(made: Made):
    assert [(row["kind"], row["original_id"]) for row in rows(made.ledger, copies)] == [("verbatim", made.articles["first"].id)]
    assert [row["length"] for row in rows(made.ledger, series)] == [1, 2]


def test_a_root_keeps_its_kind_and_name(made: Made):
    kept = rows(made.ledger, roots)

    assert [(row["kind"], row["name"]) for row in kept] == [(root.kind, root.name) for root in made.linked.roots]
    assert [decode(Root, row["content"]) for row in kept] == list(made.linked.roots)


def test_two_copies_of_one_original_stand_apart(mine: Made):
    ids = {name: article.id for name, article in mine.articles.items()}
    told = tuple(Copy(ids[name], ids["first"], CopyKind.EXCERPT, 0.5) for name in ("copied", "denied"))

    mine.ledger.put_linked(Linked(copies=told, roots=(Root(RootKind.OUTLET, "x", ()),)), "digest-2")

    assert set(mine.ledger.copies()) == set(told)

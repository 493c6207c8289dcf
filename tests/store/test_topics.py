"""Saved searches."""

import pytest

from rashomon.model.errors import NotFoundError
from rashomon.store.ledger import Ledger


def test_topics_are_made_named_ordered_and_deleted(ledger: Ledger):
    topics = ledger.desk.topics
    one, two, three = (topics.make(name, f"q={name}", "ana") for name in ("one", "two", "three"))
    topics.move(three.id, -2)
    topics.move(one.id, 5)
    topics.rename(two.id, "second")
    topics.delete(one.id)

    assert [(topic.name, topic.question, topic.who) for topic in topics.all()] == [
        ("three", "q=three", "ana"),
        ("second", "q=two", "ana"),
    ]
    assert topics.topic(two.id).name == "second"
    assert topics.topic(two.id).made_at == two.made_at


@pytest.mark.parametrize(
    "act",
    [lambda t: t.topic("top-x"), lambda t: t.rename("top-x", "n"), lambda t: t.delete("top-x"), lambda t: t.move("top-x", 1)],
)
def test_what_is_not_there_is_said_to_be(ledger: Ledger, act):
    with pytest.raises(NotFoundError, match="top-x"):
        act(ledger.desk.topics)

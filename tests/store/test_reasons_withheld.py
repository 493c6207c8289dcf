"""Reasons quote articles: they name private persons no more than the articles do."""

import json
import sqlite3

import pytest
from small_ledger import Made

from rashomon.store.codec import plain
from rashomon.store.publishing.contract import Selection
from rashomon.store.views import Question

NAME = "Karsk Guards"


@pytest.fixture
def private(mine: Made) -> Made:
    """The small ledger where one actor's name is withheld and every reason names it."""
    reason = json.dumps([{"feature": "same_alias", "score": 1.0, "text": f"both name {NAME}"}])
    with sqlite3.connect(mine.ledger.folder / "ledger.db") as connection:
        connection.execute("UPDATE copies SET reasons = ?", (reason,))
        connection.execute("UPDATE place_links SET reasons = ?", (reason,))
        content = connection.execute("SELECT content FROM events WHERE id = ?", (mine.linked.events[0].id,)).fetchone()[0]
        first, second = (mine.readings[name].accounts[0].id for name in ("first", "copied"))
        joins = [{"account": second, "other": first, "score": 1.0, "reasons": json.loads(reason)}]
        told = json.dumps(json.loads(content) | {"joins": joins})
        connection.execute("UPDATE events SET content = ? WHERE id = ?", (told, mine.linked.events[0].id))
    return mine


def shown(made: Made) -> dict[str, str]:
    """What the ledger says in places where reasons stand, as text."""
    ledger, copied = made.ledger, made.articles["copied"].id
    return {
        "event": json.dumps(plain(ledger.event(made.linked.events[0].id).event.joins)),
        "told events": json.dumps([plain(one.event.joins) for one in ledger.publishing.all_told(Selection(Question()))]),
        "copies of an article": json.dumps(plain(ledger.article_page(copied).copies)),
        "list of copies": json.dumps(plain(ledger.pages.copies(1).shown[0].copy)),
        "all copies": json.dumps(plain(ledger.copies())),
        "copies among": json.dumps(plain(ledger.pages.copies_among([copied, made.articles["first"].id]))),
        "links": json.dumps(plain([link.reasons for link in ledger.links(copied)])),
    }


def test_reasons_do_not_name_a_private_person(private: Made):
    assert all(NAME in text for text in shown(private).values())
    with sqlite3.connect(private.ledger.folder / "ledger.db") as connection:
        connection.execute("UPDATE actors SET withheld = 1 WHERE name = ?", (NAME,))

    assert [place for place, text in shown(private).items() if NAME in text] == []
    assert all("both name" in text for text in shown(private).values())

"""The newest events and articles of an actor, sorted or walked down: the same ones."""

import pytest
from small_ledger import Made
from sqlalchemy import select

from rashomon.store.database import connect, reading
from rashomon.store.pages import newest
from rashomon.store.tables import actor_links, event_actors


@pytest.mark.parametrize("at_most", [1, 2, 50])
def test_walking_down_gives_what_sorting_gives(made: Made, monkeypatch: pytest.MonkeyPatch, at_most: int):
    engine = connect(made.ledger.folder / "ledger.db")
    with reading(engine) as connection:
        actors = set(connection.scalars(select(event_actors.c.actor_id))) | set(
            connection.scalars(select(actor_links.c.actor_id))
        )

        def found() -> dict[str, tuple[tuple[str, ...], ...]]:
            return {
                actor: (
                    newest.newest_events(connection, actor, at_most),
                    newest.newest_events(connection, actor, at_most, "patient"),
                    newest.newest_articles(connection, actor, at_most),
                    newest.newest_telling(connection, actor, at_most),
                )
                for actor in actors
            }

        sorted_whole = found()
        monkeypatch.setattr(newest, "MANY", 1)
        walked = found()
    engine.dispose()

    assert walked == sorted_whole
    assert any(events for events, *_ in walked.values())
    assert any(articles for _, _, articles, _ in walked.values())

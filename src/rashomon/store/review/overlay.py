"""Readings as people corrected them, whenever they are shown. This is the one place where what is shown becomes theirs."""

from collections.abc import Mapping

from sqlalchemy import Connection

from rashomon.linking.corrections.readings import corrected
from rashomon.model.reading import Reading
from rashomon.model.sources import Article
from rashomon.store.review.known import on_articles


def corrected_readings(
    connection: Connection, articles: Mapping[str, Article], readings: Mapping[str, Reading]
) -> dict[str, Reading]:
    """Return readings with the standing decisions of people played over them; all others as they are."""
    touching = on_articles(connection, readings)
    return {
        article_id: corrected(articles[article_id], reading, touching[article_id]) if article_id in touching else reading
        for article_id, reading in readings.items()
    }

"""Whether linking would give anything new, known without loading it."""

import hashlib
from collections.abc import Iterable

from rashomon.linking.contract import Gazetteer, Registry
from rashomon.model.decisions import Decision

#: Another version links again.
VERSION = "linking-9"


def input_digest(
    read: Iterable[tuple[str, str]], registry: Registry, gazetteer: Gazetteer, decisions: Iterable[Decision] = ()
) -> str:
    """Return a digest of all that `rashomon.linking.run.link` would be given; where it is the same, linking would give the same.

    Args:
        read: the id of each article and what tells its reading and its text from others, in any order.
        registry: what is known of actors and outlets.
        gazetteer: what is known of places.
        decisions: what people decided, in any order.
    """
    readings = sorted(f"{article_id}={reader}" for article_id, reader in read)
    decided = sorted(decision.id for decision in decisions)
    parts = (VERSION, registry.digest, gazetteer.digest, *readings, "decisions", *decided)
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()

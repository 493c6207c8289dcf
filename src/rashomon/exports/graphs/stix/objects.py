"""What all STIX objects written here have in common, and references to the words that say so."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from rashomon.exports.graphs.said import UNGRADED, open_address, outlet_of
from rashomon.exports.graphs.stix.extension import EXTENSION, WRITER
from rashomon.exports.graphs.stix.ids import Stamp, stix_id
from rashomon.exports.graphs.stix.marks import marking_id
from rashomon.store.publishing.kept import Kept
from rashomon.store.views import ArticleLine, Quote

#: An object of a bundle.
Stix = dict[str, Any]
#: An article's line with words of it.
Cited = tuple[ArticleLine, Quote]
#: Letters of a name, and of words in a reference.
NAME, CITED = 240, 600


def stix_object(kind: str, key: str, stamp: Stamp, ledger_id: str, said: Mapping[str, Any], **values: Any) -> Stix:  # noqa: ANN401
    """Return an object; values that are ``None`` or empty are left out.

    Args:
        kind: its STIX type.

        key: what makes its id, together with the type.

        stamp: its times and mark.

        ledger_id: what the ledger calls it.

        said: what the extension says of it.

        values: its own properties.
    """
    extension = {"extension_type": "property-extension", "ledger_id": ledger_id, **_stated(said)}
    common = {
        "type": kind,
        "spec_version": "2.1",
        "id": stix_id(kind, key),
        "created_by_ref": WRITER,
        "created": stamp.created,
        "modified": stamp.modified,
        "object_marking_refs": None if stamp.mark is None else [marking_id(stamp.mark)],
    }
    return _stated({**common, **values, "extensions": {EXTENSION: extension}})


def relationship(
    ledger_id: str,
    part: str,
    stamp: Stamp,
    said: Mapping[str, Any],
    ends: tuple[str, str, str],
    **values: Any,  # noqa: ANN401
) -> Stix:
    """Return a relationship: ``ends`` are source, type and target; ``part`` tells two of the same ends and thing apart."""
    source, kind, target = ends
    own = {"relationship_type": kind, "source_ref": source, "target_ref": target}
    return stix_object("relationship", " ".join((*ends, ledger_id, part)), stamp, ledger_id, said, **own, **values)


def _stated(values: Mapping[str, Any]) -> Stix:
    return {name: value for name, value in values.items() if value is not None and value not in ("", [], {}, ())}


def named(words: str) -> str:
    """Return a name that fits a line."""
    plain = " ".join(words.split())
    return plain if len(plain) <= NAME else f"{plain[: NAME - 2].rpartition(' ')[0]} …"


def references(cited: Iterable[Cited], kept: Mapping[str, Kept]) -> list[Stix]:
    """Return references to articles with their words, each article once; the hash is that of the kept bytes."""
    by_article: dict[str, Stix] = {}
    for line, words in cited:
        if line.id not in by_article:
            by_article[line.id] = {"source_name": named(outlet_of(line)), "external_id": line.id, **_address(line, kept)}
            by_article[line.id]["description"] = " ".join(words.words.split())[:CITED]
    return [_stated(one) for one in by_article.values()]


def _address(line: ArticleLine, kept: Mapping[str, Kept]) -> Stix:
    """The article's address; with the hash of the kept bytes where these were fetched from that very address."""
    address = open_address(line.url)
    capture = kept[line.id].capture if line.id in kept else None
    if address is None or capture is None or capture.address != line.url:
        return {"url": address}
    return {"url": address, "hashes": {"SHA-256": capture.sha256}}


def evidence(cited: Iterable[Cited], grades: Mapping[str, str]) -> list[Stix]:
    """Return words with their place, outlet, grade and day."""
    return list(_evidence(cited, grades))


def _evidence(cited: Iterable[Cited], grades: Mapping[str, str]) -> Iterator[Stix]:
    for line, words in cited:
        yield _stated(
            {
                "article": words.article_id,
                "start": words.start,
                "end": words.end,
                "words": words.words,
                "outlet": outlet_of(line),
                "grade": grades.get(line.outlet or "", UNGRADED),
                "published": line.published,
                "address": open_address(line.url),
            }
        )

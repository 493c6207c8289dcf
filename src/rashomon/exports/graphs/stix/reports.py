"""Articles as reports on the events that they tell."""

from collections.abc import Iterable

from rashomon.exports.graphs.ftm.origins import language
from rashomon.exports.graphs.said import UNGRADED, open_address, outlet_of
from rashomon.exports.graphs.stix.actors import outlet_id
from rashomon.exports.graphs.stix.ids import first_moment, moment, stamp_of
from rashomon.exports.graphs.stix.objects import Stix, named, stix_object
from rashomon.model.dates import DateInterval
from rashomon.store.publishing.kept import PublishedArticle


def report(published: PublishedArticle, told: Iterable[str], grade: str | None) -> Stix:
    """Return an article as a report; its text stays where it was published, and what is not stated is said so.

    Args:
        published: the article.

        told: ids of the objects of the events that it tells.

        grade: its outlet's letter, ``None`` where nobody graded it.
    """
    line, kept = published.line, published.kept
    address = open_address(line.url)
    reference = {"source_name": named(outlet_of(line)), "external_id": line.id, "description": named(line.title)}
    return stix_object(
        "report",
        line.id,
        stamp_of([kept]),
        line.id,
        {"says": "article", "capture": kept.capture.sha256, "published_stated": line.published is not None},
        name=named(line.title),
        description=", ".join((outlet_of(line), line.published or "no date stated", *kept.authors)),
        report_types=["threat-report"],
        published=_published(published),
        object_refs=sorted({*told, *([] if line.outlet is None else [outlet_id(line.outlet)])}),
        lang=kept.language[:2].lower() if kept.language is not None and language(kept.language) is not None else None,
        labels=[f"admiralty-scale:source-reliability={(grade or UNGRADED).lower()}"],
        external_references=[{**reference, **({"url": address} if address is not None else {})}],
    )


def _published(published: PublishedArticle) -> str:
    """Return the first moment of the printed day; where none is printed, when the capture was taken."""
    stated = published.line.published
    day = None if stated is None else DateInterval.parse(stated).first
    return moment(published.kept.capture.taken_at) if day is None else first_moment(day)

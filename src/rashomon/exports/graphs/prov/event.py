"""How an event came to be known: fetched, split, read, linked and decided on, by whom or by what, out of which words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256

from rashomon import __version__
from rashomon.exports.graphs.prov.records import Name, Record, own
from rashomon.exports.graphs.said import UNGRADED, open_address, outlet_of
from rashomon.model.decisions import Decision
from rashomon.model.evidence import Fetch
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.publishing.kept import Kept
from rashomon.store.views import AccountView, ArticleLine, ClaimView, Named

_PROGRAM = own("rashomon")


@dataclass(frozen=True, slots=True)
class Story:
    """What a document of provenance is made of.

    Args:
        kept: where the event's articles come from, by their ids.

        fetches: those that brought each capture's bytes, by digest.

        decisions: of people on the event, its accounts and claims, earliest first.

        linked: digest of what was linked.
    """

    event: PublishedEvent
    kept: Mapping[str, Kept]
    fetches: Mapping[str, tuple[Fetch, ...]]
    decisions: tuple[Decision, ...]
    linked: str


def event_records(story: Story) -> Iterator[Record]:
    """Yield the records of one event's provenance; a thing may be named more than once."""
    yield _software("rashomon", f"Rashomon {__version__}")
    for kept in sorted(story.kept.values(), key=lambda one: one.article_id):
        yield from _capture(kept, story.fetches.get(kept.capture.sha256, ()))
    for line in {line.id: line for line in _lines(story.event)}.values():
        if line.id in story.kept:
            yield from _article(line, story.kept[line.id], story)
    for view in story.event.told.accounts:
        yield from _account(view)
    for claim in story.event.claims:
        yield from _claim(claim)
    yield from _linking(story)
    for decision in story.decisions:
        yield from _decision(decision, story)


def _lines(event: PublishedEvent) -> Iterator[ArticleLine]:
    yield from (view.article for view in event.told.accounts)
    yield from (view.article for view in event.claims)


def _software(local: str, label: str) -> Record:
    return Record("agent", (own(local),), (("prov:label", label), ("prov:type", Name("prov:SoftwareAgent"))))


def _typed(local: str, kind: str, *attributes: tuple[str, str | None]) -> Record:
    stated = tuple((name, value) for name, value in attributes if value)
    return Record("entity", (own(local),), (*stated, ("prov:type", Name(own(kind)))))


def _capture(kept: Kept, fetches: Iterable[Fetch]) -> Iterator[Record]:
    """The bytes, and the fetch or the adding that brought them."""
    capture, entity = kept.capture, own(f"cap-{kept.capture.sha256}")
    address = open_address(capture.address)
    yield _typed(
        f"cap-{capture.sha256}",
        "Capture",
        (own("sha256"), capture.sha256),
        (own("address"), address),
        (own("mark"), None if kept.mark is None else f"TLP:{kept.mark.value.upper()}"),
    )
    several = [(fetch.at, fetch.address) for fetch in fetches] or [(capture.taken_at, address or "")]
    for at, where in several[:1]:
        activity, when = own(f"taking-{capture.sha256}"), _moment(at)
        stated: tuple[tuple[str, str | Name], ...] = ((own("address"), where),) if open_address(where) is not None else ()
        yield Record("activity", (activity, when, when), (*stated, ("prov:type", Name(own("Fetch" if stated else "Adding")))))
        yield Record("wasGeneratedBy", (entity, activity, when))
        yield Record("wasAssociatedWith", (activity, _PROGRAM))


def _article(line: ArticleLine, kept: Kept, story: Story) -> Iterator[Record]:
    """The article, split out of the capture, what read it, and who published it."""
    article, capture = own(line.id), own(f"cap-{kept.capture.sha256}")
    yield _typed(
        line.id,
        "Article",
        ("prov:label", line.title),
        (own("published"), line.published),
        (own("address"), open_address(line.url)),
        (own("span"), f"{kept.start}-{kept.end}"),
        (own("grade"), story.event.grades.get(line.outlet or "", UNGRADED)),
    )
    yield from _made(f"splitting-{line.id}", "Splitting", article, capture, kept.shaped)
    outlet = own(f"outlet-{_digest(outlet_of(line))}")
    yield Record("agent", (outlet,), (("prov:label", outlet_of(line)), ("prov:type", Name("prov:Organization"))))
    yield Record("wasAttributedTo", (article, outlet))
    yield _typed(f"reading-{line.id}", "Reading", ("prov:label", f"what {kept.read or 'nobody'} found in the article"))
    yield from _made(f"reading-of-{line.id}", "ReadingOfArticle", own(f"reading-{line.id}"), article, kept.read)
    if line.copy_of in story.kept:
        yield Record("wasDerivedFrom", (article, own(str(line.copy_of))), (("prov:type", Name("prov:Quotation")),))


def _made(activity: str, kind: str, entity: str, source: str, version: str | None) -> Iterator[Record]:
    """An entity, made out of another by a version of a program."""
    yield Record("activity", (own(activity), None, None), (("prov:type", Name(own(kind))),))
    yield Record("used", (own(activity), source, None))
    yield Record("wasGeneratedBy", (entity, own(activity), None))
    yield Record("wasDerivedFrom", (entity, source, own(activity)))
    if version is not None:
        reader = f"reader-{_digest(version)}"
        yield _software(reader, version)
        yield Record("actedOnBehalfOf", (own(reader), _PROGRAM, own(activity)))
        yield Record("wasAssociatedWith", (own(activity), own(reader)))


def _account(view: AccountView) -> Iterator[Record]:
    """One telling, quoted from its article, with where its information first comes from."""
    account, words = own(view.account.id), view.quote
    yield _typed(
        view.account.id,
        "Account",
        ("prov:value", " ".join(words.words.split())),
        (own("span"), f"{words.start}-{words.end}"),
        (own("status"), view.account.status.value),
        (own("says"), view.account.type.value),
        (own("killed"), None if view.account.killed is None else str(view.account.killed)),
        (own("injured"), None if view.account.injured is None else str(view.account.injured)),
    )
    yield Record("wasDerivedFrom", (account, own(view.article.id)), (("prov:type", Name("prov:Quotation")),))
    yield Record("wasDerivedFrom", (account, own(f"reading-{view.article.id}")))
    if view.root is not None:
        root = f"root-{_digest(f'{view.root.kind} {view.root.name}')}"
        yield _typed(root, "Root", ("prov:label", view.root.name), (own("says"), str(view.root.kind)))
        yield Record("wasDerivedFrom", (account, own(root)), (("prov:type", Name("prov:PrimarySource")),))
    for whom in view.attribution:
        yield from _said_by(account, whom)


def _claim(view: ClaimView) -> Iterator[Record]:
    """One claim, quoted from its article, after who makes it."""
    claim, words = own(view.claim.id), view.quote
    stance = view.claim.stance.value
    span = f"{words.start}-{words.end}"
    yield _typed(
        view.claim.id, "Claim", ("prov:value", " ".join(words.words.split())), (own("span"), span), (own("says"), stance)
    )
    yield Record("wasDerivedFrom", (claim, own(view.article.id)), (("prov:type", Name("prov:Quotation")),))
    for whom in (view.source, *view.via):
        yield from _said_by(claim, whom)


def _said_by(entity: str, whom: Named) -> Iterator[Record]:
    """An agent by its id where it is linked, else by its name."""
    agent = own(whom.id if whom.id is not None else f"speaker-{_digest(whom.name)}")
    yield Record("agent", (agent,), (("prov:label", whom.name),))
    yield Record("wasAttributedTo", (entity, agent))


def _linking(story: Story) -> Iterator[Record]:
    """The event, made of its accounts by one run of linking."""
    line, activity = story.event.told.line, own(f"linking-{story.linked[:16]}")
    yield _typed(
        line.id,
        "Event",
        ("prov:label", line.title),
        (own("status"), line.status),
        (own("date"), line.date),
        (own("killed"), "; ".join(line.killed)),
        (own("independentRoots"), str(line.independent)),
        (own("contradictions"), str(line.alarms)),
    )
    yield Record("activity", (activity, None, None), (("prov:type", Name(own("Linking"))),))
    yield Record("wasAssociatedWith", (activity, _PROGRAM))
    yield Record("wasGeneratedBy", (own(line.id), activity, None))
    for view in story.event.told.accounts:
        yield Record("used", (activity, own(view.account.id), None))
        yield Record("wasDerivedFrom", (own(line.id), own(view.account.id), activity))


def _decision(decision: Decision, story: Story) -> Iterator[Record]:
    """What a person decided, and that linking followed it. The reason given and the values stay in the ledger."""
    activity, person = own(decision.id), own(f"person-{_digest(decision.who)}")
    when = _moment(decision.when)
    attributes = [(own("verdict"), decision.verdict.value), (own("field"), decision.field or "")]
    stated = tuple((name, value) for name, value in attributes if value)
    yield Record("activity", (activity, when, when), (*stated, ("prov:type", Name(own("Decision")))))
    yield Record("agent", (person,), (("prov:label", decision.who), ("prov:type", Name("prov:Person"))))
    yield Record("wasAssociatedWith", (activity, person))
    if decision.target != story.event.told.line.id:
        yield Record("used", (activity, own(decision.target), None))
    yield Record("wasInformedBy", (own(f"linking-{story.linked[:16]}"), activity))


def _moment(stated: str) -> str:
    """Return an ISO time with its zone, which is UTC where it says none."""
    read = datetime.fromisoformat(stated)
    return (read if read.tzinfo else read.replace(tzinfo=UTC)).isoformat()


def _digest(words: str) -> str:
    return sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:16]

"""What is said about an event: tellings and claims as notes, denials and checks as opinions, an outlet's own word a sighting."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from rashomon.exports.graphs.said import UNGRADED, account_words, claim_words, credibility, outlet_of, quoted, speakers
from rashomon.exports.graphs.stix.actors import actor_id, outlet_id
from rashomon.exports.graphs.stix.events import CONFIDENCE, Setting, event_id, event_type
from rashomon.exports.graphs.stix.ids import first_moment, last_moment, stix_id
from rashomon.exports.graphs.stix.objects import Cited, Stix, evidence, named, references, relationship, stix_object
from rashomon.model.ledger import Contradiction, Event
from rashomon.model.words import Stance, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.views import AccountView, ClaimView

#: Stances that are an opinion on whether an event is as told, as STIX names them.
_OPINIONS: Mapping[Stance, str] = MappingProxyType(
    {
        Stance.DENIES: "strongly-disagree",
        Stance.DOUBTS: "disagree",
        Stance.CANNOT_VERIFY: "neutral",
        Stance.VERIFIES: "strongly-agree",
    }
)


def tellings(event: PublishedEvent, setting: Setting) -> Iterator[Stix]:
    """Yield every account as a note, with a sighting where an outlet reports it as fact and on nobody's word."""
    for view in event.told.accounts:
        yield _telling(event, view, setting)
        if view.account.status == Status.ASSERTED and not view.attribution and event_type(event) == "incident":
            yield _sighting(event, view, setting)


def _telling(event: PublishedEvent, view: AccountView, setting: Setting) -> Stix:
    account = view.account
    said = {
        "says": account.type.value,
        "status": account.status.value,
        "roots": [] if view.root is None else [view.root.name],
        "speakers": [*(whom.name for whom in reversed(view.attribution)), outlet_of(view.article)],
        **_tolls(event.told.event, account.id, event.told.sources),
    }
    words = account_words(view, event.grades, setting.say)
    title = f"{setting.say.code('type', account.type)}, {setting.say.code('status_word', account.status)}".capitalize()
    return _note(event, setting, account.id, said, (view.article, view.quote), words, f"{title}: {outlet_of(view.article)}")


def _tolls(event: Event, account_id: str, sources: Mapping[str, str]) -> Stix:
    """Return the versions of the tolls that an account gives."""
    by = {"accounts": [account_id], "roots": [sources[account_id]] if account_id in sources else []}
    told = {
        what: [one.value for one in versions if account_id in one.accounts]
        for what, versions in (("killed", event.killed), ("injured", event.injured))
    }
    return {what: [{**_ends(value.low, value.high), **by} for value in values] for what, values in told.items()}


def _ends(low: float | None, high: float | None) -> dict[str, float]:
    return {name: value for name, value in (("low", low), ("high", high)) if value is not None}


def claims(event: PublishedEvent, setting: Setting) -> Iterator[Stix]:
    """Yield every claim: an opinion where it says how true the event is, else a note; with who takes or refuses the blame."""
    for view in event.claims:
        opinion = _OPINIONS.get(view.claim.stance)
        yield _claimed(event, view, setting) if opinion is None else _opinion(event, view, setting, opinion)
        yield from _blame(event, view, setting)


def _said(view: ClaimView, setting: Setting) -> Stix:
    speaker = setting.actors.get(view.source.id or "")
    return {
        "says": view.claim.stance.value,
        "speakers": list(speakers(view)),
        "speaker_ref": None if speaker is None else actor_id(speaker),
    }


def _claimed(event: PublishedEvent, view: ClaimView, setting: Setting) -> Stix:
    title = f"{view.source.name} {view.claim.stance.replace('_', ' ')}"
    said = _said(view, setting) | {"status": event.told.line.status}
    return _note(event, setting, view.claim.id, said, (view.article, view.quote), claim_words(view, event.grades), title)


def _opinion(event: PublishedEvent, view: ClaimView, setting: Setting, opinion: str) -> Stix:
    cited: list[Cited] = [(view.article, view.quote)]
    return stix_object(
        "opinion",
        _key(event, view.claim.id),
        setting.stamp([view.article.id], view.claim.id),
        view.claim.id,
        {**_said(view, setting), "status": event.told.line.status, "evidence": evidence(cited, event.grades)},
        opinion=opinion,
        explanation=claim_words(view, event.grades),
        authors=list(speakers(view)),
        object_refs=[event_id(event)],
        labels=_labels(event, view.article.outlet),
        confidence=CONFIDENCE[credibility(event)],
        external_references=references(cited, setting.kept),
    )


def _key(event: PublishedEvent, ledger_id: str) -> str:
    """Return what makes the id of a claim's object: a claim about two events is said of each."""
    return f"{event.told.line.id} {ledger_id}"


def _note(event: PublishedEvent, setting: Setting, ledger_id: str, said: Stix, cited: Cited, words: str, title: str) -> Stix:
    authors = said["speakers"]
    return stix_object(
        "note",
        _key(event, ledger_id),
        setting.stamp([cited[0].id], ledger_id),
        ledger_id,
        {**said, "evidence": evidence([cited], event.grades)},
        abstract=named(title),
        content=words,
        authors=authors,
        object_refs=[event_id(event)],
        labels=_labels(event, cited[0].outlet),
        confidence=CONFIDENCE[credibility(event)],
        external_references=references([cited], setting.kept),
    )


def _labels(event: PublishedEvent, outlet: str | None) -> list[str]:
    """Return both letters of the Admiralty code as the tags that programs know: the outlet's, and the event's."""
    grade = event.grades.get(outlet or "", UNGRADED).lower()
    return [
        f"admiralty-scale:source-reliability={grade}",
        f"admiralty-scale:information-credibility={credibility(event) or 6}",
    ]


def _sighting(event: PublishedEvent, view: AccountView, setting: Setting) -> Stix:
    cited: list[Cited] = [(view.article, view.quote)]
    when = view.account.date
    ends = (when.first, when.last) if when is not None else (None, None)
    return stix_object(
        "sighting",
        f"{event.told.line.id} {view.account.id}",
        setting.stamp([view.article.id], view.account.id),
        view.account.id,
        {"status": view.account.status.value, "evidence": evidence(cited, event.grades)},
        sighting_of_ref=event_id(event),
        where_sighted_refs=[] if view.article.outlet is None else [outlet_id(view.article.outlet)],
        first_seen=None if ends[0] is None else first_moment(ends[0]),
        last_seen=None if ends[1] is None else last_moment(ends[1]),
        count=1,
        description=f"{outlet_of(view.article)} tells it as fact: {quoted(view.quote.words)}",
        external_references=references(cited, setting.kept),
    )


def _blame(event: PublishedEvent, view: ClaimView, setting: Setting) -> Iterator[Stix]:
    """Yield who claims the event, who refuses the blame, and who is accused, each by this claim's words."""
    if event_type(event) != "incident":
        return
    speaker = setting.actors.get(view.source.id or "")
    blamed = tuple(_blamed(event, view, setting))
    if view.claim.stance == Stance.CLAIMS_RESPONSIBILITY and speaker is not None:
        yield _stance(event, view, setting, actor_id(speaker), "claims-responsibility-for")
    if view.claim.stance == Stance.DENIES and speaker is not None and actor_id(speaker) in blamed:
        yield _stance(event, view, setting, actor_id(speaker), "denies-responsibility-for")
    if view.claim.stance == Stance.ACCUSES:
        for whom in blamed:
            if speaker is None or whom != actor_id(speaker):
                yield _stance(event, view, setting, whom, "accused-of")


def _blamed(event: PublishedEvent, view: ClaimView, setting: Setting) -> Iterator[str]:
    """Yield those who are said to have done it in the accounts that a claim is about."""
    seen = set[str]()
    for told in event.told.accounts:
        for agent in told.agents if told.account.id in view.claim.about else ():
            actor = setting.actors.get(agent.id or "")
            if actor is not None and actor.id not in seen:
                seen.add(actor.id)
                yield actor_id(actor)


def _stance(event: PublishedEvent, view: ClaimView, setting: Setting, whose: str, kind: str) -> Stix:
    cited: list[Cited] = [(view.article, view.quote)]
    return relationship(
        view.claim.id,
        "",
        setting.stamp([view.article.id], view.claim.id),
        {**_said(view, setting), "status": event.told.line.status, "evidence": evidence(cited, event.grades)},
        (whose, kind, event_id(event)),
        description=claim_words(view, event.grades),
        external_references=references(cited, setting.kept),
    )


def disputes(event: PublishedEvent, setting: Setting) -> Iterator[Stix]:
    """Yield every contradiction as a note on the event and the tellings and claims that cannot all hold."""
    notes = {view.account.id: stix_id("note", _key(event, view.account.id)) for view in event.told.accounts}
    kinds = {view.claim.id: "opinion" if view.claim.stance in _OPINIONS else "note" for view in event.claims}
    notes |= {claim_id: stix_id(kind, _key(event, claim_id)) for claim_id, kind in kinds.items()}
    for found in event.contradictions:
        yield _dispute(event, found, notes, setting)


def _dispute(event: PublishedEvent, found: Contradiction, notes: Mapping[str, str], setting: Setting) -> Stix:
    sides = "; ".join(f"{side.source or 'source not stated'}: {side.says}" for side in found.positions)
    about = dict.fromkeys(notes[side.ref] for side in found.positions if side.ref in notes)
    return stix_object(
        "note",
        " ".join((found.id, found.topic, *(side.says for side in found.positions))),
        setting.stamp((side.article_id for side in found.positions), event.told.line.id),
        found.id,
        {"says": f"{found.kind} {found.severity}", "status": event.told.line.status},
        abstract=named(f"{found.severity.replace('_', ' ').capitalize()} ({found.kind}): {found.topic}"),
        content=" ".join((f"{sides}.", *(reason.text for reason in found.reasons))),
        object_refs=[event_id(event), *about],
        labels=list(dict.fromkeys(("contradiction", found.kind.value, found.severity.value))),
    )

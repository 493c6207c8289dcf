"""What the desk needs to let people watch: the ledger's alerts and its channels, and a form's wish."""

from dataclasses import dataclass, replace
from pathlib import Path

from rashomon.model.marks import Mark
from rashomon.pipeline.alerting.settings import Settings, read_settings
from rashomon.store.alerts.alerts import AlertStore
from rashomon.store.alerts.contract import Digest, Rhythm, Watch, WatchKind, Wish
from rashomon.store.contract import Questions
from rashomon.store.topics.topics import Topic
from rashomon.store.views import Question
from rashomon.web.addresses import question_address


@dataclass(frozen=True, slots=True)
class Watchtower:
    """The alerts of a desk's ledger, and the folder with its file of channels."""

    alerts: AlertStore
    folder: Path

    def settings(self) -> Settings:
        """Return what the file of channels says now. Raises SettingsError."""
        return read_settings(self.folder)


@dataclass(frozen=True, slots=True)
class Filled:
    """A form of a watch as it was filled in; each field is one of the form's, as text where it is a number that may be empty."""

    kind: WatchKind
    name: str
    ref: str = ""
    source: str = ""
    what: str = "killed"
    at_least: float | None = None
    roots: int = 1
    clash: str = ""
    severity: str = ""
    channels: tuple[str, ...] = ()
    zone: str = "UTC"
    quiet_from: str = ""
    quiet_to: str = ""
    digest: Digest = Digest.NONE
    at: str = "08:00"
    day: int = 0
    at_most: int = 20
    clearance: Mark = Mark.CLEAR

    @property
    def rhythm(self) -> Rhythm:
        """Return when the watch may be heard; quiet hours need both ends."""
        quiet = f"{self.quiet_from}-{self.quiet_to}" if self.quiet_from or self.quiet_to else ""
        return Rhythm(self.zone.strip() or "UTC", quiet, self.digest, self.at or "08:00", self.day, self.at_most)


def wish_of(filled: Filled, owner: str, question: Question, ledger: Questions) -> Wish:
    """Return what a form wishes for. Raises NotFoundError where the event is not there."""
    return Wish(
        filled.kind,
        filled.name,
        owner,
        asked_of(filled.kind, question),
        subjects_of(filled.kind, filled.ref, filled.source, ledger),
        filled.what,
        filled.at_least,
        filled.roots,
        filled.clash or None,
        filled.severity or None,
        filled.channels,
        filled.rhythm,
        filled.clearance,
    )


def asked_of(kind: WatchKind, question: Question) -> Question:
    """Return the question of a watch: that of an actor asks for its parts too."""
    return replace(question, parts=True) if kind is WatchKind.ACTOR else question


def subjects_of(kind: WatchKind, ref: str, source: str, ledger: Questions) -> tuple[str, ...]:
    """Return what a watch of its kind is about beside its question. Raises NotFoundError where the event is not there."""
    if kind is WatchKind.EVENT:
        return ledger.event(ref).event.accounts
    if kind is WatchKind.SERIES:
        return ref.strip(), source.strip()
    return (ref,) if kind is WatchKind.SILENCE and ref else ()


@dataclass(frozen=True, slots=True)
class WatchLine:
    """A watch as a page lists it: the addresses of what it asks and of its feed, ``None`` where there is none to show."""

    search: str | None
    feed: str | None


def line_of(watch: Watch) -> WatchLine:
    """Return a watch as a page lists it."""
    question = watch.wish.question
    asked = question_address(question) if question != Question() else None
    return WatchLine(asked, feed_address(watch.secret) if watch.secret else None)


def feed_address(secret: str) -> str:
    """Return the path of a feed by its secret word."""
    return f"/alerts/feed/{secret}.atom"


def name_of(kind: WatchKind, question: Question, topic: Topic | None, ref: str, actor: str | None) -> str:
    """Return what a watch is called unless somebody says otherwise; empty where nothing says."""
    if topic is not None:
        return topic.name
    said = (ref, actor, question.place, question.text, question.type, question.country)
    return next((part for part in said if part), "") if kind is not WatchKind.EVENT else ""

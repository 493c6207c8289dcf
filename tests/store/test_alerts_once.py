"""Once: whatever comes in whatever order, however events are put together anew, and wherever the program is killed."""

import shutil
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from alert_world import Clock, World
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from rashomon.pipeline.alerting.alerting import decide_all
from rashomon.pipeline.alerting.contract import Parcel
from rashomon.pipeline.alerting.deciding import decide
from rashomon.pipeline.alerting.delivering import Delivering
from rashomon.pipeline.alerting.settings import Channel, ChannelKind, Settings
from rashomon.store.alerts.contract import Alert, Change, WatchKind
from rashomon.store.ledger import Ledger

OUTLETS = ("Vale Courier", "Hill Post", "Plain Radio")
SETTINGS = Settings("", None, {"pager": Channel("pager", ChannelKind.COMMAND, run=("pager",))})
_numbers = count()


class Killed(BaseException):
    """What a kill is to the code under test: nothing after it runs."""


class Life:
    """A ledger with watches, and a pager that remembers what it was given."""

    def __init__(self, folder: Path) -> None:
        self.world = World(Ledger.open(folder), Clock())
        self.pager: list[Parcel] = []
        self.killing = False
        self.groups: list[list[str]] = []
        self.world.watch(channels=("pager",))
        self.world.watch(WatchKind.TOLL, at_least=20.0, roots=2, channels=("pager",))

    def comes(self, outlet: int, killed: int, group: int) -> None:
        """Let an article come and be linked into some event, or a new one."""
        name = self.world.comes(f"a{len(self.world.articles)}", OUTLETS[outlet], killed)
        if group < len(self.groups):
            self.groups[group].append(name)
        else:
            self.groups.append([name])
        self.world.link(*self.groups)

    def relinks(self, cut: Sequence[int]) -> None:
        """Put the accounts together anew: the nth goes into the event that ``cut`` says."""
        anew: dict[int, list[str]] = {}
        for n, name in enumerate(sorted(self.world.articles, reverse=True)):
            anew.setdefault(cut[n % len(cut)], []).append(name)
        self.groups = list(anew.values())
        self.world.link(*self.groups)

    def decides(self, *, killed: bool) -> None:
        """Decide; a kill comes after all is worked out and before it is kept."""
        alerts = self.world.ledger.alerts
        if not killed:
            decide_all(alerts, self.world.clock)
            return
        watching = alerts.watching(self.world.clock())
        for watch in alerts.watches():
            decide(watch, watching.sight(watch))

    def delivers(self, *, killed: bool) -> None:
        """Deliver; a kill comes after the message went out and before that is written down."""
        self.world.clock.forward(hours=7)
        self.killing = killed
        alerts, folder = self.world.ledger.alerts, self.world.ledger.folder
        try:
            Delivering(alerts, folder, SETTINGS, self.world.clock, {ChannelKind.COMMAND: self._page}).deliver()
        except Killed:
            self.killing = False

    def _page(self, _channel: Channel, _settings: Settings, parcel: Parcel) -> None:
        self.pager.append(parcel)
        if self.killing:
            raise Killed


@dataclass(frozen=True)
class Round:
    """An article comes, perhaps all is put together anew, perhaps it is decided and delivered, perhaps killed at that."""

    outlet: int
    killed: int
    group: int
    cut: tuple[int, ...]
    decides: str
    delivers: str


_STEP = st.sampled_from(("no", "killed", "done", "done"))
_CUT = st.one_of(st.just(()), st.lists(st.integers(0, 1), min_size=1, max_size=3).map(tuple))
_ROUNDS = st.lists(
    st.builds(Round, st.integers(0, 2), st.sampled_from((3, 30)), st.integers(0, 1), _CUT, _STEP, _STEP), min_size=4, max_size=4
)


def lived(life: Life, rounds: list[Round]) -> None:
    """Live through rounds, and at the end decide and deliver what is left."""
    for one in rounds:
        life.comes(one.outlet, one.killed, one.group)
        if one.cut:
            life.relinks(one.cut)
        if one.decides != "no":
            life.decides(killed=one.decides == "killed")
        if one.delivers != "no":
            life.delivers(killed=one.delivers == "killed")
    life.decides(killed=False)
    life.delivers(killed=False)


@settings(
    max_examples=6,
    deadline=None,
    derandomize=True,
    phases=(Phase.generate,),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(rounds=_ROUNDS)
def test_each_matter_is_told_once_and_none_is_lost(empty_folder: Path, tmp_path: Path, rounds: list[Round]) -> None:
    folder = tmp_path / f"ledger-{next(_numbers)}"
    shutil.copytree(empty_folder, folder)
    life = Life(folder)
    with life.world.ledger:
        lived(life, rounds)
        alerts = life.world.ledger.alerts.alerts(at_most=1000)
        told = {one.id for one in alerts}
        contents = {(parcel.message.id, parcel.content) for parcel in life.pager}
        carried = Counter(one.id for message in {p.message.id: p.message for p in life.pager}.values() for one in message.alerts)

        assert set(carried) == told, "an alert was lost"
        assert all(times == 1 for times in carried.values()), "an alert went out under two ids"
        assert len(contents) == len({message_id for message_id, _ in contents}), "another content under the same id"
        assert_told_once(life, alerts)


def assert_told_once(life: Life, alerts: Sequence[Alert]) -> None:
    """No article is told twice as what came; every outlet that came is told; a toll rests on no account told before."""
    came = [one for one in alerts if one.watch == "my search"]
    brought = Counter(words.article_id for one in came if one.told.changes == (Change.NEW_ROOT,) for words in one.told.words)
    tolls = Counter(article for one in alerts if one.told.changes == (Change.TOLL,) for article in one.told.articles)
    outlets = {life.world.outlets[name] for name in life.world.articles}

    before: set[str] = set()
    for one in reversed(came):
        assert Change.NEW_EVENT not in one.told.changes or before.isdisjoint(one.told.articles), "a known event was told as new"
        before.update(one.told.articles)
    assert len(came) <= len(life.world.articles), "events put together anew were told again"
    assert set(brought.values()) <= {1}
    assert set(tolls.values()) <= {1}
    assert {source for one in came for source in one.told.sources} >= outlets


def test_a_kill_after_the_message_went_out_sends_it_again_under_its_id(empty_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_folder, tmp_path / "ledger")
    life = Life(tmp_path / "ledger")
    with life.world.ledger:
        life.comes(0, 3, 0)
        life.decides(killed=False)
        life.delivers(killed=True)
        life.delivers(killed=False)
        life.delivers(killed=False)
        (sending,) = life.world.ledger.alerts.sendings()

        first, second = life.pager
        assert (first.message.id, first.content) == (second.message.id, second.content)
        assert (sending.standing, sending.tries) == ("sent", 2)


def test_a_kill_before_alerts_are_kept_loses_none(empty_folder: Path, tmp_path: Path) -> None:
    shutil.copytree(empty_folder, tmp_path / "ledger")
    life = Life(tmp_path / "ledger")
    with life.world.ledger:
        life.comes(0, 3, 0)
        life.decides(killed=True)
        life.relinks([0])
        life.comes(1, 3, 0)
        life.decides(killed=False)
        (told,) = life.world.ledger.alerts.alerts()

        assert (told.told.changes, told.told.roots) == ((Change.NEW_EVENT,), 2)

"""Ask the API what nobody thought of: requests that schemathesis makes of its description, good ones and bad ones.

No answer may be a fault of the server, and each must be one that the description has. Everything runs in this process, on a
copy of a ledger.

Example:
  python -m benchmarks.api_fuzz LEDGER --examples 200 --seconds 600
"""

import argparse
import itertools
import shutil
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import schemathesis
from fastapi import FastAPI
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from hypothesis.errors import Unsatisfiable
from schemathesis import Case, GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.core.failures import FailureGroup
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation
from schemathesis.specs.openapi.checks import content_type_conformance, response_schema_conformance, status_code_conformance
from starlette.types import Receive, Scope, Send

from rashomon.exports.briefs.contract import Wanted
from rashomon.exports.briefs.giving import given_out
from rashomon.exports.briefs.making import make_brief
from rashomon.model.marks import Mark
from rashomon.model.people import Station
from rashomon.store.alerts.contract import WatchKind
from rashomon.store.alerts.contract import Wish as Watched
from rashomon.store.ledger import Ledger
from rashomon.store.tokens.contract import Wish
from rashomon.store.views import Question
from rashomon.web.app import create_app
from rashomon.web.people.access import Access
from rashomon.web.people.door import API
from rashomon.web.watching import Watchtower

#: An operation of the description.
Operation = APIOperation[Any, Any, Any, Any]
CHECKS = [not_a_server_error, status_code_conformance, content_type_conformance, response_schema_conformance]
#: What writes whole files: it is asked by this program, and too slow for the round that every change goes through.
SLOW = frozenset({"GET /exports/{form}", "GET /brief/file", "GET /briefs/{brief_id}/file"})
_NOW = datetime(2031, 6, 1, tzinfo=UTC)
#: Ids of each kind that stand in for made-up ones in half of the requests.
IDS = 5


class Calm:
    """An application that answers 500 where it fails, and says why on the terminal, as a server does."""

    def __init__(self, app: FastAPI) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request of ASGI."""
        try:
            await self.app(scope, receive, send)
        except Exception:  # noqa: BLE001 (whatever it is, the answer was sent)
            traceback.print_exc(limit=-6)


@dataclass(frozen=True)
class Target:
    """What is asked: the desk, a token that may do everything, and ids that its ledger holds by the name of the parameter."""

    app: Calm
    secret: str
    ids: Mapping[str, Sequence[str]]


def target(ledger: Ledger) -> Target:
    """Return a desk over a ledger; its clock runs a second at every look, so that no pace is too quick."""
    ticks = itertools.count(time.time())
    _, secret = ledger.tokens.make(Wish("fuzz", Station.ADMIN, clearance=Mark.RED, days=3650), time.time())
    access = Access(
        ledger.people,
        ledger.review,
        "fuzz",
        clock=lambda: float(next(ticks)),
        tokens=ledger.tokens,
        collecting=ledger.collecting,
        alerts=Watchtower(ledger.alerts, ledger.folder),
    )
    ids = {
        "event_id": [line.id for line in ledger.ask(Question(size=IDS)).events],
        "actor_id": [line.id for line in ledger.pages.actor_list(None, 1).shown[:IDS]],
        "article_id": [line.id for line in ledger.pages.article_list(None, 1).shown[:IDS]],
        "name": [line.name for line in ledger.pages.outlets(1).shown[:IDS]],
        "sha256": [one.sha256 for one in ledger.pages.capture_list(1).shown[:IDS]],
        "series_id": [one.view.series.id for one in ledger.pages.series(1).shown[:IDS]],
        "contradiction_id": [one.id for one, _ in ledger.pages.contradictions(None, loud=False, page=1).shown[:IDS]],
        "topic_id": [ledger.desk.topics.make("Fires", "q=fire", "fuzz").id],
        "watch_id": [ledger.alerts.watch(Watched(WatchKind.SEARCH, "Fires", "fuzz", Question(text="fire")), _NOW).id],
        "token_id": [ledger.tokens.make(Wish("other"), time.time())[0].id],
        "brief_id": [_given(ledger)],
    }
    return Target(Calm(create_app(ledger, access=access)), secret, ids)


def _given(ledger: Ledger) -> str:
    """Give a brief out, and return its id."""
    wanted = Wanted("Fires", "q=fire", _NOW.date(), Question(text="fire"))
    return given_out(ledger, make_brief(ledger, wanted), wanted, "fuzz").id


def operations(asked: Target, *, without: frozenset[str] = frozenset()) -> tuple[Operation, ...]:
    """Return what the description has, by address and method, but for those of these labels ("GET /status")."""
    schema = schemathesis.openapi.from_asgi(f"{API}/openapi.json", asked.app, headers=_headers(asked))
    several = (found.ok() for found in schema.get_all_operations() if isinstance(found, Ok))
    return tuple(one for one in several if one.label not in without)


def _headers(asked: Target) -> dict[str, str]:
    return {"Host": "127.0.0.1", "Authorization": f"Bearer {asked.secret}"}


def fuzz(asked: Target, operation: Operation, examples: int, start: int = 7) -> Counter[int]:
    """Ask one operation so many times in good and in bad ways, and return the statuses of the answers.

    Raises:
        FailureGroup: an answer is a fault of the server, or none that the description has.
    """
    statuses: Counter[int] = Counter()
    for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
        if mode is GenerationMode.POSITIVE or operation.query.items or operation.body.items:
            _run(asked, operation, mode, examples, start, statuses)
    return statuses


def _run(asked: Target, operation: Operation, mode: GenerationMode, examples: int, start: int, statuses: Counter[int]) -> None:
    known = st.sampled_from(range(2 * IDS))

    @seed(start)
    @settings(
        max_examples=examples, deadline=None, database=None, suppress_health_check=list(HealthCheck), phases=[Phase.generate]
    )
    @given(operation.as_strategy(generation_mode=mode), known)
    def ask(case: Case[Any], chosen: int) -> None:
        for name in case.path_parameters or {}:
            if chosen < IDS and asked.ids.get(name):
                case.path_parameters[name] = asked.ids[name][chosen % len(asked.ids[name])]
        answer = case.call(headers=_headers(asked))
        statuses[answer.status_code] += 1
        try:
            case.validate_response(answer, checks=CHECKS)
        except FailureGroup as error:
            error.add_note(case.as_curl_command())
            raise

    try:
        ask()
    except Unsatisfiable:  # nothing wrong can be sent there
        return


@contextmanager
def copied(folder: Path) -> Iterator[Ledger]:
    """Open a copy of a ledger that may be written to."""
    with tempfile.TemporaryDirectory() as place:
        shutil.copytree(folder, Path(place) / "ledger")
        with Ledger.open(Path(place) / "ledger") as ledger:
            yield ledger


def main() -> None:
    """Fuzz until the time is over, each round with another seed; exit code 1 where something was found."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("ledger", type=Path)
    parser.add_argument("--examples", type=int, default=100)
    parser.add_argument("--seconds", type=float, default=600.0)
    parser.add_argument("--seed", type=int, default=7)
    given_ = parser.parse_args()
    began, found, statuses = time.monotonic(), 0, Counter[int]()
    with copied(given_.ledger) as ledger:
        asked = target(ledger)
        for start in itertools.count(given_.seed):
            for operation in operations(asked):
                if time.monotonic() - began > given_.seconds:
                    print(f"{sum(statuses.values())} requests: {dict(sorted(statuses.items()))}, {found} faults")
                    sys.exit(found > 0)
                try:
                    statuses += fuzz(asked, operation, given_.examples, start)
                except FailureGroup as error:
                    found += 1
                    print(
                        f"{operation.label} (seed {start}):\n" + "\n".join(map(str, (*error.exceptions, *error.__notes__))),
                        flush=True,
                    )


if __name__ == "__main__":
    main()

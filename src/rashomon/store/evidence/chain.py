"""Check the log by itself: numbers, hashes and form, and the noted head where a person has one."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from rashomon.store.evidence.log import CAPTURE, CONTAINER, DECISION, FETCH, NOTHING, Entry, digest_of
from rashomon.store.evidence.views import Problem

_FIELDS = frozenset(Entry.__slots__)
_KINDS = frozenset({CAPTURE, FETCH, DECISION, CONTAINER})


@dataclass(slots=True)
class Chain:
    """What the log says, gathered while it is walked.

    Args:
        entries: how many lines there were.

        head: hash of the last one.

        last: digest of the newest content that the log holds of each kind and subject.

        fetches: digests of the contents of all fetches, in order.

        noted_at: number of the entry whose hash is the noted head; ``None`` until it is met.
    """

    entries: int = 0
    head: str = NOTHING
    last: dict[tuple[str, str], str] = field(default_factory=dict)
    fetches: list[str] = field(default_factory=list)
    noted_at: int | None = None
    problems: list[Problem] = field(default_factory=list)


def content_digest(content: dict[str, Any]) -> str:
    """Return the digest of a row's values, whatever their order."""
    return digest_of(json.dumps(content, sort_keys=True, separators=(",", ":")))


def walk(log_lines: Iterable[tuple[int, str]], noted: str | None = None) -> Chain:
    """Return what the lines of a log say, with every break of the chain.

    Args:
        log_lines: number and line of each entry, by number.

        noted: a head that was noted down earlier.
    """
    chain = Chain()
    if noted == NOTHING:
        chain.noted_at = 0
    for number, line in log_lines:
        chain.entries += 1
        chain.problems.extend(_problems_of(chain, number, line))
        chain.head = digest_of(line)
        if noted == chain.head:
            chain.noted_at = number
    if noted is not None and chain.noted_at is None:
        what = f"no entry has the noted head {noted}: the log was cut or rewritten since it was noted"
        chain.problems.append(Problem("log", f"entry {chain.entries}", what))
    return chain


def _problems_of(chain: Chain, number: int, line: str) -> Iterator[Problem]:
    """Yield what is wrong with a line, and remember what it says."""
    name = f"entry {number}"
    if number != chain.entries:
        yield Problem(
            "log", name, f"stands at place {chain.entries}: {number - chain.entries:+d} entries were removed or added before"
        )
        chain.entries = number
    entry = parse(line)
    if entry is None:
        yield Problem("log", name, "is no entry in canonical form: its text was changed")
        return
    if entry.number != number:
        yield Problem("log", name, f"says it is entry {entry.number}: entries were moved")
    if entry.previous != chain.head:
        yield Problem("log", name, "does not hold the hash of the entry before: that one was changed, removed or moved")
    digest = content_digest(entry.content)
    chain.last[(entry.kind, entry.subject)] = digest
    if entry.kind == FETCH:
        chain.fetches.append(digest)


def parse(line: str) -> Entry | None:
    """Return the entry that a line holds, ``None`` where it is not exactly the canonical form of one."""
    try:
        stated = json.loads(line)
    except ValueError:
        return None
    if not isinstance(stated, dict) or stated.keys() != _FIELDS or not isinstance(stated["content"], dict):
        return None
    entry = Entry(**stated)
    return entry if entry.line == line and entry.kind in _KINDS else None

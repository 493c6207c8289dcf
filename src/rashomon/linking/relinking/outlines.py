"""What is kept of an article so that others can be linked beside it without reading it again."""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import numpy as np

from rashomon.linking.actors.unlisted import Note
from rashomon.linking.copies.copies import Face
from rashomon.linking.copies.letters import Hashes
from rashomon.linking.copies.shingles import Fingerprint
from rashomon.linking.relinking.contract import Line
from rashomon.linking.stories.stories import Terms
from rashomon.model.words import ActorKind

#: A name of a place, and the larger place beside it.
Named = tuple[str, str | None]
#: What of an account is looked at before all else: its type, first and last day (as ordinals, ``None`` for an open end), and the
#: ids of its places.
Look = tuple[str, int | None, int | None, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Outline:
    """One article as the others see it.

    Args:
        stamp: of its text, its reading and the decisions that touch it.

        face: what copies are found by.

        address, toponyms: what tells where its outlet is at home.

        links: who its entities are, by key: ids of actors.

        notes: its names that nobody listed.

        placed, at: where its entities and its mentions are: ids of places, by key and by start.

        terms: a mark of the terms by which its story is told.

        accounts: ids of its accounts, those first that tell events; ``told`` says how many those are.

        spans: first and last day that each telling account may be of, as ordinals; ``None`` where nothing says when.

        looks: of each telling account.

        blocks: the keys under which telling accounts meet others, account by account; ``sizes`` how many each has.

        together: pairs of its accounts of which the second only explains the first.

        issues: what it takes a side on, or gives figures of.

        ties: names of actors that it puts on one side.
    """

    stamp: str
    face: Face
    address: str
    toponyms: tuple[Named, ...] = ()
    links: Mapping[str, str] = field(default_factory=dict)
    notes: tuple[Note, ...] = ()
    placed: Mapping[str, str] = field(default_factory=dict)
    at: Mapping[int, str] = field(default_factory=dict)
    terms: str = ""
    accounts: tuple[str, ...] = ()
    told: int = 0
    spans: tuple[tuple[int, int] | None, ...] = ()
    looks: tuple[Look, ...] = ()
    blocks: Hashes = field(default_factory=lambda: np.zeros(0, np.uint64))
    sizes: tuple[int, ...] = ()
    together: tuple[tuple[str, str], ...] = ()
    issues: frozenset[str] = frozenset()
    ties: frozenset[tuple[str, str]] = frozenset()

    @property
    def telling(self) -> tuple[str, ...]:
        """Return the ids of the accounts that tell events."""
        return self.accounts[: self.told]

    @property
    def place_ids(self) -> set[str]:
        """Return the ids of all places it names."""
        return {*self.placed.values(), *self.at.values()}

    def line(self, tellings: str) -> Line:
        """Return it as it is kept, with its tellings."""
        face, found = self.face, self.face.print
        plain = (
            self.stamp,
            (face.capture, face.n, face.repeats, face.outlet, face.day.toordinal() if face.day is not None else None),
            (found.length, found.digest.hex()),
            self.address,
            self.toponyms,
            self.links,
            [(n.key, n.name, n.form, n.kind.value, n.country, n.aliases, n.acts) for n in self.notes],
            self.placed,
            tuple(self.at.items()),
            self.terms,
            self.accounts,
            self.told,
            self.spans,
            self.sizes,
            self.together,
            sorted(self.issues),
            sorted(self.ties),
            self.looks,
        )
        text = json.dumps(plain, ensure_ascii=False, separators=(",", ":"))
        return Line(text, tellings, found.sample.tobytes(), self.blocks.tobytes())


def outline_of(article_id: str, line: Line) -> Outline:
    """Return what `Outline.line` kept."""
    plain: list[Any] = json.loads(line.outline)
    capture, n, repeats, outlet, day = plain[1]
    length, digest = plain[2]
    found = Fingerprint(article_id, length, bytes.fromhex(digest), np.frombuffer(line.sample, np.uint64))
    return Outline(
        stamp=plain[0],
        face=Face(article_id, capture, n, repeats, outlet, None if day is None else date.fromordinal(day), found),
        address=plain[3],
        toponyms=tuple((name, larger) for name, larger in plain[4]),
        links=plain[5],
        notes=tuple(_note(article_id, *note) for note in plain[6]),
        placed=plain[7],
        at=dict(plain[8]),
        terms=plain[9],
        accounts=tuple(plain[10]),
        told=plain[11],
        spans=tuple(None if span is None else (span[0], span[1]) for span in plain[12]),
        blocks=np.frombuffer(line.blocks, np.uint64),
        sizes=tuple(plain[13]),
        together=tuple((one, other) for one, other in plain[14]),
        issues=frozenset(plain[15]),
        ties=frozenset((one, other) for one, other in plain[16]),
        looks=tuple((kind, first, last, places) for kind, first, last, places in plain[17]),
    )


def _note(
    article_id: str,
    key: str,
    name: list[Any],
    form: str | None,
    kind: str,
    country: str | None,
    aliases: list[str],
    acts: bool,
) -> Note:
    return Note(article_id, key, (name[0], name[1]), form, ActorKind(kind), country, tuple(aliases), acts)


def mark_of(terms: Terms) -> str:
    """Return a mark of terms: others have another."""
    told = "\x1f".join((*sorted(terms.names), "", *sorted(terms.words)))
    return hashlib.blake2b(told.encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def key_hashes(keys: Iterable[str]) -> Hashes:
    """Return numbers that stand for keys."""
    digests = (hashlib.blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest() for key in keys)
    return np.frombuffer(b"".join(digests), np.uint64)

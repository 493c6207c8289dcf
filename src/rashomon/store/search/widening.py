"""An actor's name finds its other names and spellings too; quoted words stay as they are."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sqlalchemy import Connection, select

from rashomon.store.search.words import Asked, Both, Either, Without, Words
from rashomon.store.tables import actor_names, actors

#: Other names of one actor that are looked for, and words that a name may have.
NAMES_AT_MOST, LONGEST_NAME = 24, 6
#: Names of this rank are used for others too: they neither widen nor are widened to.
_AMBIGUOUS = 2


@dataclass(frozen=True, slots=True)
class Widened:
    """Words that name an actor, and its other names that were looked for too."""

    words: str
    actor_id: str
    name: str
    others: tuple[str, ...]


def widen(connection: Connection, asked: Asked, without: Collection[tuple[str, str]] = ()) -> tuple[Asked, tuple[Widened, ...]]:
    """Return the question with every name of an actor widened to its other names, and what was widened.

    ``without`` are names that are not known to whoever asks, each as the actor's id and the name folded.
    """
    names = {name for run in _runs(asked) for _, name in _stretches(run)}
    known = _known(connection, names, without)
    used: dict[str, Widened] = {}
    return (_widened(asked, known, used) if known else asked), tuple(used.values())


def _known(connection: Connection, names: set[str], without: Collection[tuple[str, str]]) -> dict[str, Widened]:
    """Return the names that one actor has for its own, with its other names."""
    named = select(actor_names.c.folded, actor_names.c.actor_id).join(actors, actors.c.id == actor_names.c.actor_id)
    asked = named.where(actor_names.c.folded.in_(names), actor_names.c.rank < _AMBIGUOUS, ~actors.c.withheld)
    found: dict[str, str] = {}
    for row in connection.execute(asked.order_by(actor_names.c.rank, actors.c.name)):
        if (row.actor_id, row.folded) not in without:
            found.setdefault(row.folded, row.actor_id)
    several = (_others(connection, name, actor_id, without) for name, actor_id in found.items())
    return {widened.words: widened for widened in several if widened.others}


def _others(connection: Connection, name: str, actor_id: str, without: Collection[tuple[str, str]]) -> Widened:
    """Return the names of an actor that do not hold the name already."""
    asked = select(actor_names.c.folded, actor_names.c.rank, actors.c.name).join(actors, actors.c.id == actor_names.c.actor_id)
    rows = connection.execute(
        asked.where(actor_names.c.actor_id == actor_id, actor_names.c.rank < _AMBIGUOUS).order_by(
            actor_names.c.rank, actor_names.c.folded
        )
    ).all()
    known = (row.folded for row in rows if (actor_id, row.folded) not in without)
    others = [folded for folded in known if f" {name} " not in f" {folded} "]
    return Widened(name, actor_id, rows[0].name if rows else name, tuple(others[:NAMES_AT_MOST]))


def _runs(asked: Asked) -> Iterator[tuple[Words, ...]]:
    """Yield the stretches of words that stand beside each other without quotes."""
    if isinstance(asked, Words) and not asked.exact:
        yield (asked,)
    elif isinstance(asked, Both):
        yield from runs_of(asked)
        for part in asked.parts:
            if not isinstance(part, Words):
                yield from _runs(part)
    elif isinstance(asked, Either):
        for part in asked.parts:
            yield from _runs(part)
    elif isinstance(asked, Without):
        yield from _runs(asked.part)


def runs_of(asked: Both) -> Iterator[tuple[Words, ...]]:
    """Yield the stretches of unquoted words that stand beside each other among the parts."""
    run: list[Words] = []
    for part in asked.parts:
        if isinstance(part, Words) and not part.exact:
            run.append(part)
        elif run:
            yield tuple(run)
            run = []
    if run:
        yield tuple(run)


def _stretches(run: tuple[Words, ...]) -> Iterator[tuple[slice, str]]:
    """Yield every stretch of a run with the name it would be, the longest first, then from the left."""
    for length in range(min(len(run), LONGEST_NAME), 0, -1):
        for start in range(len(run) - length + 1):
            part = slice(start, start + length)
            yield part, " ".join(token for words in run[part] for token in words.term)


def _widened(asked: Asked, known: dict[str, Widened], used: dict[str, Widened]) -> Asked:
    if isinstance(asked, Words) and not asked.exact:
        return _run_widened((asked,), known, used)[0]
    if isinstance(asked, Either):
        return Either(tuple(_widened(part, known, used) for part in asked.parts))
    if isinstance(asked, Without):
        return Without(_widened(asked.part, known, used))
    if not isinstance(asked, Both):
        return asked
    parts: list[Asked] = [part if isinstance(part, Words) else _widened(part, known, used) for part in asked.parts]
    for run in runs_of(asked):
        at = parts.index(run[0])
        parts[at : at + len(run)] = _run_widened(run, known, used)
    return Both(tuple(parts)) if len(parts) > 1 else parts[0]


def _run_widened(run: tuple[Words, ...], known: dict[str, Widened], used: dict[str, Widened]) -> list[Asked]:
    """Return a run of words with its longest name widened, and what stands left and right of it likewise."""
    for part, name in _stretches(run):
        if name in known:
            used[name] = known[name]
            named = Words(tuple(token for words in run[part] for token in words.term), exact=True)
            others = tuple(Words(tuple(other.split()), exact=True) for other in known[name].others)
            left, right = run[: part.start], run[part.stop :]
            return [
                *(_run_widened(left, known, used) if left else ()),
                Either((named, *others)),
                *(_run_widened(right, known, used) if right else ()),
            ]
    return list(run)

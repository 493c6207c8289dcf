"""Read the actor and agent dictionaries of the PETRARCH coders: who has which code, at which date."""

import functools
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

#: Files of each coding scheme in the set's folder ``dict``.
ACTORS = {
    "validate": ("PETR.Validate.actors.txt",),
    "phoenix": ("Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt", "Phoenix.MilNonState.actors.txt"),
}
AGENTS = {"validate": "PETR.Validate.agents.txt", "phoenix": "Phoenix.agents.txt"}
#: Years written with two digits: from this on they are of the last century.
_CENTURY = 40
_CODE = re.compile(r"\[\s*([^\]\s<>]+)\s*([<>]?)\s*([\d]*)\s*-?\s*([\d]*)\s*>?\s*\]")
_WORD = re.compile(r"\w[\w'.-]*\w|\w")


@dataclass(frozen=True, slots=True)
class Coded:
    """A code with the days between which it holds; ``None`` for an open end."""

    code: str
    first: date | None
    last: date | None

    def holds(self, day: date | None) -> bool:
        """Return whether it holds on a day; a code without dates always does."""
        if self.first is None and self.last is None:
            return True
        return day is not None and (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


@dataclass(frozen=True)
class PetrarchDictionary:
    """Actors and agents by their words in capitals."""

    actors: dict[tuple[str, ...], tuple[Coded, ...]]
    agents: dict[tuple[str, ...], str]

    def code(self, text: str, day: date | None) -> str | None:
        """Return the code of a noun phrase: its first actor's with its agents', ``None`` where it holds neither."""
        words = text_words(text)
        actor = next((found for found in self._actors(words, day)), None)
        agents = list(self._agents(words))
        before = "".join(code[:-1] for code in agents if code.endswith("~"))
        after = "".join(code[1:] for code in agents if code.startswith("~") and (actor is None or code[1:] not in actor))
        if actor is None and not agents:
            return None
        return f"{before}{actor or ('---' if not before else '')}{after}"

    def _actors(self, words: Sequence[str], day: date | None) -> Iterator[str]:
        at = 0
        while at < len(words):
            size = next((n for n in range(min(8, len(words) - at), 0, -1) if tuple(words[at : at + n]) in self.actors), 0)
            codes = self.actors.get(tuple(words[at : at + size]), ()) if size else ()
            dated = [found for found in codes if (found.first or found.last) and found.holds(day)]
            plain = [found for found in codes if not (found.first or found.last)]
            if chosen := next(iter([*dated, *plain]), None):
                yield chosen.code
            at += max(size, 1)

    def _agents(self, words: Sequence[str]) -> Iterator[str]:
        at = 0
        while at < len(words):
            size = next((n for n in range(min(4, len(words) - at), 0, -1) if tuple(words[at : at + n]) in self.agents), 0)
            if size:
                yield self.agents[tuple(words[at : at + size])]
            at += max(size, 1)


def text_words(text: str) -> tuple[str, ...]:
    """Return the words of a text in capitals, a possessive ending cut off.

    >>> text_words("Gondor's prime minister")
    ('GONDOR', 'PRIME', 'MINISTER')
    """
    plain = re.sub(r"['’]s\b|['’](?=\s|$)", "", text)
    return tuple(
        word.upper().rstrip(".") for word in re.split(r"[\s_,]+", plain.replace("(", " ").replace(")", " ")) if word.rstrip(".")
    )


def _day(text: str) -> date | None:
    if len(text) == 8:  # noqa: PLR2004 - yyyymmdd
        return _real(int(text[:4]), text[4:])
    if len(text) == 6:  # noqa: PLR2004 - yymmdd
        year = int(text[:2])
        return _real(year + (1900 if year >= _CENTURY else 2000), text[2:])
    return None


def _real(year: int, rest: str) -> date | None:
    month, day = int(rest[:2]), int(rest[2:])
    return date(year, month, min(day, 28) or 1) if 1 <= month <= 12 else None  # noqa: PLR2004 - months


def _codes(text: str) -> Iterator[Coded]:
    for code, sign, first, last in _CODE.findall(text):
        begin, end = _day(first), _day(last)
        if sign == "<":
            begin, end = None, begin
        yield Coded(code.upper(), begin, end)


def _name(text: str) -> tuple[str, ...]:
    return text_words(text.strip().lstrip("+").strip("_"))


def read_actors(lines: Iterable[str]) -> dict[tuple[str, ...], tuple[Coded, ...]]:
    """Return the actors: a name and its synonyms ("+...") share the codes in brackets that follow."""
    found: dict[tuple[str, ...], tuple[Coded, ...]] = {}
    names: list[tuple[str, ...]] = []
    codes: list[Coded] = []
    for line in (re.sub(r"#.*|<!--.*", "", line).rstrip() for line in [*lines, "END"]):
        text = line.split("[", 1)[0]
        if text.strip() and not line[0].isspace() and not line.startswith("+"):
            found.update({name: tuple(codes) for name in names if codes and name not in found})
            names, codes = [], []
        if text.strip():
            names.append(_name(text))
        codes += list(_codes(line))
    return found


def read_agents(lines: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Return the agents with their codes ("~GOV" goes behind an actor's code, "NGO~" before it), singular and plural."""
    found: dict[tuple[str, ...], str] = {}
    sets: dict[str, list[str]] = {}
    for line in (re.sub(r"#.*|<!--.*", "", line).strip() for line in lines):
        if line.startswith("!") and "=" in line:
            name, _, members = line.partition("=")
            sets[name.strip()] = [member.strip() for member in members.split(",")]
            continue
        code = re.search(r"\[\s*([^\]\s]+)\s*\]", line)
        if code is None:
            continue
        plural = re.search(r"\{([^}]*)\}", line)
        for base in _filled(re.split(r"[{\[]", line)[0].strip(), sets):
            for form in (base, *([plural[1]] if plural and plural[1].strip() else [_plural(base)] if not plural else [])):
                found.setdefault(_name(form), code[1].upper())
    return found


def _filled(text: str, sets: dict[str, list[str]]) -> list[str]:
    """Return a name with every member of the set it holds in the set's place."""
    for name, members in sets.items():
        if name in text:
            return [text.replace(name, member) for member in members]
    return [text]


def _plural(word: str) -> str:
    if word.endswith("Y") and not word.endswith(("AY", "EY", "OY")):
        return word[:-1] + "IES"
    return word + ("ES" if word.endswith(("S", "X", "CH", "SH")) else "S")


@functools.cache
def dictionary(folder: Path, name: str) -> PetrarchDictionary:
    """Return the dictionary of a scheme ("validate", "phoenix"), read once.

    Raises:
        KeyError: there is no such scheme.
    """
    actors: dict[tuple[str, ...], tuple[Coded, ...]] = {}
    for file in ACTORS[name]:
        for words, codes in read_actors((folder / file).read_text(encoding="utf-8", errors="replace").splitlines()).items():
            actors.setdefault(words, codes)
    agents = read_agents((folder / AGENTS[name]).read_text(encoding="utf-8", errors="replace").splitlines())
    return PetrarchDictionary(actors, agents)

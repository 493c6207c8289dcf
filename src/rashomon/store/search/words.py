r"""What a person types into the box, taken apart: words, "phrases", OR, -without, (groups) and field:values.

Nothing a person types is an error: a sign that fits nowhere is passed over.

>>> parse('"oil depot" OR fire type:bombing')
Either(parts=(Words(('oil', 'depot'), exact=True), Both(parts=(Words(('fire',)), Field('type', 'bombing')))))
>>> parse("fire -drill")
Both(parts=(Words(('fire',)), Without(Words(('drill',)))))
>>> parse("  ") is None
True
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from rashomon.store.fulltext import TERMS_AT_MOST, Term, folded

#: Fields that narrow by a value ("actor:hamas", 'outlet:"Reuters"'); any other word before a colon is only a word.
FIELDS = (
    "actor",
    "type",
    "status",
    "country",
    "place",
    "outlet",
    "grade",
    "roots",
    "after",
    "before",
    "month",
    "is",
)
_QUOTED = r'["“”„«»]([^"“”„«»]*)["“”„«»]'
_TOKEN = re.compile(
    rf'(?P<sign>[()])|(?P<minus>-(?=[\w"“”„«»(]))|(?:(?P<name>[A-Za-z]+):)?(?:{_QUOTED}|(?P<word>[^\s"“”„«»()]+))|.', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Words:
    """Words next to each other, folded. ``exact`` were quoted: they are not widened by other names of the same actor."""

    term: Term
    exact: bool = field(default=False, kw_only=True)

    def __repr__(self) -> str:
        return f"Words({self.term!r}{', exact=True' if self.exact else ''})"


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the value it must have, as typed."""

    name: str
    value: str

    def __repr__(self) -> str:
        return f"Field({self.name!r}, {self.value!r})"


@dataclass(frozen=True, slots=True)
class Without:
    """What must not be."""

    part: "Asked"

    def __repr__(self) -> str:
        return f"Without({self.part!r})"


@dataclass(frozen=True, slots=True)
class Both:
    """All of the parts."""

    parts: tuple["Asked", ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of the parts."""

    parts: tuple["Asked", ...]


Asked = Words | Field | Without | Both | Either
_Token = tuple[str, str, str]


def parse(text: str) -> Asked | None:
    """Return what a text asks; ``None`` where it holds no letter or digit. A long question is cut to `TERMS_AT_MOST` parts."""
    tokens, left = list(_tokens(text))[: 4 * TERMS_AT_MOST], [TERMS_AT_MOST]
    parts = [_either(tokens, left)]
    while tokens:
        tokens.pop(0)
        parts.append(_either(tokens, left))
    return _joined(Both, [part for part in parts if part is not None])


def _tokens(text: str) -> Iterator[_Token]:
    """Yield (kind, name, value): signs, fields and words."""
    for found in _TOKEN.finditer(text):
        name, quoted, word = found["name"], found[4], found["word"]
        if found["sign"] or found["minus"]:
            yield found["sign"] or "-", "", ""
        elif name is not None and name.lower() in FIELDS and (quoted or word):
            yield "field", name.lower(), (quoted or word).strip()
        elif quoted is not None:
            yield "phrase", "", quoted if name is None else f"{name} {quoted}"
        elif word in {"OR", "AND", "NOT"} and name is None:
            yield {"OR": "or", "AND": "and", "NOT": "-"}[word], "", ""
        elif word is not None:
            yield "word", "", word if name is None else f"{name}:{word}"


def _either(tokens: list[_Token], left: list[int]) -> Asked | None:
    """Read parts with OR between them up to a closing sign or the end; ``left`` counts down the parts that may be read."""
    sides = [_both(tokens, left)]
    while tokens and tokens[0][0] == "or":
        tokens.pop(0)
        sides.append(_both(tokens, left))
    return _joined(Either, [side for side in sides if side is not None])


def _both(tokens: list[_Token], left: list[int]) -> Asked | None:
    parts: list[Asked] = []
    while tokens and tokens[0][0] not in {"or", ")"}:
        part = _one(tokens, left)
        if part is not None and part not in parts:
            parts.append(part)
    return _joined(Both, parts)


def _one(tokens: list[_Token], left: list[int]) -> Asked | None:
    kind, name, value = tokens.pop(0)
    if kind == "-":
        inner = _one(tokens, left) if tokens and tokens[0][0] not in {"or", ")"} else None
        return None if inner is None else Without(inner)
    if kind == "(":
        inner = _either(tokens, left)
        if tokens and tokens[0][0] == ")":
            tokens.pop(0)
        return inner
    if kind == "field":
        return Field(name, value)
    term = tuple(folded(value).split()) if kind in {"word", "phrase"} else ()
    if not term or not left[0]:
        return None
    left[0] -= 1
    return Words(term, exact=kind == "phrase")


def _joined(kind: type[Both] | type[Either], parts: list[Asked]) -> Asked | None:
    return kind(tuple(parts)) if len(parts) > 1 else parts[0] if parts else None


def words_in(asked: Asked | None) -> tuple[Words, ...]:
    """Return the words that are looked for (not those to do without), in order."""
    if isinstance(asked, Words):
        return (asked,)
    if isinstance(asked, Both | Either):
        return tuple(dict.fromkeys(words for part in asked.parts for words in words_in(part)))
    return ()


def is_text(asked: Asked) -> bool:
    """Return whether it is made of words alone."""
    if isinstance(asked, Both | Either):
        return all(is_text(part) for part in asked.parts)
    return is_text(asked.part) if isinstance(asked, Without) else isinstance(asked, Words)

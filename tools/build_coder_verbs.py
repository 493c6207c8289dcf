"""Condense a CAMEO verb dictionary of the PETRARCH form into ``extraction/words/coder/verbs.yaml``.

Run in the checkout: ``python tools/build_coder_verbs.py DICTIONARY``. What is taken are the facts which verb, with which words
around it, has which code; form, order and selection are ours. Source and licence stand in ``docs/schemes.md``.
"""  # noqa: INP001 - a script, no package

import re
import sys
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

OUT = Path(__file__).parent.parent / "src" / "rashomon" / "extraction" / "words" / "coder" / "verbs.yaml"
HEAD = """\
# Verbs and the words around them, with their CAMEO codes ("042:043": the second code holds from target to source).
# Made by tools/build_coder_verbs.py; sources in docs/schemes.md. "&name" stands for a word of a set; "*" for the verb,
# where words stand before it.
"""
_BLOCK = re.compile(r"---\s*(.*?)\s*\[(.*?)\]\s*---")
_VERB = re.compile(r"(\+?[^\s{\[]+)\s*(?:\{.*?\})?\s*(?:\[(.*?)\])?\s*$")
_PATTERN = re.compile(r"- (.*?)\s*\[(.*?)\]\s*$")
_CODE = re.compile(r"\d{3,4}(?::\d{3,4})?")
#: Sets that only serve a parser's grammar.
_NO_SETS = frozenset({"auxverb1", "auxverb2", "auxverb3", "tobeverb", "preposit1", "currency"})


@dataclass
class Block:
    """Synonymous verbs, the code they have alone, and the codes they have with other words."""

    code: str
    verbs: dict[str, str] = field(default_factory=dict)
    patterns: dict[str, str] = field(default_factory=dict)


def _plain(text: str) -> str:
    words = re.sub(r"[{}()]", " ", text).replace("_", " ").lower().split()
    return " ".join(word for word in words if word not in ("the", "a", "an"))


def _verb(text: str) -> str | None:
    """Return a verb as written, ``None`` where another word than the first is inflected."""
    if text.startswith("+"):
        return _plain(text[1:])
    return None if "_+" in text else _plain(text)


def read(lines: Iterable[str]) -> tuple[dict[str, list[str]], list[Block]]:
    """Return the sets of words and the blocks of a dictionary."""
    sets: dict[str, list[str]] = {}
    blocks: list[Block] = []
    members: list[str] | None = None
    for line in (re.sub(r"#.*", "", line).strip() for line in lines):
        if line.startswith("&"):
            members = sets.setdefault(_plain(line.split()[0].strip("&_")).replace(" ", "_"), [])
        elif block := _BLOCK.match(line):
            members = None
            blocks.append(Block(block[2]))
        elif members is not None and line.startswith("+"):
            members.append(_plain(line[1:]))
        elif blocks and (pattern := _PATTERN.match(line)):
            _add(blocks[-1], pattern[1], pattern[2])
        elif blocks and members is None and (verb := _VERB.match(line)) and (name := _verb(verb[1])):
            blocks[-1].verbs[name] = verb[2] or blocks[-1].code
    return sets, blocks


def _add(block: Block, words: str, code: str) -> None:
    if re.search(r"[$^%+]", words) or (code != "---" and not _CODE.fullmatch(code)):
        return
    sets = re.sub(r"&(\w+)", lambda found: "&" + found[1].strip("_").lower().replace("_", "~"), words)
    phrase = _plain(sets).replace("~", "_").removeprefix("* ").strip()
    if phrase not in ("", "*") and "&preposit1" not in phrase:
        block.patterns.setdefault(phrase, code)


def condensed(sets: dict[str, list[str]], blocks: Iterable[Block]) -> dict[str, Any]:
    """Return what is written: sets by name, senses by code; verbs that mean nothing alone or with others are left out."""
    senses = []
    for block in blocks:
        when: defaultdict[str, list[str]] = defaultdict(list)
        for phrase, code in block.patterns.items():
            when[code.replace("---", "none")].append(phrase)
        codes: defaultdict[str, list[str]] = defaultdict(list)
        for verb, code in block.verbs.items():
            codes[code if _CODE.fullmatch(code) else "none"].append(verb)
        if when or any(code != "none" for code in codes):
            verbs = {code: sorted(names) for code, names in sorted(codes.items())}
            senses.append({"verbs": verbs, **({"when": {code: sorted(when[code]) for code in sorted(when)}} if when else {})})
    kept = {
        name: sorted(words, key=lambda word: (len(word), word)) for name, words in sorted(sets.items()) if name not in _NO_SETS
    }
    return {"sets": kept, "senses": sorted(senses, key=lambda sense: str(sense["verbs"]))}


def main() -> None:
    """Write the list."""
    dictionary = Path(sys.argv[1]).read_text(encoding="utf-8")
    body = yaml.safe_dump(condensed(*read(dictionary.splitlines())), sort_keys=False, width=140, default_flow_style=None)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(HEAD + body, encoding="utf-8")


if __name__ == "__main__":
    main()

"""Take another wording of a sentence only if it says the same: no new number, name or date, no lost source, hedge or citation."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, replace

from rashomon.exports.briefs.contract import Brief, Paragraph, Section, Sentence
from rashomon.exports.briefs.judging import mixes
from rashomon.extraction.numbers import find_numbers
from rashomon.text.wordlist import words

#: How much longer a wording may be, and how many sentences one brief sends out.
LONGER, MOST = 1.5, 400
#: How many answers in a row may fail before no more are asked for.
PATIENCE = 3
_CITES = re.compile(r"\[(\d+)\]")
_QUOTED = re.compile(r"“[^”]*”")
_NAME = re.compile(r"\b[^\W\d_a-z][\w'’.-]*(?:\s+[^\W\d_a-z][\w'’.-]*)*")
_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
#: Words that say on whose word, or how surely, something is told: each group must stay as often as it was, or come more often.
_HEDGES = (
    ("according", "account", "says", "said", "say", "reported", "reports", "puts", "gives", "given", "counts", "count", "told"),
    ("claimed", "claim", "claims", "responsibility"),
    ("denial", "denied", "denies", "rejects", "rejected"),
    ("alleged", "allegation", "accusation", "accused", "accuses", "blame", "blamed"),
    ("not", "no", "never", "nothing", "none", "only", "alone"),
    ("or more", "at least", "up to", "more than", "to"),
    ("might", "may", "could", "possibility", "plans", "planned", "announced"),
    ("likely", "unlikely", "chance"),
    ("confidence",),
    ("must", "should", "ought", "need", "needs", "recommend", "recommends", "recommended", "advise", "urge", "urged", "let"),
    ("doubt", "dispute", "disputed", "rival", "against", "contradicts", "but", "contrast"),
    ("independent", "source", "sources"),
)
_GROUPED = frozenset(word for group in _HEDGES for word in group)
#: Words that make more of something than the ledger does.
_SURER = frozenset(
    words("confirmed confirms proved proven proves certainly definitely undoubtedly clearly established verified fact indeed")
)
#: Words that tell nothing of their own: they may come and go. What they hedge is counted apart.
_CONNECTING = _GROUPED | frozenset(
    words(
        "a an the and or but of in on at by for from to with within into as that which who whom whose this these those it its "
        "there here is are was were be been being has have had do does did will would than then also too while when where what "
        "whether both each all any one two three four five six seven eight nine ten came come comes went out up down over about "
        "number numbered total figure figures put puts stood stands stand behind besides beside because such so only same other "
        "others another more namely word words telling tells tell account accounts carried carry bears bear back goes go"
    )
)
#: Words that may open a sentence though the one before does not hold them.
_OPENERS = frozenset(
    words("the a an in on at by of for from to with it its there this that these those according as but and when where what who")
)


@dataclass(frozen=True, slots=True)
class Refused:
    """A wording that was not taken, and why."""

    text: str
    why: str


def smoothed(
    brief: Brief, rewrite: Callable[[str], str], failures: tuple[type[Exception], ...] = ()
) -> tuple[Brief, tuple[str, ...]]:
    """Return the brief with the wordings that say the same, and for each that does not, why it was refused.

    Where no wording comes at all, the sentence stays as well; after `PATIENCE` of these in a row no more is asked for.

    Args:
        brief: as the templates made it.

        rewrite: gives another wording of a sentence whose citations stand in brackets at its end.

        failures: what it raises where it has none.
    """
    in_a_row = 0
    refused: list[str] = []
    taken: list[str] = []

    def word(sentence: Sentence) -> Sentence:
        nonlocal in_a_row
        if len(taken) + len(refused) >= MOST or in_a_row >= PATIENCE:
            return sentence
        try:
            found = checked(sentence, rewrite(with_cites(sentence)))
            in_a_row = 0
        except failures as error:
            in_a_row += 1
            found = Refused(with_cites(sentence), str(error))
        if isinstance(found, Refused):
            refused.append(f"{found.why}: {found.text[:120]}")
            return sentence
        taken.extend([found.text] if found.text != sentence.text else [])
        return found

    def paragraph(one: Paragraph) -> Paragraph:
        return replace(one, sentences=tuple(word(sentence) for sentence in one.sentences))

    def section(one: Section) -> Section:
        return replace(one, paragraphs=tuple(paragraph(each) for each in one.paragraphs))

    made = replace(brief, sections=tuple(section(one) for one in brief.sections))
    return replace(made, smoothed=len(taken)), tuple(refused)


def with_cites(sentence: Sentence) -> str:
    """Return a sentence with its citations in brackets at its end."""
    return f"{sentence.text} {''.join(f'[{n}]' for n in sentence.cites)}"


def checked(sentence: Sentence, wording: str) -> Sentence | Refused:
    """Return the sentence in another wording, or why that wording is refused."""
    cites = tuple(int(found) for found in _CITES.findall(wording))
    text = " ".join(_CITES.sub("", wording).split()).replace(" .", ".").strip()
    if sorted(set(cites)) != sorted(set(sentence.cites)):
        return Refused(wording, f"citations {list(sentence.cites)} became {list(cites)}")
    why = _difference(sentence.text, text, sentence.values)
    return Refused(wording, why) if why is not None else replace(sentence, text=text)


def _difference(before: str, after: str, values: tuple[str, ...]) -> str | None:
    """Return what is not the same, ``None`` where nothing is."""
    if not after or len(after) > LONGER * len(before) + 20:
        return "it is empty or much longer"
    if Counter(_QUOTED.findall(before)) != Counter(_QUOTED.findall(after)) or re.search(r'["<>{}]|://', _own(after)):
        return "its quoted words are not the same, or it holds marks or addresses"
    old, new = _own(before), _own(after)
    if _numbers(old) != _numbers(new):
        return f"numbers {sorted(_numbers(old))} became {sorted(_numbers(new))}"
    for what, theirs, ours in (("is new", new, f"{old} {' '.join(values)}"), ("is lost", old, new)):
        strange = [name for name in names_in(theirs) if name.casefold() not in ours.casefold()]
        if strange:
            return f"the name or date {strange[0]!r} {what}"
    return _hedged(old, new) or _reworded(old, new)


def _reworded(old: str, new: str) -> str | None:
    """Return a word that says something of its own and is new or lost ("gunmen" for "soldiers"); ``None`` where all are kept."""
    for what, theirs, ours in (("is new", new, old), ("is lost", old, new)):
        stems = {_stem(word) for word in _words(ours).split()}
        strange = [word for word in _words(theirs).split() if word not in _CONNECTING and _stem(word) not in stems]
        if strange:
            return f"the word {strange[0]!r} {what}"
    return None


def _stem(word: str) -> str:
    """Return what words of one kind share: "numbered" and "number", "reporting" and "reported"."""
    bare = word.removesuffix("'s").removesuffix("’s")
    return next(
        (bare[: -len(end)] for end in ("ing", "ed", "es", "s", "e") if bare.endswith(end) and len(bare) > len(end) + 3), bare
    )


def _hedged(old: str, new: str) -> str | None:
    known, fresh = _words(old), _words(new)
    for group in _HEDGES:
        had, has = (sum(text.count(f" {word} ") for word in group) for text in (known, fresh))
        if has < had or (has > had and group[0] in {"not", "must"}):
            return f"a hedge or source word of {group[:3]} is lost or new"
    surer = _SURER & (set(fresh.split()) - set(known.split()))
    if surer:
        return f"it is surer than the ledger: {min(surer)}"
    if mixes(new):
        return "it mixes likelihood and confidence"
    return None


def _own(text: str) -> str:
    """Return a text without its quotations."""
    return _QUOTED.sub(" ", text)


def _words(text: str) -> str:
    return f" {' '.join(word.casefold() for word in _WORD.findall(text))} "


def _numbers(text: str) -> frozenset[str]:
    return frozenset(str(found.value) for found in find_numbers(text, (0, len(text)))) | frozenset(re.findall(r"\d+", text))


def names_in(text: str) -> tuple[str, ...]:
    """Return the words with a capital letter, but for articles and the like that open a sentence.

    >>> names_in("The dead number 23, according to Frontier Wire.")
    ('Frontier Wire',)
    """
    found = []
    for match in _NAME.finditer(text):
        name = match[0].rstrip(".,'’")
        opener, _, others = name.partition(" ")
        if opener.casefold() in _OPENERS:
            name = others
        if name:
            found.append(name)
    return tuple(found)

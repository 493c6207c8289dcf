"""Who is said to speak: as the cited words name them, and nobody where they name nobody."""

import re

from rashomon.exports.briefs.contract import Ground
from rashomon.exports.wording.catalogue import Catalogue
from rashomon.exports.wording.spoken import date_words
from rashomon.linking.sources.roots import NOT_STATED
from rashomon.model.ledger import Root
from rashomon.store.views import AccountView, Named

#: Who is not named by it: "our fighters", "nobody"; and those by which an outlet speaks of itself.
_PRONOUN = re.compile(
    r"(?:our|my|his|her|their|its|we|us|he|she|they|it|i|you|nobody|no one|this|that|these|those|who)\b", re.IGNORECASE
)
_OWN = re.compile(r"(?:our|my|we|us|i)\b", re.IGNORECASE)
_ARTICLES = frozenset({"the", "a", "an"})
#: What stands before a description and begins it ("the Qods Force" chief), and what may end it ("head" of the group).
_BEFORE = re.compile(r"(?:\b(?:the|a|an|[\w-]+['’]s)\s+)(?:[\w-]+\s+){0,3}$", re.IGNORECASE)
_AFTER = re.compile(r"\s+of\s+(?:the\s+)?[A-Z][\w'’-]*(?:\s+[A-Z][\w'’-]*)*")


def outlet_of(ground: Ground, say: Catalogue) -> str:
    """Return who published a ground's article; "an unattributed article of 3 May 2031" where the page does not state it."""
    if ground.outlet:
        return ground.outlet
    return say("brief.unnamed_of", day=date_words(ground.published, say)) if ground.published else say("brief.unnamed")


def root_name(root: Root, say: Catalogue) -> str:
    """Return a root as a sentence names it."""
    return say("brief.unnamed") if root.name == NOT_STATED else in_sentence(root.name)


def source_of(view: AccountView, ground: Ground, say: Catalogue) -> tuple[str, tuple[str, ...]]:
    """Return on whose word an account is told, and the names in it that its words give otherwise.

    The origin is named where the words have it, with the outlet that prints it; else the outlet alone.
    """
    return spoken_source(view.attribution[-1] if view.attribution else None, ground, say)


def giver_of(view: AccountView, ground: Ground, say: Catalogue) -> tuple[str, tuple[str, ...]]:
    """Return who gives a number that stands without its words: `source_of`, and of an outlet that it is another's word."""
    source, values = source_of(view, ground, say)
    origin = view.attribution[-1] if view.attribution else None
    others = (
        origin is not None and origin.name != ground.outlet and re.search(say("brief.cue.speech"), ground.words, re.IGNORECASE)
    )
    return (say("brief.on_word", outlet=source), values) if others and not values else (source, values)


def spoken_source(origin: Named | None, ground: Ground, say: Catalogue) -> tuple[str, tuple[str, ...]]:
    """Return a speaker with the outlet that prints the words; the outlet alone where the words do not have the speaker speak."""
    outlet = outlet_of(ground, say)
    if origin is None or origin.name == ground.outlet or not re.search(say("brief.cue.speech"), ground.words, re.IGNORECASE):
        return outlet, ()
    name = said_as(origin, ground.words, say)
    return (outlet, ()) if name is None else (say("brief.through", source=in_sentence(name), outlet=outlet), (name,))


def speaks(origin: Named, ground: Ground, say: Catalogue) -> bool:
    """Return whether words have a source speak: they name it, or the outlet that prints them is the source itself."""
    own = origin.name == ground.outlet or _OWN.match(origin.words) is not None
    return own or spoken_source(origin, ground, say)[1] != ()


def said_as(origin: Named, words: str, say: Catalogue) -> str | None:
    """Return the name of a speaker whom words name, or the words that describe it; ``None`` where they do neither.

    A proper name comes as the ledger has it. A description ("the front") comes as it stands, whoever is meant by it.
    """
    for known in (origin.words, origin.name):
        at = _found(known, words)
        if at is None or _PRONOUN.match(known) or _is_part(words, at, say):
            continue
        first = words[at[0] : at[1]].split(maxsplit=1)[0]
        if known != origin.name and re.search(rf"\s(?:{say('brief.cue.whose')})$", words[at[0] : at[1]]):
            return " ".join(words[at[0] : at[1]].split())
        if first[:1].isupper() and first.lower() not in _ARTICLES:
            return _whose(words, at, say) or origin.name
        return _described(words, at, say)
    return None


def _is_part(words: str, at: tuple[int, int], say: Catalogue) -> bool:
    """Return whether a name is only part of another speaker's: "UNITED STATES President Ann Lee", "the chief of the GUARD"."""
    longer = re.match(rf"\s+[A-Z][a-z]|['’]s\s+(?:[\w-]+\s+){{0,2}}(?:{say('brief.cue.whose')})\b", words[at[1] :]) is not None
    return longer or re.search(say("brief.cue.part_of"), words[: at[0]]) is not None


def stands_at(origin: Named, words: str) -> tuple[int, int] | None:
    """Return where words have a speaker; ``None`` where they do not."""
    return _found(origin.words, words) or _found(origin.name, words)


def _found(known: str, words: str) -> tuple[int, int] | None:
    """Return where words hold a name, first of all in the same letters; white space counts alike."""
    if not known.strip():
        return None
    loose = r"\s+".join(map(re.escape, known.split()))
    pattern = rf"(?<!\w){loose}(?!\w)"
    found = re.search(pattern, words) or re.search(pattern, words, re.IGNORECASE)
    return None if found is None else found.span()


def _whose(words: str, at: tuple[int, int], say: Catalogue) -> str | None:
    """Return "Arab media" where a name only says whose media or officials speak."""
    after = re.match(rf"\s+(?:{say('brief.cue.whose')})\b", words[at[1] :])
    return words[at[0] : at[1] + after.end()] if after is not None else None


def _described(words: str, at: tuple[int, int], say: Catalogue) -> str | None:
    """Return a description with the words that belong to it; ``None`` for a bare "chief"."""
    start, end = at
    opened = words[start:end].split(maxsplit=1)[0].lower() in _ARTICLES
    before = None if opened else _BEFORE.search(words[:start])
    start = before.start() if before is not None else start
    after = _AFTER.match(words, end) or re.compile(rf"\s+(?:{say('brief.cue.whose')}|reports?)\b").match(words, end)
    told = " ".join(words[start : end if after is None else after.end()].split())
    bare = " " not in told and not told.endswith(("s", "police", "media"))
    return None if (bare and not opened) or told.partition(" ")[0].endswith("ing") else told


def in_sentence(name: str) -> str:
    """Return a name for the middle of a sentence: bodies with their article, and articles small.

    >>> in_sentence("The defence ministry"), in_sentence("Tarn health ministry"), in_sentence("Sable Heron")
    ('the defence ministry', 'the Tarn health ministry', 'Sable Heron')
    """
    first, _, rest = name.partition(" ")
    if first in {"The", "A", "An"} and rest:
        return f"{first.lower()} {rest}"
    last = rest.rpartition(" ")[2]
    own = first.endswith(("'s", "’s")) or first.lower() in _ARTICLES
    body = last.islower() and last.isalpha() and not last.endswith(("s", "media")) and not own
    return f"the {name}" if body or (first == "United" and " " not in rest) else name

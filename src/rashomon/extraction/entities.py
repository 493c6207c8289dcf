"""Find all entities an article mentions and say which mentions mean the same one.

Candidates come from the registry (`names_listed`), from the shape and surroundings of names (`names`) and from noun phrases
(`nouns`); here they are weighed against each other, and `coreference` gives the keys.
"""

import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from rashomon.extraction.coreference import Entities, acronyms, fold, spelled_out
from rashomon.extraction.entity_words import GIVEN_NAMES, MODIFIERS, NO_NAMES, PLACE_BEFORE
from rashomon.extraction.lexicon import Gazetteer, Lexicon
from rashomon.extraction.names import Run, named_by_shape, runs
from rashomon.extraction.names_listed import Candidate, listed_names
from rashomon.extraction.nouns import noun_phrases
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind
from rashomon.text.tokens import tokens

_THE = re.compile(r"\b[Tt]he $")
_TAKES_ARTICLE = frozenset(
    {
        MentionKind.GROUP,
        MentionKind.FORCE,
        MentionKind.GOVERNMENT,
        MentionKind.ORGANISATION,
        MentionKind.MEDIA,
        MentionKind.COUNTRY,
        MentionKind.FACILITY,
    }
)
#: Kinds of noun phrases that a listed name inside them names ("Houthi fighters", "Iraqi soldiers").
_NAMED_BY_INNER = frozenset({MentionKind.GROUP, MentionKind.FORCE})
#: Kinds of noun phrases that begin behind the name of a group in them ("Hezbollah | television").
_OTHERS_NAMES = frozenset({MentionKind.MEDIA, MentionKind.PERSON})
#: Two or more capitalised words in a row before the noun of a phrase ("the Black Axe coalition").
_CAPITALS = re.compile(r"\b([A-Z][\w’'-]+(?: [A-Z][\w’'-]+)+) (?=[a-z]+$)")
_CAPITAL_WORDS = re.compile(r"\b[^\W\d_]{4,}\b")
#: From this share of capitalised long words on, capitals say nothing about names (a headline in title case).
_HEADLINE_CASE = 0.7
#: What stands between the names of a list, and kinds of names that are listed so.
_LISTING = frozenset({", ", " and ", ", and ", " or "})
_LISTED = frozenset({MentionKind.GROUP, MentionKind.FORCE, MentionKind.ORGANISATION, MentionKind.MEDIA})
#: Words near two names that make them one family, and how near.
_KIN = re.compile(r"\b(?:couple|brothers|sisters|siblings|twins|spouses|husband|wife|married|parents)\b")
_NEAR = 50
#: The agency in a dateline.
_WIRE = re.compile(r"^[^\W\d_a-z][^()\n]{1,60}\(([A-Z]{2,6})\)\s?[-–—]", re.MULTILINE)
_WORD_BEFORE = re.compile(r"([\w-]+) (?:the )?$")


def find_mentions(article: Article, sentence_spans: Sequence[tuple[int, int]], lexicon: Lexicon) -> tuple[Mention, ...]:
    """Return the mentions of every kind but DATE and NUMBER in the sentences, in reading order, with their entities' keys."""
    found: list[Candidate] = []
    loose: list[Run] = []
    for span in sentence_spans:
        kept, single = _in_sentence(article.text, span, lexicon)
        found += kept
        loose += single
    found += _second_look(article.text, found, loose)
    wires = {*_WIRE.findall(article.text), *article.credits}
    spelled = spelled_out(found)
    return _keyed(article, _weighed(_as_spelled(_as_outlet(candidate, wires), spelled) for candidate in found))


def _as_spelled(candidate: Candidate, spelled: Mapping[str, Candidate]) -> Candidate:
    """A listed acronym as what the article spells out ("SLA" where it has "Sri Lanka Army")."""
    full = spelled.get(candidate.name) if candidate.canonical is not None else None
    if full is None or full.canonical is None or full.canonical == candidate.canonical:
        return candidate
    return replace(candidate, kind=full.kind, canonical=full.canonical)


def _as_outlet(candidate: Candidate, wires: Collection[str]) -> Candidate:
    """A listed name as that of an outlet, where the article's dateline or credit line has it ("TRIPOLI, May 3 (LNA) -")."""
    if candidate.canonical is None or candidate.kind is MentionKind.MEDIA or candidate.name not in wires:
        return candidate
    return replace(candidate, kind=MentionKind.MEDIA, canonical=None)


def _in_sentence(text: str, span: tuple[int, int], lexicon: Lexicon) -> tuple[list[Candidate], list[Run]]:
    """The candidates of one sentence, and the runs of name words that say nothing by themselves."""
    words = tokens(text, *span)
    listed = [kept for name in listed_names(text, span, lexicon) if (kept := _as_used(text, name, lexicon.gazetteer)) is not None]
    phrases = [_named_inside(text, phrase, listed, lexicon.gazetteer) for phrase in noun_phrases(text, words)]
    if _is_headline(text, span):
        return [*listed, *phrases], []
    found: list[Candidate] = [*listed, *phrases]
    loose: list[Run] = []
    for run in runs(text, words):
        named = named_by_shape(run, lexicon.gazetteer)
        if named is None or (run.first == 0 and len(run.words) == 1 and named.rank == 1):
            loose.append(run)
        else:
            found.append(named)
    return found, loose


def _is_headline(text: str, span: tuple[int, int]) -> bool:
    """Whether the sentence is a headline in title case: nearly all capitals, and no stop at its end."""
    if text[span[0] : span[1]].rstrip().endswith((".", "!", "?", ".”", '."')):
        return False
    long_words = _CAPITAL_WORDS.findall(text, *span)
    capitals = sum(word[0].isupper() for word in long_words)
    return len(long_words) > 4 and capitals >= _HEADLINE_CASE * len(long_words)  # noqa: PLR2004 - too few to tell


def _as_used(text: str, name: Candidate, gazetteer: Gazetteer) -> Candidate | None:
    """A listed name as the words around it use it: a capital as a place, an adjective not at all."""
    if name.kind is not MentionKind.COUNTRY or not name.ambiguous:
        return name
    surface = text[name.start : name.end]
    known = gazetteer.find(surface) if not surface.endswith("ans") else ()
    if known and gazetteer.country(surface) is None:
        before = _WORD_BEFORE.search(text, max(0, name.start - 24), name.start)
        placed = text[name.end : name.end + 1] == "," or (before is not None and before.group(1).lower() in PLACE_BEFORE)
        placed = placed or re.match(r" ?[(–—:-]", text[name.end : name.end + 2]) is not None
        return replace(name, kind=MentionKind.PLACE, canonical=None) if placed else name
    if surface.endswith("s") and not surface.isupper():
        return replace(name, kind=MentionKind.CIVILIANS, canonical=None)
    return None if re.match(r"[ -][^\W\d_]", text[name.end : name.end + 2]) else name


def _named_inside(text: str, phrase: Candidate, listed: Iterable[Candidate], gazetteer: Gazetteer) -> Candidate:
    """A noun phrase with the name of its own kind of actor that it holds: a listed one, or two capitals in a row."""
    if phrase.kind in _NAMED_BY_INNER:
        for inner in listed:
            if phrase.start <= inner.start and inner.end <= phrase.end and inner.kind is phrase.kind:
                return replace(phrase, name=inner.name, canonical=inner.canonical, rank=3)
        own = _CAPITALS.search(text, phrase.start, phrase.end)
        name = own.group(1) if own else ""
        words = [] if own is None or _overlaps(own, listed) else name.split()
        if len(words) > 1 and not any(_is_common(word, gazetteer) for word in words):
            return replace(phrase, name=name, rank=3)
    if phrase.kind in _OTHERS_NAMES:
        for inner in listed:
            if phrase.start <= inner.start and inner.end < phrase.end and inner.kind in _NAMED_BY_INNER:
                return replace(phrase, start=inner.end + 1, rank=2)
    return replace(phrase, rank=2)


def _overlaps(found: re.Match[str], listed: Iterable[Candidate]) -> bool:
    return any(name.start < found.end() and found.start() < name.end for name in listed)


def _is_common(word: str, gazetteer: Gazetteer) -> bool:
    """Whether a capitalised word of a phrase names no group: a country's or people's, or an ordinary one."""
    plain = word.lower()
    return plain in NO_NAMES or plain in MODIFIERS or gazetteer.country(word) is not None


def _second_look(text: str, found: list[Candidate], loose: list[Run]) -> Iterator[Candidate]:
    """Single name words, now that the article's persons, short forms and names inside sentences are known."""
    surnames = {
        fold(candidate.name).split()[-1] for candidate in found if candidate.kind is MentionKind.PERSON and candidate.name
    }
    short = acronyms(text, found)
    kinds = {candidate.name: candidate for candidate in found if candidate.name}
    for run in loose:
        name = text[run.start : run.end]
        like = short.get(name) or kinds.get(name)
        if like is not None:
            yield Candidate(run.start, run.end, like.kind, name, like.canonical, rank=2)
        elif len(run.words) == 1 and fold(name).split()[-1] in surnames:
            yield Candidate(run.start, run.end, MentionKind.PERSON, name, rank=2)
        elif (listed := _beside(text, run, found)) is not None:
            yield listed


def _beside(text: str, run: Run, found: Iterable[Candidate]) -> Candidate | None:
    """A name by those it stands between in a list ("A, X and B"); or a first name before a couple's last ("Ana and Joe Roe")."""
    before = next((c for c in found if c.name and text[c.end : run.start] in _LISTING), None)
    behind = next((c for c in found if c.name and text[run.end : c.start] in _LISTING), None)
    if behind is None or run.text[run.start : run.end].lower() in NO_NAMES:
        return None
    if before is not None and before.kind is behind.kind and before.kind in _LISTED:
        return Candidate(run.start, run.end, before.kind, text[run.start : run.end], rank=2)
    first, _, last = behind.name.rpartition(" ")
    couple = len(run.words) == 1 and text[run.end : behind.start] == " and " and behind.kind is MentionKind.PERSON
    couple = couple and (
        run.words[0] in GIVEN_NAMES or _KIN.search(text, max(0, run.start - _NEAR), behind.end + _NEAR) is not None
    )
    if before is None and couple and " " not in first and last:
        return Candidate(run.start, run.end, MentionKind.PERSON, f"{text[run.start : run.end]} {last}", rank=2)
    return None


def _weighed(found: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that stay: sure ones before unsure, long ones before short, none across another."""
    ordered = sorted(
        found, key=lambda candidate: (candidate.rank == 1, candidate.start - candidate.end, -candidate.rank, candidate.start)
    )
    kept: list[Candidate] = []
    taken: set[int] = set()
    for candidate in ordered:
        reach = range(candidate.start, candidate.end)
        if not taken.isdisjoint(reach):
            continue
        taken.update(reach)
        kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def _with_article(text: str, candidate: Candidate) -> Candidate:
    """The candidate with "the" before it, where such a name takes one."""
    if not candidate.name or candidate.kind not in _TAKES_ARTICLE:
        return candidate
    article = _THE.search(text, max(0, candidate.start - 4), candidate.start)
    return replace(candidate, start=article.start()) if article else candidate


def _keyed(article: Article, candidates: Sequence[Candidate]) -> tuple[Mention, ...]:
    entities = Entities(article.text)
    for candidate in candidates:
        if candidate.kind is MentionKind.PERSON and " " in candidate.name:
            entities.key(candidate)  # so that a surname before the full name is known too
    pairs = [(_with_article(article.text, candidate), entities.key(candidate)) for candidate in candidates]
    return tuple(
        Mention(
            span=EvidenceSpan(article.id, candidate.start, candidate.end),
            kind=candidate.kind,
            text=article.text[candidate.start : candidate.end],
            key=key,
            name=entities.fullest.get(key) or article.text[candidate.start : candidate.end],
            named=bool(candidate.name),
        )
        for candidate, key in pairs
    )

"""Find the subject, the object, the owner and the places around a word, from where mentions and prepositions stand."""

import functools
from collections.abc import Iterator, Sequence
from itertools import pairwise

from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.entity_words import PLACE_NOUNS, TITLES
from rashomon.extraction.mentions import pronoun_antecedent
from rashomon.extraction.phrases import Form, verb_forms, word_set, words_of
from rashomon.extraction.triggers_apart import answers
from rashomon.model.reading import Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ACTOR_KINDS, PLACE_KINDS, MentionKind

_PRONOUNS = frozenset(["he", "she", "it", "they", "who", "which", "we"])
_SUBORDINATE = frozenset(["while", "whereas", "although", "though", "because", "since", "when", "after", "before", "as", "if"])
_OWNERS = frozenset(["its", "their", "his", "her"])
_PREPOSITIONS = word_set("grammar.yaml", "prepositions")
_PLACING = word_set("grammar.yaml", "before_places")
_JOINING = frozenset({"and", "but"})
#: Words before a number that are no prepositions there.
_MORE_THAN = frozenset({("at", "least"), ("at", "most"), ("up", "to"), ("close", "to"), ("well", "over")})
_PHRASE_ENDS = frozenset({".", ",", ";", ":"})
_LINKED = frozenset({",", "and", "&", "or"})
_ARTICLES = word_set("grammar.yaml", "articles")
#: Words between two mentions that are named together.
_LIST_GAP = 2
#: Verbs behind whose "of" or "for" somebody's deed stands.
BLAMING = frozenset(["accused", "accuses", "accusing", "accuse", "blamed", "blames", "blaming", "suspected", "convicted"])
#: How many words after a verb its object may begin.
OBJECT_REACH = 9


def subjects(passage: Passage, sentence: Sentence, verb: int, *, speaking: bool = False) -> tuple[Mention, ...]:
    """Return the mentions that are the subject of the verb at a position; several where they are named together.

    A pronoun stands for its antecedent. A clause without a subject of its own takes that of the clause before it. Who only says
    what is done is no subject of it, unless the verb is one of ``speaking`` itself.
    """
    first = _behind_brackets(sentence, sentence.clause_bounds(verb)[0])
    closed = first > 0 and sentence.words[first] in _JOINING and sentence.words[first - 1] == ","
    found = _subjects(passage, sentence, verb, speaking=speaking, aside=True) if closed else ()
    return found or _subjects(passage, sentence, verb, speaking=speaking, aside=False)


def _subjects(passage: Passage, sentence: Sentence, verb: int, *, speaking: bool, aside: bool) -> tuple[Mention, ...]:
    """Return the subject of a verb as `subjects` does; ``aside``: relative clauses before ", and" are not of its clause."""
    first = _behind_brackets(sentence, sentence.clause_bounds(verb)[0])
    pronoun = _pronoun_before(sentence, first, verb)
    if pronoun is not None:
        found = antecedent(passage, sentence, pronoun)
        return (found,) if found is not None else ()
    opened = _relative_before(sentence, verb)
    if opened is not None:
        verb, first = opened, sentence.clause_bounds(opened)[0]
    own = verb
    while True:
        if aside and verb != own and first and sentence.words[first] in _RELATIVES | {"that"}:
            verb = first
            first = _behind_brackets(sentence, sentence.clause_bounds(first - 1)[0])
            continue
        inside = [
            m
            for m in sentence.mentions_between(first, verb)
            if m.kind in ACTOR_KINDS | {MentionKind.WEAPON, MentionKind.FACILITY, MentionKind.PLACE}
        ]
        inside = [m for m in inside if not _of_those(sentence, m, inside)] or inside
        if inside and not speaking and _speaks_between(sentence, inside, verb):
            meant = _pronoun_opening(sentence, sentence.after(inside[-1]), verb)
            found = antecedent(passage, sentence, meant) if meant is not None else None
            return (found,) if found is not None else ()
        if inside:
            shared = verb != own or (verb > first and sentence.words[verb - 1] in _JOINING)
            return _together(sentence, _head(sentence, _leading(sentence, inside) if shared else inside))
        shared_pronoun = _pronoun_opening(sentence, first, verb) if verb != own else None
        if shared_pronoun is not None:
            found = antecedent(passage, sentence, shared_pronoun)
            return (found,) if found is not None else ()
        if first == 0 or _behind_dateline(sentence, first):
            return ()
        if sentence.words[first] in ("who", "which", "that", "whose"):
            before = list(sentence.mentions_between(0, first))
            return (before[-1],) if before and _near(sentence, before[-1], first) else ()
        verb = first
        first = _behind_brackets(sentence, sentence.clause_bounds(first - 1)[0])


def _of_those(sentence: Sentence, mention: Mention, inside: Sequence[Mention]) -> bool:
    """Whether somebody is only one of those named before ("19 civilians, among them six children and two women, were")."""
    at = sentence.first_word(mention)
    opens = max((n for n in range(at) if sentence.words[n] == "," and sentence.words[n + 1] in _SOME), default=None)
    if opens is None or "," in sentence.words[opens + 1 : at]:
        return False
    return any(sentence.first_word(other) < opens for other in inside)


_SOME = frozenset({"among", "including"})
_RELATIVES = frozenset({"which", "who", "whose", "where", "whom"})
#: Words between a comma and the verb behind it.
_HELPING = frozenset(["had", "has", "have", "was", "were", "is", "are", "been", "also", "later", "then", "reportedly"])


def _relative_before(sentence: Sentence, verb: int) -> int | None:
    """Return the comma before the relative clause that a comma closed right before a verb; ``None`` where none did.

    Of "X, of the ministry in Y, which lies on Z, said" it is the one before "which", of "X, to whom Y swore allegiance, said"
    that before "to".
    """
    closed = verb - 1
    while closed > 0 and sentence.words[closed] in _HELPING:
        closed -= 1
    if closed <= 0 or sentence.words[closed] != ",":
        return None
    comma = next((at for at in range(closed - 1, 0, -1) if sentence.words[at] == "," and not sentence.quoted[at]), None)
    if comma is None or closed - comma <= _LIST_GAP:
        return None
    opens = comma + 1 + (sentence.words[comma + 1] in _PREPOSITIONS)
    return comma if sentence.words[opens] in _RELATIVES else None


def _near(sentence: Sentence, mention: Mention, first: int) -> bool:
    """Whether "that" or "which" can mean a mention: no other noun stands between ("link to explosions that went off")."""
    return sentence.words[first] in ("who", "whose") or "," in sentence.words[first - 1] or sentence.after(mention) >= first


def _pronoun_opening(sentence: Sentence, first: int, last: int) -> int | None:
    """Return the position of a pronoun that is the subject of a clause without mentions."""
    return next((at for at in range(first, last) if sentence.words[at] in ("it", "they", "he", "she")), None)


def _speaks_between(sentence: Sentence, inside: list[Mention], verb: int) -> bool:
    """Whether a verb of saying without "and" parts the last of the mentions from a verb: "X says snipers shot"."""
    behind = sentence.after(inside[-1])
    if verb - behind == 1 and sentence.words[behind] in SAYING:
        return True
    gap = sentence.words[behind : verb - 1]
    return not SAYING.isdisjoint(gap) and _LINKED.isdisjoint(gap) and "to" not in gap


#: Forms behind which another's deed can be told without "that".
SAYING = frozenset(
    ["said", "says", "say", "claims", "claimed", "alleges", "alleged", "insists", "insisted", "believes", "reported"]
)


@functools.cache
def _presents() -> frozenset[str]:
    """Forms such as "calls" of verbs of saying."""
    verbs = words_of("speech.yaml")["object"]
    return frozenset(form for verb in verbs for form, kind in verb_forms(verb).items() if kind == Form.THIRD)


def _leading(sentence: Sentence, inside: list[Mention]) -> list[Mention]:
    """Return the mentions before the first verb between them: "A seized B, and killed C" has A kill."""
    for n, (one, other) in enumerate(pairwise(inside), 1):
        gap = sentence.words[sentence.after(one) : sentence.first_word(other)]
        if any(word.endswith("ed") for word in gap) or not _presents().isdisjoint(gap[:1]):
            return inside[:n]
    return inside


def _behind_dateline(sentence: Sentence, first: int) -> bool:
    """Return whether a clause opens with the dash behind an agency's name in brackets; what stands before does nothing."""
    return sentence.words[first] in ("-", "–", "—") and sentence.words[first - 1] == ")"


def _behind_brackets(sentence: Sentence, first: int) -> int:
    """Return where a clause really begins that goes on behind brackets: before them."""
    while first and sentence.words[first] == ")":
        opened = next((at for at in range(first - 1, -1, -1) if sentence.words[at] == "("), 0)
        first = sentence.clause_bounds(opened - 1)[0] if opened else 0
    return first


def _pronoun_before(sentence: Sentence, first: int, verb: int) -> int | None:
    """Return the position of a pronoun right before the verb and its auxiliaries."""
    for at in range(verb - 1, max(first - 1, verb - 5), -1):
        if sentence.words[at] in _PRONOUNS:
            return at
        if sentence.owners[at] is not None or sentence.words[at] in _PREPOSITIONS | _LINKED:
            return None
    return None


def antecedent(passage: Passage, sentence: Sentence, at: int) -> Mention | None:
    """Return a mention at the pronoun with the key of what it stands for."""
    if sentence.words[at] in ("who", "which", "whom"):
        before = [m for m in sentence.mentions_between(0, at) if sentence.after(m) >= at - _ASIDE]
        return _who(sentence, before[-1], at) if before else None
    key = pronoun_antecedent(passage.article, passage.found, sentence.tokens[at].start)
    if not key:
        return None
    named = next((m for m in passage.found.entities if m.key == key), None)
    if named is None:
        return None
    token = sentence.tokens[at]
    return Mention(EvidenceSpan(passage.article.id, token.start, token.end), named.kind, token.text, key, named.name, named.named)


#: Words between a noun and its "who": a comma, and the brackets of a short form.
_ASIDE = 2


def _who(sentence: Sentence, nearest: Mention, at: int) -> Mention:
    """Return whom ", who" means: of "X, a leader of the Front, who" the person, of others the nearest."""
    if sentence.words[at] == "which" or nearest.kind not in (MentionKind.GROUP, MentionKind.ORGANISATION, MentionKind.FORCE):
        return nearest
    persons = [m for m in sentence.mentions_between(0, sentence.first_word(nearest)) if m.kind == MentionKind.PERSON and m.named]
    if not persons or sentence.words[sentence.after(persons[-1]) : sentence.after(persons[-1]) + 1] != (",",):
        return nearest
    verbs = sentence.words[sentence.after(persons[-1]) : sentence.first_word(nearest)]
    return nearest if any(word.endswith("ed") or word in SAYING for word in verbs) else persons[-1]


#: What a place's name is followed by ("Kaduna state").
_AREAS = PLACE_NOUNS | {"state", "prefecture", "department", "canton", "commune", "oblast", "emirate"}


def _head(sentence: Sentence, inside: list[Mention]) -> Mention:
    """Return the head of the noun phrase before the verb: "a spokesman for X", "X, leader of Y,", not what hangs on it."""
    at = len(inside) - 1
    behind = sentence.after(inside[at])
    behind += inside[at].kind == MentionKind.PLACE and not _AREAS.isdisjoint(sentence.words[behind : behind + 1])
    closed = behind < len(sentence.words) and sentence.words[behind] == ","
    described = next((mention for mention in inside[:-1] if closed and _is_described(sentence, mention)), None)
    if described is not None:
        return described
    while at > 0:
        position = sentence.first_word(inside[at])
        between = tuple(word for word in sentence.words[sentence.after(inside[at - 1]) : position] if word not in "()")
        apposed = between[:1] == (",",) and closed
        governed = between[:1] != () and between[0] in _PREPOSITIONS and ("," not in between or closed)
        reduced = bool(between) and (between[0].endswith("ed") or between[0] in _LOOSE) and between[-1] in _PREPOSITIONS | {"the"}
        behind_one = sentence.words[position - 1] in _PREPOSITIONS and ("," not in between or closed)
        owned = between == ("'s",) and sentence.words[sentence.first_word(inside[at - 1]) - 1] in _PREPOSITIONS
        hangs = (apposed or governed or reduced or behind_one or owned) and "and" not in between
        placed = inside[at].kind in (MentionKind.PLACE, MentionKind.FACILITY)
        if not hangs and not placed:
            break
        at -= 1
    return inside[at]


def _is_described(sentence: Sentence, mention: Mention) -> bool:
    """Whether a name is followed by words that only say who it is ("the Front, a name used by A and B, said")."""
    first, behind = sentence.first_word(mention), sentence.after(mention)
    governed = first > 0 and sentence.words[first - 1] in _PREPOSITIONS
    opened = sentence.words[behind : behind + 1] == (",",) and sentence.words[behind + 1 : behind + 2] in _DESCRIPTIONS
    opened = opened or (mention.kind in _APPOSED and sentence.words[behind : behind + 2] == (",", "the"))
    return mention.named and mention.kind in ACTOR_KINDS and opened and not governed


#: Kinds of names behind which ", the" says who that is.
_APPOSED = frozenset({MentionKind.MEDIA, MentionKind.PERSON})
_DESCRIPTIONS = (("a",), ("an",), ("which",), ("who",), ("whose",))
#: Adjectives that open "groups loyal to X", as participles do.
_LOOSE = frozenset({"loyal", "close", "opposed", "sympathetic"})


def _together(sentence: Sentence, last: Mention) -> tuple[Mention, ...]:
    """Return the mention with those named together with it before it ("A, B and C")."""
    found = [last]
    for mention in reversed(list(sentence.mentions_between(0, sentence.first_word(last)))):
        gap = sentence.words[sentence.after(mention) : sentence.first_word(found[0])]
        if (
            not gap
            or len(gap) > _LIST_GAP
            or "and" not in (*gap, *(["and"] if len(found) > 1 else []))
            or not set(gap) <= _LINKED | _ARTICLES
        ):
            break
        if mention.kind != found[0].kind and mention.kind not in ACTOR_KINDS:
            break
        found.insert(0, mention)
    return tuple(found)


def objects(sentence: Sentence, start: int) -> tuple[Mention, ...]:
    """Return the mentions that follow the position as one object, before any preposition, with those joined by "and"."""
    found: list[Mention] = []
    joined = False
    at = start
    stop = min(len(sentence.words), start + OBJECT_REACH)
    while at < stop:
        owner = sentence.owners[at]
        if not found and at and sentence.clauses[at] != sentence.clauses[at - 1] and sentence.words[at] in _SUBORDINATE:
            break
        if owner is not None:
            owner = _who_is_meant(sentence, owner)
            found.append(owner)
            joined = joined or sentence.words[at - 1] in ("and", "&", "or")
            at = sentence.after(owner)
            stop = min(len(sentence.words), at + 1 + _LIST_GAP)
            if not (at < len(sentence.words) and sentence.words[at] in _LINKED):
                break
            continue
        if not found and (sentence.words[at] in BLAMING or _other_deed(sentence, at)):
            break
        if at == start and sentence.words[at : at + 2] in _MORE_THAN:
            at += 2
            continue
        if (sentence.words[at] in _PREPOSITIONS and sentence.words[at] != "of") or sentence.words[at] in _PHRASE_ENDS:
            break
        at += 1
    return tuple(found if joined else found[:1])


_BEFORE_GERUNDS = (("of",), ("by",), ("for",), ("with",))


def _who_is_meant(sentence: Sentence, mention: Mention) -> Mention:
    """Return the person behind the side and the office that stand before the name ("killed Tolo commander Ali Karo")."""
    behind = sentence.after(mention)
    if not mention.named or mention.kind not in ACTOR_KINDS or mention.kind == MentionKind.PERSON:
        return mention
    for at in range(behind, min(behind + _OFFICE, len(sentence.words))):
        owner = sentence.owners[at]
        if owner is not None and owner.named:
            return owner if owner.kind == MentionKind.PERSON else mention
        if sentence.words[at] not in TITLES and owner is None:
            return mention
    return mention


#: Words of an office between a side and a name, at most.
_OFFICE = 5


def _other_deed(sentence: Sentence, at: int) -> bool:
    """Whether "and" leads on to another verb ("killing men and abducting women", "of burning homes and of shelling a town")."""
    behind = at + 2 if sentence.words[at + 1 : at + 2] in _BEFORE_GERUNDS else at + 1
    following = sentence.words[behind : behind + 1]
    return sentence.words[at] in _JOINING and bool(following) and following[0].endswith(("ing", "ed"))


def owner_before(sentence: Sentence, first: int) -> Mention | None:
    """Return the mention right before a noun, as possessor or adjective ("Saudi airstrikes", "the group's attack")."""
    for back in (1, 2, 3):
        at = first - back
        if at < 0:
            return None
        owner = sentence.owners[at]
        if owner is not None:
            owns = owner.kind in ACTOR_KINDS and sentence.clauses[at] == sentence.clauses[first]
            return owner if owns and not _acts_between(sentence, owner, at + 1, first) else None
        if sentence.words[at] in _PREPOSITIONS | _LINKED | _SUBORDINATE | {"the", "a", "an", ".", "during", "amid"}:
            return None
    return None


def _acts_between(sentence: Sentence, owner: Mention, first: int, last: int) -> bool:
    """Whether words between a name and a noun do not tie them: "Daro addresses Kano attack", "Oruland condemned bomb attack"."""
    gap = sentence.words[first:last]
    if not gap or gap[0] in ("'s", "’s", "'", "’"):
        return False
    verbs = [word for word in gap if word.endswith(("s", "ed")) and not word.endswith(("ss", "us")) and "-" not in word]
    return owner.kind == MentionKind.PERSON or gap[0] in answers() or any(word not in _DESCRIBING for word in verbs)


#: Words like verbs that only say more of the deed behind them.
_DESCRIBING = word_set("grammar.yaml", "describing_deeds")


def owner_meant(passage: Passage, sentence: Sentence, first: int) -> Mention | None:
    """Return a mention at the pronoun before a noun ("its victory", "their new offensive"), keyed as what it stands for."""
    for at in range(first - 1, max(-1, first - 3), -1):
        if sentence.words[at] in _OWNERS:
            return antecedent(passage, sentence, at)
        if sentence.owners[at] is not None or sentence.words[at] in _PREPOSITIONS | _LINKED | {"the", "a", "an", "."}:
            return None
    return None


def placed(sentence: Sentence, first: int, last: int) -> Iterator[Mention]:
    """Yield the mentions of places that a preposition of place stands before."""
    for mention in sentence.mentions_between(first, last):
        if mention.kind not in PLACE_KINDS:
            continue
        at = sentence.first_word(mention)
        before = sentence.words[max(0, at - 3) : at]
        if (
            any(word in _PLACING for word in before[-1:])
            or (before[-1:] == ("the",) and before[-2:-1] and before[-2] in _PLACING)
            or (mention.kind == MentionKind.PLACE and any(word in _PLACING for word in before))
        ):
            yield mention

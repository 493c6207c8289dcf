"""What the rules told and what the model told of one article, as one.

The rules come first: measured on crawled pages, what they find is right more often, and their names are those of the lists. The
model adds the events and claims it is sure of that the rules missed, roles they left empty, other mentions, and kinds of numbers.
Where it is sure of an event it says whether that is said to have happened, and what is nearly certain to tell of none goes; where
it is sure of a claim it names the source and cuts the words.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.entity_words import DETERMINERS
from rashomon.extraction.trained.telling import Told
from rashomon.extraction.triggers_apart import answers
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.reading import OUTLET_KEY, UNKNOWN_KEY, Account, Claim, Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import MentionKind, Role, Stance, Status

#: From this certainty on an event, the cue and the source of a claim that only the model found are taken. Set on held-out
#: documents and crawled pages, like all numbers here.
SURE = {"trigger": 0.65, "cue": 0.4, "source": 0.9}
#: From this certainty on the model's source, and its narrower content, go before those of the rules.
BETTER = {"source": 0.99, "content": 0.9}
#: From this certainty on the model's status of an event goes before that of the rules.
CERTAIN = 0.9
#: Below this certainty of the model an event, or a claim, that the rules found is none.
NOTHING = {"trigger": 0.02, "cue": 0.1}
_GUESSED = frozenset({MentionKind.PERSON, MentionKind.PLACE})
_OPEN = frozenset({Status.ASSERTED, Status.ALLEGED})
#: Roles that the model fills only from a sentence that tells the event: from farther off it names the wrong side too often.
_NEAR = frozenset({Role.AGENT, Role.PATIENT, Role.WEAPON})
#: Kinds of sources that seldom do what they speak of, and stances in which anybody speaks of what they do.
_ONLY_TELL = frozenset({MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.CIVILIANS, MentionKind.MEDIA})
_OWN = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.THREATENS, Stance.DENIES, Stance.PREDICTS})
_WORD = re.compile(r"[^\W\d_]")
_NEXT_WORD = re.compile(r" [“\"‘]?[\w'’-]+")
#: What nobody does: it befalls those of whom it is told.
_BEFALLS = frozenset(["died", "dead", "dies", "dying", "death", "deaths", "drowned"])
#: Behind who does not say that they did it, or says so of another.
_IDLE = re.compile(
    r",? (?:which |who )?(?:(?:has|have|had|did|does|do) (?:not|yet to|never)|hasn't|haven't|didn't|denie[sd]|denying|"
    r"reject(?:s|ed)|condemn(?:s|ed)|blame[sd]|accuse[sd])\b",
    re.IGNORECASE,
)
#: Before who only answered it, or beat it back, by its verb.
_BY = re.compile(r"\b(?P<verb>\w+) by (?:the |an? )?$", re.IGNORECASE)
#: Between who answers it and a deed ("police probe bombing").
_ANSWER = re.compile(r" (?P<verb>\w+)(?: (?!and\b)[\w-]+){0,3} ?")
#: Between who stands before a deed and the deed, where it is what they do something about ("suspended aid after the shelling").
_OCCASION = re.compile(
    r"\b(?:(?:over|despite|amid|because of|about|by|against|from|on) (?:the|an?|this|that|another|these|those)"
    r"|(?:after|following|since|before) (?:the|this|that|these|those)) (?:[\w-]+ ){0,2}$",
    re.IGNORECASE,
)
#: Between them, where somebody is charged with the deed after all ("were blamed over the strike").
_CHARGED = re.compile(
    r"\b(?:blamed|accused|suspected|condemned|critici[sz]ed|sanctioned|charged|arrested|tried|convicted|wanted|responsib\w+)\b",
    re.IGNORECASE,
)
#: Before somebody on whom a deed is blamed, wrongly or rightly, or whose work it is or is not.
_SIDES = frozenset({Role.AGENT, Role.PATIENT})
_LED = 24
_BLAMED_ON = re.compile(r"\b(?:(?:blamed|pinned) (?:up)?on|attributed to|work of) (?:the |an? )?$", re.IGNORECASE)
#: Behind who is blamed: of what the text told before, somebody else may have done it.
_BLAMED = re.compile(r" (?:(?:has|have|had) been|was|were|is|are) (?:\w+ )?(?:blamed|accused|suspected)\b", re.IGNORECASE)
#: Stances whose words can say everything by themselves.
_BARE = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.CANNOT_VERIFY, Stance.DENIES})
_AUXILIARIES = frozenset(["has", "have", "had", "is", "are", "was", "were", "does", "do", "did", "will", "would"])
#: Before a cue that says that somebody did not say it.
_NOT_SAID = re.compile(r"(?:\b(?:not|never|nor|neither|nobody|none|no one|yet to)\b|n['’]t)(?: \w+){0,2}\s*$", re.IGNORECASE)
_NEAR_CUE = 40
#: A cue that holds its own negation ("not claimed"), and stances that it cannot have.
_NO_CUE = re.compile(r"(?:not|never|no|yet to|has not|have not|had not|did not)\b")
_SAID_SO = frozenset({Stance.CLAIMS_RESPONSIBILITY, Stance.ASSERTS, Stance.ACCUSES})
#: Characters that a content without a cue has at least.
LEAST = 16
#: What stands before, and behind, the words that a claim is cut down to.
_OPENED = re.compile(r"(?:[,;:.!?—–\"“”»)-]|\b(?:that|and|but|while|whether))\s*$", re.IGNORECASE)
_CLOSED = re.compile(
    r"\s*(?:[,;:.!?—–\"”«»(]|(?:and|but|while|as|after|before|when|where|which|who|because|since|although|though|adding|citing)\b)",
    re.IGNORECASE,
)


def mentions(told: Sequence[Mention], ruled: Sequence[Mention]) -> tuple[Mention, ...]:
    """Return the rules' mentions, those of common nouns as the model marks them, and the model's free beside them.

    Args:
        told: the model's mentions, in the rules' entities where those know them.

        ruled: the rules' mentions.
    """
    ruled = _as_told(told, ruled)
    names = [mention for mention in ruled if mention.named]
    free = [m for m in told if not any(m.span.overlaps(name.span) for name in names)]
    kept = [m for m in ruled if m.named or not any(m.span.overlaps(other.span) and m.key == other.key for other in free)]
    return (*free, *kept)


def _as_told(told: Sequence[Mention], ruled: Sequence[Mention]) -> list[Mention]:
    """Return the rules' mentions, of another kind where most of an entity's are told as that one.

    Only persons and places change: what no list has and is written like a name is either to the rules.
    """
    said: defaultdict[str, Counter[MentionKind]] = defaultdict(Counter)
    written = Counter(mention.key for mention in ruled if mention.named)
    for mention in ruled:
        same = next((m for m in told if m.span.is_mostly(mention.span)), None) if mention.named else None
        if same is not None:
            said[mention.key][same.kind] += 1
    kinds = {key: kind for key, found in said.items() for kind, n in found.items() if 2 * n > written[key]}
    return [
        replace(mention, kind=kinds[mention.key]) if mention.kind in _GUESSED and mention.key in kinds else mention
        for mention in ruled
    ]


def unnamed_ends(
    told: Sequence[Mention], kept: Sequence[Mention], found: Sequence[Account], said: Sequence[Claim]
) -> tuple[Mention, ...]:
    """Return the model's mentions of those who do or say something and whom no mention that is kept names.

    Args:
        told: the model's mentions.

        kept: the mentions of the reading.

        found: the accounts.

        said: the claims.
    """
    used = {filler.key for account in found for filler in account.fillers}
    used |= {key for claim in said for key in (claim.source, *claim.via)}
    lost = used - {mention.key for mention in kept}
    return tuple(mention for mention in told if mention.key in lost)


def accounts(
    text: str, told: Sequence[tuple[Account, float]], ruled: Sequence[Account], sentences: Sequence[tuple[int, int]]
) -> tuple[Account, ...]:
    """Return the accounts of both, in reading order.

    Args:
        text: the article's text.

        told: the model's accounts, each with how sure it is of the event.

        ruled: the rules' accounts.

        sentences: offsets of the article's sentences.
    """
    both = [(account, next((found for found in told if _share(found[0], account)), None)) for account in ruled]
    made = [
        _completed(account, found[0], found[1], _fitting(text, account, found[0].fillers, sentences))
        if found
        else replace(account, differs=True)
        for account, found in both
        if _is_plain(account) or not _is_nothing(found)
    ]
    made += [
        replace(_worded(text, a), differs=True, fillers=_fitting(text, a, a.fillers, sentences))
        for a, sure in told
        if sure >= SURE["trigger"]
        and _WORD.search(text, a.trigger.start, a.trigger.end)
        and not any(_share(a, account) for account in ruled)
    ]
    return tuple(sorted(made, key=lambda account: (account.trigger.start, account.trigger.end)))


def _worded(text: str, account: Account) -> Account:
    """Return the account; a trigger that is nothing but "the" or "his" goes on to the end of the word behind it."""
    trigger = account.trigger
    behind = _NEXT_WORD.match(text, trigger.end)
    if behind is None or text[trigger.start : trigger.end].lower() not in DETERMINERS:
        return account
    return replace(account, trigger=replace(trigger, end=behind.end()))


def _fitting(text: str, account: Account, fillers: Sequence[Filler], sentences: Sequence[tuple[int, int]]) -> tuple[Filler, ...]:
    """Return the fillers but those who do what to whom from outside the sentences that tell the event, and false doers."""
    triggers = (account.trigger, *account.also)
    telling = [(start, end) for start, end in sentences if any(start <= trigger.start < end for trigger in triggers)]
    near = (f for f in fillers if f.role not in _NEAR or any(start <= f.span.start < end for start, end in telling))
    befalls = text[account.trigger.start : account.trigger.end].lower() in _BEFALLS
    led = [f for f in near if f.role not in _SIDES or not _BLAMED_ON.search(text, max(0, f.span.start - _LED), f.span.start)]
    return tuple(f for f in led if f.role != Role.AGENT or not (befalls or _is_idle(text, account, f)))


def _is_idle(text: str, account: Account, doer: Filler) -> bool:
    """Whether the words around somebody say that they did not do it or only answered it, or blame them for what is told later."""
    later = account.trigger.end <= doer.span.start
    before = _BY.search(text, account.trigger.end, doer.span.start) if later else None
    if before is not None and before["verb"].lower() in answers():
        return True
    between = "" if later else _up_to(text, doer.span.end, account.trigger)
    answer = _ANSWER.fullmatch(between)
    if (answer and answer["verb"].lower() in answers()) or (_OCCASION.search(between) and not _CHARGED.search(between)):
        return True
    return _IDLE.match(text, doer.span.end) is not None or (later and _BLAMED.match(text, doer.span.end) is not None)


def _up_to(text: str, start: int, trigger: EvidenceSpan) -> str:
    """The words up to a trigger, with the article that it may begin with."""
    first, _, rest = text[trigger.start : trigger.end].partition(" ")
    return text[start : trigger.start] + (f"{first} " if rest and first.lower() in DETERMINERS else "")


def _share(one: Account, other: Account) -> bool:
    """Whether two accounts have a trigger in common."""
    return any(a.overlaps(b) for a in (one.trigger, *one.also) for b in (other.trigger, *other.also))


def _is_plain(account: Account) -> bool:
    """Whether the rules read violence with those it befell and where: too much to be a misread word."""
    return account.type in VIOLENCE and {Role.PATIENT, Role.PLACE} <= {filler.role for filler in account.fillers}


def _is_nothing(found: tuple[Account, float] | None) -> bool:
    """Whether the model is nearly certain that no event is told there."""
    return found is not None and found[1] < NOTHING["trigger"]


def _completed(ruled: Account, told: Account, sure: float, fillers: Sequence[Filler]) -> Account:
    """Return the rules' account with what it leaves out, and the fillers given; never a toll, since a false one does harm."""
    roles = {filler.role for filler in ruled.fillers}
    taken = {filler.span for filler in ruled.fillers if filler.role != Role.PLACE}
    added = tuple(f for f in fillers if f.role not in roles and (f.role == Role.PLACE or f.span not in taken))
    status = told.status if sure >= CERTAIN and ruled.status in _OPEN else ruled.status
    made = replace(ruled, fillers=(*ruled.fillers, *added), status=status, differs=told.type != ruled.type)
    return made if made.date is not None else replace(made, date=told.date, date_span=told.date_span)


def claims(text: str, told: Sequence[Told], ruled: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the rules' claims that the model does not rule out, then those it is sure of that the rules did not find.

    Args:
        text: the article's text.

        told: the model's claims.

        ruled: the rules' claims.
    """
    kept = [_better(text, claim, told) for claim in ruled if any(_meets(one, claim) for one in told)]
    known = [one.claim for one in told if one.sure >= SURE["cue"] and one.source >= SURE["source"] and _says(text, one.claim)]
    return (*kept, *(claim for claim in known if not any(_alike(claim, other) for other in kept)))


def _meets(told: Told, claim: Claim) -> bool:
    """Whether the model sees something said where the rules see a claim."""
    return told.sure >= NOTHING["cue"] and (_alike(told.claim, claim) or told.claim.content.overlaps(claim.content))


def _better(text: str, claim: Claim, told: Sequence[Told]) -> Claim:
    """Return the rules' claim with the source, and the part of its words, that the model is sure of at the same cue."""
    same = next((one for one in told if _same_cue(one.claim, claim)), None)
    if same is None:
        return claim
    other = same.claim
    own = claim.source == OUTLET_KEY and claim.stance == Stance.DENIES
    if same.source >= BETTER["source"] and other.source not in (UNKNOWN_KEY, claim.source) and not own:
        claim = replace(claim, source=other.source, source_span=other.source_span)
    narrower = claim.content.start <= other.content.start and other.content.end <= claim.content.end
    whole = narrower and _cuts_cleanly(text, claim.content, other.content)
    return replace(claim, content=other.content) if whole and same.content >= BETTER["content"] else claim


def _cuts_cleanly(text: str, whole: EvidenceSpan, part: EvidenceSpan) -> bool:
    """Whether what a part leaves off of a content ends, before it, and begins, behind it, where a clause or phrase does."""
    before, behind = text[whole.start : part.start], text[part.end : whole.end]
    opened = not before.strip() or _OPENED.search(before) is not None
    return opened and (not behind.strip() or _CLOSED.match(behind) is not None)


def without_tellers(found: Sequence[Account], said: Sequence[Claim], named: Sequence[Mention]) -> tuple[Account, ...]:
    """Return the accounts without doers that only tell of what happened: aid agencies do not besiege the town they speak of.

    States, forces and armed groups stay, which announce what they did ("the police announced the arrest of").

    Args:
        found: the accounts.

        said: the claims, in whose words an account may stand.

        named: the mentions, for the kinds of sources.
    """
    tellers = {mention.key for mention in named if mention.kind in _ONLY_TELL}
    told = [
        claim
        for claim in said
        if claim.source_span is not None and claim.source in tellers and claim.stance not in _OWN - {Stance.THREATENS}
    ]
    return tuple(replace(a, fillers=tuple(f for f in a.fillers if not any(_tells(c, a, f) for c in told))) for a in found)


def _tells(claim: Claim, account: Account, filler: Filler) -> bool:
    """Whether a doer is the source of the words in which its deed stands, and stands outside them itself."""
    if claim.stance == Stance.THREATENS and account.status != Status.ASSERTED:
        return False
    within = claim.content.start <= account.trigger.start and account.trigger.end <= claim.content.end
    outside = not filler.span.overlaps(claim.content)
    return within and outside and filler.role == Role.AGENT and filler.key == claim.source


def _says(text: str, claim: Claim) -> bool:
    """Whether somebody known says it, by more than an auxiliary; words without a cue must be able to be more than a name."""
    cue = text[claim.cue.start : claim.cue.end].lower() if claim.cue is not None else ""
    announced = cue not in _AUXILIARIES if cue else claim.content.end - claim.content.start >= LEAST
    if claim.cue is not None and _NOT_SAID.search(text, max(0, claim.cue.start - _NEAR_CUE), claim.cue.start):
        return False
    if claim.stance in _SAID_SO and _NO_CUE.match(cue):
        return False
    something = claim.content != claim.cue or claim.stance in _BARE
    return claim.source != UNKNOWN_KEY and announced and something


def _same_cue(one: Claim, other: Claim) -> bool:
    return one.cue is not None and other.cue is not None and one.cue.overlaps(other.cue)


def _alike(one: Claim, other: Claim) -> bool:
    """Whether two claims have the same cue, or mostly the same content, or one source and words in common."""
    if _same_cue(one, other):
        return True
    return one.content.is_mostly(other.content) or (one.source == other.source and one.content.overlaps(other.content))

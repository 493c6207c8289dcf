"""Why something blew up, burned or somebody died: an accident, a strike, sabotage; and who says so.

Rival explanations of one happening are no happenings of their own: the accounts that stand in them join its event.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from rashomon.linking.disputes.stands import Found, Happened, Stand, clashing, dispute
from rashomon.linking.disputes.statements import Statement, Statements
from rashomon.linking.sentences import sentence
from rashomon.model.reading import Account
from rashomon.model.words import ContradictionKind, EventType, Severity

_CAUSES = {
    "an accident": r"accident\w*|mishaps?|(?:electrical|technical|mechanical) (?:fault|failure|problem)s?|short[- ]circuit"
    r"|malfunction\w*|gas (?:leak|explosion|cylinder|bottle)s?|overheat\w*|heat ?wave|negligence|human error|pilot error"
    r"|(?:bad|poor|improper|unsafe) (?:storage|wiring|handling)|engine failure|bad weather",
    "a strike from the air": r"drone(?: strike)?s?|air[- ]?strikes?|air raids?|missiles?|warplanes?|fighter jets?|aircraft"
    r"|bombardment",
    "shelling": r"shell(?:s|ing|fire)?|rockets?|mortars?|artillery",
    "a bomb": r"(?:car |roadside |truck |suicide |motorcycle |parcel |time |hidden |planted )bombs?|explosive devices?"
    r"|explosives|booby[- ]trap\w*|ieds?|suicide (?:bombers?|attackers?)|timer",
    "sabotage": r"sabotag\w*|arson\w*|inside job|deliberately set",
    "a mine": r"(?:land)?mines?|unexploded (?:ordnance|shells?|bombs?)|(?:old|leftover) (?:shells?|ordnance)",
    "an illness": r"illness|natural (?:causes|death)|heart attack|stroke|disease|cancer|old age|covid\S*",
    "poison": r"poison\w*",
    "suicide": r"took (?:his|her|their) own (?:life|lives)|hanged (?:him|her)self|committed suicide"
    r"|suicide(?! (?:bomb|attack|belt|vest))",
    "shots": r"gunshots?|shot dead|gunm[ae]n|snipers?|executed|stray bullets?|crossfire",
    "a private quarrel": r"(?:land|tribal|family|personal|private|business|property) (?:dispute|quarrel|feud|row|matter)s?"
    r"|blood feud|robbery|criminal (?:motives?|dispute)|honou?r killing",
}
_CAUSE = re.compile("|".join(f"(?P<c{n}>\\b(?:{words})\\b)" for n, words in enumerate(_CAUSES.values())), re.IGNORECASE)
_EFFECT_TEXT = (
    r"(?:explosions?|blasts?|fires?|blaze|crash|deaths?|killings?|incident|collapse|sinking|damage|fire|casualties|it|this|that|they|he"
    r"|she|who)"
)
#: A cause counts where words before or after it make it one.
_BEFORE = re.compile(
    rf"(?:\b{_EFFECT_TEXT}\b[^.;]{{0,60}}?\b(?:was|were|been)\b(?: \w+){{0,2}}"
    r"|\b(?:hit|struck|destroyed|killed|targeted|caused|downed|brought down|set off|triggered|sparked) by"
    r"|\b(?:due|owing) to|\b(?:blam\w+|attribut\w+|put)\b[^.;]{0,60}\b(?:on|to|down to)|\b(?:died|dead|death) (?:of|from|in)"
    r"|\bresult of|\bcaused by|\bspeaks? of|\bspoke of|\bbecause of|\bgave|\bgives|\bthe cause was)"
    r"[\s“\"'’]*(?:an?|the|some|his|her|several)?(?:\s+[\w’'-]+){0,3}[\s“\"'’]*$",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"^[\s”\"'’]*(?:\w+\s+){0,4}?(?:had |has |have )?(?:caused|triggered|sparked|set off|was behind|were behind|hit|struck"
    r"|as the cause|crossed|started)\b",
    re.IGNORECASE,
)
#: Words that tell a cause by themselves.
_ON_A_MINE = r"(?:an? |the |some )?(?:[\w-]+ ){0,2}(?:mines?|ieds?|explosive device)"
_TOLD = {
    "shots from the ground": r"(?:shot|brought|brings?|bringing) down|downed|downing|anti-aircraft (?:fire|guns?|missiles?)",
    "a mine": rf"(?:ran|drove|runs|driven|rolled) (?:on ?to|over|into|upon) {_ON_A_MINE}"
    rf"|(?:stepped|stepping|steps) on {_ON_A_MINE}|(?:land)?mine (?:blast|explosion)",
}
_TELLING = {cause: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for cause, words in _TOLD.items()}
_BLOWN = re.compile(r"\b(?:explo|blast|blew|blown|fire|blaze|burn|crash|death|died|dead|killed|dies)\w*", re.IGNORECASE)
_NOT = re.compile(r"\b(?:no|not|never|neither|without|den\w+|rul\w+ out|nor)\b[^.;]{0,40}$|n['’]t\b[^.;]{0,40}$", re.IGNORECASE)
#: Types whose account can be the happening that is explained.
_EXPLAINED = frozenset({EventType.BOMBING, EventType.ATTACK, EventType.KILLING, EventType.ASSASSINATION, EventType.OTHER})
#: Of these two, the one is a way of the other.
_ALIKE = (
    frozenset({"a bomb", "sabotage"}),
    frozenset({"a strike from the air", "shelling"}),
    frozenset({"shots", "a private quarrel"}),
    frozenset({"a bomb", "a mine"}),
)
#: What nobody did on purpose, what came from afar, and what was laid where it went off.
_NO_DEED = frozenset({"an accident", "an illness"})
_FROM_AFAR = frozenset({"a strike from the air", "shelling"})
_LAID = frozenset({"a mine", "a bomb"})
#: It takes as many speakers, and as many causes, to make rivals.
_TWO = 2
#: Longer statements (characters) tell a story, and name causes of much else.
_LONG = 400


def cause_of(words: str) -> str | None:
    """Return what some words give as the cause; ``None`` where they give none, deny one, or give several.

    >>> cause_of("the explosion was an accident caused by an electrical fault"), cause_of("a drone factory opened")
    ('an accident', None)
    """
    found = []
    for cue in _CAUSE.finditer(words):
        before, after = words[: cue.start()], words[cue.end() :]
        if (_BEFORE.search(before) or _AFTER.match(after)) and not _NOT.search(before):
            found.append(list(_CAUSES)[int((cue.lastgroup or "c0")[1:])])
    return found[0] if found else None


def caused(words: str) -> str | None:
    """Return what a telling gives as the cause of what it tells, also by its verb ("ran onto a mine").

    >>> caused("the bus ran onto an anti-tank mine"), caused("three died as a result of shelling"), caused("a bus burned")
    ('a mine', 'shelling', None)
    """
    found = {cause: cue.search(words) for cause, cue in _TELLING.items()}
    told = [cause for cause, cue in found.items() if cue is not None and not _NOT.search(words[: cue.start()])]
    return told[0] if len(told) == 1 else cause_of(words)


def rival_means(one: str | None, other: str | None) -> bool:
    """Return whether two articles tell causes of one happening that are no two parts of it.

    A blast and shots, or a strike and a plane shot down, may both be part of one attack; an accident and a deed may not, nor
    what came from afar and what was laid.

    >>> rival_means("shelling", "a mine"), rival_means("an accident", "a bomb"), rival_means("a bomb", "shots")
    (True, True, False)
    """
    if one is None or other is None or one == other:
        return False
    both = {one, other}
    return len(both & _NO_DEED) == 1 or bool(both & _FROM_AFAR and both & _LAID)


class Causes:
    """Finds rival explanations of one happening."""

    def __init__(self, statements: Statements) -> None:
        self._statements = statements
        self._found: dict[str, tuple[Stand, ...]] = {}

    def of(self, article_id: str) -> tuple[Stand, ...]:
        """Return the rival explanations that an article gives of what it tells; nothing where it gives but one."""
        if article_id not in self._found:
            self._found[article_id] = self._rivals_in(article_id)
        return self._found[article_id]

    def _rivals_in(self, article_id: str) -> tuple[Stand, ...]:
        sources = {claim.source for claim in self._statements.cast.scenes[article_id].source.reading.claims}
        text = self._statements.cast.article(article_id).text
        if len(sources) < _TWO or not _BLOWN.search(text) or len({cue.lastgroup for cue in _CAUSE.finditer(text)}) < _TWO:
            return ()
        told = self._statements.claims(article_id)
        stands = (_stand(said) or _stand(self._whole(said, told)) for said in told)
        return tuple(clashing([stand for stand in stands if stand is not None], _rivals))

    def _whole(self, said: Statement, told: tuple[Statement, ...]) -> Statement:
        """The sentence around some words, where nobody else is quoted in it."""
        around = sentence(self._statements.cast.article(said.article_id), said.span)
        if any(other.voice != said.voice and other.span.overlaps(around) for other in told):
            return said
        return replace(said, span=around, words=around.of(self._statements.cast.article(said.article_id)))

    def explained(self, article_id: str) -> Account | None:
        """Return the account of what the explanations of an article explain: the first that tells the harm in its own voice."""
        article = self._statements.cast.article(article_id)
        accounts = sorted(self._statements.cast.scenes[article_id].source.reading.accounts, key=lambda told: told.trigger.start)
        told = [account for account in accounts if account.type in _EXPLAINED and not account.attribution]
        return next((account for account in told if _BLOWN.search(account.evidence.of(article))), None)

    def together(self, article_ids: Iterable[str]) -> Iterator[tuple[str, str]]:
        """Yield pairs of accounts that are one happening: what is explained, and what only an explanation tells."""
        for article_id in article_ids:
            stands = self.of(article_id)
            explained = self.explained(article_id) if stands else None
            if explained is not None:
                told = self._statements.cast.scenes[article_id].source.reading.accounts
                inside = {account.id for account in told for stand in stands if _tells(stand.statement, account)}
                yield from ((explained.id, key) for key in sorted(inside - {explained.id}))

    def find(self, article_ids: Iterable[str], happened: Happened) -> Iterator[Found]:
        """Yield one contradiction for each happening with rival explanations, from whatever articles."""
        gathered: dict[str, tuple[str | None, list[Stand]]] = {}
        for article_id in article_ids:
            given = self.of(article_id)
            explained = self.explained(article_id) if given else None
            event_id = happened.event_of.get(explained.id) if explained is not None else None
            gathered.setdefault(event_id or article_id, (event_id, []))[1].extend(given)
        for key, (event_id, stands) in sorted(gathered.items()):
            sides = clashing(stands, _rivals)
            if sides:
                own = self._statements.cast.article(sides[0].statement.article_id).title
                title = own if event_id is None else happened.titles.get(event_id)
                topic = f"what caused it: {title or sides[0].brief}"
                kind, why = ContradictionKind.RESPONSIBILITY, "rival explanations are given"
                sort = "article" if event_id is None else "event"
                yield f"{sort}\x1f{key}", dispute(kind, Severity.CONTRADICTION, topic, sides, why, event_id)


def _tells(said: Statement, account: Account) -> bool:
    """Whether an account stands in a statement, or is what it is said to be about."""
    return account.trigger.overlaps(said.span) or (said.claim is not None and account.id in said.claim.about)


def _stand(said: Statement) -> Stand | None:
    cause = cause_of(said.words) if len(said.words) <= _LONG else None
    return None if cause is None else Stand("", f"it was {cause}", frozenset({cause}), said)


def _rivals(one: Stand, other: Stand) -> bool:
    """Whether two speakers give causes that exclude each other."""
    both = one.names | other.names
    return one.statement.voice != other.statement.voice and len(both) > 1 and not any(both <= alike for alike in _ALIKE)

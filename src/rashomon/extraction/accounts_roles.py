"""Who does what to whom: fill the roles of an account from where mentions stand around its trigger."""

import functools
import re
from collections.abc import Sequence
from dataclasses import replace

from rashomon.extraction.accounts_gerunds import accused, main_subject
from rashomon.extraction.accounts_nouns import (
    blamed_on,
    deaths_before,
    follows,
    is_blame,
    is_occasion,
    is_where,
    is_work,
    nation,
    worked,
)
from rashomon.extraction.accounts_subjects import (
    OBJECT_REACH,
    antecedent,
    objects,
    owner_before,
    owner_meant,
    placed,
    subjects,
)
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.entity_words import OWN_PEOPLE
from rashomon.extraction.phrases import Form, PhraseTable, verb_entries, word_set, words_of
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_apart import answers, parted
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.reading import Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import ACTOR_KINDS, PLACE_KINDS, EventType, MentionKind, NumberKind, Role

#: Nouns whose "of" and "'s" name who suffers it, not who does it.
_SUFFERED = frozenset(
    {
        EventType.KILLING,
        EventType.ASSASSINATION,
        EventType.KIDNAPPING,
        EventType.ARREST,
        EventType.RELEASE,
        EventType.APPOINTMENT,
        EventType.TRIAL_OR_SENTENCE,
        EventType.DESIGNATION_OR_SANCTION,
        EventType.EXPULSION_OR_DISPLACEMENT,
        EventType.SABOTAGE,
        EventType.TERRITORY_TAKEN,
    }
)
#: Verbs whose subject is what it happens to.
#: Types that befall people, not places.
_OF_PEOPLE = frozenset({EventType.KILLING, EventType.ASSASSINATION, EventType.ARREST, EventType.KIDNAPPING, EventType.RELEASE})
_HAPPENS_TO = word_set("grammar.yaml", "happens_to")
#: Types of which verbs of that kind may be.
_UNDERGONE = (*VIOLENCE, EventType.OTHER, EventType.EXPULSION_OR_DISPLACEMENT)
#: Types that move somebody or something to a place, or from one.
_GOES_TO = frozenset(
    {
        EventType.ARMS_TRANSFER,
        EventType.FINANCING,
        EventType.DEPLOYMENT,
        EventType.MEETING_OR_VISIT,
        EventType.EXPULSION_OR_DISPLACEMENT,
        EventType.RELEASE,
        EventType.WITHDRAWAL,
    }
)
_COMES_FROM = frozenset(
    {EventType.ARMS_TRANSFER, EventType.WITHDRAWAL, EventType.FINANCING, EventType.EXPULSION_OR_DISPLACEMENT, EventType.RELEASE}
)
#: Types that are aimed at somebody, with "on" or "against".
_AIMED = (*VIOLENCE, EventType.OFFENSIVE_LAUNCHED, EventType.THREAT, EventType.TERRITORY_TAKEN)
#: Verbs whose object is what violence did harm to, and how many words behind the violence they may stand.
_HARMING = word_set("refinements.yaml", "harming")
_HARM_REACH = 12
#: How many characters behind a facility its town may stand ("a market in Orutown").
_NEXT = 6
#: Words of a clause behind a noun up to who did it.
_RELATIVE = 12
_BE = frozenset(["was", "were", "been", "be", "is", "are", "being"])
#: Violence whose doers stand behind "by", and what is done by them.
_BY_DOERS = frozenset({*VIOLENCE, *_SUFFERED, EventType.OFFENSIVE_LAUNCHED, EventType.TERRITORY_TAKEN})
_DONE = (
    word_set("refinements.yaml", "undergone") | word_set("refinements.yaml", "harming") | {"done", "caused", "inflicted", "fired"}
)
#: Who "has not claimed" a deed is not named as its doer.
_CLAIMS = frozenset(["claimed", "claim", "claims", "claiming"])
_NO = frozenset(["not", "never", "nor", "no", "nobody", "none", "neither", "yet"])
_NO_REACH = 3
#: What, before a name, says that he was killed ("the slain commander X").
_ADJECTIVES = frozenset(["slain", "murdered", "assassinated"])
_DIED_THEMSELVES = frozenset(["died", "perished", "fell"])
_DIED = _DIED_THEMSELVES | {"killed", "slain", "wounded", "injured"}
_COUNTED = frozenset({NumberKind.KILLED, NumberKind.INJURED})
#: Words behind a threat that lead away from whom it is addressed to.
_NOT_ADDRESSED = frozenset(["those", "for", "over", "after", "if", "unless"])
#: People whose side is named behind "of".
_PEOPLE_OF = OWN_PEOPLE | {"members", "member", "elements", "operatives", "fighter", "soldier", "gunman", "militant"}
_SIDES = frozenset({MentionKind.GROUP, MentionKind.FORCE})
_TARGETING = frozenset(["on", "against", "at", "targeting", "upon"])


def fillers(passage: Passage, trigger: Trigger) -> tuple[Filler, ...]:
    """Return who and what fills the roles of the trigger's account; nothing is filled that its sentence does not say."""
    sentence = passage.sentences[trigger.sentence]
    found = _Fillers(passage, sentence, trigger)
    if trigger.form == Form.NOUN or (trigger.type == EventType.SUICIDE_ATTACK and trigger.form == Form.FIXED):
        found.around_noun()
    else:
        found.around_verb()
    found.weapons()
    found.counted()
    found.places()
    return tuple(found.roles)


class _Fillers:
    """Collects the fillers of one trigger; an entity has one role, the first it is found in."""

    def __init__(self, passage: Passage, sentence: Sentence, trigger: Trigger) -> None:
        self.passage = passage
        self.sentence = sentence
        self.trigger = trigger
        self.roles: list[Filler] = []
        self.first, self.last = sentence.clause_bounds(trigger.first)

    def put(self, role: Role, mentions: Sequence[Mention]) -> None:
        """Fill a role; places, weapons and facilities go where their kind belongs, halves of words nowhere ("China-brokered")."""
        text = self.passage.article.text
        for told in mentions:
            if text.startswith("-", told.span.end) or _PREFIX.search(text, max(0, told.span.start - 8), told.span.start):
                continue
            mention = self.side(told)
            where = role == Role.AGENT and is_where(self.sentence, mention, self.trigger)
            fitting = Role.PLACE if where else _fitting(role, mention, self.trigger.type)
            if fitting is not None and mention.key and all(filler.key != mention.key for filler in self.roles):
                self.roles.append(Filler(fitting, mention.key, mention.span))

    def side(self, mention: Mention) -> Mention:
        """Return the group or force whose people a mention are ("gunmen of the Tolo Front"), else the mention."""
        behind = self.sentence.after(mention)
        ours = (
            not mention.named
            and self.sentence.words[behind - 1] in _PEOPLE_OF
            and self.sentence.words[behind : behind + 1] == ("of",)
        )
        owners = {id(owner): owner for owner in self.sentence.owners[behind + 1 : behind + 3] if ours and owner is not None}
        named = [owner for owner in owners.values() if owner.named and owner.kind in _SIDES]
        return replace(named[0], span=mention.span) if named else mention

    def has(self, role: Role) -> bool:
        return any(filler.role == role for filler in self.roles)

    def around_verb(self) -> None:
        """The subject before the verb, the object or the "by" phrase behind it."""
        word = self.sentence.words[self.trigger.first]
        subject = subjects(self.passage, self.sentence, self.trigger.first)
        blamed = accused(self.sentence, self.trigger.first)
        if blamed is not None:
            subject = blamed
        elif self.trigger.form == Form.GERUND:
            subject = main_subject(self.passage, self.sentence, self.trigger.first) or subject
        idiom = self.trigger.last - self.trigger.first > 1
        suffers = self.trigger.passive or word in _HAPPENS_TO or (self.trigger.casualty and (idiom or word in ("dead", "slain")))
        if word in _ADJECTIVES and _BE.isdisjoint(self.sentence.words[max(0, self.trigger.first - 2) : self.trigger.first]):
            self.put(Role.PATIENT, objects(self.sentence, self.trigger.last))
        elif self.trigger.passive:
            self.put(Role.PATIENT, self.people_of(subject))
            self.put(Role.AGENT, self.behind(frozenset({"by"})))
        elif (suffers and self.trigger.type in _UNDERGONE) or (
            self.trigger.type == EventType.APPOINTMENT and word not in ("appointed", "named", "promoted", "nominated")
        ):
            self.put(Role.PATIENT, subject)
        else:
            self.put(Role.AGENT, subject)
            self.armed(subject)
            self.put(Role.PATIENT, self.done_to())
        if self.trigger.type in (EventType.MEETING_OR_VISIT, EventType.AGREEMENT, EventType.ARMED_CLASH):
            self.put(Role.PATIENT if self.trigger.type == EventType.ARMED_CLASH else Role.AGENT, self.behind(frozenset({"with"})))
        if not self.has(Role.PATIENT) and self.trigger.type in _AIMED:
            self.aimed()
        if not self.has(Role.PATIENT) and self.trigger.type == EventType.THREAT:
            self.put(Role.PATIENT, self.threatened())
        if self.trigger.type == EventType.TERRITORY_TAKEN:
            self.put(Role.PLACE, [m for m in self.behind(frozenset({"from"})) if m.kind == MentionKind.PLACE])
        self.movement()

    def people_of(self, subject: Sequence[Mention]) -> Sequence[Mention]:
        """Who is killed, held or freed: those before "who", no place behind it ("gunmen who got into the hotel were shot")."""
        placed = all(mention.kind in PLACE_KINDS for mention in subject)
        if self.trigger.type not in _OF_PEOPLE or not placed or self.sentence.words[self.first] != "who" or not self.first:
            return subject
        opens, _ = self.sentence.clause_bounds(self.first - 1)
        before = [m for m in self.sentence.mentions_between(opens, self.first) if m.kind in ACTOR_KINDS]
        return before[-1:] or subject

    def done_to(self) -> tuple[Mention, ...]:
        """To whom an active verb is done: who stands within its words ("put X on a list"), before "whom", or behind it."""
        within = self.sentence.mentions_between(self.trigger.first + 1, self.trigger.last)
        named = tuple(mention for mention in within if mention.kind in ACTOR_KINDS)
        if named:
            return named[:1]
        if self.sentence.words[self.first] == "whom" and self.first:
            meant = antecedent(self.passage, self.sentence, self.first)
            return () if meant is None else (meant,)
        return objects(self.sentence, self.trigger.last)

    def armed(self, subject: Sequence[Mention]) -> None:
        """Whose arms did it, where nothing else says who did ("RSF drones struck")."""
        arms = [mention.span for mention in subject if mention.kind == MentionKind.WEAPON]
        if arms and not self.has(Role.AGENT):
            inside = (m for m in self.passage.found.entities if m.named and m.kind in ACTOR_KINDS and m.kind != MentionKind.MEDIA)
            named = [m for m in inside if any(a.start <= m.span.start and m.span.end < a.end for a in arms)][:1]
            at = self.sentence.position(arms[0].start)
            meant = None if named else owner_meant(self.passage, self.sentence, at + 1)
            self.put(Role.AGENT, named or ([] if meant is None else [meant]))

    def aimed(self) -> None:
        """Whom or what it is aimed at, boats and lorries too, though they are arms where they attack."""
        for mention in self.behind(_TARGETING):
            taken = any(filler.key == mention.key for filler in self.roles)
            if mention.kind == MentionKind.WEAPON and mention.key and not taken:
                self.roles.append(Filler(Role.PATIENT, mention.key, mention.span))
            else:
                self.put(Role.PATIENT, (mention,))

    def threatened(self) -> tuple[Mention, ...]:
        """Return the first actor named behind a threat in its clause ("vowed to crush X", "declared war on X")."""
        stops = (at for at in range(self.trigger.last, self.last) if self.sentence.words[at] in _NOT_ADDRESSED)
        behind = self.sentence.mentions_between(self.trigger.last, next(stops, self.last))
        return tuple(mention for mention in behind if mention.kind in ACTOR_KINDS)[:1]

    def around_noun(self) -> None:
        """Read "X's attack on Y", "the killing of Y by X", "X carried out an attack", "Y was hit in an attack"."""
        suffered = self.trigger.type in _SUFFERED
        self.put(
            Role.AGENT,
            self.behind(frozenset({"by"}))
            or self.launched_by()
            or worked(self.sentence, self.trigger.last, self.last)
            or blamed_on(self.sentence, self.trigger),
        )
        self.aimed()
        of = self.behind(frozenset({"of"}))
        self.put(Role.PATIENT if suffered or self.trigger.type in VIOLENCE else Role.AGENT, of)
        if self.trigger.type == EventType.ARMED_CLASH:
            self.fallen()
        if self.trigger.type in (EventType.ARMED_CLASH, EventType.MEETING_OR_VISIT, EventType.AGREEMENT):
            self.put(Role.AGENT, self.behind(frozenset({"between"})))
            self.put(Role.PATIENT if self.trigger.type == EventType.ARMED_CLASH else Role.AGENT, self.behind(frozenset({"with"})))
        owner = owner_before(self.sentence, self.trigger.first) or owner_meant(self.passage, self.sentence, self.trigger.first)
        if owner is None and not self.has(Role.AGENT):
            self.put(Role.AGENT, nation(self.passage, self.sentence, self.trigger))
        if owner is not None:
            at = self.sentence.first_word(owner)
            does = self.trigger.type == EventType.TERRITORY_TAKEN or self.sentence.words[max(0, at - 1) : at] == ("under",)
            self.put(Role.PATIENT if suffered and not does else Role.AGENT, (owner,))
        self.supported()
        if not self.has(Role.AGENT) or not self.has(Role.PATIENT):
            self.killed_in()
        self.movement()

    def fallen(self) -> None:
        """Who fell in a clash, and with whom it was: "six rebels were killed in a clash with troops"."""
        died = [at for at in range(self.first, self.trigger.first) if self.sentence.words[at] in _DIED]
        opposing = self.behind(frozenset({"with"})) if died else ()
        if opposing and (
            self.sentence.words[died[-1]] in _DIED_THEMSELVES or not _BE.isdisjoint(self.sentence.words[self.first : died[-1]])
        ):
            self.put(Role.PATIENT, subjects(self.passage, self.sentence, died[-1]))
            self.put(Role.AGENT, opposing)

    def launched_by(self) -> tuple[Mention, ...]:
        """Who did it by the clause behind the noun ("the attack that the army says was launched by rebels")."""
        words, last = self.sentence.words, self.trigger.last
        if words[last : last + 1] not in (("that",), ("which",)):
            return ()
        reach = range(last + 1, min(len(words) - 1, last + _RELATIVE))
        by = next((at for at in reach if words[at] == "by"), None)
        if by is None or _BE.isdisjoint(words[last:by]) or not {",", ";"}.isdisjoint(words[last:by]):
            return ()
        return objects(self.sentence, by + 1)

    def killed_in(self) -> None:
        """Who killed whom in it ("troops killed six in a raid")."""
        killers, killed = deaths_before(self.passage, self.sentence, self.trigger)
        if not self.has(Role.AGENT):
            self.put(Role.AGENT, killers)
        if not self.has(Role.PATIENT):
            self.put(Role.PATIENT, killed)

    def supported(self) -> None:
        """The subject of the verb that carries the noun ("carried out", "suffered", "was hit by")."""
        for at, hit in _supports().within(self.sentence.words, self.first, self.trigger.first):
            subject = subjects(self.passage, self.sentence, at)
            suffers = hit.value == Role.PATIENT
            undone = not suffers and hit.form in (Form.PAST, Form.PARTICIPLE)
            if undone and self.sentence.words[at - 1 : at] in (("was",), ("were",)):
                continue
            if parted(self.sentence, hit.end, self.trigger.first) or is_occasion(self.sentence, hit.end, self.trigger.first):
                continue
            if self.sentence.words[at] in _CLAIMS and not _NO.isdisjoint(self.sentence.words[max(0, at - _NO_REACH) : at]):
                continue
            if not self.has(hit.value):
                self.put(hit.value, subject)
            if suffers and not self.has(Role.PATIENT):
                self.put(Role.PATIENT, subject)

    def behind(self, prepositions: frozenset[str]) -> tuple[Mention, ...]:
        """Return the mentions after the first of these prepositions behind the trigger, in its clause."""
        for at in range(self.trigger.last, min(self.last - 1, self.trigger.last + OBJECT_REACH)):
            if (self.sentence.words[at] == "to" and "to" not in prepositions) or self.sentence.words[at] in (
                "including",
                "among",
            ):
                return ()
            if self.sentence.words[at] in prepositions and self.sentence.owners[at] is None and not self.dated(at + 1):
                if is_work(self.sentence, at) or is_blame(self.sentence, self.trigger, at) or not self.done_by(at):
                    return ()
                found = objects(self.sentence, at + 1)
                return found if found and self.sentence.first_word(found[0]) < self.last else ()
        return ()

    def done_by(self, at: int) -> bool:
        """Whether those behind the "by" at this position did the violence, not only answered it ("was condemned by them")."""
        words, first = self.sentence.words, self.trigger.last
        if words[at] != "by" or self.trigger.type not in _BY_DOERS or self.trigger.form != Form.NOUN:
            return True
        said = [hit.value for _, hit in _supports().within(words, first, at)]
        be = max((n for n in range(first, at) if words[n] in _BE), default=None)
        if said or be is None:
            return said[-1] == Role.AGENT if said else words[at - 1] not in answers() and not follows(self.sentence, first, at)
        return not _DONE.isdisjoint(words[be:at])

    def dated(self, at: int) -> bool:
        """Whether a date stands at the position ("on Sunday")."""
        start = self.sentence.tokens[at].start if at < len(self.sentence.tokens) else -1
        return any(date.span.start <= start < date.span.end for date in self.sentence.dates)

    def movement(self) -> None:
        """Where from, where to and by which way, for what moves."""
        if self.trigger.type in _GOES_TO:
            self.put(Role.DESTINATION, self.behind(frozenset({"to", "into"})))
        if self.trigger.type in _COMES_FROM:
            self.put(Role.ORIGIN, self.behind(frozenset({"from"})))
        if self.trigger.type in (EventType.ARMS_TRANSFER, EventType.FINANCING):
            self.put(Role.VIA, self.behind(frozenset({"via", "through"})))

    def standing(self) -> frozenset[EvidenceSpan]:
        """Return the spans of the sentence's facilities."""
        return frozenset(mention.span for mention in self.sentence.mentions if mention.kind == MentionKind.FACILITY)

    def weapons(self) -> None:
        """The weapon of the clause, for violence."""
        if self.trigger.type in VIOLENCE:
            near = [m for m in self.sentence.mentions_between(self.first, self.last) if m.kind == MentionKind.WEAPON]
            self.put(Role.WEAPON, near[:1])

    def counted(self) -> None:
        """Those whom violence harmed or the sentence counts as harmed, where no victim is named ("a blast killed six men")."""
        if self.trigger.type not in VIOLENCE or self.has(Role.PATIENT):
            return
        reach = range(self.trigger.last, min(len(self.sentence.words), self.trigger.last + _HARM_REACH))
        harm = next((at for at in reach if self.sentence.words[at] in _HARMING), None)
        if harm is not None and self.sentence.words[harm - 1] not in _BE:
            self.put(Role.PATIENT, objects(self.sentence, harm + 1))
        if self.has(Role.PATIENT):
            return
        for n in self.sentence.numbers:
            number = self.passage.found.numbers[n]
            at = self.sentence.position(number.span.end - 1) + 1
            if number.number_kind in _COUNTED and self.sentence.words[at : at + 1] != ("by",):
                owners = {id(owner): owner for owner in self.sentence.owners[at : at + 2] if owner is not None}
                self.put(Role.PATIENT, [owner for owner in owners.values() if owner.kind in ACTOR_KINDS][:1])

    def places(self) -> None:
        """The place of the clause, else what is hit where it stands, else the nearest of the sentence."""
        if self.has(Role.PLACE):
            return
        inside = list(placed(self.sentence, self.trigger.last, self.last)) or list(
            placed(self.sentence, self.first, self.trigger.first)
        )
        others = list(placed(self.sentence, 0, len(self.sentence.words)))
        hit = [filler for filler in self.roles if filler.role == Role.PATIENT and filler.span in self.standing()]
        if hit and not inside:
            self.roles.append(replace(hit[0], role=Role.PLACE))
            others = [mention for mention in others if mention.kind == MentionKind.PLACE]
        if inside:
            at_a_facility = inside[0].kind == MentionKind.FACILITY and inside[1:2] and inside[1].kind == MentionKind.PLACE
            self.put(Role.PLACE, inside[:2] if at_a_facility else inside[:1])
            return
        free = [mention for mention in others if all(filler.key != mention.key for filler in self.roles)]
        if free:
            start = self.sentence.tokens[self.trigger.first].start
            nearest = min(free, key=lambda mention: abs(mention.span.start - start))
            town = [m for m in free if m.kind == MentionKind.PLACE and 0 < m.span.start - nearest.span.end <= _NEXT]
            self.put(Role.PLACE, (nearest, *town[:1]) if nearest.kind == MentionKind.FACILITY else (nearest,))


#: Before a name in a word that means others ("an anti-Taliban committee").
_PREFIX = re.compile(r"\b(?:anti|pro|non|counter)-$", re.IGNORECASE)
#: What outlets only tell of: violence, and what is done with arms.
_BY_FORCE = frozenset({*_AIMED, *_SUFFERED, *_COMES_FROM}) - {EventType.APPOINTMENT, EventType.FINANCING, EventType.THREAT}


def _fitting(role: Role, mention: Mention, kind: EventType) -> Role | None:
    """Return the role a mention of its kind can have: places are no agents, weapons no patients, outlets do no violence."""
    if role in (Role.AGENT, Role.PATIENT) and mention.kind == MentionKind.WEAPON:
        return Role.WEAPON if kind in VIOLENCE or kind == EventType.ARMS_TRANSFER else None
    idle = (MentionKind.PLACE, MentionKind.FACILITY, *((MentionKind.MEDIA,) if kind in _BY_FORCE else ()))
    if role == Role.AGENT and (mention.kind in idle or (kind == EventType.ARREST and mention.kind == MentionKind.ORGANISATION)):
        return None
    if role == Role.PATIENT and mention.kind == MentionKind.PLACE:
        return Role.PLACE
    if role == Role.PATIENT and mention.kind == MentionKind.FACILITY and kind == EventType.TERRITORY_TAKEN:
        return Role.PLACE
    if role == Role.PLACE and mention.kind not in PLACE_KINDS:
        return None
    return role


@functools.cache
def _supports() -> PhraseTable[Role]:
    lists = words_of("refinements.yaml")
    return PhraseTable((*verb_entries(lists["does"], Role.AGENT), *verb_entries(lists["suffers"], Role.PATIENT)))

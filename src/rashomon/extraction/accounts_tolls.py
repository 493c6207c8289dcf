"""When it happened, and how many died where the victims are named one by one, from the words around a trigger."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from rashomon.extraction.accounts_apart import apart_of
from rashomon.extraction.clauses import Passage, Sentence
from rashomon.extraction.dates_reading import since_then
from rashomon.extraction.mentions import anchor_of
from rashomon.extraction.phrases import Form, word_set
from rashomon.extraction.triggers import Trigger
from rashomon.extraction.triggers_lists import VIOLENCE
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Claim, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind

#: How many sentences into an article the day of its first happening still holds.
_LEAD = 3


def date_of(passage: Passage, trigger: Trigger, around: Claim | None = None) -> tuple[DateInterval | None, EvidenceSpan | None]:
    """Return the date of the clause, else the nearest of the sentence, else for the lead's violence the lead's date.

    Of a sentence in which somebody says that it happened, what they say dates it, or what stands before all of that:
    "announced on Sunday" dates the saying.

    Args:
        passage: the article.

        trigger: the word that names what happened.

        around: the claim whose content holds the trigger.
    """
    sentence = passage.sentences[trigger.sentence]
    at = sentence.tokens[trigger.first].start
    dated = [mention for mention in sentence.dates if mention.date is not None and not _of_a_birth(sentence, mention)]
    if around is not None:
        begins = min(span.start for span in (around.content, around.cue, around.source_span) if span is not None)
        content = around.content
        dated = [m for m in dated if m.span.start < begins or content.start <= m.span.start < content.end]
    for elsewhere_told in (_of_another, _in_a_relative, _of_what_they_did):
        dated = [mention for mention in dated if not elsewhere_told(sentence, mention, trigger)]
    dated = [mention for mention in dated if not _runs_out(sentence, mention, trigger, anchor_of(passage.article))]
    elsewhere = next((m.date.first for m in dated if m.date is not None and m.date.precision == "day"), None)
    wider = next((m for m in dated if m.date is not None and m.date.precision != "day"), None)
    apart = apart_of(passage, trigger, elsewhere or anchor_of(passage.article))
    if apart is not None:
        return apart if elsewhere is not None or wider is None else (wider.date, wider.span)
    clause = sentence.clauses[trigger.first]
    inside = [mention for mention in dated if sentence.clauses[sentence.first_word(mention)] == clause]
    inside = [mention for mention in inside if not _of_verb_before(sentence, mention, trigger, inside)] or inside
    found = min(inside or dated, key=lambda mention: abs(mention.span.start - at), default=None)
    if found is not None:
        since = _since(passage, sentence, found, trigger)
        return (_listed(sentence, found, dated) if since == found.date else since), found.span
    if trigger.type in VIOLENCE and trigger.sentence < _LEAD:
        told = [mention for mention in sentence.dates if mention not in dated]
        near = [other for other in passage.sentences[:_LEAD] if other.n != trigger.sentence]
        lead = [m for other in near for m in other.dates if _is_short(m.date) and m not in told and not _of_a_birth(other, m)]
        if lead:
            return lead[0].date, lead[0].span
    return None, None


def _of_a_birth(sentence: Sentence, dated: Mention) -> bool:
    """Whether a date is when somebody was born ("Ruslan A., born in 1986")."""
    at = sentence.first_word(dated)
    return any(sentence.words[n] == "born" and sentence.words[n - 1] in {",", "("} for n in range(max(1, at - 2), at))


def _is_short(when: DateInterval | None) -> bool:
    """Whether a date is near enough to a day to date what another sentence tells ("the election of 2016" is not)."""
    if when is None or when.first is None or when.last is None:
        return False
    return (when.last - when.first).days <= _MONTH


#: Days of a month.
_MONTH = 31
#: Types that happen at once: "under sanctions since 2019" tells of 2019.
_AT_ONCE = frozenset({EventType.DESIGNATION_OR_SANCTION, EventType.APPOINTMENT, EventType.TERRITORY_TAKEN, EventType.ARREST})
_YEAR = re.compile(r"\d{4}")
_DAY = re.compile(r"\b\d{1,2}\b|day\b", re.IGNORECASE)


def _begun(since: Mention) -> DateInterval | None:
    """Return the beginning of a time that runs from a date on, as precise as its words: a year, a month or a day."""
    first = None if since.date is None else since.date.first
    if first is None:
        return since.date
    words = since.text.removeprefix("since ")
    size = 4 if _YEAR.fullmatch(words) else 10 if _DAY.search(words) else 7
    return DateInterval.parse(first.isoformat()[:size])


def _listed(sentence: Sentence, found: Mention, dated: Sequence[Mention]) -> DateInterval | None:
    """Return a date with those that go on from it in a list: "in June, July and August" is three months."""
    whole, precision = found.date, None if found.date is None else found.date.precision
    for mention in sorted(dated, key=lambda one: one.span.start):
        if whole is None or mention.date is None or mention.span.start < found.span.end:
            continue
        gap = sentence.words[sentence.after(found) : sentence.first_word(mention)]
        follows = whole.last is not None and mention.date.first == whole.last + timedelta(days=1)
        if follows and _LISTING.issuperset(gap) and mention.date.precision == precision:
            whole, found = DateInterval(whole.first, mention.date.last), mention
    return whole


_LISTING = frozenset([",", "and", "in"])


def _of_another(sentence: Sentence, dated: Mention, trigger: Trigger) -> bool:
    """Whether a date stands before a noun as part of it ("sentenced for the 2015 attack") and the trigger is another word."""
    at, behind = sentence.first_word(dated), sentence.after(dated)
    bound = at > 0 and sentence.words[at - 1] in ("the", "a", "its", "their", "his", "her", "this")
    if (
        not bound
        or behind >= len(sentence.words)
        or sentence.words[behind] in _NO_NOUN
        or not sentence.words[behind][0].isalpha()
    ):
        return False
    return not behind <= trigger.first <= behind + _NOUN


def _in_a_relative(sentence: Sentence, dated: Mention, trigger: Trigger) -> bool:
    """Whether a date stands in a clause that tells more of somebody else ("arrested the man who killed two on Monday").

    So it does in one that closed before the trigger ("X, to whom Y swore allegiance in 2019, claimed the massacre").
    """
    at = sentence.first_word(dated)
    opens, _ = sentence.clause_bounds(at)
    if opens < at < trigger.first and sentence.words[opens] in ("which", "who", "whom", "whose"):
        return "," in sentence.words[at : trigger.first]
    if sentence.clauses[at] == sentence.clauses[trigger.first] or at < trigger.first:
        return False
    first, _ = sentence.clause_bounds(at)
    if trigger.form == Form.NOUN and sentence.words[first + 1 : first + 2] and sentence.words[first + 1] in _DOING:
        return False
    return sentence.words[first] in ("who", "which", "that", "whom", "whose") and sentence.owners[first - 1] is not None


#: What "the bombing in X that ..." did: more of the bombing is told, and nothing of X.
_DOING = word_set("refinements.yaml", "harming") | frozenset(["left", "claimed", "wounded", "took"])


def _of_what_they_did(sentence: Sentence, dated: Mention, trigger: Trigger) -> bool:
    """Whether a date stands in words that say what was done to a noun before ("released the children it seized in May")."""
    between = range(trigger.last, sentence.first_word(dated))
    return any(sentence.words[at] in _THEY and sentence.owners[at - 1] is not None for at in between if at > trigger.last)


def _of_verb_before(sentence: Sentence, dated: Mention, trigger: Trigger, others: Sequence[Mention]) -> bool:
    """Whether a date is of what stands before "and" or a comma; the trigger has its own ("left in 2016 and fought in 2021")."""
    parted = sentence.words[sentence.after(dated) : sentence.after(dated) + 1] in (("and",), ("but",), (",",))
    if not parted or sentence.after(dated) >= trigger.first:
        return False
    behind = (sentence.first_word(other) for other in others if sentence.first_word(other) >= trigger.last)
    return any(at <= trigger.last + _OWN_DATE and _PARTING.isdisjoint(sentence.words[trigger.last : at]) for at in behind)


_PARTING = frozenset({",", ";", "and", "but", "before", "after", "when"})
#: Words between a verb and a date of its own.
_OWN_DATE = 10


def _runs_out(sentence: Sentence, dated: Mention, trigger: Trigger, printed: date | None) -> bool:
    """Whether a date is only that up to which something may happen ("before 27 November", of days to come "by Friday")."""
    at = sentence.first_word(dated)
    before = sentence.words[at - 1] if at and not 0 <= trigger.first - sentence.after(dated) < _NOUN else ""
    if before in ("before", "until", "till"):
        return _CALENDAR.match(dated.text) is not None
    first = dated.date.first if dated.date is not None else None
    return before == "by" and first is not None and printed is not None and first > printed


#: Words behind a date that a noun it belongs to may stand off.
_NOUN = 2
#: A date that begins with a day of the month, a weekday, a month or a year, and no time of the day.
_CALENDAR = re.compile(r"(?:the )?(?:\d{1,2}(?:st|nd|rd|th)?\s+[A-Z]|\d{4}\b|[A-Z])")
_THEY = frozenset(["it", "they", "he", "she"])
_NO_NOUN = word_set("grammar.yaml", "prepositions") | frozenset(["and", "but", "that", "when", "as", "after", "before"])


def _since(passage: Passage, sentence: Sentence, found: Mention, trigger: Trigger) -> DateInterval | None:
    """Return a date; where it dates what came before ("Since the killing in May, troops left"), the time from it on."""
    at = sentence.first_word(found)
    opens = max((n + 1 for n in range(at) if sentence.words[n] == ","), default=0)
    closed = "," in sentence.words[at : trigger.first]
    if trigger.type in _AT_ONCE and "since" in sentence.words[max(0, at - 1) : at + 1]:
        return _begun(found)
    if not closed or sentence.words[opens] != "since":
        return found.date
    return since_then(found.date, anchor_of(passage.article))


def single_victim(trigger: Trigger, patients: Sequence[Mention], asserted: bool) -> Range | None:
    """Return how many died where the victims are named one by one: "X was assassinated" is one."""
    if trigger.type not in (EventType.KILLING, EventType.ASSASSINATION) or not asserted or not patients:
        return None
    if all(_one_person(mention) for mention in patients):
        return Range.exactly(len(patients))
    return None


def _one_person(mention: Mention) -> bool:
    """Whether a mention is of one person: a name, or "a commander", "the mayor"."""
    if mention.kind != MentionKind.PERSON:
        return False
    last = mention.text.split()[-1].lower()
    plural = last.endswith(("s", "men", "women")) or last in ("people", "police", "children")
    return mention.named or (not plural and not any(character.isdigit() for character in mention.text))


def named_victims(sentence: Sentence, trigger: Trigger) -> Range | None:
    """Return how many persons the sentence names one by one as killed by a strike or an attack ("that killed X and Y")."""
    if trigger.type not in VIOLENCE:
        return None
    for at, word in enumerate(sentence.words):
        if word in ("killed", "killing", "kills"):
            following = [mention for mention in sentence.mentions if 0 <= sentence.first_word(mention) - at <= _NEAR]
            victims = [mention for mention in following[:1] if _one_person(mention) and mention.named]
            rest = [
                m
                for m in sentence.mentions
                if victims and sentence.words[sentence.first_word(m) - 1] == "and" and _one_person(m) and m.named
            ]
            if victims:
                return Range.exactly(len({mention.key for mention in (*victims, *rest)}))
    return None


#: Words between "killed" and the name of who was.
_NEAR = 4

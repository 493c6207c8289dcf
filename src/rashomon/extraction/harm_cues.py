"""The words that say what befell people, and where in the sentence those people stand."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What befell the people: ``HIT`` leaves open whether they live, ``CARE`` is only a hospital or a condition."""

    KILLED = "killed"
    INJURED = "injured"
    HIT = "hit"
    CARE = "care"
    SPARED = "spared"


class Reach(StrEnum):
    """Where the people stand who are meant: before the word, behind it, either, or nowhere."""

    BEFORE = "before"
    BEHIND = "behind"
    EITHER = "either"
    NOBODY = "nobody"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word of harm in a text."""

    effect: Effect
    reach: Reach
    start: int
    end: int
    word: str


_HIT = (
    r"(?:shot|stabbed|beaten|clubbed|hacked|burned|burnt|bludgeoned|strangled|choked|stoned|kicked|bombed|struck|hit|run over|"
    r"mauled|tortured)"
)
_TIMES = r"(?: (?:once|twice|\w+ times|in the (?:head|face|neck|chest|back|torso|abdomen|stomach)))?,?(?: and| then| and then)?"
_BULLETS = r"(?:gunfire|\w* ?bullets?|shrapnel|shots|rounds|splinters)"
_HOSPITAL = r"(?:hospitals?|medical cent(?:er|re)|trauma|clinic|(?-i:[A-Z])\w+ (?:Hospital|Medical|Regional|Health))"
_SOME = r"(?= (?:a|an|the|him|her|his|two|three|four|five|one|\d|(?-i:[A-Z])))"
_TABLE: tuple[tuple[Effect, Reach, tuple[str, ...]], ...] = (
    (
        Effect.SPARED,
        Reach.NOBODY,
        (
            r"no (?:\w+ )?(?:injur(?:y|ies)|casualties|deaths|fatalities|victims)\b",
            r"without (?:injury|casualties|injuring \w+|hurting \w+)",
            r"unhurt|unharmed|uninjured|unscathed|escaped (?:injury|serious injury)",
        ),
    ),
    (
        Effect.KILLED,
        Reach.EITHER,
        (
            rf"(?:fatally|mortally) (?:{_HIT}|wounded|injured|shooting|wounding|stabbing|injuring|striking)",
            rf"{_HIT}{_TIMES} (?:killed|murdered)",
            rf"(?:{_HIT}|shooting|stabbing|beating) (?:dead|to death)",
            r"killed|kills|killing|slain|slew|murdered|murdering|murders|assassinated|assassinating|executed|executing|beheaded",
            r"lynched|slaughtered|massacred|gunned down|gunning down|martyred",
        ),
    ),
    (
        Effect.KILLED,
        Reach.BEFORE,
        (
            rf"{_HIT}{_TIMES} died",
            r"(?<=['’]s )(?:shooting )?(?:death|murder|killing|slaying|body(?! cam| armou?r| language|-)|homicide|assassination)",
            r"(?<=['’] )(?:deaths|bodies|murders)",
            r"died|dies|dead(?! end|ly|line|lock| of night|-)|deceased|perished|succumb(?:ed|s)|passed away|dying",
            r"lost (?:his|her|their) li(?:fe|ves)|losing (?:his|her) life",
            r"(?:paid|made) the (?:supreme|ultimate|highest) (?:price|sacrifice)|paid with (?:his|her|their) li(?:fe|ves)",
            r"(?:laid|laying|gave|given) (?:down )?(?:his|her|their) li(?:fe|ves)|met (?:his|her|their) (?:deaths?|end)",
            r"(?:fell|fallen|falling) (?:in (?:combat|action|battle|the line of duty)|on the field of honou?r)",
            r"(?:embraced|attained|achieved|met) martyrdom|(?<=was )(?:liquidated|eliminated|neutrali[sz]ed|laid out)",
            r"(?<=were )(?:liquidated|eliminated|neutrali[sz]ed|laid out)|(?<=been )(?:liquidated|eliminated|neutrali[sz]ed)",
        ),
    ),
    (
        Effect.KILLED,
        Reach.BEHIND,
        (
            r"(?:claim(?:ed|ing|s)|took|taken|taking|cost(?:ing)?) the li(?:fe|ves) of|(?:leaving|left|leaves) dead",
            r"lost|losing|(?:with|for|at|suffered|despite) (?:the )?loss of|liquidat(?:ed|ing)|neutrali[sz](?:ed|ing)",
            r"(?:shooting |stabbing |beating )?(?:deaths?|murders?|killings?|slayings?|homicides?|executions?) of",
            r"(?:assassination|martyrdom) of",
            r"(?:fatal|deadly) (?:shooting|stabbing|beating) of|bod(?:y|ies) of|killed were|dead (?:is|are)",
        ),
    ),
    (
        Effect.HIT,
        Reach.EITHER,
        (
            r"(?<!gun)(?:shot(?! at\b| put| clock| glass)|stabbed|shoots|stabs)|grazed|pistol[- ]whipp(?:ed|ing)",
            rf"(?:struck|hit) by {_BULLETS}",
        ),
    ),
    (
        Effect.HIT,
        Reach.BEHIND,
        (
            rf"(?:shooting|stabbing|struck|striking|hitting|hit|grazing){_SOME}",
            r"(?:shootings?|stabbings?) of",
        ),
    ),
    (
        Effect.INJURED,
        Reach.EITHER,
        (r"wounded|wounding|injured|injuring|injures|hurt|hurting|maimed|maiming|hospitali[sz]ed|hospitali[sz]ing",),
    ),
    (Effect.INJURED, Reach.BEHIND, (r"(?:wounding|injuring|maiming) of",)),
    (
        Effect.HIT,
        Reach.BEFORE,
        (
            r"(?:suffered|sustained|suffering|suffers|received|had|has)(?: from)?(?: \S+){0,4} wounds?",
            r"(?:with|from|of)(?: \S+){0,3} (?:gunshot|stab|bullet|shrapnel)(?: \S+)? wounds?|gunshot wounds?",
        ),
    ),
    (
        Effect.CARE,
        Reach.BEFORE,
        (
            rf"(?:taken|rushed|transported|airlifted|flown|driven|brought|admitted|drove|treated)\b[^.;]{{0,60}}?\b{_HOSPITAL}",
            r"(?:suffered|sustained|suffering|suffers|received)(?: from)?(?: \S+){0,4} injur(?:y|ies)",
            r"in (?:\w+,? )?(?:but )?(?:stable|critical|serious|fair|good|grave|extremely critical) condition|recovering",
            r"non-?\s?life-?\s?threatening|not (?:considered |believed to be )?life-threatening",
            r"expected to (?:survive|recover|live|be (?:ok|okay|fine)|make a full)",
        ),
    ),
    (
        Effect.KILLED,
        Reach.NOBODY,
        (
            r"(?:fatal|deadly) (?:\S+ )?(?:shooting|stabbing|attack|robbery)|homicide (?:investigation|victim)|murder-suicide",
            r"investigat\w+ (?:\w+ ){0,3}homicide|(?:double|triple|quadruple) (?:homicide|murder|killing|slaying|fatal)",
        ),
    ),
    (Effect.HIT, Reach.NOBODY, (r"(?:gunshot|shooting|stabbing) victims?|(?:double|triple|quadruple) (?:shooting|stabbing)",)),
)
_CUES = tuple(
    (effect, reach, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for effect, reach, rows in _TABLE
    for words in rows
)
#: Finds whether there is any of them, in a fraction of the time.
_ANY = re.compile(rf"(?<![\w-])(?:{'|'.join(words for _, _, rows in _TABLE for words in rows)})(?![\w-])", re.IGNORECASE)


def cues_in(text: str, span: tuple[int, int]) -> Iterator[Cue]:
    """Yield the words of harm between the offsets in reading order; of those that overlap the longest at the first place."""
    if _ANY.search(text, *span) is None:
        return
    found = [
        Cue(effect, reach, match.start(), match.end(), match.group().lower())
        for effect, reach, pattern in _CUES
        for match in pattern.finditer(text, *span)
    ]
    reached = span[0]
    for cue in sorted(found, key=lambda cue: (cue.start, -cue.end)):
        if cue.start >= reached:
            reached = cue.end
            yield cue

"""What a figure counts, in a form under which outlets' different words for one quantity meet."""

import re
from dataclasses import dataclass

from rashomon.model.reading import Figure
from rashomon.model.words import NumberKind
from rashomon.text.wordlist import words

#: Words that mean the same thing where it is counted.
_SAME = {
    "attack": "attack attacks operation operations bombing bombings bomber bombers assault assaults blast blasts",
    "suicide": "suicide martyrdom kamikaze",
    "airstrike": "airstrike airstrikes strike strikes raid raids sortie sorties airraid",
    "death": "dead death deaths fatality fatalities killed killing killings body bodies slain died toll",
    "wounded": "wounded injured hurt injury injuries",
    "person": "person persons people individual individuals victim victims human",
    "soldier": "soldier soldiers troop troops serviceman servicemen personnel trooper troopers jawan jawans rifleman riflemen "
    "private privates gendarme gendarmes marine marines paratrooper paratroopers ranger rangers commando commandos",
    "fighter": "fighter fighters militant militants jihadist jihadists insurgent insurgents rebel rebels terrorist terrorists "
    "guerrilla guerrillas separatist separatists extremist extremists maoist maoists naxal naxals tiger tigers militiaman "
    "militiamen bandit bandits gangster gangsters cadre cadres ultra ultras",
    "member": "member members",
    "civilian": "civilian civilians noncombatant noncombatants",
    "child": "child children minor minors",
    "woman": "woman women",
    "man": "man men",
    "guard": "guard guards",
    "villager": "villager villagers resident residents inhabitant inhabitants countryfolk",
    "pupil": "pupil pupils student students schoolgirl schoolgirls schoolboy schoolboys",
    "police": "police policeman policemen policewoman policewomen",
    "worshipper": "worshipper worshippers",
    "arrest": "arrest arrests detained detention detentions detainee detainees prisoner prisoners captured",
    "displaced": "displaced displacement refugee refugees idp idps",
}
_CLASS = {word: name for name, words in _SAME.items() for word in words.split()}
_IDLE_TEXT = (
    "the a an of total number count overall new more other several such alleged claimed reported confirmed all at "
    "least about around nearly some average per month monthly daily weekly day week year annual each every "
    "cumulative so far"
)
_IDLE = frozenset(_IDLE_TEXT.split())
_SCOPE = re.compile(r"\b(?:in|across|within|inside|throughout)\b(.*)", re.IGNORECASE)
_TAIL = re.compile(
    r"\b(?:in|by|on|against|across|within|inside|throughout|since|during|from|for|between|among|per|over|with|to|until)\b.*",
    re.IGNORECASE,
)
_RATE = re.compile(
    r"(?<!\bin )\b(?:per|a|each|every) (day|week|month|year)\b|\b(dai|week|month|year)ly\b|\baverag", re.IGNORECASE
)
_EACH = re.compile(r"\s+(?:per|a|each|every) (?:day|week|month|year)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+")
_ANY = frozenset({NumberKind.EVENTS, NumberKind.PARTICIPANTS, NumberKind.OTHER, NumberKind.FORCE_SIZE, NumberKind.WEAPONS})
#: Sorts of people that are not each other, and words for what befell them.
_SORTS = frozenset(
    {"soldier", "fighter", "civilian", "child", "woman", "man", "guard", "villager", "pupil", "police", "worshipper"}
)
_FATES = frozenset(
    words(
        "paid price supreme ultimate sacrifice laid down live life lives their lost embraced valiant gallant brave fell left met"
    )
)
#: Heads that count everybody, not one sort of people.
_EVERYBODY = frozenset({"person", "death", "wounded"})


@dataclass(frozen=True, slots=True)
class Quantity:
    """What is counted: its sort, its head words, where, and whether it is a rate ("a month")."""

    sort: str
    head: frozenset[str]
    scope: frozenset[str]
    rate: bool

    @property
    def whom(self) -> frozenset[str]:
        """Return which sort of people is counted; empty for everybody."""
        return self.head - _EVERYBODY


def sort_of_word(word: str) -> str:
    """Return what a word in lower case is counted as: its class ("troops" are soldiers), else the word in the singular."""
    if word in _CLASS:
        return _CLASS[word]
    for ending, other in (("ies", "y"), ("sses", "ss"), ("s", "")):
        if word.endswith(ending) and len(word) > len(ending) + 2 and not word.endswith("ss"):
            return word.removesuffix(ending) + other
    return word


def _words(text: str) -> frozenset[str]:
    return frozenset(sort_of_word(word) for word in _WORD.findall(text.lower())) - _IDLE


def quantity(figure: Figure, after: str = "") -> Quantity:
    """Return what a figure counts.

    "suicide bombings in Iraq and Syria" and "martyrdom operations" have one head; the place words are the scope.

    Args:
        figure: the number.

        after: the text right after it, which may make it a rate ("a month").
    """
    told = " ".join(part for part in (figure.what, figure.unit, figure.qualifier) if part)
    scope = _SCOPE.search(figure.what)
    sort = "count" if figure.kind in _ANY else str(figure.kind)
    sort = f"{sort} {figure.unit.lower()}" if figure.kind == NumberKind.MONEY and figure.unit else sort
    head = _words(_TAIL.sub("", figure.what)) or _words(figure.what)
    return Quantity(
        sort, head, _words(scope[1]) if scope else frozenset(), _RATE.search(told) is not None or _EACH.match(after) is not None
    )


def comparable(one: Quantity, other: Quantity) -> bool:
    """Return whether two tolls count the same people: all, or the same sort of them.

    Where both name a sort, one may say more of them ("Nigerian soldiers" and "soldiers"), but not each something else.

    >>> def dead(*whom): return Quantity("killed", frozenset(whom), frozenset(), rate=False)
    >>> comparable(dead("nigerian", "soldier"), dead("soldier"))
    True
    >>> comparable(dead("soldier", "turkish"), dead("russian", "soldier"))
    False
    """
    if one.sort != other.sort or one.rate != other.rate:
        return False
    ours, theirs = one.whom - _FATES, other.whom - _FATES
    if not (ours and theirs):
        return ours == theirs
    return ours & _SORTS == theirs & _SORTS and (ours <= theirs or theirs <= ours)

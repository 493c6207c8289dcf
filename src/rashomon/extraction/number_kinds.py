"""What a number counts, by the noun it stands before and the nearest words that tell what befell those counted."""

import re
from collections.abc import Sequence

from rashomon.extraction.harm import harms_in
from rashomon.extraction.harm_cues import Effect
from rashomon.extraction.number_heads import counts_things, is_age
from rashomon.extraction.numbers import FoundNumber
from rashomon.extraction.numbers_units import Unit
from rashomon.model.words import NumberKind

_UNITS = {
    Unit.PERCENT: NumberKind.PERCENT,
    Unit.MONEY: NumberKind.MONEY,
    Unit.DISTANCE: NumberKind.DISTANCE,
    Unit.AGE: NumberKind.AGE,
    Unit.DURATION: NumberKind.OTHER,
}
#: Words that tell what befell the counted ones, or what they did.
_FATES = {
    NumberKind.KILLED: (
        r"kill(?:s|ed|ing|ings)?|dead|died?|dies|dying|deaths?|fatal(?:ity|ities|ly)|bod(?:y|ies)|corpses?|slain|slew|"
        r"slaying|perish(?:ed)?|"
        r"martyr(?:s|ed|dom)?|execut(?:ed|ing|ions?)|behead(?:ed|ing|ings)|murder(?:ed|s|ing)?|massacred?|gunned down|"
        r"shot dead|lives|"
        r"assassinat(?:ed|ing)|toll|casualties|deceased|eliminated|neutrali[sz]ed|lost|remains|graves?|lynched|drowned|"
        r"burned to death|claim(?:s|ed) the lives|buried|slaughter(?:ed)?|liquidat(?:ed|ing)|liquidation|"
        r"(?:supreme|ultimate) (?:price|sacrifice)|martyrdom|field of honou?r|fell in (?:combat|action|battle)|laid out|"
        r"lifeless|hanged|gallows|put to death|coffins|homicides?|shahids?|names of the dead"
    ),
    NumberKind.INJURED: r"wound(?:s|ed|ing|ings)|injur(?:e|es|ed|ies|y|ing)|hurt(?:ing)?|maim(?:ed|ing)|hospitali[sz]ed",
    NumberKind.DETAINED: (
        r"arrest(?:s|ed|ing)?|detain(?:s|ed|ing|ees?)?|custody|jail(?:s|ed|ing)?|imprison(?:ed|ment)?|prison(?:ers?)?|rounded up|"
        r"picked up|took away|taken prisoner|unmasked|apprehend(?:ed|ing)?|sentenced|"
        r"captur(?:e|es|ed|ing)|suspects?|inmates|convicted|in detention|interned|behind bars"
    ),
    NumberKind.ABDUCTED: r"kidnap(?:s|ped|ping|pings)?|abduct(?:s|ed|ing|ions?|ees)?|hostages?|captives|snatched",
    NumberKind.DISPLACED: (
        r"displac(?:ed|es|ing|ement)|flee(?:s|ing)?|fled|refugees?|evacuat(?:ed|es|ing|ion|ees)|homeless|uprooted|returnees|"
        r"driven from|driven out|away from home|departures|families|shelter|camps|left their homes|asylum"
    ),
    NumberKind.PARTICIPANTS: (
        r"protest(?:ed|ers?|ing)|demonstrat(?:ed|ors?|ing)|march(?:ed|ers|ing)|crowds?|attend(?:ed|ing|ance)?|rall(?:ied|"
        r"y|ying)|gather(?:ed|ing)?|"
        r"took part|taking part|participants|participated|mourners|turnout|joined the|sit-in|delegates|strikers|assembled|"
        r"pilgrims|spectators"
    ),
    NumberKind.FORCE_SIZE: (
        r"-strong|strong|deploy(?:ed|s|ing|ment)|stationed|in its ranks|under arms|force of|army of|strength|garrison|"
        r"reinforcements|"
        r"enlisted|recruit(?:s|ed|ing)|volunteers|command(?:s|ed|ing)|mobili[sz]ed|trained|members|comprises|field(?:s|"
        r"ed)?|troops|fighters|"
        r"personnel|gunmen|guerrillas|combatants|advisers|mercenaries|peacekeepers"
    ),
}
_FATE = re.compile("|".join(rf"(?P<{kind.name}>(?<![\w-])(?:{words})\b|$^)" for kind, words in _FATES.items()), re.IGNORECASE)
#: Behind a number, with the noun between: whom no harm is known to have befallen.
_SPARED = re.compile(
    r"(?: (?!(?:and|or|but|as|who|killed|dead|hurt|injured|wounded)\b)[\w'’-]+){0,4} "
    r"(?:missing|unaccounted for|survived|unharmed|unhurt|rescued|escaped)\b",
    re.IGNORECASE,
)
_EVENTS = re.compile(
    r"(?:attacks?|operations?|incidents?|(?:air ?|drone )?strikes?|bombings?|raids?|clash(?:es)?|blasts?|explosions?|"
    r"assaults?|sorties|"
    r"protests|riots|ambush(?:es)?|massacres?|offensives?|attempts?|demonstrations|suicide (?:attacks|bombings)|battles?|"
    r"kidnappings|"
    r"abductions|assassinations?|killings|executions|arrests|shellings?|skirmishes|engagements|violations|hijackings|"
    r"coups?|elections?|"
    r"rounds of talks|meetings|times|occasions|events|fires|accidents|murders|robberies|atrocities|hits|launches|"
    r"prosecutions|trials|"
    r"campaigns?|wave|shootings?|drills|tests?|exercises|cases|claims|statements|barrages?|salvos)\b",
    re.IGNORECASE,
)
_WEAPONS = re.compile(
    r"(?:rockets?|missiles?|drones?|tanks?|rifles?|shells?|mortars?|bombs?|guns?|warplanes?|aircraft|jets?|helicopters?|"
    r"launchers?|"
    r"warheads?|weapons?|bullets|grenades?|mines?|explosives?|devices?|IEDs?|charges?|Kalashnikovs?|AK-47s?|Katyushas?|Grads?|"
    r"projectiles?|munitions?|cartridges|magazines|pistols?|vests?|belts?|gunboats?|warships?|speedboats|"
    r"armou?red (?:vehicles?|cars?)|"
    r"Humvees|howitzers?|(?:car|truck|suicide|roadside|motorcycle|vehicle|barrel|cluster) bombs?|tonnes of (?:explosives?|"
    r"ammunition)|"
    r"(?:kg|kilos?|kilogram(?:me)?s?|tons?|tonnes?|lb|lbs|pounds) of (?:[\w-]+ )?"
    r"(?:explosives?|TNT|Semtex|ammunition|gelignite|dynamite|fertili[sz]er)|"
    r"landmines?|F-16s|MiGs|rounds|pieces of artillery|detonators|"
    r"centrifuges|"
    r"howitzers|frigates|submarines|fighters? jets?|pick-?ups?|technicals)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"(?:people|persons?|civilians|men|women|children|others?|residents|villagers|soldiers?|troops|police(?:men)?|"
    r"officers?|fighters?|"
    r"militants?|gunmen|rebels?|terrorists?|insurgents?|guards?|members?|passengers?|students?|pupils|families|workers|citizens|"
    r"nationals|more|of them|victims|attackers?|bombers?)\b",
    re.IGNORECASE,
)
_MODIFIERS = 3
_NEXT_WORDS = re.compile(r"[ -](?:of (?:the |its |their |our )?)?[“\"‘«]?([\w'’-]+)")
_CLAUSE_BREAK = re.compile(r"[;:]|, | and | but | while | as ")
#: Before what those counted meant to do to others, or are said to have done ("two men paid to kill").
_MEANT = re.compile(
    r"\b(?:to|(?:accused|suspected|convicted|guilty|charged|blamed|sought|wanted)(?: of| for| with| in| over)+(?: the)?) $",
    re.IGNORECASE,
)
#: The same where the charge stands before those charged ("charged two men with the murder of").
_CHARGED = re.compile(
    r"\b(?:charg(?:ed|ing)|accus(?:ed|ing)|suspect(?:s|ed)|convicted|indicted|arrest(?:s|ed|ing)|detained|sentenced|jailed|tried)"
    r"(?: (?:at least|another|some|about|the|a|all|more than|up to))* $",
    re.IGNORECASE,
)
_CHARGE = re.compile(
    r"\b(?:with|of|for|over|in)(?: (?:connection with|relation to|suspicion of))?(?: (?:the|his|her|their))? $", re.IGNORECASE
)
_DONE = frozenset({NumberKind.KILLED.name, NumberKind.INJURED.name, NumberKind.ABDUCTED.name})
#: Cost of a fate word that stands in another clause, of one behind the number, and the most that still counts.
_BREAK_COST, _BEHIND_COST, _FARTHEST = 22, 4, 90
#: What armed men and crowds are charged, so that their fate in the same sentence goes first.
_NOUN_COST = 30
_LARGE = re.compile(r"(?:thousand|[mb]illion|trillion)$|000$", re.IGNORECASE)
_ARMED = re.compile(
    r"(?: [a-z-]+){0,2} (?:men|fighters|militants|militiamen|gunmen|soldiers|troops|guerrillas|commandos|mujahideen|rebels|"
    r"policemen|insurgents|jihadists|brothers)\b"
)
#: How many men a band has at most; more of them are a force.
_BAND = 30
_INHERITED = frozenset(_FATES) | {NumberKind.EVENTS, NumberKind.WEAPONS, NumberKind.AGE}
_CALLED = frozenset({NumberKind.FORCE_SIZE, NumberKind.PARTICIPANTS})
#: Words after a number that counts on what was counted before ("of whom 12 ...", "and three more").
_ELLIPTIC = re.compile(
    r"\s*(?:[.,;:)?!\"”\]]|$)|,? (?:of (?:them|whom|the|its|his|our)|more|others?|and|or|to|in|on|at|by|if|were|was)\b"
)


#: What only people can be.
_OF_PEOPLE = frozenset(_FATES)
_EFFECTS = {Effect.KILLED: NumberKind.KILLED, Effect.INJURED: NumberKind.INJURED}


def number_kinds(
    text: str, numbers: Sequence[FoundNumber], sentence: tuple[int, int], previous: NumberKind | None = None
) -> tuple[NumberKind, ...]:
    """Return what each of a sentence's numbers counts: who is said to be killed or hurt first, then by the nearest words.

    ``previous`` is the kind of the last number before the sentence.
    """
    hurt = {
        one.start: _EFFECTS.get(harm.effect, NumberKind.INJURED)
        for harm in harms_in(text, sentence, numbers)
        if harm.effect in _EFFECTS or "injur" in text[harm.start : harm.end].lower()
        for one in harm.people
    }
    kinds: list[NumberKind] = []
    for number in numbers:
        plain = number.unit is None and not number.ordinal
        if _OF_THE_HURT.match(text, number.end, sentence[1]):
            kinds.append(NumberKind.OTHER)
            continue
        told = hurt.get(number.start) if plain and not _SPARED.match(text, number.end, sentence[1]) else None
        previous = told or number_kind(text, number, sentence, previous)
        kinds.append(previous)
    return tuple(kinds)


#: Some of those hurt of whom more is told ("three of the injured succumbed").
_OF_THE_HURT = re.compile(r" of (?:the|those|them|its|their) (?:injured|wounded|hurt)\b", re.IGNORECASE)


def _noun_kind(text: str, end: int, limit: int) -> NumberKind | None:
    """Events or weapons, where such a noun stands among the first words after the number."""
    at = end
    for _ in range(_MODIFIERS + 1):
        word = _NEXT_WORDS.match(text, at, limit)
        if word is None:
            return None
        if _EVENTS.match(text, word.start(1), limit):
            return NumberKind.EVENTS
        if _WEAPONS.match(text, word.start(1), limit):
            return NumberKind.WEAPONS
        if _PEOPLE.match(text, word.start(1), limit):
            return None
        at = word.end()
    return None


def _cost(text: str, number: FoundNumber, fate: re.Match[str]) -> float:
    """How far the fate word is from the number, in characters, with a charge for every clause between."""
    if fate.end() <= number.start:
        gap = text[fate.end() : number.start]
        return len(gap) + _BREAK_COST * len(_CLAUSE_BREAK.findall(gap))
    gap = text[number.end : fate.start()]
    return len(gap) + _BEHIND_COST + _BREAK_COST * len(_CLAUSE_BREAK.findall(gap))


def _nearest_fate(text: str, number: FoundNumber, sentence: tuple[int, int]) -> NumberKind | None:
    best: tuple[float, NumberKind] | None = None
    for fate in _FATE.finditer(text, *sentence):
        if fate.lastgroup is None or (fate.start() < number.end and number.start < fate.end()):
            continue
        if fate.lastgroup in _DONE and number.end <= fate.start() and _is_meant(text, number, fate.start(), sentence[0]):
            continue
        cost = _cost(text, number, fate)
        kind = NumberKind[fate.lastgroup]
        cost += _NOUN_COST * (kind in _CALLED)
        if cost <= _FARTHEST and (best is None or cost < best[0]):
            best = (cost, kind)
    return best[1] if best else None


def _is_meant(text: str, number: FoundNumber, fate: int, start: int) -> bool:
    """Whether a harm behind a number is what those counted meant to do, or are charged with."""
    if _MEANT.search(text, number.end, fate):
        return True
    return _CHARGED.search(text, start, number.start) is not None and _CHARGE.search(text, number.end, fate) is not None


def number_kind(text: str, number: FoundNumber, sentence: tuple[int, int], previous: NumberKind | None = None) -> NumberKind:
    """Return what the number counts, reading no farther than its sentence; ``OTHER`` where nothing says.

    ``previous`` is the kind of the number before this one: a number without a noun of its own counts the same thing.
    """
    if number.unit is not None:
        return _UNITS[number.unit]
    if text[number.start : number.end].lower() in {"twice", "thrice"}:
        return NumberKind.EVENTS
    noun = _noun_kind(text, number.end, sentence[1])
    if noun is not None:
        return noun
    spared = _SPARED.match(text, number.end, sentence[1]) is not None
    fate = _nearest_fate(text, number, sentence)
    if spared or (fate in _OF_PEOPLE and counts_things(text, number.end, sentence[1], _FATE)):
        return NumberKind.OTHER
    if is_age(text, number, sentence):
        return NumberKind.AGE
    inherited = _inherited(text, number, previous, fate)
    return inherited or fate or _of_armed_men(text, number, sentence[1]) or NumberKind.OTHER


def _inherited(text: str, number: FoundNumber, previous: NumberKind | None, fate: NumberKind | None) -> NumberKind | None:
    """The kind of the number before, where this one has no noun of its own: shares and large sums before any fate.

    "The second" is no count of what was counted before it.
    """
    if number.ordinal or not _ELLIPTIC.match(text, number.end):
        return None
    sum_of_money = previous == NumberKind.MONEY and _LARGE.search(text, number.start, number.end) is not None
    if previous == NumberKind.PERCENT or sum_of_money:
        return previous
    return previous if fate is None and previous in _INHERITED else None


def _of_armed_men(text: str, number: FoundNumber, limit: int) -> NumberKind | None:
    """Take part or make a force, by their number, where men under arms are counted and nothing befalls them."""
    if not _ARMED.match(text, number.end, limit):
        return None
    return NumberKind.PARTICIPANTS if (number.value.low or 0) <= _BAND else NumberKind.FORCE_SIZE

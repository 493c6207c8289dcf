"""Words that only describe somebody ("a senior commander", "An ethnic armed group", "its Telegram channel") are no name."""

import re
from functools import lru_cache

from rashomon.linking.actors.candidates import TITLES, TRIMMINGS
from rashomon.linking.actors.nationality import Nationalities
from rashomon.text.folding import fold
from rashomon.text.wordlist import words

_WORD = re.compile(r"[^\W_]+(?:['’.-]+[^\W_]+)*")
#: Words that stand in front of those that describe.
_POINTING = words(
    "the a an this that these those some several many most other another all both few various any every each no one two "
    "three four five six seven eight nine ten dozen dozens hundreds thousands its his her their our my your whose of in "
    "from for and at by"
)
#: Words that describe, in capitals too where a sentence or headline begins with them.
_COMMON = words(
    "new old former late current acting interim senior junior top high ranking veteran local regional provincial national "
    "federal foreign domestic international military civilian civil armed unarmed masked unknown unidentified suspected "
    "alleged self-styled so-called ethnic tribal religious political islamist jihadist separatist rebel opposition ruling "
    "hardline state government security intelligence defence defense interior finance justice health army navy air police "
    "border guard guards force forces troops unit leader leaders commander commanders chief chiefs head official officials "
    "officer officers spokesman spokeswoman spokesperson minister ministers ministry president governor mayor ambassador "
    "envoy lawmaker lawmakers lawyer soldier soldiers servicemen policeman policemen fighter fighters militant militants "
    "gunman gunmen attacker attackers bomber bombers assailants insurgents rebels separatists terrorists group groups "
    "militia militias movement faction gang party organisation organization authorities source sources witness witnesses "
    "resident residents villagers people man men woman women child children student students journalist journalists "
    "activist activists doctor doctors worker workers driver drivers cleric elder elders imam priest victim victims suspect "
    "suspects person persons member members brother son father wife cousin nephew channel channels account accounts page "
    "website site media outlet outlets newspaper television tv radio station agency agencies news report reports statement "
    "message post analyst analysts expert experts monitor monitors observers hospital court"
)
#: Where people write; a channel there is not named by it.
_PLATFORMS = words("telegram facebook twitter x whatsapp signal tiktok youtube instagram vkontakte vk weibo internet")
_DESCRIBING = frozenset(_COMMON) | frozenset(_POINTING) | TITLES | TRIMMINGS


@lru_cache(maxsize=1)
def _nationalities() -> Nationalities:
    return Nationalities()


@lru_cache(maxsize=1 << 14)
def describes(text: str) -> bool:
    """Return whether some words only describe, countries left aside; so they name nobody, but may name an office.

    Words that are all capitalised ("Security Council") are a name. Words without lower and upper case are not judged.

    >>> describes("a Telegram channel"), describes("The French foreign minister"), describes("Zarqa fighters")
    (True, True, False)
    """
    named = _nationalities().find(text)
    rest = [found[0] for found in _WORD.finditer(text) if not any(one.start <= found.start() < one.end for one in named)]
    told = [word for word in rest if fold(word) not in _POINTING]
    if not told or not all(_is_common(word) for word in told):
        return False
    capitals = [word for word in told if word[:1].isupper() and fold(word) not in _PLATFORMS]
    return len(told) == 1 or len(capitals) < len(told)


def is_bare(text: str) -> bool:
    """Return whether some words only describe, and name no country either."""
    return describes(text) and not _nationalities().find(text)


def _is_common(word: str) -> bool:
    if word.islower():
        return True
    plain = fold(word)
    return plain in _DESCRIBING or plain in _PLATFORMS

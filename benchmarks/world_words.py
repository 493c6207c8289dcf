"""Names and words of invented ledgers, drawn as unequally as language draws them: few all the time, most hardly ever."""

from collections.abc import Sequence
from itertools import accumulate
from random import Random

_GROUPS_TEXT = (
    "Islamic State|Boko Haram|Al-Shabaab|Taliban|Hezbollah|Hamas|Houthis|Kata'ib Hezbollah|Asa'ib Ahl al-Haq|"
    "Badr Organization|Jabhat al-Nusra|Ahrar al-Sham|Lashkar-e-Taiba|Jaish-e-Mohammed|Tehrik-i-Taliban Pakistan|"
    "Haqqani Network|Abu Sayyaf|FARC|ELN|Lord's Resistance Army|Janjaweed|M23|ADF|Ansar Dine|Wagner Group|PKK|YPG|"
    "Peshmerga|Ansar al-Islam|Jundallah"
)
GROUPS = _GROUPS_TEXT.split("|")
_TOWNS_TEXT = (
    "Mosul|Aleppo|Baghdad|Raqqa|Kabul|Mogadishu|Maiduguri|Gao|Kidal|Timbuktu|Kandahar|Fallujah|Ramadi|Tikrit|Kirkuk|"
    "Homs|Hama|Idlib|Palmyra|Kunduz|Lashkar Gah|Jalalabad|Quetta|Peshawar|Karachi|Kismayo|Baidoa|Goma|Bukavu|Bangui|"
    "Juba|Malakal|Khartoum|El Fasher|Sanaa|Aden|Taiz|Hodeidah|Marib|Benghazi|Tripoli|Sirte|Derna|Misrata|Donetsk|"
    "Luhansk|Kharkiv|Mariupol|Kherson|Sevastopol|Marawi|Jolo|Zamboanga|Srinagar|Diffa|Mopti|Menaka|Ouagadougou|"
    "Djibo|Pemba|Palma|Gaza|Rafah|Jenin|Nablus|Tyre|Sidon|Deir ez-Zor"
)
TOWNS = _TOWNS_TEXT.split("|")
_OUTLETS_TEXT = "Reuters|Associated Press|AFP|BBC|Al Jazeera|CNN|The Guardian|TASS|Xinhua|Anadolu"
_OUTLETS = _OUTLETS_TEXT.split("|")
_VICTIMS_TEXT = "soldiers|civilians|traders|a patrol|a convoy|policemen|worshippers|farmers|an outpost|a market"
VICTIMS = _VICTIMS_TEXT.split("|")
_COMMON_TEXT = (
    "the of and to in that for was on said with by from had were at after which their his this been have who "
    "officials according more people area near forces security local city residents reported statement would also "
    "over about during between against where"
)
_COMMON = _COMMON_TEXT.split()
_SYLLABLES_TEXT = "ba dor ken mal ri sa tum vel zo har lin qua tor em ish ola pur gan fet dri"
_SYLLABLES = _SYLLABLES_TEXT.split()


def _unequal(count: int) -> list[float]:
    """Cumulative weights of Zipf's law."""
    return list(accumulate(1 / (rank + 1) for rank in range(count)))


class Words:
    """Names and words drawn as unequally as language draws them."""

    def __init__(self, chance: Random) -> None:
        self._chance = chance
        coined = [self._coin(2 + n % 3) for n in range(20_000)]
        self._rare = list(dict.fromkeys(coined))
        self._weights = {len(values): _unequal(len(values)) for values in (self._rare, GROUPS, TOWNS)}
        self.outlets = [*_OUTLETS, *(f"{self._coin(2).title()} News" for _ in range(70))]
        self._weights[len(self.outlets)] = _unequal(len(self.outlets))

    def _coin(self, syllables: int) -> str:
        return "".join(self._chance.choice(_SYLLABLES) for _ in range(syllables))

    def one_of(self, values: Sequence[str]) -> str:
        """Return one of a list of names, the first ones often."""
        return self._chance.choices(values, cum_weights=self._weights[len(values)])[0]

    def person(self) -> str:
        """Return a full name that nobody lists."""
        return f"{self._coin(2).title()} {self._coin(3).title()}"

    def sentence(self, rare: Sequence[str]) -> str:
        """Return an invented sentence, partly of the given words."""
        words = self._chance.choices(_COMMON, k=9) + self._chance.choices(
            self._rare, cum_weights=self._weights[len(self._rare)], k=4
        )
        words += self._chance.sample(rare, 2)
        self._chance.shuffle(words)
        return " ".join(words).capitalize() + "."

    def topic(self) -> list[str]:
        """Return the words that all who tell of a happening use."""
        return self._chance.sample(self._rare, 12)

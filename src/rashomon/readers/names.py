"""The names of authors in a line: "Ana Duarte and J. P. Okoro"; anything that is not made of names is none."""

import re

_MOST_NAME_WORDS = 6
_PERSON_WORDS = (2, 3)
_MOST_CHARACTERS = 80
#: A longer text is no list of authors.
_LONGEST = 20_000
_NAME_WORD = re.compile(
    r"^(?:[^\W\d_a-zß-öø-ÿ][\w.'’‘ʿ`-]*|"
    r"(?:al|el|de|da|di|von|van|der|den|bin|ibn|abu|la|le|du|dos|ben|ter|af|as|ad|ul|y|e)(?:-[\w.'’‘-]+)?),?$"
)
_AND = re.compile(r"\s*(?:,\s*(?:and|&)\s|,|\s&\s|\sand\s|\sund\s|\set\s|\sy\s|\sو)\s*")
_NOT_A_NAME = frozenset("the a an in on at of for with this that today yesterday breaking analysis update updated news".split())  # noqa: SIM905
_ROLES = frozenset(
    """staff senior chief special guest foreign defence defense political writer writers correspondent reporter editor analyst
    contributor columnist""".split()  # noqa: SIM905 - a list of words reads better
)
#: News agencies as bylines and datelines name them.
AGENCIES = frozenset(
    name.strip()
    for name in """associated press, the associated press, ap, ap news, reuters, thomson reuters, afp, agence france-presse,
    agence france presse, dpa, epa, efe, agencia efe, ansa, upi, voa, tass, itar-tass, ria novosti, interfax,
    interfax-ukraine, ukrinform, unian, xinhua, kyodo, kyodo news, yonhap, anadolu, anadolu agency, aa, pti,
    press trust of india, ani, ians, apa, bloomberg, pa media, press association, belga, apa, lusa, sana,
    irna, tasnim, fars news agency, isna, saba, wam, spa, kuna, mena, aps, map, nna, amaq, amaq news agency,
    wafa, cna, tass news agency, kcna, bernama, antara, рейтер, reuters staff, тасс, интерфакс, риа новости,
    укринформ, укрінформ, унiан, رويترز, فرانس برس, أ ف ب, وكالات, الأناضول, واس, سانا, ایرنا, ایسنا, فارس,
    تسنیم, مهر""".replace("\n", " ").split(",")
)
#: What stands behind a name and a comma without being another author.
_BEHIND = frozenset(
    (
        "associated press",
        "ap",
        "reuters",
        "afp",
        "agence france-presse",
        "dpa",
        "voa",
        "phd",
        "ph.d.",
        "ph.d",
        "md",
        "jr.",
        "jr",
        "esq.",
    )
)
_STAFF = frozenset("admin administrator staff editor editors editorial newsroom desk team webmaster guest".split())  # noqa: SIM905

#: What stands before such a word: a name in capitals or "the", "our", "web", "news" ("NACVM team", "the editors").
_OF_STAFF = re.compile(r"(?:[A-Z][\w.&'’-]*|the|our|web|news|online|foreign|digital)$")


def names_in(text: str) -> tuple[str, ...] | None:
    """Return the names that the text is made of, ``None`` where it is anything else.

    >>> names_in("Ana Duarte and J. P. Okoro")
    ('Ana Duarte', 'J. P. Okoro')
    >>> names_in("Rebels take the town") is None
    True
    """
    if len(text) > _LONGEST:
        return None
    names = tuple(name.strip(" ,") for name in _AND.split(" ".join(text.split())) if name.strip(" ,"))
    if not names or any(not _is_name(name) for name in names):
        return None
    persons = tuple(name for name in names if not _is_role(name) and name.lower() not in _BEHIND)
    return persons or names


def persons_in(text: str) -> tuple[str, ...] | None:
    """Return the names where all are written like those of persons: two or three words, more with an initial or a particle."""
    names = names_in(text) if len(text) <= _MOST_CHARACTERS else None
    return names if names is not None and all(map(_is_person, names)) else None


def _is_person(name: str) -> bool:
    """Two words or more, of which at most three are written out with a capital."""
    full = [word for word in name.split() if len(word.strip(".")) > 1 and not word[0].islower()]
    return len(name.split()) >= _PERSON_WORDS[0] and 1 <= len(full) <= _PERSON_WORDS[1]


def is_desk(text: str) -> bool:
    """Return whether a single word names who wrote it without naming anybody ("admin", "Newsroom")."""
    return text.lower() in _STAFF


def _is_role(name: str) -> bool:
    """Return whether it is an office ("Staff Writer") and not a name."""
    return all(word.lower() in _ROLES for word in name.split())


def _is_name(text: str) -> bool:
    """One to six words, each written like a part of a name."""
    words = text.split()
    if not 1 <= len(words) <= _MOST_NAME_WORDS or not any(character.isalpha() for character in text):
        return False
    if words[-1].lower() in _STAFF and all(map(_OF_STAFF.match, words[:-1])):
        return True
    if words[0].lower() in _NOT_A_NAME:
        return False
    return all(map(_NAME_WORD.match, words)) and any(not word[0].islower() for word in words)

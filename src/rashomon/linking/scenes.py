"""One article as linking sees it: its source, its entities and the countries it speaks of."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from rashomon.linking.contract import Gazetteer, Source
from rashomon.linking.entities import Entity, entities_of
from rashomon.model.words import MentionKind

#: Kinds whose first word often is a country's adjective ("Malian army").
_LED_BY_COUNTRY = frozenset(
    {
        MentionKind.FORCE,
        MentionKind.GOVERNMENT,
        MentionKind.GROUP,
        MentionKind.ORGANISATION,
        MentionKind.CIVILIANS,
        MentionKind.PERSON,
    }
)
_SUFFIXES = ("'s", "’s", "'", "’")


@dataclass(frozen=True, slots=True)
class Scene:
    """An article with its entities by key and how often it names each country (ISO 3166 alpha-2)."""

    source: Source
    entities: dict[str, Entity]
    countries: dict[str, int]

    @property
    def article_id(self) -> str:
        """Return the article's id."""
        return self.source.article.id


def bare(word: str) -> str:
    """Return the word without a possessive ending."""
    for suffix in _SUFFIXES:
        word = word.removesuffix(suffix)
    return word


def leading_country(name: str, gazetteer: Gazetteer) -> tuple[str, str] | None:
    """Return the country a name begins with and what follows it; ``None`` where it begins with none.

    "Saudi Arabia's air force" gives ("SA", "air force"); a name that is nothing but a country gives ``None``.
    """
    words = name.split()
    start = 1 if words and words[0].lower() == "the" else 0
    if gazetteer.country(bare(" ".join(words[start:]))) is not None:
        return None
    for length in (3, 2, 1):
        if len(words) > start + length:
            code = gazetteer.country(bare(" ".join(words[start : start + length])))
            if code is not None:
                return code, " ".join(words[start + length :])
    return None


def _countries(text: str, entity: Entity, gazetteer: Gazetteer) -> Iterable[str]:
    """Yield the countries that the entity's mentions name; half of a word names none ("a China-brokered truce")."""
    for mention in entity.mentions:
        if text.startswith("-", mention.span.end):
            continue
        if mention.kind == MentionKind.COUNTRY or (mention.kind == MentionKind.PLACE and mention.named):
            code = gazetteer.country(bare(mention.text))
            if code is not None:
                yield code
        elif mention.kind in _LED_BY_COUNTRY:
            led = leading_country(mention.text, gazetteer)
            if led is not None:
                yield led[0]


def scene_of(source: Source, gazetteer: Gazetteer) -> Scene:
    """Return the article with its entities and the countries it names."""
    entities = entities_of(source)
    counted = Counter(code for entity in entities.values() for code in _countries(source.article.text, entity, gazetteer))
    return Scene(source, entities, dict(sorted(counted.items())))

"""Give a noun for a person the key of the name beside it: "the group's leader, Ali Karo" is one person."""

import itertools
import re
from dataclasses import replace

from rashomon.extraction.entity_words import MODIFIERS, TITLES
from rashomon.extraction.mentions import Mentions
from rashomon.model.reading import Mention
from rashomon.model.sources import Article
from rashomon.model.words import MentionKind

#: Longest stretch between the noun and the name, in characters.
_GAP = 60
_NOUN_NAME = re.compile(r",? [\"“'‘]?(?:al |Al |the )?|(?: (?:of|for|in|at) (?:the )?[^,.;:!?\"]{2,50}?)?, [\"“'‘]?(?:al )?")
_NAME_NOUN = re.compile(
    r", (?:\d{1,2}, )?(?:(?:the|an?|its|their|his|her|former|[A-Z][\w’'-]+(?:['’]s)?) ){0,4}['’]?|, [^,.;:]{2,40}['’]s? ?['’]?"
)
_CLOSED = re.compile(r"[,.;]| (?:of|for|in|at) ")
_DEMONYMS = ("an", "ian", "ish", "ese", "i", "the")
_PLURAL = re.compile(r"(?:[^su]s|men|women|people)$")


def is_title(words: str) -> bool:
    """Return whether the words are an office without a name ("Prime Minister", "Iranian Supreme Leader")."""
    plain = [word.lower().strip(".") for word in words.split()]
    return plain[-1] in TITLES and all(word in TITLES or word in MODIFIERS or word.endswith(_DEMONYMS) for word in plain)


def with_appositions(article: Article, found: Mentions) -> Mentions:
    """Return the mentions with nouns for persons keyed as the names they stand beside."""
    persons = [mention for mention in found.entities if mention.kind == MentionKind.PERSON]
    changed: dict[Mention, Mention] = {}
    for one, other in itertools.pairwise(persons):
        held = [mention.named and not is_title(mention.text) for mention in (one, other)]
        if held[0] == held[1] or not 0 <= other.span.start - one.span.end <= _GAP:
            continue
        noun, name = (other, one) if held[0] else (one, other)
        between = article.text[one.span.end : other.span.start]
        if _PLURAL.search(noun.text) or noun in changed:
            continue
        pattern = _NAME_NOUN if held[0] else _NOUN_NAME
        closed = not held[0] or _CLOSED.match(article.text, noun.span.end)
        if pattern.fullmatch(between) and closed:
            changed[noun] = replace(noun, key=name.key, name=name.name)
    changed |= _called(article, found)
    if not changed:
        return found
    return replace(found, entities=tuple(changed.get(mention, mention) for mention in found.entities))


#: Kinds of bodies whose noun stands right before their name.
_BODIES = frozenset({MentionKind.MEDIA, MentionKind.GROUP, MentionKind.ORGANISATION})


def _called(article: Article, found: Mentions) -> dict[Mention, Mention]:
    """Return the nouns for bodies that stand right before a name, with its key: "the newspaper Herald" is that one."""
    bodies = [mention for mention in found.entities if mention.kind in _BODIES]
    return {
        noun: replace(noun, key=name.key, name=name.name)
        for noun, name in itertools.pairwise(bodies)
        if noun.kind == name.kind and name.named and not noun.named and not _PLURAL.search(noun.text)
        if article.text[noun.span.end : name.span.start] in (" ", ' "', " “", ", ")
    }

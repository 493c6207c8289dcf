"""Mark the country in "Iranian-backed militias" and "Iraqi President X", and the group in "the ELN's Eastern War Front", so
that a tie can name it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import Mentions
from rashomon.model.reading import Mention
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import ActorKind, MentionKind
from rashomon.text.folding import fold

_BACKED = re.compile(
    r"\b(?P<country>[A-Z][\w.]+)[- ]"
    r"(?:backed|supported|aligned|allied|linked|led|funded|trained|armed|sponsored|controlled)\b"
)
#: A country's adjective before the office of a person who is named.
_OFFICE = re.compile(
    r"\b(?P<country>[A-Z][\w.]+) (?:[\w-]+ ){0,2}"
    r"(?:[Pp]resident|[Pp]rime [Mm]inister|[Pp]remier|[Ll]eader|[Mm]inister|[Aa]mbassador|[Ee]nvoy|[Kk]ing|[Cc]hancellor|"
    r"[Ss]ecretary|[Dd]ictator|[Rr]uler|[Gg]overnment|[Mm]inistry) (?:[Ss]pokes\w+ )?(?=[A-Z])"
)


#: A country's adjective before what only a state does to others.
_STRUCK = re.compile(
    r"\b(?P<country>[A-Z][\w.]+) "
    r"(?:(?:precision|drone|missile|air|retaliatory|cross-border|artillery|ground|military|deadly|ballistic|cruise|naval) ){0,2}"
    r"(?:air ?strikes?|strikes?|air raids?|shelling|bombardments?|offensives?|invasion|incursions?|artillery|withdrawal)\b"
)


def with_backers(article: Article, found: Mentions, lexicon: Lexicon) -> Mentions:
    """Return the mentions with those inside others added: who backs a group, whose office one holds, whose a group is."""
    taken = {(mention.span.start, mention.span.end) for mention in found.entities}
    added: list[Mention] = []
    matches = (match for pattern in (_BACKED, _OFFICE, _STRUCK) for match in pattern.finditer(article.text))
    for match in matches:
        code = lexicon.gazetteer.country(match["country"])
        state = _state(lexicon, code) if code else None
        span = match.span("country")
        if state is not None and span not in taken and any(start <= span[0] < end for start, end in found.sentences):
            key = _key(found, state)
            added.append(Mention(EvidenceSpan(article.id, *span), MentionKind.COUNTRY, match["country"], key, state, True))
    added += _owners(found, lexicon)
    entities = sorted((*found.entities, *added), key=lambda mention: (mention.span.start, -mention.span.end))
    return replace(found, entities=tuple(entities))


#: Whose a body is, as its name begins.
_OWNER = re.compile(r"(?:[Tt]he )?(?P<owner>[A-Z][\w-]*(?: [A-Z][\w-]*){0,4})['’]s? (?=[A-Z])")
_SIDES = frozenset({MentionKind.GROUP, MentionKind.FORCE})


def _owners(found: Mentions, lexicon: Lexicon) -> Iterator[Mention]:
    """Yield a mention for each listed group that a longer name begins with ("the ELN's Eastern War Front")."""
    for mention in found.entities:
        match = _OWNER.match(mention.text) if mention.named and mention.kind in _SIDES else None
        owner = lexicon.table.listed.get(fold(match["owner"])) if match else None
        if match and owner is not None and owner.kind in _SIDES:
            span = EvidenceSpan(mention.span.article_id, *(mention.span.start + at for at in match.span("owner")))
            yield Mention(span, owner.kind, match["owner"], _key(found, owner.name), owner.name, True)


def _state(lexicon: Lexicon, code: str) -> str | None:
    """Return the listed name of the state with this code."""
    return next(
        (actor.name for actor in lexicon.registry.actors if actor.kind == ActorKind.STATE and actor.country == code), None
    )


def _key(found: Mentions, state: str) -> str:
    """Return the key that the article's other mentions of the state have, else one made of its name."""
    known = next((mention.key for mention in found.entities if fold(mention.name or mention.text) == fold(state)), None)
    return known or re.sub(r"\W+", "-", fold(state)).strip("-")

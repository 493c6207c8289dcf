"""What the words around a name say of its role, where a reader of single sentences takes them wrongly.

Three things hold in any sentence: what a thing is called after was hit with it ("a US convoy was hit"); "officials say" makes
nobody a doer; who claims an attack was not hit by it.
"""

import re

from rashomon.model.reading import Filler
from rashomon.model.words import Role
from rashomon.store.views import Quote

#: Things that are hit and named after whose they are.
_THINGS = (
    r"convoys?|(?:air ?)?bases?|outposts?|check-?points?|camps?|barracks|compounds?|headquarters|embass(?:y|ies)|consulates?|"
    r"depots?|vehicles?|trucks?|tanks?|columns?|patrols?|positions?|posts?|offices?|facilit(?:y|ies)|tankers?|ships?|vessels?|"
    r"warships?|targets?|interests"
)
_STRUCK = (
    r"targeted|hit|struck|attacked|ambushed|destroyed|damaged|bombed|shelled|rocketed|burned|torched|blown up|stormed|overrun|"
    r"raided|wrecked|sunk"
)
_AFTER_A_THING = re.compile(rf"\s+(?:[\w-]+\s+){{0,2}}(?:{_THINGS})\b(?P<rest>.*)", re.DOTALL | re.IGNORECASE)
_HIT_AFTERWARDS = re.compile(
    rf"\s+(?:(?:was|were|is|are|being|been|has been|have been|had been)\s+)?(?:{_STRUCK})\b(?!\s+(?:the|a|an|two|three)\b)"
)
_AGAINST = re.compile(
    r"\b(?:on|against|at|into|near|outside|towards?)\s+(?:(?:the|a|an|another|two|three|several)\s+)?$", re.IGNORECASE
)
_WHO_SAYS = re.compile(
    r"(?:[\w.\u2019'-]+\s+){0,3}(?:officials?|sources?|analysts?|authorities|spokes\w+|diplomats?|media|reports?)\s+"
    r"(?:say|says|said|claim|claims|claimed|believe|believes|believed|allege|alleges|alleged|suspect|suspects|suspected|told)\b",
    re.IGNORECASE,
)
_CLAIMS_IT = re.compile(
    r"(?:,?\s+(?:that|which|who|whose)\b[^.;]*,)?\s+(?:(?:has|have|had|later|also)\s+)*"
    r"claim(?:s|ed|ing)?\s+(?:\w+\s+)?responsibility\b",
    re.IGNORECASE,
)


def role_in(quote: Quote, filler: Filler) -> Role | None:
    """Return the role that an account's words show somebody in: the one that was read unless they say otherwise."""
    start, end = filler.span.start - quote.start, filler.span.end - quote.start
    if start < 0 or end > len(quote.words):
        return filler.role
    before, after = quote.words[:start], quote.words[end:]
    if filler.role == Role.AGENT and _WHO_SAYS.match(quote.words[start:]):
        return None
    if filler.role == Role.AGENT and (thing := _AFTER_A_THING.match(after)) is not None:
        return Role.PATIENT if _AGAINST.search(before) or _HIT_AFTERWARDS.match(thing["rest"]) else filler.role
    if filler.role == Role.PATIENT and not _AGAINST.search(before) and _CLAIMS_IT.match(after):
        return Role.AGENT
    return filler.role

"""Whether a day without a week, or a month without a year, lies ahead: what the verbs around it tell."""

import re

from rashomon.extraction.dates_values import Towards

_UNTIL = re.compile(
    r"\b(?:by|until|till|as (?:early|soon|late) as|no later than) (?:(?:at least|late|early|mid) )?$", re.IGNORECASE
)
_PLAN = r"due|set|expected|scheduled|slated|planned|payable"
_TO_COME = (
    rf"{_PLAN}|planning|plans?|expects?|forecasts?|"
    r"intends?|hopes?|hoping|wants?|ready|likely|about|agreed|vow(?:s|ed)?|pledged|promised|"
    r"threaten(?:s|ed)|is|are|be|called on \w+|urged \w+|asked \w+|invited \w+|aims?|prepar(?:es|ing)"
)
#: Verbs whose present tense tells of a programme: "registration resumes on Sunday".
_PROGRAMME = (
    r"opens|begins|starts|resumes|expires|meets|convenes|takes place|votes|returns|arrives|visits|plays|faces|hosts|travels"
)
_LEAVING = r"coming|leaving|going|meeting|holding|visiting|starting|returning|travell?ing|arriving"
_PAST = (
    r"said|says|told|was|were|had|has|have|did|took|began|came|went|gave|made|fell|rose|left|met|held|shot|hit|struck|broke|led|"
    r"won|lost|found|saw|blew|fled|sent|got|ran|kept|brought|thought|became|wrote|spoke|drove|fought|swore|stood|sat|felt|grew|paid|"
    r"since|as of|(?-i:[a-z]{2,}ed)"
)
_AHEAD = (
    r"(?:will|shall|would)(?: not| also| then| now| only)?(?: be| have)?(?: [a-z]+ly)? [a-z]+|deadline|upcoming|"
    rf"(?:has|have) scheduled|to be [a-z]+|(?:{_TO_COME}) to (?:be )?[a-z]+|"
    rf"(?:{_PLAN}) (?:for|on|in|by|at|early|later?|this|next|[MTWFS][a-z]+day)|(?:is|are) (?:{_LEAVING}|due)"
)
_VERB = re.compile(rf"\b(?:(?P<ahead>{_AHEAD})|(?P<soon>{_PROGRAMME})|(?P<back>{_PAST}))\b|['’]ll\b", re.IGNORECASE)
#: How far back and on the verbs are looked for.
_REACH = 90
_CLAUSE = re.compile(r"[;:]|, (?:and|but|when|who|which|after|where|while) |[\"“”]")


def _verb(text: str, sentence: tuple[int, int], start: int, end: int) -> re.Match[str] | None:
    """The last verb of the clause before the expression; where it opens the clause, the first one after it."""
    begin = max(sentence[0], start - _REACH)
    for match in _CLAUSE.finditer(text, begin, start):
        begin = match.end()
    last = None
    for match in _VERB.finditer(text, begin, start):
        last = match
    return last or _VERB.search(text, end, min(sentence[1], end + _REACH))


def towards(text: str, sentence: tuple[int, int], span: tuple[int, int], *, near: bool) -> Towards:
    """Return where the expression looks: ahead where the verb that goes with it does, else back.

    Args:
        text: the whole text.

        sentence: offsets of the sentence.

        span: offsets of the expression.

        near: whether it is one of the days around ("Monday"), of which the present tense too tells a programme.
    """
    verb = _verb(text, sentence, *span)
    until = _UNTIL.search(text, sentence[0], span[0])
    if verb is None:
        return Towards.FUTURE if until else Towards.PAST
    if until and (verb.start() < span[0] or verb["back"] is None):
        return Towards.FUTURE
    return Towards.PAST if verb["back"] or (verb["soon"] and not near) else Towards.FUTURE

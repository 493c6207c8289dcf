"""Read a page without bylines: an archive of headlines with excerpts, an archive of excerpts alone, or one article.

The three look much alike. What tells them apart: archive furniture, an excerpt printed twice, wider gaps before headlines, and
whether the paragraphs go on from one another (one article) or each begin anew (excerpts).
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from rashomon.model.sources import Part
from rashomon.model.words import PartKind
from rashomon.readers.bodies import body_parts
from rashomon.readers.drafts import Draft
from rashomon.readers.glue import Vocabulary, glue_at
from rashomon.readers.lines import MOST_HEADLINE_WORDS, Line, is_headline, kind_of

_LEAST_PAIRS = 3
_LEAST_HEADS = 2
_LEAST_BRIEFS = 5
_LEAST_TITLE_WORDS = 4
#: Above this share of paragraphs that go on from the one before, the page is one article; excerpts of the seeds show under 0.07.
_CONTINUES_AT = 0.15
#: From this share on, not even an excerpt printed twice makes an archive of it.
_CONTINUES_PLAINLY = 0.3
#: With fewer paragraphs than this, none may go on from the one before.
_MANY = 8
_LEAST_EXCERPT = 60
_DATELINE = re.compile(
    r"(?:[A-Z][\w.’'-]+,?\s){1,4}(?:\([^)]{2,40}\)\s?)?(?:–|—|--?)\s|[A-Z]{3}[A-Z .,’-]{0,40}(?:\([^)]{2,40}\)|:|,\s\d)"
)
_IN_A_LIST = re.compile(r"(?:\(?\d{1,2}[.)]|[•●▪*–—-]|\[)\s?\S")
_SENTENCE = re.compile(r"[.!?][”\"’']?\s+(?=[A-Z“\"])")
_CONTINUES = re.compile(
    r"(?:[“\"«„‘']|\(|(?:he|she|they|it|we|you|his|her|their|its|him|those|these|that|such|this|but|and|or|so|yet|also|however|meanwhile|moreover|furthermore|"
    r"still|nevertheless|nonetheless|instead|then|later|earlier|afterwards|asked|speaking|when\s+asked|according\s+to|in\s+(?:a|another)\s+(?:statement|interview)|"
    r"in\s+addition|in\s+response|in\s+turn|for\s+(?:his|her|its|their)\s+part|on\s+the\s+other\s+hand|for\s+example|for\s+instance|as\s+a\s+result|another|"
    r"others?|both|neither|there\s+(?:was|were|is|are|has|have)|no\s+one|none|if|what|why|how|i|mr|mrs|ms|dr|elle|il|ils|mais|er|sie|pero|ella)\b)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:he|she|they|it)\s+(?:said|added|told|wrote|noted|explained|claimed)\b|[”\"],?\s+(?:\w+\s+){0,4}(?:said|added|told)\b",
    re.IGNORECASE,
)


def read_briefs(text: str, lines: Sequence[Line], *, archive: bool, outlet: str | None = None) -> tuple[Draft, ...]:
    """Return the drafts of the page.

    Args:
        text: the page.
        lines: its lines without furniture.
        archive: whether furniture said that it is an archive.
        outlet: what the page prints as its name.
    """
    vocabulary = Vocabulary(text)
    headed = [_headed(line, vocabulary) for line in lines]
    if not archive and _is_numbered(lines, headed):
        groups = [list(lines)]
    elif _is_paired(lines, headed, archive=archive):
        groups = _grouped(lines, headed)
    elif _is_excerpts(lines, headed, archive=archive):
        groups = _single_paragraphs(lines, headed)
    else:
        groups = [list(lines)]
    # A headline with nothing under it is a link on the page, unless it is all there is.
    told = [group for group in groups if len(group) > 1 or len(lines) == 1 or not is_headline(group[0])]
    drafts = (_draft(group, vocabulary, outlet) for group in told)
    return tuple(draft for draft in drafts if draft is not None)


def _headed(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether the line is a headline, or a paragraph with its headline glued to it."""
    return is_headline(line) or glue_at(line.text, vocabulary, MOST_HEADLINE_WORDS, _LEAST_TITLE_WORDS) is not None


def _is_numbered(lines: Sequence[Line], headed: Sequence[bool]) -> bool:
    """Whether headings are numbered: those of one article ("Five things to know")."""
    return sum(head and _IN_A_LIST.match(line.text) is not None for line, head in zip(lines, headed, strict=True)) >= _LEAST_HEADS


def _is_paired(lines: Sequence[Line], headed: Sequence[bool], *, archive: bool) -> bool:
    """Headlines again and again, each with its paragraph."""
    heads = sum(headed)
    if heads < _LEAST_HEADS or not headed[0]:
        return False
    paragraphs = sum(not is_headline(line) for line in lines)
    if archive or (heads >= _LEAST_PAIRS and _gaps_before_headlines(lines)):
        return paragraphs <= 3 * heads
    long_enough = [line for line, head in zip(lines, headed, strict=True) if head and line.words >= _LEAST_TITLE_WORDS]
    return heads >= _LEAST_PAIRS and 2 * paragraphs <= 3 * heads and 2 * len(long_enough) > heads


def _gaps_before_headlines(lines: Sequence[Line]) -> bool:
    """Return whether headlines stand off from what is before them more than from what is behind them."""
    wider = narrower = 0
    for before, (line, after) in zip(lines, pairwise(lines[1:]), strict=False):
        if is_headline(line) and not is_headline(before) and not is_headline(after):
            wider += line.gap > after.gap
            narrower += line.gap <= after.gap
    return wider > narrower


def _is_excerpts(lines: Sequence[Line], headed: Sequence[bool], *, archive: bool) -> bool:
    """Paragraphs that each begin anew."""
    paragraphs = [line for line, head in zip(lines, headed, strict=True) if not head]
    if archive and len(paragraphs) > 1:
        return True
    if _repeats_excerpt(paragraphs) and continuity(paragraphs) < _CONTINUES_PLAINLY:
        return True
    if len(paragraphs) < _LEAST_BRIEFS or sum(headed) > max(1, len(lines) // 4):
        return False
    if sum(_DATELINE.match(line.text) is not None for line in paragraphs) == 1 or any(
        _IN_A_LIST.match(line.text) for line in paragraphs
    ):
        return False
    if any(line.text.endswith(":") for line in paragraphs) or sum(
        len(line.text) < _LEAST_EXCERPT for line in paragraphs
    ) * 10 > len(paragraphs):
        return False
    most = _CONTINUES_AT if len(paragraphs) >= _MANY else 0.0
    return continuity(paragraphs) <= most and _several_sentences(paragraphs)


def _repeats_excerpt(paragraphs: Sequence[Line]) -> bool:
    """The featured article's excerpt is printed a second time, right behind the first."""
    return any(one.text == other.text and len(one.text) >= _LEAST_EXCERPT for one, other in pairwise(paragraphs))


def continuity(paragraphs: Sequence[Line]) -> float:
    """Return the share of paragraphs, from the second on, that go on from the one before."""
    later = paragraphs[1:]
    names: set[str] = set()
    going_on = 0
    for before, line in zip(paragraphs, later, strict=False):
        names.update(re.findall(r"\b[A-Z][\w’'-]+\s([A-Z][\w’-]+)", before.text[:2000]))
        opening = line.text.split(maxsplit=1)[0].strip(",.’s")
        going_on += bool(_CONTINUES.match(line.text) or _SAYS.search(line.text[:2000]) or opening in names)
    return going_on / len(later) if later else 1.0


def _several_sentences(paragraphs: Sequence[Line]) -> bool:
    """Excerpts are a sentence or a few; the paragraphs of agencies are nearly all one."""
    counts = [1 + len(_SENTENCE.findall(line.text[:2000])) for line in paragraphs]
    return sum(count > 1 for count in counts) * 3 >= len(counts)


def _grouped(lines: Sequence[Line], headed: Sequence[bool]) -> list[list[Line]]:
    """Each headline with the paragraphs up to the next."""
    groups: list[list[Line]] = []
    for line, head in zip(lines, headed, strict=True):
        if head or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    return groups


def _single_paragraphs(lines: Sequence[Line], headed: Sequence[bool]) -> list[list[Line]]:
    """Each paragraph alone, with the headline before it where there is one."""
    groups: list[list[Line]] = []
    for index, line in enumerate(lines):
        after_headline = index > 0 and is_headline(lines[index - 1])
        if after_headline and not headed[index]:
            groups[-1].append(line)
        else:
            groups.append([line])
    return groups


def _draft(lines: Sequence[Line], vocabulary: Vocabulary, outlet: str | None) -> Draft | None:
    """Cut one article into parts; ``None`` where only furniture or a bare headline is left."""
    first, body = lines[0], list(lines)
    parts: list[Part] = []
    title: str | None = None
    at = None if is_headline(first) else glue_at(first.text, vocabulary, MOST_HEADLINE_WORDS, _LEAST_TITLE_WORDS)
    if is_headline(first) and len(lines) > 1:
        title, body = first.text, body[1:]
        parts.append(Part(PartKind.TITLE, first.start, first.end))
    elif at is not None:
        title = first.text[:at]
        parts.append(Part(PartKind.TITLE, first.start, first.start + at))
        body[0] = Line(first.start + at, first.end, first.text[at:], 0)
    parts.extend(body_parts(body, vocabulary))
    while parts and parts[-1].kind is PartKind.NOISE:
        parts.pop()
    if not any(part.kind is PartKind.BODY for part in parts):
        return None
    return Draft(tuple(parts), title, outlet=outlet) if kind_of(first.text) is not PartKind.NOISE or len(lines) > 1 else None

"""The lines of a page of text, with their places, and what a line looks like: headline, furniture, footnote, noise."""

import re
from dataclasses import dataclass
from itertools import pairwise

from rashomon.model.words import PartKind

#: Longer lines than these are paragraphs, whatever they end in.
MOST_HEADLINE_CHARACTERS = 200
MOST_HEADLINE_WORDS = 28
#: A title that ends like a sentence is no longer than this.
_SHORT_CHARACTERS = 90
_SHORT_WORDS = 14
_WRAP = (40, 100)
_LEAST_WRAPPED = 4
#: A menu has so many headings, each of so many words at most.
_LEAST_HEADINGS, _HEADING_WORDS = 4, 3

_RUN = re.compile(r"[^\r\n\u2028\u2029]+")
_ENDS_SENTENCE = re.compile(r"(?:[.;:,…。।۔]|(?:…|\.\.\.|&#8230;|&hellip;)\s?[\])]|\.\s?[”’\"')\]»]|[.?!]\s?[”\"]\s?[—–-]?)$")
_ENDS_ACRONYM = re.compile(r"(?:\b[A-Z]\.){2,}$|\b(?:Jr|Sr|Inc|Ltd|Co|No|St)\.$")
_ENDS_INSIDE = re.compile(r"[a-z0-9”\"][.!?][”\"]?\s+[A-Z“\"]")
_FURNITURE = re.compile(
    r"""(?:
      (?:tag|category|author|monthly|daily|topic)s?\s+archives?\b.{0,120}
    | archives?\s+for\s+(?:the\s+)?(?:[‘'"“]|category\b|tag\b|(?:\w{3,12}\s)?\d{4}$).{0,100} | archives?
    | (?:archives?|arquivo|archiv|archivo)\s*[:–-].{0,120}
    | (?:posts?|articles?|stories|entries|news)\s+(?:tagged|filed|categori[sz]ed|by\s+tag|by\s+topic|archive)\b.{0,120}
    | (?:tag|category|topic|keyword|section|étiquette|catégorie|etiqueta|categoría|schlagwort|kategorie|etiket|метка|рубрика|тег
        |وسم|تصنيف)\s*:\s*.{1,120}
    | browsing(?:\s+\w+){0,2}\s*:.{0,120} | showing\s+(?:posts|results|articles)\b.{0,120} | search\s+results\b.{0,120}
    | home\s*[>»/›].{0,160} | you\s+are\s+here\b.{0,160} | skip\s+to\b.{0,60}
    | [←«‹]?\s*(?:older|newer|previous|next|earlier|more)\s+(?:posts?|entries|page|articles|stories)\s*[→»›]?
    | (?:page\s+)?\d{1,4}\s+(?:of|/)\s+\d{1,5} | page\s+\d{1,4}
    | (?:menu|search|navigation|main\s+menu|toggle\s+navigation|share|tweet|print|email|login|log\s+in|sign\s+in|subscribe)
    | (?:copyright|©).{0,160} | all\s+rights\s+reserved.{0,60} | (?:proudly\s+)?powered\s+by.{0,80}
    | leave\s+a\s+(?:comment|reply)
    | (?:previous|next|last)\s+(?:bulletin|issue|edition|digest|brief|report|round-?up|newsletter)\b.{0,60}
    | download\s+(?:as\s+|the\s+|this\s+)?(?:pdf|report|bulletin).{0,40}
    )$""",
    re.IGNORECASE | re.VERBOSE,
)
#: What stands over links to other articles, often with the first words of each.
_TEASERS = re.compile(
    r"""(?:
      (?:recent|related|popular|latest|trending|recommended|similar|more|top|other)\s+
        (?:posts?|comments|articles?|stories|coverage|news|headlines|reading|reports?)(?:\s.{0,40})?
    | most\s+(?:read|popular|viewed|shared|commented|recent)(?:\s.{0,40})? | trending(?:\s+now)? | read\s+next
    | (?:you\s+(?:may|might)\s+(?:also\s+)?(?:like|be\s+interested)|recommended\s+for\s+you|don[’']t\s+miss).{0,40}
    | in\s+other\s+news
    | (?:editors?[’']?s?|our)\s+(?:picks?|choice)|from\s+(?:the|our)\s+archives?
    )\s*:?$""",
    re.IGNORECASE | re.VERBOSE,
)
_CUT_SHORT = re.compile(r"(?:…|\.\.\.)[\])]?$")
_PAGER_SPLIT = re.compile(r"[\s…|.,:()\[\]-]+")
_PAGER_WORDS = frozenset(
    """page pages of next previous prev first last older newer earlier post posts entries articles stories home » « › ‹ → ← < >
    >> << siguiente anterior anteriores entradas página suivant précédent nächste vorherige seite""".split()  # noqa: SIM905
)
_NOISE = re.compile(
    r"""(?:
      the\s+full\s+(?:text|version)\s+of\s+this\b | please\s+(?:log\s?in|sign\s+in|register|subscribe)\b
    | (?:read|see|watch|listen)\s+(?:more|also|next|now)\s*[:|]
    | (?:also|lire|leer|lesen)\s+(?:read|also|aussi|también|más|auch|mehr)\b
    | related\s*(?:articles?|stories)?\s*: | recommended\s*: | more\s+on\s+this\b
    | get\s+(?:a|the)\s+short\s+url | share\s+(?:this|on|via)\b | like\s+this: | click\s+here\b | sign\s+up\s+(?:for|to)\b
    | subscribe\s+(?:to|now|for|here)\b | follow\s+us\b | advertise?ments?$ | sponsored$
    | (?:we|this\s+(?:web)?site)\s+uses?\s+cookies\b | by\s+continuing\s+to\s+(?:use|browse)\b
    | (?:accept|allow)\s+(?:all\s+)?cookies
    | your\s+e-?mail\s+address\s+will\s+not\b | save\s+my\s+name\b | enter\s+your\s+e-?mail\b | required\s+fields\s+are\b
    | this\s+(?:article|story|post)\s+(?:was|is)\s+(?:originally|first)\s+published
    | the\s+post\s.{1,300}\s(?:appeared\s+first|first\s+appeared)\s+on\b | support\s+(?:us|our\s+work)\b
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_ALT_TEXT = re.compile(r"automatically\s+generated", re.IGNORECASE)
_SUBSCRIPTION = re.compile(r"subscription\s+information|available\s+to\s+(?:subscribers|members)", re.IGNORECASE)
_MORE = re.compile(
    r"(?:\bread\s+(?:more|the\s+rest)\s+(?:of|on)\s+this\s+(?:post|entry|article|story)|\bread\s+the\s+full\s+(?:post|article|story)"
    r"|(?-i:\bContinue\s+reading)[^.]{0,160}|[\[(](?:read\s+)?more\s?(?:\.\.\.|…)?[)\]]|\bread\s+more|\blire\s+la\s+suite|\bleer\s+más"
    r"|\bweiterlesen)\s*[→»›>.…]?"
    r"(?:\s*[|·•–-]?\s*(?:(?:no|one|\d{1,5})\s+(?:comments?|replies|responses?|shares?)|(?:leave|add)\s+a\s+(?:comment|reply)))*\s*$",
    re.IGNORECASE,
)
#: A line that says whom a text is from; it closes the text and begins none.
_CREDIT = re.compile(r"(?:sources?|via|fuentes?|quellen?|источник|المصدر)\s*[:：]\s*\S", re.IGNORECASE)
_FOOTNOTE = re.compile(r"(?:\[\d{1,3}\]|[¹²³⁴-⁹]{1,3})\s?\S")
_CAPTION = re.compile(
    r"\(?(?:photo|image|picture|file\s+photo|caption|video|screenshot|map|graphic|credit|foto)s?\s*"
    r"(?:by|from|credit|courtesy|source)?\s*[:/]|\[(?:photo|image)\b|\((?:photo|image|file|ap|reuters|afp|getty)\b[^)]{0,80}\)$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line (or a paragraph wrapped over several) without the white space around it.

    ``start`` and ``end`` are offsets into the page; ``gap`` is the number of empty lines before it.
    """

    start: int
    end: int
    text: str
    gap: int

    @property
    def words(self) -> int:
        """Number of words."""
        return len(self.text.split())


def split_lines(text: str) -> list[Line]:
    """Return the lines that are not blank; lines of a hard-wrapped text come back as whole paragraphs."""
    lines: list[Line] = []
    last = 0
    for found in _RUN.finditer(text):
        words = found[0].strip()
        if not words:
            continue
        start = found.start() + len(found[0]) - len(found[0].lstrip())
        between = text[last:start]
        breaks = max(between.count("\n"), between.count("\r"), between.count("\u2028") + between.count("\u2029"))
        lines.append(Line(start, start + len(words), words, max(0, breaks - 1)))
        last = start + len(words)
    return _unwrap(text, lines) if _is_wrapped(lines) else lines


def _is_wrapped(lines: list[Line]) -> bool:
    """Most lines go on in the next one: of even width, without an end of sentence."""
    touching = [first for first, second in pairwise(lines) if second.gap == 0]
    if len(touching) < _LEAST_WRAPPED or any(len(line.text) > 2 * _WRAP[1] for line in lines):
        return False
    running = [line for line in touching if _WRAP[0] <= len(line.text) <= _WRAP[1] and not _ENDS_SENTENCE.search(line.text[-4:])]
    return 2 * len(running) > len(touching) and 2 * len(touching) > len(lines)


def _unwrap(text: str, lines: list[Line]) -> list[Line]:
    """Join lines that touch into one."""
    joined: list[Line] = []
    for line in lines:
        if joined and line.gap == 0 and len(joined[-1].text.split("\n")[-1]) >= _WRAP[0]:
            before = joined.pop()
            joined.append(Line(before.start, line.end, text[before.start : line.end], before.gap))
        else:
            joined.append(line)
    return joined


def ends_sentence(text: str) -> bool:
    """Return whether the text ends like a sentence: "U.S." at the end of a headline does not."""
    return _ENDS_SENTENCE.search(text[-8:]) is not None and _ENDS_ACRONYM.search(text[-12:]) is None


def is_headline(line: Line) -> bool:
    """Return whether the line may be a headline: short, begins like one, does not end like a sentence."""
    if len(line.text) > MOST_HEADLINE_CHARACTERS or line.words > MOST_HEADLINE_WORDS or ends_sentence(line.text):
        return False
    if closes_excerpt(line.text) or _CREDIT.match(line.text) or len(_ENDS_INSIDE.findall(line.text)) > 1:
        return False
    return any(c.isalpha() for c in line.text) and not line.text[0].islower() and kind_of(line.text) is PartKind.BODY


def is_short(line: Line) -> bool:
    """Return whether the line is no longer than a headline, whatever it ends in, and no noise or caption."""
    return len(line.text) <= _SHORT_CHARACTERS and line.words <= _SHORT_WORDS and kind_of(line.text) is PartKind.BODY


def is_furniture(text: str) -> bool:
    """Return whether the line belongs to the page around the articles ("Tag Archives: X", "Older posts")."""
    known = _FURNITURE.match(text) is not None or is_teasers(text)
    return len(text) <= MOST_HEADLINE_CHARACTERS and (known or _is_pager(text) or is_menu(text))


def is_teasers(text: str) -> bool:
    """Return whether the line stands over links to other articles ("Most read this week", "Related stories")."""
    return _TEASERS.match(text) is not None


def is_cut_short(text: str) -> bool:
    """Return whether the text is the beginning of another: it ends in dots or in a link to the rest."""
    return closes_excerpt(text) or _CUT_SHORT.search(text) is not None


def is_menu(text: str) -> bool:
    """Return whether the text is a site's menu: four and more short headings with marks between, and no day."""
    headings = [heading.strip() for heading in re.split(r"[|•·»]", text)]
    short = all(0 < len(heading.split()) <= _HEADING_WORDS for heading in headings)
    written = sum(heading[:1].isupper() for heading in headings) >= len(headings) - 1
    return len(headings) >= _LEAST_HEADINGS and short and written and not any(map(str.isdigit, text))


def _is_pager(text: str) -> bool:
    """Return whether the line is made of page numbers, arrows and words like "Next"."""
    words = [word for word in _PAGER_SPLIT.split(text.lower()) if word]
    return bool(words) and all(word.isdigit() or word in _PAGER_WORDS for word in words) and not all(map(str.isdigit, words))


def closes_excerpt(text: str) -> bool:
    """Return whether the text ends in a link to the rest of it ("Read more of this post")."""
    return _MORE.search(text[-200:]) is not None


def excerpt_link(text: str) -> int | None:
    """Return where the link to the rest begins in the text, ``None`` where there is none."""
    found = _MORE.search(text, max(0, len(text) - 200))
    return None if found is None else found.start()


def kind_of(text: str) -> PartKind:
    """Return what a line of a body is: footnote, caption, noise or body."""
    if _FOOTNOTE.match(text):
        return PartKind.FOOTNOTE
    if not any(character.isalnum() for character in text[:400]) or text in ("]]>", "[…]"):
        return PartKind.NOISE
    if len(text) <= 4 * MOST_HEADLINE_CHARACTERS and (
        _NOISE.match(text) or _SUBSCRIPTION.search(text) or (_ALT_TEXT.search(text) and "escription" in text)
    ):
        return PartKind.NOISE
    if len(text) <= 2 * MOST_HEADLINE_CHARACTERS and _CAPTION.match(text):
        return PartKind.CAPTION
    return PartKind.BODY

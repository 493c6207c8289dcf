"""The tags and lines of one annotated article: spans that nest, ids in reading order, lines that name only what is tagged."""

import re
import shlex
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from rashomon.model.reading import UNKNOWN_KEY, Account, Claim, Figure, Reading, Tie
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.model.words import MentionKind, Role

#: Roles of an event's line whose values are entities.
_ROLES = (Role.AGENT, Role.PATIENT, Role.WEAPON, Role.PLACE, Role.VIA, Role.ORIGIN, Role.DESTINATION)
_NOT_IN_KEYS = re.compile(r"[^\w-]+")
#: What XML 1.0 cannot hold.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Tag:
    """One tag over a stretch of the article's text; an empty one (``s``) has no length."""

    start: int
    end: int
    name: str
    attributes: tuple[tuple[str, str], ...]

    @property
    def opening(self) -> str:
        """Return the tag as it opens, without the closing bracket."""
        return f"<{self.name}" + "".join(f" {name}={quoteattr(value)}" for name, value in self.attributes)

    def crosses(self, other: "Tag") -> bool:
        """Return whether the two overlap and neither lies in the other."""
        return self.start < other.start < self.end < other.end or other.start < self.start < other.end < self.end


@dataclass(frozen=True, slots=True)
class Annotated:
    """An article's text with tags that nest, and the lines below it by name."""

    text: str
    tags: tuple[Tag, ...]
    empty: tuple[Tag, ...]
    lines: tuple[tuple[str, tuple[str, ...]], ...]

    def marked(self, start: int, end: int) -> str:
        """Return a stretch with its tags."""
        inner = [tag for tag in self.tags if tag.start < end and tag.end > start]
        opens, closes = dict[int, list[Tag]](), dict[int, list[Tag]]()
        for tag in sorted(inner, key=lambda tag: (tag.start, -tag.end, tag.name)):
            opens.setdefault(max(tag.start, start), []).append(tag)
            closes.setdefault(min(tag.end, end), []).append(tag)
        points = [tag for tag in self.empty if start < tag.start <= end]
        at, written = start, ""
        for position in sorted({*opens, *closes, *(tag.start for tag in points), end}):
            written += _plain(self.text[at:position])
            written += "".join(f"</{tag.name}>" for tag in reversed(closes.get(position, [])))
            written += "".join(f"{tag.opening}/>" for tag in points if tag.start == position)
            written += "".join(f"{tag.opening}>" for tag in opens.get(position, []))
            at = position
        return written


def _plain(text: str) -> str:
    return escape(_NOT_IN_XML.sub(" ", text))


def _key(key: str) -> str:
    return _NOT_IN_KEYS.sub("-", key).strip("-") or "x"


def annotated(article: Article, reading: Reading, stretches: Iterable[tuple[int, int]]) -> Annotated:
    """Return an article's text with the tags and lines of its reading.

    Args:
        article: the article.

        reading: what is found in it, as people corrected it.

        stretches: of its text that are written; a tag that lies in none of them counts for nothing.
    """
    return _Annotating(article, reading, tuple(stretches)).made()


class _Annotating:
    """Collects the tags of one reading. Names of events, claims and figures are ``e1``, ``a1`` and ``n1`` in reading order."""

    def __init__(self, article: Article, reading: Reading, stretches: tuple[tuple[int, int], ...]) -> None:
        self._article = article
        self._reading = reading
        self._stretches = stretches
        self._tags: list[Tag] = []
        self._events = {account.id: f"e{n}" for n, account in enumerate(reading.accounts, 1)}
        self._figures = {figure.id: f"n{n}" for n, figure in enumerate(reading.figures, 1)}

    def made(self) -> Annotated:
        """Return all of it. Tags are tried in the order of their worth: events, mentions, numbers, dates, what is said."""
        accounts = [account for account in self._reading.accounts if self._event(account)]
        keys = {
            _key(mention.key)
            for mention in self._reading.mentions
            if mention.key and self._mention(mention.span, mention.kind, mention.key)
        }
        figures = [figure for figure in self._reading.figures if self._number(figure)]
        for mention in self._reading.mentions:
            if mention.kind == MentionKind.DATE and mention.date is not None:
                self._put(mention.span, "d", v=mention.date.written)
        claims = [(n, claim) for n, claim in enumerate(self._reading.claims, 1) if self._said(n, claim, keys)]
        ids = {self._events[account.id] for account in accounts} | {self._figures[figure.id] for figure in figures}
        lines = (
            ("events", tuple(self._event_line(account, keys) for account in accounts)),
            ("claims", tuple(self._claim_line(n, claim, keys, ids) for n, claim in claims)),
            ("figures", tuple(self._figure_line(figure, keys, ids) for figure in figures)),
            ("relations", tuple(_tie_line(tie) for tie in self._reading.ties if {_key(tie.subject), _key(tie.object)} <= keys)),
        )
        empty = tuple(tag for tag in self._tags if tag.name == "s")
        return Annotated(self._article.text, tuple(tag for tag in self._tags if tag.name != "s"), empty, lines)

    def _put(self, span: EvidenceSpan, name: str, **attributes: str) -> bool:
        """Put a tag where it lies in one stretch, holds words and crosses no other; return whether it was put."""
        words = span.of(self._article)
        start = span.start + len(words) - len(words.lstrip())
        tag = Tag(start, start + len(words.strip()), name, tuple(attributes.items()))
        inside = any(first <= tag.start and tag.end <= last for first, last in self._stretches)
        if not words.strip() or not inside or any(tag.crosses(other) for other in self._tags):
            return False
        self._tags.append(tag)
        return True

    def _event(self, account: Account) -> bool:
        name = self._events[account.id]
        told = self._put(account.trigger, "v", i=name, t=account.type, s=account.status)
        also = [self._put(span, "v", i=name, t=account.type, s=account.status) for span in account.also]
        return told or any(also)

    def _mention(self, span: EvidenceSpan, kind: MentionKind, key: str) -> bool:
        return kind not in (MentionKind.DATE, MentionKind.NUMBER) and self._put(span, "m", t=kind, k=_key(key))

    def _number(self, figure: Figure) -> bool:
        return self._put(figure.span, "q", i=self._figures[figure.id], n=figure.kind, v=str(figure.value))

    def _said(self, n: int, claim: Claim, keys: set[str]) -> bool:
        """Tag what is said, by which cue and by whom; what the outlet says in its own voice has no tags in that form."""
        if claim.source != UNKNOWN_KEY and _key(claim.source) not in keys:
            return False
        has_cue = claim.cue is not None and self._put(claim.cue, "c", i=f"a{n}")
        is_cue = claim.cue is not None and claim.cue == claim.content
        has_words = not is_cue and self._contents(n, claim.content)
        if (has_cue or has_words) and claim.source_span is not None:
            end = claim.source_span.end
            self._tags.append(Tag(end, end, "s", (("i", f"a{n}"),)))
        return has_cue or has_words

    def _contents(self, n: int, content: EvidenceSpan) -> bool:
        """Tag a content; one that runs over several paragraphs is tagged in each."""
        put = False
        for first, last in self._stretches:
            start, end = max(first, content.start), min(last, content.end)
            put |= start < end and self._put(EvidenceSpan(content.article_id, start, end), "a", i=f"a{n}")
        return put

    def _event_line(self, account: Account, keys: set[str]) -> str:
        told = [self._events[account.id]]
        for role in _ROLES:
            filled = dict.fromkeys(_key(key) for key in account.keys(role) if _key(key) in keys)
            told += [f"{role}={','.join(filled)}"] if filled else []
        told += [f"date={account.date.written}"] if account.date is not None else []
        told += [f"killed={account.killed}"] if account.killed is not None else []
        told += [f"injured={account.injured}"] if account.injured is not None else []
        return " ".join(told)

    def _claim_line(self, n: int, claim: Claim, keys: set[str], ids: set[str]) -> str:
        source = "unknown" if claim.source == UNKNOWN_KEY else _key(claim.source)
        told = [f"a{n}", f"source={source}", f"stance={claim.stance}"]
        about = next(self._named(claim.about, ids), None)
        told += [f"about={about}"] if about is not None else []
        via = next((_key(key) for key in claim.via if _key(key) in keys), None)
        return " ".join([*told, *([f"via={via}"] if via is not None else [])])

    def _named(self, refs: Iterable[str], ids: set[str]) -> Iterator[str]:
        names = (self._events.get(ref, self._figures.get(ref)) for ref in refs)
        return (name for name in names if name is not None and name in ids)

    def _figure_line(self, figure: Figure, keys: set[str], ids: set[str]) -> str:
        told = [self._figures[figure.id], _stated("what", figure.what), f"value={figure.value}"]
        stated = {
            "unit": figure.unit,
            "period": figure.period and figure.period.written,
            "as_of": figure.as_of and figure.as_of.written,
            "qualifier": figure.qualifier,
            "source": _key(figure.source) if _key(figure.source) in keys else "outlet",
            "event": next(self._named((figure.account or "",), ids), None),
        }
        return " ".join([*told, *(_stated(name, value) for name, value in stated.items() if value)])


def _stated(name: str, value: str) -> str:
    """Return ``name=value`` as the form's lines are split: quoted where it holds spaces or quotation marks."""
    return f"{name}={shlex.quote(' '.join(_NOT_IN_XML.sub(' ', value).split()))}"


def _tie_line(tie: Tie) -> str:
    return f"{_key(tie.subject)} {tie.relation} {_key(tie.object)}"

"""Headlines that name their source without a verb: "Minister: talks go on"."""

from collections.abc import Sequence

from rashomon.extraction.speech_contents import trimmed
from rashomon.extraction.speech_shapes import Saying
from rashomon.extraction.speech_words import Tag, Word

#: Most words of a source before a colon.
_MOST = 6


def headline(cut: Sequence[Word]) -> tuple[Saying, ...]:
    """Return what "X: Y" in a title reports; the colon is its cue."""
    at = next((n for n, word in enumerate(cut[: _MOST + 1]) if word.low == ":"), None)
    if not at or any(word.tag in (Tag.VERB, Tag.MARK) for word in cut[:at]):
        return ()
    end = trimmed(cut, at + 1, len(cut))
    if end - at <= 2:  # noqa: PLR2004 - a word alone is no content
        return ()
    source, cue, content = (cut[0].start, cut[at - 1].end), (cut[at].start, cut[at].end), (cut[at + 1].start, cut[end - 1].end)
    return (Saying(source, cue, (content,), "headline", ":"),)

"""Say of an article who did what to whom in the terms of CAMEO and PLOVER.

Works on the product's own mentions, sentences and clauses; the codes come from the lists in ``words/coder``. What is coded is
what the text says, in whatever mood: a threat is a threat, a denied attack is none.
"""

from dataclasses import dataclass

from rashomon.extraction.clauses import Passage, Sentence, passage
from rashomon.extraction.coder_actors import Identities
from rashomon.extraction.coder_acts import find_acts
from rashomon.extraction.coder_codes import Coded, code_acts
from rashomon.extraction.coder_contexts import contexts
from rashomon.extraction.coder_frames import is_hostile
from rashomon.extraction.coder_parties import Parties, Party
from rashomon.extraction.coder_phrases import Phrases
from rashomon.extraction.coder_roles import Roles
from rashomon.extraction.lexicon import Lexicon
from rashomon.extraction.mentions import mentions
from rashomon.model.sources import Article, EvidenceSpan
from rashomon.text.wordlist import words

#: Acts that all those on a list do with each other, where nobody else is named.
_JOINT = frozenset(words("030 031 032 035 036 037 038 039 040 041 044 046 050 057 060 061 062 063 064 120 121 125 127"))
#: Acknowledge or claim responsibility.
_ADMITTED = "015"
_ADMITTERS = frozenset({"it", "they", "he", "she", "we"})
#: What a subordinate clause, a later place and an infinitive take from an act's weight.
_DEEPER, _LATER, _PURPOSE = 0.9, 0.06, 1.0


@dataclass(frozen=True, slots=True)
class CodedEvent:
    """One act of the text.

    Args:
        code: CAMEO code; ``deed`` is the code as if it were done, where it is only announced or due; ``back`` is the deed
            from target to source, where the act is one of both.

        trigger: the words that name it.

        said_by: who is said to say so, in the sentence's own clause ("Israel said ...").

        contexts: what its sentence is about, in PLOVER's words, the main thing first.

        reciprocal: whether the sources did it to each other ("Jordan and Britain agreed"); there is no target then.

        weight: how surely and how centrally the sentence says it; comparable within a sentence only.
    """

    code: str
    trigger: EvidenceSpan
    sources: tuple[Party, ...] = ()
    targets: tuple[Party, ...] = ()
    said_by: tuple[Party, ...] = ()
    reciprocal: bool = False
    contexts: tuple[str, ...] = ()
    weight: float = 0.0
    deed: str | None = None
    back: str | None = None

    @property
    def root(self) -> str:
        """The CAMEO root, two digits."""
        return self.code[:2]


class Coder:
    """Codes one article at a time; holds nothing but the lists it reads by."""

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._identities = Identities(lexicon)

    def code(self, article: Article) -> tuple[CodedEvent, ...]:
        """Return the events of an article, sentence by sentence, the most central of a sentence first."""
        return self.code_passage(passage(article, mentions(article, self._lexicon)))

    def code_passage(self, text: Passage) -> tuple[CodedEvent, ...]:
        """As `code`, for an article that is already cut into sentences and words."""
        return tuple(event for sentence in text.sentences for event in _Sentence(text, sentence, self._identities).events())


class _Sentence:
    """Codes one sentence."""

    def __init__(self, text: Passage, sentence: Sentence, identities: Identities) -> None:
        self.text = text
        self.sentence = sentence
        acts = find_acts(sentence)
        self.coded = code_acts(sentence, acts)
        self.contexts = contexts(sentence.words)
        phrases = Phrases(sentence, acts)
        self.roles = Roles(sentence, self.coded, phrases, identities)
        self.parties = Parties(text, sentence, phrases, identities)

    def events(self) -> list[CodedEvent]:
        """Return its events, most central first; what is only the content of another, or carried by a verb, is none."""
        taken = {found.content for found in self.coded if found.content is not None and found.code is not None}
        events = [
            self.event(number, coded, coded.code)
            for number, coded in enumerate(self.coded)
            if coded.code is not None and number not in taken and not self.carried(number)
        ]
        return sorted(events, key=lambda event: -event.weight)

    def carried(self, number: int) -> bool:
        """Whether a noun's act is already told by the verb that carries it."""
        coded = self.coded[number]
        before = self.coded[number - 1] if number else None
        return coded.act.noun and before is not None and before.code == coded.code and not before.act.noun

    def weight(self, number: int) -> float:
        """Return how surely and centrally an act is told."""
        coded = self.coded[number]
        return coded.weight - _DEEPER * coded.act.depth - _LATER * number - (_PURPOSE if coded.act.infinitive else 0.0)

    def event(self, number: int, coded: Coded, code: str) -> CodedEvent:
        """Return the event of an act with its parties."""
        doers, others = self.roles.around(number)
        sources, targets = self.parties.acting(doers), self.parties.of(others)
        sources, targets = self.parties.at_home(sources), self.parties.at_home(targets)
        targets = tuple(party for party in targets if party.span not in [source.span for source in sources])
        both = self.is_joint(number, code, sources, targets)
        admitted = self.is_admitted(number)
        return CodedEvent(
            code=_ADMITTED if admitted else code,
            trigger=self.text.evidence(*self.sentence.span(coded.act.first, coded.act.last)),
            sources=sources,
            targets=() if both else targets,
            said_by=self.said_by(number),
            reciprocal=both,
            contexts=self.contexts,
            weight=self.weight(number),
            deed=_ADMITTED if admitted else coded.deed,
            back=coded.back,
        )

    def is_joint(self, number: int, code: str, sources: tuple[Party, ...], targets: tuple[Party, ...]) -> bool:
        """Whether those of a list do it with each other: nobody stands behind the act itself."""
        if len(sources) < 2 or code[:3] not in _JOINT:  # noqa: PLR2004 - two are a list
            return False
        return not targets or not self.roles.has_counterpart(number)

    def is_admitted(self, number: int) -> bool:
        """Whether somebody says "they" did a hostile deed: an admission, not a report of the deed."""
        coded = self.coded[number]
        act = coded.act
        if coded.code is None or coded.code != coded.deed or not is_hostile(coded.code) or act.passive or act.noun:
            return False
        pronoun = act.group > 0 and self.sentence.words[act.group - 1] in _ADMITTERS
        return pronoun and self.roles.saying(number) is not None

    def said_by(self, number: int) -> tuple[Party, ...]:
        """Return the subject of the verb of saying that an act is the content of."""
        saying = self.roles.saying(number)
        return self.parties.of(self.roles.near.subject(saying)) if saying is not None else ()

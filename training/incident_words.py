"""Train the word-by-word tagger of incidents: ``python -m training.incident_words FILE``.

One linear classifier a tag, on hashed features (`extraction.incidents.features`); small weights are dropped, the others become
int8. Needs scikit-learn and scipy.
"""

import sys
from collections import Counter
from pathlib import Path

import numpy as np
from scipy import sparse
from sklearn.linear_model import SGDClassifier

from rashomon.extraction.incidents.features import Words, bucket, features, words_in
from rashomon.extraction.incidents.passages import passage
from rashomon.extraction.trained.labels import tags
from training.encode import Marked
from training.open_sets import incidents

#: In how many reports a word stands to be no rarity.
_COMMON = 5
#: How often a feature must be seen to count for anything.
_SEEN = 6
#: How many words on either side of a labelled one are kept, the share kept of the others, and how many features are kept.
_NEAR, _SHARE, _KEPT = 15, 0.25, 60_000


def common_words(reports: list[Words]) -> set[int]:
    """Return the buckets of the words that are no rarity."""
    seen = Counter(form for report in reports for form in set(report.forms))
    return {bucket(f"w={form}") for form, times in seen.items() if times >= _COMMON}


def labels(marked: Marked, report: Words) -> list[int]:
    """Return the number of each word's tag."""
    names = tags("part")
    found = [0] * len(report.forms)
    for _, (start, end), label, _ in marked.spans:
        inside = [n for n, (a, b) in enumerate(report.bounds) if a >= start and b <= end]
        for n in inside:
            found[n] = names.index(f"{'B' if n == inside[0] else 'I'}-{label}")
    return found


def main() -> None:
    """Train, and write the weights."""
    marked = incidents()
    reports = [words_in(passage(one.text)) for one in marked]
    common = common_words(reports)
    chance = np.random.default_rng(17)
    columns: list[int] = []
    ends, gold, weights = [0], [], []
    for one, report in zip(marked, reports, strict=True):
        tagged = np.array(labels(one, report))
        near = np.convolve(tagged > 0, np.ones(2 * _NEAR + 1), "same")[: len(tagged)] > 0
        kept = near | (chance.random(len(tagged)) < _SHARE)
        for n, row in enumerate(features(report, common)):
            if kept[n]:
                columns.extend(row)
                ends.append(len(columns))
                gold.append(tagged[n])
                weights.append(1.0 if near[n] else 1 / _SHARE)
    used, places, seen = np.unique(np.array(columns), return_inverse=True, return_counts=True)
    shape = (len(gold), len(used))
    matrix = sparse.csr_matrix((np.ones(len(columns), dtype=np.float32), places.astype(np.int32), np.array(ends)), shape=shape)
    matrix, used = matrix[:, seen >= _SEEN], used[seen >= _SEEN]
    print(matrix.shape, flush=True)
    _write(Path(sys.argv[1]), common, used, *_fit(matrix, np.array(gold), np.array(weights)))


def _fit(matrix: sparse.csr_matrix, gold: np.ndarray, weights: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    slopes, offsets = [], []
    for tag in range(len(tags("part"))):
        judge = SGDClassifier(loss="log_loss", alpha=3e-5, max_iter=5, tol=None, average=True, random_state=17)
        judge.fit(matrix, gold == tag, sample_weight=weights)
        slopes.append(judge.coef_[0].astype(np.float32))
        offsets.append(float(judge.intercept_[0]))
        print(tag, flush=True)
    return np.array(slopes), np.array(offsets, dtype=np.float32)


def _write(target: Path, common: set[int], used: np.ndarray, slopes: np.ndarray, offsets: np.ndarray) -> None:
    kept = np.sort(np.argsort(-np.abs(slopes).max(axis=0))[:_KEPT])
    scales = np.abs(slopes).max(axis=1) / 127
    np.savez_compressed(
        target,
        buckets=used[kept].astype(np.int32),
        weights=np.round(slopes[:, kept] / scales[:, None]).astype(np.int8),
        scales=scales.astype(np.float32),
        offsets=offsets,
        common=np.array(sorted(common), dtype=np.int32),
    )


if __name__ == "__main__":
    main()

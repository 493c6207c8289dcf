"""An article's fingerprint: what of it is read, and that it depends on nothing else."""

import numpy as np
import pytest

from rashomon.linking.copies.letters import letters
from rashomon.linking.copies.shingles import KEPT, RUN, fingerprint, read_text, sampled
from rashomon.model.sources import Article, Part
from rashomon.model.words import PartKind

NEWS = (
    "Rain closed the mountain road above Lower Karsh for a third day. The mayor of Port Sena opened a clinic with forty new "
    "beds. Two fishing boats were towed back to the harbour after a storm. Teachers in the hill districts have gone back to "
    "work at last. A caravan of traders reached the salt market late on Sunday."
)


def article(text, outlet="Sena Courier", n=0, parts=()):
    return Article("capture", n, 0, len(text), text, title=str(n), outlet=outlet, parts=parts)


def parted(**kinds):
    text, parts = "", []
    for kind, words in kinds.items():
        parts.append(Part(PartKind(kind.rstrip("2")), len(text), len(text) + len(words)))
        text += words + "\n"
    return article(text, parts=tuple(parts))


def test_only_title_lead_and_body_are_read():
    made = parted(
        title="Road closed", byline="By A. Writer", lead="Rain fell.", caption="A road", body="It rained on.", noise="Share"
    )
    assert read_text(made) == "Road closed\nRain fell.\nIt rained on."


def test_a_part_that_the_page_prints_twice_is_read_once():
    assert read_text(parted(lead="Rain fell.", body="Rain fell.", body2="It rained on.")) == "Rain fell.\nIt rained on."


@pytest.mark.parametrize("parts", [(), (Part(PartKind.NOISE, 0, 4),)])
def test_a_page_without_known_parts_is_read_whole(parts):
    assert read_text(article("Rain fell on Karsh.", parts=parts)) == "Rain fell on Karsh."


@pytest.mark.parametrize("again", [NEWS.upper(), NEWS.replace(" ", "  "), NEWS.replace(".", " —"), NEWS.replace("o", "ó")])
def test_case_spaces_marks_and_accents_leave_a_fingerprint_as_it_is(again):
    one, other = fingerprint(article(NEWS)), fingerprint(article(again, outlet="Hill Gazette", n=4))
    assert (one.digest, one.length) == (other.digest, other.length)
    assert np.array_equal(one.sample, other.sample)


def test_another_word_changes_the_digest_and_only_the_runs_across_it():
    one, other = fingerprint(article(NEWS)), fingerprint(article(NEWS.replace("forty", "fifty")))
    assert one.digest != other.digest
    assert len(np.intersect1d(one.sample, other.sample)) >= len(one.sample) - RUN


def test_about_one_run_in_so_many_is_kept_and_the_same_ones_in_every_text():
    whole, part = letters(NEWS), letters(NEWS[120:])
    assert len(whole) / KEPT * 0.4 < len(sampled(whole)[0]) < len(whole) / KEPT * 2
    assert set(sampled(part)[1].tolist()) <= set(sampled(whole)[1].tolist())


def test_where_a_kept_run_stands():
    text = letters(NEWS)
    at, runs = sampled(text)
    assert np.array_equal(text.runs(RUN)[at], runs)


@pytest.mark.parametrize("text", ["", "...", "Rain fell"])
def test_a_text_shorter_than_a_run_has_none(text):
    assert len(fingerprint(article(text)).sample) == 0

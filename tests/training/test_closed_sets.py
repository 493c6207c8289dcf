import pytest

pytest.importorskip("tokenizers")
from tokenizers import Tokenizer, models, pre_tokenizers

from training.closed_sets import HEADS, PAIRS, annotated_form, attribution_windows
from training.encode import Encoder

TEXT = "Boats sank , Karo said . Nobody saw it ."
ROW = {
    "id": "one",
    "text": TEXT,
    "relations": [{"source": [[13, 17]], "cue": [[18, 22]], "content": [[0, 10], [25, 38]]}],
}


@pytest.fixture
def encoder():
    words = {word: n for n, word in enumerate(("[UNK]", *dict.fromkeys(TEXT.split())))}
    tokenizer = Tokenizer(models.WordLevel(words, unk_token="[UNK]"))
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return Encoder(tokenizer, 40, 20)


def test_sources_are_persons_and_every_stance_asserts():
    form = annotated_form(ROW)

    assert [(s["tag"], s["start"]) for s in form["spans"] if s["tag"] == "m"] == [("m", 13)]
    assert form["claims"] == [{"id": "a0", "stance": "asserts"}]


def test_only_the_heads_that_the_set_labels_are_trained(encoder):
    (window,) = attribution_windows(encoder, iter([ROW]), lambda _: None)

    assert (tuple(window.heads), tuple(window.pairs), window.classes) == (HEADS, PAIRS, {})


def test_a_content_in_two_pieces_hangs_on_its_cue_twice(encoder):
    (window,) = attribution_windows(encoder, iter([ROW]), lambda _: None)

    assert window.pairs["content"].gold.tolist() == [[1, 1]]
    assert window.pairs["source"].gold.tolist() == [[1]]

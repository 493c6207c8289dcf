"""Our word pieces against those of the `tokenizers` package, which trained the encoder."""

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from rashomon.extraction.trained.pieces import LONGEST, WordPieces, read_pieces
from rashomon.extraction.trained.shipping import MODEL
from rashomon.model.errors import ListError

tokenizers = pytest.importorskip("tokenizers")
SHIPPED = MODEL / "tokenizer.json"
_SMALL = ("[UNK]", "[CLS]", "[SEP]", "reed", "##s", "##bank", "re", "##ed", "front", "'", "s", "-", "9", ",", "e", "##d", "村")
SMALL = {piece: n for n, piece in enumerate(_SMALL)}
TEXTS = [
    "Reed Front fighters held the bridge at Oskil, residents told the Tarn Herald.",
    "“Kata’ib” al-Ḥusayn’s men—about 1,500—left Ṣanʿāʾ & Ta'izz at 06:40… U.S.-backed!",
    "قال المتحدث باسم الجيش إن حِزْب الله أطلق 3 صواريخ، بحسب الوكالة.",
    "Шойгу заявил: «потерь нет»; Ёлка, Ĳssel, ẞtraße, İstanbul, ﬁre, Ǆ, ΌΣΟΣ",
    "民兵 entered 大马士革 and 北 at dawn; 한국어 기사, ひらがな カタカナ ﾊﾝｶｸ",
    "zero\u200bwidth \u200fmarks\u200e soft\u00adhyphen no\u00a0break\u202fnarrow\u3000wide bell\x07 null\x00 \ufffd \ufeffbom",
    "line\nend\r\ntab\tform\x0cfeed vertical\x0btab next\x85line sep\u2028para\u2029",
    "e\u0301galite\u0301 cafe\u0301s \u0301alone ǖ Å ñandú Zażółć gęślą jaźń ≠ ≤ ½ ² ™ ℃",
    "🔥💥 breaking👨‍👩‍👧 flags🇸🇾 #Tarn @reed_front https://example.test/a?b=c&d=%20",
    "x" * LONGEST + " " + "x" * (LONGEST + 1) + " antidisestablishmentarianism",
    "[CLS ] ##ing # #s _under_score__ a##b --- ... ''",
    "ไทย देवनागरी தமிழ் עִבְרִית ქართული አማርኛ",
    "   \n ",
    "",
]
LETTERS = st.characters(codec="utf-8", min_codepoint=1, max_codepoint=0x6FF, exclude_characters="\u061d") | st.sampled_from(
    "aeinrst  .,'-’“”–—…民兵大한국ёЁßİıſﬁÅ\u0301\u0308\u200d\u200b\ufeff\ufffd\u3000\u2028😀🇸🇾"
)


@pytest.fixture(scope="module")
def theirs():
    made = tokenizers.Tokenizer.from_file(str(SHIPPED))
    made.no_padding()
    made.no_truncation()
    return made


@pytest.fixture(scope="module")
def ours():
    return read_pieces(SHIPPED)


#: Theirs takes these for its own marks wherever they are printed; ours reads them as text.
_SPECIAL = re.compile(r"\[(?:PAD|UNK|CLS|SEP|MASK|unused\d+)\]")


def same(ours, theirs, text):
    cut, coded = ours.cut(text), theirs.encode(text, add_special_tokens=False)
    assert list(zip(cut.ids, cut.offsets, cut.inside, strict=True)) == list(
        zip(coded.ids, coded.offsets, [piece.startswith("##") for piece in coded.tokens], strict=True)
    )


@pytest.mark.parametrize("text", TEXTS)
def test_a_text_is_cut_as_the_encoder_was_trained(text, ours, theirs):
    same(ours, theirs, text)


@settings(max_examples=300, deadline=None)
@given(text=st.text(LETTERS, max_size=60).filter(lambda text: not _SPECIAL.search(text)))
def test_any_text_is_cut_as_the_encoder_was_trained(text, ours, theirs):
    same(ours, theirs, text)


@pytest.mark.parametrize("block", [range(0x20, 0x250), range(0x300, 0x530), range(0x5D0, 0x600), range(0x2000, 0x2070)])
def test_every_character_of_a_block_is_cut_as_the_encoder_was_trained(block, ours, theirs):
    same(ours, theirs, " ".join(f"ab{chr(code)}cd {chr(code)}" for code in block))


def small(text):
    cut = WordPieces(SMALL).cut(text)
    return [(list(SMALL)[n], text[a:b]) for n, (a, b) in zip(cut.ids, cut.offsets, strict=True)], cut.inside


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("Reeds", [("reed", "Reed"), ("##s", "s")]),
        ("Reedbank-Front", [("reed", "Reed"), ("##bank", "bank"), ("-", "-"), ("front", "Front")]),
        ("reedy Front's", [("[UNK]", "reedy"), ("front", "Front"), ("'", "'"), ("s", "s")]),
        ("Rééd", [("reed", "Rééd")]),
        ("re\u0301ed村front", [("reed", "re\u0301ed"), ("村", "村"), ("front", "front")]),
    ],
)
def test_the_longest_known_piece_is_taken_from_the_front(text, pieces):
    assert small(text)[0] == pieces


def test_a_piece_says_whether_it_goes_on_within_a_word():
    assert small("Reeds - reed")[1] == (False, True, False, False)


def test_a_mark_of_the_encoder_in_a_text_is_but_words():
    assert 2 not in WordPieces(SMALL).cut("reed [SEP] front").ids


def test_a_vocabulary_with_a_piece_a_line_cuts_alike(tmp_path):
    (tmp_path / "vocab.txt").write_text("\n".join(SMALL) + "\n", encoding="utf-8")

    assert read_pieces(tmp_path / "vocab.txt").cut("Reeds, 9") == WordPieces(SMALL).cut("Reeds, 9")


def test_a_vocabulary_without_the_marks_is_refused():
    with pytest.raises(ListError, match=r"\[CLS\]"):
        WordPieces({"[UNK]": 0, "reed": 1})


def test_another_way_of_cutting_is_refused(tmp_path):
    path = tmp_path / "tokenizer.json"
    path.write_text(json.dumps({"model": {"type": "BPE", "vocab": {}}, "normalizer": None}), encoding="utf-8")

    with pytest.raises(ListError, match="BPE"):
        read_pieces(path)

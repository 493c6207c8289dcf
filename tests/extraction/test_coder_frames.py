import pytest

from rashomon.extraction.coder_frames import framed, is_cooperation, is_hostile, root
from rashomon.extraction.coder_words import Manner


@pytest.mark.parametrize(
    ("manner", "content", "code"),
    [
        (Manner.AGREE, "072", "0332"),
        (Manner.AGREE, "045", "039"),
        (Manner.AGREE, None, "030"),
        (Manner.AGREE, "039", "039"),
        (Manner.DEMAND, "0841", "1053"),
        (Manner.DEMAND, "190", "100"),
        (Manner.APPEAL, "0871", "0256"),
        (Manner.REJECT, "040", "125"),
        (Manner.REJECT, "073", "1223"),
        (Manner.THREATEN, "1723", "1323"),
        (Manner.THREATEN, "051", "130"),
        (Manner.VOW, "194", "1384"),
        (Manner.VOW, "070", "033"),
        (Manner.ACCUSE, "1822", "1122"),
        (Manner.INVESTIGATE, "190", "090"),
    ],
)
def test_an_operator_gives_its_content_a_code_of_its_own_root(manner, content, code):
    assert framed(manner, content) == code


def test_roots_say_whether_a_code_is_cooperation_or_a_hostile_deed():
    assert [(root(code), is_cooperation(code), is_hostile(code)) for code in ("057", "112", "138", "202")] == [
        (5, True, False),
        (11, False, False),
        (13, False, True),
        (20, False, True),
    ]

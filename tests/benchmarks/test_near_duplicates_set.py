"""Reprints among others: records in, one cluster for each text out."""

from benchmarks.near_duplicates import predict

GATE = (
    "By noon the garrison commander, Major Idris Wafi, had closed the northern gate and sent his families to the coast. Shots "
    "were heard twice in the afternoon near the burnt well, and the trucks went the way they came. Nobody was reported hurt."
)
SCANNED = GATE.replace("commander", "cornmander").replace("noon", "n0on").replace("trucks", "truck s").replace("burnt", "burrit")
FERRY = "A ferry with ninety passengers reached the island of Karsh two hours late on Tuesday because of fog, the master said."


def rows(**texts):
    return [{"id": key, "title": f"News {key}", "text": text, "date": "2031-03-04"} for key, text in texts.items()]


def test_a_cut_and_a_bad_scan_stand_with_their_original_and_another_text_alone():
    cut = GATE[: GATE.index(" Nobody")]
    found = {row["id"]: row["cluster"] for row in predict(rows(a=GATE, b=SCANNED, c=cut, d=FERRY))}
    assert found["a"] == found["b"] == found["c"] != found["d"]


def test_every_record_gets_a_line_even_where_two_are_the_same():
    same = {"title": None, "text": GATE, "date": "2031-03-04"}
    found = list(predict([{"id": "a", **same}, {"id": "b", **same}]))
    assert [row["id"] for row in found] == ["a", "b"]
    assert found[0]["cluster"] == found[1]["cluster"]

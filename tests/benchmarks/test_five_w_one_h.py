from benchmarks import five_w_one_h


def test_an_article_gives_one_answer_a_question():
    row = {
        "id": "a",
        "date": "2016-11-09",
        "publisher": "Harbour Press",
        "title": "Rebels storm radio station after talks fail",
        "description": "Armed men took over a station in Baghdad on Tuesday.",
        "text": "The men entered at dawn, staff said.",
    }
    (found,) = five_w_one_h.predict([row])
    answers = found["answers"]
    assert found["id"] == "a"
    assert [answers["who"][0]["text"], answers["what"][0]["text"]] == ["Rebels", "storm radio station"]
    assert answers["where"][0]["text"] == "Baghdad"
    assert answers["when"][0] == {"text": "Tuesday", "parsed": "2016-11-08"}


def test_a_description_that_opens_the_text_stands_once():
    row = {"title": "T", "description": "Rebels stormed a station.", "text": "Rebels stormed a station. Staff fled."}
    assert five_w_one_h._text(row) == "T\n\nRebels stormed a station. Staff fled."

from marked_text import marked

from rashomon.extraction.main_event import main_day, main_event


def _answers(text, title=None):
    marks = marked(text, title)
    event = main_event(marks.article, marks.reading())
    spans = {"who": event.who, "what": event.what, "when": event.when, "where": event.where, "why": event.why}
    return {question: marks.words(span) for question, span in spans.items() if span is not None}


def test_the_headline_says_who_and_what_and_the_lead_when_and_where():
    answers = _answers(
        "Armed men stormed the mill in {mirsa|PLACE|Mirsa} late on {=2020-03-02|Monday}, because of a strike.",
        title="Rebels storm mill after dispute",
    )
    assert answers["who"] == "Rebels"
    assert answers["what"] == "storm mill"
    assert answers["when"] == "late on Monday"
    assert answers["where"] == "Mirsa"
    assert answers["why"] == "dispute"


def test_a_town_comes_before_a_country():
    text = "Rebels seized a mill in {oru|GPE|Oruland}, near {mirsa|PLACE|Mirsa}."
    assert _answers(text)["where"] == "Mirsa"


def test_the_day_with_an_hour_comes_before_others():
    marks = marked("Police named him {=2020-03-04|Wednesday}. It began about 5 p.m. {=2020-03-02|Monday}.")
    found = main_day(marks.article, marks.reading())
    assert found is not None
    assert str(found.date) == "2020-03-02"


def test_days_of_statements_and_days_to_come_are_left_out():
    marks = marked("Police said {=2020-03-04|Wednesday} that a trial opens on {=2020-04-01|April 1}.")
    assert main_day(marks.article, marks.reading()) is None


def test_a_text_without_a_verb_answers_nothing():
    assert _answers("Markets: steady.") == {}

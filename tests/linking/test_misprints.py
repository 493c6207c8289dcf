"""What cannot be as it is printed."""

import pytest


def misprints(linked, *drafts):
    return [clash for clash in linked(*drafts).contradictions if str(clash.severity) == "text_error"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The raid was on Monday, March 4, 2031.", "2031-03-04 was a Tuesday"),
        ("The raid was on Tuesday, March 4, 2031.", None),
        ("The raid was on Monday 3 March.", None),
        ("The raid was on Friday 3 March.", "2031-03-03 was a Monday"),
        ("The raid was on Tuesday, 31 December.", "2030-12-31"),
        ("The raid was on Monday, February 30, 2031.", None),
    ],
)
def test_a_weekday_that_the_date_was_not(linked, write, text, found):
    clashes = misprints(linked, write(text, published="2031-03-05"))
    if found is None or found.endswith("-31"):
        assert clashes == []
    else:
        assert [clash.reasons[0].text for clash in clashes] == [found]
        assert len(clashes[0].positions) == 2


@pytest.mark.parametrize(
    ("text", "status", "expected"),
    [
        ("A bomb went off on March 9.", "asserted", 1),
        ("A bomb will go off on March 9.", "asserted", 0),
        ("A bomb is to go off on March 9.", "planned", 0),
        ("A bomb went off on Saturday.", "asserted", 0),
    ],
)
def test_a_day_after_the_article(linked, write, text, status, expected):
    made = write(text, published="2031-03-05")
    told = made.event("bomb", "bombing", status, date="2031-03-09")
    day = "March 9" if "March 9" in text else "Saturday"
    made.accounts[-1] = told.__class__(
        told.type, told.status, told.trigger, told.evidence, date=told.date, date_span=made.span(day)
    )
    assert len(misprints(linked, made)) == expected


@pytest.mark.parametrize(("parts", "expected"), [(("5", "6"), 1), (("3", "6"), 0)])
def test_parts_that_are_more_than_the_whole(linked, write, parts, expected):
    made = write(f"The blast killed 9 people, including {parts[0]} women and {parts[1]} guards.")
    told = made.event("blast", "bombing")
    for words, what in (("9", "people killed"), (parts[0], "women killed"), (parts[1], "guards killed")):
        made.figure(words, words, what, "killed", about=told)
    found = misprints(linked, made)
    assert len(found) == expected
    assert all(str(clash.kind) == "number" and len(clash.positions) == 3 for clash in found)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The number of troops rose from 5,300 to 2,500.", 1),
        ("The number of troops fell from 5,300 to 2,500.", 0),
        ("The toll was reduced from 20 to 30.", 1),
        ("The price rose from 2031 to 2029.", 0),
    ],
)
def test_a_number_that_rises_to_a_lesser_one(linked, write, text, expected):
    assert len(misprints(linked, write(text))) == expected

import pytest

from rashomon.readers.bylines import parse_byline
from rashomon.readers.printed_dates import printed_date


@pytest.mark.parametrize(
    ("text", "authors", "published"),
    [
        ("Author: Ana Duarte | Date: 14 July 2020 | Permalink", ("Ana Duarte",), "2020-07-14"),
        ("By Ana Duarte and J. P. Okoro, July 3rd, 2019", ("Ana Duarte", "J. P. Okoro"), "2019-07-03"),
        ("BY ANA DUARTE", ("ANA DUARTE",), None),
        ("Published: 2019-07-03T10:30:00Z", (), "2019-07-03"),
        ("Wed, 3 July 2019 10:30 GMT", (), "2019-07-03"),
        ("July 2019", (), "2019-07"),
        ("July 3, 2019 | Ana Duarte | ana@tolma.example | @anad", ("Ana Duarte",), "2019-07-03"),
        ("by Ana Duarte & J. P. Okoro | July 3, 2019 | Analysis", ("Ana Duarte", "J. P. Okoro"), "2019-07-03"),
        ("Posted by Ana Duarte at 10:12 AM on July 3, 2019 | Permalink", ("Ana Duarte",), "2019-07-03"),
        ("Submitted by Ana Duarte on Wed, 13/07/2019 - 10:12", ("Ana Duarte",), "2019-07-13"),
        ("by Ana Duarte July 3, 2019 0 Comments 4 min read", ("Ana Duarte",), "2019-07-03"),
        ("Published: 2019-07-03 (Updated 2019-07-05)", (), "2019-07-03"),
        ("Updated July 5, 2019 | July 3, 2019", (), "2019-07-03"),
        ("BY ANA DUARTE, Associated Press | 3.7.2019", ("ANA DUARTE",), "2019-07-03"),
        ("miércoles, 3 de julio de 2019", (), "2019-07-03"),
        ("Posted in War | Tagged Tolma, raids | Leave a comment", (), None),
        ("Posted in World on July 3, 2019 by admin", None, None),
        ("Reuters | 3 July 2019", (), "2019-07-03"),
        ("Filed under: War, Peace", (), None),
        ("12 Comments", (), None),
        ("By Friday the town had fallen", None, None),
        ("Rebels take Tolma – army denies", None, None),
        ("On 3 July 2019 the army attacked Tolma", None, None),
        ("Published report tells of torture", None, None),
        ("By " + "x" * 400, None, None),
    ],
)
def test_a_byline_is_read_and_text_is_not(text, authors, published):
    byline = parse_byline(text)
    if authors is None:
        assert byline is None or not byline.authors
    else:
        assert byline is not None
        assert (byline.authors, byline.published) == (authors, published)


def test_the_permalink_is_the_address():
    byline = parse_byline("Date: 3 July 2019 | Permalink: https://tolma.example/1")
    assert byline is not None
    assert (byline.url, byline.closing) == ("https://tolma.example/1", True)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("14 July 2020", "2020-07-14"),
        ("03.07.2019", "2019-07-03"),
        ("13/07/2019", "2019-07-13"),
        ("07/13/2019", "2019-07-13"),
        ("03/07/2019", "2019"),
        ("31 February 2019", None),
        ("3 de julio de 2019", "2019-07-03"),
        ("4 июля 2019", "2019-07-04"),
        ("Sept. 5, 2019", "2019-09-05"),
        ("maybe", None),
    ],
)
def test_dates_as_they_are_printed(text, day):
    assert printed_date(text) == day

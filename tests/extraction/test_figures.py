import pytest
from marked_text import marked

from rashomon.model.reading import OUTLET_KEY


def _figure(text):
    return marked(text).reading().figures[0]


def test_a_figure_says_what_it_counts_where():
    figure = _figure("{tolo|GROUP|Tolo} claimed {#events 53|53} suicide attacks in {iraq|GPE|Oruland} {=2020-02|in February}.")
    assert figure.what == "suicide attacks in Oruland"
    assert (figure.printed, str(figure.period)) == (53, "2020-02")


def test_a_toll_says_that_they_were_killed():
    assert _figure("A bomb killed {#killed 3|three} soldiers.").what == "soldiers killed"


def test_a_bare_number_is_named_by_its_kind():
    assert _figure("The toll rose to {#killed 31|31}.").what == "killed"


@pytest.mark.parametrize(
    ("text", "period", "cumulative"),
    [
        ("{#events 9|Nine} raids took place {=2020-02|in February} alone.", "2020-02", False),
        ("{#events 9|Nine} raids so far.", "None", True),
        ("{#events 9|Nine} raids {=2020-01-01/|since January}.", "2020-01-01/", True),
        ("{#events 9|Nine} raids took place {=2019|in 2019}.", "2019", None),
    ],
)
def test_the_words_say_which_time_is_covered(text, period, cumulative):
    figure = _figure(text)
    assert (str(figure.period), figure.cumulative) == (period, cumulative)


def test_a_number_by_a_day_stands_as_of_it():
    figure = _figure("{#events 589|589} raids {=/2020-02-29|by the end of February}.")
    assert str(figure.as_of) == "/2020-02-29"


def test_a_figure_has_the_source_of_the_claim_around_it():
    assert _figure("{police|FORCE|Police} said {#killed 3|three} men were killed.").source == "police"
    assert _figure("{#killed 3|Three} men were killed.").source == OUTLET_KEY


def test_a_toll_belongs_to_its_account():
    reading = marked("A bomb exploded. {#killed 3|Three} men died.").reading()
    assert reading.figures[0].account == reading.accounts[0].id


def test_quotation_marks_do_not_hide_what_is_counted():
    assert _figure("{tolo|GROUP|Tolo} staged {#events 53|53} “martyrdom operations”.").what == "martyrdom operations"


def test_a_number_without_a_noun_counts_what_the_number_before_it_counts():
    reading = marked("{tolo|GROUP|Tolo} staged {#events 41|41} attacks, among them {#events 17|17} on convoys.").reading()
    assert [figure.what for figure in reading.figures] == ["attacks", "attacks"]


def test_alone_speaks_of_the_number_before_it_only():
    text = "It staged {#events 489|489} raids {=2020-01/2020-05|in five months}, with {#events 119|119} {=2020-05|in May} alone."
    assert [figure.cumulative for figure in marked(text).reading().figures] == [None, False]


def test_a_number_that_somebody_claims_is_theirs():
    assert _figure("{tolo|GROUP|Tolo} has claimed {#events 53|53} raids.").source == "tolo"


BLAST = "A bomb exploded and {#killed 9|nine} men were killed, {police|FORCE|police} said. "


@pytest.mark.parametrize(
    "rival",
    [
        "{medics|ORG|Medics} spoke of {#killed 29|29} dead.",
        "“I counted {#killed 15|15} bodies,” said {karo|PER|Ina Karo}.",
        "{army|FORCE|The army} gives a toll of {#killed 23|23}.",
    ],
)
def test_a_rival_toll_belongs_to_the_violence_told_before_it(rival):
    reading = marked(BLAST + rival).reading()
    assert [figure.account for figure in reading.figures] == [reading.accounts[0].id] * 2


@pytest.mark.parametrize(
    "other",
    [
        "In all {#killed 900|900} men died {=2019|in 2019}.",
        "Talks began. They met. They ate. They left. They slept. {army|FORCE|The army} gives a toll of {#killed 23|23}.",
    ],
)
def test_a_toll_of_another_time_or_far_behind_is_of_no_violence_before(other):
    assert marked(BLAST + other).reading().figures[-1].account is None


def test_violence_without_a_toll_takes_the_first_that_a_later_sentence_gives():
    reading = marked("{gunmen|GROUP|Gunmen} raided a village. {army|FORCE|The army} gives a toll of {#killed 23|23}.").reading()
    assert str(reading.accounts[0].killed) == "23"


def test_a_number_that_is_denied_is_no_toll_of_the_violence_before():
    reading = marked(
        "{gunmen|GROUP|Gunmen} raided a village. It rained. They left. "
        "{army|FORCE|The army} denied the report of {#killed 23|23} bodies."
    ).reading()
    assert (reading.figures[0].account, reading.accounts[0].killed) == (None, None)

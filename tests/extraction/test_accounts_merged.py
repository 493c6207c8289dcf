import pytest
from marked_text import marked

from rashomon.model.words import Role


def told(body, title=None):
    marks = marked(body, title)
    return [[marks.words(span) for span in (account.trigger, *account.also)] for account in marks.accounts()]


def test_the_same_act_on_the_same_victim_is_told_once():
    body = "Police arrested {karo|PER|Ali Karo} in Orutown. Hours passed. {karo|PER|Karo} was arrested at home."
    assert told(body) == [["arrested", "arrested"]]


@pytest.mark.parametrize(
    "body",
    [
        "Police arrested {karo|PER|Ali Karo} here. Guards arrested {b|PER|Bo Belan} there.",
        "Police arrested {karo|PER|Ali Karo} {=2020-03-02|on Monday}. Police arrested {karo|PER|Karo} {=2020-01-02|in January}.",
        "Police arrested {karo|PER|Ali Karo}. Police plan to arrest {karo|PER|Karo}.",
    ],
)
def test_other_victims_days_and_plans_stay_apart(body):
    assert [len(words) for words in told(body)] == [1, 1]


def test_the_story_is_told_rather_than_its_headline():
    marks = marked("{tolo|GROUP|Tolo} raided {farm|FAC|a farm} in {m|PLACE|Mirsa}.", title="Raid on {farm|FAC|farm}")
    (account,) = marks.accounts()
    assert marks.words(account.trigger) == "raided"
    assert account.keys(Role.AGENT) == ("tolo",)


def test_a_killing_of_the_lead_told_again_in_the_same_words_is_one():
    lead = "{judge|PER|A leading judge} was shot dead in Orutown. "
    story = "Reports say that {karo|PER|Ali Karo} was shot dead by two men."

    assert told(lead + story) == [["shot dead", "shot dead"]]

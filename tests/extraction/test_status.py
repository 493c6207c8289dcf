import pytest
from marked_text import marked

CASES = [
    ("{tolo|GROUP|Tolo} attacked {post|FAC|the post}.", "asserted"),
    ("{tolo|GROUP|Tolo} did not attack {post|FAC|the post}.", "negated"),
    ("{tolo|GROUP|Tolo} plans to attack {post|FAC|the post}.", "planned"),
    ("If {tolo|GROUP|Tolo} attacked {post|FAC|the post}, many would flee.", "hypothetical"),
    ("{gov|GOV|The council} will investigate the attack on {post|FAC|the post}.", "asserted"),
    ("{tolo|GROUP|Tolo} reportedly attacked {post|FAC|the post}.", "alleged"),
    ("{tolo|GROUP|Tolo} claimed responsibility for the attack.", "claimed"),
    ("{tolo|GROUP|Tolo} said that it had attacked {post|FAC|the post}.", "claimed"),
    ("{tolo|GROUP|Tolo} denied that it had bombed {post|FAC|the post}.", "denied"),
    ("Not one guard of {post|FAC|the post} has been killed.", "negated"),
    ("No aircraft flew over {post|FAC|the post}.", "negated"),
    ("No group claimed the attack on {post|FAC|the post}.", "asserted"),
    ("{a|PER|Karo} met {b|PER|Belan}, allegedly a smuggler.", "asserted"),
    ("{police|FORCE|Police} accused {tolo|GROUP|Tolo} of the kidnapping of {ali|PER|Ali}.", "alleged"),
    ("{ali|PER|Karo} vowed that the killing of {b|PER|Belan} will not go unanswered.", "asserted"),
    ("{un|ORG|The mission} urged {tolo|GROUP|Tolo} to release {ali|PER|Ali}.", "hypothetical"),
]


@pytest.mark.parametrize(("text", "status"), CASES)
def test_words_around_a_trigger_say_how_it_stands(text, status):
    assert str(marked(text).accounts()[0].status) == status


def test_what_the_outlet_calls_false_is_denied():
    (account,) = marked("The claim that {tolo|GROUP|Tolo} attacked {post|FAC|the post} is false.").reading().accounts
    assert (account.status, account.attribution) == ("denied", ())


def test_what_is_condemned_has_happened():
    (account,) = marked("{un|ORG|The mission} condemned the raid on {farm|FAC|a farm}.").accounts()

    assert account.status == "asserted"


def test_a_participle_before_people_tells_of_what_happened():
    told = marked("{eln|GROUP|The ELN} would release two kidnapped {men|FORCE|soldiers}.").accounts()
    assert {str(account.type): str(account.status) for account in told} == {"release": "hypothetical", "kidnapping": "asserted"}


def test_displaced_people_are_no_displacement():
    told = marked("{d|WPN|Drones} struck a camp of displaced {p|CIV|people} in {m|PLACE|Mirsa}.").accounts()
    assert [str(account.type) for account in told] == ["drone_or_missile_strike"]

import pytest
from marked_text import marked

CASES = [
    ("{karo|PER|Ali Karo}, the leader of {tolo|GROUP|the Tolo Movement}, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo} leader {karo|PER|Ali Karo} fled.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}, who heads {tolo|GROUP|Tolo}, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo}, led by {karo|PER|Ali Karo}, fled.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}, a spokesman for {tolo|GROUP|Tolo}, spoke.", ("karo", "spokesman_of", "tolo")),
    ("{tolo|GROUP|Tolo} spokesman {karo|PER|Ali Karo} spoke.", ("karo", "spokesman_of", "tolo")),
    ("{tolo|GROUP|Tolo}, backed by {oru|GPE|Oruland}, grew.", ("tolo", "backed_by", "oru")),
    ("{oru|GPE|Oruland}-backed {tolo|GROUP|Tolo} grew.", ("tolo", "backed_by", "oru")),
    ("{tolo|GROUP|Tolo}, a {oru|GPE|Oruland}-backed militia, grew.", ("tolo", "backed_by", "oru")),
    ("{a|GROUP|Mirsa Front} is part of {tolo|GROUP|Tolo}.", ("a", "part_of", "tolo")),
    ("{a|GROUP|Mirsa Front}, an offshoot of {tolo|GROUP|Tolo}, grew.", ("a", "part_of", "tolo")),
    ("{a|GROUP|Mirsa Front}, a front for {tolo|GROUP|Tolo}, grew.", ("a", "front_for", "tolo")),
    ("{b|GROUP|Mirsa Front}, to which {a|GROUP|the Hill Men} answer, grew.", ("a", "part_of", "b")),
    ("{a|GROUP|The Hill Men} are one of the three armies of {b|GROUP|the Mirsa Front}.", ("a", "part_of", "b")),
    ("{a|GROUP|Hill Men}, a local militia that belongs to {b|GROUP|the Mirsa Front}, fled.", ("a", "part_of", "b")),
    ("{o|GPE|Oruland}, a member of {b|GROUP|the Mirsa Front}, left.", ("o", "member_of", "b")),
    ("{a|GROUP|The Hill Men}, which {o|GPE|Oruland} finances, grew.", ("a", "backed_by", "o")),
    ("{a|GROUP|The Hill Men} were called {b|GROUP|the Mirsa Front} until then.", ("a", "alias_of", "b")),
    ("{a|GROUP|The Hill Men} formed a joint command with {b|GROUP|the Mirsa Front}.", ("a", "allied_with", "b")),
    ("{karo|PER|Ali Karo}, on whom {o|GPE|Oruland} imposed sanctions, fled.", ("karo", "designated_by", "o")),
    ("{a|GROUP|Tolo} was designated a terrorist organisation by {o|GPE|Oruland}.", ("a", "designated_by", "o")),
    ("{v|GOV|The government} of President {karo|PER|Ali Karo} fell.", ("karo", "leads", "v")),
    ("{f|FORCE|Army} spokesman in {m|PLACE|Mirsa}, {karo|PER|Ali Karo}, spoke.", ("karo", "spokesman_of", "f")),
    ("{f|FORCE|Police} Lt. Col. {karo|PER|Ali Karo} spoke.", ("karo", "member_of", "f")),
    ("{a|GROUP|Tolo} said through its {m|MEDIA|Nida} that it had won.", ("m", "media_arm_of", "a")),
    ("{m|MEDIA|Nida} television, which belongs to {a|GROUP|Tolo}, spoke.", ("m", "media_arm_of", "a")),
    ("{a|GROUP|Tolo}, also known as {b|GROUP|Mirsa Front}, grew.", ("a", "alias_of", "b")),
    ("{a|PER|Karo}, the brother of {b|PER|Belan}, fled.", ("a", "family_of", "b")),
    ("{a|PER|Karo} succeeded {b|PER|Belan}.", ("a", "succeeded", "b")),
    ("{oru|GPE|Oruland} designated {tolo|GROUP|Tolo}.", ("tolo", "designated_by", "oru")),
    ("{m|MEDIA|Nida Orun}, the media arm of {tolo|GROUP|Tolo}, wrote.", ("m", "media_arm_of", "tolo")),
    ("{tolo|GROUP|Tolo}, based in {mirsa|PLACE|Mirsa}, grew.", ("tolo", "based_in", "mirsa")),
    ("{a|PER|Karo}, a member of {tolo|GROUP|Tolo}, fled.", ("a", "member_of", "tolo")),
    ("{a|GROUP|Mirsa Front} is allied with {tolo|GROUP|Tolo}.", ("a", "allied_with", "tolo")),
    ("The emir of {tolo|GROUP|Tolo}, {karo|PER|Ali Karo}, fled.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}, the {tolo|GROUP|Tolo}'s commander, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo} field commander {karo|PER|Ali Karo} fled.", ("karo", "member_of", "tolo")),
    ("{karo|PER|Ali Karo}, a local commander of {tolo|GROUP|Tolo}, fled.", ("karo", "member_of", "tolo")),
    ("{tolo|GROUP|Tolo} intelligence chief {karo|PER|Ali Karo} fled.", ("karo", "role_in", "tolo")),
    ("{karo|PER|Ali Karo} was named head of {tolo|GROUP|Tolo}.", ("karo", "leads", "tolo")),
    ("{karo|PER|Ali Karo}'s {tolo|GROUP|Hill Brigades} fled.", ("karo", "leads", "tolo")),
    (
        "{oru|GPE|Oruland} came, and its Hill Guard left. Police spokesman {karo|PER|Ali Karo} spoke of {p|FORCE|the police}.",
        ("karo", "spokesman_of", "p"),
    ),
    ("{tolo|GROUP|Tolo} television channel {m|MEDIA|Nida Orun} spoke.", ("m", "media_arm_of", "tolo")),
    ("{c|FORCE|the Hill Corps}' {q|FORCE|Cave Force} fled.", ("q", "part_of", "c")),
    ("{tolo|GROUP|Tolo} and its armed wing, {a|GROUP|the Mirsa Brigades}, fled.", ("a", "part_of", "tolo")),
    ("Backed by {f|FORCE|the air force}, {tolo|GROUP|Tolo} grew.", ("tolo", "backed_by", "f")),
    ("{karo|PER|Karo}, who took over {tolo|GROUP|Tolo}, fled.", ("karo", "leads", "tolo")),
    ("{tolo|GROUP|Tolo} grew; its emir is {karo|PER|Ali Karo}.", ("karo", "leads", "tolo")),
    ("{a|PER|Karo}, who took over the camp after the death of {b|PER|Belan}, fled.", ("a", "succeeded", "b")),
    ("{a|PER|Karo} is thought to have replaced the slain {b|PER|Belan}.", ("a", "succeeded", "b")),
    ("{a|PER|Karo}, who speaks for the largest wing of {tolo|GROUP|Tolo}, spoke.", ("a", "spokesman_of", "tolo")),
    ("{a|PER|Karo}, who quit {tolo|GROUP|Tolo}, fled.", ("a", "member_of", "tolo")),
    ("{a|PER|Karo}, who lives in exile in {mirsa|PLACE|Mirsa}, spoke.", ("a", "based_in", "mirsa")),
    ("{oru|GPE|Oruland} imposed sanctions on {b|PER|Belan}.", ("b", "designated_by", "oru")),
    ("{a|PER|Karo}, whom {oru|GPE|Oruland} put on its list, fled.", ("a", "designated_by", "oru")),
    ("{oru|GPE|Oruland} put {tolo|GROUP|Tolo} back on its terrorism list.", ("tolo", "designated_by", "oru")),
    ("{oru|GPE|Oruland} banned all activities of {tolo|GROUP|Tolo}.", ("tolo", "designated_by", "oru")),
    ("{a|ORG|Sel Relief}, a charity that it described as a front for {tolo|GROUP|Tolo}, closed.", ("a", "front_for", "tolo")),
    ("{tolo|GROUP|Tolo} fled, as its media arm, {m|MEDIA|Nida}, wrote.", ("m", "media_arm_of", "tolo")),
    ("Fighting between {tolo|GROUP|Tolo} and {a|GROUP|the Mirsa Front} went on.", ("tolo", "opposed_to", "a")),
    ("{tolo|GROUP|Tolo} pledged allegiance to {a|GROUP|the Mirsa Front}.", ("tolo", "allied_with", "a")),
    ("{karo|PER|Ali Karo}, 52, was succeeded by {b|PER|Bo Belan}.", ("b", "succeeded", "karo")),
    ("{karo|PER|Ali Karo}, who {=2019|in 2019} succeeded {b|PER|Bo Belan}, fled.", ("karo", "succeeded", "b")),
    ("{karo|PER|Ali Karo} spoke of his predecessor, {b|PER|Bo Belan}.", ("karo", "succeeded", "b")),
    ("{oru|GPE|Orutown}-based {m|MEDIA|Nida Orun} wrote.", ("m", "based_in", "oru")),
    ("{a|GROUP|Tolo}, once allied with {b|GROUP|Mirsa Front}, grew.", ("a", "allied_with", "b")),
    ("{a|GROUP|Tolo}, an alliance of old clans that fights on the side of {b|FORCE|the army}, grew.", ("a", "allied_with", "b")),
    ("{b|GROUP|Mirsa Front}, to which {a|GROUP|Tolo} pledged allegiance, grew.", ("a", "allied_with", "b")),
    ("{b|FORCE|The army} and allied {a|GROUP|Tolo militias} left.", ("a", "allied_with", "b")),
    ("{a|GPE|Oruland}'s cooperation with {b|GROUP|Tolo} ended.", ("a", "allied_with", "b")),
    ("{a|GROUP|Tolo} fights against {b|GROUP|the Mirsa Front}.", ("a", "opposed_to", "b")),
    ("{a|GROUP|Tolo}, which officials say is a front for {b|GROUP|Mirsa Front}, grew.", ("a", "front_for", "b")),
    ("{a|GROUP|Tolo}, a cover name used by {x|GROUP|several factions} including {b|GROUP|Mirsa}, grew.", ("a", "front_for", "b")),
    ("{a|GROUP|Tolo}, founded in {=2009|2009} with the help of {b|GROUP|the Mirsa Front}, grew.", ("a", "backed_by", "b")),
    ("{b|GROUP|The Hill Guard} of {a|PER|Ali Karo} left.", ("a", "leads", "b")),
    ("{v|GOV|The health ministry} of {b|GOV|the Unity Government} spoke.", ("v", "part_of", "b")),
    ("{a|PER|Karo} has been under {oru|GPE|Oruland} sanctions since {=2019|2019}.", ("a", "designated_by", "oru")),
    ("Police described {a|PER|Karo} as a member of {b|GROUP|Tolo}.", ("a", "member_of", "b")),
    ("{tolo|GROUP|Tolo} denied it. Its commander, {karo|PER|Ali Karo}, laughed.", ("karo", "leads", "tolo")),
]


@pytest.mark.parametrize(("text", "tie"), CASES)
def test_words_between_two_mentions_tie_them(text, tie):
    found = marked(text).reading().ties
    assert [(made.subject, str(made.relation), made.object) for made in found] == [tie]


@pytest.mark.parametrize(
    "text",
    [
        "{a|GROUP|Tolo} attacked {b|GROUP|Mirsa Front}.",
        "{karo|PER|Karo} said that {tolo|GROUP|Tolo} had left.",
        "{a|PER|Karo} met {b|PER|Belan}.",
    ],
)
def test_other_words_tie_nothing(text):
    assert marked(text).reading().ties == ()


def test_who_succeeded_somebody_at_the_head_of_a_group_leads_it():
    text = "{a|PER|Karo}, who succeeded {b|PER|Belan} in the leadership of {tolo|GROUP|Tolo}, fled."
    made = {(tie.subject, str(tie.relation), tie.object) for tie in marked(text).reading().ties}
    assert made == {("a", "succeeded", "b"), ("a", "leads", "tolo")}


def test_who_fights_alongside_a_group_is_not_against_it():
    made = marked("{f|FORCE|Hill troops} were fighting alongside {tolo|GROUP|Tolo}.").reading().ties
    assert [(tie.subject, str(tie.relation), tie.object) for tie in made] == [("f", "allied_with", "tolo")]


def test_all_who_are_named_together_belong_to_a_group():
    made = marked("The convicts, {a|PER|Ali Karo} and {b|PER|Bo Belan}, belonged to {tolo|GROUP|Tolo}.").reading().ties
    assert [(tie.subject, tie.object) for tie in made] == [("a", "tolo"), ("b", "tolo")]


def test_a_former_leader_is_noted():
    tie = marked("{karo|PER|Ali Karo}, the former leader of {tolo|GROUP|Tolo}, fled.").reading().ties[0]
    assert tie.note == "former"


def test_a_list_of_founded_groups_gives_a_tie_each():
    text = "{karo|PER|Ali Karo}, who has formed groups, such as {a|GROUP|Tolo}, {b|GROUP|Mirsa} and {c|GROUP|Hill Men}, fled."
    assert [(tie.subject, tie.object) for tie in marked(text).reading().ties] == [("karo", "a"), ("karo", "b"), ("karo", "c")]


def test_an_office_held_since_a_day_is_dated():
    tie = marked("{karo|PER|Ali Karo}, leader of {tolo|GROUP|Tolo} since {=2019-02-01|February 1, 2019}, fled.").reading().ties[0]
    assert str(tie.valid) == "2019-02-01/"


def test_all_that_are_merged_are_part_of_what_is_born():
    found = (
        marked("{tolo|GROUP|Tolo} was born of a merger of {a|GROUP|Sel}, {b|GROUP|Mirsa Front} and {c|GROUP|Hill Men}.")
        .reading()
        .ties
    )
    assert {(made.subject, made.object) for made in found if made.relation == "part_of"} == {(key, "tolo") for key in "abc"}

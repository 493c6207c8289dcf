from marked_text import marked

from rashomon.model.words import EventType, Role, Status


def test_a_killing_of_an_officeholder_is_an_assassination():
    account = marked("{g|PER|Gunmen} shot dead {karo|PER|Judge Karo} in {mirsa|PLACE|Mirsa}.").accounts()[0]
    assert account.type == EventType.ASSASSINATION


def test_a_soldier_killed_by_an_army_is_not_assassinated():
    account = marked("{army|FORCE|The army} killed {karo|PER|commander Karo}.").accounts()[0]
    assert account.type == EventType.KILLING


def test_an_account_points_at_its_words():
    marks = marked("It rained. {tolo|GROUP|Tolo} attacked {post|FAC|the post}.")
    account = marks.accounts()[0]
    assert marks.words(account.trigger) == "attacked"
    assert marks.words(account.evidence) == "Tolo attacked the post."
    assert all(marks.words(filler.span) in ("Tolo", "the post") for filler in account.fillers)


def test_what_somebody_says_is_told_on_his_word():
    account = marked("{police|FORCE|Police} said {tolo|GROUP|Tolo} had kidnapped {ali|PER|Ali Karo}.").accounts()[0]
    assert (account.attribution, account.status) == (("police",), Status.ALLEGED)


def test_a_chain_ends_at_the_origin():
    account = marked(
        "{wire|MEDIA|Orunet} quoted {doc|PER|a doctor} as saying that a bomb exploded in {mirsa|PLACE|Mirsa}."
    ).accounts()[0]
    assert account.attribution == ("wire", "doc")


def test_a_word_that_points_back_tells_the_same_happening():
    marks = marked("{tolo|GROUP|Tolo} raided {farm|FAC|a farm} {=2020-03-02|on Monday}. The raid shocked many.")
    (told,) = marks.accounts()
    assert told.keys(Role.AGENT) == ("tolo",)
    assert [marks.words(span) for span in (told.trigger, *told.also)] == ["raided", "raid"]


def test_a_headline_and_its_story_are_one_account():
    marks = marked("A bomb exploded in {mirsa|PLACE|Mirsa} {=2020-03-02|on Monday}.", title="Bombing kills {#killed 3|three}")
    (told,) = marks.accounts()
    assert told.keys(Role.PLACE) == ("mirsa",)
    assert str(told.killed) == "3"


def test_a_raid_of_another_day_is_not_completed():
    marks = marked(
        "{tolo|GROUP|Tolo} raided {farm|FAC|a farm} {=2020-03-02|on Monday}. "
        "Villagers remember the raid of {=2011-05|May 2011} in {oru|PLACE|Orutown}."
    )
    assert marks.accounts()[1].keys(Role.AGENT) == ()


def test_the_strike_on_somebody_named_is_not_the_last_strike_told():
    text = "{ora|GPE|Oruland} fired {w|WPN|missiles} at {b|FAC|a base}. The missile strike on {g|PER|General Tal} came first."
    accounts = marked(text).reading().accounts
    assert [account.keys(Role.AGENT) for account in accounts if "g" in account.keys(Role.PATIENT)] == [()]


def test_what_is_told_beside_a_denial_is_not_denied():
    (told,) = marked("{oru|GPE|Oruland} denies arming {tolo|GROUP|Tolo}, who seized {mirsa|PLACE|Mirsa}.").accounts()
    assert (told.status, told.attribution) == (Status.ASSERTED, ())


def test_a_denied_toll_is_not_added_to_that_of_the_clash():
    (told,) = marked(
        "{army|FORCE|The army} denied that it had killed {#killed 30|30} people, and said {#killed 6|six} died in the clash."
    ).accounts()
    assert str(told.killed) == "6"


def test_a_killing_that_somebody_vows_to_punish_has_happened():
    told = marked("{karo|PER|Karo} vowed to punish those responsible for the killing of {guests|CIV|26 guests}.").accounts()[-1]
    assert (told.type, told.status) == (EventType.KILLING, Status.ASSERTED)


def test_the_deadliest_attack_is_the_ambush_just_told():
    marks = marked(
        "{tolo|GROUP|Tolo} killed {#killed 9|nine} in an ambush in {mirsa|PLACE|Mirsa}, the deadliest attack this year."
    )
    (told,) = marks.accounts()
    assert [marks.words(span) for span in told.also] == ["attack"]
    assert told.keys(Role.AGENT) == ("tolo",)


def test_those_abducted_behind_a_comma_abducted_nobody():
    told = marked("Three {men|CIV|nationals}, kidnapped {=2020-03-02|on Monday} at a mine, came home.").accounts()[0]
    assert (told.keys(Role.PATIENT), told.keys(Role.AGENT)) == (("men",), ())


def test_who_repels_an_attack_did_not_carry_it_out():
    told = marked("{army|FORCE|Troops} repelled an attack on {mirsa|PLACE|Mirsa}.").accounts()
    assert [account.keys(Role.PATIENT) for account in told if account.type == EventType.ATTACK] == [("army",)]


def test_a_count_over_months_in_the_next_sentence_is_not_the_toll_of_the_deed():
    deed = "{tolo|GROUP|Tolo} attacked {mirsa|PLACE|Mirsa} {=2020-03-02|on Monday}. "
    (months,) = marked(deed + "{#killed 1336|1,336} people died {=2019-12/2020-02|between December and February}.").accounts()
    (day,) = marked(deed + "{#killed 6|Six} people died {=2020-03-02|on Monday}.").accounts()

    assert (months.killed, str(day.killed)) == (None, "6")

from dataclasses import replace

from rashomon.extraction.trained.merging import accounts as merged
from rashomon.extraction.trained.merging import claims as merged_claims
from rashomon.extraction.trained.merging import mentions, unnamed_ends, without_tellers
from rashomon.extraction.trained.telling import Told
from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import UNKNOWN_KEY, Account, Claim, Filler, Mention
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, MentionKind, Role, Stance, Status


def at(start, end):
    return EvidenceSpan("art-1", start, end)


def account(start, *fillers, **values):
    return Account(EventType.BOMBING, Status.ASSERTED, at(start, start + 6), at(start, start + 30), fillers, **values)


def claim(start, source="witness"):
    return Claim(source, Stance.ASSERTS, at(start, start + 20), at(start + 25, start + 30), at(start + 21, start + 24))


def accounts(told, ruled, text="x" * 400):
    return merged(text, told, ruled, [(0, 50), (50, 90), (90, 200)])


def claims(told, ruled, text="," * 400):
    return merged_claims(text, told, ruled)


def test_the_model_adds_roles_and_a_day_but_never_a_toll():
    place, doer = Filler(Role.PLACE, "mirsa", at(20, 25)), Filler(Role.AGENT, "tolo", at(0, 4))
    told = account(10, place, doer, date=DateInterval.parse("2031-05-06"), killed=Range.exactly(40))

    (made,) = accounts([(told, 0.9)], [account(10)])

    assert made.fillers == (place, doer)
    assert str(made.date) == "2031-05-06"
    assert made.killed is None


def test_whose_name_stands_in_another_sentence_is_no_doer_to_the_model():
    doer, place = Filler(Role.AGENT, "tolo", at(60, 64)), Filler(Role.PLACE, "mirsa", at(70, 75))
    told = account(10, doer, place, also=(at(55, 58),))

    assert accounts([(told, 0.9)], [account(10)])[0].fillers == (place,)
    assert accounts([(told, 0.9)], [account(10, also=(at(55, 58),))])[0].fillers == (doer, place)
    assert accounts([(replace(told, also=()), 0.9)], [])[0].fillers == (place,)


def test_what_the_rules_say_of_a_role_stays():
    mine, other = Filler(Role.PLACE, "mirsa", at(20, 25)), Filler(Role.PLACE, "oskil", at(30, 35))

    (made,) = accounts([(account(10, other), 0.9)], [account(10, mine)])

    assert made.fillers == (mine,)


def test_an_event_of_the_model_alone_must_be_sure():
    assert [a.trigger.start for a in accounts([(account(50), 0.95), (account(90), 0.3)], [account(10)])] == [10, 50]


def test_what_the_model_is_nearly_certain_is_no_event_is_none():
    told = [(account(10), 0.01), (account(50), 0.1)]

    assert [a.trigger.start for a in accounts(told, [account(10), account(50)])] == [50]


def test_the_status_is_the_models_where_it_is_sure_of_the_event_and_the_grammar_denies_nothing():
    told = [(replace(account(start), status=Status.CLAIMED), sure) for start, sure in ((10, 0.95), (50, 0.5), (90, 0.95))]
    denied = replace(account(90), status=Status.DENIED)

    made = accounts(told, [account(10), account(50), denied])

    assert [a.status for a in made] == [Status.CLAIMED, Status.ASSERTED, Status.DENIED]


def told(said, sure=0.99, source=0.95, content=0.0):
    return Told(said, sure, source, content)


def test_a_claim_of_the_model_alone_must_be_sure_and_have_a_source_it_is_sure_of():
    found = [told(claim(0)), told(claim(100), 0.3), told(claim(200, UNKNOWN_KEY)), told(claim(300)), told(claim(400), source=0.6)]

    assert [c.content.start for c in claims(found, [claim(0)])] == [0, 300]


def test_a_name_alone_is_no_content_and_one_source_says_the_same_words_once():
    bare = replace(claim(200), cue=None)
    name = replace(bare, content=at(260, 262))
    wider = replace(claim(0), content=at(6, 90), cue=at(91, 95))

    assert claims([told(claim(0)), told(bare), told(name), told(wider)], [claim(0)]) == (claim(0), bare)
    assert len(claims([told(claim(0)), told(replace(wider, source="police"))], [claim(0)])) == 2


def test_what_the_model_sees_nobody_say_is_no_claim():
    assert claims([told(claim(0), 0.05), told(claim(100), 0.2)], [claim(0), claim(100), claim(200)]) == (claim(100),)


def test_the_model_names_the_source_and_narrows_the_words_where_it_is_sure():
    ruled = claim(0)
    said = replace(ruled, source="police", source_span=at(2, 3), content=at(ruled.content.start, ruled.content.end - 4))
    wider = replace(said, content=at(ruled.content.start, ruled.content.end + 9))

    assert claims([told(said, source=0.995, content=0.95)], [ruled]) == (replace(said, cue=ruled.cue),)
    assert claims([told(said, source=0.9, content=0.5)], [ruled]) == (ruled,)
    assert claims([told(wider, content=0.95)], [ruled]) == (ruled,)


def test_who_only_tells_of_a_deed_is_not_its_doer():
    def speaker(kind):
        return Mention(at(0, 5), kind, "words", key="speaker", named=True)

    told = replace(claim(6), source="speaker", source_span=at(0, 5))
    siege = account(10, Filler(Role.AGENT, "speaker", at(0, 5)), Filler(Role.PLACE, "mirsa", at(18, 23)))
    own = replace(told, stance=Stance.CLAIMS_RESPONSIBILITY)

    (aid,) = without_tellers([siege], [told], [speaker(MentionKind.ORGANISATION)])

    assert [filler.role for filler in aid.fillers] == [Role.PLACE]
    assert without_tellers([siege], [told], [speaker(MentionKind.FORCE)]) == (siege,)
    assert without_tellers([siege], [own], [speaker(MentionKind.ORGANISATION)]) == (siege,)
    assert without_tellers([account(60, *siege.fillers)], [told], [speaker(MentionKind.PERSON)]) == (account(60, *siege.fillers),)


def test_a_name_of_the_rules_is_not_widened_by_the_model():
    name = Mention(at(10, 20), MentionKind.GROUP, "Ash Front", key="ash", named=True)
    wider = Mention(at(4, 20), MentionKind.GROUP, "the Ash Front", key="ash")
    free = Mention(at(40, 48), MentionKind.CIVILIANS, "villagers", key="villagers")

    assert set(mentions([wider, free], [name])) == {name, free}


def test_a_name_that_mostly_reads_as_a_person_is_no_place():
    def named(start, kind, key="balun"):
        return Mention(at(start, start + 5), kind, "Balun", key, "Balun", named=True)

    ruled = [named(0, MentionKind.PLACE), named(50, MentionKind.PLACE), named(90, MentionKind.GROUP, "tolo")]
    told = [named(0, MentionKind.PERSON), named(50, MentionKind.PERSON), named(90, MentionKind.PERSON)]

    kinds = [mention.kind for mention in mentions(told, ruled)]
    assert kinds == [MentionKind.PERSON, MentionKind.PERSON, MentionKind.GROUP]
    assert mentions(told[:1], ruled)[1].kind == MentionKind.PLACE  # one of two is not most


def test_what_rules_and_model_differ_on_is_marked():
    attack = replace(account(50), type=EventType.ATTACK)
    told = [(account(10), 0.9), (attack, 0.9), (account(90), 0.97)]

    made = accounts(told, [account(10), account(50), account(130)])

    marked = {found.trigger.start: found.differs for found in made}
    assert marked == {10: False, 50: True, 90: True, 130: True}


def test_words_are_cut_only_where_a_clause_ends():
    text = "jets had bombed the village, killing eleven people, police said."
    ruled = Claim("police", Stance.ASSERTS, at(0, 50), at(52, 58), at(59, 63))

    def cut(end):
        found = told(replace(ruled, content=at(0, end)), content=0.95)
        return claims([found], [ruled], text)[0].content

    assert cut(27) == at(0, 27)
    assert cut(19) == ruled.content


def test_nobody_comes_from_where_they_go():
    origin, goal = Filler(Role.ORIGIN, "mirsa", at(20, 25)), Filler(Role.DESTINATION, "mirsa", at(20, 25))

    (made,) = accounts([(account(10, goal), 0.9)], [account(10, origin)])

    assert made.fillers == (origin,)


def test_who_denies_it_or_says_nothing_is_no_doer_to_the_model():
    doer = Filler(Role.AGENT, "tolo", at(0, 4))

    def fillers(text):
        return accounts([(account(30, doer), 0.9)], [account(30)], text.ljust(400, "x"))[0].fillers

    assert fillers("Tolo has not claimed the strike") == ()
    assert fillers("Tolo denied it was behind the strike") == ()
    assert fillers("Tolo carried out another strike") == (doer,)


def test_who_only_does_something_about_a_deed_is_not_its_doer_to_the_model():
    def doers(text):
        on, who = text.index("strike"), text.index("Tolo")
        doer = Filler(Role.AGENT, "tolo", at(who, who + 4))
        return accounts([(account(on, doer), 0.9)], [account(on)], text.ljust(400, "x"))[0].keys(Role.AGENT)

    assert doers("Tolo vetoed a resolution on the strike") == ()
    assert doers("Tolo closed its office after the strike") == ()
    assert doers("The strike was beaten and repelled by Tolo") == ()
    assert doers("Tolo condemn deadly strike") == ()
    assert doers("The strike was wrongly blamed on Tolo") == ()
    assert doers("Tolo took the town after a long strike") == ("tolo",)
    assert doers("Tolo were blamed over the strike") == ("tolo",)
    assert doers("The strike was launched by Tolo") == ("tolo",)


def test_nobody_is_the_doer_of_a_death_to_the_model():
    doer = Filler(Role.AGENT, "tolo", at(0, 4))
    died = replace(account(20, doer), trigger=at(20, 24))

    (made,) = accounts([(died, 0.9)], [replace(died, fillers=())], "Tolo says its chief died".ljust(400, "x"))

    assert made.fillers == ()


def test_a_mark_is_no_event():
    assert accounts([(account(10), 0.95)], [], 'He said: """""""""".'.ljust(400, ".")) == ()


def test_who_did_not_say_it_says_nothing_to_the_model():
    text = "x" * 50 + "it has not claimed " + "x" * 400
    negated = replace(claim(0), cue=EvidenceSpan("art", 61, 68), content=EvidenceSpan("art", 61, 68))
    within = replace(negated, cue=EvidenceSpan("art", 57, 68), content=EvidenceSpan("art", 57, 68))
    for one in (negated, within):
        assert claims([told(replace(one, stance=Stance.CLAIMS_RESPONSIBILITY))], [], text) == ()


def test_a_trigger_that_is_only_an_article_takes_the_word_behind_it():
    text = "x" * 50 + "the siege " + "x" * 400
    (made,) = merged(text, [(replace(account(0), trigger=EvidenceSpan("art", 50, 53)), 0.9)], [], [(0, 400)])
    assert made.trigger.end == 59


def test_who_says_something_keeps_a_mention_of_the_model_where_no_other_names_them():
    embassy = Mention(at(0, 12), MentionKind.GOVERNMENT, "Oru's embassy", "orus-embassy", "Oru's embassy", named=True)
    other = replace(embassy, key="elsewhere")
    kept = (Mention(at(0, 3), MentionKind.COUNTRY, "Oru", "oru", "Oru", named=True),)

    assert unnamed_ends((embassy, other), kept, [], [claim(0, "orus-embassy")]) == (embassy,)


def test_who_threatens_over_a_deed_that_is_done_did_it_not():
    text = "Karo vowed the killing will not go unanswered"
    speaker = Mention(at(0, 4), MentionKind.PERSON, "Karo", "karo", "Karo", named=True)
    threat = Claim("karo", Stance.THREATENS, at(11, 45), at(0, 4), at(5, 10))
    deed = Account(EventType.KILLING, Status.ASSERTED, at(15, 22), at(0, 45), (Filler(Role.AGENT, "karo", at(0, 4)),))
    (made,) = without_tellers([deed], [threat], [speaker])
    (planned,) = without_tellers([replace(deed, status=Status.PLANNED)], [threat], [speaker])

    assert text[15:22] == "killing"
    assert (made.fillers, len(planned.fillers)) == ((), 1)

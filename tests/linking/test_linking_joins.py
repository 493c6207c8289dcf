"""Why each account stands in its event."""

from rashomon.linking.events.joins import attached, forced, joins

TEXTS = ("A bomb hit the market of [Tall Ghar|PLACE|p].", "In [Tall Ghar|PLACE|p] a bomb went off, shops burned.")


def test_each_account_but_the_first_goes_with_an_earlier_one_for_reasons(linked, write):
    drafts = []
    for outlet, text in zip(("Dune Post", "Coast Times"), TEXTS, strict=True):
        made = write(text, outlet=outlet)
        made.event("bomb", "bombing", date="2031-03-03", place="p")
        drafts.append(made)
    (event,) = linked(*drafts).events
    (join,) = event.joins
    assert (join.account, join.other) == (event.accounts[1], event.accounts[0])
    assert 0 < join.score <= 1
    assert {"same_type", "same_time", "same_place"} <= {reason.feature for reason in join.reasons}
    assert any("2031-03-03" in reason.text for reason in join.reasons)


def test_what_was_forced_together_says_so(write, tellings_of):
    made = write("A bomb hit [Tall Ghar|PLACE|p], and a raid followed.")
    one, other = made.event("bomb", "bombing"), made.event("raid", "arrest")
    group = tellings_of(made)
    for pairs, feature in (
        (forced({other.id: one.id}, (), ()), "copy"),
        (forced({}, ((one.id, other.id),), ()), "decision"),
        (forced({}, (), ((one.id, other.id),)), "explanation"),
    ):
        (join,) = joins(group, (one.id, other.id), pairs)
        assert (join.other, join.score, join.reasons[0].feature) == (one.id, 1.0, feature)


def test_a_single_account_needs_no_reason(write, tellings_of):
    made = write("A bomb hit the town.")
    told = made.event("bomb", "bombing")
    assert joins(tellings_of(made), (told.id,), {}) == ()


def test_what_only_explains_is_put_beside_what_it_explains(write, tellings_of):
    made = write("A bomb hit the town. A raid followed, a fire broke out, and a march was held.")
    told = [made.event(words) for words in ("bomb", "raid", "fire", "march")]
    bomb, raid, fire, march = tellings_of(made)
    groups = attached([(bomb,), (raid,)], (bomb, raid, fire, march), {told[2].id: told[0].id, told[3].id: "acc-unknown"})
    assert {frozenset(telling.id for telling in group) for group in groups} == {
        frozenset({bomb.id, fire.id}),
        frozenset({raid.id}),
        frozenset({march.id}),
    }

"""What an event is called, where and when, by its cited words alone; whose a count is; whether accounts go together."""

from dataclasses import replace
from types import SimpleNamespace

import pytest

from rashomon.exports.briefs.citing import ground, is_whole
from rashomon.exports.briefs.claiming import claims_so, is_headline, stance_key
from rashomon.exports.briefs.contract import Ground
from rashomon.exports.briefs.doubting import doubt
from rashomon.exports.briefs.naming import kind_of, what_of
from rashomon.exports.briefs.owning import owned
from rashomon.exports.briefs.setting import when_of, where_of
from rashomon.exports.briefs.tolls import Version
from rashomon.exports.wording.catalogue import read_words
from rashomon.model.dates import DateInterval
from rashomon.model.ledger import DateSupport, Event, NameSupport
from rashomon.model.places import Place
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Claim
from rashomon.model.sources import EvidenceSpan
from rashomon.model.words import EventType, PlacePrecision, Stance, Status
from rashomon.store.publishing.contract import PublishedEvent
from rashomon.store.search.telling import ToldEvent
from rashomon.store.views import AccountView, ArticleLine, ClaimView, EventLine, Named, Quote

SAY = read_words()
LINE = ArticleLine("art-1", "A title", True, "Reed Post", "2031-05-06", None)


def spot(words: str, part: str) -> EvidenceSpan:
    return EvidenceSpan("art-1", words.index(part), words.index(part) + len(part))


def told(words: str, trigger: str, kind: EventType, **more: object) -> tuple[AccountView, Ground]:
    """Return an account of some words, with those beside it that ``more`` has: day, date, patient, place."""
    date = more.get("date")
    account = Account(
        kind,
        Status.ASSERTED,
        spot(words, trigger),
        EvidenceSpan("art-1", 0, len(words)),
        date=DateInterval.parse(str(date)) if date else None,
        date_span=spot(words, str(more["day"])) if date else None,
    )
    named = {key: (Named(str(more[key]), str(more[key]), "x-1"),) if key in more else () for key in ("patient", "place")}
    quote = Quote("art-1", 0, len(words), words, words)
    view = AccountView(account, LINE, quote, (), named["patient"], named["place"], (), None)
    return view, Ground("art-1", 0, len(words), words, "Reed Post")


@pytest.mark.parametrize(
    ("words", "trigger", "kind", "patient", "what"),
    [
        (
            "The assassination of General Oren Sahl, in May.",
            "assassination",
            EventType.ASSASSINATION,
            "Oren Sahl",
            "an assassination of Oren Sahl",
        ),
        ("The murder of General Oren Sahl.", "murder", EventType.ASSASSINATION, "Oren Sahl", "a killing of Oren Sahl"),
        ("A blast tore through a depot.", "blast", EventType.BOMBING, "Ostrel", "an explosion"),
        ("A car bomb exploded.", "exploded", EventType.BOMBING, "Ostrel", "a bombing"),
        ("Three traders died there.", "died", EventType.BOMBING, "Ostrel", "an event"),
        ("Gunmen ambushed a convoy.", "ambushed", EventType.ARMED_CLASH, "Ostrel", "an attack"),
        ("It carried out 96 attacks in March.", "attacks", EventType.ATTACK, "Ostrel", "96 attacks"),
        ("At least 1,566 such attacks.", "attacks", EventType.ATTACK, "Ostrel", "at least 1,566 attacks"),
        ("It began an operation to retake Ostrel.", "retake", EventType.TERRITORY_TAKEN, "Ostrel", "an event"),
        ("It offers rifles to carry out terror attacks.", "attacks", EventType.ATTACK, "Ostrel", "an event"),
        ("It released information on him.", "released", EventType.RELEASE, "Ostrel", "an event"),
        ("It released nine prisoners.", "released", EventType.RELEASE, "Ostrel", "a release"),
        ("In 2016 attacks rose.", "attacks", EventType.ATTACK, "Ostrel", "more than one attack"),
        ("Oren Sahl was shot dead by gunmen.", "shot dead", EventType.KILLING, "Oren Sahl", "a killing of Oren Sahl"),
        ("The killing of Reed Guard commander Ivo.", "killing", EventType.KILLING, "Reed Guard", "a killing"),
        ("Three men of the Reed Guard were killed.", "killed", EventType.KILLING, "the Reed Guard", "a killing"),
        ("Drone attacks on Ostrel's port go on.", "attacks", EventType.ATTACK, "Ostrel", "more than one attack"),
        ("An attack on Ostrel in May.", "attack", EventType.ATTACK, "Ostrel", "an attack on Ostrel"),
        ("It was a calm day.", "calm", EventType.BOMBING, "Ostrel", "an event"),
    ],
)
def test_an_event_is_called_what_its_words_call_it(words: str, trigger: str, kind: EventType, patient: str, what: str) -> None:
    view, rests = told(words, trigger, kind, patient=patient)

    assert what_of(view, rests, SAY) == what


def test_many_of_a_kind_stand_as_such_in_a_heading() -> None:
    view, rests = told("Two bombings in Ostrel killed nine.", "bombings", EventType.BOMBING, place="Ostrel")

    assert kind_of(view, rests, SAY) + where_of(view, rests, SAY) == "two bombings in Ostrel"


@pytest.mark.parametrize(
    ("words", "where"),
    [
        ("A blast hit a base near Ostrel.", " near Ostrel"),
        ("A blast hit a base close to the town of Ostrel.", " close to Ostrel"),
        ("A blast hit bases in and around Ostrel.", " in and around Ostrel"),
        ("OSTREL, May 5 - A blast in Ostrel.", " in Ostrel"),
        ("A blast killed men from Ostrel.", ""),
        ("Since the blast, its troops have left bases in Ostrel.", ""),
        ("It called up men in Ostrel in response to the blast.", ""),
        ("After the blast, hundreds fled to Ostrel.", ""),
    ],
)
def test_a_place_is_told_as_the_words_put_it(words: str, where: str) -> None:
    view, rests = told(words, "blast", EventType.BOMBING, place="Ostrel")

    assert where_of(view, rests, SAY) == where


@pytest.mark.parametrize(
    ("words", "day", "date", "when"),
    [
        ("It fell on Friday.", "Friday", "2031-05-02", " on 2 May 2031"),
        ("It fell on 2 May.", "2 May", "2031-05-02", " on 2 May 2031"),
        ("It leaves by the end of 2031.", "the end of 2031", "2031-12-31", ""),
        ("The blast on May 2, the worst this year.", "this year", "2031", ""),
        ("OSTREL, May 5, 2031 - A blast on Monday.", "May 5, 2031", "2031-05-05", ""),
        ("It owned the blast in a statement on Friday.", "Friday", "2031-05-02", ""),
        ("A blast at the end of 2031.", "the end of 2031", "2031-09-01/2031-12-31", " in 2031"),
        ("A blast in early May.", "early May", "2031-05-01/2031-05-10", " in May 2031"),
        ("Blasts from 1 to 3 May.", "1 to 3 May", "2031-05-01/2031-05-03", " from 1 to 3 May 2031"),
    ],
)
def test_a_day_is_told_only_where_the_words_tell_a_day(words: str, day: str, date: str, when: str) -> None:
    view, rests = told(words, words.split()[1], EventType.OTHER, day=day, date=date)

    assert when_of(view, rests, SAY) == when


@pytest.mark.parametrize(
    ("words", "value", "counted"),
    [
        ("one trader and 27 Ostrel fighters dead", "27", "27 Ostrel fighters"),
        ("killed more than 30 people and wounded nine", "31..", "more than 30 people"),
        ("left dozens of Tarn soldiers and guards dead", "24..", "dozens"),
        ("the toll is 19, officials said", "19", "19"),
    ],
)
def test_a_count_says_whom_it_counts_only_where_that_is_all(words: str, value: str, counted: str) -> None:
    view, rests = told(f"A blast: {words}.", "blast", EventType.BOMBING)

    assert Version(Range.parse(value), view, rests, 1).counted(SAY) == counted


def event_of(*views: AccountView, dates: tuple[str, ...] = (), places: tuple[Place, ...] = ()) -> SimpleNamespace:
    days = tuple(DateSupport(DateInterval.parse(day), ("a",)) for day in dates)
    held = tuple(NameSupport(place.id, ("a",)) for place in places)
    event = Event(EventType.BOMBING, Status.ASSERTED, "x", tuple(view.account.id for view in views), (), dates=days, places=held)
    line = EventLine("evt-1", "x", "bombing", "asserted", None, (), (), len(views), 1, 0)
    return SimpleNamespace(told=ToldEvent(line, event, views, (), {}), places={place.id: place for place in places})


ONE, TWO = (
    told("A blast and a truce.", word, kind)[0] for word, kind in (("blast", EventType.BOMBING), ("truce", EventType.AGREEMENT))
)
NEAR, FAR = (Place(name, "XT", PlacePrecision.TOWN, lat=lat, lon=4.0) for name, lat in (("Ostrel", 10.0), ("Tarn", 12.0)))


@pytest.mark.parametrize(
    ("event", "why"),
    [
        (event_of(ONE, ONE, dates=("2031-05-01", "2031-05-20")), "days"),
        (event_of(ONE, ONE, dates=("2031-05-01", "2031-05")), None),
        (event_of(ONE, ONE, places=(NEAR, FAR)), "places"),
        (event_of(ONE, ONE, places=(NEAR, replace(FAR, lat=10.2))), None),
        (event_of(ONE, TWO), "kinds"),
        (event_of(ONE, dates=("2031-05-01", "2031-05-20")), None),
    ],
    ids=["days", "month", "places", "neighbours", "kinds", "one account"],
)
def test_accounts_far_apart_make_an_event_doubtful(event: SimpleNamespace, why: str | None) -> None:
    assert doubt(event) == why


def test_a_number_belongs_to_the_account_whose_word_leads_to_it() -> None:
    words = "A bomb exploded at the market, injuring nine, two weeks after a bombing there."
    first, second = (told(words, word, EventType.BOMBING)[0] for word in ("exploded", "bombing"))
    both = tuple(
        replace(view, account=replace(view.account, injured=Range.exactly(9), injured_span=spot(words, "nine")))
        for view in (first, second)
    )

    events = owned([PublishedEvent(event_of(view).told, {}, {}, {}, (), ()) for view in both])

    assert [event.told.accounts[0].account.injured for event in events] == [Range.exactly(9), None]


def claim(words: str, source: str, stance: Stance = Stance.DENIES) -> tuple[ClaimView, Ground]:
    said = Claim("k", stance, EvidenceSpan("art-1", 0, len(words)))
    view = ClaimView(said, LINE, Named(source, source), (), Quote("art-1", 0, len(words), words, words))
    return view, Ground("art-1", 0, len(words), words, "Reed Post")


@pytest.mark.parametrize(
    ("words", "own"),
    [("Sahl Movement denied it.", True), ("Sahl Movement had claimed it and the front had denied it.", False)],
)
def test_a_denial_goes_with_who_denies(words: str, own: bool) -> None:
    assert claims_so(*claim(words, "Sahl Movement"), SAY) is own


def test_what_only_differs_is_no_denial() -> None:
    assert stance_key(Stance.DENIES, "The council disputed earlier counts.", SAY) == "contradicts"
    assert stance_key(Stance.DENIES, "The council denied it.", SAY) == "denies"
    assert is_headline(Stance.DENIES, "Reed Post contradicts report", SAY)
    assert not is_headline(Stance.DENIES, "The council disputed earlier counts.", SAY)


def test_a_caption_set_before_a_sentence_is_no_part_of_it() -> None:
    words = "Oren SahlIn a raid, nine died."
    quote = Quote("art-1", words.index("nine"), len(words), "nine died.", words)

    assert ground(quote, LINE).words == "In a raid, nine died."
    assert ground(quote, LINE).start == words.index("In")
    assert not is_whole("“All of a sudden [death")

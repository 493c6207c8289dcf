"""What people decided on one wording of an article, once another wording counts."""

import hashlib
import re
from datetime import timedelta

import pytest

from rashomon.model.dates import DateInterval
from rashomon.model.ranges import Range
from rashomon.model.reading import Account, Filler, Mention, Reading
from rashomon.model.sources import Capture, EvidenceSpan
from rashomon.model.words import EventType, MentionKind, Role, Status, Verdict
from rashomon.pipeline.adding import Adding
from rashomon.store.review.contract import Draft
from rashomon.store.review.views import LogQuestion

RAID = "Reed Front men raided Oskil camp, and 9 soldiers died."
BLAST = "Then a bomb went off in Tarn, and 4 traders died."
MORE = "Nobody in the province could say who would pay for the damage that was done to houses, mills and wells that week."


class Raids:
    """Reads "raided" and "went off" as accounts with their toll and who did it."""

    version = "raids-1"

    def read(self, article):
        spans = {name: [m.span() for m in re.finditer(rule, article.text)] for name, rule in self.rules.items()}

        def span(found):
            return EvidenceSpan(article.id, *found)

        mentions = tuple(
            Mention(span(at), MentionKind.GROUP, "Reed Front", "reed", "Reed Front", named=True) for at in spans["who"]
        )
        accounts = []
        for found in re.finditer(r"[^.\n]*(raided|went off)[^.]*?(\d+)[^.]*\.", article.text):
            who = tuple(Filler(Role.AGENT, "reed", m.span) for m in mentions if found.start() <= m.span.start < found.end())
            kind = EventType.ATTACK if found[1] == "raided" else EventType.BOMBING
            day, toll = DateInterval.parse("2031-05-04"), Range(int(found[2]), int(found[2]))
            trigger, evidence = span(found.span(1)), span(found.span())
            accounts.append(
                Account(kind, Status.ASSERTED, trigger, evidence, who, day, killed=toll, killed_span=span(found.span(2)))
            )
        return Reading(article.id, self.version, mentions, tuple(accounts))

    rules = {"who": "Reed Front"}  # noqa: RUF012


@pytest.fixture
def put(ledger, clock):
    """Put one more wording of the page into the ledger, and read it; returns the article that counts."""

    def wording(*sentences):
        clock.at += timedelta(hours=1)
        text = "".join(f"<p>{one}</p>" for one in sentences)
        head = '<title>Raid</title><link rel="canonical" href="http://wire.example/raid">'
        page = f"<html><head>{head}</head><body><article><h1>Raid on a camp</h1>{text}</article></body></html>".encode()
        at = clock.at.isoformat(timespec="seconds")
        capture = Capture(hashlib.sha256(page).hexdigest(), "raid", "http://wire.example/raid", at, len(page))
        kept, _ = Adding(ledger).keep(capture, page)
        Adding(ledger).split("raid", kept, page, known=False)
        ledger.put_readings(map(Raids().read, map(ledger.article, ledger.unread_articles(Raids.version))))
        (counting,) = [source.article for source in ledger.sources()]
        return counting

    return wording


@pytest.fixture
def decide(ledger, clock):
    def given(verdict, target, *values, field=None):
        clock.at += timedelta(minutes=1)
        draft = Draft(Verdict(verdict), target, "ana", clock.at.isoformat(timespec="seconds"), "heard it", field, values)
        return ledger.review.decide(draft).decision

    return given


def account(ledger, kind):
    """The account of a kind in the wording that counts, as people corrected it; ``None`` where there is none."""
    (source,) = ledger.sources()
    reading = ledger.article_page(source.article.id).reading
    return next((one for one in reading.accounts if one.type == kind), None)


def looks(ledger):
    return {one.decision.target for one in ledger.review.log(LogQuestion(looks=True)).decisions}


def test_a_correction_holds_where_the_words_stand_and_is_shown_where_they_do_not(ledger, put, decide):
    put(RAID, BLAST, MORE)
    raid, blast = account(ledger, "attack"), account(ledger, "bombing")
    decide("edit", raid.id, "20", field="killed")
    decide("edit", raid.id, "soldiers", field="agents")
    decide("edit", blast.id, "7", field="killed")
    now = put(MORE, RAID, BLAST.replace("4", "5"))
    raid_now, blast_now = account(ledger, "attack"), account(ledger, "bombing")

    assert (raid_now.id, raid_now.article_id, str(raid_now.killed)) == (raid.id, now.id, "20")
    assert [one.span.of(now) for one in raid_now.fillers] == ["soldiers"]
    assert str(blast_now.killed) == "5"
    assert looks(ledger) == {blast.id}
    assert {decision.anchor.articles for decision in ledger.decisions()} == {(now.id,), (raid.article_id,)}
    assert ledger.evidence.verify().problems == ()


def test_words_a_person_named_that_were_changed_elsewhere_are_shown_and_the_rest_holds(ledger, put, decide):
    put(RAID, BLAST, MORE)
    raid = account(ledger, "attack")
    decide("edit", raid.id, "20", field="killed")
    decide("edit", raid.id, "traders", field="agents")
    now = put(RAID, BLAST.replace("4", "5"), MORE)

    assert (account(ledger, "attack").id, str(account(ledger, "attack").killed)) == (raid.id, "20")
    assert [one.span.of(now) for one in account(ledger, "attack").fillers] == ["Reed Front"]
    assert [one.decision.field for one in ledger.review.log(LogQuestion(looks=True)).decisions] == ["agents"]


def test_a_carried_correction_is_corrected_again_and_taken_back_like_any_other(ledger, put, decide):
    put(RAID, MORE)
    raid = account(ledger, "attack")
    first = decide("edit", raid.id, "20", field="killed")
    second_wording = put(MORE, RAID)
    second = decide("edit", raid.id, "21", field="killed")
    shown = [str(account(ledger, "attack").killed)]
    put(MORE, MORE.replace("week", "year"), RAID)
    shown.append(str(account(ledger, "attack").killed))
    for made in (second, first):
        ledger.review.undo(made.id, "ana", "2031-06-01T10:00:00", "no")
        shown.append(str(account(ledger, "attack").killed))

    assert shown == ["21", "21", "20", "9"]
    assert second.anchor.accounts[0].article_id == second_wording.id


def test_a_rejected_account_a_link_and_a_copy_that_is_none_stay_so(ledger, put, decide):
    was = put(RAID, BLAST, MORE)
    decide("reject", account(ledger, "bombing").id)
    decide("link", f"{was.id}/reed", "Vale Front")
    decide("reject", was.id, field="copy")
    now = put(MORE, RAID, BLAST)
    moved = {decision.target for decision in ledger.decisions()}

    assert account(ledger, "bombing") is None
    assert account(ledger, "attack") is not None
    assert {f"{now.id}/reed", now.id} < moved
    assert looks(ledger) == set()


def test_where_the_first_wording_counts_again_the_decision_stands_where_it_was_made(ledger, put, decide):
    was = put(RAID, MORE)
    raid = account(ledger, "attack")
    made = decide("edit", raid.id, "20", field="killed")
    put(MORE, RAID.replace("9", "12"))
    assert looks(ledger) == {raid.id}
    again = put(RAID, MORE, "")

    assert again.id == was.id
    assert looks(ledger) == set()
    assert str(account(ledger, "attack").killed) == "20"
    assert ledger.decisions() == (made,)

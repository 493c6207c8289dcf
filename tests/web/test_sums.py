"""An event's page shows which single events a sum contains, and which sums contain a single event."""

import re
from dataclasses import replace
from html import unescape

from imagined_ledger import ALL, EVENT, EVENT_VIEW, OTHER_LINES, ImaginedLedger
from web_visitor import Visitor

from rashomon.model.ledger import RangeSupport, Reason
from rashomon.model.ranges import Range
from rashomon.store.views import ContainedView, EventView
from rashomon.web.app import create_app

SEVERAL = tuple(ContainedView(line, (Reason("who", 1.0, f"{line.title} by the same"),)) for line in OTHER_LINES[:65])


class SummingLedger(ImaginedLedger):
    """Every event of it is the same sum or part."""

    shown: EventView = EVENT_VIEW

    def event(self, _event_id: str) -> EventView:
        return self.shown


def page(view: EventView) -> str:
    ledger = SummingLedger()
    ledger.shown = view
    return Visitor(create_app(ledger)).get(f"/events/{EVENT.id}").text


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_an_event_that_sums_up_nothing_has_neither_section():
    assert not re.search(r'id="(parts|wholes)"', page(EVENT_VIEW))


def test_a_sum_lists_its_parts_with_why_and_how_many_are_told_one_by_one():
    summed = replace(EVENT, happenings=(RangeSupport(Range(8, None), ALL[:1]),))
    html = page(replace(EVENT_VIEW, event=summed, parts=SEVERAL[:2]))
    section = html[html.index('id="parts"') : html.index("</section>", html.index('id="parts"'))]

    assert "Told one by one: 2; summed up: 8 or more." in words(section)
    assert [f"/events/{one.event.id}" in section for one in SEVERAL[:3]] == [True, True, False]
    assert "Deployment of patrol 2 by the same" in words(section)
    assert 'id="wholes"' not in html


def test_a_part_names_the_sums_it_is_in_and_says_how_many_more_there_are():
    html = page(replace(EVENT_VIEW, wholes=SEVERAL))
    section = html[html.index('id="wholes"') : html.index("</section>", html.index('id="wholes"'))]

    assert section.count('class="line"') == 60
    assert "5 more are not shown" in words(section)

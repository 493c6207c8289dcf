"""The page of an event."""

import pytest
from small_ledger import Made

from rashomon.model.errors import NotFoundError
from rashomon.model.words import Severity
from rashomon.store.views import Named


def test_an_events_accounts_stand_earliest_article_first_with_their_words(made: Made):
    view = made.ledger.event(made.linked.events[0].id)

    assert [account.article.outlet for account in view.accounts] == ["Vale Courier", "Daily Echo", None]
    first = view.accounts[0]
    assert first.quote.words == "A bomb killed 12 people in Ostrel on Monday"
    assert first.quote.context == "A bomb killed 12 people in Ostrel on Monday, the Vale Front's spokesman said."
    assert first.agents == (Named("Karsk Guards", "Karsk Guards", made.linked.actors[1].id),)
    assert first.patients == (Named("people", "12 people"),)
    assert first.places == (Named("Ostrel", "Ostrel", made.linked.places[0].id),)
    assert [named.name for named in first.attribution] == ["spokesman", "Vale Front"]


def test_accounts_name_the_root_they_go_back_to(made: Made):
    view = made.ledger.event(made.linked.events[0].id)

    assert [account.root.name for account in view.accounts if account.root] == ["Vale Front", "Vale Front", "Karsk Guards"]
    assert view.roots == made.linked.roots[:2]


def test_an_event_has_the_claims_and_figures_about_its_accounts(made: Made):
    view = made.ledger.event(made.linked.events[0].id)
    sources = [(claim.source.name, claim.claim.stance.value) for claim in view.claims]

    assert sources == [
        ("Vale Front", "accuses"),
        ("nobody", "claims_responsibility"),
        ("Vale Front", "accuses"),
        ("nobody", "claims_responsibility"),
        ("Karsk Guards", "denies"),
    ]
    assert [figure.source.name for figure in view.figures] == ["Vale Front", "Vale Front"]
    assert view.claims[0].via[0].name == "spokesman"


def test_an_event_names_all_ids_it_speaks_of(made: Made):
    view = made.ledger.event(made.linked.events[0].id)
    supported = (*view.event.agents, *view.event.places)

    assert {view.names[support.value] for support in supported} == {"Karsk Guards", "Ostrel"}
    assert view.names[made.account("first").id] == "Vale Courier"
    assert view.names[made.account("denied").id] == "outlet not stated"
    assert view.names[made.linked.roots[0].id] == "Vale Front"


def test_an_events_contradictions_are_its_own_alarms_first(made: Made):
    severities = [one.severity for one in made.ledger.event(made.linked.events[0].id).contradictions]

    assert severities == [Severity.DIFFERENT_NUMBER, Severity.UPDATE]


def test_an_event_is_found_by_each_of_its_accounts(made: Made):
    for name in ("first", "copied", "denied"):
        assert made.ledger.event(made.account(name).id).event == made.linked.events[0]


def test_an_event_whose_articles_are_gone_still_has_its_page(made: Made):
    view = made.ledger.event(made.linked.events[2].id)

    assert view.line.title == "A threat"
    assert view.accounts == ()


@pytest.mark.parametrize("key", ["evt-0", "", "act-0"])
def test_what_is_not_there_is_not_found(made: Made, key: str):
    for ask in (made.ledger.event, made.ledger.actor_page, made.ledger.article_page):
        with pytest.raises(NotFoundError):
            ask(key)

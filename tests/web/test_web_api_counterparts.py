"""Everything that the desk shows or does has an address of the API that does the same, or a reason why it has none."""

from collections.abc import Mapping
from pathlib import Path

from api_desk import Programs
from fastapi.routing import APIRoute

from rashomon.store.ledger import Ledger
from rashomon.web.app import DECIDING, ROUTERS

#: What the API does for each route of the desk; words that begin with "no:" say why there is nothing.
COUNTERPARTS: Mapping[str, str] = {
    "GET /": "GET /today",
    "GET /search": "GET /search",
    "GET /search.atom": "GET /exports/{form}",
    "GET /search.rss": "GET /exports/{form}",
    "GET /search.geojson": "GET /map",
    "GET /search.csv": "GET /exports/events",
    "GET /search.json": "GET /exports/events",
    "GET /suggest": "GET /suggestions",
    "GET /topics": "GET /topics",
    "POST /topics": "POST /topics",
    "GET /topics/{topic_id}": "GET /topics/{topic_id}/events",
    "GET /topics/{topic_id}/feed.atom": "GET /exports/{form}",
    "GET /topics/{topic_id}/feed.rss": "GET /exports/{form}",
    "POST /topics/{topic_id}/rename": "PATCH /topics/{topic_id}",
    "POST /topics/{topic_id}/move": "PATCH /topics/{topic_id}",
    "POST /topics/{topic_id}/delete": "DELETE /topics/{topic_id}",
    "GET /brief": "GET /brief",
    "GET /briefs": "GET /briefs",
    "POST /briefs": "POST /briefs",
    "GET /briefs/{brief_id}": "GET /briefs/{brief_id}",
    "GET /events/{event_id}": "GET /events/{event_id}",
    "GET /actors": "GET /actors",
    "GET /actors/{actor_id}": "GET /actors/{actor_id}",
    "GET /outlets": "GET /outlets",
    "GET /outlets/{name}": "GET /outlets/{name}",
    "GET /network": "GET /network",
    "GET /network/tie": "GET /ties",
    "GET /map": "GET /places",
    "GET /map.geojson": "GET /control",
    "GET /articles/{article_id}": "GET /articles/{article_id}",
    "GET /articles/{article_id}/capture": "GET /captures/{sha256}/bytes",
    "GET /contradictions": "GET /contradictions",
    "GET /series": "GET /series",
    "GET /series/{series_id}.csv": "GET /series/{series_id}",
    "GET /series/{series_id}.svg": "no: a drawing of the numbers that GET /series/{series_id} gives",
    "GET /copies": "GET /copies",
    "GET /status": "GET /status",
    "GET /help": "no: words for people, who read them on the desk",
    "GET /api": "no: it is the description of the API, in words; /openapi.json is the whole of it",
    "GET /login": "no: a program says who it is by its token",
    "POST /login": "no: a program says who it is by its token",
    "POST /logout": "no: a token is revoked instead",
    "POST /account/password": "no: a token must not take an account over by its password",
    "GET /people": "GET /people",
    "POST /people": "POST /people",
    "POST /people/{name}": "PATCH /people/{name}",
    "POST /tokens": "POST /tokens",
    "POST /tokens/{token_id}/revoke": "DELETE /tokens/{token_id}",
    "GET /review": "GET /review/queue",
    "GET /review/outlets": "GET /review/outlets",
    "GET /review/events/{event_id}": "GET /review/events/{event_id}",
    "GET /review/articles/{article_id}": "GET /articles/{article_id}",
    "GET /decisions": "GET /decisions",
    "GET /decisions/{decision_id}": "GET /decisions/{decision_id}",
    "POST /decisions": "POST /decisions",
    "POST /review/values/{target}": "POST /decisions",
    "POST /decisions/{decision_id}/undo": "POST /decisions/{decision_id}/undo",
    "GET /review/sheet": "no: a form to send a file with; POST /sheet/comparison takes the file",
    "GET /review/sheet.csv": "GET /sheet",
    "POST /review/sheet": "POST /sheet/comparison",
    "POST /review/sheet/decisions": "POST /sheet/decisions",
    "GET /alerts": "GET /alerts",
    "GET /alerts/watch": "no: a form to fill in; POST /watches takes what it sends",
    "POST /alerts/watches": "POST /watches",
    "POST /alerts/watches/{watch_id}/delete": "DELETE /watches/{watch_id}",
    "POST /alerts/feed": "POST /alerts/feed",
    "GET /alerts/feed/{secret}.atom": "no: its address is its own key, so any program reads it as it stands",
}
#: What only the API has: the file of channels, lists that pages show by pieces, and what else stands on the command line alone.
BEYOND = frozenset({"GET /marks", "POST /marks", "DELETE /marks", "GET /withheld", "PATCH /watches/{watch_id}", "GET /watches"})


def routes() -> set[str]:
    """What the desk answers to."""
    several = (route for router in (*DECIDING, *ROUTERS) for route in router.routes if isinstance(route, APIRoute))
    return {f"{method} {route.path_format}" for route in several for method in route.methods}


def test_each_page_and_form_of_the_desk_has_an_address_of_the_api_or_a_reason():
    assert routes() - COUNTERPARTS.keys() == set(), "say what the API does for these"
    assert COUNTERPARTS.keys() - routes() == set(), "these are no more"


def test_each_counterpart_is_described(tmp_path: Path):
    with Ledger.create(tmp_path / "ledger") as ledger:
        described = Programs(ledger).app.state.api_described()["paths"]
    there = {f"{method.upper()} {path}" for path, methods in described.items() for method in methods}
    named = {one for one in COUNTERPARTS.values() if not one.startswith("no: ")}

    assert named | BEYOND <= there
    assert sum(one.startswith("no: ") for one in COUNTERPARTS.values()) < len(named) / 3

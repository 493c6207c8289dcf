import pytest
from imagined_ledger import ImaginedLedger
from web_visitor import Visitor

from rashomon.web.app import ROUTERS, create_app
from rashomon.web.pages import Desk

PATHS = {
    "/",
    "/search",
    "/search.geojson",
    "/search.csv",
    "/search.json",
    "/suggest",
    "/topics",
    "/events/{event_id}",
    "/actors",
    "/actors/{actor_id:path}",
    "/articles/{article_id}",
    "/contradictions",
    "/series",
}


def test_the_desk_has_a_page_for_each_of_its_nouns_and_each_only_answers() -> None:
    routes = [route for router in ROUTERS for route in router.routes]

    assert {route.path for route in routes} >= PATHS | {"/copies", "/status", "/help"}
    assert {method for route in routes for method in route.methods} == {"GET"}


def test_every_page_has_a_name_of_its_own() -> None:
    names = [route.name for router in ROUTERS for route in router.routes]

    assert len(names) == len(set(names))


@pytest.mark.parametrize("path", ["/docs", "/redoc", "/openapi.json"])
def test_no_page_of_the_web_library_is_left_open(path: str, visitor: Visitor) -> None:
    assert visitor.get(path).status_code == 404


def test_each_desk_asks_its_own_ledger() -> None:
    one, other = ImaginedLedger(), ImaginedLedger(empty=True)
    desks = [create_app(ledger).state.desk for ledger in (one, other)]

    assert [desk.ledger for desk in desks] == [one, other]
    assert all(isinstance(desk, Desk) for desk in desks)
    assert desks[0].countries["NO"] == "Norway"


@pytest.mark.parametrize(("host", "status"), [("desk.example", 200), ("127.0.0.1", 421), ("evil.example", 421)])
def test_the_desk_answers_only_to_the_names_it_was_given(host: str, status: int) -> None:
    visitor = Visitor(create_app(ImaginedLedger(), frozenset({"desk.example"})))

    assert visitor.get("/", host=host).status_code == status


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost"])
def test_by_default_it_answers_to_this_machine(host: str, visitor: Visitor) -> None:
    assert visitor.get("/help", host=host).status_code == 200
    assert visitor.get("/help", host="93.184.216.34").status_code == 421


def test_the_style_sheet_is_served_with_its_type(visitor: Visitor) -> None:
    links = [piece.partition('"')[0] for piece in visitor.get("/").text.split('href="') if piece.startswith("/static/")]

    assert links
    for link in links:
        answer = visitor.get(link, accept="*/*")
        assert answer.status_code == 200
        assert answer.content


@pytest.mark.parametrize("path", ["/static/../app.py", "/static/%2e%2e/app.py", "/static/..%2fwords%2fcore.toml"])
def test_nothing_beside_the_static_files_is_served(path: str, visitor: Visitor) -> None:
    assert visitor.get(path).status_code == 404

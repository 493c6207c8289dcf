import pytest
from imagined_ledger import ImaginedLedger
from web_visitor import Visitor

from rashomon.web.app import create_app
from rashomon.web.guard import HEADERS


@pytest.mark.parametrize("path", ["/", "/nowhere", "/static/desk.css", "/?month=never"])
def test_every_answer_keeps_to_itself(visitor: Visitor, path: str) -> None:
    headers = visitor.get(path).headers

    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1", "127.0.0.1:8117", "[::1]", "[::1]:80"])
def test_this_machine_is_answered(visitor: Visitor, host: str) -> None:
    assert visitor.get("/", host=host).status_code == 200


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "localhost.evil.example:80"])
def test_another_name_for_this_machine_is_refused(visitor: Visitor, host: str) -> None:
    answer = visitor.get("/", host=host)

    assert answer.status_code == 421
    assert "Tidewater" not in answer.text
    assert answer.headers["x-frame-options"] == "DENY"


def test_an_owner_may_name_the_desk() -> None:
    assert Visitor(create_app(ImaginedLedger(), names=frozenset({"desk"}))).get("/", host="desk").status_code == 200

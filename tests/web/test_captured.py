"""A kept file is shown without scripts and without a network, whatever it is."""

import pytest
from imagined_ledger import CAPTURES, HERALD
from web_visitor import Visitor

from rashomon.web.captured import MOST_BYTES, is_page, shown


@pytest.mark.parametrize(
    ("name", "media", "content", "page"),
    [
        ("a.html", None, b"x", True),
        ("a", "text/html; charset=utf-8", b"x", True),
        ("a.bin", None, b"  <!DOCTYPE html><p>x", True),
        ("a.txt", "text/plain", b"plain <html>", False),
        ("feed.xml", "application/rss+xml", b"<?xml version='1.0'?><rss/>", False),
    ],
)
def test_a_web_page_is_known_by_type_name_or_first_bytes(name: str, media: str | None, content: bytes, page: bool) -> None:
    capture = CAPTURES["loose"].__class__("c" * 64, name, None, "2031-06-05T06:00:00Z", len(content), None, media)

    assert is_page(capture, content) is page
    assert shown(capture, content).media_type.startswith("text/html" if page else "text/plain")


def test_a_page_too_large_to_render_and_odd_bytes_become_text() -> None:
    capture = CAPTURES["loose"]

    assert shown(capture, b"<html>" + b"x" * MOST_BYTES).media_type.startswith("text/plain")
    assert shown(capture, b"caf\xe9\x00").content.decode("utf-8") == "caf��"


def test_the_kept_file_may_do_nothing(visitor: Visitor) -> None:
    answer = visitor.get(f"/articles/{HERALD.id}/capture")

    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert policy.startswith("sandbox; default-src 'none'")
    assert "script-src" not in policy
    assert "allow-scripts" not in policy
    assert answer.headers["x-frame-options"] == "SAMEORIGIN"
    assert visitor.get("/articles/art-none/capture").status_code == 404


def test_tags_that_call_elsewhere_go_and_letters_stay() -> None:
    kept = b"""<html><head><meta http-equiv="content-type" content="text/html; charset=cp1256"><meta charset="utf-8">
    <link rel="preconnect" href="//far.example"><base href="//far.example"><META HTTP-EQUIV=refresh content="0;url=//far.example">
    </head><p>Words.</p></html>"""
    content = shown(CAPTURES["loose"], kept).content

    assert b"far.example" not in content
    assert b"cp1256" in content
    assert b"<p>Words.</p>" in content

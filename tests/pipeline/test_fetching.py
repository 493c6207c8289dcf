import http.server
import threading

import pytest

from rashomon.model.errors import UnreadableSourceError
from rashomon.pipeline import fetching
from rashomon.pipeline.fetching import fetch, is_address


class Answers(http.server.BaseHTTPRequestHandler):
    """A small site: a page, a page that moved, one that points at itself, one that is missing, one without end."""

    def do_GET(self):
        if self.path == "/moved":
            self._say(301, b"", Location="/page")
        elif self.path == "/round":
            self._say(302, b"", Location="/round")
        elif self.path == "/page":
            self._say(200, b"<p>Blast in Tarn</p>")
        elif self.path == "/long":
            self._say(200, b"x" * 5000)
        else:
            self._say(404, b"nothing")

    def _say(self, status, body, **headers):
        self.send_response(status)
        for name, value in {"Content-Type": "text/html; charset=utf-8", "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *arguments):
        """Say nothing."""


@pytest.fixture(scope="module")
def site():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), Answers) as server:
        thread = threading.Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_a_page_comes_with_its_type_and_bytes(site):
    fetched = fetch(f"{site}/page")

    assert (fetched.media_type, fetched.content) == ("text/html", b"<p>Blast in Tarn</p>")


def test_a_page_that_moved_is_followed_and_its_address_kept(site):
    assert fetch(f"{site}/moved").address == f"{site}/page"


@pytest.mark.parametrize(("path", "reason"), [("/gone", "404"), ("/round", "redirects")])
def test_what_cannot_be_fetched_says_why(site, path, reason):
    with pytest.raises(UnreadableSourceError, match=reason):
        fetch(site + path)


def test_an_answer_beyond_the_limit_is_refused(site, monkeypatch):
    monkeypatch.setattr(fetching, "LIMIT", 1000)

    with pytest.raises(UnreadableSourceError, match="larger than 1000"):
        fetch(f"{site}/long")


def test_a_server_that_is_not_there_is_a_reason_with_a_next_step():
    with pytest.raises(UnreadableSourceError, match="is the address right"):
        fetch("http://127.0.0.1:9/")


@pytest.mark.parametrize(
    ("source", "address"), [("https://herald.example/a", True), ("HTTP://x", True), ("https.txt", False), ("pages/", False)]
)
def test_an_address_is_told_from_a_file(source, address):
    assert is_address(source) is address

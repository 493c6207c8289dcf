"""A language model behind an address of the user's: asked by HTTP, and its faults said in one line."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, HTTPServer
from threading import Thread

import pytest

from rashomon.pipeline.wording.language_model import KEY, MODEL, URL, LanguageModelError, language_model


@contextmanager
def server(status: int, body: bytes, asked: list[dict]) -> Iterator[str]:
    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append({"path": self.path, "key": self.headers.get("Authorization"), **sent})
            self.send_response(status)
            self.send_header("Location", "http://127.0.0.1:9/elsewhere")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    listening = HTTPServer(("127.0.0.1", 0), Answers)
    thread = Thread(target=listening.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listening.server_port}/v1"
    finally:
        listening.shutdown()
        thread.join()
        listening.server_close()


def said(text: object) -> bytes:
    return json.dumps({"choices": [{"message": {"content": text}}]}).encode()


def test_it_asks_with_the_models_name_and_key_and_gives_the_words_on_one_line() -> None:
    asked: list[dict] = []
    with server(200, said("Nine\ndied. [1]"), asked) as url, language_model({URL: url, MODEL: "small", KEY: "k"}) as model:
        assert model.rewrite("The dead numbered nine. [1]") == "Nine died. [1]"

    assert (asked[0]["path"], asked[0]["key"], asked[0]["model"]) == ("/v1/chat/completions", "Bearer k", "small")
    assert asked[0]["messages"][-1] == {"role": "user", "content": "The dead numbered nine. [1]"}


@pytest.mark.parametrize(
    ("status", "body"),
    [(500, b"{}"), (302, b""), (200, b"<html>"), (200, b'{"choices": []}'), (200, said(None)), (200, said(["a"])), (200, b"[]")],
)
def test_another_answer_is_an_error_that_names_the_address(status: int, body: bytes) -> None:
    with (
        server(status, body, []) as url,
        language_model({URL: url}) as model,
        pytest.raises(LanguageModelError, match=r"127\.0\.0\.1"),
    ):
        model.rewrite("Nine died. [1]")


def test_more_than_a_megabyte_is_not_read() -> None:
    with server(200, said("x" * 2_000_000), []) as url, language_model({URL: url}) as model, pytest.raises(LanguageModelError):
        model.rewrite("Nine died. [1]")


@pytest.mark.parametrize("url", ["", "ftp://x", "file:///etc/passwd"])
def test_without_an_address_nothing_is_asked(url: str) -> None:
    with pytest.raises(LanguageModelError, match=URL):
        language_model({URL: url})

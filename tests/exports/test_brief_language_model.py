"""A brief smoothed by a server of an OpenAI-compatible kind: what is true is taken, all else refused with its reason."""

import json
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Event, Thread

import pytest

from rashomon.exports.briefs.contract import Brief, Citation, Ground, Paragraph, Section, Sentence
from rashomon.exports.briefs.smoothing import PATIENCE, smoothed
from rashomon.exports.contract import Aggregation
from rashomon.model.marks import Mark
from rashomon.pipeline.wording.language_model import LanguageModel, LanguageModelError

TOLL = Sentence("The dead numbered nine on 5 May 2031, according to Tarn officials (Reed Post).", (1,), ("5 May 2031",))
LIKELY = Sentence("It is likely that the raid in Ostrel happened as told.", (1,))
QUOTED = Sentence("Sahl Movement (Reed Post) claimed responsibility: “We struck the post.”", (1, 2))
SENTENCES = (TOLL, LIKELY, QUOTED)
BRIEF = Brief(
    "Brief",
    (),
    "2031-06-01",
    Mark.CLEAR,
    Aggregation.REPRESENTATIVE,
    (Section("happened", "What happened", (Paragraph(SENTENCES),)),),
    tuple(Citation(n, Ground(f"art-{n}", 0, 5, "words"), "F") for n in (1, 2)),
)
TRUE = {
    TOLL.text: "According to Tarn officials (Reed Post), the dead numbered nine on 5 May 2031. [1]",
    LIKELY.text: "That the raid in Ostrel happened as told is likely. [1]",
    QUOTED.text: "Responsibility was claimed by Sahl Movement (Reed Post): “We struck the post.” [1][2]",
}


def plain(sentence: str) -> str:
    return re.sub(r" (?:\[\d+\])+$", "", sentence)


@contextmanager
def model(answer: Callable[[str], bytes], status: int = 200, patience: float = 20.0) -> Iterator[tuple[LanguageModel, list[str]]]:
    """Yield a model whose server answers a sentence with some bytes, and the sentences that it was asked for."""
    asked: list[str] = []

    class Answers(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            sent = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
            asked.append(sent["messages"][-1]["content"])
            body = answer(asked[-1])
            self.send_response(status)
            self.end_headers()
            with suppress(BrokenPipeError):  # whoever asked may have left
                self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        with LanguageModel(f"http://127.0.0.1:{server.server_port}/v1", "stub", patience=patience) as asking:
            yield asking, asked
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def said(text: str) -> bytes:
    return json.dumps({"choices": [{"message": {"content": text}}]}).encode()


def smooth(answer: Callable[[str], bytes], status: int = 200, patience: float = 20.0) -> tuple[Brief, tuple[str, ...], list[str]]:
    with model(answer, status, patience) as (asking, asked):
        made, refused = smoothed(BRIEF, asking.rewrite, (LanguageModelError,))
    return made, refused, asked


def test_a_good_rewording_is_taken_whole() -> None:
    made, refused, asked = smooth(lambda sentence: said(TRUE[plain(sentence)]))

    assert refused == ()
    assert made.smoothed == 3
    assert [one.text for one in made.sentences()] == [plain(text) for text in TRUE.values()]
    assert asked[2].endswith("[1][2]")


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (lambda text: re.sub(r"\[\d\]$", "", text), "citations"),
        (lambda text: f"{text}[3]", "citations"),
        (lambda text: text.replace("nine", "ninety"), "numbers"),
        (lambda text: text.replace("5 May", "6 May"), "numbers"),
        (lambda text: text.replace("May", "June"), "'"),
        (lambda text: text.replace("Tarn", "Ostrel"), "name or date"),
        (lambda text: text.replace("officials", "witnesses"), "the word"),
        (lambda text: text.replace(". [1]", "; people should leave. [1]"), "hedge"),
        (lambda text: text.replace(". [1]", "; a tragedy. [1]"), "the word 'tragedy' is new"),
        (lambda text: text.replace(". [1]", " (high confidence). [1]"), "the word 'high' is new|mixes"),
        (lambda text: text.replace("likely", "very likely"), "the word 'very' is new"),
        (lambda text: text.replace("struck", "destroyed"), "quoted words"),
    ],
    ids=["drops", "adds", "number", "day", "month", "name", "noun", "advises", "dramatises", "sure", "likelier", "misquotes"],
)
def test_a_lie_is_refused_with_its_reason_and_the_template_stays(change: Callable[[str], str], why: str) -> None:
    made, refused, _ = smooth(lambda sentence: said(change(TRUE[plain(sentence)])))
    kept = [before.text == after.text for before, after in zip(BRIEF.sentences(), made.sentences(), strict=True)]

    touched = [change(text) != text for text in TRUE.values()]
    assert kept == touched
    assert len(refused) == sum(touched) > 0
    assert all(re.search(why, one) for one in refused)


@pytest.mark.parametrize(
    ("body", "status"),
    [(b"", 200), (b"oops", 200), (b"<html>", 200), (b"{}", 500), (said(""), 200), (said("   "), 200)],
    ids=["nothing", "no json", "a page", "a fault", "empty", "blank"],
)
def test_a_server_that_fails_costs_no_sentence(body: bytes, status: int) -> None:
    made, refused, asked = smooth(lambda _: body, status)

    assert made == BRIEF
    assert len(refused) == len(asked) == PATIENCE
    assert all("127.0.0.1" in one for one in refused)


def test_a_slow_server_is_left() -> None:
    left = Event()

    def slow(_: str) -> bytes:
        left.wait()
        return said("late")

    with model(slow, patience=0.05) as (asking, _):
        made, refused = smoothed(BRIEF, asking.rewrite, (LanguageModelError,))
        left.set()

    assert made == BRIEF
    assert len(refused) == PATIENCE

"""What is asked twice is made once, as long as it is kept."""

from concurrent.futures import ThreadPoolExecutor
from threading import Event

import pytest
from small_ledger import Made

from rashomon.store.database import reading
from rashomon.store.pages.settled import Settled
from rashomon.store.recent import Recent


def test_the_latest_answers_are_kept_and_the_oldest_made_anew():
    recent: Recent[int] = Recent(2)
    made: list[str] = []

    def ask(key: str) -> int:
        return recent.of(key, lambda: made.append(key) or len(made))

    assert [ask("a"), ask("a"), ask("b"), ask("a"), ask("c"), ask("a"), ask("b")] == [1, 1, 2, 1, 3, 1, 4]
    assert made == ["a", "b", "c", "b"]


def test_a_settled_answer_is_made_anew_when_linking_has_run(mine: Made):
    settled, made = Settled(), []

    def ask() -> int:
        with reading(mine.ledger._engine) as connection:
            return settled.of(connection, "how many", lambda: made.append(1) or len(made))

    assert (ask(), ask()) == (1, 1)
    mine.ledger.put_linked(mine.linked, "again")
    assert ask() == 2


def test_what_one_is_making_the_others_wait_for():
    recent: Recent[int] = Recent(2)
    begun, go, made = Event(), Event(), []

    def slow() -> int:
        made.append(1)
        begun.set()
        go.wait(20)
        return 7

    with ThreadPoolExecutor(2) as several:
        first = several.submit(recent.of, "a", slow)
        begun.wait(20)
        second = several.submit(recent.of, "a", slow)
        go.set()
        assert (first.result(20), second.result(20), made) == (7, 7, [1])


def test_what_could_not_be_made_is_tried_again():
    recent: Recent[int] = Recent(2)
    with pytest.raises(ZeroDivisionError):
        recent.of("a", lambda: 1 // 0)
    assert recent.of("a", lambda: 3) == 3

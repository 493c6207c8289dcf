"""An actor through time, as the terminal shows it."""

from rashomon.cli.showing import HISTORY_LINES, show_actor, show_history
from rashomon.model.actors import Actor
from rashomon.model.dates import DateInterval
from rashomon.model.histories import Chapter, HistoryLine, Witness
from rashomon.model.words import ActorKind
from rashomon.store.views import ActorView


def line(year: int, *witnesses: Witness) -> HistoryLine:
    return HistoryLine(Chapter.TIE, f"allied with League {year}", None, DateInterval.parse(str(year)), witnesses)


def test_a_line_says_when_what_and_who_says_and_denies_it() -> None:
    (said,) = show_history((line(2031, Witness("Gazette"), Witness("Gazette"), Witness("the League", denies=True)),))
    assert " ".join(said.split()) == "2031 allied with League 2031 (say: Gazette; deny: the League)"


def test_a_line_that_nobody_dates_or_confirms_says_so() -> None:
    (said,) = show_history((HistoryLine(Chapter.DEATH, "reported dead", None, None, (Witness("the League", denies=True),)),))
    assert " ".join(said.split()) == "undated reported dead (say: nobody; deny: the League)"


def test_of_a_long_history_the_newest_lines_are_shown() -> None:
    lines = tuple(line(year, Witness("list")) for year in range(1900, 1903 + HISTORY_LINES))
    said = list(show_history(lines))
    assert said[0].strip() == "… 3 earlier (--json shows all)"
    assert (len(said), "League 1903" in said[1]) == (HISTORY_LINES + 1, True)


def test_an_actor_without_a_history_has_no_such_heading() -> None:
    view = ActorView(Actor("A stranger", ActorKind.UNKNOWN), (), (), (), ())
    assert "Through time" not in "\n".join(show_actor(view))
    told = ActorView(Actor("A stranger", ActorKind.UNKNOWN), (), (), (), (), (line(2031, Witness("list")),))
    assert "Through time" in "\n".join(show_actor(told))

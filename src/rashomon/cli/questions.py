"""The options that narrow a question, the same for every command that asks one."""

from collections.abc import Callable
from functools import wraps
from typing import Any

import click

from rashomon.model.words import EventType, Status
from rashomon.store.search import ORDERS
from rashomon.store.search.meaning import MEANINGS
from rashomon.store.views import Question

#: Options of a question by the names of its fields, in the order in which help shows them.
_NARROWING = (
    click.option("--type", "type", type=click.Choice([str(t) for t in EventType]), help="Only events of this type."),
    click.option("--status", "status", type=click.Choice([str(s) for s in Status]), help="Only events of this status."),
    click.option("--actor", metavar="ID", help="Only events of this actor (its id)."),
    click.option("--country", metavar="XX", help="Only events in this country (two letters)."),
    click.option("--place", metavar="NAME", help="Only events at this place (its name or id)."),
    click.option("--area", metavar="W,S,E,N", help="Only events between these degrees."),
    click.option("--month", metavar="YYYY-MM", help="Only events of this month."),
    click.option("--disputed", is_flag=True, help="Only events whose accounts contradict each other."),
    click.option("--outlet", metavar="NAME", help="Only events that this outlet tells."),
    click.option("--grade", type=click.Choice(list("ABCDEF")), help="Only events whose best graded outlet has this letter."),
    click.option("--after", metavar="DATE", help="Only events that reach past this day, month or year."),
    click.option("--before", metavar="DATE", help="Only events that began by this day, month or year."),
    click.option("--roots", metavar="N", help="Only events of so many independent roots; 2+ is at least two."),
    click.option("--parts", is_flag=True, help="Count the actor's parts as the actor."),
    click.option("--order", type=click.Choice(ORDERS), default="newest", show_default=True, help="In which order events stand."),
    click.option(
        "--meaning",
        type=click.Choice(MEANINGS),
        default="beside",
        show_default=True,
        help="Words of a like meaning: shown beside, counted with yours, or off.",
    ),
)
_FIELDS = (
    *("type", "status", "actor", "country", "place", "area", "month", "disputed"),
    *("outlet", "grade", "after", "before", "roots", "parts", "order", "meaning"),
)


def narrowed(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options of a question and the argument WORDS, and call it with ``question`` in their place."""

    @wraps(command)
    def asked(*args: object, words: tuple[str, ...], **options: Any) -> None:  # noqa: ANN401 (options by their names)
        fields = {name: options.pop(name) for name in _FIELDS}
        command(*args, question=Question(" ".join(words) or None, **fields), **options)

    for option in reversed(_NARROWING):
        asked = option(asked)
    return click.argument("words", nargs=-1)(asked)

"""The command ``brief``: what happened, according to whom, as a text with numbered citations."""

import getpass
import re
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import click

from rashomon.cli.opening import with_ledger
from rashomon.cli.questions import narrowed
from rashomon.exports.contract import Aggregation
from rashomon.model.marks import Mark
from rashomon.store.ledger import Ledger
from rashomon.store.views import Question

_ENDINGS = ("md", "html", "docx", "pdf")
_SPAN = re.compile(r"(\d{1,5})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}


def since_day(context: click.Context, _: click.Parameter, value: str | None) -> date | None:
    """Return the day that ``7d``, ``2w``, ``6m``, ``1y`` or ``2031-06-05`` means, counted back from ``--day``."""
    if value is None:
        return None
    if (span := _SPAN.fullmatch(value)) is not None:
        try:
            return _today(context.params.get("day")) - timedelta(days=int(span[1]) * _DAYS[span[2]])
        except OverflowError as error:
            raise click.BadParameter(f"{value!r} reaches back before all years") from error
    return _day(value)


def _day(value: str) -> date:
    try:
        return date.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter(f"{value!r} is no day (try 7d, 2w, 6m, 1y or 2031-06-05)") from error


def _today(day: date | None) -> date:
    return day or datetime.now(UTC).date()


def _stated(_: click.Context, __: click.Parameter, value: str | None) -> date | None:
    return None if value is None else _day(value)


@click.command()
@click.option("--day", metavar="DATE", callback=_stated, is_eager=True, help="What is taken for today; else today (UTC).")
@click.option("--since", metavar="SPAN", callback=since_day, help="Only events that reach this day: 7d, 2w, 6m, 1y or a date.")
@click.option("--form", type=click.Choice(_ENDINGS), help="The form of the file; else by OUT's ending.")
@click.option("--tlp", type=click.Choice([mark.value for mark in Mark]), default="clear", show_default=True, help="Its audience.")
@click.option(
    "--as",
    "aggregation",
    type=click.Choice([one.value for one in Aggregation]),
    default="representative",
    show_default=True,
    help="Which version of a toll leads; the others are told after it.",
)
@click.option("--smooth", is_flag=True, help="Let the language model at RASHOMON_LM_URL smooth the wording, each checked.")
@click.option("--draft", is_flag=True, help="Do not remember this brief as given out.")
@click.argument("topic")
@click.argument("out", type=click.Path(path_type=Path, dir_okay=False))
@narrowed
@with_ledger
def brief(
    ledger: Ledger,
    question: Question,
    topic: str,
    out: Path,
    day: date | None,
    since: date | None,
    form: str | None,
    tlp: str,
    aggregation: str,
    smooth: bool,
    draft: bool,
) -> None:
    """Write a brief of TOPIC into the file OUT (`-` is standard output).

    TOPIC is the name or id of a saved topic, else words to search for; `all` is every event. WORDS and options narrow it
    further. Every sentence carries the numbers of the words that say it. Unless --draft is given, the brief is remembered,
    and the next one of the same topic or question says what changed.

    \b
    Example:
      rashomon -C desk brief Merrowick --since 7d brief.docx
      rashomon -C desk brief all --since 2031-06-01 --tlp amber brief.pdf
    """
    from rashomon.exports.briefs.asking import wanted_of  # noqa: PLC0415 (slow to load)
    from rashomon.exports.briefs.forms import FORMS  # noqa: PLC0415
    from rashomon.exports.briefs.giving import given_out, make_and_smooth  # noqa: PLC0415
    from rashomon.exports.wording.catalogue import read_words  # noqa: PLC0415

    ending = form or out.suffix.removeprefix(".").lower() or "md"
    if ending not in FORMS:
        raise click.UsageError(f"cannot tell the form of {out} (try --form {' or '.join(FORMS)})")
    asked = wanted_of(ledger.desk.topics.all(), question, topic, _today(day))
    wanted = replace(asked, since=since, clearance=Mark(tlp), aggregation=Aggregation(aggregation))
    made, refused = make_and_smooth(ledger, wanted, smooth=smooth)
    content = FORMS[ending](made.brief, read_words())
    with click.open_file(str(out), "wb") as file:
        file.write(content)
    if not draft:
        given_out(ledger, made, wanted, getpass.getuser())
    _report(out, made.brief.smoothed, refused, smooth=smooth)


def _report(out: Path, smoothed: int, refused: tuple[str, ...], *, smooth: bool) -> None:
    click.echo(f"wrote {out}", err=True)
    if smooth:
        click.echo(f"smoothed {smoothed} sentences, refused {len(refused)}", err=True)
        for why in refused[:10]:
            click.echo(f"  refused: {why}", err=True)

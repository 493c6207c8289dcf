"""The command ``import``: a new ledger of one that was exported whole."""

from pathlib import Path

import click

from rashomon.cli.opening import known_errors


@click.command("import")
@click.argument("source", type=click.Path(path_type=Path, exists=True))
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
def import_(source: Path, folder: Path) -> None:
    """Make a new ledger in FOLDER of SOURCE: what `export --form jsonl` wrote, its folder or the file in it.

    Everything is checked on the way; where something is wrong, its line is named and no ledger is left behind. Take in only
    ledgers of people you trust: what they follow will be fetched, and their decisions and lists are obeyed.

    \b
    Example:
      rashomon import copy/ desk2
    """
    from rashomon.exports.whole.importing import import_whole  # noqa: PLC0415  # what no other command needs

    with known_errors():
        made = import_whole(source, folder)
    counted = ((kind, made.counts.get(kind, 0)) for kind in ("capture", "article", "event", "decision"))
    told = ", ".join(f"{count} {kind}{'s' * (count != 1)}" for kind, count in counted)
    click.echo(f"made a ledger in {folder}: {told}")
    if made.counts.get("follow"):
        click.echo(
            f"{made.counts['follow']} followed addresses came along; `update` fetches them (see: rashomon follows)", err=True
        )
    for address in made.private:
        click.echo(f"it may fetch {address} from a private network (unfollow it if you do not know it)", err=True)
    if made.left_out:
        which = f"{made.left_out} captures" if made.left_out > 1 else "1 capture"
        click.echo(f"without {which} marked above {made.clearance}, and without what linking made of them", err=True)
    part = made.left_out and not made.counts.get("event")
    click.echo(f"next: rashomon -C {folder} {'update --offline' if part else 'status'}")

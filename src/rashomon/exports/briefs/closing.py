"""The last parts of a brief: outlets and their grades, what was left out and why, how to read it."""

from collections import Counter

from rashomon.exports.briefs.citing import UNGRADED
from rashomon.exports.briefs.contract import Grid, Section
from rashomon.exports.briefs.gathering import Material
from rashomon.exports.briefs.words import Frames
from rashomon.store.ledger import Ledger
from rashomon.store.withheld import PRIVATE_PERSON

#: Outlets that the table lists.
OUTLETS = 25


def sources(material: Material, frames: Frames) -> Section:
    """Return the outlets with their grades, their accounts, and how many of these stand in copies."""
    say = frames.say
    grades = {outlet: letter for event in material.events for outlet, letter in event.grades.items()}
    accounts: Counter[str | None] = Counter()
    copied: Counter[str | None] = Counter()
    for event in material.events:
        for view in event.told.accounts:
            accounts[view.article.outlet] += 1
            copied[view.article.outlet] += view.article.copy_of is not None
    rows = tuple(
        (
            outlet or say("brief.source.unnamed"),
            say(f"brief.grade.{grades.get(outlet or '', UNGRADED)}"),
            str(n),
            str(copied[outlet]),
        )
        for outlet, n in sorted(accounts.items(), key=lambda pair: (-pair[1], pair[0] or ""))[:OUTLETS]
    )
    columns = tuple(say(f"brief.source.{name}") for name in ("outlet", "grade", "accounts", "copies"))
    grids = (Grid(say("brief.source.caption"), columns, rows),) if rows else ()
    return Section("sources", say("brief.section.sources"), grids=grids)


def left_out(ledger: Ledger, material: Material, frames: Frames, words: str) -> Section:
    """Return what is not in the brief and why; ``words`` are all that the brief says."""
    say, clearance = frames.say, material.wanted.clearance
    above = sum(not marked.mark.within(clearance) for marked in ledger.marks.all())
    status = ledger.status()
    beyond = len(material.events) - len(material.leads) - len(material.also)
    counted = {
        "restricted": above,
        "unread": len(status.unread),
        "faults": status.counts.get("faults", 0),
        "undated": material.undated,
        "beyond": beyond if material.whole else 0,
        "looked": 0 if material.whole else len(material.events),
    }
    notes = [say(f"brief.left.{key}", n=n, mark=clearance.value.upper()) for key, n in counted.items() if n]
    notes += [say("brief.left.private")] if PRIVATE_PERSON in words or "█" in words else []
    notes.append(say("brief.left.unsaid"))
    return Section("left_out", say("brief.section.left_out"), notes=tuple(notes))


def reading(frames: Frames) -> Section:
    """Return how to read a brief."""
    notes = tuple(frames.say(f"brief.read.{key}") for key in ("machine", "quotes", "independent", "likely"))
    return Section("reading", frames.say("brief.section.reading"), notes=notes)

"""Which grade each outlet has now: as a person graded it, else after the ledger's own lists and those that ship."""

from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection

from rashomon.lists.listfile import entries, own, shipped
from rashomon.lists.outlets import read_outlet
from rashomon.model.sources import Grade
from rashomon.store.review.grading import all_outlet_grades


def outlet_grades(lists: Path) -> Mapping[str, str]:
    """Return the letter of every graded outlet by each of its names; a ledger's own entry goes before a shipped one.

    Args:
        lists: folder of the ledger's own lists.
    """
    read = (read_outlet(entry) for file in (*shipped("outlets.yaml"), *own(lists, "outlets.yaml")) for entry in entries(file))
    by_name = {outlet.name: outlet for outlet in read}
    return {
        name: _latest(outlet.grades).letter
        for outlet in by_name.values()
        if outlet.grades
        for name in (outlet.name, *outlet.aliases)
    }


def standing_grades(connection: Connection, listed: Mapping[str, str]) -> Mapping[str, str]:
    """Return the letter of every graded outlet; a grade that a person gave goes before a listed one.

    Args:
        connection: to the ledger.

        listed: the letters of the lists, as `outlet_grades` returns them.
    """
    return {**listed, **{name: grades[0].letter for name, grades in all_outlet_grades(connection).items()}}


def _latest(grades: tuple[Grade, ...]) -> Grade:
    """Return the grade with the latest day; one without a day holds from the beginning."""
    return max(grades, key=lambda grade: (grade.since is not None, grade.since))

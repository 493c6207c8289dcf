"""An invented conflict in an invented country, as seven outlets might report it: input to try Rashomon on.

The files have the shapes that real sources have (feed, tag archive, channel export, posts with bylines, flattened feed,
HTML). Nothing in them happened; `README.txt` beside them says so too.
"""

from importlib.resources import files
from pathlib import Path

#: File and, where the page does not print its outlet, the outlet to add it under.
_FILES: tuple[tuple[str, str | None], ...] = (
    ("frontier-wire.rss.xml", None),
    ("karst-monitor-tag-archive.txt", "Karst Monitor"),
    ("sable-channel/result.json", None),
    ("harbour-notes-archive.txt", "Harbour Notes"),
    ("ledger-mirror.rss.txt", None),
    ("ilvaren-courier-seven-dead.html", None),
    ("ilvaren-courier-anniversary.html", None),
    ("radio-vessary-second-blast.html", None),
)


def sample_files() -> tuple[tuple[Path, str | None], ...]:
    """Return each sample file with the outlet to name when adding it, ``None`` where the page prints its own.

    The order is fixed, so that a ledger built from them is the same everywhere.
    """
    folder = _folder()
    return tuple((folder.joinpath(*name.split("/")), outlet) for name, outlet in _FILES)


def sample_lists() -> Path:
    """Return the folder of the lists (actors, outlets, places) that the sample's world needs."""
    return _folder() / "lists"


def _folder() -> Path:
    return Path(str(files(__name__)))

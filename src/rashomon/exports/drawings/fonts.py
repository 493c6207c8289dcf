"""The typeface that files are set in: DejaVu Sans Condensed, cut down to Latin, Greek, Cyrillic, Hebrew and Arabic letters."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path


def font_file(*, bold: bool) -> AbstractContextManager[Path]:
    """Return the path of the typeface, upright or bold, for as long as it is needed."""
    name = "DejaVuSansCondensed-Bold.ttf" if bold else "DejaVuSansCondensed.ttf"
    return as_file(files("rashomon.exports.drawings") / "typeface" / name)

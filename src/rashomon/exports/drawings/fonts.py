"""The typefaces that files are set in: DejaVu Sans Condensed; for scripts that it has no letters of, Noto Sans and Droid Sans."""

from contextlib import AbstractContextManager
from importlib.resources import as_file, files
from pathlib import Path

#: The families in the order in which a letter is looked for.
FAMILIES = (
    "DejaVu Sans",
    "Noto Sans Armenian",
    "Noto Sans Bengali",
    "Noto Sans Devanagari",
    "Noto Sans Ethiopic",
    "Noto Sans Georgian",
    "Noto Sans Khmer",
    "Noto Sans Myanmar",
    "Noto Sans Sinhala",
    "Noto Sans Tamil",
    "Noto Sans Thai",
    "Droid Sans Fallback",
)


def font_folder() -> AbstractContextManager[Path]:
    """Return the folder of all typefaces, for as long as it is needed."""
    return as_file(files("rashomon.exports.drawings") / "typeface")


def font_file(*, bold: bool) -> AbstractContextManager[Path]:
    """Return the path of the typeface of pictures, upright or bold, for as long as it is needed."""
    name = "DejaVuSansCondensed-Bold.ttf" if bold else "DejaVuSansCondensed.ttf"
    return as_file(files("rashomon.exports.drawings") / "typeface" / name)

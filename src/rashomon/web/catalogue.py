"""The words the desk shows, of all files of ``web/words`` and those it shares with exports."""

from importlib.resources import files

from rashomon.exports.wording.catalogue import Catalogue, read_words

__all__ = ["Catalogue", "read_catalogue"]


def read_catalogue() -> Catalogue:
    """Return the English words that ship with the desk.

    Raises:
        ListError: two files have a text for the same key.
    """
    return read_words(files("rashomon.web") / "words")

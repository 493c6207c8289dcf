"""Words by key, read from files so that they can be translated: what codes, dates and sentences are called."""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.resources import files
from importlib.resources.abc import Traversable

from rashomon.model.errors import ListError

#: The words that pages and exports share.
SHARED = files("rashomon.exports.wording") / "words"


def _flat(table: Mapping[str, object], prefix: str = "") -> Iterator[tuple[str, str]]:
    """Yield every text of nested tables under its dotted key."""
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", str(value)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Texts by dotted key ("nav.events"); plurals have the keys ``.one`` and ``.other``."""

    texts: Mapping[str, str]

    @property
    def language(self) -> str:
        """Return the language of the words, as HTML names it."""
        return self.texts["language"]

    def __call__(self, key: str, /, **values: object) -> str:
        """Return the text of a key with its braces filled in; a number ``n`` chooses between one and other.

        Raises:
            ListError: the catalogue has no such key.
        """
        numbered = f"{key}.{'one' if values.get('n') == 1 else 'other'}"
        text = self.texts.get(numbered, self.texts.get(key)) if "n" in values else self.texts.get(key)
        if text is None:
            raise ListError(
                f"the words have no text for {key!r} (add it to the table {key.partition('.')[0]!r} of a file of words)"
            )
        return text.format(**values) if values else text

    def code(self, table: str, code: str) -> str:
        """Return a closed vocabulary's word for a code; a code without a word is shown with spaces for underscores."""
        return self.texts.get(f"{table}.{code}", code.replace("_", " "))


def read_words(*folders: Traversable) -> Catalogue:
    """Return the texts of all TOML files of these folders and of `SHARED` together.

    Raises:
        ListError: two files have a text for the same key.
    """
    texts: dict[str, str] = {}
    for file in (path for folder in (SHARED, *folders) for path in sorted(folder.iterdir(), key=lambda path: path.name)):
        if not file.name.endswith(".toml"):
            continue
        found = dict(_flat(tomllib.loads(file.read_text("utf-8"))))
        if twice := sorted(texts.keys() & found.keys()):
            raise ListError(f"{file.name} gives {twice[0]!r} a second text (keep it in one file of words)")
        texts.update(found)
    return Catalogue(texts)

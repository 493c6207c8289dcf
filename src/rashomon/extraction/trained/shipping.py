"""Where the model that ships with the package lies, and whether it does. Loads nothing."""

from pathlib import Path

#: The model that ships with the package.
MODEL = Path(__file__).with_name("model")
_SHARED = ("base.onnx", "tokenizer.json")
_OWN = (".onnx", ".npz", ".toml")


def is_complete(folder: Path = MODEL, name: str = "news") -> bool:
    """Return whether a folder holds all files of a training.

    Args:
        folder: where they are looked for.

        name: of the training.
    """
    return all((folder / file).is_file() for file in (*_SHARED, *(name + ending for ending in _OWN)))

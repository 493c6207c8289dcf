"""The digest of a row as it was written: a few digits of each value, so that each says by itself whether it was edited."""

import re
from collections.abc import Mapping
from hashlib import sha256

from rashomon.exports.round_trip.columns import FIELDS

#: Digits of each value: two values by chance alike are one case in 16 million.
DIGITS = 6
#: Stands for all that a row shows and that is not to be edited.
ABOUT = "about"
#: Opens every state, so that no spreadsheet takes it for a number; names the form of what follows.
_FORM = "s1"
_STATE = re.compile(rf"{_FORM}-([0-9a-f]{{{DIGITS}}})((?:-[0-9a-f]{{{DIGITS}}})*)")


def state_of(target: str, about: str, values: Mapping[str, str]) -> str:
    """Return the state of a row.

    Args:
        target: id of what it is about.

        about: what the row shows of it that is not to be edited.

        values: of an account by field, in their normal form; none for an event.
    """
    stated = {ABOUT: about} | {name: values[name] for name in FIELDS if values}
    return "-".join((_FORM, _digits(target, "id", target), *(_digits(target, name, value) for name, value in stated.items())))


def known(target: str, state: str) -> Mapping[str, str] | None:
    """Return the digest of each field; ``None`` where a state is not that of this target (one of the two was changed)."""
    found = _STATE.fullmatch(state.strip())
    if found is None or found[1] != _digits(target, "id", target):
        return None
    parts = found[2].split("-")[1:]
    return dict(zip((ABOUT, *FIELDS), parts, strict=False)) if len(parts) in (1, 1 + len(FIELDS)) else None


def is_as_written(target: str, field: str, value: str, digests: Mapping[str, str]) -> bool:
    """Return whether a value is the one that the row was written with."""
    return digests.get(field) == _digits(target, field, value)


def _digits(target: str, field: str, value: str) -> str:
    return sha256(f"{target}\x1f{field}\x1f{value}".encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]

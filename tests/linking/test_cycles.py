"""The search for cycles is put off while a ledger is linked, and comes back."""

import gc

import pytest

from rashomon.linking.relinking.cycles import RARELY, rarely_searched


def _broken(seen: list[tuple[int, int, int]]) -> None:
    with rarely_searched():
        with rarely_searched():
            pass
        seen.append(gc.get_threshold())
        raise ValueError("broken")


@pytest.mark.parametrize(("usual", "inside"), [(700, RARELY), (0, 0), (RARELY * 2, RARELY * 2)])
def test_cycles_are_searched_rarely_inside_and_as_before_afterwards(usual: int, inside: int) -> None:
    """One that searches never, or more rarely still, goes on so; an error inside changes nothing of it."""
    held = gc.get_threshold()
    seen: list[tuple[int, int, int]] = []
    gc.set_threshold(usual, 10, 10)
    try:
        with pytest.raises(ValueError, match="broken"):
            _broken(seen)
        assert (seen, gc.get_threshold()) == ([(inside, 10, 10)], (usual, 10, 10))
    finally:
        gc.set_threshold(*held)

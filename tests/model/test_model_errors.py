import pytest

from rashomon.model.errors import LedgerError, ListError, NotFoundError, RashomonError, UnreadableSourceError


def test_bytes_that_cannot_be_read_are_named_with_the_reason():
    error = UnreadableSourceError("feed «sur».xml", "no feed in it (try --outlet)")

    assert str(error) == "cannot read 'feed «sur».xml': no feed in it (try --outlet)"
    assert (error.source, error.reason) == ("feed «sur».xml", "no feed in it (try --outlet)")


@pytest.mark.parametrize(("noun", "key"), [("event", "evt-1"), ("actor", "Sela Noor"), ("article", "")])
def test_what_is_not_there_is_named_with_the_next_step(noun, key):
    error = NotFoundError(noun, key)

    assert str(error) == f"no {noun} {key!r} in this ledger (try: rashomon search)"
    assert (error.noun, error.key) == (noun, key)


@pytest.mark.parametrize(
    "error",
    [UnreadableSourceError("a", "b"), NotFoundError("event", "e"), LedgerError("no ledger"), ListError("no list")],
    ids=lambda error: type(error).__name__,
)
def test_all_known_errors_are_of_one_family(error):
    with pytest.raises(RashomonError) as caught:
        raise error

    assert caught.value is error

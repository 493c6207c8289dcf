"""Passwords: hashed with Argon2id by argon2-cffi at its own recommended cost (RFC 9106, low memory)."""

from rashomon.store.people.contract import PeopleError

#: Shorter ones are guessed; longer than this is no password but a way to keep the machine busy.
SHORTEST, LONGEST = 10, 200


def hashed(password: str) -> str:
    """Return the hash to keep. Raises PeopleError where the password is too short or too long."""
    if not SHORTEST <= len(password) <= LONGEST:
        raise PeopleError(f"a password has {SHORTEST} to {LONGEST} characters, not {len(password)} (try several words)")
    from argon2 import PasswordHasher  # noqa: PLC0415 (most commands need no password)

    return PasswordHasher().hash(password)


def matches(secret: str, password: str) -> bool:
    """Return whether the hash is that of the password; this takes some tens of milliseconds whatever the answer."""
    from argon2 import PasswordHasher  # noqa: PLC0415
    from argon2.exceptions import InvalidHashError, VerificationError  # noqa: PLC0415

    try:
        return len(password) <= LONGEST and PasswordHasher().verify(secret, password)
    except (VerificationError, InvalidHashError):
        return False

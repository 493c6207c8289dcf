"""Word lists written as one string, so that a table of hundreds of words stays readable."""


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text that spaces separate, in order.

    >>> words("gun  bomb mine")
    ('gun', 'bomb', 'mine')
    """
    return tuple(text.split())

"""Pair the elements of two rows so that the gains sum to the most (the Hungarian method)."""

from collections.abc import Sequence


def best_pairs(gains: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Return the pairs (row, column) with a gain above 0 whose sum is the greatest, in the order of the rows.

    >>> best_pairs([[0.9, 0.8], [0.8, 0.1]])
    [(0, 1), (1, 0)]
    """
    if not gains or not gains[0]:
        return []
    if len(gains) > len(gains[0]):
        turned = best_pairs([list(column) for column in zip(*gains, strict=True)])
        return sorted((row, column) for column, row in turned)
    owner = _owners([[-gain for gain in row] for row in gains])
    return sorted((row - 1, column - 1) for column, row in enumerate(owner) if column and row and gains[row - 1][column - 1] > 0)


def _owners(costs: Sequence[Sequence[float]]) -> list[int]:
    """The row of each column, counted from 1; 0 for none. Rows are no more than columns."""
    rows, columns = len(costs), len(costs[0])
    row_price, column_price = [0.0] * (rows + 1), [0.0] * (columns + 1)
    owner = [0] * (columns + 1)
    for row in range(1, rows + 1):
        owner[0] = row
        way, column = _path(costs, owner, row_price, column_price)
        while column:
            owner[column], column = owner[way[column]], way[column]
    return owner


def _path(
    costs: Sequence[Sequence[float]], owner: list[int], row_price: list[float], column_price: list[float]
) -> tuple[list[int], int]:
    """Find the cheapest way to a free column, raising prices on it; the way back and that column."""
    columns = len(column_price)
    least, way, seen = [float("inf")] * columns, [0] * columns, [False] * columns
    column = 0
    while owner[column]:
        seen[column] = True
        row = owner[column]
        for other in range(1, columns):
            if not seen[other]:
                cost = costs[row - 1][other - 1] - row_price[row] - column_price[other]
                if cost < least[other]:
                    least[other], way[other] = cost, column
        after = min((other for other in range(1, columns) if not seen[other]), key=lambda other: least[other])
        step = least[after]
        for other in range(columns):
            if seen[other]:
                row_price[owner[other]] += step
                column_price[other] -= step
            else:
                least[other] -= step
        column = after
    return way, column

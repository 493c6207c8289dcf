"""How often somebody may try something: so many times within so many seconds, counted per name."""

from collections import deque
from threading import Lock

#: So many names are remembered; the one that was quiet longest is forgotten first.
REMEMBERED = 10_000


class Pace:
    """Counts tries. Threads may share one.

    Args:
        times: how many are allowed.

        seconds: within how long.
    """

    def __init__(self, times: int, seconds: float) -> None:
        self._times = times
        self._seconds = seconds
        self._tries: dict[str, deque[float]] = {}
        self._lock = Lock()

    def wait(self, name: str, now: float) -> float:
        """Count a try and return 0, or return how many seconds to wait where there were too many; such a try does not count."""
        with self._lock:
            tries = self._tries.pop(name, deque[float]())
            self._tries[name] = tries
            while tries and tries[0] <= now - self._seconds:
                tries.popleft()
            if len(tries) >= self._times:
                return tries[0] + self._seconds - now
            tries.append(now)
            if len(self._tries) > REMEMBERED:
                del self._tries[next(iter(self._tries))]
            return 0.0

    def forget(self, name: str) -> None:
        """Forget the tries of a name."""
        with self._lock:
            self._tries.pop(name, None)

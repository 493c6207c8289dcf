"""Link a ledger again in the background after people decided, so that lists follow what they corrected."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from threading import Lock, Timer

#: Seconds without another decision before linking starts: a person who reviews decides every few seconds.
QUIET = 5.0
#: A ledger with more articles is not linked in the background: that takes minutes, and ``rashomon update`` does it.
AT_MOST = 5000


def link_again(folder: Path) -> None:
    """Run ``rashomon update --offline`` in a process of its own, so that the desk stays quick; if it fails, the next may not."""
    command = (sys.executable, "-m", "rashomon", "-C", str(folder), "update", "--offline")
    subprocess.run(command, check=False, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # noqa: S603


class Relinker:
    """Call it after every decision; it links once they pause. Threads may share one.

    Args:
        run: what links; takes seconds to minutes.

        quiet: seconds without a decision to wait for.
    """

    def __init__(self, run: Callable[[], None], quiet: float = QUIET) -> None:
        self._run = run
        self._quiet = quiet
        self._lock = Lock()
        self._timer: Timer | None = None
        self._running = False
        self._again = False

    def __call__(self) -> None:
        """Note that something was decided."""
        with self._lock:
            if self._running:
                self._again = True
                return
            if self._timer is not None:
                self._timer.cancel()
            self._timer = Timer(self._quiet, self._link)
            self._timer.daemon = True
            self._timer.start()

    def _link(self) -> None:
        with self._lock:
            self._running, self._timer = True, None
        self._run()
        with self._lock:
            again, self._running, self._again = self._again, False, False
        if again:
            self()

    def close(self) -> None:
        """Link no more; what is running ends by itself."""
        with self._lock:
            if self._timer is not None:
                self._timer.cancel()

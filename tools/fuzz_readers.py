# ruff: noqa: INP001 - a script
"""Damage captures of every kind for some minutes and read them: nothing but UnreadableSourceError may come of it, and soon.

python tools/fuzz_readers.py MINUTES [SEED]
"""

import random
import resource
import sys
import time
import traceback
import warnings
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "readers"))

from reader_mutations import damaged
from reader_pages import capture_of, check
from reader_samples import SAMPLES

from rashomon.model.errors import UnreadableSourceError
from rashomon.readers.reading import read

#: Seconds that one capture may take.
SLOW = 10


def main() -> None:
    """Read damaged captures until the time is over and print what went wrong."""
    minutes, seed = float(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1  # noqa: PLR2004
    warnings.simplefilter("error")
    until = time.monotonic() + 60 * minutes
    others = list(SAMPLES.values())
    count = refused = wrong = 0
    slowest = (0.0, "")
    while time.monotonic() < until:
        name = list(SAMPLES)[count % len(SAMPLES)]
        chance = random.Random(f"{seed} {count}")  # noqa: S311 - damage needs no secrecy
        content = damaged(SAMPLES[name], chance, others)
        count += 1
        before = time.monotonic()
        try:
            check(read(capture_of(content, name), content))
        except UnreadableSourceError:
            refused += 1
        except BaseException:  # whatever comes is what is looked for
            wrong += 1
            Path(f"/tmp/fuzz-{name}-{seed}-{count}").write_bytes(content)  # noqa: S108
            print(name, count, traceback.format_exc(limit=-4), flush=True)  # noqa: T201
            if "KeyboardInterrupt" in traceback.format_exc(limit=0):
                raise
        slowest = max(slowest, (time.monotonic() - before, f"{name} {count}"))
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"{count} captures, {refused} refused, {wrong} wrong, slowest {slowest}, at most {memory} MB")  # noqa: T201
    sys.exit(wrong > 0 or slowest[0] > SLOW)


if __name__ == "__main__":
    main()

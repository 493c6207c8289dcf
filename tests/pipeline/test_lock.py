import subprocess
import sys
import time

import pytest

from rashomon.model.errors import LedgerError
from rashomon.pipeline.collect.lock import updating_alone

HOLD = """
import sys, time
from pathlib import Path
from rashomon.pipeline.collect.lock import updating_alone
with updating_alone(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_one_at_a_time_and_the_lock_is_given_back(tmp_path):
    with updating_alone(tmp_path), pytest.raises(LedgerError, match="another update of"), updating_alone(tmp_path):
        pass
    with updating_alone(tmp_path):
        pass


def test_an_error_inside_gives_it_back(tmp_path):
    with pytest.raises(ZeroDivisionError), updating_alone(tmp_path):
        raise ZeroDivisionError
    with updating_alone(tmp_path):
        pass


def test_a_killed_process_frees_it_and_a_living_one_is_named(tmp_path):
    with subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE, text=True) as holder:
        assert holder.stdout.readline() == "held\n"
        with pytest.raises(LedgerError, match=f"process {holder.pid}"), updating_alone(tmp_path):
            pass
        holder.kill()
        holder.wait()
        time.sleep(0.05)
        with updating_alone(tmp_path):
            pass

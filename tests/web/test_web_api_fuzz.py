"""Requests that nobody thought of, made of the API's description: no fault of the server, no answer it does not describe."""

import shutil
from pathlib import Path

from benchmarks.api_fuzz import SLOW, fuzz, operations, target
from rashomon.store.ledger import Ledger


def test_no_request_breaks_the_api_or_its_description(sample_folder: Path, tmp_path: Path):
    shutil.copytree(sample_folder, tmp_path / "ledger")
    with Ledger.open(tmp_path / "ledger") as ledger:
        asked = target(ledger)
        statuses = [fuzz(asked, operation, examples=2) for operation in operations(asked, without=SLOW)]

    assert len(statuses) > 75
    answered = sum(statuses[1:], statuses[0])
    assert answered[200] > 30
    assert answered[500] == 0

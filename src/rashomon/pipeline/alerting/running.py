"""Deliver by a command: a list of arguments, no shell, the message as JSON on its standard input."""

import subprocess

from rashomon.pipeline.alerting.contract import DeliveryError, Parcel
from rashomon.pipeline.alerting.settings import Channel, Settings

#: Seconds that a command may take.
PATIENCE = 60.0


def run(channel: Channel, _settings: Settings, parcel: Parcel) -> None:
    """Give a parcel to a command, run in the ledger's folder. Raises DeliveryError where it does not end with 0."""
    name = channel.run[0]
    try:
        done = subprocess.run(  # noqa: S603 (the list stands in the ledger's own file)
            channel.run, input=parcel.content, cwd=parcel.folder, capture_output=True, timeout=PATIENCE, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise DeliveryError(f"{name} did not end within {PATIENCE:g} s") from error
    except OSError as error:
        raise DeliveryError(f"{name} cannot be run: {error.strerror} (is it a program, with its whole path?)") from error
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise DeliveryError(f"{name} ended with {done.returncode}" + (f": {said[-1][:300]}" if said else ""))

"""Deliver by webhook: a signed POST to a checked address, never into a private network unasked, never along a redirect."""

import asyncio
import hashlib
import hmac
import os
from dataclasses import replace
from http import HTTPStatus

from rashomon.pipeline.alerting.contract import DeliveryError, Parcel
from rashomon.pipeline.alerting.settings import Channel, Settings
from rashomon.pipeline.collect.addresses import checked
from rashomon.pipeline.collect.faults import FetchError
from rashomon.pipeline.collect.limits import STANDARD
from rashomon.pipeline.collect.requesting import Reply, Request, Requesting

#: Seconds that a whole answer may take.
LIMITS = replace(STANDARD, answer=30.0)


def signature(secret: str, at: int, content: bytes) -> str:
    """Return the signature of what is posted at a time (seconds since 1970).

    >>> signature("key", 0, b"{}")[:9]
    'v1=731435'
    """
    return f"v1={hmac.new(secret.encode(), f'{at}.'.encode() + content, hashlib.sha256).hexdigest()}"


def post(channel: Channel, _settings: Settings, parcel: Parcel) -> None:
    """Post a parcel to a webhook. Raises DeliveryError where it does not answer with success."""
    secret = os.environ.get(channel.secret)
    if not secret:
        raise DeliveryError(f"the environment variable {channel.secret} with the key of {channel.name} is not set")
    headers = {
        "Content-Type": "application/json",
        "Rashomon-Delivery": parcel.message.id,
        "Idempotency-Key": f'"{parcel.message.id}"',
        "Rashomon-Timestamp": str(parcel.at),
        "Rashomon-Signature": signature(secret, parcel.at, parcel.content),
    }
    try:
        reply = asyncio.run(_asked(Request(checked(channel.url), headers, parcel.content), private=channel.private))
    except FetchError as error:
        said = error.reason.partition(" (to allow it")[0]
        hint = " (private = true in alerts.toml allows it)" if said != error.reason else ""
        raise DeliveryError(f"{said}{hint}") from error
    if not HTTPStatus.OK <= reply.status < HTTPStatus.MULTIPLE_CHOICES:
        told = f"the server answered {reply.status} {reply.phrase}".rstrip()
        raise DeliveryError(told, lasting=reply.status == HTTPStatus.GONE)


async def _asked(request: Request, *, private: bool) -> Reply:
    requesting = Requesting(LIMITS)
    try:
        return await requesting.ask(request, private=private)
    finally:
        await requesting.close()

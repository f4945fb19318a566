"""Webhooks: whether a request comes from who it claims, by the Standard Webhooks specification 1.0.0.

``verify(body, headers, secret)`` gives the JSON in the body, or raises. The body must be the bytes as they
came: JSON that has been read and written again has another signature.
"""

from __future__ import annotations

import hmac
from base64 import b64decode, b64encode
from binascii import Error as Base64Error
from hashlib import sha256
from time import time
from typing import TYPE_CHECKING, Any, TypeVar, overload

from .errors import APIError
from .json_reading import read_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

T = TypeVar("T")

TOLERANCE = 300.0
"""Seconds that the sender's clock may differ, and that a request may take, by default."""


_LONGEST_TIME = 16  # digits; what is longer is no time, and may be no number that Python can handle


class WebhookError(APIError):
    """A webhook that must not be trusted; the message says why."""


@overload
def verify(
    payload: bytes | str,
    headers: Mapping[str, str],
    secret: str | bytes | Sequence[str],
    *,
    cast_to: type[T],
    tolerance: float = ...,
    now: float | None = ...,
) -> T: ...
@overload
def verify(
    payload: bytes | str,
    headers: Mapping[str, str],
    secret: str | bytes | Sequence[str],
    *,
    cast_to: Any = ...,
    tolerance: float = ...,
    now: float | None = ...,
) -> Any: ...
def verify(
    payload: bytes | str,
    headers: Mapping[str, str],
    secret: str | bytes | Sequence[str],
    *,
    cast_to: Any = Any,
    tolerance: float = TOLERANCE,
    now: float | None = None,
) -> Any:
    """Returns the body of a webhook that is signed with ``secret``, as ``cast_to``.

    ``secret`` is that of the sender's dashboard (``whsec_...``), raw bytes, or several while one replaces
    the other. ``headers`` are those of the request, in any case. Raises ``WebhookError`` for a wrong or
    missing signature and a time that is more than ``tolerance`` seconds from ``now``, ``ValueError`` for
    a secret that is none, ``DecodeError`` for a body that is not ``cast_to``.
    """
    body = payload.encode() if isinstance(payload, str) else bytes(payload)
    given = {name.lower(): value for name, value in headers.items()}
    identifier = _header(given, "id")
    timestamp = _header(given, "timestamp")
    signatures = _header(given, "signature")
    _check_time(timestamp, tolerance, time() if now is None else now)
    secrets = [secret] if isinstance(secret, str | bytes) else list(secret)
    expected = [_signature(one, identifier, timestamp, body) for one in secrets]
    if not _any_equal(expected, signatures):
        raise WebhookError("the webhook's signature is wrong")
    return _decoded(body, cast_to)


def sign(
    payload: bytes | str, secret: str | bytes, *, identifier: str, timestamp: float
) -> dict[str, str]:
    """Returns the headers that a sender adds; for tests of a receiver."""
    body = payload.encode() if isinstance(payload, str) else payload
    moment = str(int(timestamp))
    signature = _signature(secret, identifier, moment, body)
    return {
        "webhook-id": identifier,
        "webhook-timestamp": moment,
        "webhook-signature": f"v1,{signature}",
    }


def _header(headers: Mapping[str, str], name: str) -> str:
    value = headers.get(f"webhook-{name}") or headers.get(f"svix-{name}")
    if not value:
        raise WebhookError(f"the webhook has no header webhook-{name}")
    return value


def _check_time(timestamp: str, tolerance: float, now: float) -> None:
    if not (timestamp.isascii() and timestamp.isdigit() and len(timestamp) < _LONGEST_TIME):
        raise WebhookError("the webhook's timestamp is not a number")
    age = now - int(timestamp)
    if age > tolerance:
        raise WebhookError(f"the webhook is {age:.0f} s old")
    if age < -tolerance:
        raise WebhookError(f"the webhook is {-age:.0f} s in the future")


def _signature(secret: str | bytes, identifier: str, timestamp: str, body: bytes) -> str:
    signed = b".".join((identifier.encode(), timestamp.encode(), body))
    return b64encode(hmac.new(_key(secret), signed, sha256).digest()).decode("ascii")


def _key(secret: str | bytes) -> bytes:
    if isinstance(secret, bytes):
        key = secret
    else:
        try:
            key = b64decode(secret.removeprefix("whsec_"), validate=True)
        except (Base64Error, ValueError) as error:
            raise ValueError("a webhook secret is base64, mostly behind 'whsec_'") from error
    if not key:
        raise ValueError("the webhook secret is empty")
    return key


def _any_equal(expected: Sequence[str], signatures: str) -> bool:
    """Compares with every signature of version 1, in constant time; other versions are not for us."""
    found = False
    for one in signatures.split():
        version, _, signature = one.partition(",")
        if version == "v1":
            for own in expected:
                found |= hmac.compare_digest(own.encode(), signature.encode())
    return found


def _decoded(body: bytes, cast_to: Any) -> Any:
    if cast_to is Any:
        try:
            return read_json(body)
        except ValueError as error:
            raise WebhookError(
                f"the webhook is signed, but its body is not JSON: {error}"
            ) from error
    from .decoding import decoder_for

    return decoder_for(cast_to).from_json(body)

"""Standard Webhooks: verification, against signatures made here by hand and the published example."""

from __future__ import annotations

import hashlib
import hmac
import time
from base64 import b64encode
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin._runtime.errors import DecodeError
from twin._runtime.models import Model
from twin._runtime.webhooks import WebhookError, sign, verify

KEY = bytes(range(24))
SECRET = "whsec_" + b64encode(KEY).decode()
BODY = b'{"type":"file.ready","n": 1}'
NOW = 1_700_000_000.0


class Event(Model):
    type: str
    n: int


def signature(body: bytes, key: bytes = KEY, *, moment: str = "1700000000") -> str:
    digest = hmac.new(key, b"msg_1." + moment.encode() + b"." + body, hashlib.sha256).digest()
    return "v1," + b64encode(digest).decode()


def headers(value: str | None = None, *, moment: str = "1700000000") -> dict[str, str]:
    return {
        "Webhook-Id": "msg_1",
        "Webhook-Timestamp": moment,
        "Webhook-Signature": signature(BODY, moment=moment) if value is None else value,
    }


def test_genuine_webhook() -> None:
    assert verify(BODY, headers(), SECRET, now=NOW) == {"type": "file.ready", "n": 1}
    assert verify(BODY.decode(), headers(), KEY, now=NOW)["n"] == 1
    event = verify(BODY, headers(), SECRET, cast_to=Event, now=NOW)
    assert event == Event(type="file.ready", n=1)


def test_published_example() -> None:
    # the example of the specification's reference libraries
    given_headers = {
        "webhook-id": "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "webhook-timestamp": "1614265330",
        "webhook-signature": "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
    }
    secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
    assert verify('{"test": 2432232314}', given_headers, secret, now=1614265330) == {
        "test": 2432232314
    }


def test_headers_of_svix() -> None:
    svix = {name.replace("Webhook", "svix"): value for name, value in headers().items()}
    assert verify(BODY, svix, SECRET, now=NOW)["n"] == 1


@pytest.mark.parametrize(
    "value",
    [
        "v1," + b64encode(b"0" * 32).decode(),
        signature(BODY).replace("v1,", "v1a,"),
        signature(BODY).removeprefix("v1,"),
        signature(BODY, b"other key"),
        "v1,",
        "v1,é",
        ",",
    ],
)
def test_wrong_signatures(value: str) -> None:
    with pytest.raises(WebhookError, match="signature is wrong"):
        verify(BODY, headers(value), SECRET, now=NOW)


def test_one_of_several_signatures_and_secrets_is_enough() -> None:
    several = f"v1a,x {signature(b'other')} {signature(BODY)}"
    assert verify(BODY, headers(several), SECRET, now=NOW)["n"] == 1
    old = "whsec_" + b64encode(b"old").decode()
    assert verify(BODY, headers(), [old, SECRET], now=NOW)["n"] == 1
    with pytest.raises(WebhookError):
        verify(BODY, headers(), [old], now=NOW)


@pytest.mark.parametrize(
    ("age", "message"), [(301, "301 s old"), (-301, "301 s in the future"), (300, ""), (-300, "")]
)
def test_time(age: int, message: str) -> None:
    if not message:
        assert verify(BODY, headers(), SECRET, now=NOW + age)["n"] == 1
        return
    with pytest.raises(WebhookError, match=message):
        verify(BODY, headers(), SECRET, now=NOW + age)
    assert verify(BODY, headers(), SECRET, now=NOW + age, tolerance=400)["n"] == 1


@pytest.mark.parametrize("moment", ["", "soon", "-1", "1.5", "²", "9" * 400, "9" * 5000])
def test_times_that_are_none(moment: str) -> None:
    with pytest.raises(WebhookError, match="timestamp"):
        verify(BODY, headers("v1,x", moment=moment), SECRET, now=NOW)


@pytest.mark.parametrize("missing", ["Webhook-Id", "Webhook-Timestamp", "Webhook-Signature"])
def test_missing_headers(missing: str) -> None:
    rest = {name: value for name, value in headers().items() if name != missing}
    with pytest.raises(WebhookError, match=missing.lower()):
        verify(BODY, rest, SECRET, now=NOW)


@pytest.mark.parametrize("secret", ["whsec_", "", "whsec_not base64!", b""])
def test_secrets_that_are_none(secret: Any) -> None:
    with pytest.raises(ValueError, match="secret"):
        verify(BODY, headers(), secret, now=NOW)


def test_signed_bodies_that_are_not_what_was_asked_for() -> None:
    with pytest.raises(WebhookError, match="not JSON"):
        verify(b"{", headers(signature(b"{")), SECRET, now=NOW)
    with pytest.raises(DecodeError):
        verify(b"{", headers(signature(b"{")), SECRET, cast_to=Event, now=NOW)


@given(st.binary(max_size=40), st.binary(min_size=1, max_size=64))
def test_what_is_signed_can_be_verified(data: bytes, key: bytes) -> None:
    body = b64encode(data).join((b'"', b'"'))
    signed = sign(body, key, identifier="x.y", timestamp=time.time())
    assert verify(body, signed, key) == b64encode(data).decode()
    with pytest.raises(WebhookError):
        verify(body + b" ", signed, key)

"""Payloads of webhooks: by name, and told by what they fit."""

from __future__ import annotations

import json
from typing import Any, Literal

import pytest
from twin._runtime import DecodeError
from twin._runtime.models import Model
from twin._runtime.payloads import WebhookPayloads


class Created(Model):
    event: Literal["created"]
    id: str


class Deleted(Model):
    event: Literal["deleted"]


class Anything(Model):
    note: str | None = None


WEBHOOKS = WebhookPayloads(
    {"created": lambda: Created, "deleted": lambda: Deleted, "anything": lambda: Anything}
)
CREATED = {"event": "created", "id": "1", "more": True}


@pytest.mark.parametrize("payload", [CREATED, json.dumps(CREATED), json.dumps(CREATED).encode()])
def test_payloads_by_name(payload: Any) -> None:
    found = WEBHOOKS.parse(payload, "created")
    assert isinstance(found, Created)
    assert found.to_dict() == CREATED


@pytest.mark.parametrize(
    ("payload", "expected"),
    [({"event": "deleted"}, Deleted), ({"note": "x"}, Anything), (CREATED, Created)],
)
def test_the_type_is_told_by_the_payload(payload: Any, expected: type) -> None:
    assert type(WEBHOOKS.parse(payload)) is expected


def test_what_is_new_stays_plain() -> None:
    assert WEBHOOKS.parse({"event": "moved"}, "moved") == {"event": "moved"}
    assert WEBHOOKS.parse([1, 2]) == [1, 2]
    with pytest.raises(DecodeError):
        WEBHOOKS.parse(b"<xml/>", "created")

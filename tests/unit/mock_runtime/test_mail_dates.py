"""Times in the form of mail (RFC 2822), where a document shows them so."""

from __future__ import annotations

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import Any

import httpx2
import pytest

_EXAMPLE = "Mon, 24 Aug 2015 18:43:17 +0000"


@pytest.mark.parametrize(
    ("said", "is_mail"),
    [
        ({"format": "date-time-rfc-2822"}, True),
        ({"example": _EXAMPLE}, True),
        ({"examples": [_EXAMPLE]}, True),
        ({"example": "2015-08-24T18:43:17Z"}, False),
        ({"format": "date-time"}, False),
    ],
)
def test_when_a_record_was_made(prepare: Any, said: dict[str, Any], is_mail: bool) -> None:
    made_at = {"type": "string", **said}
    entity = {
        "type": "object",
        "required": ["id", "date_created"],
        "properties": {"id": {"type": "string"}, "date_created": made_at, "sent": made_at},
    }
    answer = {"description": "", "content": {"application/json": {"schema": entity}}}
    key = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "Mail", "version": "1"},
        "paths": {
            "/messages": {"post": {"operationId": "send", "responses": {"201": answer}}},
            "/messages/{id}": {
                "get": {"operationId": "get", "parameters": [key], "responses": {"200": answer}}
            },
        },
    }
    mock = prepare(document).mock(seed=1)
    with httpx2.Client(transport=mock.transport(), base_url="http://mock") as client:
        told = client.post("/messages").json()["date_created"]
    assert (told[0].isalpha(), told[-6:] == " +0000") == (is_mail, is_mail)
    moment = parsedate_to_datetime(told) if is_mail else datetime.fromisoformat(told)
    assert abs((datetime.now(UTC) - moment).total_seconds()) < 600

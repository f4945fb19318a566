"""Header fields that the document declares of responses."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Request

_FIELDS: dict[str, Any] = {
    "X-Request-Id": {"schema": {"type": "string", "format": "uuid"}, "required": True},
    "X-RateLimit-Remaining": {"schema": {"type": "integer", "minimum": 5, "maximum": 9}},
    "X-Tags": {"schema": {"type": "array", "items": {"const": "a"}, "minItems": 2}},
    "X-Marker": {"schema": {"type": "string", "enum": ["v1"]}},
    "X-Flag": {"schema": {"const": True}, "required": True},
    "X-City": {"schema": {"const": "Zürich\nWest"}, "required": True},
    "Retry-After": {"schema": {"type": "integer", "minimum": 3, "maximum": 3}},
    "Link": {"schema": {"type": "string"}},
    "Location": {"schema": {"const": "/there"}, "required": True},
    "Content-Type": {"schema": {"const": "no/type"}},
}


@pytest.fixture
def answers(prepare: Any) -> Any:
    """A function that returns the fields of the answers of an operation, under names in lower case."""

    def ask(status: int, times: int = 1, **failure: Any) -> list[dict[str, str]]:
        content = {"application/json": {"schema": {"type": "object"}}}
        response = {"description": "", "headers": _FIELDS, "content": content}
        declared = {"200": {"description": ""}, str(status): response}
        openapi = {
            "openapi": "3.1.0",
            "info": {"title": "T", "version": "1"},
            "paths": {"/x": {"get": {"operationId": "op", "responses": declared}}},
        }
        mock = prepare(openapi).mock()
        if failure:
            mock.fail("op", status=status, **failure)
        seen = [mock.dispatcher.handle(Request("GET", "/x")) for _ in range(times)]
        assert {one.status for one in seen} == {status}
        return [{name.lower(): value for name, value in one.headers} for one in seen]

    return ask


def test_fields_are_filled_by_their_schemas(answers: Any) -> None:
    (found,) = answers(200)
    assert len(found["x-request-id"]) == 36
    assert 5 <= int(found["x-ratelimit-remaining"]) <= 9
    assert "x-marker" not in found, "to be there is all it says"
    assert found["x-tags"] == "a,a"
    assert found["x-flag"] == "true"
    assert found["x-city"] == "Z?rich?West"
    assert found["retry-after"] == "3"
    assert found["location"] == "/there"
    assert found["content-type"] == "application/json"
    assert "link" not in found


def test_errors_have_their_fields_too(answers: Any) -> None:
    (found,) = answers(429, retry_after=7)
    assert found["retry-after"] == "7"
    assert "x-request-id" in found


def test_every_response_has_a_request_id_of_its_own(answers: Any) -> None:
    assert len({found["x-request-id"] for found in answers(200, times=3)}) == 3

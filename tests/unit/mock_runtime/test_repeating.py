"""Idempotency keys: one key, one request, for each caller and operation."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

NAMED = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
KEY = {"idempotency-key": "k"}


def _document(*statuses: str, kind: str = "application/json") -> dict[str, Any]:
    made = {"description": "", "content": {"application/json": {"schema": NAMED}}}
    page = {"type": "array", "items": NAMED}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Pets", "version": "1"},
        "components": {
            "securitySchemes": {
                "own": {
                    "type": "oauth2",
                    "flows": {"clientCredentials": {"tokenUrl": "/token", "scopes": {}}},
                }
            }
        },
        "security": [{"own": []}],
        "paths": {
            "/pets": {
                "get": {
                    "operationId": "list",
                    "responses": {
                        "200": {
                            "description": "",
                            "content": {"application/json": {"schema": page}},
                        }
                    },
                },
                "post": {
                    "operationId": "add",
                    "requestBody": {"content": {kind: {"schema": NAMED}}},
                    "responses": {
                        "201": made,
                        **{one: {"description": ""} for one in statuses},
                    },
                },
            }
        },
    }


def _client(mock: Any, token: str = "") -> httpx2.Client:
    headers = {"authorization": f"Bearer {token or mock.token}"}
    return httpx2.Client(transport=mock.transport(), base_url="http://x", headers=headers)


def test_a_request_that_is_sent_again_is_answered_as_the_first_time(prepare: Any) -> None:
    http = _client(prepare(_document()).mock())
    first = http.post("/pets", json={"name": "a", "id": "1"}, headers=KEY)
    again = http.post("/pets", json={"id": "1", "name": "a"}, headers=KEY)
    assert (again.status_code, again.json()) == (first.status_code, first.json())
    assert len(http.get("/pets").json()) == 1


def test_a_form_that_is_sent_again_has_other_boundaries(prepare: Any) -> None:
    http = _client(prepare(_document("409", kind="multipart/form-data")).mock())
    file = {"file": ("a.txt", b"hello", "text/plain")}
    bodies = [http.post("/pets", files=file, headers=KEY) for _ in range(2)]
    assert bodies[0].request.content != bodies[1].request.content
    assert bodies[0].json() == bodies[1].json()
    assert http.post("/pets", files={"file": ("a.txt", b"!")}, headers=KEY).status_code == 409


@pytest.mark.parametrize(
    ("declared", "expected"),
    [(("400", "409", "422"), 409), (("400", "422"), 201), ((), 201)],
)
def test_another_request_under_a_key_is_refused_as_the_document_can(
    prepare: Any, declared: tuple[str, ...], expected: int
) -> None:
    http = _client(prepare(_document(*declared)).mock())
    assert http.post("/pets", json={"name": "a"}, headers=KEY).status_code == 201
    assert http.post("/pets", json={"name": "b"}, headers=KEY).status_code == expected


def test_callers_do_not_share_keys(prepare: Any) -> None:
    mock = prepare(_document("409")).mock()
    ids = []
    for name in ("ann", "bob", "ann"):
        ask = {"grant_type": "client_credentials", "client_id": name, "client_secret": "s"}
        told: Any = _client(mock).post("/token", data=ask).json()
        http = _client(mock, told["access_token"])
        ids.append(http.post("/pets", json={"name": "a"}, headers=KEY).json()["id"])
    assert ids[0] == ids[2] != ids[1], "a caller stays the same with a new token"


def test_reset_forgets_keys(prepare: Any) -> None:
    mock = prepare(_document("409")).mock()
    _client(mock).post("/pets", json={"name": "a"}, headers=KEY)
    mock.reset()
    assert _client(mock).post("/pets", json={"name": "b"}, headers=KEY).status_code == 201

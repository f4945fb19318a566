"""What a lenient reader would let through: parameters sent twice, references with odd names in them."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Dispatcher, Headers, Request

_OK = {"204": {"description": ""}, "422": {"description": ""}}
_NULLABLE = {"anyOf": [{"type": "string"}, {"type": "null"}]}


def _query(schema: Any) -> dict[str, Any]:
    parameter = {"name": "a", "in": "query", "schema": schema}
    return {"/x": {"get": {"operationId": "op", "parameters": [parameter], "responses": _OK}}}


@pytest.mark.parametrize(
    ("schema", "status"),
    [
        ({"type": "string"}, 422),
        ({"type": "integer"}, 422),
        (_NULLABLE, 422),
        ({"type": "array", "items": {"type": "string"}}, 204),
        ({}, 204),
    ],
)
def test_a_parameter_that_comes_twice_has_two_values(
    document: Any, schema: Any, status: int
) -> None:
    server = Dispatcher(document(_query(schema)), lambda call: None)
    assert server.handle(Request("GET", "/x", "a=1")).status == 204
    assert server.handle(Request("GET", "/x", "a=1&a=2")).status == status


@pytest.mark.parametrize("name", ["per%cent", 'quo"te', "til~de", "sla/sh", "bra{ce", "ge näu"])
def test_names_of_definitions_may_hold_anything(document: Any, name: str) -> None:
    # JSON pointers in URI fragments escape what a URI cannot hold (RFC 6901, section 6).
    token = name.replace("~", "~0").replace("/", "~1").replace("%", "%25").replace('"', "%22")
    schema = {"$ref": f"#/components/schemas/Holder/$defs/{token}"}
    holder = {"$defs": {name: {"type": "integer"}}}
    body = {"required": True, "content": {"application/json": {"schema": schema}}}
    server = Dispatcher(
        document(
            {"/x": {"post": {"operationId": "op", "requestBody": body, "responses": _OK}}},
            components={"schemas": {"Holder": holder}},
        ),
        lambda call: None,
    )
    headers = Headers([("content-type", "application/json")])
    statuses = [
        server.handle(Request("POST", "/x", "", headers, content)).status
        for content in (b"1", b'"a"')
    ]
    assert statuses == [204, 422]


def test_challenges_follow_rfc_6750(document: Any) -> None:
    scheme = {"token": {"type": "http", "scheme": "bearer"}}
    operation = {"operationId": "op", "security": [{"token": []}], "responses": _OK}
    server = Dispatcher(
        document({"/x": {"get": operation}}, components={"securitySchemes": scheme}),
        lambda call: None,
        authenticate=lambda credential: None,
    )

    def challenge(*headers: tuple[str, str]) -> str:
        response = server.handle(Request("GET", "/x", "", Headers(headers)))
        return dict(response.headers)["www-authenticate"]

    assert challenge() == 'Bearer realm="api"'
    assert challenge(("authorization", "Bearer x")) == 'Bearer realm="api", error="invalid_token"'

"""The media type that an error is told in, where the document declares none of JSON."""

from __future__ import annotations

import json
from typing import Any
from xml.etree import ElementTree

import pytest
from twin.server._runtime import Dispatcher, Request

_ERROR = {
    "type": "object",
    "required": ["code"],
    "properties": {"code": {"type": "string"}, "detail": {"type": "string"}},
}


@pytest.mark.parametrize(
    ("media", "schema", "expected"),
    [
        ("application/vnd.goa.error", _ERROR, "application/vnd.goa.error"),
        ("application/vnd.shop.error+json", _ERROR, "application/vnd.shop.error+json"),
        ("application/vnd.shop.error", {"type": "string"}, "application/problem+json"),
        ("application/vnd.shop.error", {}, "application/problem+json"),
        ("text/plain", _ERROR, "text/plain"),
    ],
)
def test_a_vendors_type_without_a_syntax_holds_json(
    document: Any, media: str, schema: dict[str, Any], expected: str
) -> None:
    wanted = {"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}
    refused = {"description": "", "content": {media: {"schema": schema}}}
    operation = {
        "operationId": "op",
        "parameters": [wanted],
        "responses": {"200": {"description": ""}, "400": refused},
    }
    server = Dispatcher(document({"/x": {"get": operation}}), lambda call: None)
    answer = server.handle(Request("GET", "/x"))
    assert answer.status == 400
    assert dict(answer.headers)["content-type"] == expected
    assert isinstance(answer.body, bytes)
    if expected != "text/plain":
        assert "n is required" in json.loads(answer.body)["detail"]


_XML_ERROR = {
    "type": "object",
    "required": ["code"],
    "xml": {"name": "status"},
    "properties": {
        "code": {"type": "string", "xml": {"attribute": True}},
        "summary": {"type": "string"},
        "details": {"type": "array", "items": {"type": "string", "xml": {"name": "detail"}}},
    },
}


@pytest.mark.parametrize(
    "media", ["application/xml; charset=utf-8", "text/xml", "application/a+xml"]
)
def test_an_error_that_is_declared_as_xml_only(document: Any, media: str) -> None:
    refused = {"description": "", "content": {media: {"schema": _XML_ERROR}}}
    wanted = {"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}
    operation = {
        "operationId": "op",
        "parameters": [wanted],
        "responses": {"200": {"description": ""}, "400": refused},
    }
    server = Dispatcher(document({"/x": {"get": operation}}), lambda call: None)
    answer = server.handle(Request("GET", "/x"))
    assert (answer.status, dict(answer.headers)["content-type"]) == (400, media)
    assert isinstance(answer.body, bytes)
    told = ElementTree.fromstring(answer.body)  # noqa: S314 - what was just written
    assert told.tag == "status"
    assert told.get("code")
    assert any("n is required" in (one.text or "") for one in told)


def test_a_value_that_only_one_member_of_an_error_lists(document: Any) -> None:
    kind = {"enum": ["https://errors.example.com/refused"], "type": "string"}
    schema = {
        "allOf": [
            {"properties": {"type": {"type": "string"}}, "required": ["type"]},
            {"properties": {"type": kind}},
        ]
    }
    wanted = {"name": "n", "in": "query", "required": True, "schema": {"type": "integer"}}
    refused = {"description": "", "content": {"application/json": {"schema": schema}}}
    operation = {
        "operationId": "op",
        "parameters": [wanted],
        "responses": {"200": {"description": ""}, "400": refused},
    }
    server = Dispatcher(document({"/x": {"get": operation}}), lambda call: None)
    answer = server.handle(Request("GET", "/x", ""))
    assert dict(answer.headers)["content-type"] == "application/json"
    assert isinstance(answer.body, bytes)
    assert json.loads(answer.body)["type"] == "https://errors.example.com/refused"

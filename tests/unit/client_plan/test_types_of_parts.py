"""Types of multipart bodies that are arrays of parts: in calls, answers and stubs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
FILE = {"type": "string", "contentMediaType": "image/png"}
EXACT = {"minItems": 2, "maxItems": 2}


@pytest.mark.parametrize(
    ("media", "sent", "handed"),
    [
        ({"itemSchema": TEXT}, "Sequence[str]", "list[str]"),
        ({"itemSchema": FILE}, "Sequence[FileInput]", "list[FileUpload]"),
        # OpenAPI, Encoding Object: what has no schema is `application/octet-stream`.
        ({"itemSchema": {}}, "Sequence[FileInput]", "list[FileUpload]"),
        (
            {"itemSchema": {}, "itemEncoding": {"contentType": "application/json"}},
            "Sequence[Any]",
            "list[Any]",
        ),
        ({"schema": {"type": "array", "items": TEXT}}, "Sequence[str]", "list[str]"),
        (
            {"schema": {"type": "array", "prefixItems": [TEXT, FILE], **EXACT}},
            "tuple[str, FileInput]",
            "tuple[str, FileUpload]",
        ),
        (
            {"schema": {"type": "array", "prefixItems": [TEXT, FILE], "items": False}},
            "Sequence[str | FileInput]",
            "list[str | FileUpload]",
        ),
        (
            {
                "schema": {"type": "array", "prefixItems": [{}, TEXT]},
                "prefixEncoding": [{"contentType": "text/plain"}],
                "itemSchema": {"type": "integer"},
            },
            "Sequence[Any]",
            "list[Any]",
        ),
        (
            {
                "schema": {"type": "array", "prefixItems": [{}, TEXT]},
                "prefixEncoding": [{"contentType": "image/png"}],
                "itemSchema": {"type": "integer"},
            },
            "Sequence[FileInput | str | int]",
            "list[FileUpload | str | int]",
        ),
    ],
)
def test_parts_have_types(
    plan: Callable[..., Any], media: dict[str, Any], sent: str, handed: str
) -> None:
    operation = {
        "operationId": "sendThing",
        "requestBody": {"required": True, "content": {"multipart/mixed": media}},
        "responses": {"200": {"description": "", "content": {"multipart/mixed": media}}},
    }
    config = Config(package="api", emit=("models", "client", "server"))
    planned = plan({"/things": {"post": operation}}, config=config)
    got = handed.replace("FileUpload", "BinaryResponse")
    client = planned.file("api/resources/things.py")
    assert f"body: {sent}" in client
    assert f") -> {got}:" in client
    answered = handed.replace("FileUpload", "bytes")
    stub = planned.file("api/server/things.py")
    assert f"body: {handed}" in stub
    assert f"-> {answered} | Reply:" in stub


def test_objects_have_named_parts(plan: Callable[..., Any]) -> None:
    schema = {"type": "object", "properties": {"text": TEXT}}
    operation = {
        "operationId": "sendThing",
        "requestBody": {"required": True, "content": {"multipart/mixed": {"schema": schema}}},
        "responses": {
            "200": {"description": "", "content": {"multipart/mixed": {"schema": schema}}}
        },
    }
    client = plan({"/things": {"post": operation}}).file("api/resources/things.py")
    assert "text: str | Omit" in client
    assert ") -> BinaryResponse:" in client


def test_inline_parts_are_no_events(plan: Callable[..., Any]) -> None:
    item = {"type": "object", "properties": {"text": TEXT}}
    operation = {
        "operationId": "sendThing",
        "requestBody": {"content": {"multipart/mixed": {"itemSchema": item}}},
        "responses": {"204": {"description": ""}},
    }
    client = plan({"/things": {"post": operation}}).file("api/resources/things.py")
    assert "Sequence[models.SendThingBody]" in client

"""What parameters of a list leave out of it."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest

_PET = {
    "type": "object",
    "required": ["id", "sold", "kind"],
    "properties": {
        "id": {"type": "string"},
        "sold": {"type": "boolean"},
        "kind": {"type": "string", "enum": ["cat"]},
    },
}


@pytest.mark.parametrize(
    ("query", "number"),
    [("", 3), ("?sold=no", 3), ("?kind=cat", 3), ("?kind=dog", 0), ("?id=none", 0)],
)
def test_a_text_that_is_asked_of_a_flag_filters_nothing(
    prepare: Any, query: str, number: int
) -> None:
    text = {"type": "string"}
    parameters = [
        {"name": "sold", "in": "query", "schema": {**text, "default": "yes"}},
        {"name": "kind", "in": "query", "schema": {**text, "default": ""}},
        {"name": "id", "in": "query", "schema": text},
    ]
    listing = {"type": "array", "items": _PET}
    answer = {"description": "", "content": {"application/json": {"schema": listing}}}
    get = {"operationId": "list", "parameters": parameters, "responses": {"200": answer}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/pets": {"get": get}},
    }
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        assert len(client.get(f"/pets{query}").json()) == number


def test_properties_of_two_members_have_to_suit_both(prepare: Any) -> None:
    loose = {"required": ["inner"], "properties": {"inner": {"type": "object"}}}
    exact = {
        "properties": {"inner": {"required": ["id"], "properties": {"id": {"type": "integer"}}}}
    }
    schema = {"allOf": [loose, exact]}
    answer = {"description": "", "content": {"application/json": {"schema": schema}}}
    get = {"operationId": "get", "responses": {"200": answer}}
    document = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {"/state": {"get": get}},
    }
    transport = prepare(document).mock().transport()
    with httpx2.Client(transport=transport, base_url="http://x") as client:
        assert isinstance(client.get("/state").json()["inner"]["id"], int)

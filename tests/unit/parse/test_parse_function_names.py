"""What frameworks make of names is no part of the names of models."""

from __future__ import annotations

from typing import Any

import pytest

from generator.diagnostics import Diagnostics
from generator.ir.function_names import function_name
from generator.parse import parse
from generator.source import SpecTree

JSON = "application/json"


@pytest.mark.parametrize(
    ("operation_id", "path", "name"),
    [
        ("read_item_items__item_id__get", "/items/{item_id}", "read_item"),
        ("root__get", "/", "root"),
        ("multi_multi_get", "/multi", "multi"),
        ("multi_get", "/multi", "multi_get"),  # nothing would be left
        ("items_get", "", "items_get"),  # webhooks have no path
        ("__main___list_users", "/users", "list_users"),
        ("getItem", "/items/{item_id}", "getItem"),
    ],
)
def test_names_of_functions(operation_id: str, path: str, name: str) -> None:
    assert function_name(operation_id, path) == name


def uploading(operation_id: str) -> dict[str, Any]:
    schema = {"$ref": f"#/components/schemas/Body_{operation_id}"}
    answer = {"type": "object", "properties": {"size": {"type": "integer"}}}
    return {
        "post": {
            "operationId": operation_id,
            "requestBody": {"content": {"multipart/form-data": {"schema": schema}}},
            "responses": {"200": {"description": "", "content": {JSON: {"schema": answer}}}},
        }
    }


def words_of(ids: dict[str, str]) -> set[str]:
    root = {
        "openapi": "3.1.0",
        "info": {"title": "T", "version": "1"},
        "paths": {path: uploading(operation_id) for path, operation_id in ids.items()},
        "components": {
            "schemas": {
                f"Body_{operation_id}": {
                    "type": "object",
                    "properties": {"file": {"type": "string"}},
                }
                for operation_id in ids.values()
            }
        },
    }
    api = parse(SpecTree(root, "3.1.0", "0" * 64, {}), Diagnostics())
    return {" ".join(one.hint.words) for one in api.schemas.values()}


def test_bodies_and_answers_are_named_after_functions() -> None:
    assert words_of({"/files/": "create_file_files__post"}) == {
        "create_file body",
        "create_file response",
    }


def test_functions_of_one_name_are_told_apart() -> None:
    found = words_of({"/files/": "create_files__post", "/notes/": "create_notes__post"})
    assert found == {
        "Body_create_files__post",
        "Body_create_notes__post",
        "create response",
        "create_notes__post response",
    }


def test_numbered_components_are_called_by_their_titles() -> None:
    user, other = {"type": "object", "title": "user"}, {"type": "object", "title": "other"}
    schemas = {"def-0": user, "def-1": other, "def-2": other, "def": user}
    root = {"openapi": "3.1.0", "info": {}, "paths": {}, "components": {"schemas": schemas}}
    api = parse(SpecTree(root, "3.1.0", "0" * 64, {}), Diagnostics())
    assert [one.hint.words for one in api.schemas.values()] == [
        ("user",),
        ("def-1",),
        ("def-2",),
        ("def",),
    ]

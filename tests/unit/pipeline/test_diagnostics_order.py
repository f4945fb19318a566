"""What is said of a document is said in the order of the stages, wherever each of them runs."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from generator import generate, pipeline
from generator.diagnostics import Diagnostics

if TYPE_CHECKING:
    from pathlib import Path

DOCUMENT = {
    "openapi": "3.1.0",
    "info": {"title": "T"},  # The meta-schema wants a version.
    "paths": {
        "/a": {
            "get": {
                "operationId": "a",
                "parameters": [{"$ref": "#/components/parameters/None"}],
                "responses": {"200": {"description": ""}},
            },
            "put": {"operationId": "a", "responses": {"200": {"description": ""}}},
        }
    },
}


@pytest.mark.parametrize("size", [0, 1_000_000])
def test_order(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int) -> None:
    if size and not hasattr(os, "fork"):
        pytest.skip("this system cannot copy a process")
    monkeypatch.setattr(pipeline, "can_fork", lambda: bool(size))
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(DOCUMENT) + " " * size, "utf-8")
    codes = [one.code for one in generate(path).diagnostics]
    assert codes[:2] == ["dangling-reference", "invalid-openapi"]
    assert codes.index("duplicate-operation-id") > codes.index("invalid-openapi")


def test_what_is_inserted_comes_before_what_was_found_later() -> None:
    found, more = Diagnostics(), Diagnostics()
    for code in ("a", "b"):
        found.warn(code, "#", "")
    for code in ("c", "d", "b"):
        more.warn(code, "#", "")
    found.insert(1, more)
    assert [one.code for one in found] == ["a", "c", "d", "b"]


WRONG_VALUES = {
    "openapi": "3.1.0",
    "info": {"title": "T", "version": "1"},
    "paths": {},
    "components": {
        "schemas": {
            "A": {"type": "integer", "minimum": 0, "exclusiveMinimum": True},
            "B": {"type": "object", "properties": []},
            "C": {"type": "array", "items": {"$ref": "#/components/schemas/A"}, "required": 3},
        }
    },
}


def test_a_value_of_the_wrong_kind_is_told_of_once(tmp_path: Path) -> None:
    path = tmp_path / "openapi.json"
    path.write_text(json.dumps(WRONG_VALUES), "utf-8")
    places = [f"#/components/schemas/{end}" for end in ("A/exclusiveMinimum", "B/properties")]
    judged = "#/components/schemas/C/required"  # which the parser has no need of

    made = {one.pointer: one.code for one in generate(path).diagnostics}
    assert made == {
        places[0]: "invalid-constraint",
        places[1]: "wrong-kind",
        judged: "invalid-openapi",
    }
    assert len(generate(path).diagnostics) == len(made)

    found = pipeline.validate(path)
    assert sorted((one.pointer, one.severity.value) for one in found) == [
        (place, "error") for place in (*places, judged)
    ]

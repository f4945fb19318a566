"""Schemas that are nothing but references to the same one are judged by one validator."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Document

_SCHEMAS: dict[str, Any] = {
    "Note": {"type": "object", "required": ["id"]},
    "Same": {"$ref": "#/components/schemas/Note"},
    "Again": {"$ref": "#/components/schemas/Same"},
    "Narrower": {"$ref": "#/components/schemas/Note", "required": ["text"]},
    "Loop": {"$ref": "#/components/schemas/Pool"},
    "Pool": {"$ref": "#/components/schemas/Loop"},
    "Nowhere": {"$ref": "#/components/schemas/Nothing"},
    "Elsewhere": {"$ref": "https://example.com/a"},
    "Odd": {"$ref": 1},
}


@pytest.fixture
def document() -> Document:
    return Document({"components": {"schemas": _SCHEMAS}}, {"operations": []})


def of(document: Document, name: str) -> Any:
    return document.validator(f"#/components/schemas/{name}", "response")


def test_references_have_the_validator_of_what_they_mean(document: Document) -> None:
    note = of(document, "Note")
    assert of(document, "Same") is note
    assert of(document, "Again") is note
    assert document.validator("#/components/schemas/Note", "request") is not note


def test_what_stands_beside_a_reference_counts(document: Document) -> None:
    assert of(document, "Note").is_valid({"id": 1})
    assert not of(document, "Narrower").is_valid({"id": 1})


@pytest.mark.parametrize("name", ["Loop", "Pool", "Nowhere", "Elsewhere", "Odd"])
def test_references_that_lead_nowhere_refuse_nothing(document: Document, name: str) -> None:
    assert of(document, name).is_valid({"id": 1})
    assert of(document, name).is_valid(1)

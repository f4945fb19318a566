"""Texts that the corpus calls operations with have to be what a schema asks for, formats included."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest
from drawing import Drawer
from openapi_schemas import Schemas

_DATE = {"format": "date", "pattern": r"(\d{4})-(\d{2})-(\d{2})"}


@pytest.mark.parametrize(
    "schema",
    [
        _DATE,
        {"pattern": r"^arn:[\p{L}\p{M}\p{Z}\p{N}_.:]+\p{Lu}\p{Nd}$", "minLength": 12},
        *(
            {"format": name}
            for name in ("iri", "iri-reference", "uri-reference", "idn-email", "idn-hostname",
                "json-pointer", "relative-json-pointer", "uri-template", "regex")
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("salt", [0, 1, 2])
def test_texts_have_their_format(schema: dict[str, Any], salt: int) -> None:
    whole = {"type": "string", **schema}
    value = Drawer(Schemas({"s": {"X": whole}})).draw("#/s/X", full=True, salt=salt)
    assert jsonschema_rs.is_valid(whole, value, validate_formats=True)


def test_no_text_is_drawn_that_has_the_pattern_and_not_the_format() -> None:
    month = {"type": "string", "format": "date", "pattern": "YYYY-MM"}
    card = {"type": "object", "properties": {"end": month, "name": {"type": "string"}}}
    assert Drawer(Schemas({"s": {"X": card}})).draw("#/s/X", full=True) == {"name": "text"}


def test_a_property_that_several_members_declare_has_a_listed_value() -> None:
    base = {"type": "object", "properties": {"type": {"type": "string"}}, "required": ["type"]}
    listed = {"properties": {"type": {"enum": ["tags", "branches"]}}}
    schemas = {"X": {"allOf": [base, listed]}}
    assert Drawer(Schemas({"s": schemas})).draw("#/s/X") == {"type": "tags"}

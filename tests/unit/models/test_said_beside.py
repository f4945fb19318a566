"""What is said beside a reference, or on the way to what it means, is said of the field."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
OTHER = {"type": "object", "description": "What others are.", "properties": {"a": TEXT}}
REF = {"$ref": "#/components/schemas/Other"}
HERE = "What this one is."


def choice(**members: Any) -> dict[str, Any]:
    """Describe an enum that is too long to stand in place."""
    return {"type": "string", "enum": [f"one-of-many-{number}" for number in range(20)], **members}


@pytest.mark.parametrize(
    ("schema", "said"),
    [
        ({**REF, "description": HERE}, True),
        ({"allOf": [REF], "description": HERE}, True),
        ({"allOf": [REF, {"description": HERE}]}, True),
        ({"allOf": [REF, {"type": ["object", "null"], "description": HERE}]}, True),
        ({"anyOf": [{"allOf": [REF, {"description": HERE}]}, {"type": "null"}]}, True),
        (REF, False),
        ({"allOf": [REF, {}]}, False),
    ],
)
def test_descriptions_beside_references(
    build: Callable[..., Any], schema: dict[str, Any], said: bool
) -> None:
    text = build({"Other": OTHER, "Thing": {"properties": {"other": schema}}}).files[
        "models/thing.py"
    ]
    assert (f'"""{HERE}"""' in text) is said
    assert OTHER["description"] not in text


def test_methods_say_it_of_their_arguments(package: Callable[..., Any]) -> None:
    body = {"type": "object", "properties": {"other": {"allOf": [REF, {"description": HERE}]}}}
    operation = {
        "operationId": "send",
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"204": {"description": "Done."}},
    }
    made = package({"/things": {"post": operation}}, schemas={"Other": OTHER})
    client = made.Client(base_url="https://example.com")
    assert f"other: {HERE}" in type(client.things).send.__doc__


@pytest.mark.parametrize("side", ["readOnly", "writeOnly"])
def test_sides_beside_references(build: Callable[..., Any], side: str) -> None:
    thing = {
        "properties": {"other": {"allOf": [REF, {side: True}]}, "name": TEXT},
        "required": ["other"],
    }
    outer = {"type": "object", "properties": {"thing": {"$ref": "#/components/schemas/Thing"}}}
    built = build({"Other": OTHER, "Thing": thing}, outer)
    assert {"readOnly": "read_only", "writeOnly": "write_only"}[side] in built.files[
        "models/thing.py"
    ]


def test_a_text_is_said_once_of_an_alias_and_its_field(build: Callable[..., Any]) -> None:
    thing = {"properties": {"kind": choice(description=HERE)}}
    text = build({"Thing": thing}).files["models/thing.py"]
    assert text.count(HERE) == 1
    assert text.index("kind:") < text.index(HERE)


def test_an_alias_without_a_field_says_what_it_is(build: Callable[..., Any]) -> None:
    thing = {"properties": {"kinds": {"type": "array", "items": choice(description=HERE)}}}
    text = build({"Thing": thing}).files["models/thing.py"]
    assert text.count(HERE) == 1
    assert text.index(HERE) < text.index("kinds:")

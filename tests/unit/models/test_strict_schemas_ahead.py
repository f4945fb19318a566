"""Named schemas that were copied ahead make the same file as those that are copied when they are wanted."""

from __future__ import annotations

import json
from typing import Any

from generator.ir.schemas import Discriminator, SchemaId
from generator.targets.python.strict_schemas import plan_strict_schemas, reduced_components

SCHEMAS: dict[str, Any] = {
    "Pet": {
        "description": "left out",
        "oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/a~1b"}],
    },
    "Cat": {"type": "object", "required": ["kind", "secret"], "properties": {"kind": {}}},
    "a/b": {"properties": {"next": {"$ref": "#/components/schemas/Secret"}}},
    "Secret": {"writeOnly": True, "title": "é"},
    "Unused": {"type": "string"},
}
SCHEMAS["Cat"]["properties"]["secret"] = {"$ref": "#/components/schemas/Secret"}
BODY = "#/paths/~1pets/get/responses/200/content/application~1json/schema"
NODES = {
    **{f"#/components/schemas/{name.replace('/', '~1')}": one for name, one in SCHEMAS.items()},
    BODY: {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}},
}
PET = "#/components/schemas/Pet"


def test_the_same_file_is_made_with_and_without() -> None:
    reduced = reduced_components(SCHEMAS, NODES.__getitem__)
    assert set(reduced) == set(NODES) - {BODY}
    told = [
        (f"{PET}/oneOf", Discriminator("kind", (("cat", SchemaId("#/components/schemas/Cat")),)))
    ]
    for discriminators in ([], told):
        plain, ahead = (
            plan_strict_schemas(
                [("Pet", PET), ("Merged", "#/nowhere")],
                NODES.__getitem__,
                discriminators,
                [("GET /pets 200 application/json", BODY)],
                known,
            )
            for known in ({}, reduced)
        )
        assert ahead.text == plain.text
        assert "Unused" not in ahead.text
        assert ("discriminator" in ahead.text) is bool(discriminators)


def test_values_listed_beside_an_array_are_those_of_its_items() -> None:
    rating = {"type": "array", "items": {"type": "string"}, "enum": ["safe", "violence"]}
    whole = {"type": "array", "items": {"type": "string"}, "enum": [["safe"]]}
    schemas = {"Rating": rating, "Whole": whole}
    nodes = {f"#/components/schemas/{name}": schema for name, schema in schemas.items()}
    file = plan_strict_schemas(
        [(name, place) for place, name in zip(nodes, schemas, strict=True)], nodes.__getitem__, []
    )
    kept = json.loads(file.text)["schemas"]
    assert kept["#/components/schemas/Rating"] == {
        "type": "array",
        "items": {"type": "string", "enum": ["safe", "violence"]},
    }
    assert kept["#/components/schemas/Whole"] == whole


def test_an_empty_list_of_schemas_says_nothing() -> None:
    palette = {"type": "string", "oneOf": []}
    place = "#/components/schemas/Palette"
    file = plan_strict_schemas([("Palette", place)], {place: palette}.__getitem__, [])
    assert json.loads(file.text)["schemas"][place] == {"type": "string"}

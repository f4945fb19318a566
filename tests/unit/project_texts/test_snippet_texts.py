"""Snippets as a person would write them: names, values, and what is done with the answer."""

from __future__ import annotations

from typing import Any

import pytest
from generated_texts import file_of
from snippets import snippets

PET: dict[str, Any] = {
    "type": "object",
    "required": ["id"],
    "properties": {"id": {"type": "string"}, "name": {"type": "string"}},
}


def answer(schema: dict[str, Any], media_type: str = "application/json") -> dict[str, Any]:
    return {"200": {"description": "OK", "content": {media_type: {"schema": schema}}}}


def body(schema: dict[str, Any], media_type: str = "application/json", **more: Any) -> Any:
    return {"required": True, "content": {media_type: {"schema": schema, **more}}}


def snippet_of(path: str, method: str, operation: dict[str, Any], **schemas: Any) -> str:
    reference = file_of({path: {method: operation}}, "reference.md", **schemas)
    ((_, code),) = snippets(reference)
    return code


def test_object() -> None:
    named = {"name": "petId", "in": "path", "required": True, "schema": {"type": "string"}}
    operation = {"operationId": "getPet", "parameters": [named], "responses": answer(PET)}
    code = snippet_of("/pets/{petId}", "get", operation)
    assert code == 'pet = client.pets.get("pet_123")\nprint(pet.id)\n'


def test_list() -> None:
    operation = {"operationId": "listPets", "responses": answer({"type": "array", "items": PET})}
    code = snippet_of("/pets", "get", operation)
    assert code == "pets = client.pets.list()\nprint(pets)\n"


@pytest.mark.parametrize(
    ("operation_id", "answered", "expected"),
    [
        ("getPetPhoto", "PetPhoto", "photo = client.pet.get_photo()"),
        ("getOwnerPet", "OwnerPet", "pet = client.pet.get_owner()"),
        ("getPetPhoto", "Thing", "pet = client.pet.get_photo()"),
    ],
)
def test_answer_is_called_what_its_type_is(operation_id: str, answered: str, expected: str) -> None:
    responses = answer({"$ref": f"#/components/schemas/{answered}"})
    operation = {"operationId": operation_id, "tags": ["pet"], "responses": responses}
    assert snippet_of("/x", "get", operation, **{answered: PET}).startswith(expected)


def test_nothing_comes_back() -> None:
    operation = {"operationId": "clearPets", "responses": {"204": {"description": "Gone"}}}
    assert snippet_of("/pets", "delete", operation) == "client.pets.clear()\n"


def test_stream() -> None:
    operation = {"operationId": "watchPets", "responses": answer(PET, "text/event-stream")}
    code = snippet_of("/pets", "get", operation)
    assert code.startswith("with client.pets.watch() as stream:\n    for event in stream:\n")


def test_file() -> None:
    schema: dict[str, Any] = {"type": "object", "required": ["photo"]}
    schema["properties"] = {"photo": {"type": "string", "format": "binary"}}
    operation = {
        "operationId": "uploadPets",
        "requestBody": body(schema, "multipart/form-data"),
        "responses": answer(PET),
    }
    code = snippet_of("/pets", "post", operation)
    assert code.startswith("from pathlib import Path\n\npet = ")
    assert 'photo=Path("photo.png")' in code


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ({"type": "string", "format": "date"}, "date(2025, 1, 6)"),
        ({"type": "string", "format": "date-time"}, "datetime(2025, 1, 6, 9, 0, tzinfo=UTC)"),
        ({"type": "string", "format": "email"}, '"ada@example.com"'),
        ({"type": "integer", "example": 7}, "7"),
        ({"type": "integer", "example": "seven"}, "1"),
    ],
)
def test_values(kind: dict[str, Any], expected: str) -> None:
    given = {"name": "x", "in": "query", "required": True, "schema": kind}
    operation = {"operationId": "getPets", "parameters": [given], "responses": answer(PET)}
    assert f"(x={expected})" in snippet_of("/pets", "get", operation)


def test_body_says_something() -> None:
    schema = {"type": "object", "properties": {"age": {"type": "integer"}, **PET["properties"]}}
    operation = {
        "operationId": "createPet",
        "requestBody": body(schema),
        "responses": answer(PET),
    }
    assert '.create(name="Atlas")' in snippet_of("/pets", "post", operation)


def test_example_of_a_body() -> None:
    example = {"name": "Rex", "id": 5}  # the id is no string
    operation = {
        "operationId": "createPet",
        "requestBody": body(PET, example=example),
        "responses": answer(PET),
    }
    code = snippet_of("/pets", "post", operation)
    assert 'name="Rex"' in code
    assert 'id="123"' in code or 'id="pet_123"' in code


def test_optional_body_is_whole() -> None:
    request = {"content": {"application/json": {"schema": PET}}}
    operation = {"operationId": "createPet", "requestBody": request, "responses": answer(PET)}
    assert "id=" in snippet_of("/pets", "post", operation)

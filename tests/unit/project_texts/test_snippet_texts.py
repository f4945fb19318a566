"""Snippets as a person would write them: names, values, and what is done with the answer."""

from __future__ import annotations

import subprocess
import sys
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


@pytest.mark.parametrize(
    ("operation_id", "items", "expected"),
    [
        ("getAllPetVersions", {"type": "string", "format": "date"}, "versions"),
        ("listPetNames", {"type": "string"}, "names"),
        ("getPetEverything", {"type": "integer"}, "result"),
        ("getPetNames", PET, "pet"),
    ],
)
def test_values_that_are_no_objects_are_called_as_the_method_says(
    operation_id: str, items: dict[str, Any], expected: str
) -> None:
    responses = answer({"type": "array", "items": items})
    operation = {"operationId": operation_id, "tags": ["pet"], "responses": responses}
    assert snippet_of("/x", "get", operation).startswith(f"{expected} = ")


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


def choosing(*choices: list[str]) -> dict[str, Any]:
    properties = {"ids": {"type": "array", "items": {"type": "string"}}, "url": {"type": "string"}}
    return {
        "type": "object",
        "properties": properties,
        "anyOf": [{"required": names} for names in choices],
    }


@pytest.mark.parametrize(
    ("example", "expected"),
    [
        ({}, '(ids=["ids_123"])'),
        ({"example": {"url": "https://x.example"}}, '(url="https://x.example")'),
        ({"example": {"url": "u" * 60}}, f'(url="{"u" * 60}")'),  # too long to be shown for itself
    ],
)
def test_one_of_several_properties_must_be_there(example: dict[str, Any], expected: str) -> None:
    operation = {
        "operationId": "createPet",
        "requestBody": body(choosing(["ids"], ["url"]), **example),
        "responses": answer(PET),
    }
    assert f".create{expected}" in snippet_of("/pets", "post", operation)


def test_one_of_several_properties_inside() -> None:
    schema = {"type": "object", "required": ["inner"], "properties": {}}
    schema["properties"] = {"inner": choosing(["ids", "url"], ["url"])}
    operation = {
        "operationId": "createPet",
        "requestBody": body(schema),
        "responses": answer(PET),
    }
    code = snippet_of("/pets", "post", operation)
    assert 'inner={"ids": ["ids_123"], "url": "https://example.com/atlas"}' in code


def test_value_of_one_member_only() -> None:
    simple = {"type": "object", "required": ["content"]}
    simple["properties"] = {"content": {"type": "string"}}
    part = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}}
    rich = {"type": "object", "required": ["content"]}
    rich["properties"] = {"content": {"oneOf": [{"type": "string"}, part]}}
    schema = {"type": "object", "required": ["item"]}
    schema["properties"] = {"item": {"oneOf": [simple, rich]}}
    operation = {
        "operationId": "createPet",
        "requestBody": body(schema),
        "responses": answer(PET),
    }
    code = snippet_of("/pets", "post", operation)
    assert 'item={"content": {"text": "Hello!"}}' in code


def test_different_items_that_are_numbers_as_texts() -> None:
    item = {"type": "string", "pattern": "^(0|[1-9][0-9]*)$"}
    ids = {"type": "array", "items": item, "uniqueItems": True, "minItems": 3}
    schema = {"type": "object", "required": ["ids"], "properties": {"ids": ids}}
    operation = {
        "operationId": "createPet",
        "requestBody": body(schema),
        "responses": answer(PET),
    }
    assert 'ids=["0", "1", "2"]' in snippet_of("/pets", "post", operation)


@pytest.mark.parametrize("length", range(60, 75))
def test_code_of_the_readme_is_laid_out(length: int) -> None:
    name = "a" * length
    named = {name: {"type": "string", "example": "x"}}
    sent = body({"type": "object", "required": [name], "properties": named})
    operation = {"operationId": "createPet", "requestBody": sent, "responses": answer(PET)}
    text = file_of({"/pets": {"post": operation}}, "README.md", emit=("models", "client", "mock"))
    assert "Mock()" in text
    command = [sys.executable, "-m", "ruff", "format", "--isolated", "--line-length=100"]
    command += ["--stdin-filename=README.md", "-"]
    done = subprocess.run(command, input=text, capture_output=True, text=True, check=True)
    assert done.stdout == text


@pytest.mark.parametrize(
    ("members", "expected"),
    [
        ({"labels": {"type": "array", "items": {"type": "string"}, "minItems": 1}}, "labels=["),
        ({"data": {"$ref": "#/components/schemas/New"}}, 'data={"name": "'),
        ({"data": {"type": "object"}}, "client.pets.create()"),
        ({"rank": {"type": "integer"}, "size": {"type": "integer"}}, "client.pets.create()"),
    ],
)
def test_the_only_member_of_a_body_is_shown_if_it_says_something(
    members: dict[str, Any], expected: str
) -> None:
    schema = {"type": "object", "properties": members}
    operation = {
        "operationId": "createPet",
        "requestBody": {"content": {"application/json": {"schema": schema}}},
        "responses": answer(PET),
    }
    named = {"type": "object", "required": ["name"], "properties": PET["properties"]}
    assert expected in snippet_of("/pets", "post", operation, New=named)

"""Discriminators: properties that no variant declares or requires, and bases in request bodies."""

from __future__ import annotations

import importlib
import inspect
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

TEXT = {"type": "string"}


def ref(name: str) -> dict[str, str]:
    return {"$ref": f"#/components/schemas/{name}"}


def an_object(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


PET = {
    "oneOf": [ref("Cat"), ref("Dog")],
    "discriminator": {
        "propertyName": "kind",
        "mapping": {"cat": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]},
    },
}


@pytest.fixture
def decoded(package: Callable[..., ModuleType]) -> Callable[..., Any]:
    """Return what a client makes of an answer of the schema ``Pet``."""

    def read(value: Any, **schemas: Any) -> Any:
        content = {"application/json": {"schema": ref("Pet")}}
        answer = {"responses": {"200": {"description": "", "content": content}}}
        operation = {"operationId": "find", "tags": ["Pets"], **answer}
        made = package({"/pet": {"get": operation}}, schemas={"Pet": PET, **schemas})
        transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=value))
        http_client = httpx2.Client(transport=transport)
        with made.Client(base_url="http://x.test", http_client=http_client) as client:
            return client.pets.find()

    return read


@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"kind": "cat", "name": "a"}, "Cat"),
        ({"kind": "dog", "name": "a"}, "Dog"),
        ({"kind": "dog"}, "Dog"),
        ({"kind": "cow", "name": "a"}, "Unknown"),
        ({"paws": 4}, "Dog"),
    ],
)
@pytest.mark.parametrize("declared", [{}, {"kind": TEXT}])
def test_a_property_that_no_variant_requires(
    decoded: Callable[..., Any], value: Any, name: str, declared: Any
) -> None:
    paws = {"paws": {"type": "integer"}}
    pet = decoded(
        value, Cat=an_object(name=TEXT, **declared), Dog=an_object(name=TEXT, **paws, **declared)
    )
    assert type(pet).__name__ == name
    assert pet.to_dict() == value


def test_variants_without_any_property(decoded: Callable[..., Any]) -> None:
    found = decoded({"kind": "dog", "x": 1}, Cat={"type": "object"}, Dog={"type": "object"})
    assert type(found).__name__ == "Dog"
    assert found.model_extra == {"x": 1}


def test_a_body_that_others_extend_takes_them(package: Callable[..., ModuleType]) -> None:
    base = {**an_object("kind", kind=TEXT), "discriminator": {"propertyName": "kind"}}
    cat = {"allOf": [ref("Base"), an_object("lives", lives={"type": "integer"}, toy=ref("Toy"))]}
    lone = {**an_object("kind", kind=TEXT), "discriminator": {"propertyName": "kind"}}

    def sending(name: str, schema: Any) -> Any:
        content = {"application/json": {"schema": schema}}
        body = {"required": True, "content": content}
        answers = {"204": {"description": ""}}
        operation = {"operationId": name, "tags": ["Pets"], "requestBody": body}
        return {"post": {**operation, "responses": answers}}

    made = package(
        {"/pets": sending("add", ref("Base")), "/lone": sending("lone", ref("Lone"))},
        schemas={"Base": base, "Cat": cat, "Lone": lone, "Toy": an_object("name", name=TEXT)},
    )
    sent = []

    def answer(request: httpx2.Request) -> httpx2.Response:
        sent.append(request.content)
        return httpx2.Response(204)

    http_client = httpx2.Client(transport=httpx2.MockTransport(answer))
    with made.Client(base_url="http://x.test", http_client=http_client) as client:
        assert list(inspect.signature(client.pets.add).parameters) == ["body", "options"]
        client.pets.add(body=made.models.Cat(kind="Cat", lives=9))
        client.pets.add(body={"kind": "Cat", "lives": 9, "toy": {"name": "ball"}})
        assert list(inspect.signature(client.pets.lone).parameters) == ["kind", "options"]
    params = importlib.import_module(f"{made.__name__}.params")
    assert sent == [
        b'{"kind":"Cat","lives":9}',
        b'{"kind":"Cat","lives":9,"toy":{"name":"ball"}}',
    ]
    assert {"CatParam", "AnyBaseParam", "ToyParam"} <= set(params.__all__)

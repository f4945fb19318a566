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


def test_what_is_extended_twice_takes_what_extends_it(build: Callable[..., Any]) -> None:
    base = {**an_object("kind", kind=TEXT), "discriminator": {"propertyName": "kind"}}
    built = build(
        {
            "Animal": base,
            "Dog": {"allOf": [ref("Animal"), an_object(name=TEXT)]},
            "Poodle": {"allOf": [ref("Dog"), an_object(curls=TEXT)]},
            "ToyPoodle": {"allOf": [ref("Poodle"), an_object(size=TEXT)]},
            "Cat": {"allOf": [ref("Animal"), an_object(lives=TEXT)]},
            "Owner": an_object(animal=ref("Animal"), dog=ref("Dog"), poodle=ref("Poodle")),
        }
    )
    owner = built.models.Owner.model_validate(
        {"animal": {"kind": "ToyPoodle"}, "dog": {"kind": "Poodle"}, "poodle": {"kind": "Poodle"}}
    )
    assert [type(one).__name__ for one in (owner.animal, owner.dog, owner.poodle)] == [
        "ToyPoodle",
        "Poodle",
        "Poodle",
    ]
    assert {"AnyAnimal", "AnyDog", "AnyPoodle"} == {
        name for name in built.models.__all__ if name.startswith("Any")
    }


def test_the_base_is_not_limited_to_what_another_name_of_it_means(
    build: Callable[..., Any],
) -> None:
    mapping = {name.lower(): ref(name)["$ref"] for name in ("Cat", "Dog")}
    schemas = {
        "Animal": an_object("kind", kind=TEXT),
        "Cat": {"allOf": [ref("Animal")], "description": "A cat."},
        "Dog": {"allOf": [ref("Animal"), an_object(bark=TEXT)]},
        "Pet": {
            "oneOf": [ref("Cat"), ref("Dog")],
            "discriminator": {"propertyName": "kind", "mapping": mapping},
        },
    }
    files = build(schemas).files
    assert "kind: str" in files["models/animal.py"]
    assert 'kind: Literal["cat"]' in files["models/cat.py"]
    assert "A cat." in files["models/cat.py"]


def test_names_of_variants_in_the_spelling_of_their_examples(build: Callable[..., Any]) -> None:
    schemas = {
        "Cat": an_object(kind={**TEXT, "example": "cat"}),
        "Dog": an_object(kind={**TEXT, "example": "dog"}),
        "Pet": {"anyOf": [ref("Cat"), ref("Dog")], "discriminator": {"propertyName": "kind"}},
    }
    assert 'kind: Literal["cat", "Cat"]' in build(schemas).files["models/cat.py"]

"""Strict clients hold responses without a class, such as lists, against the document as well."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

PET = {
    "type": "object",
    "properties": {"name": {"type": "string", "minLength": 1}},
    "required": ["name"],
}
PETS = {
    "type": "array",
    "minItems": 1,
    "uniqueItems": True,
    "items": {"$ref": "#/components/schemas/Pet"},
}
EMAIL = {"oneOf": [{"type": "string", "format": "email"}, {"type": "string", "maxLength": 0}]}
LENGTH = {"oneOf": [{"type": "string", "minLength": 2}, {"type": "string", "maxLength": 3}]}
COUNTS = {
    "type": "object",
    "maxProperties": 1,
    "additionalProperties": {"type": "integer", "minimum": 0},
}


def answering(schema: dict[str, Any]) -> dict[str, Any]:
    return {"description": "", "content": {"application/json": {"schema": schema}}}


def reading(name: str, response: dict[str, Any]) -> dict[str, Any]:
    return {"get": {"operationId": name, "tags": ["Farm"], "responses": {"200": response}}}


@pytest.fixture
def farm(package: Callable[..., ModuleType]) -> ModuleType:
    return package(
        {
            "/pets": reading("pets", answering(PETS)),
            "/names": reading("names", answering({"$ref": "#/components/schemas/Names"})),
            "/emails": reading("emails", answering({"type": "array", "items": EMAIL})),
            "/lengths": reading("lengths", answering({"type": "array", "items": LENGTH})),
            "/counts": reading("counts", {"$ref": "#/components/responses/Counts"}),
        },
        responses={"Counts": answering(COUNTS)},
        schemas={
            "Pet": PET,
            "Names": {"type": "array", "items": {"type": "string"}, "maxItems": 2},
        },
    )


def fetch(farm: ModuleType, method: str, value: Any, *, strict: bool) -> Any:
    transport = httpx2.MockTransport(lambda _: httpx2.Response(200, json=value))
    with farm.Client(
        base_url="http://farm.test",
        strict=strict,
        http_client=httpx2.Client(transport=transport),
    ) as client:
        return getattr(client.farm, method)()


@pytest.mark.parametrize(
    ("method", "value", "path"),
    [
        ("pets", [], ()),
        ("pets", [{"name": "a"}, {"name": "a"}], ()),
        ("pets", [{"name": ""}], (0, "name")),
        ("names", ["a", "b", "c"], ()),
        ("counts", {"a": -1}, ("a",)),
        ("counts", {"a": 1, "b": 2}, ()),
    ],
)
def test_bounds_of_whole_bodies(farm: ModuleType, method: str, value: Any, path: Any) -> None:
    with pytest.raises(farm.DecodeError) as refused:
        fetch(farm, method, value, strict=True)
    assert refused.value.path == path
    assert len(fetch(farm, method, value, strict=False)) == len(value)  # others are not asked


def test_valid_bodies_are_taken(farm: ModuleType) -> None:
    assert fetch(farm, "pets", [{"name": "a"}], strict=True) == [farm.models.Pet(name="a")]
    assert fetch(farm, "names", ["a", "a"], strict=True) == ["a", "a"]
    assert fetch(farm, "counts", {"a": 0}, strict=True) == {"a": 0}


def test_formats_may_tell_members_apart(farm: ModuleType) -> None:
    assert fetch(farm, "emails", ["ada@farm.test", ""], strict=True) == ["ada@farm.test", ""]
    with pytest.raises(farm.DecodeError, match="fits none"):
        fetch(farm, "emails", [1], strict=True)
    with pytest.raises(farm.DecodeError, match="fits more than one"):
        fetch(farm, "lengths", ["abc"], strict=True)

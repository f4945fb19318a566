"""An answer that JSON and other media types say alike: the client asks for JSON, and is typed by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

_PET = {"type": "object", "properties": {"name": {"type": "string"}}}
_NAMES = {"type": "array", "items": {"type": "string"}}
_FILE = {"type": "string", "format": "binary"}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ({"application/xml": _PET, "application/json": _PET}, "models.GetPetsResponse"),
        ({"application/json": _NAMES, "text/plain": _NAMES, "text/json": _NAMES}, "list[str]"),
        ({"application/json": _NAMES, "application/x-protobuf": _NAMES}, "list[str]"),
        ({"application/json": _NAMES, "text/xml": None}, "list[str]"),
        ({"application/json": _NAMES, "text/csv": {"type": "string"}}, "list[str] | str"),
        ({"application/json": _NAMES, "image/svg+xml": None}, "list[str] | str"),
        ({"application/json": _NAMES, "application/pdf": _FILE}, "list[str] | BinaryResponse"),
        ({"application/xml": _PET, "text/plain": _PET}, "str"),
    ],
)
def test_what_an_operation_returns(
    plan: Callable[..., Any], content: dict[str, Any], expected: str
) -> None:
    media = {name: {} if schema is None else {"schema": schema} for name, schema in content.items()}
    get = {"responses": {"200": {"description": "", "content": media}}}
    text = plan({"/pets": {"get": get}}).file("api/resources/pets.py")
    assert f": Operation[{expected}] = " in text

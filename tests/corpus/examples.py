"""The examples of a document, those valid under their own schema, and their way through the models."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any

from drawing import Drawer, UndrawableError
from equality import same
from openapi_schemas import Schemas, escape
from pydantic import TypeAdapter, ValidationError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from types import ModuleType

# Maps whose keys are names, and places that hold plain data.
_MAPS = frozenset(
    [
        "properties",
        "patternProperties",
        "dependentSchemas",
        "$defs",
        "definitions",
        "schemas",
        "responses",
        "parameters",
        "headers",
        "content",
        "paths",
        "callbacks",
        "webhooks",
        "requestBodies",
        "encoding",
        "pathItems",
        "links",
        "securitySchemes",
    ]
)
_DATA = frozenset({"example", "examples", "default", "enum", "const", "mapping", "extensions"})
_PROPERTY = re.compile(r"(.+?)(?:/allOf/\d+)*/properties/([^/]+)")
_SCHEMA_WORDS = frozenset(
    ["type", "$ref", "properties", "items", "allOf", "oneOf", "anyOf", "format", "enum"]
)


def find_examples(schemas: Schemas) -> Iterator[tuple[str, Any]]:
    """Yield the pointer of a schema and an example of it, for all examples in the document."""
    yield from _walk(schemas, schemas.document, "#", is_map=False)


def _walk(schemas: Schemas, node: Any, pointer: str, *, is_map: bool) -> Iterator[tuple[str, Any]]:
    if isinstance(node, list):
        for index, item in enumerate(node):
            yield from _walk(schemas, item, f"{pointer}/{index}", is_map=False)
    if not isinstance(node, dict):
        return
    if not is_map:
        yield from _own(schemas, node, pointer)
    for key, value in node.items():
        if is_map or not (key in _DATA or key.startswith("x-")):
            where = f"{pointer}/{escape(key)}"
            yield from _walk(schemas, value, where, is_map=not is_map and key in _MAPS)


def _own(schemas: Schemas, node: dict[str, Any], pointer: str) -> Iterator[tuple[str, Any]]:
    is_holder = isinstance(node.get("schema"), dict)
    if not (is_holder or node.keys() & _SCHEMA_WORDS):
        return
    schema = f"{pointer}/schema" if is_holder else pointer
    if "example" in node:
        yield schema, node["example"]
    examples = node.get("examples")
    if isinstance(examples, list) and not is_holder:
        yield from ((schema, one) for one in examples)
    if isinstance(examples, dict) and is_holder:
        for name in examples:
            example = schemas.node(schemas.resolve(f"{pointer}/examples/{escape(name)}"))
            if isinstance(example, dict) and "value" in example:
                yield schema, example["value"]


class ModelFinder:
    """Finds the Python type that was made of a schema."""

    def __init__(self, schemas: Schemas, models: ModuleType, manifest: dict[str, Any]) -> None:
        self._schemas = schemas
        self._models = models
        self._drawer = Drawer(schemas, "")
        self._names = {one["pointer"]: one["name"] for one in manifest["models"]}

    def find(self, pointer: str, depth: int = 0) -> Any:
        """Return a type, or ``None`` where none has a place of its own."""
        if depth > 10:
            return None
        if pointer in self._names:
            return getattr(self._models, self._names[pointer])
        node = self._schemas.node(pointer)
        target = self._schemas.resolve(pointer)
        if target != pointer:
            return self.find(target, depth + 1)
        inside = _PROPERTY.fullmatch(pointer)
        if inside:
            return self._of_property(inside[1], _unescape(inside[2]), depth)
        if isinstance(node, dict) and node.get("type") == "array" and "items" in node:
            item = self.find(f"{pointer}/items", depth + 1)
            return None if item is None else list[item]
        return None

    def is_read_by_a_model(self, pointer: str, value: Any) -> bool:
        """Say whether a model gives a value back, be it of one of its properties.

        Models take what their annotations do not have and the document allows, such as a text where a
        schema without ``type`` has ``items``.
        """
        inside = None if pointer in self._names else _PROPERTY.fullmatch(pointer)
        owner = inside[1] if inside else pointer
        model = self.find(owner)
        if not hasattr(model, "model_validate"):
            return False
        try:
            whole = {**self._drawer.draw(owner), _unescape(inside[2]): value} if inside else value
            read = model.model_validate(whole)
        except (UndrawableError, ValidationError):
            return False
        return self._schemas.is_valid(whole, owner) and same(whole, read.to_dict())

    def _of_property(self, owner: str, name: str, depth: int) -> Any:
        model = self.find(owner, depth + 1)
        for field, info in getattr(model, "model_fields", {}).items():
            if (info.alias or info.serialization_alias or field) == name:
                return Annotated[(info.annotation, *(info.metadata or ("",)))]
        return None


def _unescape(token: str) -> str:
    return token.replace("~1", "/").replace("~0", "~")


def judge_examples(
    schemas: Schemas, models: ModuleType, manifest: dict[str, Any]
) -> tuple[dict[str, int], list[str]]:
    """Return how many examples there are, are valid, have a model, round-trip; and what does not."""
    finder = ModelFinder(schemas, models, manifest)
    adapters: dict[str, TypeAdapter[Any] | None] = {}
    count = {"found": 0, "valid": 0, "typed": 0, "same": 0}
    faults: list[str] = []
    for pointer, value in find_examples(schemas):
        count["found"] += 1
        validator = schemas.validator(pointer)
        if validator is None or not validator.is_valid(value):
            continue
        count["valid"] += 1
        if pointer not in adapters:
            found = finder.find(pointer)
            adapters[pointer] = None if found is None else TypeAdapter(found)
        adapter = adapters[pointer]
        if adapter is None:
            continue
        count["typed"] += 1
        fault = _fault(adapter, value)
        if fault and finder.is_read_by_a_model(pointer, value):
            fault = ""
        count["same"] += not fault
        if fault:
            faults.append(f"{pointer}: {fault}")
    return count, faults


def _fault(adapter: TypeAdapter[Any], value: Any) -> str:
    try:
        read = adapter.validate_python(value, by_alias=True, by_name=False)
        back = adapter.dump_python(
            read, mode="json", by_alias=True, exclude_unset=True, warnings=False
        )
    except Exception as error:  # noqa: BLE001 - whatever a model raises is a finding
        return f"{type(error).__name__}: {str(error)[:400]}"
    return "" if same(value, back) else f"{value!r:.200} became {back!r:.200}"

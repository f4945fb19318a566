"""Makes pydantic's schemas exact: no text becomes a number, no number a boolean, ``1`` is not ``True``.

Pydantic is that strict only if the whole type is, and then also refuses what loses nothing: ``1.0`` for
an integer. So the schemas of classes and other types are gone through once, when they are built.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Annotated, Any, Final, cast

from pydantic import TypeAdapter
from pydantic_core import core_schema as cs

from .undeclared import note_names

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler

AS_IT_IS: Final = cs.simple_ser_schema("any")
"""Writes what is there; pydantic would write ``True`` in the place of an integer as ``1``."""


def described_as(describe: Callable[[GetJsonSchemaHandler], dict[str, Any]]) -> dict[str, Any]:
    """Returns the metadata of a schema that gives it a JSON Schema of its own."""
    return {"pydantic_js_functions": [lambda _schema, handler: describe(handler)]}


_INTEGER: Final = cs.union_schema(
    [
        cs.int_schema(strict=True),
        # JSON Schema (core, section 4.2.3): a number without fraction is an integer.
        cs.no_info_after_validator_function(
            int, cs.float_schema(strict=True, multiple_of=1, allow_inf_nan=False)
        ),
    ],
    mode="left_to_right",
    metadata=described_as(lambda _: {"type": "integer"}),
    serialization=AS_IT_IS,
)
_BOOLEAN: Final = cs.bool_schema(strict=True, serialization=AS_IT_IS)

NUMBER: Final = cs.union_schema(
    [cs.int_schema(strict=True), cs.float_schema(strict=True)],
    mode="left_to_right",
    metadata=described_as(lambda _: {"type": "number"}),
    serialization=AS_IT_IS,
)
"""Keeps integers as they are, whatever their size; a ``float`` would round them."""

_EXACT: Final[dict[str, cs.CoreSchema]] = {"int": _INTEGER, "bool": _BOOLEAN, "float": NUMBER}


def exact(
    schema: cs.CoreSchema, handler: GetCoreSchemaHandler, model: object = None
) -> cs.CoreSchema:
    """Returns a schema that takes integers, booleans and constants only as what they are.

    Containers are changed where they stand, also behind references that ``handler`` can follow. Of
    classes only ``model`` is gone through; others have been, or will be.
    """
    seen: set[str] = set()

    def visit(node: Any) -> Any:
        match node["type"]:
            case "int" | "bool" | "float" as kind:
                return _EXACT[kind] if len(node) == 1 else {**node, "strict": True}
            case "literal":
                return _exact_literal(node)
            case "definition-ref":
                if node["schema_ref"] not in seen:
                    seen.add(node["schema_ref"])
                    follow(node)
            case "model":
                if node["cls"] is model:
                    descend(node)
            case "model-fields" | "default" | "nullable" | "list" | "dict" | "tuple" | "union":
                descend(node)
            case "function-before" | "function-after" | "function-wrap" | "lax-or-strict":
                descend(node)
            case _:
                pass
        return node

    def follow(reference: Any) -> None:
        try:
            meant: Any = handler.resolve_ref_schema(reference)
        except LookupError:
            return  # still being made: it is gone through when it is finished
        found = visit(meant)
        if found is not meant:
            name = meant.pop("ref")
            meant.clear()
            meant.update(found, ref=name)

    def descend(node: Any) -> None:
        for key in _INNER:
            if isinstance(inner := node.get(key), dict):
                node[key] = visit(inner)
            elif isinstance(inner, list):
                node[key] = [visit(item) for item in inner]
        if "choices" in node:
            node["choices"] = [
                (visit(one[0]), one[1]) if isinstance(one, tuple) else visit(one)
                for one in node["choices"]
            ]
        if node["type"] == "model-fields":
            note_names(node)
            for field in node["fields"].values():
                descend(field)

    changed: cs.CoreSchema = visit(schema)
    return changed


def or_no_object(schema: cs.CoreSchema, model: type) -> cs.CoreSchema:
    """Returns a schema that reads objects like ``schema``, that of ``model``, and leaves the rest alone."""
    if schema["type"] == "json-or-python":
        return schema  # that of a class that is finished
    of_object: Any = dict(schema)
    name = of_object["ref"]  # means the new schema from now on, also inside the class
    of_object["ref"] = name.replace(":", "Object:", 1)
    reference = cs.definition_reference_schema(of_object["ref"])

    def read(value: Any, read_object: Callable[[Any], Any]) -> Any:
        return read_object(value) if isinstance(value, Mapping | model) else value

    # JSON text does not pass through Python; there, the errors of an object name this union.
    either = cs.json_or_python_schema(
        json_schema=cs.union_schema([reference, _NO_OBJECT], mode="left_to_right"),
        python_schema=cs.no_info_wrap_validator_function(read, reference),
        ref=name,
        metadata=described_as(lambda handler: handler(reference)),
        serialization=cast("Any", reference),  # a union would try each of its members in turn
    )
    return cs.definitions_schema(either, [of_object])


_INNER: Final = (
    "schema",
    "items_schema",
    "values_schema",
    "extras_schema",
    "lax_schema",
    "strict_schema",
)

_NO_OBJECT: Final = cs.union_schema(
    [
        cs.none_schema(),
        cs.bool_schema(strict=True),
        cs.int_schema(strict=True),
        cs.float_schema(strict=True),
        cs.str_schema(strict=True),
        cs.list_schema(strict=True),
    ],
    custom_error_type="no_object",
    custom_error_message="Input is an object",
    mode="left_to_right",
    serialization=AS_IT_IS,
)


def _exact_literal(schema: Any) -> cs.CoreSchema:
    """Lets ``1`` not pass for ``True``: pydantic compares as Python does."""
    values = schema["expected"]
    flags = [value for value in values if type(value) is bool]
    numbers = [value for value in values if type(value) is int]
    if not flags and not numbers:
        unchanged: cs.CoreSchema = schema
        return unchanged
    others = [value for value in values if type(value) not in (bool, int)]
    parts: list[cs.CoreSchema | tuple[cs.CoreSchema, str]] = (
        [cs.literal_schema(others)] if others else []
    )
    if numbers:
        parts.append(_only(_INTEGER, numbers))
    if flags:
        parts.append(_only(_BOOLEAN, flags))
    return cs.union_schema(
        parts,
        mode="left_to_right",
        metadata=described_as(lambda handler: handler(schema)),
        serialization=AS_IT_IS,
    )


def _only(kind: cs.CoreSchema, values: list[Any]) -> cs.CoreSchema:
    return cs.chain_schema([kind, cs.literal_schema(values)], serialization=AS_IT_IS)


class _Exactly:
    """Metadata of a type without a class of its own that makes its schema exact."""

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> cs.CoreSchema:
        return exact(handler(source), handler)


_EXACTLY: Final = _Exactly()


def exact_adapter(tp: Any) -> TypeAdapter[Any]:
    """Returns the adapter of a type, exact in all that it is made of."""
    marked: Any = Annotated[tp, _EXACTLY]
    return TypeAdapter(marked)

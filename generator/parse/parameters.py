"""Parameter Objects and Header Objects."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final, cast

from ..ir.operations import Header, Parameter
from ..ir.schemas import AnySchema
from ..source.pointers import escape
from ..source.upgrade_2_0_objects import TABS
from .context import flag, shown, text, words_at
from .examples import parse_examples

if TYPE_CHECKING:
    from ..ir.operations import ParameterLocation, ParameterStyle
    from ..ir.schemas import Schema
    from .context import Context, Node
    from .schemas import SchemaParser

_DEFAULT_STYLES: Final[dict[str, ParameterStyle]] = {
    "path": "simple",
    "query": "form",
    "header": "simple",
    "cookie": "form",
    "querystring": "form",
}
_LONGEST_CHAIN: Final = 20  # references that lead from one to the next; more is a loop
_STYLES: Final[dict[str, frozenset[str]]] = {
    "path": frozenset(("matrix", "label", "simple")),
    "query": frozenset(("form", "spaceDelimited", "pipeDelimited", "deepObject")),
    "header": frozenset(("simple",)),
    "cookie": frozenset(("form", "cookie")),
    "querystring": frozenset(),
}
# OpenAPI, Parameter Object: these are described by other means and ignored as parameters.
_RESERVED_HEADERS: Final = frozenset(("accept", "content-type", "authorization"))


def parse_parameters(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Parameter, ...]:
    """Read ``parameters`` of a path item or an operation; the first of several equal ones counts."""
    context = schemas.context
    found: dict[tuple[str, str], Parameter] = {}
    for index, entry in enumerate(context.sequence(node, "parameters", pointer)):
        place = f"{pointer}/parameters/{index}"
        parameter = _parameter(schemas, entry, place, words)
        if parameter is None:
            continue
        key = (parameter.name, parameter.location)
        if key in found:
            context.diagnostics.warn(
                "duplicate-parameter",
                place,
                f"The {parameter.location} parameter {parameter.name!r} is declared twice;"
                " the first declaration counts.",
                "Remove one of the two.",
            )
            continue
        found[key] = parameter
    return tuple(found.values())


def report_shared_names(schemas: SchemaParser, parameters: tuple[Parameter, ...]) -> None:
    """Warn of exploded objects whose properties are called like other parameters of their place.

    They are sent as ``property=value`` (OpenAPI 3.1, Style Examples), so none can tell whose it is.
    """
    exploded = [one for one in parameters if one.explode and one.style in ("form", "cookie")]
    if not exploded or len(parameters) < 2:
        return
    owners = {(one.location, one.name): one for one in parameters}
    for one in exploded:
        for name in _properties(schemas.context, one):
            other = owners.setdefault((one.location, name), one)
            if other is not one:
                schemas.context.diagnostics.warn(
                    "shared-parameter-name",
                    one.pointer,
                    f"The {one.location} parameter {one.name!r} is sent as one pair for each property,"
                    f" of which {name!r} looks like a part of the parameter {other.name!r}; both are sent.",
                    "Give the object the style deepObject, or the property another name.",
                )


def _properties(context: Context, parameter: Parameter) -> Node:
    """Return the properties of a parameter's schema as they are written, if it is an object."""
    node = context.follow(parameter.schema_pointer)
    for _ in range(_LONGEST_CHAIN):
        if not isinstance(node, dict) or not isinstance(node.get("$ref"), str):
            break
        node = context.follow(node["$ref"])
    properties = node.get("properties") if isinstance(node, dict) else None
    return properties if isinstance(properties, dict) else {}


def _parameter(
    schemas: SchemaParser, entry: object, pointer: str, words: tuple[str, ...]
) -> Parameter | None:
    context = schemas.context
    known: Parameter | None = context.known("parameter", entry)
    if known is not None:
        return known
    resolved = context.resolve(entry, pointer, "parameter")
    if resolved is None:
        return None
    node, place = resolved
    if place == pointer:
        return _parse(schemas, node, place, (*words, text(node, "name")))
    named = words_at(place, (*words, text(node, "name")))
    parameter = context.once("parameter", place, partial(_parse, schemas, node, place, named))
    if parameter is not None and isinstance(entry, dict) and text(entry, "description"):
        return replace(parameter, description=text(entry, "description"))
    return parameter


def _parse(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> Parameter | None:
    context = schemas.context
    if not node and context.is_removed(pointer):
        return None
    name = text(node, "name")
    location = _location(context, node, pointer, name)
    if location is None:
        return None
    schema, schema_pointer, content_type = parse_value(schemas, node, pointer, words)
    style = _style(context, node, pointer, location)
    explode = node.get("explode")
    return Parameter(
        name=name,
        location=location,
        schema=schema,
        pointer=pointer,
        schema_pointer=schema_pointer,
        required=location == "path" or flag(node, "required"),
        style=style,
        explode=explode if isinstance(explode, bool) else style in ("form", "cookie"),
        allow_reserved=flag(node, "allowReserved"),
        allow_empty_value=flag(node, "allowEmptyValue"),
        content_type=content_type,
        description=text(node, "description"),
        deprecated=flag(node, "deprecated"),
        examples=parse_examples(context, node, pointer),
    )


def _location(context: Context, node: Node, pointer: str, name: str) -> ParameterLocation | None:
    location = node.get("in")
    if not name and location != "querystring":
        context.diagnostics.warn(
            "parameter-without-name",
            pointer,
            "The parameter has no name; it is left out.",
            "Give the parameter a `name`.",
        )
        return None
    if not isinstance(location, str) or location not in _DEFAULT_STYLES:
        context.diagnostics.warn(
            "unknown-parameter-location",
            pointer,
            f"The parameter {name!r} is in {shown(location)}, which is no place; it is left out.",
            "Use path, query, header, cookie or querystring.",
        )
        return None
    if location == "header" and name.lower() in _RESERVED_HEADERS:
        context.diagnostics.note(
            "reserved-header-parameter",
            pointer,
            f"The header {name!r} is set from media types and security; as a parameter OpenAPI"
            " ignores it.",
            "Remove the parameter.",
        )
        return None
    return cast("ParameterLocation", location)


def _style(
    context: Context, node: Node, pointer: str, location: ParameterLocation
) -> ParameterStyle:
    default = _DEFAULT_STYLES[location]
    style = node.get("style")
    if node.get(TABS) == "nested":
        context.diagnostics.warn(
            "nested-separators",
            pointer,
            "Arrays within an array have no separator of their own in OpenAPI 3; they are sent as JSON.",
            "Describe the value by `content`, or take one array.",
        )
    elif TABS in node:
        context.diagnostics.warn(
            "tab-separated-values",
            pointer,
            "Values separated by tabs have no style in OpenAPI 3; they are sent separated by commas.",
            "Use the collectionFormat csv or multi, if the server takes it.",
        )
    if style is None or style == default:
        return default
    if isinstance(style, str) and style in _STYLES[location]:
        return cast("ParameterStyle", style)
    context.diagnostics.warn(
        "invalid-style",
        f"{pointer}/style",
        f"A {location} parameter cannot have the style {shown(style)}; {default!r} is used.",
        f"Use one of {', '.join(sorted(_STYLES[location]))}." if _STYLES[location] else "",
    )
    return default


def parse_value(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Schema, str, str]:
    """Read what a parameter or header holds: its schema, where that stands, and its media type if any."""
    content = node.get("content")
    if "schema" not in node and isinstance(content, dict) and content:
        media_type, entry = next(iter(content.items()))
        place = f"{pointer}/content/{escape(str(media_type))}"
        resolved = schemas.context.resolve(entry, place, "media type")
        if resolved is not None and "schema" in resolved[0]:
            media, place = resolved
            place = f"{place}/schema"
            return schemas.convert(media["schema"], place, words), place, str(media_type)
        return AnySchema(), place, str(media_type)
    if "schema" in node:
        place = f"{pointer}/schema"
        return schemas.convert(node["schema"], place, words), place, ""
    if "type" in node:
        schemas.context.diagnostics.warn(
            "schema-in-parameter",
            pointer,
            "The type stands beside the parameter's name, as it did in 2.0; it is taken for its schema.",
            "Move it into `schema`.",
        )
        inner = {key: value for key, value in node.items() if key not in _BESIDE_SCHEMA}
        return schemas.convert(inner, pointer, words), pointer, ""
    schemas.context.diagnostics.warn(
        "parameter-without-schema",
        pointer,
        "Neither `schema` nor `content` is given; any value is accepted.",
        "Give it a `schema`.",
    )
    return AnySchema(), pointer, ""


_BESIDE_SCHEMA: Final = frozenset(("name", "in", "required", "style", "explode", "examples"))


def parse_headers(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Header, ...]:
    """Read ``headers`` of a response or an encoding; ``Content-Type`` is described by other means."""
    context = schemas.context
    headers = []
    for name, entry in context.mapping(node, "headers", pointer).items():
        if str(name).lower() == "content-type":
            continue
        place = f"{pointer}/headers/{escape(str(name))}"
        resolved = context.resolve(entry, place, "header")
        if resolved is None:
            continue
        target, where = resolved
        if where == place:
            header = _header(schemas, target, where, (*words, str(name)))
        else:
            named = words_at(where, (*words, str(name)))
            make = partial(_header, schemas, target, where, named)
            header = context.once("header", where, make)
        headers.append(replace(header, name=str(name)))
    return tuple(headers)


def _header(schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]) -> Header:
    schema, schema_pointer, _ = parse_value(schemas, node, pointer, words)
    return Header("", schema, schema_pointer, flag(node, "required"), text(node, "description"))

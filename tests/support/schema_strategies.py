"""Hypothesis strategies: JSON Schemas as OpenAPI documents have them, and values made for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

if TYPE_CHECKING:
    from hypothesis.strategies import DrawFn, SearchStrategy

COMPONENTS = ("Node", "Kind", "Money")
"""The names of the components that drawn schemas refer to."""

# Ordinary names, names that collide when they become attributes, and names that are no identifiers.
NAMES = (
    "id",
    "kind",
    "maxTokens",
    "max_tokens",
    "model_config",
    "class",
    "self",
    "dict",
    "created-at",
    "Größe",
    "$ref",
    "2nd",
    "",
    "_private",
    "copy",
    "to_dict",
    "a/b~c",
)
_TEXTS = ("", "a", "b", "red", "null", "1", "1.0", "true", "2024-02-29", "2024-02-30")
_TIMES = (
    "2024-02-29T12:00:00Z",
    "2024-02-29t12:00:00.5+02:00",
    "2024-02-29T12:00:00",
    "2024-02-29T12:00:00.123456789Z",
    "2016-12-31T23:59:60Z",
    "2024-02-29T24:00:00Z",
    "0000-01-01T00:00:00Z",
    "2024-02-29T12:00:00-00:00",
)
_NUMBERS = (0, 1, -1, 1.0, 1.5, 2**53 + 1, 2**64, -(10**30), 1e-7, 0.1)
_FORMATS = ("date-time", "date", "time", "uuid", "byte", "decimal", "int64", "email", "duration")

texts: SearchStrategy[str] = st.sampled_from(_TEXTS) | st.sampled_from(_TIMES)
scalars: SearchStrategy[Any] = (
    st.none() | st.booleans() | st.sampled_from(_NUMBERS) | texts | st.text(max_size=3)
)
names: SearchStrategy[str] = st.sampled_from(NAMES)
values: SearchStrategy[Any] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(names, inner, max_size=2),
    max_leaves=4,
)


@st.composite
def schemas(draw: DrawFn, depth: int = 3) -> Any:
    """Draw a schema whose types are said; it may refer to :data:`COMPONENTS`."""
    kinds = [_string, _number, _fixed, _several_types, _reference, _anything]
    if depth > 0:
        kinds += [_object, _object, _object, _array, _tuple, _union, _all_of]
    return draw(st.sampled_from(kinds))(draw, depth - 1)


def _string(draw: DrawFn, _depth: int) -> Any:
    schema: dict[str, Any] = {"type": "string"}
    if draw(st.booleans()):
        schema["format"] = draw(st.sampled_from(_FORMATS))
    if draw(st.integers(0, 3)) == 0:
        schema |= draw(
            st.sampled_from([{"minLength": 1}, {"maxLength": 4}, {"pattern": "^[a-z]*$"}])
        )
    return schema


def _number(draw: DrawFn, _depth: int) -> Any:
    schema: dict[str, Any] = {"type": draw(st.sampled_from(["integer", "number"]))}
    if draw(st.integers(0, 3)) == 0:
        schema |= draw(
            st.sampled_from([{"minimum": 0}, {"exclusiveMaximum": 2}, {"multipleOf": 0.5}])
        )
    return schema


def _fixed(draw: DrawFn, _depth: int) -> Any:
    if draw(st.booleans()):
        return {"const": draw(values)}
    return {"enum": draw(st.lists(scalars, min_size=1, max_size=3))}


def _several_types(draw: DrawFn, _depth: int) -> Any:
    kinds = ["string", "integer", "number", "boolean", "null", "array", "object"]
    return {"type": draw(st.lists(st.sampled_from(kinds), min_size=1, max_size=3, unique=True))}


def _reference(draw: DrawFn, _depth: int) -> Any:
    return {"$ref": f"#/components/schemas/{draw(st.sampled_from(COMPONENTS))}"}


def _anything(_draw: DrawFn, _depth: int) -> Any:
    return {}


def _object(draw: DrawFn, depth: int) -> Any:
    members = draw(st.dictionaries(names, schemas(depth), max_size=4))
    schema: dict[str, Any] = {"type": "object", "properties": members}
    if members and draw(st.integers(0, 5)) == 0:
        del schema["type"]  # every other value is valid as well
    if members and draw(st.booleans()):
        schema["required"] = draw(st.lists(st.sampled_from(sorted(members)), unique=True))
    match draw(st.integers(0, 5)):
        case 0:
            schema["additionalProperties"] = False
        case 1:
            schema["additionalProperties"] = draw(schemas(depth))
        case 2:
            # Without the second, other names may have any value, which no mapping's type says.
            schema["patternProperties"] = {"^[a-m]": draw(schemas(depth))}
            schema["additionalProperties"] = False
        case _:
            pass
    return schema


def _array(draw: DrawFn, depth: int) -> Any:
    schema = {"type": "array", "items": draw(schemas(depth))}
    if draw(st.integers(0, 3)) == 0:
        schema |= draw(st.sampled_from([{"minItems": 1}, {"maxItems": 2}, {"uniqueItems": True}]))
    return schema


def _tuple(draw: DrawFn, depth: int) -> Any:
    prefix = draw(st.lists(schemas(depth), min_size=1, max_size=3))
    schema: dict[str, Any] = {"type": "array", "prefixItems": prefix}
    match draw(st.integers(0, 3)):
        case 0:
            schema["items"] = False
        case 1:
            schema |= {"minItems": len(prefix), "maxItems": len(prefix)}
        case 2:
            schema["items"] = draw(schemas(depth))
        case _:
            pass
    return schema


def _union(draw: DrawFn, depth: int) -> Any:
    word = draw(st.sampled_from(["oneOf", "anyOf"]))
    return {word: draw(st.lists(schemas(depth), min_size=1, max_size=3))}


def _all_of(draw: DrawFn, depth: int) -> Any:
    return {"allOf": draw(st.lists(schemas(depth), min_size=1, max_size=2))}


def fitting(draw: DrawFn, schema: Any, components: dict[str, Any], depth: int = 6) -> Any:
    """Draw a value that is likely to be valid under ``schema``."""
    if not isinstance(schema, dict) or not schema or depth < 0 or draw(st.integers(0, 15)) == 0:
        return draw(values)
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        return fitting(draw, components[name], components, depth - 1)
    for word in ("oneOf", "anyOf"):
        if word in schema:
            return fitting(draw, draw(st.sampled_from(schema[word])), components, depth - 1)
    if "allOf" in schema:
        parts = [fitting(draw, part, components, depth - 1) for part in schema["allOf"]]
        if all(isinstance(part, dict) for part in parts):
            return {name: value for part in parts for name, value in part.items()}
        return parts[-1]
    if "const" in schema:
        return schema["const"]
    if "enum" in schema:
        return draw(st.sampled_from(schema["enum"]))
    kind = schema.get("type", "object" if "properties" in schema else None)
    kind = draw(st.sampled_from(kind)) if isinstance(kind, list) else kind
    return _of_type(draw, kind, schema, components, depth)


def _of_type(
    draw: DrawFn, kind: Any, schema: dict[str, Any], components: dict[str, Any], depth: int
) -> Any:
    match kind:
        case "string":
            return draw(texts | st.text(max_size=3))
        case "integer":
            return draw(st.sampled_from([one for one in _NUMBERS if one == int(one)]))
        case "number":
            return draw(st.sampled_from(_NUMBERS))
        case "boolean":
            return draw(st.booleans())
        case "null":
            return None
        case "array":
            prefix = schema.get("prefixItems", [])
            rest = schema.get("items", {})
            length = draw(st.integers(0, len(prefix) + 2))
            each = [*prefix, rest, rest][:length]
            return [fitting(draw, item, components, depth - 1) for item in each]
        case "object":
            return _object_value(draw, schema, components, depth)
        case _:
            return draw(values)


def _object_value(
    draw: DrawFn, schema: dict[str, Any], components: dict[str, Any], depth: int
) -> dict[str, Any]:
    required = schema.get("required", [])
    found = {
        name: fitting(draw, member, components, depth - 1)
        for name, member in schema.get("properties", {}).items()
        if name in required or draw(st.booleans())
    }
    rest = schema.get("additionalProperties", {})
    for name in draw(st.lists(names, max_size=2)):
        if name not in found:
            found[name] = fitting(draw, rest, components, depth - 1)
    return found


@st.composite
def documents(draw: DrawFn, instances: int = 4) -> tuple[dict[str, Any], list[Any]]:
    """Draw the components of a document, ``Holder`` among them, and values of its property ``value``."""
    subject = draw(schemas())
    components = {name: draw(schemas(2)) for name in COMPONENTS}
    value = {"$ref": "#/components/schemas/Subject"}
    holder = {"type": "object", "properties": {"value": value}, "required": ["value"]}
    components |= {"Subject": subject, "Holder": holder}
    drawn = [fitting(draw, subject, components) for _ in range(instances)]
    return components, drawn

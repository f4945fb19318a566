"""OpenAPI 3.0 to 3.1: the schema dialect becomes JSON Schema 2020-12, the rest stays as it is.

What a document that declares 3.0 already says in 3.1's words (type arrays, numeric exclusive bounds,
``const``) passes through unchanged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from .grammar import EXTENSIBLE_MAPS, FIELDS, LEAF, MAPS
from .scan import MARKS, Site

if TYPE_CHECKING:
    from .scan import Path

TARGET_VERSION: Final = "3.1.1"

# A schema with none of these needs no change of its own, but for two values of `type` and `format`.
_TRIGGERS: Final = frozenset(
    ("nullable", "example", "exclusiveMinimum", "exclusiveMaximum", "$ref")
)
_LASTING: Final = LEAF - _TRIGGERS
# What may stand beside `$ref` without changing what is valid; 3.0 ignores all else there.
_ANNOTATIONS: Final = frozenset(
    ("description", "summary", "deprecated", "readOnly", "writeOnly", "default", "examples")
)
_OUTER: Final = _ANNOTATIONS | {"title", "externalDocs"}
_COMBINED: Final = frozenset(("$ref", "allOf", "oneOf", "not"))


def upgrade_3_0(root: dict[str, Any]) -> dict[str, Any]:
    """Return the 3.1 form of a self-contained 3.0 document; unchanged subtrees are shared."""
    return upgrade_and_find_sites(root)[0]


def upgrade_and_find_sites(root: dict[str, Any]) -> tuple[dict[str, Any], list[Site]]:
    """Return the 3.1 form of a 3.0 document, and the sites of ``root`` itself (see `find_sites`).

    One walk for both: to look at everything takes longer than what there is to do.
    """
    sites: list[Site] = []
    upgraded = dict(_upgrade(root, "openapi", None, sites))
    upgraded["openapi"] = TARGET_VERSION
    return upgraded, sites


def _upgrade(node: Any, kind: str, path: Path | None, sites: list[Site]) -> Any:
    if type(node) is list:
        return _upgrade_items(node, kind, path, sites)
    entry = MAPS.get(kind)
    if entry is not None:
        return _upgrade_entries(node, kind, entry, path, sites)
    if not MARKS.isdisjoint(node):
        sites.append(Site(kind, node, path))
        if len(node) == 1:
            return node
    elif kind == "schema" and LEAF.issuperset(node):
        return _upgrade_schema(node)
    result = None
    fields = FIELDS[kind]
    for key, value in node.items():
        if (type(value) is dict or type(value) is list) and key in fields:
            new = _upgrade(value, fields[key], (path, key), sites)
            if new is not value:
                if result is None:
                    result = dict(node)
                result[key] = new
    node = node if result is None else result
    return _upgrade_schema(node) if kind == "schema" else node


def _upgrade_entries(
    node: dict[str, Any], kind: str, entry: str, path: Path | None, sites: list[Site]
) -> dict[str, Any]:
    """Upgrade a map; most entries are schemas that last, and are told without a call."""
    if type(node.get("$ref")) is str:
        sites.append(Site(kind, node, path))
    result = None
    of_schemas, extensible = entry == "schema", kind in EXTENSIBLE_MAPS
    for key, value in node.items():
        if type(value) is not dict or (extensible and key.startswith("x-")):
            continue
        if (
            of_schemas
            and _LASTING.issuperset(value)
            and value.get("type") != "file"
            and value.get("format") != "byte"
        ):
            continue
        new = _upgrade(value, entry, (path, key), sites)
        if new is not value:
            if result is None:
                result = dict(node)
            result[key] = new
    return node if result is None else result


def _upgrade_items(nodes: list[Any], kind: str, path: Path | None, sites: list[Site]) -> list[Any]:
    result = None
    for index, value in enumerate(nodes):
        if type(value) is dict:
            new = _upgrade(value, kind, (path, index), sites)
            if new is not value:
                if result is None:
                    result = list(nodes)
                result[index] = new
    return nodes if result is None else result


def _upgrade_schema(schema: dict[str, Any]) -> dict[str, Any]:
    if _TRIGGERS.isdisjoint(schema):
        if schema.get("type") != "file" and schema.get("format") != "byte":
            return schema
    elif len(schema) == 1 and "$ref" in schema:
        return schema
    result = schema
    if "example" in result:
        result = _with_examples(result)
    if "exclusiveMinimum" in result:
        result = _with_numeric_bound(result, "exclusiveMinimum", "minimum")
    if "exclusiveMaximum" in result:
        result = _with_numeric_bound(result, "exclusiveMaximum", "maximum")
    if result.get("type") == "file":
        result = {**result, "type": "string", "format": "binary"}
    if result.get("format") == "byte" and "contentEncoding" not in result:
        result = {**result, "contentEncoding": "base64"}
    nullable = "nullable" in result and result["nullable"] in (True, "true")
    if "nullable" in result:
        result = dict(result)
        del result["nullable"]
    if type(result.get("$ref")) is str and len(result) > 1:
        result = {
            key: value
            for key, value in result.items()
            if key == "$ref" or key in _ANNOTATIONS or key.startswith("x-")
        }
    return _with_null(result) if nullable else result


def _with_examples(schema: dict[str, Any]) -> dict[str, Any]:
    """Move `example` into `examples`, in its place."""
    if isinstance(schema.get("examples"), list):
        examples = schema["examples"]
        if schema["example"] not in examples:
            examples = [schema["example"], *examples]
        result = {key: value for key, value in schema.items() if key != "example"}
        result["examples"] = examples
        return result
    if "examples" not in schema and next(reversed(schema)) == "example":
        result = dict(schema)
        result["examples"] = [result.pop("example")]
        return result
    return {
        ("examples" if key == "example" else key): ([value] if key == "example" else value)
        for key, value in schema.items()
        if key != "examples"
    }


def _with_numeric_bound(schema: dict[str, Any], exclusive: str, bound: str) -> dict[str, Any]:
    """Turn the boolean modifier of draft 4 into the bound it modifies."""
    modifier = schema[exclusive]
    if type(modifier) is not bool:
        return schema
    result = {key: value for key, value in schema.items() if key != exclusive}
    if modifier and bound in result:
        result[exclusive] = result.pop(bound)
    return result


def _with_null(schema: dict[str, Any]) -> dict[str, Any]:
    """Let a schema accept null as well (what `nullable: true` means to those who write it)."""
    if not _COMBINED.isdisjoint(schema) or ("type" not in schema and _constrains(schema)):
        inner = {key: value for key, value in schema.items() if key not in _OUTER}
        outer = {key: value for key, value in schema.items() if key in _OUTER}
        return {"anyOf": [inner, {"type": "null"}], **outer}
    result = dict(schema)
    kinds = result.get("type")
    if isinstance(kinds, str) and kinds != "null":
        result["type"] = [kinds, "null"]
    elif isinstance(kinds, list) and "null" not in kinds:
        result["type"] = [*kinds, "null"]
    if isinstance(result.get("enum"), list) and None not in result["enum"]:
        result["enum"] = [*result["enum"], None]
    if isinstance(result.get("anyOf"), list) and {"type": "null"} not in result["anyOf"]:
        result["anyOf"] = [*result["anyOf"], {"type": "null"}]
    if result.get("const") is not None:
        result["enum"] = [result.pop("const"), None]
    return result


def _constrains(schema: dict[str, Any]) -> bool:
    return "properties" in schema or "items" in schema or "additionalProperties" in schema

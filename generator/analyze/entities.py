"""What responses hold as data of an API: one entity, or a list of them in an envelope."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from ..frozen import dataclass
from ..ir.schemas import (
    ArraySchema,
    BooleanSchema,
    ConstSchema,
    EnumSchema,
    IntegerSchema,
    IntersectionSchema,
    NullSchema,
    NumberSchema,
    ObjectSchema,
    SchemaRef,
    StringSchema,
    UnionSchema,
)
from .pagination import find_list
from .paths import nouns
from .responses import is_json, properties, resolve, successes
from .words import same_noun, split_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.api import Api
    from ..ir.operations import MediaType, Operation
    from ..ir.schemas import Property, Schema

_SCALARS = StringSchema | IntegerSchema | NumberSchema | BooleanSchema | EnumSchema | ConstSchema
_IDENTITIES = ("id", "uuid", "guid", "gid", "sid", "uid")
# What an envelope may hold beside its list without being an entity that has one.
_ENVELOPE_WORDS = frozenset(
    [
        "cursor",
        "iterator",
        "done",
        "next",
        "previous",
        "prev",
        "more",
        "total",
        "count",
        "page",
        "pages",
        "size",
        "limit",
        "offset",
        "per",
        "pagination",
        "paging",
        "meta",
        "metadata",
        "links",
        "link",
        "first",
        "last",
        "object",
        "has",
        "self",
        "url",
        "uri",
        "href",
        "id",  # of the first or last item: an entity's own is looked for before
        "token",
        "number",
        "of",
        "items",
        "results",
        "start",
        "end",
        "info",
        "facets",
        "took",
        "warnings",
        "errors",
        "success",
        "status",
        "message",
        "error",
        "ok",
        "code",
        "timestamp",
        "request",
        "kind",
        "etag",
        "api",
        "version",
    ]
)
_REMARKS = frozenset({"warnings", "errors"})  # lists of what is wrong, not of what there is
_WRAPPERS = frozenset({"data", "result", "response", "item", "payload", "attributes"})


@dataclass(frozen=True, slots=True)
class Entity:
    """What one JSON success body is about.

    ``items`` is the path of the list in the body (``/`` steps into an object, names escaped as in RFC
    6901), ``None`` where the body is one entity; then ``wrapper`` is the path of the property it stands
    in, if any. ``pointer`` is that of the entity's own schema.
    """

    status: str
    pointer: str
    schema: Schema
    fields: Mapping[str, Property]
    items: str | None = None
    wrapper: str = ""


@cache
def plain(name: str) -> str:
    """Return a name without its spelling: ``dataset_id``, ``datasetId`` and ``DatasetID`` are one."""
    return "".join(split_words(name)) or name.lower()


def escape(token: str) -> str:
    """Return one token of a JSON pointer (RFC 6901, section 3)."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Return what a token of a JSON pointer means."""
    return token.replace("~1", "/").replace("~0", "~")


def find_field(fields: Mapping[str, Property], *names: str) -> str:
    """Return the field with one of the plain names, the first name first; empty where none has."""
    by_plain = {plain(name): name for name in reversed(list(fields))}
    return next((by_plain[name] for name in names if name in by_plain), "")


def fields_of(schema: Schema | None, api: Api) -> dict[str, Property]:
    """Return the properties of an object schema; those of all members for a union of objects."""
    if schema is None:
        return {}
    found = properties(schema, api)
    resolved = resolve(schema, api)
    if not found and isinstance(resolved, UnionSchema):
        for variant in resolved.variants:
            for name, item in properties(variant, api).items():
                found.setdefault(name, item)
    return found


def is_scalar(schema: Schema, api: Api) -> bool:
    """Whether the values are texts, numbers or booleans."""
    return isinstance(resolve(schema, api), _SCALARS)


def is_object(schema: Schema, api: Api) -> bool:
    """Whether the values are objects with declared properties."""
    found = resolve(schema, api)
    if isinstance(found, (UnionSchema, IntersectionSchema)):
        return bool(fields_of(found, api))
    return isinstance(found, ObjectSchema)


def item_schema(schema: Schema, api: Api) -> Schema | None:
    """Return the schema of an array's items; ``None`` where it is no array."""
    found = resolve(schema, api)
    return found.items if isinstance(found, ArraySchema) else None


def takes_null(schema: Schema, api: Api) -> bool:
    """Whether a schema says that null is possible."""
    stack, seen = [schema], set[int]()
    while stack:
        found = stack.pop()
        if isinstance(found, NullSchema):
            return True
        if id(found) in seen:
            continue
        seen.add(id(found))
        if isinstance(found, UnionSchema):
            stack.extend(found.variants)
        elif isinstance(found, SchemaRef) and found.id in api.schemas:
            stack.append(api.schemas[found.id].schema)
    return False


def same_schema(left: Schema, right: Schema, api: Api) -> bool:
    """Whether two schemas are one definition."""
    return definition_of(left, api) is not None and definition_of(left, api) == definition_of(
        right, api
    )


def response_entity(operation: Operation, api: Api) -> Entity | None:
    """Return what the first JSON success of an operation holds; ``None`` where none is an object."""
    for response in sorted(successes(operation), key=lambda item: item.status):
        for media in response.content:
            if is_json(media.name) and media.schema is not None and media.schema_pointer:
                found = _read(response.status, media, media.schema, operation, api)
                if found is not None:
                    return found
    return None


def _read(
    status: str, media: MediaType, schema: Schema, operation: Operation, api: Api
) -> Entity | None:
    pointer = _pointer(schema, media.schema_pointer or "")
    body = fields_of(schema, api)
    listed = find_list(schema, operation, api)
    if listed is not None and _is_envelope(body, listed[0], operation, api):
        path, row = listed
        inside = "".join(f"/properties/{name}" for name in path.split("/")) if path else ""
        place = _pointer(row, f"{pointer}{inside}/items")
        return Entity(status, place, row, fields_of(row, api), path)
    if not body:
        return None
    steps: list[str] = []
    # What is called like the collection is the record itself, at the top or inside a wrapper.
    for names in (_WRAPPERS, frozenset[str]()):
        step = _wrapper(body, names, operation, api)
        if step:
            steps.append(escape(step))
            schema = body[step].schema
            pointer = _pointer(schema, f"{pointer}/properties/{steps[-1]}")
            body = fields_of(schema, api)
        if step not in _WRAPPERS:
            break
    return Entity(status, pointer, schema, body, None, "/".join(steps))


def _pointer(schema: Schema, place: str) -> str:
    return str(schema.id) if isinstance(schema, SchemaRef) else place


def _is_envelope(body: Mapping[str, Property], items: str, operation: Operation, api: Api) -> bool:
    if items == "":
        return True
    name, _, is_nested = items.partition("/")
    holder = fields_of(body[unescape(name)].schema, api) if is_nested else {}
    if find_field(body, *_IDENTITIES) or find_field(holder, *_IDENTITIES):
        return False  # a record that has a list
    if _is_noun(name, operation):
        return True
    if name in _REMARKS:
        return False
    others = [split_words(other) for other in body if other != name]
    return all(_ENVELOPE_WORDS.issuperset(words) for words in others)


def _wrapper(
    body: Mapping[str, Property], names: frozenset[str], operation: Operation, api: Api
) -> str:
    """Return the property that holds the record: one of some names, or called like the collection."""
    if find_field(body, *_IDENTITIES) or len(body) > 5:
        return ""
    for name, item in body.items():
        inner = fields_of(item.schema, api)
        is_alone = len(body) == 1 and bool(find_field(inner, *_IDENTITIES))
        if inner and (name in names or is_alone or _is_noun(name, operation)):
            return name
    return ""


def _is_noun(name: str, operation: Operation) -> bool:
    found = nouns(operation.path)
    if not found:
        return False
    words, last = split_words(name), found[-1]
    above = found[-2] if len(found) > 1 else ()
    return same_noun(words, last) or same_noun(words, (*above, *last))


def definition_of(schema: Schema, api: Api) -> str | None:
    """Return the innermost named definition of a schema, if it has one: nullable unions and aliases are looked through."""
    for _ in range(8):
        if isinstance(schema, SchemaRef):
            definition = api.schemas.get(schema.id)
            if definition is None or not isinstance(definition.schema, SchemaRef):
                return str(schema.id)
            schema = definition.schema
        elif isinstance(schema, UnionSchema):
            variants = [item for item in schema.variants if isinstance(item, SchemaRef)]
            if len(variants) != 1:
                return None
            schema = variants[0]
        else:
            return None
    return None

"""Path Item Objects and Operation Objects."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from ..ir.operations import Operation
from ..source.pointers import escape
from .bodies import parse_request_body
from .callbacks import parse_callbacks
from .context import flag, text
from .parameters import parse_parameters, report_shared_names
from .paths import fit_path_parameters, report_same_requests
from .responses import parse_responses
from .security import parse_security
from .servers import parse_servers

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..ir.operations import Parameter
    from ..ir.security import SecurityRequirement
    from .context import Context, Node
    from .schemas import SchemaParser

METHODS: Final = ("get", "put", "post", "delete", "options", "head", "patch", "trace", "query")
_TOKEN: Final = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, section 5.6.2


class PathItem(NamedTuple):
    """A path item to read operations from.

    ``place`` is where it is used, ``pointer`` where it stands (another place if it is referred to);
    ``path`` is empty where no path belongs to it (webhooks), ``security`` what holds by default.
    """

    node: Node
    place: str
    pointer: str
    path: str
    words: tuple[str, ...]
    security: tuple[SecurityRequirement, ...] | None
    is_callback: bool = False


def parse_paths(
    schemas: SchemaParser, root: Node, security: tuple[SecurityRequirement, ...] | None
) -> tuple[Operation, ...]:
    """Read every operation of ``paths``, in document order."""
    operations: list[Operation] = []
    for path, entry in schemas.context.mapping(root, "paths", "#").items():
        if path[:2] == "x-":
            continue
        place = f"#/paths/{escape(path)}"
        words = tuple(word for word in re.split(r"[/{}?#&=]+", path) if word)
        operations.extend(parse_path_item(schemas, entry, place, path, words, security))
    report_same_requests(schemas.context, operations)
    return tuple(operations)


def parse_path_item(
    schemas: SchemaParser,
    entry: object,
    place: str,
    path: str,
    words: tuple[str, ...],
    security: tuple[SecurityRequirement, ...] | None,
    *,
    is_callback: bool = False,
) -> Iterator[Operation]:
    """Read the operations of one path item; what stands beside its ``$ref`` wins over what is there."""
    context = schemas.context
    resolved = context.resolve(entry, place, "path item")
    if resolved is None:
        entry = _without_reference(entry)
        if entry is None:
            return
        resolved = entry, place
    node, pointer = resolved
    sources = [PathItem(node, place, pointer, path, words, security, is_callback)]
    if node is not entry and isinstance(entry, dict):
        beside = {key: value for key, value in entry.items() if key != "$ref"}
        if beside:
            sources.insert(0, sources[0]._replace(node=beside, pointer=place))
    seen: set[str] = set()
    shared = _shared_parameters(schemas, sources)
    for source in sources:
        for key, method, operation in _entries(context, source):
            if key not in seen:
                seen.add(key)
                yield _operation(schemas, source, key, method, operation, shared)


def _without_reference(entry: object) -> Node | None:
    if not isinstance(entry, dict):
        return None
    return {key: value for key, value in entry.items() if key != "$ref"}


def _entries(context: Context, item: PathItem) -> Iterator[tuple[str, str, Node]]:
    """Yield the operations of a path item: pointer below it, method, Operation Object."""
    for key, value in item.node.items():
        if key == "additionalOperations":
            if isinstance(value, dict):
                yield from _additional(context, value, f"{item.place}/{key}")
        elif key.lower() in METHODS and _is_operation(context, value, f"{item.place}/{key}"):
            if key.lower() != key:
                context.diagnostics.warn(
                    "method-in-upper-case",
                    f"{item.place}/{key}",
                    f"Methods are written in lower case; {key!r} is read as {key.lower()!r}.",
                    "Write the method in lower case.",
                )
            yield key, key.upper(), value


def _additional(
    context: Context, operations: Node, pointer: str
) -> Iterator[tuple[str, str, Node]]:
    """Yield the operations of methods that have no field of their own.

    Methods are case-sensitive (RFC 9110, section 9.1): a key is sent as it is written (OpenAPI 3.2,
    Path Item Object), and only where it means a method that has a field, in capitals.
    """
    for key, operation in operations.items():
        method = str(key)
        place = f"{pointer}/{escape(method)}"
        if not _is_operation(context, operation, place):
            continue
        if method.lower() in METHODS:
            context.diagnostics.warn(
                "method-with-a-field",
                place,
                f"{method!r} is no additional operation, but a field of the path item;"
                f" it is read as {method.upper()!r}.",
                f"Move it to the field {method.lower()!r} of the path item.",
            )
            method = method.upper()
        elif not _TOKEN.fullmatch(method):
            context.diagnostics.warn(
                "method-no-token",
                place,
                f"{method!r} is no HTTP method; the operation is kept, but nothing can send it.",
                "Use letters, digits and hyphens only.",
            )
        yield f"additionalOperations/{escape(str(key))}", method, operation


def _is_operation(context: Context, value: object, pointer: str) -> bool:
    if isinstance(value, dict):
        return True
    context.wrong(pointer, "the operation", value, "an object", "left out")
    return False


def _shared_parameters(
    schemas: SchemaParser, sources: list[PathItem]
) -> dict[tuple[str, str], Parameter]:
    """Read the parameters that hold for all operations of a path item."""
    found: dict[tuple[str, str], Parameter] = {}
    for source in sources:
        for parameter in parse_parameters(schemas, source.node, source.pointer, source.words):
            found.setdefault((parameter.name, parameter.location), parameter)
    return found


def _operation(
    schemas: SchemaParser,
    item: PathItem,
    key: str,
    method: str,
    node: Node,
    shared: dict[tuple[str, str], Parameter],
) -> Operation:
    context = schemas.context
    pointer, place = f"{item.pointer}/{key}", f"{item.place}/{key}"
    operation_id = _operation_id(context, node, place)
    words = (
        (context.function(operation_id, item.path, place),)
        if operation_id
        else _words(item, method)
    )
    own = parse_parameters(schemas, node, pointer, words)
    merged = shared | {(parameter.name, parameter.location): parameter for parameter in own}
    parameters = tuple(merged.values())
    if item.path and not item.is_callback:
        parameters = fit_path_parameters(context, item.path, parameters, place)
    report_shared_names(schemas, parameters)
    security = parse_security(context, node, pointer)
    body = None
    if node.get("requestBody") is not None:
        body = parse_request_body(
            schemas, node["requestBody"], f"{pointer}/requestBody", (*words, _body_word(item))
        )
    return Operation(
        pointer=place,
        method=method,
        path=item.path,
        operation_id=operation_id,
        tags=_tags(context, node, pointer),
        summary=text(node, "summary") or text(item.node, "summary"),
        description=text(node, "description"),
        deprecated=flag(node, "deprecated"),
        parameters=parameters,
        request_body=body,
        responses=parse_responses(schemas, node, pointer, words),
        security=item.security if security is None else security,
        servers=parse_servers(context, node, pointer)
        or parse_servers(context, item.node, item.pointer),
        callbacks=parse_callbacks(schemas, node, pointer, words),
        extensions=tuple((name, node[name]) for name in node if name[:2] == "x-"),
    )


def _words(item: PathItem, method: str) -> tuple[str, ...]:
    """Return what an operation without an id is called: a lone webhook or callback by its name."""
    is_called = not item.path or item.is_callback
    if is_called and sum(1 for key in item.node if key.lower() in METHODS) == 1:
        return item.words
    return (method.lower(), *item.words)


def _body_word(item: PathItem) -> str:
    return "payload" if item.is_callback or not item.path else "body"


def _operation_id(context: Context, node: Node, pointer: str) -> str:
    operation_id = text(node, "operationId")
    if operation_id:
        first = context.operation_ids.setdefault(operation_id, pointer)
        if first != pointer:
            context.diagnostics.warn(
                "duplicate-operation-id",
                f"{pointer}/operationId",
                f"The operationId {operation_id!r} is also that of {first}; both operations are kept.",
                "Give each operation an id of its own.",
            )
    return operation_id


def _tags(context: Context, node: Node, pointer: str) -> tuple[str, ...]:
    tags = node.get("tags")
    if isinstance(tags, str):
        tags = [tags]
    elif tags is not None:
        tags = context.sequence(node, "tags", pointer)
    names = (str(tag).strip() for tag in tags or () if isinstance(tag, (str, int, float)))
    return tuple(name for name in dict.fromkeys(names) if name)

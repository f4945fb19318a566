"""Callback Objects and webhooks: operations that the API calls."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.operations import Callback, Webhook
from ..source.pointers import escape

if TYPE_CHECKING:
    from .context import Node
    from .schemas import SchemaParser


def parse_callbacks(
    schemas: SchemaParser, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Callback, ...]:
    """Read ``callbacks`` of an operation."""
    if "callbacks" not in node:
        return ()
    context = schemas.context
    callbacks: list[Callback] = []
    for name, entry in context.mapping(node, "callbacks", pointer).items():
        place = f"{pointer}/callbacks/{escape(str(name))}"
        resolved = context.resolve(entry, place, "callback")
        if resolved is not None:
            target, where = resolved
            own = (*words, str(name)) if where == place else (str(name),)
            callbacks.extend(_callback(schemas, str(name), target, where, own))
    return tuple(callbacks)


def _callback(
    schemas: SchemaParser, name: str, node: Node, pointer: str, words: tuple[str, ...]
) -> tuple[Callback, ...]:
    """Read one callback, unless it is being read: one may be referred to from within itself."""
    from .operations import parse_path_item

    if not schemas.context.enter(pointer):
        return ()
    found = []
    for expression, entry in node.items():
        if expression[:2] == "x-":
            continue
        place = f"{pointer}/{escape(expression)}"
        operations = parse_path_item(
            schemas, entry, place, expression, words, None, is_callback=True
        )
        found.append(Callback(name, expression, tuple(operations)))
    schemas.context.leave(pointer)
    return tuple(found)


def parse_webhooks(schemas: SchemaParser, root: Node) -> tuple[Webhook, ...]:
    """Read ``webhooks`` of the document."""
    from .operations import parse_path_item

    return tuple(
        Webhook(
            str(name),
            tuple(
                parse_path_item(
                    schemas, entry, f"#/webhooks/{escape(str(name))}", "", (str(name),), None
                )
            ),
        )
        for name, entry in schemas.context.mapping(root, "webhooks", "#").items()
        if not str(name).startswith("x-")
    )

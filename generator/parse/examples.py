"""Example Objects."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.operations import Example
from ..source.pointers import escape
from .context import text

if TYPE_CHECKING:
    from .context import Context, Node


def parse_examples(context: Context, node: Node, pointer: str) -> tuple[Example, ...]:
    """Read ``example`` and ``examples``; those whose value is elsewhere are left out.

    OpenAPI 3.2 splits ``value`` into ``dataValue`` and ``serializedValue``; the data is taken.
    """
    if "examples" not in node:
        return (Example("", node["example"]),) if "example" in node else ()
    found = [Example("", node["example"])] if "example" in node else []
    for name, entry in context.mapping(node, "examples", pointer).items():
        place = f"{pointer}/examples/{escape(str(name))}"
        resolved = context.resolve(entry, place, "example")
        if resolved is None:
            continue
        example, _ = resolved
        for key in ("value", "dataValue"):
            if key in example:
                found.append(Example(str(name), example[key], text(example, "summary")))
                break
    return tuple(found)

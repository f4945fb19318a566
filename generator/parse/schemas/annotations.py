"""The keywords that do not constrain (JSON Schema validation, section 9; OpenAPI Schema Object)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from ...ir.schemas import PLAIN, Annotations
from ...ir.values import ABSENT
from ..context import flag, text
from .keywords import ANNOTATING, ARRAY, COMPOSITION, NUMBER, OBJECT, STRING

if TYPE_CHECKING:
    from collections.abc import Mapping

_FLAGS: Final = frozenset(("deprecated", "readOnly", "writeOnly"))
# With these, no key has to be looked at to know that a schema has neither annotations nor extensions.
_CONSTRAINING: Final = COMPOSITION.union(
    ("type", "format", "enum", "const"), OBJECT, ARRAY, STRING, NUMBER
)
_FURTHER: Final = ANNOTATING - {"title", "description"}
_KNOWN: Final = _CONSTRAINING | ANNOTATING


def annotations_of(node: dict[str, Any]) -> Annotations:
    """Read the annotations of a schema; all schemas without any share one value."""
    if _CONSTRAINING.issuperset(node):
        return PLAIN
    extensions = None if _KNOWN.issuperset(node) else extensions_of(node)
    if extensions is None and ANNOTATING.isdisjoint(node):
        return PLAIN
    title = text(node, "title") if "title" in node else ""
    description = text(node, "description") if "description" in node else ""
    if extensions is None and _FURTHER.isdisjoint(node):
        return Annotations(title, description)
    flagged = not _FLAGS.isdisjoint(node)
    return Annotations(
        title,
        description,
        node.get("default", ABSENT),
        _examples(node),
        flagged and flag(node, "deprecated"),
        flagged and flag(node, "readOnly"),
        flagged and flag(node, "writeOnly"),
        extensions,
    )


def extensions_of(node: dict[str, Any]) -> Mapping[str, Any] | None:
    """Collect the keywords that begin with ``x-``; ``None`` where there are none."""
    found = None
    for key in node:
        if key[:2] == "x-":
            if found is None:
                found = {}
            found[key] = node[key]
    return found


def _examples(node: dict[str, Any]) -> tuple[Any, ...]:
    examples = node.get("examples")
    if isinstance(examples, list):
        return tuple(examples)
    return (node["example"],) if "example" in node else ()


def naming(annotations: Annotations) -> Annotations:
    """Keep the title and the description: what a nullable schema shares with its other member."""
    if not annotations.title and not annotations.description:
        return PLAIN
    return Annotations(annotations.title, annotations.description)

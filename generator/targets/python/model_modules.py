"""Which models share a module, and in what order they stand there.

A module holds what refers to each other in circles, and the inline children of what it holds; so
modules never import each other in circles.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.graph import components
from ...frozen import dataclass
from ...ir.schemas import SchemaId
from .naming import MODEL_MODULE_NAMES, identifier, unique

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .lowering import Lowering


_METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace", "query"})


@dataclass(frozen=True, slots=True)
class ModelModule:
    """One module of ``models``: its members in order of definition.

    A member may be named without quotes by those with a higher position. ``recursive`` are
    aliases that refer to themselves.
    """

    name: str
    members: tuple[SchemaId, ...]
    positions: tuple[int, ...]
    recursive: frozenset[SchemaId]


def arrange(
    lowering: Lowering, keys: Sequence[SchemaId], classes: Mapping[SchemaId, str]
) -> tuple[ModelModule, ...]:
    """Put all models into modules, named after the first component in each."""
    edges = {key: lowering.targets(key) for key in keys}
    order, recursive = _order(lowering, edges)
    home = {key: _home(lowering, key) for key in keys}
    members: dict[SchemaId, list[SchemaId]] = {}
    for key in keys:
        members.setdefault(home[key], []).append(key)
    inside: dict[SchemaId, dict[SchemaId, None]] = {group: {} for group in members}
    for key, targets in edges.items():
        inside[home[key]].update((home[target], None) for target in targets)
    rank = {group: index for index, group in enumerate(members)}
    taken = set(MODEL_MODULE_NAMES) | set(classes.values())
    # A module called like a class (letters without case) would hide it in the package.
    reserved = MODEL_MODULE_NAMES.union(classes.values())
    modules = []
    for circle in sorted(components(inside), key=lambda groups: rank[groups[0]]):
        found = sorted((key for group in circle for key in members[group]), key=order.__getitem__)
        modules.append(
            ModelModule(
                unique(_module_name(circle, classes, reserved), taken),
                tuple(found),
                tuple(order[key] for key in found),
                recursive.intersection(found),
            )
        )
    return tuple(modules)


def _home(lowering: Lowering, key: SchemaId) -> SchemaId:
    """Return what a model belongs to: itself, its enclosing component, or an operation's name."""
    definition = lowering.schemas[key]
    if lowering.is_named(key):
        return key
    if definition.owner is not None:
        return lowering.cores.get(definition.owner, definition.owner)
    first = definition.hint.words[0]
    if first in _METHODS and key.startswith("#/paths/"):  # an operation without an id
        path, method = key.split("/")[2:4]
        return SchemaId(f"{method}{path.replace('~1', ' ')}")
    return SchemaId(first)


def _module_name(
    circle: Sequence[SchemaId], classes: Mapping[SchemaId, str], reserved: frozenset[str]
) -> str:
    """Name a module after the first model or, in want of one, operation or component in it."""
    named = next((classes[home] for home in circle if home in classes), None)
    text = named or circle[0].rpartition("/")[2]
    return identifier(text, reserved=reserved, fallback="model")


def _order(
    lowering: Lowering, edges: Mapping[SchemaId, tuple[SchemaId, ...]]
) -> tuple[dict[SchemaId, int], frozenset[SchemaId]]:
    """Number the models so that each stands after what it names, as far as circles allow.

    In a circle classes come first, quoting what follows; aliases can then do without quotes, but
    for those that lead to themselves through aliases alone.
    """
    order: dict[SchemaId, int] = {}
    recursive: set[SchemaId] = set()
    for circle in components(edges):
        if len(circle) == 1 and lowering.is_class(circle[0]):  # most are no circles
            order[circle[0]] = len(order)
            continue
        aliases = [key for key in circle if not lowering.is_class(key)]
        for key in circle:
            if lowering.is_class(key):
                order[key] = len(order)
        among = frozenset(aliases)
        inner = {key: tuple(t for t in edges[key] if t in among) for key in aliases}
        for ring in components(inner):
            if len(ring) > 1 or any(key in inner[key] for key in ring):
                recursive.update(ring)
            for key in ring:
                order[key] = len(order)
    return order, frozenset(recursive)

"""The graph of which schema refers to which, and its strongly connected components."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.visit import references

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ..ir.schemas import SchemaDefinition, SchemaId


def schema_edges(
    schemas: Mapping[SchemaId, SchemaDefinition],
) -> dict[SchemaId, tuple[SchemaId, ...]]:
    """Return for each definition the definitions it refers to, each once, in order."""
    return {
        key: tuple(dict.fromkeys(references(definition.schema)))
        for key, definition in schemas.items()
    }


def components(
    edges: Mapping[SchemaId, Iterable[SchemaId]],
) -> tuple[tuple[SchemaId, ...], ...]:
    """Return the strongly connected components in reverse topological order.

    A component comes after all that it refers to; members stand in the order of ``edges``. References
    to what is not in ``edges`` do not count. Tarjan's algorithm (1972), iterative, linear.
    """
    position = {node: index for index, node in enumerate(edges)}
    found: list[tuple[SchemaId, ...]] = []
    index: dict[SchemaId, int] = {}
    low: dict[SchemaId, int] = {}
    open_nodes: dict[SchemaId, None] = {}  # Tarjan's stack; a dict, to ask for members quickly
    for root in edges:
        if root in index:
            continue
        index[root] = low[root] = len(index)
        open_nodes[root] = None
        path = [(root, iter(edges[root]))]
        while path:
            node, targets = path[-1]
            for target in targets:
                if target not in position:
                    continue
                if target not in index:
                    index[target] = low[target] = len(index)
                    open_nodes[target] = None
                    path.append((target, iter(edges[target])))
                    break
                if target in open_nodes:
                    low[node] = min(low[node], index[target])
            else:
                path.pop()
                if path:
                    parent = path[-1][0]
                    low[parent] = min(low[parent], low[node])
                if low[node] == index[node]:
                    found.append(_close(open_nodes, node, position))
    return tuple(found)


def _close(
    open_nodes: dict[SchemaId, None], root: SchemaId, position: dict[SchemaId, int]
) -> tuple[SchemaId, ...]:
    members = []
    while True:
        member, _ = open_nodes.popitem()
        members.append(member)
        if member == root:
            return tuple(sorted(members, key=position.__getitem__))

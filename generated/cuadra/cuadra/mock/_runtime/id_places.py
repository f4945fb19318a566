"""What the paths of a document ask of the ids that stand in them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource

    Tree = dict[str, "Tree"]

_SEGMENT = re.compile(r"/\{([^{}/]+)\}(?=/|$)")
_PARAMETER = re.compile(r"\{[^{}/]*\}")
_FORMAT = re.compile(r"(?<=.)[./](json|xml)$")


class IdPlaces:
    """Schemas of the parameters that an id fills, and words that stand in the place of one."""

    def __init__(self, document: Document, behaviour: Behaviour) -> None:
        self._behaviour = behaviour
        self._schemas = _id_schemas(document)
        self._tree = _tree(document)
        self._words: dict[str, frozenset[str]] = {}

    def schemas(self, resource: Resource) -> tuple[str, ...]:
        """Return the schemas of the path parameters that name a record, of the shortest path first.

        That is a parameter of the item path and of all paths below it: an id has to pass each of them.
        """
        return self._schemas.get(_shape(resource.path), ())

    def words(self, resource: Resource) -> frozenset[str]:
        """Return the segments that no id may equal: ``/pets/mine`` is not the pet ``mine``.

        Concrete segments win over templated ones (OpenAPI 3.1, section 4.8.8.2).
        """
        found = self._words.get(resource.name)
        if found is None:
            twins = (self._behaviour.resources[name] for name in resource.twins)
            found = frozenset(word for one in (resource, *twins) for word in self._beside(one.path))
            self._words[resource.name] = found
        return found

    def _beside(self, collection: str) -> Iterator[str]:
        """Yield the concrete segments that may follow the path of a collection."""
        nodes = [self._tree]
        for segment in _segments(_shape(collection)):
            nodes = [
                child
                for node in nodes
                for key, child in node.items()
                if key == segment or "{" in key or "{" in segment
            ]
        yield from (unquote(key) for node in nodes for key in node if "{" not in key)


def _id_schemas(document: Document) -> dict[str, tuple[str, ...]]:
    """Return the schemas of path parameters by the path up to them."""
    found: dict[str, dict[str, str]] = {}
    for path, raw in sorted(
        ((_path(raw["path"]), raw) for raw in document.operations["operations"]),
        key=lambda one: one[0].count("/"),
    ):
        schemas = {
            item["name"]: item["schema"]
            for item in raw.get("parameters") or ()
            if item["in"] == "path" and item.get("schema")
        }
        for match in _SEGMENT.finditer(path):
            pointer = schemas.get(match[1])
            if pointer:
                known = found.setdefault(_shape(path[: match.start()]), {})
                known.setdefault(repr(document.resolve(document.schema(pointer))), pointer)
    return {path: tuple(places.values()) for path, places in found.items()}


def _tree(document: Document) -> Tree:
    """Return the segments of all paths, each with those that may follow it."""
    root: Tree = {}
    for raw in document.operations["operations"]:
        node = root
        for segment in _segments(_shape(_path(raw["path"]))):
            node = node.setdefault(segment, {})
    return root


def _path(text: str) -> str:
    """Return a path without query, fragment and the end that names a format: ``/{id}.json``."""
    return _FORMAT.sub("", text.partition("?")[0].partition("#")[0].rstrip("/"))


def _segments(path: str) -> list[str]:
    return path.strip("/").split("/") if path.strip("/") else []


@lru_cache(1024)
def _shape(path: str) -> str:
    return _PARAMETER.sub("{}", path.rstrip("/"))

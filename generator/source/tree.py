"""The resolved document: one self-contained OpenAPI 3.1 tree, and where each part of it came from."""

from __future__ import annotations

import json
from dataclasses import field
from typing import TYPE_CHECKING, Any

from ..frozen import dataclass
from . import pointers
from .fetch import is_url
from .grammar import FIELDS, MAPS
from .positions import Positions
from .upgrade_2_0 import source_keys

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..diagnostics import Location
    from .document import Document


@dataclass(frozen=True, slots=True)
class Origin:
    """A place in a source document."""

    document: Document
    keys: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SpecTree:
    """One self-contained document in OpenAPI 3.1 (or 3.2) form.

    Every ``$ref`` in ``root`` (outside payload) is a pointer into ``root`` that exists, spelled as in
    ``pointers``: not percent-encoded. ``version`` is what the source document declared, ``origins`` says
    for the pointers where the tree differs from that document where their content came from.
    ``needs_encoding`` tells whether any of the references is no URI as it is spelled; ``consulted`` are
    the files looked for, with the SHA-256 of their bytes, ``""`` for those that cannot be read.
    """

    root: dict[str, Any]
    version: str
    sha256: str
    origins: Mapping[str, Origin] = field(repr=False)
    needs_encoding: bool = True
    consulted: Mapping[str, str] = field(default_factory=dict, repr=False)
    _nodes: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    _positions: dict[str, Positions] = field(default_factory=dict, repr=False, compare=False)

    @property
    def base_url(self) -> str:
        """What relative URLs start from: `$self` (OpenAPI 3.2), or where the document was fetched."""
        own_name = self.root.get("$self")
        if isinstance(own_name, str) and is_url(own_name):
            return own_name
        uri = self.origins["#"].document.uri if "#" in self.origins else ""
        return uri if is_url(uri) else ""

    def follow(self, pointer: str) -> Any:
        """Return the node at a pointer such as ``#/components/schemas/a~1b``.

        Raises:
            KeyError: there is none.
        """
        nodes = self._nodes
        if pointer not in nodes:
            if pointer in ("", "#"):
                return self.root
            parent, _, token = pointer.rpartition("/")
            if not parent:
                raise KeyError(pointer)
            try:
                nodes[pointer] = pointers.child(self.follow(parent), pointers.unescape(token))
            except KeyError:
                raise KeyError(pointer) from None
        return nodes[pointer]

    def locate(self, pointer: str) -> Location:
        """Return where in the source files the content at a pointer was written.

        For a node that the source does not have as such, the nearest one around it is returned.
        """
        keys = pointers.to_keys(pointer)
        for length in range(len(keys), -1, -1):
            origin = self.origins.get(pointers.from_keys(keys[:length]))
            if origin is not None:
                break
        else:
            raise AssertionError("the root always has an origin")
        document = origin.document
        positions = self._positions.get(document.uri)
        if positions is None:
            positions = self._positions.setdefault(document.uri, Positions(document))
        path = (*origin.keys, *keys[length:])
        if "swagger" in document.data:
            path = source_keys(document.data, path)
        return positions.locate(_existing(document.data, path))


def bundled(tree: SpecTree) -> dict[str, Any]:
    """Return the tree with references spelled as strict readers want them (RFC 3986)."""
    if not tree.needs_encoding:
        return tree.root
    result: dict[str, Any] = _with_encoded_refs(tree.root, "openapi")
    return result


def bundle_text(tree: SpecTree) -> str:
    """Return the tree as JSON text."""
    return json.dumps(bundled(tree), indent=2, ensure_ascii=False) + "\n"


def _existing(data: object, keys: tuple[str, ...]) -> tuple[str, ...]:
    """Drop the keys that the upgrade put between, so that the rest leads through the source."""
    found: list[str] = []
    node = data
    for key in keys:
        try:
            node = pointers.child(node, key)
        except KeyError:
            continue
        found.append(key)
    return tuple(found)


def _with_encoded_refs(node: Any, kind: str) -> Any:
    if isinstance(node, list):
        return [_with_encoded_refs(item, kind) for item in node]
    if not isinstance(node, dict):
        return node
    entry = MAPS.get(kind)
    fields = FIELDS.get(kind, {})
    result = {}
    for key, value in node.items():
        if entry is None and key == "$ref" and isinstance(value, str):
            result[key] = pointers.uri_fragment(value)
        else:
            inner = entry or fields.get(key)
            result[key] = _with_encoded_refs(value, inner) if inner else value
    return result

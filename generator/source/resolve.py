"""From one document as read to one self-contained OpenAPI 3.1 tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bundle import bundle
from .pointers import child, follow, from_keys, to_keys, uri_fragment
from .scan import Edit, apply_edits, find_sites
from .sources import declared_version
from .tree import SpecTree
from .upgrade_2_0 import renamed_keys, upgrade_2_0
from .upgrade_3_0 import TARGET_VERSION, upgrade_3_0

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..diagnostics import Diagnostics
    from .document import Document


def resolve(
    document: Document, diagnostics: Diagnostics, *, allow_remote: bool = False
) -> SpecTree:
    """Bundle what the document refers to, upgrade it to 3.1, and settle every reference.

    Files outside the document's folder and on the network are read only with ``allow_remote``. What
    leads nowhere is removed with a warning; nothing is raised.
    """
    bundled = bundle(document, diagnostics, allow_remote=allow_remote)
    root = bundled.root
    version = declared_version(document.data) or TARGET_VERSION
    targets: Iterable[str] = bundled.pointers
    if version.startswith(("1", "2")):
        root = upgrade_2_0(root)
        targets = [from_keys(renamed_keys(to_keys(target))) for target in targets]
    if version.startswith(("1", "2", "3.0")):
        root = _with_moved_references(upgrade_3_0(root), targets, diagnostics)
    elif "openapi" not in root:
        root = {"openapi": TARGET_VERSION, **root}
    # Moving a reference inserts plain words only, so the targets from before tell.
    needs_encoding = any(uri_fragment(target) != target for target in targets)
    return SpecTree(
        root, version, document.sha256, bundled.origins, needs_encoding, bundled.consulted
    )


def _with_moved_references(
    root: dict[str, Any], targets: Iterable[str], diagnostics: Diagnostics
) -> dict[str, Any]:
    """Follow what the upgrade has put elsewhere, in references to the inside of components."""
    moved: dict[str, str | None] = {}
    for target in targets:
        new = _moved(root, to_keys(target))
        if new != target:
            moved[target] = new
    if not moved:
        return root
    edits = {}
    for site in find_sites(root, "openapi"):
        reference = site.node.get("$ref")
        if isinstance(reference, str) and reference in moved:
            new = moved[reference]
            edits[site.keys] = Edit(frozenset(("$ref",)), (("$ref", new),) if new else ())
            if new is None:
                diagnostics.warn(
                    "dangling-reference",
                    from_keys(site.keys),
                    f"the $ref {reference!r} was removed: OpenAPI 3.1 has nothing of this kind there",
                    "Refer to a component of the kind that is wanted here.",
                )
    rewritten: dict[str, Any] = apply_edits(root, edits)
    return rewritten


def _moved(root: dict[str, Any], keys: tuple[str, ...]) -> str | None:
    """Return where the upgrade put what was at ``keys``; ``None`` if it has no place in 3.1."""
    found: list[str] = []
    node: Any = root
    for key in keys:
        try:
            node = child(node, key)
        except KeyError:
            try:
                node = follow(node, ("anyOf", "0", key))
            except KeyError:
                return None
            found += ("anyOf", "0")
        found.append(key)
    return from_keys(found)

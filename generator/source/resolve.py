"""From one document as read to one self-contained OpenAPI 3.1 tree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .bundle import bundle
from .pointers import child, follow, follower, from_keys, to_keys, uri_fragment
from .scan import Edit, apply_edits, find_sites
from .script_patterns import without_slashes
from .sources import declared_version
from .tree import SpecTree
from .upgrade_2_0 import renamed_keys, upgrade_2_0
from .upgrade_3_0 import TARGET_VERSION, upgrade_3_0, upgrade_and_find_sites

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..diagnostics import Diagnostics
    from .document import Document
    from .tree import Origin


def resolve(
    document: Document, diagnostics: Diagnostics, *, allow_remote: bool = False
) -> SpecTree:
    """Bundle what the document refers to, upgrade it to 3.1, and settle every reference.

    Files outside the document's folder and on the network are read only with ``allow_remote``. What
    leads nowhere is removed with a warning; nothing is raised.
    """
    version = declared_version(document.data) or TARGET_VERSION
    sites, upgraded = None, None
    if version.startswith("3.0"):
        upgraded, sites = upgrade_and_find_sites(document.data)
    bundled = bundle(document, diagnostics, allow_remote=allow_remote, sites=sites)
    root = bundled.root
    targets: Iterable[str] = bundled.pointers
    if version.startswith(("1", "2")):
        root = upgrade_2_0(root)
        targets = [from_keys(renamed_keys(to_keys(target))) for target in targets]
    if version.startswith(("1", "2", "3.0")):
        if upgraded is None or root is not document.data:
            upgraded = upgrade_3_0(root)
        root = _with_moved_references(upgraded, targets, diagnostics)
    elif "openapi" not in root:
        root = {"openapi": TARGET_VERSION, **root}
    if any(_may_have_slashes(one) for one in (document, *_others(bundled.origins.values()))):
        root = without_slashes(root, diagnostics)
    # Moving a reference inserts plain words only, so the targets from before tell.
    together = "".join(target.removeprefix("#") for target in targets)
    needs_encoding = uri_fragment(together) != f"#{together}"
    return SpecTree(
        root, version, document.sha256, bundled.origins, needs_encoding, bundled.consulted
    )


def _may_have_slashes(document: Document) -> bool:
    """Say whether there is ``/^`` in the text: looked for by the rarer letter, in a fiftieth of the time."""
    content = document.content
    place = content.find(b"^")
    while place >= 0:
        if content[place - 1 : place] == b"/":
            return True
        place = content.find(b"^", place + 1)
    return False


def _others(origins: Iterable[Origin]) -> Iterable[Document]:
    """Return the documents that parts came from."""
    return {origin.document.uri: origin.document for origin in origins}.values()


def _with_moved_references(
    root: dict[str, Any], targets: Iterable[str], diagnostics: Diagnostics
) -> dict[str, Any]:
    """Follow what the upgrade has put elsewhere, in references to the inside of components."""
    moved: dict[str, str | None] = {}
    at = follower(root)
    for target in targets:
        try:
            at(target)
        except KeyError:
            moved[target] = _moved(root, to_keys(target))
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

"""How large and how deep a document may be before it is taken for an attack."""

from __future__ import annotations

from typing import Any, Final

from .document import SourceError, fault

MAX_BYTES: Final = 100 * 1024 * 1024
MAX_REMOTE_BYTES: Final = 50 * 1024 * 1024
MAX_REMOTE_SECONDS: Final = 30.0
# The deepest published documents nest about 40 levels; walkers may recurse once per level.
MAX_DEPTH: Final = 200
# Values after all YAML aliases are expanded; a 13 MB document has about half a million.
MAX_VALUES: Final = 5_000_000


def check_depth(data: object, uri: str) -> None:
    """Refuse data that nests too deeply for any walker.

    Raises:
        SourceError: ``data`` nests deeper than ``MAX_DEPTH``.
    """
    level: list[Any] = [data]
    for _ in range(MAX_DEPTH):
        level = [
            child
            for node in level
            for child in (node.values() if type(node) is dict else node)
            if type(child) is dict or type(child) is list
        ]
        if not level:
            return
    raise too_deep(uri)


def too_deep(uri: str) -> SourceError:
    """Make the error for a document that nests too deeply."""
    return fault(
        uri,
        "document-too-deep",
        f"the document nests deeper than {MAX_DEPTH} levels",
        "Move the inner schemas to components and refer to them.",
    )

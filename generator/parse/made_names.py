"""Names of components that frameworks made, and what these components are called."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from ..ir.function_names import function_name
from .context import text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_BODY = "Body_"
_NUMBERED = re.compile(r"def-\d+")


def made_names(components: Mapping[str, Any], paths: object) -> dict[str, str]:
    """Return what components with names that no author gave are called.

    FastAPI makes ``Body_create_file_files__post`` of a function's parameters: the ``create_file body``.
    Fastify numbers all components (``def-0``) and has the author's name as the title. Where two would be
    called the same, they keep their names.
    """
    found = dict(_titles(components))
    if any(str(name).startswith(_BODY) for name in components):
        found.update(_bodies(components, paths))
    counts = Counter(found.values())
    return {name: called for name, called in found.items() if counts[called] == 1}


def _titles(components: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, node in components.items():
        if _NUMBERED.fullmatch(str(name)) and isinstance(node, dict) and text(node, "title"):
            yield name, text(node, "title")


def _bodies(components: Mapping[str, Any], paths: object) -> Iterator[tuple[str, str]]:
    for path, item in paths.items() if isinstance(paths, dict) else ():
        for operation in item.values() if isinstance(item, dict) else ():
            operation_id = text(operation, "operationId") if isinstance(operation, dict) else ""
            function = function_name(operation_id, str(path))
            if function != operation_id and _BODY + operation_id in components:
                yield _BODY + operation_id, f"{function} body"

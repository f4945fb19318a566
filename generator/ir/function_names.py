"""What frameworks make of the names of functions, undone."""

from __future__ import annotations

import re

_METHODS = frozenset({"get", "put", "post", "delete", "patch", "head", "options", "trace", "query"})
_SCRIPT = "__main___"


def function_name(operation_id: str, path: str) -> str:
    """Return what an operation id says without what frameworks add to a function's name.

    FastAPI adds the path and a method behind it (of a route with several methods the same one for all),
    Django Ninja the module in front.
    """
    head, _, method = operation_id.rpartition("_")
    if path and method in _METHODS:
        tail = re.sub(r"\W", "_", path)
        if head.endswith(tail) and len(head) > len(tail):
            return head.removesuffix(tail)
    return operation_id.removeprefix(_SCRIPT)

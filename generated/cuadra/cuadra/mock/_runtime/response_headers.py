"""Fills the header fields that the document declares of a response."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Response
    from ...server._runtime.operations import OperationSpec
    from .behaviour import Role
    from .samples import Sampler

# What other parts of a server set, and what would mislead a client that follows it.
_NEVER = frozenset(
    {
        "connection",
        "content-encoding",
        "content-length",
        "content-range",
        "content-type",
        "transfer-encoding",
    }
)
_ONLY_IF_REQUIRED = frozenset({"link", "location", "set-cookie", "www-authenticate"})
_UNSENDABLE = re.compile(r"[^\x20-\x7e]")  # in a field value (RFC 9110, section 5.5)
_UNIQUE = ("requestid", "traceid", "correlationid")


class HeaderFiller:
    """Adds what a response lacks of the declared fields, sampled by their schemas.

    Those by which the role of an operation leads to the next page are left to it.
    """

    def __init__(self, sampler: Sampler, roles: Mapping[str, Role]) -> None:
        self._sampler = sampler
        self._leading = {
            call: frozenset(name.lower() for name in role.headers.values())
            for call, role in roles.items()
            if role.headers
        }
        self._number = 0

    def __call__(self, operation: OperationSpec, response: Response) -> None:
        """Add fields to a response of an operation."""
        declared = operation.response(response.status) if operation.tells_headers else None
        if declared is None or not declared.headers:
            return
        self._number += 1
        known = {name.lower() for name, _ in response.headers} | _NEVER
        if operation.call in self._leading and response.status < 300:
            known |= self._leading[operation.call]
        for name, spec in declared.headers.items():
            lower = name.lower()
            if lower in known or not (spec.required or spec.schema):
                continue
            if not spec.required and (lower in _ONLY_IF_REQUIRED or self._is_marker(spec.schema)):
                continue
            text = _text(self._value(lower, spec.schema))
            response.headers.append((name, _UNSENDABLE.sub("?", text)))

    def _is_marker(self, pointer: str) -> bool:
        """Whether a field can have one value only: to be there is all it says, so it is not filled in."""
        schema = self._sampler.schema(pointer)
        values = schema.get("enum")
        return "const" in schema or (isinstance(values, list) and len(values) == 1)

    def _value(self, name: str, pointer: str) -> Any:
        if name == "retry-after" and self._sampler.is_valid(0, pointer):
            return 0  # a client that waits as it is told need not wait for a mock
        number = self._number if plain(name).endswith(_UNIQUE) else 0
        return self._sampler.sample(pointer, name, number, rich=True)


def _text(value: Any) -> str:
    """Write a value in the style ``simple``, which is that of all header fields."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return ",".join(map(_text, value))
    if isinstance(value, dict):
        return ",".join(f"{name},{_text(item)}" for name, item in value.items())
    return json.dumps(value)

"""The trivial second target: the intermediate model as JSON. It keeps the model free of Python words."""

from __future__ import annotations

import json
from dataclasses import fields, is_dataclass
from typing import TYPE_CHECKING, Any

from ...files import GeneratedFile

if TYPE_CHECKING:
    from ...ir.api import Api

__all__ = ["dump"]


def dump(api: Api) -> tuple[GeneratedFile, ...]:
    """Write the model as one JSON file; what equals its default is left out."""
    text = json.dumps(_plain(api), indent=2, ensure_ascii=False)
    return (GeneratedFile("api.json", text + "\n"),)


def _plain(value: object) -> Any:
    """Turn a value of the model into JSON values; an object says what it is in ``kind``."""
    if is_dataclass(value):
        return _object(value)
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return value


def _object(value: Any) -> dict[str, Any]:
    name = type(value).__name__
    members: dict[str, Any] = {"kind": name.removesuffix("Schema")}
    for field in fields(value):
        item = getattr(value, field.name)
        if item == field.default:
            continue
        # Some fields are called `kind` too: the flow of an OAuth scheme, the keyword of a union.
        members["of" if field.name == "kind" else field.name] = _plain(item)
    return members

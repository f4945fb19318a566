"""What an action leaves behind: the status that its verb names, or a flag."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .schemas import merged, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Document

_STATUS = ("status", "state", "phase")
_IRREGULAR = {"pay": "paid", "send": "sent", "void": "void", "reopen": "open", "hold": "onhold"}


def outcome(document: Document, fields: Mapping[str, str], verb: str) -> dict[str, Any]:
    """Return the fields of a record that an action sets: ``cancel`` leads to ``status: canceled``.

    Args:
        document: has the schemas of the fields.
        fields: the properties of the record, with the pointers of their schemas.
        verb: the last segment of the path of the action.
    """
    verb = plain(verb)
    stem = _IRREGULAR.get(verb) or verb.removesuffix("e")
    if len(stem) < 3:
        return {}
    for name, place in fields.items():
        if plain(name) in _STATUS:
            values = merged(document, document.schema(place)).get("enum") or ()
            told = [one for one in values if isinstance(one, str) and plain(one).startswith(stem)]
            ended = [one for one in told if not one.endswith("ing")]
            if told:
                return {name: (ended or told)[0]}
    for name in fields:
        if plain(name).removeprefix("is") in (f"{stem}ed", f"{stem}d", f"{stem}led"):
            return {name: True}
    return {}

"""Selectors of labels as Kubernetes has them, and others after it: ``app=web,tier in (a, b),!old``."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PART = re.compile(r",(?![^()]*\))")  # not those between parentheses
_SET = re.compile(r"(\S+)\s+(in|notin)\s+\(([^)]*)\)")
_EQUAL = re.compile(r"([^=!\s]+)\s*(!=|==?)\s*(\S*)")


def selects(selector: str, labels: Mapping[str, object]) -> bool:
    """Whether labels are as a selector wants them: all of its parts hold."""
    parts = (part.strip() for part in _PART.split(selector))
    return all(_holds(part, labels) for part in parts if part)


def _holds(part: str, labels: Mapping[str, object]) -> bool:
    if found := _SET.fullmatch(part):
        listed = {value.strip() for value in found[3].split(",")}
        return (str(labels.get(found[1], "")) in listed) == (found[2] == "in")
    if found := _EQUAL.fullmatch(part):
        return (str(labels.get(found[1])) == found[3]) == (found[2] != "!=")
    if part.startswith("!"):
        return part[1:].strip() not in labels
    return part in labels

"""Values that several members of a ``oneOf`` accept: invalid, unless the document leaves no choice."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias
from urllib.parse import unquote

import jsonschema_rs

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Parts: TypeAlias = "Callable[[str], Iterable[dict[str, Any]]]"


class Overlaps:
    """Says of ambiguous values whether they are the document's fault.

    They are if whatever can be said with the properties that one member names is accepted by another
    one: then nothing means the first alone. What cannot be decided counts as such.

    Args:
        registry: where the schemas are.
        parts: returns the schema at a pointer, with all that it refers to or is combined of.
    """

    def __init__(self, registry: jsonschema_rs.Registry, parts: Parts) -> None:
        self._registry = registry
        self._parts = parts
        self._known: dict[tuple[str, tuple[int, ...]], bool] = {}

    def is_inherent(self, error: jsonschema_rs.ValidationError) -> bool:
        """Whether an error is a value that fits several members, and no value could do better."""
        place = error.absolute_keyword_location
        if not is_ambiguous(error) or place is None:
            return False
        context = error.kind.as_dict()["context"]
        fitting = tuple(index for index, wrong in enumerate(context) if not wrong)
        known = self._known.get((place, fitting))
        if known is None:
            members = [f"{place}/{index}" for index in fitting]
            known = self._known[place, fitting] = self._has_covered(members)
        return known

    def _has_covered(self, members: list[str]) -> bool:
        wholes = [self._canonical({"$ref": member}) for member in members]
        for index, member in enumerate(members):
            told = self._canonical({"$ref": member, "propertyNames": {"enum": self._names(member)}})
            others = (whole for place, whole in enumerate(wholes) if place != index)
            if not all(_lacks_some(other, told) for other in others):
                return True
        return False

    def _names(self, member: str) -> list[str]:
        """Return the properties that a member, or what it is made of, speaks of."""
        names: dict[str, None] = {}
        for part in self._parts("#" + unquote(member.partition("#")[2])):
            for key in ("properties", "required"):
                found = part.get(key)
                if isinstance(found, dict | list):
                    names.update(dict.fromkeys(filter(_is_text, found)))
        return list(names)

    def _canonical(self, schema: dict[str, Any]) -> jsonschema_rs.CanonicalSchema | None:
        try:
            return jsonschema_rs.canonicalize(
                schema, draft=jsonschema_rs.Draft202012, registry=self._registry
            )
        except (ValueError, jsonschema_rs.ReferencingError):
            return None  # it has no canonical form


def is_ambiguous(error: jsonschema_rs.ValidationError) -> bool:
    """Whether an error is an object or array that several members of a ``oneOf`` accept."""
    is_several = isinstance(error.kind, jsonschema_rs.ValidationErrorKind.OneOfMultipleValid)
    return is_several and isinstance(error.instance, dict | list)


def _lacks_some(
    whole: jsonschema_rs.CanonicalSchema | None, part: jsonschema_rs.CanonicalSchema | None
) -> bool:
    """Whether something that ``part`` accepts is provably refused by ``whole``."""
    if whole is None or part is None:
        return False
    return whole.covers(part) == jsonschema_rs.canonical.Containment.NO


def _is_text(name: object) -> bool:
    return isinstance(name, str)

"""Judges values by one schema of the document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .exchange import Violation
from .overlaps import is_ambiguous

if TYPE_CHECKING:
    import jsonschema_rs

    from .document import Document, View


class Validator:
    """Judges values by one schema of the document; compiled at first use."""

    __slots__ = ("_compiled", "_document", "_is_ready", "_pointer", "_view")

    def __init__(self, document: Document, pointer: str, view: View) -> None:
        self._document = document
        self._pointer = pointer
        self._view: View = view
        self._compiled: jsonschema_rs.Validator | None = None
        self._is_ready = False

    def is_valid(self, value: Any) -> bool:
        """Whether the schema accepts ``value``; a value that is not JSON is refused."""
        compiled = self._compiled if self._is_ready else self._get()
        if compiled is None:
            return True
        try:
            return compiled.is_valid(value)
        except (ValueError, TypeError, RecursionError):
            return False

    def violations(self, value: Any, *place: str | int) -> list[Violation]:
        """Return everything the schema has against ``value``, located below ``place``.

        An object that several members of a ``oneOf`` accept is let through where it has to be (see
        `Overlaps`), and in answers: there it is plain what is meant.
        """
        if self.is_valid(value):
            return []
        compiled = self._get()
        if compiled is None:
            return []
        try:
            errors = list(compiled.iter_errors(value))
        except (ValueError, TypeError, RecursionError) as error:
            return [Violation(place, f"cannot be judged: {error}", "malformed")]
        return [
            Violation((*place, *error.instance_path), _message(error), error.kind.name)
            for error in errors
            if not self._is_tolerated(error)
        ]

    def _is_tolerated(self, error: jsonschema_rs.ValidationError) -> bool:
        if self._view == "response":
            return is_ambiguous(error)
        return is_ambiguous(error) and self._document.overlaps(self._view).is_inherent(error)

    def _get(self) -> jsonschema_rs.Validator | None:
        if not self._is_ready:
            self._compiled = self._document.compiled(self._pointer, self._view)
            self._is_ready = True
        return self._compiled


def _message(error: jsonschema_rs.ValidationError) -> str:
    text = error.message
    return text if len(text) <= 300 else f"{text[:297]}..."

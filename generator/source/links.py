"""Where links lead to: the operations that `operationRef` means, in the bundle."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from . import pointers
from .references import DanglingError, References, Target, warn_dropped
from .scan import Edit, apply_edits

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..diagnostics import Diagnostics
    from .sources import Source
    from .tree import Origin


class Links:
    """The links of a document (OpenAPI 3.1, Link Object), settled when everything has its place."""

    def __init__(self, references: References, diagnostics: Diagnostics) -> None:
        self._references = references
        self._diagnostics = diagnostics
        self._links: list[tuple[str, Source, str]] = []

    def note(self, pointer: str, source: Source, reference: str) -> None:
        """Remember the link at a pointer of the bundle, and what it refers to from its file."""
        self._links.append((pointer, source, reference))

    def settle(self, root: dict[str, Any], origins: Mapping[str, Origin]) -> dict[str, Any]:
        """Return ``root`` with the links leading into it; ``origins`` says what came from where."""
        if not self._links:
            return root
        places = {
            (origin.document.uri, origin.keys): pointer
            for pointer, origin in origins.items()
            if origin.keys or pointer == "#"
        }
        edits: dict[tuple[str | int, ...], Edit] = {}
        for pointer, source, reference in self._links:
            place = pointers.join(pointer, "operationRef")
            try:
                new = self._linked(reference, source, places)
            except DanglingError as error:
                warn_dropped(self._diagnostics, error, "operationRef", reference, place, "link")
                edit = Edit(drop=frozenset(("operationRef",)))
            else:
                if new is None:
                    self._note_foreign(place, reference)
                    continue
                edit = Edit(put=(("operationRef", pointers.uri_fragment(new)),))
            edits[pointers.typed_keys(root, pointer)] = edit
        settled: dict[str, Any] = apply_edits(root, edits)
        return settled

    def _linked(
        self, reference: str, source: Source, places: dict[tuple[str, tuple[str, ...]], str]
    ) -> str | None:
        """Return the pointer of a link's operation; ``None`` for one of another document.

        Raises:
            DanglingError: it leads nowhere.
        """
        try:
            target = self._references.find(reference, "operation", source, (), repair=False)
        except DanglingError as error:
            if error.code == "refused-reference":
                return None
            raise
        new = _moved_to(places, target)
        if new is None and reference.startswith("#"):
            raise DanglingError("the operation it leads to is no part of the API")
        return new

    def _note_foreign(self, pointer: str, reference: str) -> None:
        self._diagnostics.note(
            "foreign-operation",
            pointer,
            f"the link leads to {reference[:200]!r}, no operation of this API; it stays as it is",
            "Refer to a path of this document if the operation belongs to the API.",
        )


def _moved_to(places: dict[tuple[str, tuple[str, ...]], str], target: Target) -> str | None:
    """Return where in the bundle the target is; ``None`` if it was not brought in."""
    if target.source.is_root:
        return pointers.from_keys(target.keys)
    for length in range(len(target.keys), 0, -1):
        place = places.get((target.source.document.uri, target.keys[:length]))
        if place is not None:
            return pointers.join(place, *target.keys[length:])
    return None

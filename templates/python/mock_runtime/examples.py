"""What the document shows as answers: the examples of its media types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import value_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from ...server._runtime import Document
    from .behaviour import Behaviour, Resource, Role

_SCHEMA = "/schema"
_MOST = 100  # records that the example of a list gives


class Examples:
    """Finds the examples that stand beside the schemas of answers (OpenAPI 3.1, Media Type Object).

    Args:
        document: the document.
        behaviour: tells which operations answer with which records.
        is_valid: whether the schema at a pointer accepts a value: examples that it accepts come first.
    """

    def __init__(
        self, document: Document, behaviour: Behaviour, is_valid: Callable[[Any, str], bool]
    ) -> None:
        self._document = document
        self._is_valid = is_valid
        self._answers: dict[str, Any] = {}
        self._behaviour = behaviour
        self._places: dict[str, list[tuple[Role, str]]] | None = None
        self._listed: dict[str, list[dict[str, Any]]] = {}

    def answer(self, pointer: str) -> Any:
        """Return an example of the media type whose schema is at ``pointer``, or ``None``.

        That is the first valid one, or else the first object or list: much of it may be right.
        """
        if pointer not in self._answers:
            is_media = pointer.endswith(_SCHEMA)
            shown = [*self._shown(pointer.removesuffix(_SCHEMA))] if is_media else []
            fitting = [value for value in shown if self._is_valid(value, pointer)]
            alike = [value for value in shown if isinstance(value, (dict, list))]
            self._answers[pointer] = next(iter(fitting or alike), None)
        return self._answers[pointer]

    def beside(self, place: str) -> Any:
        """Return the first example of the media type at ``place``, or ``None``."""
        return next(self._shown(place), None)

    def listed(self, resource: Resource) -> list[dict[str, Any]]:
        """Return the records that the example of a list of them shows; of a list of ids, their ids."""
        found = self._listed.get(resource.name)
        if found is None:
            rows = (
                _inner(self.answer(place), role.items)
                for role, place in self._of(resource)
                if role.role == "list"
            )
            lists = (row for row in rows if isinstance(row, list) and row)
            first = next(lists, [])[:_MOST]
            found = [row for row in first if isinstance(row, dict)]
            found = found or [{resource.id_field: row} for row in first if isinstance(row, str)]
            self._listed[resource.name] = found
        return found

    def record(self, resource: Resource, *roles: str) -> dict[str, Any] | None:
        """Return a record as the answer of an operation of one of these roles shows it, or ``None``."""
        for wanted in roles:
            for role, place in self._of(resource):
                if role.role == wanted:
                    shown = _inner(self.answer(place), role.wrapper)
                    if isinstance(shown, dict):
                        return shown
        return None

    def _of(self, resource: Resource) -> list[tuple[Role, str]]:
        """Return the roles of the operations on a resource, with the schemas of their answers."""
        if self._places is None:
            self._places = {}
            for raw in self._document.operations.get("operations") or ():
                role = self._behaviour.role(raw["call"])
                schemas = self._places.setdefault(role.resource, [])
                schemas.extend((role, place) for place in _success_schemas(raw))
        return self._places.get(resource.name, [])

    def _shown(self, place: str) -> Iterator[Any]:
        try:
            media = self._document.follow(place)
        except KeyError:
            return
        if not isinstance(media, dict):
            return
        if "example" in media:
            yield media["example"]
        examples = media.get("examples")
        for item in examples.values() if isinstance(examples, dict) else ():
            example = self._document.resolve(item)
            if isinstance(example, dict) and "value" in example:
                yield example["value"]


def _success_schemas(raw: Mapping[str, Any]) -> Iterator[str]:
    """Return where the schemas of the successful JSON answers of a prepared operation are."""
    for status, response in (raw.get("responses") or {}).items():
        for media in (response.get("content") or {}).values() if status[:1] == "2" else ():
            if media.get("schema"):
                yield media["schema"]


def _inner(value: Any, path: str) -> Any:
    """Return what stands at a path of an answer (``data/items``), or the answer for no path."""
    return value_at(value, path) if path else value

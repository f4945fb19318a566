"""Records that hold what was said: the messages of a request are kept, and so is the answer to them.

Nothing names a conversation in a document. It is one where a list of the request is also a list of the
record, and the response (or its stream) gives one more item of that kind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import value_at
from .schemas import definition, items_pointer, plain
from .streams_text import ANSWER

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...server._runtime import Document
    from .behaviour import Resource
    from .new_ids import NewIds
    from .samples import Sampler
    from .server_fields import ServerFields
    from .shaping import Shaper
    from .store import Record

_SPEAKERS = ("assistant", "model", "bot", "system")
_SAID = ("content", "text", "body", "message")


class Conversation:
    """Keeps the lists of a record that requests and answers both add to."""

    def __init__(
        self,
        document: Document,
        sampler: Sampler,
        shaper: Shaper,
        ids: NewIds,
        server_fields: ServerFields,
    ) -> None:
        self._document = document
        self._sampler = sampler
        self._shaper = shaper
        self._ids = ids
        self._server_fields = server_fields

    def take(
        self, resource: Resource, record: Record, body: Mapping[str, Any], schema: str, *, new: bool
    ) -> dict[str, Any] | None:
        """Add what a request says to the lists of a record, and the answer to it.

        Args:
            schema: describes the response.
            new: whether the record was just made of the request, and so holds already what it says.

        Returns:
            The answer under its name in the response; nothing where the request says nothing, and the
            record is as it was.
        """
        if list not in map(type, body.values()):
            return None
        self._hear(resource, record, body, new=new)
        return self._answer(resource, record, body, schema)

    def _hear(
        self, resource: Resource, record: Record, body: Mapping[str, Any], *, new: bool
    ) -> None:
        """Add the items of a request to the lists of a record; a new record holds them already."""
        for name, place in self._shaper.fields(resource.schema).items():
            sent, old = body.get(name), record.data.get(name)
            if not (isinstance(sent, list) and isinstance(old, list)):
                continue
            fitted, rows = (True, old) if new else self._shaper.fit(sent, place, len(old))
            if fitted:
                kept = [] if new else old
                begin = len(kept)
                own = [
                    self._own(resource, record, place, row, begin + i) for i, row in enumerate(rows)
                ]
                record.data[name] = [*kept, *own]

    def _answer(
        self, resource: Resource, record: Record, body: Mapping[str, Any], schema: str
    ) -> dict[str, Any]:
        """Add the answer to the record, and return it under its name in the response ``schema``."""
        for name, place in self._shaper.fields(resource.schema).items():
            said = record.data.get(name)
            if name not in body or not isinstance(said, list):
                continue
            rows = items_pointer(self._document, place)
            if not rows:
                continue
            told = self._one_of(rows, schema)
            answer = self._spoken(resource, record, place, rows, len(said)) if told else None
            if isinstance(answer, dict):
                record.data[name] = [*said, answer]
                return {told: answer}
        return {}

    def _one_of(self, rows: str, schema: str) -> str:
        """Return the property of a response that holds one such row, if there is one."""
        wanted = definition(self._document, rows)
        for name, place in self._shaper.fields(schema).items():
            if definition(self._document, place) == wanted:
                return name
        return ""

    def _spoken(
        self, resource: Resource, record: Record, place: str, rows: str, number: int
    ) -> Any:
        sample = self._sampler.sample(rows, resource.name, number)
        if not isinstance(sample, dict):
            return sample
        found = dict(sample)
        for name, target in self._shaper.fields(rows).items():
            word = plain(name)
            wanted = _SPEAKERS if word == "role" else (ANSWER,) if word in _SAID else ()
            for value in wanted:
                if self._shaper.is_valid(value, target):
                    found[name] = value
                    break
        return self._own(resource, record, place, found, number)

    def _own(self, resource: Resource, record: Record, place: str, row: Any, number: int) -> Any:
        """Give an item an id of its own, the id of its record, and the time."""
        if not isinstance(row, dict):
            return row
        rows = items_pointer(self._document, place)
        holder = f"{plain(resource.name.rsplit('.', 1)[-1]).removesuffix('s')}id"
        found = dict(row)
        for name, target in self._shaper.fields(rows).items():
            word = plain(name)
            value: Any = None
            if word == "id":
                key = (resource.name, value_at(record.data, resource.id_field), number)
                value = self._ids.like(target, self._sampler.chance("row", *key))
            elif word == holder:
                value = value_at(record.data, resource.id_field)
            elif word in ("createdat", "timestamp") and resource.created_at:
                value = self._server_fields.now(resource, resource.created_at)
            if value is not None and self._shaper.is_valid(value, target):
                found[name] = value
        return found

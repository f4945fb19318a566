"""What a new record holds: what the request gives, in what the document shows of such a record, or a sample."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from zlib import crc32

from .members import completed
from .schemas import plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .behaviour import Resource
    from .examples import Examples
    from .samples import Sampler
    from .shaping import Shaper
    from .store import Key

_MANY = 256  # different new records of a resource, before they begin to resemble each other
_REMEMBERED = 4096  # beginnings of new records
# Flags of a new record that are on: what it was made for.
_ON = frozenset({"isactive", "isenabled", "isvalid", "isavailable", "isopen", "isvisible"})


class NewRecords:
    """Makes the data of new records."""

    def __init__(self, sampler: Sampler, shaper: Shaper, examples: Examples) -> None:
        self._sampler = sampler
        self._shaper = shaper
        self._examples = examples
        self._begin: dict[str, list[tuple[str, Any]]] = {}
        self._starts: dict[tuple[str, str, int], dict[str, Any]] = {}

    def make(
        self,
        resource: Resource,
        collection: Key,
        number: int,
        body: Mapping[str, Any],
        own: Mapping[str, Any],
    ) -> dict[str, Any]:
        """Return the data of a new record: what the request gives, defaults, nulls, and samples.

        ``own`` is what the server sets, whatever the request says.
        """
        shaper = self._shaper
        pointer = shaper.variant(resource.schema, body)
        parents = collection[1:]
        above = crc32("/".join(parents).encode("utf-8", "surrogatepass")) if parents else 0
        place = pointer, collection[0], (above + number) % _MANY
        data = self._starts.get(place) or self._start(resource, place)
        plainly = None
        if not resource.is_nested:
            plainly = shaper.changed_plainly(data, body, resource.schema, own)
        if plainly is not None:
            return plainly
        found = shaper.change(
            self._without_maps(data, body, resource.schema), body, resource.schema
        )
        shaper.assign_own(resource, found, own)
        return found

    def _without_maps(
        self, data: Mapping[str, Any], body: Mapping[str, Any], pointer: str
    ) -> Mapping[str, Any]:
        """Return data without the maps that a request gives: what is in a sample of them was never sent."""
        places = self._shaper.fields(pointer)
        sent = {name for name, value in body.items() if isinstance(value, dict) and name in places}
        maps = {name for name in sent if name in data and not self._shaper.fields(places[name])}
        return {name: value for name, value in data.items() if name not in maps} if maps else data

    def _start(self, resource: Resource, place: tuple[str, str, int]) -> dict[str, Any]:
        """Return what a new record begins as, for all that begin alike: it is not to be changed."""
        # What the document shows of a record that was just made is like any new one.
        roles = ("create",) if resource.origin == "created" else ("get", "create")
        shown = self._examples.record(resource, *roles)
        if shown is None:
            sample = self._sampler.sample(*place)
        else:
            sample = self._shaper.project(shown, *place)
            # Examples are often older than their schemas: objects in them lack what was added since.
            whole = completed(sample, self._sampler.sample(*place, rich=True))
            sample = whole if self._shaper.is_valid(whole, place[0]) else sample
        data = sample if isinstance(sample, dict) else {}
        for name, value in self._beginnings(place[0]):
            known = data.get(name)
            if isinstance(known, int) and (value is not False or known is True):
                data[name] = value
        if resource.deleted_at:
            data.pop(resource.deleted_at, None)
        if len(self._starts) >= _REMEMBERED:
            self._starts.clear()
        self._starts[place] = data
        return data

    def _beginnings(self, pointer: str) -> list[tuple[str, Any]]:
        """Return what a new record begins with whatever its sample says: counters at 0, flags off."""
        found = self._begin.get(pointer)
        if found is None:
            found = self._begin[pointer] = []
            for name, place in self._shaper.fields(pointer).items():
                word = plain(name)
                if word.endswith("count") and self._shaper.is_valid(0, place):
                    found.append((name, 0))
                if (
                    word.startswith("is")
                    and word not in _ON
                    and self._shaper.is_valid(False, place)
                ):
                    found.append((name, False))
        return found

"""Collections that show records of another one, their home: ``/orgs/{org}/repos`` those that tell the organization."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from .embedded import EmbeddingStore
from .members import value_at
from .store import Record

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...server._runtime import Call
    from .behaviour import Behaviour, Resource
    from .store import Key, Store


class ViewingStore(EmbeddingStore):
    """A store in which the records of a view are read from, and written into, the collections of its home.

    A view shows the records that tell its parents. One of ``members`` shows those that were put into it:
    of these it has a record each, which is empty.
    """

    def __init__(self, inner: Store, behaviour: Behaviour) -> None:
        super().__init__(inner, behaviour)
        self._views = {
            name: resource for name, resource in behaviour.resources.items() if resource.kept_in
        }
        self.next_number = self._next_number

    def get(self, collection: Key, id: str) -> Record | None:  # noqa: A002 - the field's own name
        """Return a record, deleted ones included."""
        view = self._views.get(collection[0])
        if view is None:
            return super().get(collection, id)
        if view.members and super().get(collection, id) is None:
            return None
        found = (
            super(ViewingStore, self).get(place, id) for place in self._places(view, collection)
        )
        return next((one for one in found if one and _shows(view, collection, one)), None)

    def put(self, collection: Key, id: str, record: Record) -> None:  # noqa: A002
        """Keep a record; that of a view where its home has it, or would have it."""
        view = self._views.get(collection[0])
        if view is None:
            super().put(collection, id, record)
            return
        places = self._places(view, collection)
        known = (place for place in places if super(ViewingStore, self).get(place, id))
        home = home_of(view, self._resources[view.kept_in], collection, record.data)
        super().put(next(known, home), id, record)
        if view.members and super().get(collection, id) is None:
            super().put(collection, id, Record({}))

    def items(self, collection: Key) -> list[tuple[str, Record]]:
        """Return the records that are not deleted, oldest first."""
        view = self._views.get(collection[0])
        if view is None:
            return super().items(collection)
        places = self._places(view, collection)
        rows = [row for place in places for row in super(ViewingStore, self).items(place)]
        if view.members:
            own = {key for key, _ in super().items(collection)}
            return [row for row in rows if row[0] in own]
        return [row for row in rows if _shows(view, collection, row[1])]

    def collections(self, resource: str) -> list[Key]:
        """Return the collections of a resource, one per set of parents."""
        view = self._views.get(resource)
        if view is None or view.members:
            return super().collections(resource)
        return [] if view.parents else [(resource,)]

    def is_known(self, collection: Key) -> bool:
        """Whether anything was ever kept in a collection, or in any of its home."""
        view = self._views.get(collection[0])
        if view is None or view.members:
            return super().is_known(collection)
        places = self._places(view, collection)
        return any(super(ViewingStore, self).is_known(place) for place in places)

    def _next_number(self, collection: Key) -> int:
        view = self._views.get(collection[0])
        if view is None:
            return self._inner.next_number(collection)
        home = self._resources[view.kept_in]
        is_placed = view.members or not home.parents
        place = home_of(view, home, collection, {}) if is_placed else (home.name,)
        return self._inner.next_number(place)

    def _places(self, view: Resource, collection: Key) -> Sequence[Key]:
        """Return the collections of a home that a view may show something of."""
        home = self._resources[view.kept_in]
        if view.members or not home.parents:
            return [home_of(view, home, collection, {})]
        return super().collections(home.name)


def home_of(view: Resource, home: Resource, collection: Key, data: Mapping[str, Any]) -> Key:
    """Return the collection of a home that a record of a view belongs to, by the parents that it tells."""
    if view.members:
        return (home.name, *collection[1 : 1 + len(home.parents)])
    return (home.name, *(str(value_at(data, parent.field)) for parent in home.parents))


def path_at_home(call: Call, home: Resource, collection: Key) -> str:
    """Return the path of a collection of a home, below the same server as a request."""
    length = len(call.operation.path.strip("/").split("/"))
    server = call.request.path.rstrip("/").split("/")[:-length]
    ids = iter(collection[1:])
    own = [quote(next(ids, ""), safe="") if "{" in one else one for one in home.path.split("/")]
    return "/".join([*server, *own[1:]])


def _shows(view: Resource, collection: Key, record: Record) -> bool:
    """Whether a record tells the parents of a view; what was put into it needs not."""
    if view.members:
        return True
    wanted = zip(view.parents, collection[1:], strict=False)
    return all(str(value_at(record.data, parent.field)) == key for parent, key in wanted)

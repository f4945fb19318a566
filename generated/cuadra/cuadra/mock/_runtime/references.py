"""Records that others refer to: they are not removed while those are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...server._runtime import HTTPError
from .nouns import noun_of

if TYPE_CHECKING:
    from .behaviour import Behaviour, Resource
    from .store import Key, Store


def refuse_if_used(behaviour: Behaviour, store: Store, resource: Resource, key: str) -> None:
    """Refuse to remove a record that another one refers to.

    Raises:
        HTTPError: 409 if there is one.
    """
    for name, field in resource.referrers:
        for collection in store.collections(name):
            for _, record in store.items(collection):
                if str(record.data.get(field)) == key and _is_reachable(
                    behaviour, store, name, collection
                ):
                    detail = f"{noun_of(resource.name)} {key!r} is in use by {name}."
                    raise HTTPError(409, detail=detail, code="conflict")


def _is_reachable(behaviour: Behaviour, store: Store, name: str, collection: Key) -> bool:
    """Whether all parents of a collection are still there."""
    for index, parent in enumerate(behaviour.resources[name].parents):
        if parent.resource:
            above = (parent.resource, *collection[1 : index + 1])
            found = store.get(above, collection[index + 1])
            if found is not None and found.deleted:
                return False
    return True

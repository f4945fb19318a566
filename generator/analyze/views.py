"""Collections that show records kept elsewhere: ``/me/playlists`` beside ``/playlists/{id}``.

Where one path reads a record by its id, and others list or make records of the same schema under the same
noun, there is one collection, the *home*, and the others are views of it. A view below a parent shows the
records that tell that parent: ``/orgs/{org}/repos`` those whose ``owner/login`` it is. Where records do not
tell it, the view shows those that it made: ``/issues/{number}/comments`` beside ``/issues/comments/{id}``.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ..frozen import dataclass
from .entities import definition_of, fields_of
from .lifecycle_ids import parents_of
from .places import is_list
from .words import same_noun, singular, split_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..ir.api import Api
    from .behaviour import Parent, Resource
    from .entities import Entity
    from .places import Facts, Paths, Place

_ALIKE = 0.9  # of the properties in a list that are the record's: it shows less of the same


@dataclass(frozen=True, slots=True)
class _Home:
    """A collection whose records are read one by one."""

    place: Place
    resource: Resource
    entity: Entity
    noun: tuple[str, ...]
    shown_as: set[str]  # definitions of what its lists show


def with_views(
    resources: Mapping[Place, Resource],
    names: Mapping[Place, str],
    paths: Paths,
    api: Api,
) -> dict[Place, Resource]:
    """Return resources in which the views are told as such, with the identity and schema of their home."""
    homes = [home for place, one in resources.items() for home in _homes(place, one, paths, api)]
    by_noun: dict[str, list[_Home]] = {}
    for home in homes:
        by_noun.setdefault(singular(home.noun[-1]), []).append(home)
    views = [place for place, one in resources.items() if _may_be_view(place, one, paths)]
    makers = [place for place in views if any(_creations(place, paths))]
    found = dict(resources)
    for place in (*makers, *(one for one in views if one not in set(makers))):
        noun = _noun(place)
        near = by_noun.get(singular(noun[-1]), ()) if noun else ()
        alike = [home for home in near if same_noun(home.noun, noun)]
        shown = [home for home in alike if _shows(place, home, paths, api)]
        if len(shown) == 1:
            found |= _linked(place, found, shown[0], names, paths, api)
    return _without_twins(found)


def _without_twins(resources: Mapping[Place, Resource]) -> dict[Place, Resource]:
    """Return resources whose twins have records of their own."""
    views = {one.name for one in resources.values() if one.kept_in}
    found = dict(resources)
    for place, one in resources.items():
        twins = tuple(name for name in one.twins if not one.kept_in and name not in views)
        if twins != one.twins:
            found[place] = replace(one, twins=twins)
    return found


def _homes(place: Place, resource: Resource, paths: Paths, api: Api) -> Iterator[_Home]:
    if resource.embedded or resource.association or resource.origin == "history":
        return
    reads = (fact for fact in paths.below.get(place, ()) if fact.operation.method == "GET")
    entity = next((fact.entity for fact in reads), None)
    if entity is None or entity.items is not None:
        return
    kind = definition_of(entity.schema, api)
    if kind is not None and _noun(place):
        yield _Home(place, resource, entity, _noun(place), {kind})


def _may_be_view(place: Place, resource: Resource, paths: Paths) -> bool:
    return (
        not paths.below.get(place)
        and not place.is_item
        and not resource.embedded
        and resource.origin != "history"
    )


def _noun(place: Place) -> tuple[str, ...]:
    """Return the words of the last segment that is no parameter."""
    literals = [part for part in place.segments if "{" not in part]
    return split_words(literals[-1]) if literals else ()


def _creations(place: Place, paths: Paths) -> Iterator[Facts]:
    for fact in paths.here.get(place, ()):
        entity = fact.entity
        if fact.operation.method == "POST" and entity is not None and entity.items is None:
            yield fact


def _shows(place: Place, home: _Home, paths: Paths, api: Api) -> bool:
    """Whether all that a place lists and makes are records of a home; what its lists show is noted."""
    made = [fact.entity for fact in _creations(place, paths) if fact.entity]
    listed = [fact.entity for fact in paths.here.get(place, ()) if is_list(fact) and fact.entity]
    if not made and not listed:
        return False
    if not all(definition_of(one.schema, api) in home.shown_as for one in made):
        return False
    kinds = [definition_of(one.schema, api) for one in listed]
    if made:
        if not all(_is_less(one, home, api) for one in listed):
            return False
        home.shown_as.update(kind for kind in kinds if kind is not None)
    return all(kind in home.shown_as for kind in kinds)


def _is_less(entity: Entity, home: _Home, api: Api) -> bool:
    """Whether a list shows some of the properties of a record."""
    if definition_of(entity.schema, api) in home.shown_as:
        return True
    known = home.entity.fields.keys()
    return len(entity.fields.keys() & known) >= _ALIKE * max(len(entity.fields), 1)


def _linked(
    place: Place,
    resources: Mapping[Place, Resource],
    home: _Home,
    names: Mapping[Place, str],
    paths: Paths,
    api: Api,
) -> dict[Place, Resource]:
    """Return a view and its home as they are told; nothing where the parent of the view is not told."""
    own, kept = resources[place], resources[home.place]
    fields = fields_of(home.entity.schema, api)
    parents = parents_of(place, fields, names, paths, api)
    makes = any(_creations(place, paths))
    is_told = all(_is_told(parent, kept) for parent in parents)
    if is_told:
        is_placed = all(parent.field for parent in kept.parents)
    else:
        above = [parent.parameter for parent in kept.parents]
        is_placed = [parent.parameter for parent in parents[: len(above)]] == above
    if (makes and not is_placed) or not (makes or is_told) or _is_below(parents, kept):
        return {}
    if makes and kept.origin in {"open", "seeded"}:
        kept = replace(kept, origin="created")
    view = replace(
        kept,
        name=own.name,
        path=own.path,
        parents=parents,
        origin="created" if kept.origin == "created" else "seeded",
        kept_in=kept.name,
        members=not is_told,
    )
    return {home.place: kept, place: view}


def _is_told(parent: Parent, home: Resource) -> bool:
    """Whether records of a home tell a parent of a view, by something else than their own name."""
    return bool(parent.field) and parent.field != home.identity.field


def _is_below(parents: Sequence[Parent], home: Resource) -> bool:
    """Whether a view is below a record of its home: what it shows has to do with that, as forks have."""
    return any(parent.resource == home.name for parent in parents)

"""Texts that are made of other properties of a record: ``full_name`` of ``owner/login`` and ``name``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .members import value_at

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .behaviour import Resource
    from .samples import Sampler

_MARKS = "/:"


class Composed:
    """Makes such texts of new records, where the sample of the schema shows how they are made."""

    def __init__(self, sampler: Sampler) -> None:
        self._sampler = sampler
        self._known: dict[str, dict[str, tuple[str, str, str]]] = {}

    def compose(self, resource: Resource, data: dict[str, Any], sent: Mapping[str, Any]) -> None:
        """Set them in the data of a new record, except those that its request ``sent``."""
        if not resource.parents:
            return
        forms = self._known.get(resource.name)
        if forms is None:
            forms = self._known[resource.name] = self._forms(resource)
        for name, (parent, mark, key) in forms.items():
            above, own = value_at(data, parent), value_at(data, key)
            if name not in sent and name in data and above is not None and own is not None:
                data[name] = f"{above}{mark}{own}"

    def _forms(self, resource: Resource) -> dict[str, tuple[str, str, str]]:
        sample = self._sampler.sample(resource.schema, rich=True)
        key, place = value_at(sample, resource.id_field), resource.parents[-1].field
        above = value_at(sample, place) if place else None
        if not (isinstance(sample, dict) and isinstance(key, str) and isinstance(above, str)):
            return {}
        told = {f"{above}{mark}{key}": mark for mark in _MARKS if above and key}
        return {
            name: (place, told[value], resource.id_field)
            for name, value in sample.items()
            if isinstance(value, str) and value in told
        }

"""Status fields whose values follow each other without anyone's doing: queued, running, ready."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..ir.schemas import EnumSchema
from .entities import plain
from .responses import resolve

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..ir.api import Api
    from ..ir.schemas import Property

# In the order a record passes through them; only one of the last group is reached.
_PASSING = (
    "submitted",
    "pending",
    "uploaded",
    "created",
    "queued",
    "waiting",
    "scheduled",
    "initializing",
    "starting",
    "provisioning",
    "preparing",
    "validating",
    "validatingfiles",
    "building",
    "processing",
    "running",
    "inprogress",
    "finalizing",
)
_REACHED = (
    "ready",
    "completed",
    "complete",
    "succeeded",
    "success",
    "successful",
    "done",
    "finished",
    "processed",
    "available",
    "active",
)
_NAMES = ("status", "state", "phase", "processingstatus", "lifecyclestate")


def states(
    fields: Mapping[str, Property], body: Mapping[str, Property], api: Api
) -> tuple[str, tuple[str, ...]]:
    """Return the status field and its values in the order they come; empty where there is none.

    A field that the creator's body sets belongs to the caller and does not move by itself.
    """
    given = {plain(name) for name in body}
    by_plain = {plain(name): name for name in reversed(list(fields))}
    for wanted in _NAMES:
        name = by_plain.get(wanted, "")
        if not name or wanted in given:
            continue
        schema = resolve(fields[name].schema, api)
        if not isinstance(schema, EnumSchema):
            continue
        values = {plain(item): item for item in schema.values if isinstance(item, str)}
        passing = [values[item] for item in _PASSING if item in values]
        reached = next((values[item] for item in _REACHED if item in values), None)
        if passing and reached is not None:
            return name, (*passing, reached)
    return "", ()

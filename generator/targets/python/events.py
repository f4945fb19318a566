"""Streams whose events depend on a header of the request, as the configuration says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.entities import escape
from ...ir.schemas import SchemaId, SchemaRef
from .plan import EventsPlan
from .types import union

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from ...config import EventChoice
    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from ...ir.operations import Operation
    from .lowering import Lowering
    from .plan import Argument, Method
    from .types import PyType


class EventsPlanner:
    """Plans the other events of streams; ``choices`` are found by operation id or pointer."""

    def __init__(
        self,
        api: Api,
        lowering: Lowering,
        choices: Mapping[str, tuple[EventChoice, ...]],
        diagnostics: Diagnostics,
    ) -> None:
        self._api = api
        self._lowering = lowering
        self._choices = choices
        self._diagnostics = diagnostics
        known = {key for one in api.operations for key in (one.operation_id, one.pointer)}
        for key in choices.keys() - known:
            message = (
                f"the configuration says what {key} streams, which is no operation of the document"
            )
            diagnostics.warn(
                "unknown-streaming-operation", "", message, "Use an operationId or a pointer."
            )

    def plan(
        self, operation: Operation, arguments: Iterable[Argument], *, streams: bool
    ) -> tuple[EventsPlan, ...]:
        """Return what else the events may be, by a header that is an argument."""
        chosen = self._choices.get(operation.pointer) or self._choices.get(operation.operation_id)
        headers = {one.wire_name.lower(): one.name for one in arguments if one.place == "header"}
        found = []
        for choice in chosen or ():
            key = SchemaId(f"#/components/schemas/{escape(choice.name)}")
            argument = headers.get(choice.header.lower())
            if not streams or argument is None or key not in self._api.schemas:
                message = (
                    f"{choice.header}: {choice.value} changes no events: the operation has no stream or"
                    f" no such header, or the document no schema {choice.name}"
                )
                self._diagnostics.warn("bad-stream-events", operation.pointer, message)
            else:
                kind = self._lowering.type_of(SchemaRef(key))
                found.append(EventsPlan(argument, choice.header, choice.value, kind))
        return tuple(found)


def any_event(method: Method) -> PyType:
    """Return what one streamed event may be, whatever the request asks for."""
    assert method.event is not None  # noqa: S101 -- asked by the callers
    return union(method.event, *(one.type for one in method.other_events))

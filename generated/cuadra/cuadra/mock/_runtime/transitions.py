"""When the status of a record moves on: with each read, with time, or by hand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from .kept import Kept
from .members import value_at

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .behaviour import Resource
    from .store import Key, Record, Store

Progress: TypeAlias = Literal["reads", "time", "hand"]
"""What makes a state end."""


@dataclass(frozen=True, slots=True)
class Transition:
    """How the records of a resource come from one state to the next.

    Args:
        by: what makes a state end; by hand, nothing does but a call of the test.
        reads: how many reads of the record a state lasts.
        seconds: how long a state lasts.
    """

    by: Progress = "reads"
    reads: int = 1
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Reached:
    """A state that a record has come to, and when."""

    state: str
    moment: datetime


_EACH_READ = Transition()


class Transitions:
    """The transitions of all resources; without one, a state lasts one read.

    Args:
        clock: tells the time.
        store: keeps since when records have been in states that end with time, beside the records: so all
            who share them see them move on at the same moment.
    """

    def __init__(self, clock: Callable[[], datetime], store: Store) -> None:
        self._clock = clock
        self._set: dict[str, Transition] = {}
        self._since = Kept(store, "since", _written, _read)

    def set(self, resource: str, transition: Transition) -> None:
        """Say how the records of a resource move on."""
        self._set[resource] = transition

    def of(self, resource: Resource) -> Transition:
        """Return how the records of a resource move on."""
        return self._set.get(resource.name, _EACH_READ)

    def copy(self, other: Transitions) -> None:
        """Take over what another one was told."""
        self._set.update(other._set)

    def begin(self, place: Key, state: str) -> None:
        """Note that a record was put into a state: its time begins."""
        self._since[_name(place)] = Reached(state, self._clock())

    def after_read(self, resource: Resource, place: Key, record: Record) -> Reached | None:
        """Return the state a record comes to by a read that was counted; ``None`` for the one it has."""
        at = _index(resource, record.data)
        if at is None:
            return None
        transition = self.of(resource)
        if transition.by == "reads":
            is_over = record.reads % max(transition.reads, 1) == 0
            return Reached(resource.states[at + 1], self._clock()) if is_over else None
        return self.by_now(resource, place, record)

    def by_now(self, resource: Resource, place: Key, record: Record) -> Reached | None:
        """Return the state a record has come to with time; ``None`` for the one it has.

        Args:
            resource: what kind of record it is.
            place: its collection and its id.
            record: the record.
        """
        at, transition = _index(resource, record.data), self.of(resource)
        if at is None or transition.by != "time":
            return None
        since = self._began(resource, place, record, at)
        left = len(resource.states) - 1 - at
        if transition.seconds > 0:
            passed = (self._clock() - since).total_seconds()
            left = min(int(passed // transition.seconds), left)
        if left < 1:
            return None
        reached = Reached(
            resource.states[at + left], since + timedelta(seconds=transition.seconds * left)
        )
        self._since[_name(place)] = reached
        return reached

    def _began(self, resource: Resource, place: Key, record: Record, at: int) -> datetime:
        """Return when a record came to its state; one that nobody moved had its first from the start."""
        known = self._since.get(_name(place))
        state = resource.states[at]
        if known is not None and known.state == state:
            return known.moment
        made = (
            _moment(value_at(record.data, resource.created_at)) if at == 0 and not known else None
        )
        if made is None:
            made = self._clock()
            self._since[_name(place)] = Reached(state, made)
        return made


def following(resource: Resource, data: Mapping[str, Any]) -> str:
    """Return the state after the one that a record has; the first for one outside of its life cycle."""
    state = data.get(resource.status)
    if state not in resource.states:
        return resource.states[0]
    return resource.states[min(resource.states.index(state) + 1, len(resource.states) - 1)]


def _index(resource: Resource, data: Mapping[str, Any]) -> int | None:
    """Return the number of a state that another one follows."""
    state = data.get(resource.status)
    return resource.states.index(state) if state in resource.states[:-1] else None


def _name(place: Key) -> str:
    """Return the one name of a collection and an id."""
    return json.dumps(place, separators=(",", ":"))


def _written(reached: Reached) -> dict[str, Any]:
    return {"state": reached.state, "moment": reached.moment.isoformat()}


def _read(kept: dict[str, Any]) -> Reached:
    return Reached(kept["state"], datetime.fromisoformat(kept["moment"]))


def _moment(value: Any) -> datetime | None:
    """Return the time that a property tells: in seconds since 1970, or as RFC 3339 writes it."""
    try:
        if isinstance(value, (int, float)) and not isinstance(value, bool):
            return datetime.fromtimestamp(value, UTC)
        if not isinstance(value, str):
            return None
        found = datetime.fromisoformat(value)
    except (ValueError, OverflowError, OSError):
        return None
    return found if found.tzinfo else found.replace(tzinfo=UTC)

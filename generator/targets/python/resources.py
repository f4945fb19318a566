"""The tree of resources and what each operation is called in it: unique Python names."""

from __future__ import annotations

import builtins
from typing import TYPE_CHECKING

from ...analyze.resources import place
from ...analyze.words import singular, split_words
from ...frozen import dataclass
from .naming import KEYWORDS, MODULE_NAMES, class_identifier, identifier, unique
from .plan import ResourcePlan

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ...config import Config
    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from ...ir.operations import Operation
    from .plan import Method

Path = tuple[str, ...]


def _listed(text: str) -> frozenset[str]:
    return frozenset(text.split())


CLIENT_ATTRIBUTES = _listed("""
    bool cached_property call call_or_stream call_with_response close config delete get int object paginate patch
    post put request str stream with_options with_raw_response with_streaming_response
    """)
"""What a top-level resource cannot be called: attributes of clients, names their class bodies use."""

METHOD_NAMES = _listed("""
    cached_property models omit overload params
    """)
"""What a method or a nested resource cannot be called: names that the bodies of its class use."""

CLASS_NAMES = _listed("""
    API Any AsyncBaseClient AsyncClient AsyncPage AsyncResource AsyncStream BasicCredentials
    BinaryResponse Client ClientCredentials CursorPages Date DateTime EventOperation Events
    FileInput Form Json LinkPages Literal Mapping Multipart NumberPages OffsetPages Omit Operation Page
    PageOperation PartEncoding Raw RequestHook RequestOptions Resource ResponseHook Sequence Server Stream
    SwitchOperation SyncClient TYPE_CHECKING Timeout TokenSource Unpack
    """) | {name for name in dir(builtins) if name[:1].isupper()}
"""What a resource class cannot be called: names that its module or the client's imports."""

_METHOD_ORDER = ("GET", "POST", "PUT", "PATCH", "DELETE")


@dataclass(frozen=True, slots=True)
class Seat:
    """Where an operation is found: the attributes from the client to its resource, and its name."""

    path: Path
    name: str

    @property
    def call(self) -> str:
        """The dotted path from a client."""
        return ".".join((*self.path, self.name))


@dataclass(frozen=True, slots=True)
class _Guest:
    """An operation that wants a seat: the names it would take, best first, and its claim to them."""

    index: int
    path: Path
    names: tuple[str, ...]
    rank: tuple[bool, int, int, str, int, str]


def seat_operations(api: Api, config: Config, diagnostics: Diagnostics) -> tuple[Seat, ...]:
    """Return the seat of each operation, in the order of ``api.operations``; no two are the same."""
    pinned = _pins(api, config, diagnostics)
    guests: list[_Guest] = []
    seats: dict[int, Seat] = dict(pinned)
    for index, operation in enumerate(api.operations):
        if index not in pinned:
            guests.append(_guest(index, operation, api))
    taken = _children({*(guest.path for guest in guests), *(seat.path for seat in pinned.values())})
    for seat in pinned.values():
        taken.setdefault(seat.path, set()).add(seat.name)
    _take_seats(guests, taken, seats)
    for guest in guests:
        seat = seats[guest.index]
        if seat.name != guest.names[0]:
            operation = api.operations[guest.index]
            message = (
                f"{seat.call} is not called {guest.names[0]}: the name is taken in this resource"
            )
            hint = "Choose a name in the configuration, under `methods`."
            diagnostics.note("method-name-taken", operation.pointer, message, hint)
    return tuple(seats[index] for index in range(len(api.operations)))


def _guest(index: int, operation: Operation, api: Api) -> _Guest:
    placement = place(operation, api)
    path: list[str] = []
    for words in placement.resource:
        reserved = KEYWORDS | (METHOD_NAMES if path else CLIENT_ATTRIBUTES)
        path.append(identifier("_".join(words), reserved=reserved, fallback="resource"))
    reserved = KEYWORDS | METHOD_NAMES
    names = (
        identifier("_".join(words), reserved=reserved, fallback="call") for words in placement.names
    )
    order = _METHOD_ORDER.index(operation.method) if operation.method in _METHOD_ORDER else 9
    length = len(split_words(operation.operation_id))
    rank = (
        placement.yields,
        length,
        operation.path.count("/"),
        operation.path,
        order,
        operation.method,
    )
    return _Guest(index, tuple(path), tuple(dict.fromkeys(names)), rank)


def _children(paths: set[Path]) -> dict[Path, set[str]]:
    """Return the attributes that nested resources take in each resource."""
    taken: dict[Path, set[str]] = {}
    for path in paths:
        for depth in range(1, len(path)):
            taken.setdefault(path[:depth], set()).add(path[depth])
    return taken


def _take_seats(guests: list[_Guest], taken: dict[Path, set[str]], seats: dict[int, Seat]) -> None:
    """Give names away: all first choices, then all second ones; who says it in fewer words wins."""
    waiting = sorted(guests, key=lambda guest: guest.rank)
    choice = 0
    while waiting:
        late: list[_Guest] = []
        for guest in waiting:
            names = taken.setdefault(guest.path, set())
            if choice < len(guest.names):
                name = guest.names[choice]
                if name in names:
                    late.append(guest)
                    continue
                names.add(name)
            else:
                name = unique(guest.names[-1], names)
            seats[guest.index] = Seat(guest.path, name)
        waiting = late
        choice += 1


def _pins(api: Api, config: Config, diagnostics: Diagnostics) -> dict[int, Seat]:
    """Return the seats that the configuration gives, by index of the operation."""
    if not config.methods:
        return {}
    by_key: dict[str, int] = {}
    for index, operation in enumerate(api.operations):
        by_key.setdefault(operation.pointer, index)
        if operation.operation_id:
            by_key.setdefault(operation.operation_id, index)
    pins: dict[int, Seat] = {}
    calls: set[str] = set()
    for key, call in config.methods.items():
        found = by_key.get(key)
        problem = _problem(call) or ("another operation has it" if call in calls else "")
        if found is None:
            message = f"the configuration names the method of {key}, which is no operation of the document"
            diagnostics.warn(
                "unknown-pinned-method", "", message, "Use an operationId or a pointer."
            )
        elif problem:
            message = f"{call!r} cannot be the method of {key}: {problem}; a name was chosen"
            diagnostics.warn("bad-pinned-method", api.operations[found].pointer, message)
        else:
            *path, name = call.split(".")
            pins[found] = Seat(tuple(path), name)
            calls.add(call)
    return pins


def _problem(call: str) -> str:
    parts = call.split(".")
    if not 2 <= len(parts) <= 4:
        return "it needs a resource and a name, with at most three resources"
    for depth, part in enumerate(parts):
        if not part.isidentifier() or part in KEYWORDS or part.startswith("_"):
            return f"{part!r} is no name"
        if part in (METHOD_NAMES if depth else CLIENT_ATTRIBUTES):
            return f"{part!r} is used by the client itself"
    prefixes = {".".join(parts[:depth]) for depth in range(1, len(parts))}
    return "" if call not in prefixes else "it is a resource"


def build_tree(api: Api, methods: Sequence[tuple[Path, Method]]) -> tuple[ResourcePlan, ...]:
    """Return the resources with their methods, in the order in which operations come to them."""
    grouped: dict[Path, list[Method]] = {}
    for path, method in methods:
        for depth in range(1, len(path)):
            grouped.setdefault(path[:depth], [])
        grouped.setdefault(path, []).append(method)
    names = _module_names(grouped)
    descriptions = {
        identifier(tag.name, reserved=CLIENT_ATTRIBUTES | KEYWORDS): tag.description
        for tag in api.tags
    }
    children: dict[Path, list[Path]] = {}
    for path in grouped:
        children.setdefault(path[:-1], []).append(path)

    def build(path: Path) -> ResourcePlan:
        module, class_name = names[path]
        return ResourcePlan(
            path=path,
            class_name=class_name,
            module=module,
            description=descriptions.get(path[0], "") if len(path) == 1 else "",
            methods=tuple(grouped[path]),
            children=tuple(build(child) for child in children.get(path, ())),
        )

    return tuple(build(path) for path in children.get((), ()))


def _module_names(paths: Mapping[Path, object]) -> dict[Path, tuple[str, str]]:
    """Return module and class of each resource: ``models.datasets`` -> ``model_datasets``, ``ModelDatasets``."""
    modules: set[str] = set()
    classes: set[str] = set()
    names: dict[Path, tuple[str, str]] = {}
    for path in sorted(paths, key=lambda path: (len(path), path)):
        text = "_".join([*(_singular(part) for part in path[:-1]), path[-1]])
        module = unique(identifier(text, reserved=MODULE_NAMES, fallback="resource"), modules)
        names[path] = (module, _class_name(text, classes))
    return names


def _class_name(text: str, classes: set[str]) -> str:
    base = class_identifier(text, reserved=frozenset())
    if base in CLASS_NAMES or f"Async{base}" in CLASS_NAMES:
        base = f"{base}Resource"
    name, number = base, 2
    while name in classes or f"Async{name}" in classes:
        name = f"{base}{number}"
        number += 1
    classes.update((name, f"Async{name}"))
    return name


def _singular(attribute: str) -> str:
    *first, last = attribute.rstrip("_").split("_")
    return "_".join([*first, singular(last)])

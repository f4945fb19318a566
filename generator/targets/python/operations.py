"""Operations to methods: arguments, body, responses, stream and pages, all with finished names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.envelopes import envelopes
from ...analyze.streaming import streaming
from ...analyze.words import split_words
from ...ir.values import ABSENT
from .bodies import choose_bodies
from .choices import CHOICE, ordered
from .events import EventsPlanner
from .fields import meant
from .literals import literal
from .naming import KEYWORDS, identifier, unique
from .paging import PagesPlanner
from .plan import Argument, BodyPlan, Method
from .responses import (
    leads_elsewhere,
    plan_headers,
    plan_responses,
    result_type,
    success_statuses,
    undescribed,
)
from .types import ANY, BINARY_RESPONSE, BOOL, NONE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ...analyze.streaming import Streaming
    from ...config import EventChoice, PageChoice
    from ...diagnostics import Diagnostics
    from ...ir.api import Api
    from ...ir.operations import Operation, Parameter
    from ...ir.schemas import Schema
    from ...ir.values import Absent, JsonValue
    from .bodies import ChosenBody
    from .lowering import Lowering
    from .resources import Seat
    from .types import PyType

ARGUMENT_NAMES = KEYWORDS | frozenset(
    [
        "self",
        "options",
        "extra_headers",
        "extra_query",
        "extra_body",
        "timeout",
        "max_retries",
        "total_timeout",
        "on_upload",
        "reconnects",
        "request",
        "check_choice",
        "styled",
        "json_text",
        "whole_query",
        "bool",
    ]
)
"""What an argument cannot be called: the options of every call, and names that bodies of methods use."""

# OpenAPI 3.1, Parameter Object: definitions of these headers are ignored.
_IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})
_IDEMPOTENCY = frozenset({("idempotency", "key"), ("idempotency", "token"), ("idempotent", "key")})
_LONGEST_DEFAULT = 60


class MethodPlanner:
    """Makes methods of the operations of one API.

    ``api`` has merged schemas (:attr:`Lowering.schemas`).
    """

    def __init__(
        self,
        api: Api,
        lowering: Lowering,
        diagnostics: Diagnostics,
        page_choices: Mapping[str, PageChoice],
        event_choices: Mapping[str, tuple[EventChoice, ...]],
    ) -> None:
        self._api = api
        self._lowering = lowering
        self._diagnostics = diagnostics
        self._pages = PagesPlanner(api, lowering, page_choices, diagnostics)
        self._events = EventsPlanner(api, lowering, event_choices, diagnostics)

    def plan(self, operation: Operation, seat: Seat) -> Method:
        """Return the method of an operation at its seat."""
        chosen = choose_bodies(operation, self._lowering)
        responses = plan_responses(operation, self._lowering)
        result = result_type(responses, success_statuses(operation))
        if leads_elsewhere(operation):
            result = BINARY_RESPONSE
        elif undescribed(operation):
            result = ANY
        stream = streaming(operation, self._api)
        idempotency = _idempotency_header(operation)
        arguments, bodies = self._arguments(operation, chosen, idempotency)
        switch, arguments = self._switch(stream, arguments)
        chosen_by = stream.switch if stream is not None else None
        values = chosen_by.values if chosen_by is not None else ()
        return Method(
            operation=operation,
            call=seat.call,
            name=seat.name,
            arguments=ordered(arguments),
            body=bodies[0] if bodies else None,
            responses=responses,
            result=NONE if stream is not None and stream.alone else result,
            event=self._event(stream),
            switch=chosen_by.name if chosen_by is not None and not values else "",
            pages=self._pages.plan(operation, result, arguments) if stream is None else None,
            idempotency_header=idempotency,
            terminator=stream.terminator if stream is not None else "",
            envelope=stream is not None and self._is_envelope(stream),
            switch_argument=switch,
            switch_values=values,
            other_events=self._events.plan(operation, arguments, streams=stream is not None),
            other_bodies=tuple(bodies[1:]),
            headers=plan_headers(operation, self._lowering),
        )

    # Arguments

    def _arguments(
        self, operation: Operation, chosen: tuple[ChosenBody, ...], idempotency: str
    ) -> tuple[list[Argument], list[BodyPlan]]:
        taken = {"body"} if any(one.fields is None for one in chosen) else set()
        if len(chosen) > 1 or any(
            len(one.media_types) > 1 or any("*" in name for name in one.media_types)
            for one in chosen
        ):
            taken.add(CHOICE)
        arguments = [
            self._parameter(parameter, taken, idempotency)
            for parameter in _in_order(operation)
            if not (parameter.location == "header" and parameter.name.lower() in _IGNORED_HEADERS)
        ]
        bodies = [self._body(operation, one, set(taken)) for one in chosen]
        return ([*arguments, *bodies[0].arguments] if bodies else arguments), bodies

    def _body(self, operation: Operation, chosen: ChosenBody, taken: set[str]) -> BodyPlan:
        return BodyPlan(
            kind=chosen.kind,
            media_types=chosen.media_types,
            required=chosen.required,
            flattened=chosen.fields is not None,
            media=chosen.media,
            type=chosen.type,
            arguments=tuple(self._body_arguments(operation, chosen, taken)),
        )

    def _parameter(self, parameter: Parameter, taken: set[str], idempotency: str) -> Argument:
        schema = parameter.schema
        is_key = parameter.location == "header" and parameter.name == idempotency
        return Argument(
            name=_argument_name(parameter.name, parameter.location, taken),
            wire_name=parameter.name,
            place=parameter.location,
            type=self._lowering.type_of(schema),
            # A key is made for each call that brings none.
            required=parameter.location == "path" or (parameter.required and not is_key),
            description=parameter.description or self._described(schema),
            default=self._default(schema),
            parameter=parameter,
            deprecated=parameter.deprecated,
        )

    def _body_arguments(
        self, operation: Operation, chosen: ChosenBody, taken: set[str]
    ) -> list[Argument]:
        request = operation.request_body
        if chosen.fields is None:
            description = (request.description if request else "") or (
                self._described(chosen.media.schema) if chosen.media.schema is not None else ""
            )
            return [Argument("body", "", "body", chosen.type, chosen.required, description)]
        arguments = []
        for field in chosen.fields:
            schema = field.property.schema if field.property else None
            annotations = field.property.annotations if field.property else None
            arguments.append(
                Argument(
                    name=_argument_name(field.name, "body", taken),
                    wire_name=field.name,
                    place="property",
                    type=field.type,
                    required=field.required and chosen.required,
                    description=(annotations.description if annotations else "")
                    or (self._described(schema) if schema is not None else ""),
                    default=(
                        self._default(schema) if schema is not None and not field.is_file else ""
                    ),
                    is_file=field.is_file,
                    deprecated=annotations.deprecated if annotations else False,
                )
            )
        return arguments

    def _described(self, schema: Schema) -> str:
        """What the schema says of itself, or the one it refers to, or is besides null."""
        said = (one.annotations.description for one in meant(schema, self._lowering))
        return next((text for text in said if text), "")

    def _default(self, schema: Schema) -> str:
        defaults = (one.annotations.default for one in meant(schema, self._lowering))
        value: JsonValue | Absent = next((one for one in defaults if one is not ABSENT), ABSENT)
        # A default of null says that nothing is assumed.
        if value is ABSENT or value is None:
            return ""
        text = literal(value)
        return text if len(text) <= _LONGEST_DEFAULT else ""

    # Stream and pages

    def _switch(
        self, stream: Streaming | None, arguments: list[Argument]
    ) -> tuple[str, list[Argument]]:
        """Return the argument that chooses between one answer and a stream; add one if there is none."""
        if stream is None or stream.alone:
            return "", arguments
        if stream.switch is not None:
            place = "property" if stream.switch.location == "body" else "query"
            for argument in arguments:
                if argument.place == place and argument.wire_name == stream.switch.name:
                    return argument.name, arguments
        name = unique("stream", {argument.name for argument in arguments})
        text = "Whether the answer comes as a stream of events."
        return name, [*arguments, Argument(name, "", "accept", BOOL, False, text)]

    def _event(self, stream: Streaming | None) -> PyType | None:
        if stream is None:
            return None
        return self._lowering.type_of(stream.event) if stream.event is not None else ANY

    def _is_envelope(self, stream: Streaming) -> bool:
        """Whether the event's schema describes the fields of a server-sent event (OpenAPI 3.2)."""
        return bool(envelopes(stream.media, self._lowering.schemas))


def _in_order(operation: Operation) -> list[Parameter]:
    """Return the parameters: those of the path as they stand in it, then query, headers, cookies."""
    places = {"path": 0, "query": 1, "querystring": 2, "header": 3, "cookie": 4}

    def key(parameter: Parameter) -> tuple[int, int]:
        at = operation.path.find(f"{{{parameter.name}}}") if parameter.location == "path" else 0
        return places[parameter.location], at

    return sorted(operation.parameters, key=key)


def _argument_name(wire_name: str, place: str, taken: set[str]) -> str:
    name = identifier(wire_name, reserved=ARGUMENT_NAMES, fallback="value")
    if name in taken:
        name = identifier(f"{place} {wire_name}", reserved=ARGUMENT_NAMES, fallback=place)
    return unique(name, taken)


def _idempotency_header(operation: Operation) -> str:
    for parameter in operation.parameters:
        if parameter.location == "header":
            words = tuple(word for word in split_words(parameter.name) if word != "x")
            if words in _IDEMPOTENCY:
                return parameter.name
    return ""

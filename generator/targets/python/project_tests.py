"""The folder ``tests/`` of the generated project: its operations on the wire, without any server."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from ...analyze.responses import base_type, is_json, successes
from ...analyze.streaming import is_stream
from ...files import Artifact
from ...ir.schemas import UnionSchema
from ...ir.values import ABSENT
from .conformance import RequestCases, argument_of, case_of, python_of
from .docstrings import error_class
from .literals import literal
from .sample_calls import CallSampler
from .sample_values import Sampler
from .types import Generated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ir.operations import MediaType, Response
    from ...ir.values import JsonValue
    from .brackets import Expression
    from .plan import ClientPlan, Method
    from .types import PyType

_MOST_STREAMS, _MOST_RESPONSES, _MOST_ERRORS = 4, 10, 8
_MOST_EVENTS = 4
_TIME = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]{1,6})?(Z|[+-][0-9]{2}:[0-9]{2})",
    re.IGNORECASE,
)
_LINES = frozenset(
    {"application/jsonl", "application/ndjson", "application/x-ndjson", "application/json-lines"}
)


def plan_tests(plan: ClientPlan) -> tuple[Artifact, ...]:
    """Return the test modules that have something to test; paths count from the project's folder."""
    calls = CallSampler(plan.lowering, Sampler(plan.lowering))
    answers = _Answers(plan, calls)
    shared: dict[str, object] = {"header": plan.header, "package": plan.package}
    artifacts = []
    paired = CallSampler(plan.lowering, Sampler(plan.lowering, pairs=True))
    if requests := tuple(RequestCases(paired).cases(plan.methods)):
        artifacts.append(_module("requests", {**shared, "cases": requests}))
    if streams := tuple(answers.streams()):
        artifacts.append(_module("streams", {**shared, "cases": streams}))
    responses, errors = tuple(answers.responses()), tuple(answers.errors())
    if responses or errors:
        view = {
            **shared,
            "cases": responses,
            "errors": [case for case, _ in errors],
            "names": ", ".join(
                sorted({"APIStatusError", "AsyncClient", "Client", *(name for _, name in errors)})
            ),
        }
        artifacts.append(_module("responses", view))
    return tuple(artifacts)


def _module(name: str, view: dict[str, object]) -> Artifact:
    return Artifact(f"tests/test_{name}.py", f"tests/test_{name}.py.jinja", view)


class _Answers:
    """Operations with what they are answered with."""

    def __init__(self, plan: ClientPlan, calls: CallSampler) -> None:
        self._plan = plan
        self._calls = calls
        self._sampler = Sampler(plan.lowering, responses=True)
        self._methods = [one for one in plan.methods if not one.operation.deprecated]

    def streams(self) -> Iterator[str]:
        count = 0
        for method in self._methods:
            if method.event is None or method.envelope or count == _MOST_STREAMS:
                continue
            found = self._stream(method)
            arguments = self._arguments(method)
            if found is None or arguments is None:
                continue
            response, media, events = found
            fields: list[tuple[str, Expression]] = [
                ("status", _status(response)),
                ("media_type", literal(base_type(media.name))),
                ("events", python_of(events)),
            ]
            if method.terminator and base_type(media.name) == "text/event-stream":
                fields.append(("end", literal(method.terminator)))
            count += 1
            yield case_of(method, arguments, fields)

    def _stream(self, method: Method) -> tuple[Response, MediaType, list[JsonValue]] | None:
        for response in successes(method.operation):
            for media in response.content:
                base = base_type(media.name)
                if is_stream(base) and (base == "text/event-stream" or base in _LINES):
                    events = self._events(media)
                    return (response, media, events) if events else None
        return None

    def _events(self, media: MediaType) -> list[JsonValue]:
        schema = media.item_schema or media.schema
        if schema is None:
            return []
        found = self._plan.lowering.resolve(schema)
        variants = found.variants[:_MOST_EVENTS] if isinstance(found, UnionSchema) else (schema,)
        events: list[JsonValue] = []
        for variant in variants:
            value = self._sampler.value(variant)
            # What looks like an error ends the stream.
            if isinstance(value, dict) and value and "error" not in str(value).lower():
                events.append(_settled(value))
        return events

    def responses(self) -> Iterator[str]:
        seen: set[PyType] = set()
        for method in self._methods:
            kind = method.result
            if not isinstance(kind, Generated) or kind in seen or len(seen) == _MOST_RESPONSES:
                continue
            if method.pages is not None or method.event is not None:
                continue
            if not self._plan.lowering.is_class(kind.id):
                continue
            found = next(self._bodies(successes(method.operation)), None)
            arguments = self._arguments(method)
            if found is not None and arguments is not None:
                seen.add(kind)
                yield case_of(method, arguments, _answer(*found))

    def errors(self) -> Iterator[tuple[str, str]]:
        """Yield cases, with the exception that each must end in."""
        seen: set[str] = set()
        for method in self._methods:
            if method.pages is not None or len(seen) == _MOST_ERRORS:
                continue
            failures = [
                one
                for one in method.operation.responses
                if one.status.isdigit() and one.status[0] in "45" and one.status not in seen
            ]
            found = next(self._bodies(failures), None)
            arguments = self._arguments(method) if found is not None else None
            if found is not None and arguments is not None:
                seen.add(found[0].status)
                name = error_class(found[0].status)
                yield case_of(method, arguments, [*_answer(*found), ("error", name)]), name

    def _bodies(
        self, responses: tuple[Response, ...] | list[Response]
    ) -> Iterator[tuple[Response, MediaType, dict[str, JsonValue]]]:
        """Yield responses with the JSON objects that they could hold."""
        for response in responses:
            for media in response.content:
                if media.schema is None or not is_json(media.name) or "*" in media.name:
                    continue
                value = media.examples[0].value if media.examples else ABSENT
                if value is ABSENT or not self._sampler.takes(value, media.schema):
                    value = self._sampler.value(media.schema)
                if isinstance(value, dict) and value:
                    yield response, media, {name: _settled(one) for name, one in value.items()}

    def _arguments(self, method: Method) -> list[Expression] | None:
        call = self._calls.plain(method)
        if call is None:
            return None
        return [argument_of(method, one, value) for one, value in call.values]


def _answer(
    response: Response, media: MediaType, value: dict[str, JsonValue]
) -> list[tuple[str, Expression]]:
    return [
        ("status", _status(response)),
        ("media_type", literal(base_type(media.name))),
        ("json", python_of(value)),
    ]


def _settled(value: JsonValue) -> JsonValue:
    """Return JSON with times as models write them: ``.940Z`` and ``.940000Z`` are one (RFC 3339)."""
    if isinstance(value, dict):
        return {name: _settled(one) for name, one in value.items()}
    if isinstance(value, list):
        return [_settled(one) for one in value]
    if not isinstance(value, str) or not _TIME.fullmatch(value):
        return value
    try:
        moment = datetime.fromisoformat(value.upper())
    except ValueError:  # the 31st of June
        return value
    written = moment.isoformat()
    return f"{written[:-6]}Z" if moment.utcoffset() == UTC.utcoffset(None) else written


def _status(response: Response) -> str:
    return response.status if response.status.isdigit() else "200"

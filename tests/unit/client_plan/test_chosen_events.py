"""Events that depend on a header of the request, as the configuration says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config, EventChoice

if TYPE_CHECKING:
    from collections.abc import Callable

CHUNK = {"type": "object", "title": "Chunk", "properties": {"text": {"type": "string"}}}
PART = {"type": "object", "properties": {"type": {"type": "string"}}}
HEADER = {"name": "X-Format", "in": "header", "schema": {"type": "string"}}


def _operation(*, switch: bool) -> dict[str, Any]:
    contents: dict[str, Any] = {"200": {"text/event-stream": {"schema": CHUNK}}}
    operation: dict[str, Any] = {"operationId": "talk", "parameters": [HEADER]}
    if switch:
        contents["201"] = {"application/json": {"schema": CHUNK}}
        asked = {"type": "object", "properties": {"stream": {"type": "boolean"}}}
        operation["requestBody"] = {"content": {"application/json": {"schema": asked}}}
    operation["responses"] = {
        status: {"description": "", "content": content} for status, content in contents.items()
    }
    return operation


def _plan(plan: Callable[..., Any], *, switch: bool = True, **choice: Any) -> Any:
    chosen = EventChoice(**({"header": "X-Format", "value": "ui", "name": "Part"} | choice))
    config = Config(package="api", emit=("models", "client"), streams={"talk": (chosen,)})
    paths = {"/talks": {"post": _operation(switch=switch)}}
    return plan(paths, config=config, components={"schemas": {"Part": PART}})


def _text(planned: Any) -> str:
    return " ".join(planned.file("api/resources/talks.py").split())


def test_a_header_and_a_switch_choose_the_events(plan: Callable[..., Any]) -> None:
    planned = _plan(plan)
    assert not planned.codes
    assert planned.operations[0]["streaming"]["events"] == {"X-Format: ui": "api.models.Part"}
    text = _text(planned)
    assert 'by_header={"X-Format": {"ui": lambda: models.Part}}' in text
    overloads = [one.partition("...")[0] for one in text.split("@overload")[1:6]]
    assert ["Literal[True]" in one for one in overloads] == [False, True, True, False, False]
    assert 'x_format: Literal["ui"]' in overloads[1]
    assert overloads[1].endswith("-> Stream[models.Part]: ")
    assert "x_format: Omit = omit" in overloads[2]
    assert "models.Part" not in overloads[2]
    assert "x_format: Omit = omit" in overloads[3]
    assert "models.Part" not in overloads[3]
    assert "x_format: str | Omit = omit" in overloads[4]
    assert "| models.Part]" in overloads[4]


def test_a_header_alone_chooses_the_events(plan: Callable[..., Any]) -> None:
    text = _text(_plan(plan, switch=False))
    overloads = [one.partition("...")[0] for one in text.split("@overload")[1:4]]
    assert 'x_format: Literal["ui"]' in overloads[0]
    assert overloads[0].endswith("-> Stream[models.Part]: ")
    assert "x_format: Omit = omit" in overloads[1]
    assert "x_format: str | Omit = omit" in overloads[2]


@pytest.mark.parametrize("choice", [{"header": "X-Other"}, {"name": "Gone"}])
def test_what_does_not_fit_the_document_is_said(plan: Callable[..., Any], choice: Any) -> None:
    planned = _plan(plan, **choice)
    assert planned.codes == ["bad-stream-events"]
    assert "by_header" not in _text(planned)


def test_operation_that_is_none(plan: Callable[..., Any]) -> None:
    choices = {"listen": (EventChoice("X-Format", "ui", "Part"),)}
    assert plan({}, config=Config(streams=choices)).codes == ["unknown-streaming-operation"]


def test_a_format_of_several_turns_streaming_on(plan: Callable[..., Any]) -> None:
    formats = {"type": "string", "enum": ["audio", "sse"]}
    body = {"type": "object", "properties": {"stream_format": formats}}
    event = {"type": "object", "properties": {"delta": {"type": "string"}}}
    content = {
        "application/octet-stream": {"schema": {"type": "string", "format": "binary"}},
        "text/event-stream": {"schema": event},
    }
    operation = {
        "operationId": "createSpeech",
        "requestBody": {"content": {"application/json": {"schema": body}}},
        "responses": {"200": {"description": "", "content": content}},
    }
    planned = plan({"/speech": {"post": operation}})
    text = " ".join(planned.file("api/resources/speech.py").split())
    assert "stream_format: Literal['audio'] | Omit = omit" in text.replace('"', "'")
    assert "stream_format: Literal['sse'], **options" in text.replace('"', "'").replace("( ", "(")
    assert 'stream=stream_format == "sse"' in text.replace("'", '"')
    assert "stream: bool" not in text

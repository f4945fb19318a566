"""Schemas of whole server-sent events: the data is what its text holds (OpenAPI 3.2, `itemSchema`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import ModuleType

TEXT = {"type": "string"}
AMOUNT = {
    "type": "object",
    "properties": {"value": {"type": "number"}, "unit": TEXT},
    "required": ["value", "unit"],
}
HELD = {
    "contentMediaType": "application/json",
    "contentSchema": {"$ref": "#/components/schemas/Amount"},
}
PLAIN = {
    "type": "object",
    "properties": {"event": TEXT, "data": {"type": "string", **HELD}},
    "required": ["data"],
}
NAMED = {
    "type": "object",
    "properties": {"event": TEXT, "data": TEXT, "id": TEXT},
    "required": ["event"],
    "oneOf": [
        {"properties": {"event": {"const": "text"}}},
        {"properties": {"event": {"const": "number"}, "data": HELD}},
    ],
}


@pytest.fixture
def stream(package: Callable[..., ModuleType]) -> Callable[..., tuple[ModuleType, list[Any]]]:
    """Read a stream whose events have this schema."""

    def read(schema: dict[str, Any], text: str) -> tuple[ModuleType, list[Any]]:
        content = {"text/event-stream": {"itemSchema": schema}}
        answer = {"responses": {"200": {"description": "", "content": content}}}
        operation = {"operationId": "watch", "tags": ["Events"], **answer}
        made = package({"/events": {"get": operation}}, "3.2.0", schemas={"Amount": AMOUNT})

        def respond(_: httpx2.Request) -> httpx2.Response:
            headers = {"content-type": "text/event-stream"}
            return httpx2.Response(200, content=text.encode(), headers=headers)

        http_client = httpx2.Client(transport=httpx2.MockTransport(respond))
        with made.Client(base_url="http://x.test", http_client=http_client) as client:
            return made, list(client.events.watch())

    return read


def test_data_is_decoded(stream: Callable[..., Any]) -> None:
    made, (event,) = stream(PLAIN, 'data: {"value": 1.5, "unit": "m"}\n\n')
    assert event.data == made.models.Amount(value=1.5, unit="m")
    assert event.to_dict() == {"data": '{"value":1.5,"unit":"m"}'}


def test_data_that_does_not_fit_is_kept(stream: Callable[..., Any]) -> None:
    made, (broken, partial) = stream(PLAIN, 'data: no JSON\n\ndata: {"value": 2}\n\n')
    assert broken.data == "no JSON"
    assert isinstance(partial.data, made.models.Amount)
    assert partial.data.to_dict() == {"value": 2}


def test_each_variant_has_its_own_data(stream: Callable[..., Any]) -> None:
    lines = 'event: text\ndata: {"value": 1}\n\nevent: number\ndata: {"value": 1, "unit": "m"}\n\n'
    made, (text, number) = stream(NAMED, lines)
    assert text.data == '{"value": 1}'
    assert number.data == made.models.Amount(value=1, unit="m")


def test_other_texts_with_contents_stay_text(package: Callable[..., ModuleType]) -> None:
    thing = {"type": "object", "properties": {"data": {"type": "string", **HELD}}}
    made = package({}, schemas={"Thing": thing, "Amount": AMOUNT})
    data = {"data": '{"value": 1}'}
    assert made.models.Thing.model_validate(data).data == '{"value": 1}'

"""What is remembered of a request must not show in the next one; a quick reader takes no more than a strict one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from twin.server._runtime import Dispatcher, Headers, Reply, Request
from twin.server._runtime.json_text import parse_json

_OK = {"200": {"description": "", "content": {"application/json": {"schema": {}}}}}


def _parameters(*more: dict[str, Any]) -> dict[str, Any]:
    given = [
        {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}},
        *more,
    ]
    path = {"get": {"operationId": "op", "parameters": given, "responses": _OK}}
    return {"/x/{id}": path}


def _arguments(server: Dispatcher, path: str, query: str = "") -> Any:
    response = server.handle(Request("GET", path, query))
    assert isinstance(response.body, bytes)
    return json.loads(response.body) if response.status == 200 else response.status


def test_arguments_are_those_of_each_request(document: Any) -> None:
    more = {"name": "q", "in": "query", "schema": {"type": "string", "default": "d"}}

    def handle(call: Any) -> Reply:
        told = dict(call.arguments)
        call.arguments["id"] = call.arguments["added"] = 0  # a handler that is careless
        return Reply(told)

    server = Dispatcher(document(_parameters(more)), handle)
    for _ in range(2):
        assert _arguments(server, "/x/1") == {"id": 1}
        assert _arguments(server, "/x/2") == {"id": 2}
        assert _arguments(server, "/x/1", "q=a") == {"id": 1, "q": "a"}
        assert _arguments(server, "/x/a") == 422


def test_header_fields_are_asked_for_each_time(document: Any) -> None:
    more = {"name": "x-a", "in": "header", "required": True, "schema": {"type": "string"}}
    server = Dispatcher(document(_parameters(more)), lambda call: Reply(dict(call.arguments)))
    request = Request("GET", "/x/1", "", Headers([("X-A", "1")]))
    assert server.handle(request).status == 200
    assert _arguments(server, "/x/1") == 422


@pytest.mark.parametrize(
    "items", [[("a", "1"), ("b", "2"), ("a", "3")], [("a", "1"), ("b", "2")], []]
)
def test_fields_in_lower_case_are_fields(items: list[tuple[str, str]]) -> None:
    quick, careful = Headers(items, is_lower=True), Headers(items)
    assert quick.items() == careful.items() == tuple(items)
    assert [quick.get(name) for name in "aBc"] == [careful.get(name) for name in "aBc"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        (b"\xef\xbb\xbf[1]", [1]),
        ('{"a": "ä"}'.encode("utf-16"), {"a": "ä"}),
        (b'{"a": 1, "a": 2}', {"a": 2}),
        (b'"\\ud83d\\ude00"', "😀"),
        (b"1e5", 100000.0),
        (b"12345678901234567890123456789", 12345678901234567890123456789),
        (b"[" * 500 + b"]" * 500, ...),
    ],
)
def test_all_that_is_json_is_read(text: bytes, value: Any) -> None:
    found = parse_json(text)
    assert value is ... or found == value


@pytest.mark.parametrize(
    "text",
    [b"", b"NaN", b"-Infinity", b"[1,]", b"01", b"'a'", b'"\\ud800"', b'"\x01"', b'"\xff"', b"1 2"],
)
def test_nothing_else_is(text: bytes) -> None:
    with pytest.raises(ValueError, match=r"."):
        parse_json(text)


_TEXTS = st.text(st.characters(exclude_categories=["Cs"]))
_VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner | _TEXTS) | st.dictionaries(_TEXTS, inner | _TEXTS),
    max_leaves=20,
)


@given(_VALUES, st.booleans())
def test_values_are_read_as_the_standard_library_reads_them(value: Any, ascii_only: bool) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only)
    assert repr(parse_json(text)) == repr(parse_json(text.encode())) == repr(json.loads(text))

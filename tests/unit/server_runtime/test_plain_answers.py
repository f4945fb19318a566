"""An object that can only be answered as JSON is written at once, as it would be step by step."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

import pytest
from twin.server._runtime import OutputError, Reply
from twin.server._runtime.operations import read_operation
from twin.server._runtime.responses import choose, render, write_plain

SCHEMA = "#/components/schemas/Pet"
OPERATION = {
    "call": "pets.get",
    "method": "GET",
    "path": "/pets/1",
    "responses": {
        "200": {
            "content": {
                "application/json": {"schema": SCHEMA},
                "application/hal+json": {"schema": SCHEMA},
                "text/event-stream": {"items": SCHEMA},
            }
        },
        "201": {"content": {"*/*": {"schema": SCHEMA, "json": True}}},
        "204": {},
        "404": {"content": {"text/plain": {}}},
    },
}
WRITTEN = [
    (Reply({"a": 1}), ""),
    (Reply({"a": 1}), "application/hal+json"),
    (Reply({"a": 1}, 200, {"Location": "/pets/2"}), "*/*"),
    (Reply({"a": {"at": datetime(2026, 1, 1, tzinfo=UTC)}}, 201), ""),
    (Reply({}, 500), "text/html"),
]
NOT_WRITTEN = [
    (Reply({"a": 1}, 204), ""),
    (Reply({}, 404), ""),
    (Reply({"a": 1}, 200, {"Content-Type": "application/x"}), ""),
    (Reply({"a": 1}, media_type="application/hal+json"), ""),
    (Reply(None), ""),
    (Reply([{"a": 1}]), ""),
    (Reply("text", 404), ""),
    (Reply(iter([{"a": 1}])), ""),
    ({"a": 1}, ""),
]


def refuse(value: Any, pointer: str) -> None:
    if pointer != SCHEMA or "wrong" in value:
        raise OutputError(pointer)


@pytest.mark.parametrize(("reply", "accept"), WRITTEN)
def test_what_is_plain_is_written_as_ever(reply: Any, accept: str) -> None:
    operation, other = read_operation(OPERATION), read_operation(OPERATION)
    for _ in range(2):  # worked out, then remembered
        found = write_plain(operation, reply, accept, refuse, (None, ""))
        assert found == render(choose(other, reply, accept), refuse)


@pytest.mark.parametrize(("reply", "accept"), NOT_WRITTEN)
def test_what_is_not_plain_is_left(reply: Any, accept: str) -> None:
    assert write_plain(read_operation(OPERATION), reply, accept, refuse, (None, "")) is None


def test_it_is_judged_unless_this_very_value_was_accepted_by_its_schema() -> None:
    operation, body = read_operation(OPERATION), {"wrong": True}
    for exact in ((None, ""), ({"wrong": True}, SCHEMA), (body, "#/other")):
        with pytest.raises(OutputError):
            write_plain(operation, Reply(body), "", refuse, exact)
    found = write_plain(operation, Reply(body), "", refuse, (body, SCHEMA))
    assert found is not None
    assert found.body == b'{"wrong":true}'


def test_headers_that_are_no_dictionary_are_written() -> None:
    class Fields(Mapping[str, str]):
        def __getitem__(self, name: str) -> str:
            return {"x-a": "1"}[name]

        def __iter__(self) -> Any:
            return iter(["x-a"])

        def __len__(self) -> int:
            return 1

    found = write_plain(read_operation(OPERATION), Reply({}, 200, Fields()), "", refuse, (None, ""))
    assert found is not None
    assert ("x-a", "1") in found.headers

"""Request validation of the mock against the JSON Schema Test Suite: what it takes and what it refuses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, NamedTuple

import json_schema_suite as suite
import pytest
from served_document import served_operations
from twin.mock._runtime import Behaviour, MockServer
from twin.server._runtime import Document, Headers, Request

from generator.diagnostics import Diagnostics
from generator.parse import parse
from generator.source import resolve
from generator.source.loader import parse_document

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.skipif(
    suite.folder() is None, reason=f"{suite.VARIABLE} names no folder of the JSON Schema Test Suite"
)


class Verdict(NamedTuple):
    """What the mock says of one instance."""

    what: str
    valid: bool
    status: int


def _judge(keyword: str, number: int, group: suite.Group) -> Iterator[Verdict]:
    mock = _mock(suite.components(group, f"https://suite.test/{keyword}/{number}"))
    for case in group.cases:
        content = json.dumps(case.instance).encode()
        headers = Headers([("content-type", "application/json")])
        response = mock.dispatcher.handle(Request("POST", "/subject", "", headers, content))
        what = f"{keyword}: {group.description}: {case.description}"
        yield Verdict(what, case.valid, response.status)


def _mock(components: dict[str, Any]) -> MockServer:
    """Return a mock with one operation that takes the schema of a group."""
    schema = {"$ref": "#/components/schemas/Subject"}
    openapi = {
        "openapi": "3.1.0",
        "info": {"title": "", "version": ""},
        "paths": {
            "/subject": {
                "post": {
                    "operationId": "judge",
                    "requestBody": {
                        "required": True,
                        "content": {"application/json": {"schema": schema}},
                    },
                    "responses": {"204": {"description": ""}, "422": {"description": ""}},
                }
            }
        },
        "components": {"schemas": components},
    }
    found = Diagnostics()
    content = json.dumps(openapi).encode()
    tree = resolve(parse_document("memory:openapi.json", content, found), found)
    document = Document(tree.root, served_operations(parse(tree, found)))
    return MockServer(document, Behaviour.read({}))


@pytest.fixture(scope="module")
def verdicts() -> list[Verdict]:
    return [
        verdict
        for keyword in suite.keywords()
        for number, group in enumerate(suite.groups(keyword))
        for verdict in _judge(keyword, number, group)
    ]


def test_valid_requests_are_taken(verdicts: list[Verdict]) -> None:
    assert len(verdicts) > 1000
    assert [one.what for one in verdicts if one.valid and one.status != 204] == []
    assert {one.status for one in verdicts} == {204, 422}


def test_invalid_requests_are_refused(verdicts: list[Verdict]) -> None:
    assert [one.what for one in verdicts if not one.valid and one.status == 204] == []

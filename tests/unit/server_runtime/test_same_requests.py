"""Operations whose paths are the same request are told apart by what else they ask for."""

from __future__ import annotations

from typing import Any

import pytest
from twin.server._runtime import Dispatcher, Headers, Request
from twin.server._runtime.router import Found, Router

RESPONSES = {"204": {"description": "Done."}}


def operation(name: str, **more: Any) -> dict[str, Any]:
    return {"operationId": name, "responses": RESPONSES, **more}


def in_path(name: str, schema: dict[str, Any]) -> list[dict[str, Any]]:
    return [{"name": name, "in": "path", "required": True, "schema": schema}]


def answered(document: Any, method: str, path: str, query: str = "", body: bytes = b"") -> str:
    """The operation that answers, with its arguments behind it."""
    seen: list[str] = []

    def handle(call: Any) -> None:
        seen.append(" ".join([call.operation.call, *map(str, call.arguments.values())]))

    headers = Headers([("content-type", "application/json")] if body else [])
    response = Dispatcher(document, handle, check_security=False).handle(
        Request(method, path, query, headers, body)
    )
    return seen[0] if seen else str(response.status)


@pytest.mark.parametrize("narrow_first", [True, False])
def test_paths_that_differ_only_by_parameter_names(document: Any, narrow_first: bool) -> None:
    number = {
        "/a/{x}": {"delete": operation("byNumber", parameters=in_path("x", {"type": "integer"}))}
    }
    text = {"/a/{y}": {"delete": operation("byName", parameters=in_path("y", {"type": "string"}))}}
    served = document({**number, **text} if narrow_first else {**text, **number})
    assert answered(served, "DELETE", "/a/7") == "byNumber 7"
    assert answered(served, "DELETE", "/a/seven") == "byName seven"


def test_fragments_are_told_apart_by_parameters_and_bodies(document: Any) -> None:
    def taking(*names: str) -> dict[str, Any]:
        schema = {"type": "object", "required": list(names)}
        return {"required": True, "content": {"application/json": {"schema": schema}}}

    needed = [{"name": "fields", "in": "query", "required": True, "schema": {"type": "string"}}]
    served = document(
        {
            "/files": {"put": operation("update")},
            "/files#share": {"put": operation("share", parameters=needed)},
            "/token": {"post": operation("token", requestBody=taking("grant"))},
            "/token#refresh": {"post": operation("refresh", requestBody=taking("grant", "old"))},
        }
    )
    assert answered(served, "PUT", "/files", "fields=link") == "share link"
    assert answered(served, "PUT", "/files") == "update"
    assert answered(served, "POST", "/token", "", b'{"grant": "a"}') == "token"
    assert answered(served, "POST", "/token", "", b'{"grant": "a", "old": "b"}') == "refresh"
    assert answered(served, "POST", "/token", "", b"{}") == "422"


def test_query_parameters_that_stand_in_the_path(document: Any) -> None:
    served = document(
        {
            "/q?x=1": {"get": operation("fixed")},
            "/q?x={v}": {"get": operation("open", parameters=in_path("v", {"type": "string"}))},
            "/q?y": {"get": operation("named")},
        }
    )
    assert answered(served, "GET", "/q", "x=1") == "fixed"
    assert answered(served, "GET", "/q", "x=a+b%2Fc") == "open a b/c"
    assert answered(served, "GET", "/q", "y") == "named"


def test_router_names_all_that_may_be_meant() -> None:
    router: Router[str] = Router()
    router.add("GET", "/a/{x}", "first")
    router.add("GET", "/a/{y}", "second")
    found = router.find("GET", "/a/1")
    assert found == Found("first", {"x": "1"}, (Found("second", {"y": "1"}),))

"""Which response headers get a type: those that are more than text."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def test_headers_of_successes_that_are_more_than_text(plan: Callable[..., Any]) -> None:
    def headers(**schemas: Any) -> dict[str, Any]:
        return {name: {"schema": schema} for name, schema in schemas.items()}

    typed = headers(
        Total={"type": "integer"},
        Until={"type": "string", "format": "date-time"},
        Ids={"type": "array", "items": {"type": "integer"}},
        Link={"type": "string"},
        Odd={"type": "object", "properties": {"a": {"type": "string"}}},
        Any={},
    )
    operation = {
        "responses": {
            "200": {"description": "", "headers": typed},
            "204": {"description": "", "headers": headers(Link={"type": "string"})},
            "404": {"description": "", "headers": headers(Total={"type": "integer"})},
        }
    }
    text = plan({"/rows": {"get": operation}}).file("api/resources/rows.py")
    found = " ".join(text[text.index("headers=") : text.index("class ")].split())
    wanted = '{"200": {"Total": lambda: int, "Until": lambda: DateTime, "Ids": lambda: list[int]}}'
    assert (
        found.replace("{ ", "{")
        .replace(" }", "}")
        .replace(",}", "}")
        .startswith(f"headers={wanted}")
    )


def test_headers_that_operations_share_stand_in_one_table(plan: Callable[..., Any]) -> None:
    def answering(status: str, *names: str) -> dict[str, Any]:
        headers = {name: {"schema": {"type": "integer"}} for name in names}
        return {"responses": {status: {"description": "", "headers": headers}}}

    rows = {
        "get": answering("200", "Limit", "Rest"),
        "post": answering("201", "Limit", "Rest"),
        "put": answering("200", "Limit", "Rest", "Reset"),
        "delete": answering("200", "Limit"),
        "patch": answering("200", "Limit"),
    }
    listed = {**answering("200", "Limit"), "operationId": "headersRows"}
    text = plan({"/rows": rows, "/rows/headers": {"get": listed}}).file("api/resources/rows.py")
    table = "{'Limit': lambda: int, 'Rest': lambda: int}"
    module = ast.parse(text)
    shared = [
        (ast.unparse(node.target), ast.unparse(node.value))
        for node in module.body
        if isinstance(node, ast.AnnAssign) and isinstance(node.value, ast.Dict)
    ]
    assert [found for _, found in shared] == [table]
    (name, _), *_ = shared
    found = {
        (call.args[0].value, ast.unparse(keyword.value))
        for call in ast.walk(module)
        if isinstance(call, ast.Call) and call.args and isinstance(call.args[0], ast.Constant)
        for keyword in call.keywords
        if keyword.arg == "headers"
    }
    alone = "{'200': {'Limit': lambda: int}}"
    assert found == {
        ("GET", f"{{'200': {name}}}"),
        ("POST", f"{{'201': {name}}}"),
        ("PUT", f"{{'200': {table[:-1]}, 'Reset': lambda: int}}}}"),
        ("DELETE", alone),
        ("PATCH", alone),
        ("GET", alone),
    }
    names = [ast.unparse(node.target) for node in module.body if isinstance(node, ast.AnnAssign)]
    assert len(names) == len({*names})

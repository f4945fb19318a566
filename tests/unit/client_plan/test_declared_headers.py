"""Which response headers get a type: those that are more than text."""

from __future__ import annotations

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

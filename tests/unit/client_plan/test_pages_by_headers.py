"""Pages of which headers of the answer tell, or the number of the next one in its body."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config, PageChoice

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
ROWS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}
PAGE = {"page": NUMBER, "per_page": NUMBER}


def _header(name: str) -> str:
    return f"$response.header.{name}"


def _get(answer: dict[str, Any], headers: dict[str, Any], query: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": "listPets",
        "parameters": [
            {"name": name, "in": "query", "schema": schema} for name, schema in query.items()
        ],
        "responses": {
            "200": {
                "description": "",
                "headers": {name: {"schema": schema} for name, schema in headers.items()},
                "content": {"application/json": {"schema": answer}},
            }
        },
    }


@pytest.mark.parametrize(
    ("query", "headers", "expected"),
    [
        (PAGE, {"X-Next-Page": NUMBER}, {"next": _header("X-Next-Page")}),
        (PAGE, {"X-Next-Page": TEXT}, {"next": _header("X-Next-Page")}),
        (
            PAGE,
            {"X-Total": TEXT, "X-Total-Pages": TEXT, "X-Page": NUMBER},
            {"total": _header("X-Total"), "pages": _header("X-Total-Pages")},
        ),
        (PAGE, {"X-WP-TotalPages": NUMBER}, {"pages": _header("X-WP-TotalPages")}),
        (PAGE, {"X-Has-More": TEXT}, {"more": _header("X-Has-More")}),
        # Of what these tell, pages are no part.
        (PAGE, {"X-Quota-Total": NUMBER, "X-Count": NUMBER, "Retry-After": NUMBER}, {}),
    ],
)
def test_headers_complete_what_the_request_tells(
    plan: Callable[..., Any], query: Any, headers: Any, expected: dict[str, str]
) -> None:
    (found,) = plan({"/pets": {"get": _get(ROWS, headers, query)}}).operations
    told = {"style": "page", "items": "", "page": "page", "size": "per_page"}
    assert found["pagination"] == {**told, **expected}


@pytest.mark.parametrize(
    ("query", "headers", "expected", "text"),
    [
        (
            {"continuation": TEXT},
            {"x-ms-continuation": TEXT},
            {"cursor": "continuation", "next": _header("x-ms-continuation")},
            "The header `x-ms-continuation` of one is the `continuation` of the next.",
        ),
        (
            {"limit": NUMBER},
            {"Next-Page": {**TEXT, "format": "uri"}},
            {"cursor": "", "next": _header("Next-Page")},
            "The header `Next-Page` is the URL of the next one.",
        ),
        ({"after": TEXT}, {"Retry-After": NUMBER, "X-Retry-After": NUMBER}, None, ""),
        ({"token": TEXT}, {"X-Auth-Token": TEXT}, None, ""),
    ],
)
def test_headers_lead_on(
    plan: Callable[..., Any], query: Any, headers: Any, expected: Any, text: str
) -> None:
    planned = plan({"/pets": {"get": _get(ROWS, headers, query)}})
    (found,) = planned.operations
    told = {"style": "cursor", "items": ""}
    assert found["pagination"] == (None if expected is None else {**told, **expected})
    assert text in " ".join(planned.file("api/resources/pets.py").split())


def test_the_body_goes_before_a_header(plan: Callable[..., Any]) -> None:
    answer = {"type": "object", "properties": {"pets": ROWS, "total": NUMBER, "next_page": NUMBER}}
    (found,) = plan({"/pets": {"get": _get(answer, {"X-Total": NUMBER}, PAGE)}}).operations
    assert found["pagination"] == {
        "style": "page",
        "items": "pets",
        "page": "page",
        "size": "per_page",
        "total": "total",
        "next": "next_page",
    }


def test_a_header_can_be_chosen(plan: Callable[..., Any]) -> None:
    fields = {"cursor": "at", "next": _header("Bookmark")}
    config = Config(package="api", pagination={"listPets": PageChoice("cursor", "", fields)})
    planned = plan({"/pets": {"get": _get(ROWS, {}, {"at": TEXT})}}, config=config)
    assert planned.operations[0]["pagination"] == {"style": "cursor", "items": "", **fields}
    assert 'next="$response.header.Bookmark"' in planned.file("api/resources/pets.py")


@pytest.mark.parametrize(
    ("sent", "told", "expected"),
    [
        ("Range", "Next-Range", {"cursor": "Range", "next": _header("Next-Range")}),
        ("X-Cursor", "X-Cursor", {"cursor": "X-Cursor", "next": _header("X-Cursor")}),
        ("X-Request-Id", "X-Request-Id", None),
        ("Range", "Content-Range", None),
        ("If-None-Match", "Next-Payment", None),
    ],
)
def test_a_cursor_goes_from_header_to_header(
    plan: Callable[..., Any], sent: str, told: str, expected: Any
) -> None:
    operation = _get(ROWS, {told: TEXT}, {})
    operation["parameters"].append({"name": sent, "in": "header", "schema": TEXT})
    planned = plan({"/pets": {"get": operation}})
    style = {"style": "cursor", "items": ""}
    (found,) = planned.operations
    assert found["pagination"] == (None if expected is None else {**style, **expected})
    assert ('location="header"' in planned.file("api/resources/pets.py")) is (expected is not None)


def test_what_a_query_moves_by_goes_before_such_a_header(plan: Callable[..., Any]) -> None:
    operation = _get(ROWS, {"X-Cursor": TEXT}, {"offset": NUMBER, "limit": NUMBER})
    operation["parameters"].append({"name": "X-Cursor", "in": "header", "schema": TEXT})
    (found,) = plan({"/pets": {"get": operation}}).operations
    assert found["pagination"]["style"] == "offset"

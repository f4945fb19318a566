"""Which operations page, and how: only where parameters and answer agree."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

TEXT = {"type": "string"}
NUMBER = {"type": "integer"}
ROWS = {"type": "array", "items": {"type": "object", "properties": {"id": TEXT}}}


def _object(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties}


def _query(**schemas: Any) -> list[dict[str, Any]]:
    return [{"name": name, "in": "query", "schema": schema} for name, schema in schemas.items()]


@pytest.mark.parametrize(
    ("query", "answer", "expected"),
    [
        (
            {"cursor": TEXT, "limit": NUMBER},
            _object(
                items=ROWS, nextCursor={"type": ["string", "null"]}, hasMore={"type": "boolean"}
            ),
            {
                "style": "cursor",
                "items": "items",
                "cursor": "cursor",
                "next": "nextCursor",
                "more": "hasMore",
            },
        ),
        (
            {"pageToken": TEXT},
            _object(pets=ROWS, nextPageToken=TEXT),
            {"style": "cursor", "items": "pets", "cursor": "pageToken", "next": "nextPageToken"},
        ),
        (
            {"after": TEXT},
            _object(results=ROWS, paging=_object(next=_object(after=TEXT, link=TEXT))),
            {"style": "cursor", "items": "results", "cursor": "after", "next": "paging/next/after"},
        ),
        (
            {"offset": TEXT, "limit": NUMBER},
            _object(data=ROWS, next_page=_object(offset=TEXT, uri={**TEXT, "format": "uri"})),
            {"style": "cursor", "items": "data", "cursor": "offset", "next": "next_page/offset"},
        ),
        (
            {"from": TEXT, "marker": TEXT},  # from where the list comes is no place in it
            _object(entries=ROWS, next_marker=TEXT),
            {"style": "cursor", "items": "entries", "cursor": "marker", "next": "next_marker"},
        ),
        (
            {"from": {**TEXT, "format": "date-time"}, "limit": NUMBER},
            _object(items=ROWS, cursor=TEXT),
            None,
        ),
        (
            {"offset": NUMBER, "limit": NUMBER},
            _object(items=ROWS, total=NUMBER),
            {
                "style": "offset",
                "items": "items",
                "offset": "offset",
                "limit": "limit",
                "total": "total",
            },
        ),
        (
            {"page": NUMBER, "per_page": NUMBER},
            ROWS,
            {"style": "page", "items": "", "page": "page", "size": "per_page"},
        ),
        (
            {"page": {**NUMBER, "default": 0}, "size": NUMBER},
            _object(content=ROWS, totalPages=NUMBER),
            {
                "style": "page",
                "items": "content",
                "page": "page",
                "size": "size",
                "pages": "totalPages",
            },
        ),
        (
            {"limit": NUMBER},
            _object(results=ROWS, next={**TEXT, "format": "uri"}),
            {"style": "cursor", "items": "results", "cursor": "", "next": "next"},
        ),
        (
            {"starting_after": TEXT, "limit": NUMBER},
            _object(data=ROWS, has_more={"type": "boolean"}),
            {
                "style": "cursor",
                "items": "data",
                "cursor": "starting_after",
                "last": "id",
                "more": "has_more",
            },
        ),
        ({"starting_after": TEXT}, _object(data=ROWS), None),
        ({"limit": NUMBER}, ROWS, None),
        ({"page": NUMBER}, _object(text=TEXT, lines=ROWS), None),
        ({"cursor": TEXT}, _object(items=ROWS), None),
        ({"page": NUMBER, "size": NUMBER}, _object(text=TEXT), None),
        ({"page": NUMBER, "size": NUMBER}, _object(a=ROWS, b=ROWS), None),
    ],
)
def test_pages_are_found_where_both_sides_agree(
    plan: Callable[..., Any], query: dict[str, Any], answer: dict[str, Any], expected: Any
) -> None:
    content = {"application/json": {"schema": answer}}
    operation = {
        "parameters": _query(**query),
        "responses": {"200": {"description": "", "content": content}},
    }
    (found,) = plan({"/pets": {"get": operation}}).operations
    assert found["pagination"] == expected


def test_pages_of_a_search_are_asked_for_in_its_body(plan: Callable[..., Any]) -> None:
    body = {"content": {"application/json": {"schema": _object(query=TEXT, cursor=TEXT)}}}
    answer = {"application/json": {"schema": _object(items=ROWS, next_cursor=TEXT)}}
    operation = {
        "requestBody": body,
        "responses": {"200": {"description": "", "content": answer}},
    }
    found = plan({"/pets/search": {"post": operation}})
    text = found.file("api/resources/pets.py")
    assert found.operations[0]["pagination"]["cursor"] == "cursor"
    assert 'location="body"' in text
    assert "def search(" in text
    assert "async def search(" not in text


def test_first_page_may_be_zero(plan: Callable[..., Any]) -> None:
    operation = {
        "parameters": _query(page={**NUMBER, "minimum": 0}, size=NUMBER),
        "responses": {
            "200": {"description": "", "content": {"application/json": {"schema": ROWS}}}
        },
    }
    assert "first=0" in plan({"/pets": {"get": operation}}).file("api/resources/pets.py")


def test_sizes_of_pages_are_those_of_the_parameter(plan: Callable[..., Any]) -> None:
    size = {"type": "integer", "default": 30, "maximum": 100}
    content = {"application/json": {"schema": ROWS}}
    operation = {
        "parameters": _query(page=NUMBER, per_page=size),
        "responses": {"200": {"description": "Fine.", "content": content}},
    }
    text = plan({"/rows": {"get": operation}}).file("api/resources/rows.py")
    assert "default_size=30" in text
    assert "max_size=100" in text

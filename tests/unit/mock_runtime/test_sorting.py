"""The order of a list, in the many forms in which APIs let it be asked for."""

from __future__ import annotations

from typing import Any

import pytest
from twin.mock._runtime.sorting import ordered
from twin.mock._runtime.store import Record

ROWS = [
    ("1", Record({"name": "Birch", "unitPrice": "9.50", "createdAt": "2024-01-01", "rank": 2})),
    ("2", Record({"name": "ash", "unitPrice": "10.00", "createdAt": "2024-01-02", "rank": None})),
    ("3", Record({"name": "Cedar", "unitPrice": "9.50", "createdAt": "2024-01-03", "rank": 10})),
]


@pytest.mark.parametrize(
    ("query", "order"),
    [
        ({}, "123"),
        ({"sort": "name"}, "213"),
        ({"sort": "-name"}, "312"),
        ({"sort": "+name"}, "213"),
        ({"sort_by": "name:desc"}, "312"),
        ({"sortBy": "name desc"}, "312"),
        ({"sort": "name_desc"}, "312"),
        ({"sort": "nameDesc"}, "312"),
        ({"sort": "name.asc"}, "213"),
        ({"orderBy": "name", "order": "desc"}, "312"),
        ({"order_by": "name", "direction": "DESC"}, "312"),
        ({"sort": "name", "sortOrder": "ascending"}, "213"),
        ({"sort": "unit_price"}, "132"),
        ({"sort": "unit_price,-name"}, "312"),
        ({"sort": ["unit_price", "-name"]}, "312"),
        ({"sort": "-unit_price,name"}, "213"),
        ({"sort": "rank"}, "132"),
        ({"sort": "-rank"}, "312"),
        ({"sort": "newest"}, "321"),
        ({"sort": "oldest"}, "123"),
        ({"order": "desc"}, "321"),
        ({"order": "asc"}, "123"),
        ({"sort": "unknown"}, "123"),
        ({"sort": "desc"}, "123"),
        ({"filter": "name"}, "123"),
    ],
)
def test_rows_come_in_the_order_that_is_asked_for(query: dict[str, Any], order: str) -> None:
    assert "".join(key for key, _ in ordered(list(ROWS), query)) == order


def test_without_a_time_the_newest_was_made_last() -> None:
    rows = [("1", Record({"name": "a"})), ("2", Record({"name": "b"}))]
    assert [key for key, _ in ordered(rows, {"sort": "newest"})] == ["2", "1"]


def test_a_list_of_the_mock_is_sorted(shop: Any) -> None:
    book = {"kind": "book", "language": "en", "isbn": "9783161484100", "author_ids": []}
    for title, amount in (("B", "9.50"), ("A", "10.00"), ("C", "8.00")):
        author = "7c9e6679-7425-40de-944b-e07fc1f90ae7"
        price = {"amount": amount, "currency": "EUR"}
        body = {**book, "title": title, "price": price, "author_ids": [author], "pages": 10}
        shop("POST", "/publications", 201, json=body)

    def titles(sort: str) -> list[str]:
        return [
            row["title"] for row in shop("GET", "/publications", params={"sort": sort})["items"]
        ]

    assert titles("title") == ["A", "B", "C"]
    assert titles("-price") == ["A", "B", "C"]
    assert titles("price") == ["C", "B", "A"]


def test_a_declared_link_header_leads_to_the_other_pages(prepare: Any) -> None:
    import httpx2

    thing = {
        "type": "object",
        "properties": {"id": {"type": "integer"}, "name": {"type": "string"}},
    }
    limits = [
        {"name": name, "in": "query", "schema": {"type": "integer", "minimum": 1}}
        for name in ("page", "per_page")
    ]
    content = {"application/json": {"schema": {"type": "array", "items": thing}}}
    one = {"application/json": {"schema": thing}}
    header = {"Link": {"schema": {"type": "string"}}}
    key = {"name": "id", "in": "path", "required": True, "schema": {"type": "integer"}}
    prepared = prepare(
        {
            "openapi": "3.1.0",
            "info": {"title": "", "version": ""},
            "paths": {
                "/things": {
                    "get": {
                        "operationId": "list",
                        "parameters": limits,
                        "responses": {
                            "200": {"description": "", "content": content, "headers": header}
                        },
                    },
                    "post": {
                        "operationId": "create",
                        "requestBody": {"content": one},
                        "responses": {"201": {"description": "", "content": one}},
                    },
                },
                "/things/{id}": {
                    "get": {
                        "operationId": "get",
                        "parameters": [key],
                        "responses": {"200": {"description": "", "content": one}},
                    }
                },
            },
        }
    )
    with prepared.mock() as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        for number in range(5):
            http.post("/things", json={"name": str(number)})
        found: list[str] = []
        target = "/things?per_page=2&x=1"
        while target:
            response = http.get(target)
            found += [row["name"] for row in response.json()]
            target = response.links.get("next", {}).get("url", "")
            assert not target or "x=1" in target
        assert found == ["0", "1", "2", "3", "4"]
        assert "page=2" in response.links["prev"]["url"]

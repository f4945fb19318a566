from __future__ import annotations

import json
from typing import Annotated, Any

import httpx2
import pytest
from twin._runtime import (
    AsyncResource,
    CursorPages,
    Json,
    NumberPages,
    OffsetPages,
    Page,
    PageOperation,
    PaginationError,
    Resource,
    omit,
)
from twin._runtime.models import Alias, Model
from twin._runtime.request import Arguments


class Item(Model):
    id: int


class Meta(Model):
    next_cursor: Annotated[str | None, Alias("nextCursor")] = None


class ItemPage(Model):
    items: list[Item]
    meta: Meta | None = None
    total: int | None = None
    more: Annotated[bool | None, Alias("hasMore")] = None


CURSOR = CursorPages(items="items", cursor="cursor", next="meta/nextCursor", more="hasMore")


def operation(pages: Any, body: Any = ItemPage, method: str = "GET") -> PageOperation[Item, Any]:
    return PageOperation(method, "/items", {"200": {"application/json": lambda: body}}, pages=pages)


def ids(page: Any) -> list[int]:
    return [item.id for item in page]


def by_cursor(request: httpx2.Request) -> httpx2.Response:
    """Three pages of two items each; the cursor is the first id of a page."""
    begin = int(request.url.params.get("cursor", "1"))
    following = str(begin + 2) if begin < 5 else None
    items = [{"id": begin}, {"id": begin + 1}]
    return httpx2.Response(200, json={"items": items, "meta": {"nextCursor": following}})


def test_cursor(clients: Any) -> None:
    class Items(Resource):
        def list(self) -> Page[Item, ItemPage]:
            return self._paginate(operation(CURSOR), query={"limit": 2, "cursor": omit})

    page = Items(clients.sync(by_cursor)).list()
    assert [item.id for item in page.items] == [1, 2]
    assert isinstance(page.body, ItemPage)
    assert page.has_next
    assert len(clients.requests) == 1
    assert ids(page) == [1, 2, 3, 4, 5, 6]
    assert [str(request.url.query, "ascii") for request in clients.requests] == [
        "limit=2",
        "limit=2&cursor=3",
        "limit=2&cursor=5",
    ]
    assert [len(one.items) for one in page.pages()] == [2, 2, 2]
    last = page.next_page().next_page()
    assert not last.has_next
    with pytest.raises(PaginationError, match="last page"):
        last.next_page()


@pytest.mark.anyio
async def test_async_page_can_be_awaited_or_iterated(clients: Any) -> None:
    class Items(AsyncResource):
        def list(self) -> Any:
            return self._paginate(operation(CURSOR))

    items = Items(clients.asynchronous(by_cursor))
    assert [item.id async for item in items.list()] == [1, 2, 3, 4, 5, 6]
    page = await items.list()
    assert [item.id for item in page.items] == [1, 2]
    assert (await page) is page
    assert [item.id for item in (await page.next_page()).items] == [3, 4]
    assert [len(one.items) async for one in page.pages()] == [2, 2, 2]
    with pytest.raises(RuntimeError, match="await"):
        _ = items.list().items


def test_cursor_in_the_body(clients: Any) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        cursor = json.loads(request.content).get("cursor", 1)
        following = {"nextCursor": str(cursor + 1)} if cursor == 1 else {}
        return httpx2.Response(200, json={"items": [{"id": cursor}], "meta": following})

    pages = CursorPages(items="items", cursor="cursor", next="meta/nextCursor", location="body")
    client = clients.sync(
        lambda r: (
            respond(r)
            if b'"2"' not in r.content
            else httpx2.Response(200, json={"items": [{"id": 2}]})
        )
    )
    arguments = Arguments(body=Json({"filter": "x", "cursor": omit}))
    assert ids(client.paginate(operation(pages, method="POST"), arguments)) == [1, 2]
    assert json.loads(clients.last.content) == {"filter": "x", "cursor": "2"}


def test_cursor_is_a_url(clients: Any) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        number = int(request.url.params.get("p", "1"))
        following = {1: "/v1/items?p=2&x=%7B", 2: "https://evil.test/items?p=3"}.get(number)
        return httpx2.Response(
            200, json={"items": [{"id": number}], "meta": {"nextCursor": following}}
        )

    pages = CursorPages(items="items", cursor="", next="meta/nextCursor")
    client = clients.sync(respond)
    assert ids(client.paginate(operation(pages), Arguments(query={"limit": 1}))) == [1, 2, 3]
    urls = [str(request.url) for request in clients.requests]
    assert urls[1] == "https://api.test/v1/items?p=2&x=%7B"
    assert clients.requests[1].headers["authorization"] == "Bearer secret"
    assert "authorization" not in clients.last.headers


def test_more_says_no(clients: Any) -> None:
    body = {"items": [{"id": 1}], "meta": {"nextCursor": "x"}, "hasMore": False}
    client = clients.sync(lambda _: httpx2.Response(200, json=body))
    assert ids(client.paginate(operation(CURSOR), Arguments())) == [1]


@pytest.mark.parametrize(
    ("pages", "message"),
    [
        (CURSOR, "do not advance"),
        (NumberPages(items="items", page="page"), "do not advance"),
        (OffsetPages(items="items", offset="offset"), "do not advance"),
    ],
)
def test_pages_that_do_not_advance(clients: Any, pages: Any, message: str) -> None:
    body = {"items": [{"id": 1}], "meta": {"nextCursor": "x"}}
    client = clients.sync(lambda _: httpx2.Response(200, json=body))
    with pytest.raises(PaginationError, match=message):
        list(client.paginate(operation(pages), Arguments()))
    assert len(clients.requests) == 2


def serve(request: httpx2.Request) -> httpx2.Response:
    """Items 1 to 5 by offset and limit, or by page (from 1) and size."""
    query = request.url.params
    size = int(query.get("limit", query.get("size", "2")))
    begin = int(query["offset"]) if "offset" in query else (int(query.get("page", "1")) - 1) * size
    items = [{"id": n + 1} for n in range(begin, min(begin + size, 5))]
    return httpx2.Response(200, json={"items": items, "total": 5, "pages": 3})


@pytest.mark.parametrize(
    ("pages", "query", "expected", "requests"),
    [
        (OffsetPages("items", "offset", "limit", "total"), {}, [1, 2, 3, 4, 5], 3),
        (OffsetPages("items", "offset", "limit"), {"limit": 2}, [1, 2, 3, 4, 5], 3),
        (OffsetPages("items", "offset"), {}, [1, 2, 3, 4, 5], 4),
        (OffsetPages("items", "offset", "limit", "total"), {"offset": 3}, [4, 5], 1),
        (NumberPages("items", "page", "size", total="total"), {"size": 2}, [1, 2, 3, 4, 5], 3),
        (NumberPages("items", "page", "size", total="total"), {}, [1, 2, 3, 4, 5], 4),
        (NumberPages("items", "page", "size", pages="pages"), {"page": 2}, [3, 4, 5], 2),
        (NumberPages("items", "page", "size"), {"size": 5}, [1, 2, 3, 4, 5], 2),
        (NumberPages("items", "page", "size"), {"size": 10, "page": omit}, [1, 2, 3, 4, 5], 1),
    ],
)
def test_offsets_and_numbers(
    clients: Any, pages: Any, query: Any, expected: list[int], requests: int
) -> None:
    client = clients.sync(serve)
    assert ids(client.paginate(operation(pages), Arguments(query=query))) == expected
    assert len(clients.requests) == requests


def test_extra_query_moves_along(clients: Any) -> None:
    options: Any = {"extra_query": {"offset": 2}}
    client = clients.sync(serve)
    pages = OffsetPages("items", "offset", "limit", "total")
    assert ids(client.paginate(operation(pages), Arguments(options=options))) == [3, 4, 5]


def test_body_is_the_array(clients: Any) -> None:
    client = clients.sync(
        lambda r: httpx2.Response(200, json=json.loads(serve(r).content)["items"])
    )
    pages = NumberPages(items="", page="page", size="size")
    page = client.paginate(operation(pages, list[Item]), Arguments(query={"size": 2}))
    assert ids(page) == [1, 2, 3, 4, 5]


@pytest.mark.parametrize("body", [{"items": None}, {"other": 1}, {}, {"items": "?"}])
def test_odd_pages_are_empty(clients: Any, body: object) -> None:
    client = clients.sync(lambda _: httpx2.Response(200, json=body))
    assert ids(client.paginate(operation(CURSOR), Arguments())) == []


def test_the_last_item_is_the_cursor(clients: Any) -> None:
    def by_last(request: httpx2.Request) -> httpx2.Response:
        begin = int(request.url.params.get("starting_after", "0"))
        items = [{"id": begin + 1}, {"id": begin + 2}]
        return httpx2.Response(200, json={"items": items, "hasMore": begin < 4})

    pages = CursorPages(items="items", cursor="starting_after", last="id", more="hasMore")
    page = clients.sync(by_last).paginate(operation(pages), Arguments())
    assert ids(page) == [1, 2, 3, 4, 5, 6]
    assert [request.url.query for request in clients.requests] == [
        *(b"", b"starting_after=2", b"starting_after=4")
    ]

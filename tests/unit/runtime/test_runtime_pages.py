from __future__ import annotations

import json
from typing import Annotated, Any

import httpx2
import pytest
from twin._runtime import (
    ApiKey,
    AsyncResource,
    CursorPages,
    Json,
    LinkPages,
    NumberPages,
    OffsetPages,
    Page,
    PageOperation,
    PaginationError,
    Resource,
    omit,
)
from twin._runtime.links import link_relations
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
        # The document says how many items a page has where the caller does not, and how many at most.
        (NumberPages("items", "page", "size", default_size=2), {}, [1, 2, 3, 4, 5], 3),
        (OffsetPages("items", "offset", "limit", default_size=2), {}, [1, 2, 3, 4, 5], 3),
        (NumberPages("items", "page", "size", max_size=5), {"size": 9}, [1, 2, 3, 4, 5], 2),
    ],
)
def test_offsets_and_numbers(
    clients: Any, pages: Any, query: Any, expected: list[int], requests: int
) -> None:
    client = clients.sync(serve)
    assert ids(client.paginate(operation(pages), Arguments(query=query))) == expected
    assert len(clients.requests) == requests


def _told_by_headers(request: httpx2.Request) -> httpx2.Response:
    """The same items; headers say all there is to say of the pages."""
    answer = json.loads(serve(request).content)
    page = int(request.url.params.get("page", request.url.params.get("at", "1")))
    following = {
        "x-next-page": str(page + 1) if page < 3 else "",
        "next-page": f"/v1/items?page={page + 1}" if page < 3 else "",
        "x-has-more": str(page < 3).lower(),
        "x-total": "5",
        "x-total-pages": "3",
    }
    return httpx2.Response(200, json=answer["items"], headers=following)


@pytest.mark.parametrize(
    "pages",
    [
        NumberPages("", "page", next="$response.header.X-Next-Page"),
        NumberPages("", "page", pages="$response.header.X-Total-Pages"),
        NumberPages("", "page", more="$response.header.X-Has-More"),
        NumberPages("", "page", "size", total="$response.header.X-Total", default_size=2),
        OffsetPages("", "offset", total="$response.header.X-Total"),
        CursorPages("", "page", next="$response.header.X-Next-Page"),
        CursorPages("", "", next="$response.header.Next-Page"),
    ],
)
def test_headers_tell_of_pages(clients: Any, pages: Any) -> None:
    client = clients.sync(_told_by_headers)
    assert ids(client.paginate(operation(pages, list[Item]), Arguments())) == [1, 2, 3, 4, 5]
    assert len(clients.requests) == 3


@pytest.mark.parametrize("options", [{}, {"extra_headers": {"at": "1"}}])
def test_a_cursor_is_sent_in_a_header(clients: Any, options: Any) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        page = int(request.headers.get("At", "1"))
        headers = {"next-at": str(page + 1)} if page < 3 else {}
        return httpx2.Response(200, json={"items": [{"id": page}]}, headers=headers)

    pages = CursorPages("items", "At", "$response.header.Next-At", location="header")
    client = clients.sync(answer)
    arguments = Arguments(headers={"At": omit, "Other": "o"}, options=options)
    assert ids(client.paginate(operation(pages), arguments)) == [1, 2, 3]
    assert [request.headers["other"] for request in clients.requests] == ["o"] * 3


@pytest.mark.parametrize(
    ("following", "numbers"),
    [
        ({1: 2, 2: 3, 3: None}, [1, 2, 3, 4]),  # nothing said is no end: page 4 is empty
        ({1: 3, 3: 3}, [1, 3]),  # the last one again
        ({1: 2, 2: 1}, [1, 2]),
    ],
)
def test_the_next_number_in_the_body(
    clients: Any, following: dict[int, int | None], numbers: list[int]
) -> None:
    def answer(request: httpx2.Request) -> httpx2.Response:
        page = int(request.url.params.get("page", "1"))
        items = [{"id": page}] if page < 4 else []
        return httpx2.Response(200, json={"items": items, "next": following.get(page)})

    client = clients.sync(answer)
    list(client.paginate(operation(NumberPages("items", "page", next="next")), Arguments()))
    assert [int(r.url.params.get("page", "1")) for r in clients.requests] == numbers


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


def linked(request: httpx2.Request) -> httpx2.Response:
    """Three pages whose headers say what is next, each in another way."""
    number = int(request.url.params.get("page", "1"))
    links = {
        1: '<https://api.test/v1/items?page=2&limit=1>; rel="next", <?page=3>; rel="last"',
        2: '<?page=1>; rel=first, <items?page=3>;title="a, b; rel=x";REL="Prefetch NEXT"',
        3: '<?page=1>; rel="first prev"',
    }
    return httpx2.Response(200, json=[{"id": number}], headers={"link": links[number]})


def test_link_header(clients: Any) -> None:
    client = clients.sync(linked).with_options(default_query={"v": "1"})
    page = client.paginate(operation(LinkPages(items=""), list[Item]), Arguments())
    assert ids(page) == [1, 2, 3]
    assert [str(request.url) for request in clients.requests] == [
        "https://api.test/v1/items?v=1",
        "https://api.test/v1/items?page=2&limit=1",
        "https://api.test/v1/items?page=3",
    ]
    assert all("authorization" in request.headers for request in clients.requests)


@pytest.mark.anyio
async def test_async_link_header(clients: Any) -> None:
    client = clients.asynchronous(linked)
    page = client.paginate(operation(LinkPages(items=""), list[Item]), Arguments())
    assert [item.id async for item in page] == [1, 2, 3]


@pytest.mark.parametrize(
    ("header", "relations"),
    [
        ("", {}),
        ("<a>;rel=next", {"next": "a"}),
        ("<a>; rel=next; rel=prev", {"next": "a"}),
        ("<a>; rel=next, <b>; rel=next", {"next": "a"}),
        ('<a>; rel="next"; anchor="#x"', {}),
        ('<a,b;c>; title="\\">;rel=z"; rel="next"', {"next": "a,b;c"}),
        ("<a>", {}),
        ("<" * 60_000, {}),
    ],
)
def test_links_of_rfc_8288(header: str, relations: dict[str, str]) -> None:
    assert link_relations({"link": header}) == relations


@pytest.mark.parametrize(
    "pages", [NumberPages("", "page", "size"), OffsetPages("", "offset", "limit")]
)
@pytest.mark.parametrize(("link", "has_next"), [("next", True), ("prev", False), ("self", False)])
def test_link_header_says_whether_there_is_another_page(
    clients: Any, pages: Any, link: str, has_next: bool
) -> None:
    response = httpx2.Response(200, json=[{"id": 1}], headers={"link": f"</x>; rel={link}"})
    query = {"size": 5, "limit": 5}  # one item is less: without the header this is the last page
    client = clients.sync(lambda _: response)
    page = client.paginate(operation(pages, list[Item]), Arguments(query=query))
    assert page.has_next is has_next


def test_nothing_secret_goes_to_the_next_page_elsewhere(clients: Any) -> None:
    api = clients.api({"key": ApiKey("X-Special")}, (("key",),))
    answers = iter(["https://other.test/x?page=2", None])
    client = clients.sync(
        lambda _: httpx2.Response(200, json={"items": [], "meta": {"nextCursor": next(answers)}}),
        api,
        credentials={"key": "secret"},
        default_headers={"X-Api-Key": "secret", "X-Plain": "1"},
        default_query={"key": "secret"},
    )
    arguments = Arguments(
        headers={"X-Special": "secret", "X-Session-Token": "secret", "X-Tenant": "t"},
        cookies={"sid": "secret"},
        options={"extra_headers": {"Authorization": "secret", "X-Mine": "2"}},
    )
    pages = CursorPages(items="items", cursor="", next="meta/nextCursor")
    assert ids(client.paginate(operation(pages), arguments)) == []
    assert str(clients.last.url) == "https://other.test/x?page=2"
    assert "secret" not in str(clients.last.headers.raw)
    assert {clients.last.headers[name] for name in ("x-plain", "x-tenant", "x-mine")} == {
        *("1", "t", "2")
    }


@pytest.mark.parametrize(
    ("host", "sent"), [("api.test/v1", b"page=2&key=secret"), ("other.test", b"page=2")]
)
def test_next_url_that_repeats_the_key(clients: Any, host: str, sent: bytes) -> None:
    api = clients.api({"key": ApiKey("key", "query")}, (("key",),))
    answers = iter([f"https://{host}/items?key=secret&page=2", None])
    client = clients.sync(
        lambda _: httpx2.Response(200, json={"items": [], "meta": {"nextCursor": next(answers)}}),
        api,
        credentials={"key": "secret"},
    )
    pages = CursorPages(items="items", cursor="", next="meta/nextCursor")
    assert ids(client.paginate(operation(pages), Arguments())) == []
    assert clients.last.url.query == sent


@pytest.mark.parametrize(
    "url", ["file:///etc/passwd", "javascript:1", "https://x:port/", "https://x/\0"]
)
def test_next_url_that_is_none(clients: Any, url: str) -> None:
    body = {"items": [{"id": 1}], "meta": {"nextCursor": url}}
    pages = CursorPages(items="items", cursor="", next="meta/nextCursor")
    page = clients.sync(lambda _: httpx2.Response(200, json=body)).paginate(
        operation(pages), Arguments()
    )
    assert page.has_next
    with pytest.raises(PaginationError, match="URL of the next page"):
        page.next_page()


def test_cursors_that_go_in_a_circle(clients: Any) -> None:
    circle = {"": "a", "a": "b", "b": "c", "c": "b"}
    client = clients.sync(
        lambda r: httpx2.Response(
            200, json={"items": [], "meta": {"nextCursor": circle[r.url.params.get("cursor", "")]}}
        )
    )
    page = client.paginate(operation(CURSOR), Arguments())
    assert page.next_page().has_next
    assert page.next_page().has_next  # asked for twice is no circle
    with pytest.raises(PaginationError, match="do not advance"):
        list(page)

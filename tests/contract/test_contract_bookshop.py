"""The bookshop's client against its mock: all operations, judged on the wire.

It has what Cuadra lacks: parameter styles, a discriminated union as a body, files down and up, keys
in headers, paging by offset.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import bookshop
import pytest
from bookshop.mock import Mock
from contract import (
    Arguments,
    Ids,
    call,
    cases,
    documented_errors,
    provoke,
    run_async,
    run_sync,
)
from wire import WireJudge

if TYPE_CHECKING:
    from collections.abc import Callable

    from bookshop import Client
    from recording import Recorder

ROOT = Path(__file__).parent.parent.parent
JUDGE = WireJudge(ROOT / "specs" / "bookshop" / "openapi.yaml")
MANIFEST = json.loads(
    (ROOT / "generated/bookshop/bookshop/manifest.json").read_text(encoding="utf-8")
)
OPERATIONS = {entry["call"]: entry for entry in MANIFEST["operations"]}
PRICE = {"amount": "14.90", "currency": "EUR"}
BOOK: Any = {
    "kind": "book",
    "title": "The Harbour",
    "price": PRICE,
    "isbn": "9783161484100",
    "author_ids": ["7c9e6679-7425-40de-944b-e07fc1f90ae7"],
    "size_mm": [135, 210, 24.5],
}
MAGAZINE: Any = {"kind": "magazine", "title": "Inkwell", "price": PRICE, "issue": 7}
KEY = {"idempotency_key": "order-0001"}
# For each operation what it is called with: the least, then all that it takes.
CALLS: dict[str, tuple[Arguments, ...]] = {
    "publications.list": (
        call(),
        call(
            offset=0,
            limit=5,
            filter={"kind": "book", "max_price": "20.00"},
            tags=["gift", "signed"],
            sort=["title", "-price"],
        ),
    ),
    "publications.create": (call(body=BOOK), call(body=MAGAZINE, **KEY)),
    "publications.get": (call("publication"),),
    "publications.replace": (call("publication", body=BOOK),),
    "publications.update": (call("publication", title="New"), call("publication", subtitle=None)),
    "publications.delete": (call("unsold"),),
    "publications.download_cover": (call("publication"),),
    "publications.upload_cover": (call("publication", body=b"\x89PNG"),),
    "authors.list": (call(), call(offset=0, limit=1)),
    "authors.books.list": (call("author"), call("author", limit=3)),
    "categories.list": (call(), call(accept_language="de")),
    "orders.list": (call(), call(limit=2)),
    "orders.create": (
        call(items=[{"publication_id": "@publication"}], email="a@b.example", payment_token="t"),
        call(
            items=[{"publication_id": "@publication", "quantity": 2, "gift_note": None}],
            email="a@b.example",
            payment_token="t",
            **KEY,
        ),
    ),
    "orders.get": (call("order"),),
    "orders.items.replace": (call("order", "item", publication_id="@publication"),),
    "orders.items.delete": (call("order", "item"),),
    "imports.create": (
        call(file=b"isbn;title"),
        call(file=("books.csv", b"isbn;title", "text/csv"), options_={"dry_run": True}),
    ),
    "imports.get": (call("import"),),
}


def prepare(client: Client) -> Ids:
    """Make the records that calls refer to."""
    publication: Any = client.publications.create(body=BOOK)
    unsold: Any = client.publications.create(body=MAGAZINE)
    client.publications.upload_cover(publication.id, body=b"\x89PNG")
    order = client.orders.create(
        items=[{"publication_id": publication.id}], email="a@b.example", payment_token="t"
    )
    return {
        "publication": publication.id,
        "unsold": unsold.id,
        "author": client.authors.list().items[0].id,
        "order": order.id,
        "item": order.items[0].id,
        "import": client.imports.create(file=b"isbn;title").id,
    }


def test_every_operation_of_the_document_is_called() -> None:
    assert len(OPERATIONS) == len(list(JUDGE.operations()))
    assert CALLS.keys() == OPERATIONS.keys()


@pytest.mark.parametrize("run", [run_sync, run_async])
@pytest.mark.parametrize(("name", "arguments"), cases(CALLS))
def test_the_exchange_is_as_documented(
    name: str, arguments: Arguments, run: Callable[..., Recorder]
) -> None:
    with Mock(seed=3) as mock:
        with mock.client() as client:
            args, kwargs = arguments(prepare(client))
        recorder = run(mock, name, args, kwargs)
    (exchange,) = recorder.exchanges
    assert JUDGE.faults(exchange) == []
    assert JUDGE.find(exchange.request) == (OPERATIONS[name]["path"], OPERATIONS[name]["method"])
    assert exchange.response.is_success


@pytest.mark.parametrize(("name", "status"), documented_errors(MANIFEST))
def test_a_documented_error_is_a_typed_exception(name: str, status: str) -> None:
    with Mock(seed=3) as mock:
        with mock.client() as client:
            args, kwargs = CALLS[name][0](prepare(client))
        error, recorder = provoke(mock, name, int(status), args, kwargs, bookshop.APIStatusError)
    (exchange,) = recorder.exchanges
    path, method = JUDGE.find(exchange.request)
    assert list(JUDGE.of_response(path, method, exchange)) == []
    assert error.status == int(status)
    assert isinstance(error.body, bookshop.models.Problem)


def test_union_members_come_back_as_their_own_class() -> None:
    with Mock() as mock, mock.client() as client:
        made = client.publications.create(body=BOOK)
        other = client.publications.create(body=MAGAZINE)
        assert isinstance(made, bookshop.models.Book)
        assert isinstance(other, bookshop.models.Magazine)
        assert isinstance(client.publications.get(made.id), bookshop.models.Book)


def test_pages_are_walked_by_offset() -> None:
    with Mock() as mock, mock.client() as client:
        before = len(list(client.publications.list()))
        titles = [f"Volume {number}" for number in range(7)]
        for title in titles:
            client.publications.create(body={**BOOK, "title": title})
        found = [one.title for one in client.publications.list(limit=3)]
        page = client.publications.list(limit=3)
    assert len(found) == before + 7
    assert set(titles) <= set(found)
    assert page.body.total == before + 7
    assert page.has_next


def test_the_key_goes_into_its_header() -> None:
    with Mock() as mock:
        mock.client().orders.list()
        with pytest.raises(bookshop.AuthenticationError):
            mock.client(api_key="wrong").orders.list()
        assert mock.calls("orders.list")[0].headers.get("x-api-key") == "mock-token"

# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""What goes over the wire, held against what the API's description prescribes.

There is one operation for each kind of request: styles of parameters, kinds of bodies.
"""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass, field
from operator import attrgetter
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import httpx2
import pytest

from bookshop import AsyncClient, Client

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and the request it must lead to; a body is given as JSON, as a form, or as bytes."""

    call: str
    arguments: Mapping[str, Any]
    method: str
    target: str
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    media_type: str = ""
    json: object = None
    form: list[tuple[str, str]] | None = None
    content: bytes = b""


CASES = [
    Case(
        call="publications.list",
        arguments={
            "offset": 1,
            "limit": 20,
            "filter": {"language": "de", "max_price": "20.00"},
            "tags": ["gift", "signed"],
            "sort": ["title", "-title"],
        },
        method="GET",
        target="/publications?offset=1&limit=20&filter%5Blanguage%5D=de&filter%5Bmax_price%5D=20.00&tags=gift,signed&sort=title%7C-title",
    ),
    Case(
        call="publications.create",
        arguments={
            "idempotency_key": "5f0c1d2e-order-17",
            "body": {
                "kind": "book",
                "title": "Atlas",
                "price": {"amount": "14.90", "currency": "EUR"},
                "isbn": "9781111111111",
                "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
            },
        },
        method="POST",
        target="/publications",
        headers={"idempotency-key": "5f0c1d2e-order-17"},
        media_type="application/json",
        json={
            "kind": "book",
            "title": "Atlas",
            "price": {"amount": "14.90", "currency": "EUR"},
            "isbn": "9781111111111",
            "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
        },
    ),
    Case(
        call="publications.get",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000"},
        method="GET",
        target="/publications/550e8400-e29b-41d4-a716-446655440000",
    ),
    Case(
        call="publications.replace",
        arguments={
            "publication_id": "550e8400-e29b-41d4-a716-446655440000",
            "body": {
                "kind": "book",
                "title": "Atlas",
                "price": {"amount": "14.90", "currency": "EUR"},
                "isbn": "9781111111111",
                "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
            },
        },
        method="PUT",
        target="/publications/550e8400-e29b-41d4-a716-446655440000",
        media_type="application/json",
        json={
            "kind": "book",
            "title": "Atlas",
            "price": {"amount": "14.90", "currency": "EUR"},
            "isbn": "9781111111111",
            "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
        },
    ),
    Case(
        call="publications.update",
        arguments={
            "publication_id": "550e8400-e29b-41d4-a716-446655440000",
            "title": "Atlas",
            "subtitle": "subtitle",
            "published_on": "2025-01-06",
        },
        method="PATCH",
        target="/publications/550e8400-e29b-41d4-a716-446655440000",
        media_type="application/merge-patch+json",
        json={"title": "Atlas", "subtitle": "subtitle", "published_on": "2025-01-06"},
    ),
    Case(
        call="publications.delete",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000"},
        method="DELETE",
        target="/publications/550e8400-e29b-41d4-a716-446655440000",
    ),
    Case(
        call="publications.upload_cover",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000", "body": b"content"},
        method="PUT",
        target="/publications/550e8400-e29b-41d4-a716-446655440000/cover",
        media_type="application/octet-stream",
        content=b"content",
    ),
    Case(
        call="categories.list",
        arguments={"accept_language": "de"},
        method="GET",
        target="/categories",
        headers={"accept-language": "de"},
    ),
    Case(
        call="orders.list",
        arguments={"offset": 1, "limit": 20, "status": ["placed", "paid"]},
        method="GET",
        target="/orders?offset=1&limit=20&status=placed&status=paid",
    ),
    Case(
        call="orders.create",
        arguments={
            "idempotency_key": "5f0c1d2e-order-17",
            "visit_id": "visit_123",
            "items": [{"publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341", "quantity": 2}],
            "email": "ada@example.com",
            "payment_token": "payment_123",
        },
        method="POST",
        target="/orders",
        headers={"idempotency-key": "5f0c1d2e-order-17", "cookie": "visit_id=visit_123"},
        media_type="application/json",
        json={
            "items": [{"publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341", "quantity": 2}],
            "email": "ada@example.com",
            "payment_token": "payment_123",
        },
    ),
    Case(
        call="imports.create",
        arguments={"file": ("notes.txt", b"content", "text/plain")},
        method="POST",
        target="/imports",
        media_type="multipart/form-data",
        content=(
            b"--boundary\r\n"
            b'Content-Disposition: form-data; name="file"; filename="notes.txt"\r\n'
            b"Content-Type: text/plain\r\n"
            b"\r\n"
            b"content\r\n"
            b"--boundary--\r\n"
        ),
    ),
]


class Caught(Exception):
    """A request, caught before it is answered."""

    def __init__(self, request: httpx2.Request) -> None:
        super().__init__(request.url)
        self.request = request


def catch(request: httpx2.Request) -> httpx2.Response:
    raise Caught(request)


def send(case: Case) -> httpx2.Request:
    http = httpx2.Client(transport=httpx2.MockTransport(catch))
    with Client(base_url=URL, http_client=http) as client, pytest.raises(Caught) as caught:
        attrgetter(case.call)(client)(**case.arguments)
    return caught.value.request


def send_async(case: Case) -> httpx2.Request:
    async def call() -> None:
        http = httpx2.AsyncClient(transport=httpx2.MockTransport(catch))
        async with AsyncClient(base_url=URL, http_client=http) as client:
            await attrgetter(case.call)(client)(**case.arguments)

    with pytest.raises(Caught) as caught:
        asyncio.run(call())
    return caught.value.request


@pytest.mark.parametrize("sender", [send, send_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_request(case: Case, sender: Any) -> None:
    request = sender(case)
    assert request.method == case.method
    assert request.url.raw_path.decode() == case.target
    for name, value in case.headers.items():
        assert request.headers[name] == value
    media_type, _, parameters = request.headers.get("content-type", "").partition(";")
    assert media_type.lower() == case.media_type
    content = request.content
    if case.json is not None:
        assert json.loads(content) == case.json
    elif case.form is not None:
        assert parse_qsl(content.decode(), keep_blank_values=True) == case.form
    else:
        boundary = parameters.partition("boundary=")[2].strip('"').encode()
        assert content.replace(boundary or b"\0", b"boundary") == case.content

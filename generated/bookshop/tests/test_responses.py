# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""Responses that the API's description gives as examples, or that fit it: nothing of them is lost."""

from __future__ import annotations

import asyncio
import json
from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

from bookshop import (
    APIStatusError,
    AsyncClient,
    AuthenticationError,
    BadRequestError,
    Client,
    ConflictError,
    NotFoundError,
    UnprocessableEntityError,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

URL = "https://api.test"


@dataclass(frozen=True)
class Case:
    """A call, and what it is answered with."""

    call: str
    arguments: Mapping[str, Any]
    status: int
    media_type: str
    json: Any
    error: type[APIStatusError] = APIStatusError


def transport(case: Case) -> httpx2.MockTransport:
    headers = {"content-type": case.media_type}
    content = json.dumps(case.json).encode()
    return httpx2.MockTransport(
        lambda _: httpx2.Response(case.status, headers=headers, content=content)
    )


def get(case: Case) -> Any:
    http = httpx2.Client(transport=transport(case))
    with Client(base_url=URL, http_client=http, max_retries=0) as client:
        return attrgetter(case.call)(client)(**case.arguments)


def get_async(case: Case) -> Any:
    async def call() -> Any:
        http = httpx2.AsyncClient(transport=transport(case))
        async with AsyncClient(base_url=URL, http_client=http, max_retries=0) as client:
            return await attrgetter(case.call)(client)(**case.arguments)

    return asyncio.run(call())


CASES = [
    Case(
        call="orders.create",
        arguments={
            "items": [{"publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341", "quantity": 2}],
            "email": "ada@example.com",
            "payment_token": "payment_123",
        },
        status=201,
        media_type="application/json",
        json={
            "id": "6ba7b810-9dad-41d1-80b4-00c04fd430c8",
            "status": "paid",
            "items": [
                {
                    "id": 1,
                    "publication_id": "1b671a64-40d5-491e-99b0-da01ff1f3341",
                    "quantity": 2,
                    "unit_price": {"amount": "14.90", "currency": "EUR"},
                },
            ],
            "email": "reader@mail.example",
            "total": {"amount": "29.80", "currency": "EUR"},
            "created_at": "2024-07-04T12:00:00Z",
            "shipped_at": None,
        },
    ),
    Case(
        call="orders.items.replace",
        arguments={
            "order_id": "550e8400-e29b-41d4-a716-446655440000",
            "item_id": 1,
            "publication_id": "550e8400-e29b-41d4-a716-446655440000",
        },
        status=200,
        media_type="application/json",
        json={
            "publication_id": "550e8400-e29b-41d4-a716-446655440000",
            "quantity": 1,
            "id": 1,
            "unit_price": {"amount": "14.90", "currency": "EUR"},
        },
    ),
    Case(
        call="imports.create",
        arguments={"file": ("notes.txt", b"content", "text/plain")},
        status=202,
        media_type="application/json",
        json={
            "id": "e4eaaaf2-d142-41b3-b365-80fe6b9b3d3d",
            "status": "queued",
            "imported": 0,
            "error": None,
            "finished_at": None,
        },
    ),
]


@pytest.mark.parametrize("getter", [get, get_async])
@pytest.mark.parametrize("case", CASES, ids=lambda case: case.call)
def test_response(case: Case, getter: Any) -> None:
    assert getter(case).to_dict() == case.json


ERRORS = [
    Case(
        call="publications.create",
        arguments={
            "body": {
                "kind": "book",
                "title": "Atlas",
                "price": {"amount": "14.90", "currency": "EUR"},
                "isbn": "9781111111111",
                "author_ids": ["550e8400-e29b-41d4-a716-446655440000"],
            },
        },
        status=400,
        media_type="application/problem+json",
        json={
            "title": "Not found",
            "status": 404,
            "detail": "There is no publication with this id.",
        },
        error=BadRequestError,
    ),
    Case(
        call="publications.get",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000"},
        status=401,
        media_type="application/problem+json",
        json={
            "title": "Not found",
            "status": 404,
            "detail": "There is no publication with this id.",
        },
        error=AuthenticationError,
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
        status=404,
        media_type="application/problem+json",
        json={
            "title": "Not found",
            "status": 404,
            "detail": "There is no publication with this id.",
        },
        error=NotFoundError,
    ),
    Case(
        call="publications.update",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000", "title": "Atlas"},
        status=422,
        media_type="application/problem+json",
        json={
            "title": "Invalid request",
            "status": 422,
            "errors": [{"field": "query.limit", "message": "must not exceed 100"}],
        },
        error=UnprocessableEntityError,
    ),
    Case(
        call="publications.delete",
        arguments={"publication_id": "550e8400-e29b-41d4-a716-446655440000"},
        status=409,
        media_type="application/problem+json",
        json={
            "title": "Not found",
            "status": 404,
            "detail": "There is no publication with this id.",
        },
        error=ConflictError,
    ),
]


@pytest.mark.parametrize("getter", [get, get_async])
@pytest.mark.parametrize("case", ERRORS, ids=lambda case: f"{case.status}-{case.call}")
def test_error(case: Case, getter: Any) -> None:
    with pytest.raises(case.error) as caught:
        getter(case)
    assert caught.value.status == case.status
    assert caught.value.problem == case.json

"""An answer in process is read at once, and can be read in every way in which one over a socket can."""

from __future__ import annotations

import asyncio
import gzip
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from twin.server._runtime import Reply

if TYPE_CHECKING:
    from collections.abc import Iterator

AUTH = {"authorization": "Bearer mock-token"}
PATH = "/v1/datasets/a"
TEXT = b'{"name":"Docs"}'


@pytest.fixture
def mock(cuadra: Any) -> Iterator[Any]:
    """A mock whose answer to one call is known to the byte."""
    with cuadra.mock() as made:

        @made.handler("getDataset")
        def get(request: Any, dataset_id: str) -> Reply:
            if dataset_id == "packed":
                packed = gzip.compress(TEXT)
                return Reply(packed, headers={"Content-Encoding": "gzip"}, media_type="text/plain")
            return Reply(TEXT, media_type="text/plain")

        yield made


@pytest.fixture
def http(mock: Any) -> httpx2.Client:
    """A client of it."""
    return httpx2.Client(transport=mock.transport(), base_url="http://mock", headers=AUTH)


def test_it_is_read(http: httpx2.Client) -> None:
    response = http.get(PATH)
    assert response.content == TEXT
    assert response.num_bytes_downloaded == len(TEXT)
    assert response.is_closed
    assert response.elapsed.total_seconds() >= 0
    assert list(response.iter_bytes(4)) == [TEXT[at : at + 4] for at in range(0, len(TEXT), 4)]


def test_what_is_packed_is_unpacked(http: httpx2.Client) -> None:
    assert http.get("/v1/datasets/packed").content == TEXT


def test_no_body_answers_head(http: httpx2.Client) -> None:
    response = http.head(PATH)
    assert response.content == b""
    assert response.headers["content-length"] == str(len(TEXT))


@pytest.mark.parametrize("size", [None, 4])
def test_it_can_be_read_as_a_stream(http: httpx2.Client, size: int | None) -> None:
    with http.stream("GET", PATH) as response:
        assert response.num_bytes_downloaded == 0
        assert b"".join(response.iter_raw(size)) == TEXT
        with pytest.raises(httpx2.StreamConsumed):
            list(response.iter_bytes())
    with http.stream("GET", PATH) as response:
        assert b"".join(response.iter_bytes(size)) == TEXT
        with pytest.raises(httpx2.StreamConsumed):
            list(response.iter_raw())
    with http.stream("GET", PATH) as response:
        pass
    with pytest.raises(httpx2.StreamClosed):
        response.read()


def test_fields_of_one_answer_are_not_those_of_the_next(http: httpx2.Client) -> None:
    first = http.get(PATH)
    expected = first.headers.multi_items()
    first.headers["x-own"] = "a"
    assert http.get(PATH).headers.multi_items() == expected


def test_asynchronous_clients_read_it_alike(mock: Any) -> None:
    async def read() -> None:
        transport = mock.async_transport()
        async with httpx2.AsyncClient(
            transport=transport, base_url="http://mock", headers=AUTH
        ) as http:
            assert (await http.get(PATH)).content == TEXT
            assert (await http.get("/v1/datasets/packed")).content == TEXT
            async with http.stream("GET", PATH) as response:
                assert [piece async for piece in response.aiter_bytes()] == [TEXT]
                assert response.num_bytes_downloaded == len(TEXT)
            async with http.stream("GET", PATH) as response:
                assert b"".join([piece async for piece in response.aiter_bytes(4)]) == TEXT

    asyncio.run(read())


def test_fields_come_as_they_would_over_a_socket(mock: Any, http: httpx2.Client) -> None:
    http.get(PATH, headers=[(b"X-One", b"a"), (b"x-one", b"b"), (b"X-Two", b"\xe9")])
    got = mock.calls()[-1].headers
    assert [one for one in got.items() if one[0] == "x-one"] == [("x-one", "a"), ("x-one", "b")]
    assert got.get("X-ONE") == "a, b"
    assert got.get("x-two") == "\xe9"

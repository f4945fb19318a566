"""Requests the document does not describe, and one client in many threads and tasks."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import anyio
import httpx2
import pytest
from twin._runtime import (
    APIStatusError,
    Json,
    Operation,
    Raw,
    SyncClient,
    async_raw,
    raw,
)
from twin._runtime.models import Model
from twin._runtime.request import Arguments


class File(Model):
    id: str
    n: int = 0


def echo(request: httpx2.Request) -> httpx2.Response:
    if request.url.path.endswith("/missing"):
        return httpx2.Response(404, json={"detail": "no"})
    body = {"id": request.method, "n": len(request.content)}
    return httpx2.Response(200, json=body)


def test_every_verb(clients: Any) -> None:
    client: SyncClient = clients.sync(echo)
    assert client.get("/f", cast_to=File) == File(id="GET", n=0)
    assert client.post("/f", cast_to=File, body=Json({"a": 1})) == File(id="POST", n=7)
    assert client.put("/f", cast_to=File, body=Raw(b"abc")) == File(id="PUT", n=3)
    assert client.patch("/f", cast_to=dict[str, Any]) == {"id": "PATCH", "n": 0}
    assert client.delete("/f", cast_to=None) is None
    assert client.get("/f") == {"id": "GET", "n": 0}
    assert client.request("options", "/f", cast_to=File).id == "OPTIONS"


def test_everything_that_other_calls_have(clients: Any) -> None:
    client = clients.sync(echo, default_headers={"X-A": "1"})
    client.post(
        "/f/{id}",
        path_params={"id": "a/b"},
        query={"q": [1, 2]},
        headers={"X-B": 2},
        body=Json({"a": 1}),
        extra_body={"b": 2},
        extra_headers={"X-C": "3"},
        extra_query={"z": "é"},
        timeout=3,
    )
    request = clients.last
    assert request.url.raw_path == b"/v1/f/a%2Fb?q=1&q=2&z=%C3%A9"
    assert [request.headers[f"x-{name}"] for name in "abc"] == ["1", "2", "3"]
    assert request.headers["authorization"] == "Bearer secret"
    assert json.loads(request.content) == {"a": 1, "b": 2}
    assert request.extensions["timeout"]["read"] == 3
    with pytest.raises(APIStatusError, match="404: no"):
        client.get("/missing")


def test_whole_urls_get_credentials_only_at_home(clients: Any) -> None:
    client = clients.sync(echo)
    client.get("https://api.test/v2/x")
    assert clients.last.headers["authorization"] == "Bearer secret"
    client.get("https://elsewhere.test/v2/x")
    assert "authorization" not in clients.last.headers


@pytest.mark.anyio
async def test_every_async_verb(clients: Any) -> None:
    client = clients.asynchronous(echo)
    for verb in (client.get, client.post, client.put, client.patch, client.delete):
        assert (await verb("/f", cast_to=File)).id == verb.__name__.upper()
    assert (await client.request("HEAD", "/f")) is None
    assert (await client.with_raw_response.get("/f", cast_to=File)).parse().id == "GET"
    async with client.with_streaming_response.get("/f", cast_to=File) as response:
        assert (await response.parse()).id == "GET"
    assert (await async_raw(client.get)("/f", cast_to=File)).status == 200


def test_whole_responses_of_verbs(clients: Any) -> None:
    client = clients.sync(echo)
    assert raw(client.get)("/f", cast_to=File).parse() == File(id="GET", n=0)
    assert client.with_raw_response.post("/f").status == 200
    with client.with_streaming_response.get("/f", cast_to=File) as response:
        assert response.parse().id == "GET"


GET: Operation[Any] = Operation("GET", "/f/{n}", {"200": {"application/json": lambda: dict}})


def numbered(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200, json={"id": request.url.path.rsplit("/", 1)[1]})


def test_one_client_in_many_threads(clients: Any) -> None:
    client = clients.sync(numbered)

    def fetch(n: int) -> bool:
        found = client.with_options(timeout=n + 1).call(GET, Arguments(path={"n": n}))
        return bool(found == {"id": str(n)})

    with ThreadPoolExecutor(16) as threads:
        assert all(threads.map(fetch, range(300)))


def test_threads_make_one_transport(monkeypatch: pytest.MonkeyPatch, clients: Any) -> None:
    made: list[httpx2.Client] = []

    def new_client() -> httpx2.Client:
        made.append(httpx2.Client(transport=httpx2.MockTransport(numbered)))
        return made[-1]

    monkeypatch.setattr("twin._runtime.transport.new_client", new_client)
    with (
        SyncClient(clients.api(), credentials={"bearer": "t"}) as client,
        ThreadPoolExecutor(16) as threads,
    ):
        list(threads.map(lambda n: client.call(GET, Arguments(path={"n": n})), range(64)))
    assert len(made) == 1
    assert made[0].is_closed


@pytest.mark.anyio
async def test_one_client_in_many_tasks(clients: Any) -> None:
    client = clients.asynchronous(numbered)
    found: dict[int, Any] = {}

    async def fetch(n: int) -> None:
        found[n] = await client.call(GET, Arguments(path={"n": n}))

    async with anyio.create_task_group() as group:
        for n in range(200):
            group.start_soon(fetch, n)
    assert found == {n: {"id": str(n)} for n in range(200)}

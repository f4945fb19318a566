"""Faults over a socket: connections that close without an answer, or in the middle of one."""

from __future__ import annotations

import socket
import threading
from typing import TYPE_CHECKING, Any

import cuadra
import httpx2
import pytest
import uvicorn
from cuadra import Client
from cuadra.mock import Mock

if TYPE_CHECKING:
    from collections.abc import Iterator

HELLO: Any = [{"role": "user", "content": "Hello"}]


@pytest.fixture
def mock() -> Iterator[Mock]:
    with Mock(seed=5) as mock:
        yield mock


@pytest.fixture
def url(mock: Mock) -> Iterator[str]:
    listener = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(mock.app, log_level="critical"))
    thread = threading.Thread(target=server.run, kwargs={"sockets": [listener]})
    thread.start()
    try:
        yield f"http://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        server.should_exit = True
        thread.join()
        listener.close()


@pytest.fixture
def http(url: str, mock: Mock) -> Iterator[httpx2.Client]:
    headers = {"authorization": f"Bearer {mock.token}"}
    with httpx2.Client(base_url=url, headers=headers) as client:
        yield client


def test_an_answer_is_lost(mock: Mock, http: httpx2.Client) -> None:
    mock.drop("datasets.create")
    with pytest.raises(httpx2.RemoteProtocolError, match="without sending a response"):
        http.post("/v1/datasets", json={"name": "kept"})
    assert [one["name"] for one in http.get("/v1/datasets").json()["items"]] == ["kept"]


def test_an_answer_is_cut_off(mock: Mock, http: httpx2.Client) -> None:
    mock.truncate("usage.get_organization", after=10)
    received: list[bytes] = []
    with (
        pytest.raises(httpx2.RemoteProtocolError, match="complete message body"),
        http.stream("GET", "/v1/usage") as response,
    ):
        received.extend(response.iter_raw())
    assert (response.status_code, sum(map(len, received))) == (200, 10)
    assert http.get("/v1/usage").status_code == 200


def test_a_stream_breaks(mock: Mock, url: str) -> None:
    mock.break_stream("chats.create_or_continue", after=3)
    mock.pace(first_token=0.01, tokens_per_second=1000, jitter=0.5)
    chunks: list[Any] = []
    with (
        Client(base_url=url, token=mock.token, max_retries=0) as client,
        pytest.raises(cuadra.APIConnectionError),
    ):
        chunks.extend(client.chats.create_or_continue(messages=HELLO, model_id="m", stream=True))
    assert len(mock.records.all("chats")) == 1


def test_a_client_that_repeats_itself_survives_lost_answers(mock: Mock, url: str) -> None:
    mock.drop("datasets.create", times=1)
    with Client(base_url=url, token=mock.token) as client:
        client.datasets.create(name="once", idempotency_key="k")
        assert [one.name for one in client.datasets.list()] == ["once"]
    assert len(mock.calls("datasets.create")) == 2


def test_faults_are_ordered_over_the_control_api(mock: Mock, http: httpx2.Client) -> None:
    order = {"kind": "fail", "status": 500, "call": "usage.get_organization", "times": 1}
    assert http.post("/_mock/faults", json=order).is_success
    assert [http.get("/v1/usage").status_code for _ in range(2)] == [500, 200]

"""What a call does with options that are no options, or contradict its body."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from twin._runtime import Multipart, Operation, Raw
from twin._runtime.request import Arguments

NOTHING: Operation[Any] = Operation("POST", "/x", {"200": {}})


def done(_: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200)


def misspelt() -> Arguments:
    options: Any = {"timeout": 5, "limt": 3}  # as `**options` takes it
    return Arguments(options=options)


def test_misspelt_argument_is_an_error(clients: Any) -> None:
    client = clients.sync(done)
    with pytest.raises(TypeError, match=r"unexpected keyword argument 'limt' \(POST /x\)"):
        client.call(NOTHING, misspelt())
    with pytest.raises(TypeError, match="'limt'"):
        client.get("/y", cast_to=dict, limt=3)
    assert clients.requests == []


@pytest.mark.anyio
async def test_misspelt_argument_is_an_error_for_async_clients(clients: Any) -> None:
    with pytest.raises(TypeError, match="'limt'"):
        await clients.asynchronous(done).call(NOTHING, misspelt())


@pytest.mark.parametrize(
    "given", ["multipart/form-data", "Multipart/Form-Data; boundary=other", "multipart/mixed"]
)
def test_body_in_parts_names_its_own_boundary(clients: Any, given: str) -> None:
    options: Any = {"extra_headers": {"content-type": given}}
    clients.sync(done).call(NOTHING, Arguments(body=Multipart({"a": "b"}), options=options))
    kind, _, boundary = clients.last.headers["content-type"].partition("; boundary=")
    assert kind == "multipart/form-data"
    assert clients.last.content.startswith(f"--{boundary}\r\n".encode())


def test_body_that_is_in_parts_already_keeps_its_boundary(clients: Any) -> None:
    given = "multipart/mixed; boundary=own"
    options: Any = {"extra_headers": {"content-type": given}}
    body = Raw(b"--own--\r\n", media_type="multipart/mixed")
    clients.sync(done).call(NOTHING, Arguments(body=body, options=options))
    assert clients.last.headers["content-type"] == given

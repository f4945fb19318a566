"""What stands in odd path templates, and in the URLs that errors show."""

from __future__ import annotations

from typing import Any

import httpx2
import pytest
from twin._runtime import NotFoundError, Operation, Server, styled
from twin._runtime.request import Arguments


def test_a_fragment_of_a_path_is_not_sent_and_swallows_no_query(clients: Any) -> None:
    operation: Operation[Any] = Operation("GET", "/files/{id}#shared_link", {"204": {}})
    arguments = Arguments(path={"id": "a"}, query={"fields": "x"})
    clients.sync(lambda _: httpx2.Response(204)).call(operation, arguments)
    assert clients.last.url.raw_path == b"/v1/files/a?fields=x"


def test_a_query_in_a_path_is_kept(clients: Any) -> None:
    operation: Operation[Any] = Operation("GET", "/files?kind=a", {"204": {}})
    arguments = Arguments(query={"tags": styled(["b", "c"], "pipeDelimited", explode=False)})
    clients.sync(lambda _: httpx2.Response(204)).call(operation, arguments)
    assert clients.last.url.raw_path == b"/v1/files?kind=a&tags=b%7Cc"


def test_errors_show_their_url_where_no_query_parameter_is_secret(clients: Any) -> None:
    operation: Operation[Any] = Operation("GET", "/files", {"204": {}})
    client = clients.sync(lambda _: httpx2.Response(404))
    with pytest.raises(NotFoundError) as caught:
        client.call(operation, Arguments())
    assert caught.value.url == "https://api.test/v1/files"


@pytest.mark.parametrize(
    ("server", "expected"),
    [
        ("/sandbox", "https://api.test/sandbox/files"),
        ("../v2/", "https://api.test/v2/files"),
        ("beta", "https://api.test/v1/beta/files"),
        ("//other.test", "https://other.test/files"),
        ("https://other.test/v1", "https://other.test/v1/files"),
    ],
)
def test_a_server_of_its_own_may_be_relative(clients: Any, server: str, expected: str) -> None:
    operation: Operation[Any] = Operation("GET", "/files", {"204": {}}, server=Server(server))
    clients.sync(lambda _: httpx2.Response(204)).call(operation, Arguments())
    assert str(clients.last.url) == expected

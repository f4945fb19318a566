"""Multipart bodies of unnamed parts: client and mock agree, in process and over a socket."""

from __future__ import annotations

import asyncio
import importlib
import socket
import sys
import threading
from datetime import date
from email import message_from_bytes
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest
import uvicorn

from generator import Config, generate

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DOCUMENT = Path(__file__).parents[1] / "golden" / "parts" / "openapi.yaml"
PDF = b"%PDF\r\n--not a boundary\r\n\xff"
BUNDLE = "/letters/l1/bundle"


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    folder = tmp_path_factory.mktemp("parts")
    generate(DOCUMENT, Config(package="parts_contract"), output=folder)
    sys.path.insert(0, str(folder))
    try:
        yield importlib.import_module("parts_contract")
    finally:
        sys.path.remove(str(folder))


@pytest.fixture
def mock(package: Any) -> Iterator[Any]:
    with importlib.import_module("parts_contract.mock").Mock(seed=3) as mock:
        yield mock


@pytest.fixture
def url(mock: Any) -> Iterator[str]:
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


@pytest.fixture(params=["process", "socket", "async process", "async socket"])
def call(request: pytest.FixtureRequest, package: Any, mock: Any) -> Callable[..., Any]:
    """Calls a method by its name, through each kind of client and transport."""
    address = request.getfixturevalue("url") if "socket" in request.param else ""

    def blocking(name: str, *args: Any, **body: Any) -> Any:
        client = package.Client(base_url=address) if address else mock.client()
        with client:
            resource, _, method = name.partition(".")
            return getattr(getattr(client, resource), method)(*args, **body)

    async def waiting(name: str, *args: Any, **body: Any) -> Any:
        client = package.AsyncClient(base_url=address) if address else mock.async_client()
        async with client:
            resource, _, method = name.partition(".")
            return await getattr(getattr(client, resource), method)(*args, **body)

    if "async" in request.param:
        return lambda name, *args, **body: asyncio.run(waiting(name, *args, **body))
    return blocking


def _parts(content_type: str, body: bytes) -> list[Any]:
    """Read a multipart body by the standard library, which shares nothing with ours."""
    whole = message_from_bytes(b"Content-Type: " + content_type.encode() + b"\r\n\r\n" + body)
    found: Any = whole.get_payload()
    return list(found)


def test_a_handler_gets_the_parts_in_their_types(
    package: Any, mock: Any, call: Callable[..., Any]
) -> None:
    seen: list[Any] = []

    def send(request: Any, body: Any) -> Any:
        seen.append((request.headers.get("content-type"), request.body, body))
        return body[0]

    mock.handler("letters.send")(send)
    letter = package.models.Letter(to="Ann", date=date(2026, 1, 2))
    assert call("letters.send", body=(letter, ("a.pdf", PDF, "application/pdf"))) == letter
    ((content_type, wire, (first, second)),) = seen
    assert first == letter
    assert (second.content_type, second.data) == ("application/pdf", PDF)
    assert content_type.startswith("multipart/related; boundary=")
    one, two = _parts(content_type, wire)
    assert (one.get_content_type(), one.get_payload()) == (
        "application/json",
        '{"to":"Ann","date":"2026-01-02"}',
    )
    assert (two.get_content_type(), two.get_payload(decode=True)) == ("application/pdf", PDF)


def test_the_mock_keeps_what_the_parts_say(call: Callable[..., Any]) -> None:
    assert call("letters.send", body=({"to": "Ann", "pages": 2}, PDF)).to == "Ann"
    call("letters.replace", body=[{"to": "Ann"}, {"to": "Bob"}])
    call("scans.add", body=[b"1", b"2"])
    call("notes.add", body=["Hello", 5, {"to": "Ann"}])


@pytest.mark.parametrize(
    ("name", "body", "status", "place"),
    [
        ("letters.replace", [{"to": "Ann"}, {"to": 5}], 422, ["body", 1, "to"]),
        ("letters.send", ({"to": "Ann"},), 422, ["body"]),
        ("letters.send", ({"to": "Ann"}, PDF, PDF), 422, ["body", 2]),
        ("letters.send", ({"to": "Ann"}, ("a", b"", "text/css")), 415, ["body", 1, "content-type"]),
        ("letters.send", ((None, b"{", "application/json"), PDF), 400, ["body", 0]),
        ("notes.add", ["Far too long a text", 5], 422, ["body", 0]),
        ("notes.add", ["Fine", "five"], 422, ["body", 1]),
    ],
)
def test_what_is_wrong_with_a_part_is_told_with_its_place(
    package: Any, mock: Any, name: str, body: Any, status: int, place: list[Any]
) -> None:
    resource, _, method = name.partition(".")
    with mock.client() as client, pytest.raises(package.APIStatusError) as caught:
        getattr(getattr(client, resource), method)(body=body)
    assert caught.value.status == status
    assert [one["loc"] for one in caught.value.body["errors"]] == [place]


def test_answers_of_the_mock_are_parts(package: Any, mock: Any, call: Callable[..., Any]) -> None:
    letters = call("letters.read")
    assert letters
    assert all(isinstance(one, package.models.Letter) for one in letters)
    letter, enclosure = call("letters.get_bundle", "l1")
    assert isinstance(letter, package.models.Letter)
    assert enclosure.media_type == "application/pdf"


def test_answers_of_handlers_are_parts(package: Any, mock: Any, call: Callable[..., Any]) -> None:
    upload = importlib.import_module("parts_contract.server._runtime").FileUpload

    def get_bundle(request: Any, id: str) -> Any:  # noqa: A002 - the parameter's name
        return package.models.Letter(to=id), upload('a "1".pdf', "application/pdf", PDF)

    def read(request: Any) -> Iterator[Any]:
        return ({"to": name} for name in ("Ann", "Bob"))

    mock.handler("letters.get_bundle")(get_bundle)
    mock.handler("letters.read")(read)
    letter, enclosure = call("letters.get_bundle", "l1")
    assert letter == package.models.Letter(to="l1")
    assert (enclosure.content, enclosure.media_type) == (PDF, "application/pdf")
    assert [one.to for one in call("letters.read")] == ["Ann", "Bob"]


def test_others_can_read_the_parts_of_the_mock(url: str) -> None:
    answer = httpx2.get(f"{url}{BUNDLE}")
    one, two = _parts(answer.headers["content-type"], answer.content)
    assert (one.get_content_type(), two.get_content_type()) == (
        "application/json",
        "application/pdf",
    )
    assert len(_parts(*_get(f"{url}/letters"))) == 2


def _get(address: str) -> tuple[str, bytes]:
    answer = httpx2.get(address)
    return answer.headers["content-type"], answer.content


def test_the_mock_reads_the_parts_of_others(mock: Any, url: str) -> None:
    seen: list[Any] = []
    mock.handler("notes.add")(lambda request, body: seen.append(body))
    wire = (
        b"A preamble.\r\n--x \t\r\n\r\nHello\r\n"
        b"--x\r\nContent-Type: text/plain; charset=utf-16-le\r\n\r\n5\x00\r\n"
        b'--x\r\nContent-Type:\r\n application/json\r\n\r\n{"to": "Ann"}\r\n--x--\r\nAn epilogue.'
    )
    headers = {"content-type": 'multipart/mixed; boundary="x"'}
    assert httpx2.post(f"{url}/notes", content=wire, headers=headers).status_code == 204
    (body,) = seen
    assert (body[0], body[1], body[2].to) == ("Hello", 5, "Ann")
    for broken in (wire.replace(b"--x--", b""), b"", b"--x\r\nContent-Type: text/plain\r\n--x--"):
        answer = httpx2.post(f"{url}/notes", content=broken, headers=headers)
        assert answer.status_code in {400, 422}
        assert answer.json()["errors"][0]["loc"] == ["body"]

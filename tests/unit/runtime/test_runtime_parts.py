"""Multipart responses: parts in their declared types."""

from __future__ import annotations

from email.mime.application import MIMEApplication
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from typing import Any

import httpx2
import pytest
from twin._runtime import BinaryResponse, DecodeError, Operation
from twin._runtime.calls import Arguments
from twin._runtime.models import Model


class Letter(Model):
    to: str


KIND = 'multipart/mixed; boundary="b"'


def received(
    clients: Any, tp: Any, body: bytes, content_type: str = KIND, *, strict: bool = False
) -> Any:
    response = httpx2.Response(200, headers={"content-type": content_type}, content=body)
    client = clients.sync(lambda _: response, strict=strict)
    operation: Any = Operation("GET", "/x", {"200": {"multipart/mixed": lambda: tp}})
    return client.call(operation, Arguments())


def written(*parts: tuple[str, bytes]) -> bytes:
    found = b""
    for head, data in parts:
        end = "\r\n" if head else ""
        found += f"--b\r\n{head}{end}\r\n".encode() + data + b"\r\n"
    return found + b"--b--\r\n"


JSON = "Content-Type: application/json"


def test_each_part_has_its_type(clients: Any) -> None:
    body = written(
        (JSON, b'{"to": "Ann"}'),
        ("Content-Type: image/png\r\nX-Page:  3\r\nContent-ID:\r\n <a>", b"\r\n--c\r\n\xff"),
        ("Content-Type: text/plain; charset=latin-1", b"\xe4"),
        ("", b"plain"),
    )
    tp = tuple[Letter, BinaryResponse, str, str]
    letter, image, *texts = received(clients, tp, b"preamble\r\n" + body + b"epilogue")
    assert letter == Letter(to="Ann")
    assert image.content == b"\r\n--c\r\n\xff"
    assert image.headers == {"content-type": "image/png", "x-page": "3", "content-id": "<a>"}
    assert texts == ["ä", "plain"]


def test_items_of_one_type_and_of_several(clients: Any) -> None:
    body = written((JSON, b'{"to": "Ann"}'), (JSON, b'{"to": "Bob"}'))
    assert received(clients, list[Letter], body) == [Letter(to="Ann"), Letter(to="Bob")]
    body = written((JSON, b'{"to": "Ann"}'), ("Content-Type: image/png", b"\x89"))
    letter, image = received(clients, list[Letter | BinaryResponse], body)
    assert (letter, bytes(image)) == (Letter(to="Ann"), b"\x89")
    assert received(clients, list[Letter], b"--b--\r\n") == []


def test_parts_that_the_standard_library_wrote(clients: Any) -> None:
    whole = MIMEMultipart("mixed", boundary="b")
    whole.attach(MIMEText("A text", "plain", "utf-8"))
    whole.attach(MIMEApplication(b"\x00", "pdf", lambda _: None))
    body = whole.as_bytes().partition(b"\n\n")[2].replace(b"\n", b"\r\n")
    _, document = received(clients, list[str | BinaryResponse], body)
    assert document.media_type == "application/pdf"


def test_parts_of_parts_are_no_parts(clients: Any) -> None:
    inner = b"--bb\r\n\r\n1\r\n--bb--"
    body = written(("Content-Type: multipart/mixed; boundary=bb", b"x\r\n" + inner))
    (part,) = received(clients, list[BinaryResponse], body)
    assert part.content == b"x\r\n" + inner


def test_a_part_without_a_type_is_what_is_declared_if_it_can_be(clients: Any) -> None:
    assert received(clients, list[int], written(("", b"5"))) == [5]
    assert received(clients, list[Letter], written(("", b'{"to": "Ann"}'))) == [Letter(to="Ann")]
    assert received(clients, list[str], written(("", b"5"))) == ["5"]
    assert received(clients, list[Letter], written(("", b"A text"))) == ["A text"]


def test_what_does_not_fit_is_kept_or_refused(clients: Any) -> None:
    body = written((JSON, b'{"to": "Ann"}'), (JSON, b'{"to": 5}'))
    assert [one.to for one in received(clients, list[Letter], body)] == ["Ann", 5]
    with pytest.raises(DecodeError) as caught:
        received(clients, list[Letter], body, strict=True)
    assert caught.value.path == (1, "to")
    assert str(caught.value).startswith("part 1: ")
    one = written((JSON, b'{"to": "Ann"}'))
    assert received(clients, tuple[Letter, BinaryResponse], one) == [Letter(to="Ann")]
    with pytest.raises(DecodeError, match="1 parts came where 2 are declared"):
        received(clients, tuple[Letter, BinaryResponse], one, strict=True)


@pytest.mark.parametrize(
    ("body", "content_type", "message"),
    [
        (written((JSON, b"{")), KIND, "part 0: the body is not JSON"),
        (written((JSON, b"{}"))[:-5], KIND, "the closing boundary is missing"),
        (b"", KIND, "the closing boundary is missing"),
        (written((JSON, b"{}")), "multipart/mixed", "has no boundary"),
    ],
)
def test_a_broken_body_is_an_error(
    clients: Any, body: bytes, content_type: str, message: str
) -> None:
    with pytest.raises(DecodeError, match=message) as caught:
        received(clients, list[Letter], body, content_type)
    assert (caught.value.status, caught.value.media_type) == (200, "multipart/mixed")


def test_another_media_type_is_read_as_what_it_is(clients: Any) -> None:
    assert received(clients, list[Letter], b'[{"to": "Ann"}]', "application/json") == [
        Letter(to="Ann")
    ]

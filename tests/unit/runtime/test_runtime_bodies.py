"""Bodies as bytes. Multipart is read back by the standard library's MIME parser."""

from __future__ import annotations

import io
import json
from datetime import UTC, datetime
from decimal import Decimal
from email import message_from_bytes
from email.message import Message
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl

import anyio
import httpx2
import pytest
from twin._runtime import Form, Json, JsonLines, Multipart, PartEncoding, Raw, omit
from twin._runtime.bodies import EncodedBody, check_choice
from twin._runtime.contents import Content
from twin._runtime.models import Model

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator


class Pet(Model):
    name: str
    born: datetime | None = None


def encoded(body: Any) -> EncodedBody:
    result = body.encode()
    assert isinstance(result, EncodedBody)
    return result


def text_of(body: EncodedBody) -> bytes:
    return body.content if isinstance(body.content, bytes) else b"".join(body.content.chunks())


async def async_bytes(body: EncodedBody) -> bytes:
    assert isinstance(body.content, Content)
    return b"".join([chunk async for chunk in body.content.achunks()])


def parts(body: EncodedBody) -> list[Message]:
    head = f"Content-Type: {body.media_type}\r\n\r\n".encode()
    message = message_from_bytes(head + text_of(body))
    payload = message.get_payload()
    assert isinstance(payload, list)
    assert not message.defects
    return [part for part in payload if isinstance(part, Message)]


def described(part: Message) -> tuple[object, object, object, object]:
    name = part.get_param("name", header="content-disposition")
    media_type = part.get_content_type() if "content-type" in part else None
    return name, part.get_filename(), media_type, part.get_payload(decode=True)


def test_json_keeps_null_and_drops_omitted() -> None:
    value = {"a": None, "b": omit, "c": [1, {"d": omit}], "é": "\u2028"}
    assert text_of(encoded(Json(value))) == '{"a":null,"c":[1,{}],"é":"\u2028"}'.encode()
    assert Json({"a": omit}, optional=True).encode() is None
    assert text_of(encoded(Json({"a": omit}))) == b"{}"
    assert Json(omit).encode() is None
    assert text_of(encoded(Json(None))) == b"null"


def test_json_of_python_values() -> None:
    value = {
        "pet": Pet(name="Tom", born=datetime(2026, 1, 2, tzinfo=UTC)),
        "at": datetime(2026, 1, 2, 3, 4, 5, 6000, tzinfo=UTC),
        "data": b"\xff\xfe",
        "price": Decimal("1.50"),
        "set": {1},
        "tuple": (1, 2),
        "lone": "\ud800",
    }
    assert json.loads(text_of(encoded(Json(value)))) == {
        "pet": {"name": "Tom", "born": "2026-01-02T00:00:00Z"},
        "at": "2026-01-02T03:04:05.006000Z",
        "data": "//4=",
        "price": 1.5,
        "set": [1],
        "tuple": [1, 2],
        "lone": "\ud800",
    }


@pytest.mark.parametrize("value", [float("nan"), float("inf")])
def test_json_has_no_nan(value: float) -> None:
    with pytest.raises(ValueError, match="JSON"):
        Json({"a": value}).encode()


def test_what_has_no_json_form_is_named() -> None:
    with pytest.raises(TypeError, match="object has no JSON form"):
        Json({"a": object()}).encode()


def test_extra_body_is_merged() -> None:
    assert text_of(encoded(Json({"a": 1, "b": omit}).merged({"b": 2, "a": 3}))) == b'{"a":3,"b":2}'
    assert text_of(encoded(Json(Pet(name="Tom")).merged({"x": 1}))) == b'{"name":"Tom","x":1}'
    with pytest.raises(TypeError):
        Json([1]).merged({"a": 1})
    with pytest.raises(TypeError):
        Raw(b"").merged({"a": 1})


def test_form_follows_its_encoding() -> None:
    form = Form(
        {
            "name": "a b&c=d",
            "tags": ["x", "y"],
            "meta": {"k": [1, 2]},
            "deep": {"a": {"b": 1}},
            "flat": [1, 2],
            "none": None,
            "gone": omit,
        },
        encoding={
            "deep": PartEncoding(style="deepObject", explode=True),
            "flat": PartEncoding(style="form", explode=False),
        },
    )
    body = encoded(form)
    assert body.media_type == "application/x-www-form-urlencoded"
    assert parse_qsl(text_of(body).decode()) == [
        ("name", "a b&c=d"),
        ("tags", "x"),
        ("tags", "y"),
        ("meta", '{"k":[1,2]}'),
        ("deep[a][b]", "1"),
        ("flat", "1,2"),
    ]


def test_multipart_of_all_kinds(tmp_path: Path) -> None:
    path = tmp_path / "pic.png"
    path.write_bytes(b"\x89PNG\r\n")
    with path.open("rb") as opened:
        body = encoded(
            Multipart(
                {
                    "title": "é",
                    "count": 3,
                    "meta": {"a": 1},
                    "pet": Pet(name="Tom"),
                    "tags": ["x", "y"],
                    "file": path,
                    "open": opened,
                    "bytes": b"raw",
                    "named": ('a "b"\r\n.txt', b"text", "text/x-special"),
                    "files": [b"1", ("two.bin", io.BytesIO(b"2"))],
                    "gone": omit,
                    "null": None,
                    "typed": "x",
                },
                encoding={"typed": PartEncoding("text/csv", headers={"X-Part": "1"})},
            )
        )
        found = parts(body)
        assert body.media_type.startswith("multipart/form-data; boundary=")
        assert [described(part) for part in found] == [
            ("title", None, None, "é".encode()),
            ("count", None, None, b"3"),
            ("meta", None, "application/json", b'{"a":1}'),
            ("pet", None, "application/json", b'{"name":"Tom"}'),
            ("tags", None, None, b"x"),
            ("tags", None, None, b"y"),
            ("file", "pic.png", "image/png", b"\x89PNG\r\n"),
            ("open", "pic.png", "image/png", b"\x89PNG\r\n"),
            ("bytes", "upload", "application/octet-stream", b"raw"),
            ("named", "a %22b%22%0D%0A.txt", "text/x-special", b"text"),
            ("files", "upload", "application/octet-stream", b"1"),
            ("files", "two.bin", "application/octet-stream", b"2"),
            ("typed", None, "text/csv", b"x"),
        ]
        assert found[-1]["X-Part"] == "1"
        assert isinstance(body.content, Content)
        assert body.content.length == len(text_of(body))
        assert body.rewindable


@pytest.mark.parametrize(
    ("declared", "name", "expected"),
    [
        ("", "a.pdf", "application/pdf"),
        ("image/png, image/jpeg", "a.jpg", "image/jpeg"),
        ("image/png, image/jpeg", "a.pdf", "image/png"),
        ("image/*", "a.gif", "image/gif"),
        ("image/*", "a.unknown", "application/octet-stream"),
    ],
)
def test_media_type_of_a_file(declared: str, name: str, expected: str) -> None:
    body = Multipart({"f": (name, b"x")}, encoding={"f": PartEncoding(declared)})
    assert parts(encoded(body))[0].get_content_type() == expected


def test_file_objects_are_read_from_where_they_stand() -> None:
    file = io.BytesIO(b"skipped|sent")
    file.seek(8)
    body = encoded(Raw(file))
    assert text_of(body) == text_of(body) == b"sent"
    assert isinstance(body.content, Content)
    assert body.content.length == 4


def test_only_some_contents_can_be_sent_twice() -> None:
    class Pipe(io.RawIOBase):
        def readable(self) -> bool:
            return True

        def readinto(self, buffer: Any) -> int:
            return 0

    assert encoded(Raw([b"a", b"b"])).rewindable
    assert not encoded(Raw(iter([b"a"]))).rewindable
    assert not encoded(Raw(Pipe())).rewindable
    once = encoded(Raw(iter([b"a"])))
    assert text_of(once) == b"a"
    with pytest.raises(httpx2.StreamConsumed):
        text_of(once)


def test_wrong_contents_are_refused() -> None:
    with pytest.raises(TypeError, match="binary mode"):
        text_of(encoded(Raw(io.StringIO("x"))))  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="dict"):
        Raw({"a": 1}, "application/xml").encode()  # type: ignore[arg-type]
    with pytest.raises(FileNotFoundError):
        Multipart({"f": Path("no such file")}).encode()
    assert text_of(encoded(Raw("é", "text/plain"))) == "é".encode()


def test_big_files_are_read_in_chunks(tmp_path: Path) -> None:
    path = tmp_path / "big"
    path.write_bytes(b"x" * 300_000)
    body = encoded(Multipart({"f": path}))
    assert isinstance(body.content, Content)
    assert max(map(len, body.content.chunks())) <= 65_536


@pytest.mark.anyio
async def test_async_contents(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"on disk")

    async def generated() -> AsyncIterator[bytes]:
        yield b"gener"
        yield b"ated"

    assert await async_bytes(encoded(Raw(generated()))) == b"generated"
    assert await async_bytes(encoded(Raw(path))) == b"on disk"
    assert await async_bytes(encoded(Raw(iter([b"a", b"b"])))) == b"ab"
    async with await anyio.open_file(path, "rb") as file:
        body = encoded(Multipart({"f": file, "g": path, "h": io.BytesIO(b"h")}))
        assert b"on disk\r\n--" in await async_bytes(body)
    with pytest.raises(TypeError, match="asynchronous client"):
        text_of(encoded(Raw(generated())))


def test_uploads_through_a_client(clients: Any, tmp_path: Path) -> None:
    from twin._runtime import Operation
    from twin._runtime.request import Arguments

    path = tmp_path / "a.txt"
    path.write_bytes(b"content")

    def lines() -> Iterator[bytes]:
        yield b"a"

    client = clients.sync(lambda request: httpx2.Response(204))
    upload: Operation[None] = Operation("POST", "/files", {"204": {}})
    client.call(upload, Arguments(body=Multipart({"file": path})))
    assert clients.last.headers["content-length"] == str(len(clients.last.content))
    assert b"content" in clients.last.content
    client.call(upload, Arguments(body=Raw(lines(), "text/plain")))
    assert clients.last.headers["transfer-encoding"] == "chunked"
    assert clients.last.headers["content-type"] == "text/plain"
    assert clients.last.content == b"a"


@pytest.mark.parametrize("lines", [b'{"a": 1}\n{"a": 2}\n', '{"a": 1}\n{"a": 2}\n'])
def test_lines_that_are_text_already_are_sent_as_they_are(lines: bytes | str) -> None:
    body = encoded(JsonLines(lines, "application/x-ndjson"))
    assert body == encoded(Raw(lines, "application/x-ndjson"))


@pytest.mark.parametrize(
    ("media_type", "expected"),
    [
        ("application/jsonl", b'{"a":1}\n{"name":"Rex"}\n'),
        ("application/json-seq", b'\x1e{"a":1}\n\x1e{"name":"Rex"}\n'),  # RFC 7464, section 2.2
    ],
)
def test_sequences_of_json(media_type: str, expected: bytes) -> None:
    body = encoded(JsonLines(iter([{"a": 1}, Pet(name="Rex")]), media_type))
    assert (body.content, body.media_type) == (expected, media_type)
    assert JsonLines(omit).encode() is None
    with pytest.raises(TypeError):
        JsonLines([]).merged({"a": 1})


def test_parts_without_names_are_encoded_by_position() -> None:
    encoding = {"0": PartEncoding("application/json"), "*": PartEncoding("image/png")}
    body = encoded(
        Multipart([{"a": 1}, b"one", None, b"two"], encoding=encoding, media_type="multipart/mixed")
    )
    found = parts(body)
    assert body.media_type.startswith("multipart/mixed; boundary=")
    assert [part.get_content_type() for part in found] == [
        *("application/json", "image/png", "image/png")
    ]
    assert [part.get_payload(decode=True) for part in found] == [b'{"a":1}', b"one", b"two"]
    assert all("content-disposition" not in part for part in found)


def test_parts_have_headers_of_their_own() -> None:
    encoding = {"image": PartEncoding("image/png", headers={"X-Kind": "a", "X-Width": 1})}
    value = {"image": ("a.png", b"data", None, {"X-Width": 640, "X-Tags": ["a", "b"]})}
    (part,) = parts(encoded(Multipart(value, encoding=encoding)))
    assert part.get_filename() == "a.png"
    assert part.get_content_type() == "image/png"
    assert (part["X-Kind"], part["X-Width"], part["X-Tags"]) == ("a", "640", "a,b")


@pytest.mark.parametrize(
    ("ranges", "value", "expected"),
    [
        ("image/*, application/pdf", Path("a.png"), "image/png"),
        ("image/*, application/pdf", Path("a.txt"), "application/pdf"),
        ("image/*", b"...", None),
        ("*/*", b"...", "application/octet-stream"),
        ("*/*", "text", "text/plain"),
        ("application/*", b"...", "application/octet-stream"),
        ("text/*", "text", "text/plain"),
    ],
)
def test_media_type_of_a_range(
    tmp_path: Path, ranges: str, value: Any, expected: str | None
) -> None:
    if isinstance(value, Path):
        value = tmp_path / value
        value.write_bytes(b"...")
    if expected is None:
        with pytest.raises(ValueError, match="content_type="):
            Raw(value, ranges).encode()
    else:
        assert encoded(Raw(value, ranges)).media_type == expected


def test_only_media_types_that_are_offered() -> None:
    assert encoded(Raw(b"", "image/*, application/pdf", "image/x-own")).media_type == "image/x-own"
    assert encoded(Raw(b"", "text/*", "text/csv; header=absent")).media_type.endswith("absent")
    with pytest.raises(ValueError, match="text/plain"):
        Raw(b"", "image/*, application/pdf", "text/plain").encode()
    check_choice(omit, "application/json")
    check_choice("application/json", "application/json", "text/csv")
    with pytest.raises(ValueError, match="is none of application/json, text/csv"):
        check_choice("text/plain", "application/json", "text/csv")

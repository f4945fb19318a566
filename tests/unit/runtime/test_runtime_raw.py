"""Whole responses, typed or by attribute, read or not, and downloads that go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
from fault_server import reply, serving
from twin._runtime import (
    Api,
    APIConnectionError,
    AsyncBaseClient,
    AsyncResource,
    BinaryResponse,
    CursorPages,
    DecodeError,
    EventOperation,
    Events,
    NotFoundError,
    Operation,
    PageOperation,
    Resource,
    SwitchOperation,
    SyncClient,
    async_raw,
    async_streamed,
    raw,
    streamed,
)
from twin._runtime.models import Model

if TYPE_CHECKING:
    from pathlib import Path


class File(Model):
    id: str


class FilePage(Model):
    items: list[File]
    next: str | None = None


GET: Operation[File] = Operation("GET", "/f/{id}", {"200": {"application/json": lambda: File}})
CONTENT: Operation[BinaryResponse] = Operation(
    "GET", "/content", {"200": {"*/*": lambda: BinaryResponse}}
)
LIST: PageOperation[File, FilePage] = PageOperation(
    "GET",
    "/f",
    {"200": {"application/json": lambda: FilePage}},
    pages=CursorPages(items="items", cursor="cursor", next="next"),
)
EVENTS: EventOperation[File] = EventOperation("GET", "/events", {}, events=Events(lambda: File))
SWITCH: SwitchOperation[File, File] = SwitchOperation(
    "POST", "/f", {"200": {"application/json": lambda: File}}, events=Events(lambda: File)
)


class Files(Resource):
    def get(self, id: str, **options: Any) -> File:  # noqa: A002
        return self._call(GET, path={"id": id}, options=options)

    def content(self) -> BinaryResponse:
        return self._call(CONTENT)

    def list(self) -> Any:
        return self._paginate(LIST)

    def events(self) -> Any:
        return self._stream(EVENTS)

    def create(self, *, stream: bool) -> Any:
        return self._call_or_stream(SWITCH, stream=stream)


class AsyncFiles(AsyncResource):
    async def get(self, id: str, **options: Any) -> File:  # noqa: A002
        return await self._call(GET, path={"id": id}, options=options)

    async def content(self) -> BinaryResponse:
        return await self._call(CONTENT)

    def list(self) -> Any:
        return self._paginate(LIST)

    async def events(self) -> Any:
        return await self._stream(EVENTS)

    async def create(self, *, stream: bool) -> Any:
        return await self._call_or_stream(SWITCH, stream=stream)


def answer(request: httpx2.Request) -> httpx2.Response:
    headers = {"x-request-id": "r1"}
    path = request.url.path.removeprefix("/v1")
    if path == "/f/none":
        return httpx2.Response(404, json={})
    if path == "/f/odd":
        return httpx2.Response(200, content=b"{", headers={"content-type": "application/json"})
    if path == "/events" or request.headers["accept"].startswith("text/event-stream"):
        media = {"content-type": "text/event-stream"}
        return httpx2.Response(200, content=b'data: {"id":"e"}\n\n', headers=media)
    if path == "/f" and request.method == "GET":
        more = {} if "cursor" in request.url.params else {"next": "c"}
        return httpx2.Response(200, json={"items": [{"id": "a"}], **more}, headers=headers)
    return httpx2.Response(200, json={"id": path[-1]}, headers=headers)


def test_raw_response(clients: Any) -> None:
    files = Files(clients.sync(answer))
    response = raw(files.get)("a", timeout=3)
    assert (response.status, response.request_id) == (200, "r1")
    assert response.headers["X-Request-Id"] == "r1"
    assert response.content == response.text.encode() == b'{"id":"a"}'
    assert response.parse() == File(id="a")
    assert response.parse() is response.parse()
    assert repr(response) == "<RawResponse 200>"
    assert clients.last.extensions["timeout"]["read"] == 3
    assert files.with_raw_response.get("a").parse() == File(id="a")
    assert "get" in dir(files.with_raw_response)
    assert files.get("a") == File(id="a")


def test_raw_response_of_every_kind(clients: Any) -> None:
    files = Files(clients.sync(answer))
    page = raw(files.list)()
    assert page.request_id == "r1"
    assert [file.id for file in page.parse()] == ["a", "a"]
    assert [event.id for event in raw(files.events)().parse()] == ["e"]
    assert [event.id for event in raw(files.create)(stream=True).parse()] == ["e"]
    assert raw(files.create)(stream=False).parse() == File(id="f")
    assert raw(files._client.get)("/f/z", cast_to=File).parse() == File(id="z")


def test_errors_of_raw_responses(clients: Any) -> None:
    files = Files(clients.sync(answer))
    with pytest.raises(NotFoundError):
        raw(files.get)("none")
    odd = raw(files.get)("odd")
    assert odd.status == 200
    with pytest.raises(DecodeError):
        odd.parse()
    with pytest.raises(TypeError, match="is no method of a client"):
        raw(len)


@pytest.mark.anyio
async def test_async_raw_response(clients: Any) -> None:
    files = AsyncFiles(clients.asynchronous(answer))
    assert (await async_raw(files.get)("a")).parse() == File(id="a")
    assert (await files.with_raw_response.get("a")).request_id == "r1"
    page = (await async_raw(files.list)()).parse()
    assert [file.id async for file in page] == ["a", "a"]
    assert [event.id async for event in (await async_raw(files.events)()).parse()] == ["e"]
    assert [event.id async for event in (await async_raw(files.create)(stream=True)).parse()] == [
        "e"
    ]
    assert (await async_raw(files.create)(stream=False)).parse() == File(id="f")
    assert (await async_raw(files._client.get)("/f/z", cast_to=File)).parse() == File(id="z")


def test_streamed_response(clients: Any) -> None:
    files = Files(clients.sync(answer))
    with streamed(files.get)("a") as response:
        assert response.parse() == File(id="a")
    with streamed(files.get)("a") as response:
        assert b"".join(response.iter_bytes(3)) == b'{"id":"a"}'
    with streamed(files.get)("a") as response:
        assert list(response.iter_lines()) == ['{"id":"a"}']
    with files.with_streaming_response.get("a") as response:
        assert "".join(response.iter_text()) == '{"id":"a"}'
    with streamed(files.list)() as response:
        assert len(response.parse().items) == 1
    with streamed(files.events)() as response:
        assert [event.id for event in response.parse()] == ["e"]
    assert response.http_response.is_closed


@pytest.mark.anyio
async def test_async_streamed_response(clients: Any) -> None:
    files = AsyncFiles(clients.asynchronous(answer))
    async with async_streamed(files.get)("a") as response:
        assert await response.parse() == File(id="a")
    async with files.with_streaming_response.get("a") as response:
        assert [chunk async for chunk in response.iter_bytes()] == [b'{"id":"a"}']
    async with async_streamed(files.get)("a") as response:
        assert [line async for line in response.iter_lines()] == ['{"id":"a"}']
    async with async_streamed(files.get)("a") as response:
        assert [text async for text in response.iter_text()] == ['{"id":"a"}']
    async with async_streamed(files.events)() as response:
        assert [event.id async for event in await response.parse()] == ["e"]
    async with await files.with_streaming_response.get("a") as response:
        assert await response.read() == b'{"id":"a"}'


DATA = bytes(range(256)) * 40
MODES = ["sync", "asyncio"]


def cut(after: int, **headers: str) -> Any:
    step = reply(DATA, then="reset", **headers)
    head, _, body = step.pieces[0].partition(b"\r\n\r\n")
    step.pieces = (head + b"\r\n\r\n" + body[:after],)
    step.then = "close"
    return step


def part(start: int, **headers: str) -> Any:
    size = len(DATA)
    place = {"content_range": f"bytes {start}-{size - 1}/{size}"}
    return reply(DATA[start:], "206 Partial Content", **place, **headers)


async def save(
    mode: str, url: str, path: Path, progress: Any = None, *, resume: bool = False, **client: Any
) -> Path:
    api = Api("x", "X", "1", "X_TEST")
    if mode == "sync":
        with httpx2.Client(verify=False) as http:
            files = Files(SyncClient(api, base_url=url, http_client=http, **client))
            with streamed(files.content)() as response:
                return response.save(path, on_progress=progress, resume=resume)
    async with httpx2.AsyncClient(verify=False) as http:
        one = AsyncBaseClient(api, base_url=url, http_client=http, **client)
        async with async_streamed(AsyncFiles(one).content)() as response:
            return await response.save(path, on_progress=progress, resume=resume)


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
async def test_download_goes_on_where_it_broke_off(
    mode: str, tmp_path: Path, delays: list[float]
) -> None:
    seen: list[tuple[int, int | None]] = []
    target = tmp_path / "file.bin"
    with serving(cut(1000, etag='"v1"'), part(1000)) as server:
        path = await save(mode, server.url, target, lambda *now: seen.append(now))
    assert path == target
    assert target.read_bytes() == DATA
    assert server.header(1, "range") == "bytes=1000-"
    assert server.header(1, "if-range") == '"v1"'
    assert seen[-1] == (len(DATA), len(DATA))
    assert [done for done, _ in seen] == sorted(done for done, _ in seen)
    assert list(tmp_path.iterdir()) == [target]  # noqa: ASYNC240
    assert len(delays) == 1


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
async def test_download_begins_anew_where_it_must(
    mode: str, tmp_path: Path, delays: list[float]
) -> None:
    target = tmp_path / "file.bin"
    with serving(cut(1000, etag='"v1"'), reply(DATA[::-1])) as server:  # changed meanwhile
        await save(mode, server.url, target)
    assert target.read_bytes() == DATA[::-1]
    with serving(cut(1000, etag='W/"v1"'), reply(DATA)) as server:  # a weak tag names no bytes
        await save(mode, server.url, target)
    assert server.header(1, "range") is None
    assert target.read_bytes() == DATA


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
async def test_download_that_fails_leaves_nothing(
    mode: str, tmp_path: Path, delays: list[float]
) -> None:
    target = tmp_path / "file.bin"
    with serving(cut(1000)) as server, pytest.raises(APIConnectionError) as caught:
        await save(mode, server.url, target, max_retries=0)
    assert caught.value.why_no_retry == "max_retries is 0"
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
async def test_download_goes_on_behind_an_earlier_one(
    mode: str, tmp_path: Path, delays: list[float]
) -> None:
    target = tmp_path / "file.bin"
    settings: Any = {"resume": True, "max_retries": 0}
    with serving(cut(1000, etag='"v1"')) as server, pytest.raises(APIConnectionError):
        await save(mode, server.url, target, **settings)
    assert (tmp_path / "file.bin.part").read_bytes() == DATA[:1000]
    seen: list[tuple[int, int | None]] = []
    with serving(cut(2000, etag='"v1"'), part(1000)) as server:
        await save(mode, server.url, target, lambda *now: seen.append(now), **settings)
    assert server.header(1, "range") == "bytes=1000-"
    assert server.header(1, "if-range") == '"v1"'
    assert target.read_bytes() == DATA
    assert seen[-1] == (len(DATA), len(DATA))
    assert list(tmp_path.iterdir()) == [target]  # noqa: ASYNC240
    assert delays == []


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
async def test_earlier_download_of_something_else(mode: str, tmp_path: Path) -> None:
    target = tmp_path / "file.bin"
    settings: Any = {"resume": True, "max_retries": 0}
    for resume in (False, True):  # without `resume` nothing is looked at
        (tmp_path / "file.bin.part").write_bytes(b"x" * 20_000)
        (tmp_path / "file.bin.part-version").write_text('"v1"')
        with serving(reply(DATA, etag='"v2"')) as server:
            await save(mode, server.url, target, resume=resume)
        assert target.read_bytes() == DATA
        assert server.header(0, "range") is None
    with serving(cut(1000, etag='W/"v1"')) as server, pytest.raises(APIConnectionError):
        await save(mode, server.url, target, **settings)  # nothing says what it is part of
    assert target.read_bytes() == DATA
    assert not (tmp_path / "file.bin.part").exists()
    changed = reply(DATA[::-1], etag='"v2"')
    (tmp_path / "file.bin.part").write_bytes(DATA[:10])
    (tmp_path / "file.bin.part-version").write_text('"v1"')
    with serving(cut(1000, etag='"v1"'), changed) as server:  # between two requests
        await save(mode, server.url, target, **settings)
    assert target.read_bytes() == DATA[::-1]


@pytest.mark.anyio
@pytest.mark.parametrize("mode", MODES)
@pytest.mark.parametrize("place", ["bytes 2000-9999/10240", "nonsense"])
async def test_part_that_was_not_asked_for(
    mode: str, place: str, tmp_path: Path, delays: list[float]
) -> None:
    wrong = reply(DATA[2000:], "206 Partial Content", content_range=place)
    failure = pytest.raises(APIConnectionError, match="another part")
    with serving(cut(1000, etag='"v1"'), wrong) as server, failure:
        await save(mode, server.url, tmp_path / "file.bin")
    assert list(tmp_path.iterdir()) == []  # noqa: ASYNC240


def test_upload_progress(clients: Any) -> None:
    from twin._runtime import Raw
    from twin._runtime.request import Arguments

    put: Operation[None] = Operation("PUT", "/x", {"200": {}})
    seen: list[tuple[int, int | None]] = []
    options: Any = {"on_upload": lambda *now: seen.append(now)}
    client = clients.sync(lambda request: httpx2.Response(200))
    data = b"a" * 150_000
    client.call(put, Arguments(body=Raw(data), options=options))
    assert clients.last.content == data
    assert clients.last.headers["content-length"] == "150000"
    assert seen == [(65_536, 150_000), (131_072, 150_000), (150_000, 150_000)]
    seen.clear()
    client.call(put, Arguments(body=Raw(iter([b"ab", b"c"])), options=options))
    assert seen == [(2, None), (3, None)]


@pytest.mark.anyio
async def test_async_upload_progress(clients: Any) -> None:
    from twin._runtime import Raw
    from twin._runtime.request import Arguments

    put: Operation[None] = Operation("PUT", "/x", {"200": {}})
    seen: list[tuple[int, int | None]] = []
    client = clients.asynchronous(lambda request: httpx2.Response(200))
    options: Any = {"on_upload": lambda *now: seen.append(now)}
    await client.call(put, Arguments(body=Raw(b"abc"), options=options))
    assert seen == [(3, 3)]


def test_lost_connection_while_reading() -> None:
    with serving(cut(100)) as server, httpx2.Client(verify=False) as http:
        api = Api("x", "X", "1", "X_TEST")
        files = Files(SyncClient(api, base_url=server.url, http_client=http))
        with streamed(files.content)() as response, pytest.raises(APIConnectionError):
            list(response.iter_bytes())


def _odd(request: httpx2.Request) -> httpx2.Response:
    if request.url.path.endswith("/events"):
        return httpx2.Response(200, headers={"content-type": "text/event-stream"}, content=b"")
    return httpx2.Response(200, json={"items": [{"id": "a"}, {"id": 7}, {}], "next": None})


def test_deviations_can_be_read(clients: Any, caplog: pytest.LogCaptureFixture) -> None:
    files = Files(clients.sync(_odd))
    with caplog.at_level("INFO", logger="twin"):
        response = raw(files.list)()
        assert [item.id for item in response.parse().items] == ["a", 7, None]
    assert [one.path for one in response.deviations] == [("items", 1, "id"), ("items", 2, "id")]
    assert all(one.message for one in response.deviations)
    logged = [record.getMessage() for record in caplog.records if "declared" in record.msg]
    assert [text.split()[3] for text in logged] == ["$.items[1].id", "$.items[2].id"]
    assert raw(files.events)().deviations == ()


@pytest.mark.anyio
async def test_async_deviations(clients: Any) -> None:
    whole = await async_raw(AsyncFiles(clients.asynchronous(_odd)).get)("a")
    assert [one.path for one in whole.deviations] == [("id",)]
    right = await async_raw(AsyncFiles(clients.asynchronous(answer)).get)("a")
    assert right.deviations == ()


def test_strict_clients_raise_all_deviations(clients: Any) -> None:
    with pytest.raises(DecodeError, match="and 1 more") as caught:
        Files(clients.sync(_odd, strict=True)).list()
    assert [one.path for one in caught.value.deviations] == [
        ("items", 1, "id"),
        ("items", 2, "id"),
    ]

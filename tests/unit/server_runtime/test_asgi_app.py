"""The ASGI side: bodies in pieces, limits, HEAD, streams, disconnects, lifespan."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any

from twin.server._runtime import App, Call, Dispatcher

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

_PATHS = {
    "/x/{id}": {
        "get": {
            "operationId": "get",
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "responses": {
                "200": {"description": "", "content": {"application/json": {"schema": {}}}}
            },
        },
        "post": {
            "operationId": "post",
            "requestBody": {"content": {"application/octet-stream": {}}},
            "responses": {
                "200": {"description": "", "content": {"text/event-stream": {"schema": {}}}}
            },
        },
    }
}


class _Client:
    """One ASGI request."""

    def __init__(self, app: App, method: str, path: str, *chunks: bytes) -> None:
        self.scope = {
            "type": "http",
            "method": method,
            "path": path,
            "raw_path": path.encode(),
            "query_string": b"",
            "root_path": "/api",
            "headers": [(b"content-type", b"application/octet-stream")],
        }
        self.app = app
        self.sent: list[Any] = []
        self.chunks = list(chunks) or [b""]
        self.gone = asyncio.Event()
        self.streaming = asyncio.Event()

    async def receive(self) -> dict[str, Any]:
        if self.chunks:
            body = self.chunks.pop(0)
            return {"type": "http.request", "body": body, "more_body": bool(self.chunks)}
        await self.gone.wait()
        return {"type": "http.disconnect"}

    async def send(self, message: Any) -> None:
        self.sent.append(message)
        if len(self.sent) > 3:
            self.streaming.set()

    async def run(self) -> tuple[int, bytes]:
        await self.app(self.scope, self.receive, self.send)
        body = b"".join(message.get("body", b"") for message in self.sent[1:])
        return self.sent[0]["status"], body


def _app(document: Any, handle: Any, **options: Any) -> App:
    return App(Dispatcher(document(_PATHS), handle), **options)


def test_paths_stay_encoded_and_lose_the_root(document: Any) -> None:
    async def main() -> None:
        app = _app(document, lambda call: call.arguments)
        assert await _Client(app, "GET", "/api/x/a%2Fb").run() == (200, b'{"id":"a/b"}')
        head = _Client(app, "HEAD", "/api/x/a")
        assert await head.run() == (200, b"")
        assert (b"content-length", b"10") in head.sent[0]["headers"]

    asyncio.run(main())


def test_bodies_come_in_pieces_up_to_a_limit(document: Any) -> None:
    async def main() -> None:
        seen: list[bytes] = []

        def handle(call: Call) -> Any:
            seen.append(call.body)
            return iter(["a", "b"])

        app = _app(document, handle, max_body=8)
        assert await _Client(app, "POST", "/x/1", b"1234", b"5678").run() == (
            200,
            b"data: a\n\ndata: b\n\n",
        )
        assert seen == [b"12345678"]
        assert (await _Client(app, "POST", "/x/1", b"1234", b"56789").run())[0] == 413

    asyncio.run(main())


def test_a_client_that_leaves_ends_the_stream(document: Any) -> None:
    async def main() -> None:
        closed = asyncio.Event()

        async def forever() -> AsyncIterator[str]:
            try:
                while True:
                    yield "tick"
                    await asyncio.sleep(0)
            finally:
                closed.set()

        client = _Client(_app(document, lambda call: forever()), "POST", "/x/1", b"x")
        task = asyncio.create_task(client.run())
        await asyncio.wait_for(client.streaming.wait(), 5)
        client.gone.set()
        await asyncio.wait_for(task, 5)
        assert closed.is_set()

    asyncio.run(main())


def test_lifespan(document: Any) -> None:
    async def main() -> list[str]:
        messages = [{"type": "lifespan.startup"}, {"type": "lifespan.shutdown"}]
        sent: list[str] = []

        async def receive() -> Any:
            return messages.pop(0)

        async def send(message: Any) -> None:
            sent.append(message["type"])

        await _app(document, lambda call: None)({"type": "lifespan"}, receive, send)
        return sent

    assert asyncio.run(main()) == ["lifespan.startup.complete", "lifespan.shutdown.complete"]

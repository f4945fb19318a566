"""The dispatcher of a mock that keeps its state in a file: answers wait for it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from functools import partial
from typing import TYPE_CHECKING, Any

from ...server._runtime import Dispatcher, Response
from ...server._runtime.exchange import aclose
from ...server._runtime.problems import Problem
from .sqlite_store import NOT_KEPT, NotKeptError

if TYPE_CHECKING:
    from collections.abc import Callable, Generator

    from ...server._runtime import Request
    from .sqlite_store import SqliteStore


class Postponed:
    """An answer that waits until what it tells of is in the file.

    Args:
        when: has a function called when that is so.
        answer: returns the answer then.
    """

    __slots__ = ("_answer", "_send", "_when")

    def __init__(
        self, when: Callable[[Callable[[], None]], None], answer: Callable[[], Response]
    ) -> None:
        self._when = when
        self._answer = answer
        self._send: Callable[[Response], None]

    def then(self, send: Callable[[Response], None]) -> None:
        """Have the answer handed on: for those to whom a task or a future would cost too much."""
        self._send = send
        self._when(self)

    def __await__(self) -> Generator[Any, None, Response]:
        """Return the answer."""
        waiter = asyncio.get_running_loop().create_future()
        self.then(partial(_give, waiter))
        return waiter.__await__()

    def __call__(self) -> None:
        """Hand the answer on."""
        self._send(self._answer())


class KeepingDispatcher(Dispatcher):
    """A dispatcher whose answers wait for the ``file``, where one is set that writes changes together."""

    file: SqliteStore | None = None

    def start(self, request: Request) -> Response | Awaitable[Response]:
        """Answer a request, at once where nothing has to be awaited."""
        file = self.file
        if file is None:
            return super().start(request)
        lost = file.lost
        found = super().start(request)
        if not isinstance(found, Response) or (
            type(found.body) is not bytes and isinstance(found.body, AsyncIterator)
        ):
            return self._when_kept(found, file, lost)
        if file.is_settled:
            return self._checked(found, file, lost)
        return Postponed(file.when_settled, partial(self._checked, found, file, lost))

    async def _when_kept(
        self, answering: Response | Awaitable[Response], file: SqliteStore, lost: int
    ) -> Response:
        response = answering if isinstance(answering, Response) else await answering
        try:
            await file.settled(lost)
        except NotKeptError:
            return self._not_kept()
        if isinstance(response.body, AsyncIterator):
            response.body = _settled(response.body, file, lost)
        return response

    def _checked(self, response: Response, file: SqliteStore, lost: int) -> Response:
        """Return an answer if what it tells of is in the file, or else that it is not."""
        return response if file.lost == lost else self._not_kept()

    def _not_kept(self) -> Response:
        return self.errors.write(None, Problem(500, NOT_KEPT))


def _give(waiter: asyncio.Future[Response], response: Response) -> None:
    if not waiter.done():
        waiter.set_result(response)


async def _settled(
    pieces: AsyncIterator[bytes], file: SqliteStore, lost: int
) -> AsyncIterator[bytes]:
    """Hand on each piece of a stream when what was changed before it is in the file."""
    try:
        async for piece in pieces:
            await file.settled(lost)
            yield piece
    finally:
        await aclose(pieces)

"""The dispatcher of a mock: it answers for the mock itself, and notes how requests were answered."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable
from functools import partial
from typing import TYPE_CHECKING

from ...server._runtime import Dispatcher, Response
from ...server._runtime.exchange import aclose
from ...server._runtime.problems import Problem
from .control import PREFIX
from .sqlite_store import NotKeptError

if TYPE_CHECKING:
    from ...server._runtime import Request
    from .control import Control
    from .journal import Journal
    from .sqlite_store import SqliteStore


class SteeredDispatcher(Dispatcher):
    """A dispatcher with a journal, in front of which stands the control API; both are set once it is made."""

    journal: Journal
    control: Control

    def handle(self, request: Request) -> Response:
        """Answer a request synchronously."""
        if request.path.startswith(PREFIX) and (own := self.control.answer(request)):
            return own
        response = None
        try:
            response = super().handle(request)
            return response
        finally:
            self.journal.finish(request, response)

    def start(self, request: Request) -> Response | Awaitable[Response]:
        """Answer a request, at once where nothing has to be awaited."""
        if request.path.startswith(PREFIX) and (own := self.control.answer(request)):
            return own
        found = super().start(request)
        if not isinstance(found, Response):
            return self._later(request, found)
        self.journal.finish(request, found)
        return found

    async def _later(self, request: Request, answering: Awaitable[Response]) -> Response:
        response = None
        try:
            response = await answering
            return response
        finally:
            self.journal.finish(request, response)


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
        if not isinstance(found, Response) or isinstance(found.body, AsyncIterator):
            return self._when_kept(found, file, lost)
        if file.is_settled:
            return self._checked(found, file, lost)
        kept: asyncio.Future[Response] = asyncio.get_running_loop().create_future()
        file.when_settled(partial(self._keep, kept, found, file, lost))
        return kept

    async def _when_kept(
        self, answering: Response | Awaitable[Response], file: SqliteStore, lost: int
    ) -> Response:
        response = answering if isinstance(answering, Response) else await answering
        try:
            await file.settled(lost)
        except NotKeptError as error:
            return self._not_kept(error)
        if isinstance(response.body, AsyncIterator):
            response.body = _settled(response.body, file, lost)
        return response

    def _keep(
        self, kept: asyncio.Future[Response], response: Response, file: SqliteStore, lost: int
    ) -> None:
        """Let go of an answer that waited."""
        if not kept.done():
            kept.set_result(self._checked(response, file, lost))

    def _checked(self, response: Response, file: SqliteStore, lost: int) -> Response:
        """Return an answer if what it tells of is in the file, or else that it is not."""
        try:
            file.check(lost)
        except NotKeptError as error:
            return self._not_kept(error)
        return response

    def _not_kept(self, error: NotKeptError) -> Response:
        return self.errors.write(None, Problem(500, str(error)))


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

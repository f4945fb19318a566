"""The dispatcher of a mock: it answers for the mock itself, and notes how requests were answered."""

from __future__ import annotations

from collections.abc import AsyncIterator
from typing import TYPE_CHECKING

from ...server._runtime import Dispatcher
from ...server._runtime.exchange import aclose
from ...server._runtime.problems import Problem
from .control import PREFIX
from .sqlite_store import NotKeptError

if TYPE_CHECKING:
    from ...server._runtime import Request, Response
    from .control import Control
    from .journal import Journal
    from .sqlite_store import SqliteStore


class SteeredDispatcher(Dispatcher):
    """A dispatcher with a journal, in front of which stands the control API; both are set once it is made.

    Where a ``file`` is set that writes the changes of several requests together, answers wait for it.
    """

    journal: Journal
    control: Control
    file: SqliteStore | None = None

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

    async def handle_async(self, request: Request) -> Response:
        """Answer a request."""
        lost = self.file.lost if self.file is not None else 0
        own = self.control.answer(request) if request.path.startswith(PREFIX) else None
        answered = own
        try:
            response = answered = own or await super().handle_async(request)
        finally:
            self.journal.finish(request, answered)
        return response if self.file is None else await self._kept(response, self.file, lost)

    async def _kept(self, response: Response, file: SqliteStore, lost: int) -> Response:
        """Return an answer when what it tells of is in the file, or else that it is not."""
        try:
            await file.settled(lost)
        except NotKeptError as error:
            return self.errors.write(None, Problem(500, str(error)))
        if isinstance(response.body, AsyncIterator):
            response.body = _settled(response.body, file, lost)
        return response


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

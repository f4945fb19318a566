"""The dispatcher of a mock: it answers for the mock itself, and notes how requests were answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...server._runtime import Dispatcher
from .control import PREFIX

if TYPE_CHECKING:
    from ...server._runtime import Request, Response
    from .control import Control
    from .journal import Journal


class SteeredDispatcher(Dispatcher):
    """A dispatcher with a journal, in front of which stands the control API; both are set once it is made."""

    journal: Journal
    control: Control

    def handle(self, request: Request) -> Response:
        """Answer a request synchronously."""
        own = self._own(request)
        if own is not None:
            return own
        response = None
        try:
            response = super().handle(request)
            return response
        finally:
            self.journal.finish(request, response)

    async def handle_async(self, request: Request) -> Response:
        """Answer a request."""
        own = self._own(request)
        if own is not None:
            return own
        response = None
        try:
            response = await super().handle_async(request)
            return response
        finally:
            self.journal.finish(request, response)

    def _own(self, request: Request) -> Response | None:
        return self.control.answer(request) if request.path.startswith(PREFIX) else None

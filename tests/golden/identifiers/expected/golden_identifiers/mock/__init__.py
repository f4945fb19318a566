# Generated from Identifiers 1 by twinspec; changes are lost.
"""A mock of Identifiers: it keeps state, in process or as a server."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2

from ..server.app import TYPES
from ._runtime import MockServer, load_package

if TYPE_CHECKING:
    from .. import AsyncClient, Client
    from ..server._runtime import App
    from ._runtime import Store

__all__ = ["Mock", "create_app"]


class Mock(MockServer):
    """A mock of Identifiers that keeps state.

    What is created can be read, listed, changed and deleted. Requests and responses are judged
    by the API's own description.

    Args:
        seed: Makes ids and samples; the same seed gives the same ones.
        token: The credential that is valid for every security scheme.
        auth: Whether credentials are checked at all.
        store: Where records are kept; in memory by default.
        per_caller: Whether each owner of a token has records of its own.
        strict_keys: Whether an idempotency key that comes again with another request is refused
            with 409 although the API's description declares none; else it is a new request.
    """

    def __init__(
        self,
        *,
        seed: int = 0,
        token: str = "mock-token",
        auth: bool = True,
        store: Store | None = None,
        per_caller: bool = False,
        strict_keys: bool = False,
    ) -> None:
        document, behaviour = load_package(Path(__file__).parent.parent)
        super().__init__(
            document,
            behaviour,
            seed=seed,
            token=token,
            auth=auth,
            store=store,
            types=TYPES,
            per_caller=per_caller,
            strict_keys=strict_keys,
        )
        self.load_behaviour(__name__)

    def client(self, **options: Any) -> Client:
        """Return a client wired to this mock; `options` are arguments of `Client`."""
        from .. import Client  # serving needs no client and should start without it

        http_client = httpx2.Client(transport=self.transport())
        return Client(**{**self._defaults(), "http_client": http_client, **options})

    def async_client(self, **options: Any) -> AsyncClient:
        """Return an asynchronous client wired to this mock."""
        from .. import AsyncClient

        http_client = httpx2.AsyncClient(transport=self.async_transport())
        return AsyncClient(**{**self._defaults(), "http_client": http_client, **options})

    def _defaults(self) -> dict[str, Any]:
        return {
            "base_url": "http://mock",
        }


def create_app(*, seed: int = 0, token: str = "mock-token", auth: bool = True) -> App:
    """Make the mock as an ASGI application."""
    return Mock(seed=seed, token=token, auth=auth).app

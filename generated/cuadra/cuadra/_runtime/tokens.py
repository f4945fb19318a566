"""Access tokens that change: from a function of the user's, or by a grant of OAuth 2.0."""

from __future__ import annotations

from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from .effects import Invoke

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping

    import anyio

    from .effects import Steps


class Grant:
    """A way to get access tokens of a token endpoint; a client takes it in place of a token.

    ``client_id`` and ``client_secret`` come from the environment where they are ``None``; a public
    client has no secret. ``token_url`` replaces that of the document, ``scopes`` are those to ask for,
    ``parameters`` are added to the token request. ``on_refresh_token`` is called with every new refresh
    token, so that it can be kept for the next start.
    """

    client_id: str | None
    client_secret: str | None
    token_url: str
    scopes: tuple[str, ...]
    parameters: Mapping[str, str]
    refresh_token: str | None = None
    on_refresh_token: Callable[[str], object] | None = None

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Gets a response of the token endpoint; ``ask`` sends the fields of a request to it."""
        raise NotImplementedError


@dataclass(frozen=True, slots=True)
class ClientCredentials(Grant):
    """A client id and secret for OAuth 2.0 (RFC 6749, section 4.4).

    ``scopes`` are those to ask for; without, the server grants what it does by default.
    ``token_url`` replaces the document's; ``parameters`` are added to the token request (``audience``
    for one). What is ``None`` comes from the environment.
    """

    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scopes: tuple[str, ...] = ()
    token_url: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Asks with the id and secret alone."""
        return ask({"grant_type": "client_credentials"})


class TokenProvider:
    """Gives tokens.

    ``shared``: what is fetched serves all callers, so they wait for one another at the lock instead
    of all fetching.
    """

    shared = True

    def __init__(self) -> None:
        self.lock = Lock()
        self._async_lock: anyio.Lock | None = None

    @property
    def async_lock(self) -> anyio.Lock:
        """The lock of the asynchronous client."""
        if self._async_lock is None:
            import anyio

            self._async_lock = anyio.Lock()
        return self._async_lock

    def current(self, stale: str | None) -> str | None:
        """Returns the token at hand unless it is (about to be) worthless."""
        raise NotImplementedError

    def fetch(self) -> Steps[str]:
        """Gets a new token."""
        raise NotImplementedError

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


class CallableTokens(TokenProvider):
    """Asks a function for every request; what it keeps is its own business."""

    shared = False  # it may use a client itself, which would wait for itself at the lock

    def __init__(self, function: Callable[[], str] | Callable[[], Awaitable[str]]) -> None:
        super().__init__()
        self._function = function

    def current(self, stale: str | None) -> str | None:
        """Never knows one."""
        return None

    def fetch(self) -> Steps[str]:
        """Calls the function."""
        token = yield Invoke(self._function)
        if not isinstance(token, str):
            raise TypeError(f"the token function returned {type(token).__name__}, not str")
        return token

"""Credentials the mock accepts: the configured one, those of a test, and those its token endpoint issued."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from ...server._runtime import Forbidden
from .grants import GrantEndpoints
from .kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping
    from random import Random

    from ...server._runtime import Credential, Request, Response
    from .store import Store

DEFAULT_OWNER = "mock"
"""Who the configured token belongs to."""

_CHECKABLE = frozenset({"bearer", "basic", "apiKey"})


@dataclass(frozen=True, slots=True)
class Token:
    """What is known of a token: its owner, when it ends (``None``: never), and its scopes (``None``: all)."""

    owner: str
    expires: float | None = None
    scopes: frozenset[str] | None = None


_CONFIGURED = Token(DEFAULT_OWNER)


class Tokens:
    """The credentials that are valid.

    Args:
        token: valid for every scheme and all scopes; for ``basic`` it is the password of any user.
        schemes: the security schemes of the document; the URLs of their flows become endpoints.
        make_random: makes the source of chance of the token of a number.
        store: keeps what was issued.
        clock: tells the time in seconds, for expiry.
    """

    def __init__(
        self,
        token: str,
        schemes: Mapping[str, Mapping[str, Any]],
        make_random: Callable[[int], Random],
        store: Store,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self._make_random = make_random
        self._clock = clock
        self._known = Kept(store, "tokens", _written, _read)
        self._configured: dict[str, Token] = {}
        self._key_headers = tuple(
            str(scheme["name"])
            for scheme in schemes.values()
            if scheme.get("type") == "apiKey" and scheme.get("in") == "header"
        )
        self._endpoints = GrantEndpoints(self, schemes, store, clock)

    def add(
        self,
        token: str = "",
        *,
        owner: str = "",
        scopes: Collection[str] | None = None,
        expires_in: float | None = None,
    ) -> str:
        """Make a token valid and return it; to reset the mock does not end it.

        Args:
            token: its text; a new one is made if there is none.
            owner: who it belongs to; by default it stands for itself.
            scopes: what it suffices for; everything by default.
            expires_in: how many seconds it is valid; for ever by default.
        """
        made = token or self.new()
        self._configured[made] = self._make(owner or made, scopes, expires_in)
        return made

    def copy(self, other: Tokens) -> None:
        """Make valid here what was added there."""
        self._configured.update(other._configured)

    def issue(self, owner: str, scopes: Collection[str] | None, expires_in: float) -> str:
        """Return a new token, valid until it expires or the mock is reset."""
        made = self.new()
        self._known[made] = self._make(owner, scopes, expires_in)
        return made

    def new(self) -> str:
        """Return a text that no token has had."""
        return f"mock-{self._make_random(self._known.next_number()).getrandbits(128):032x}"

    def expire(self, token: str = "") -> None:
        """Let a token end now; without one, all that were issued."""
        if token in self._configured:
            self._configured[token] = replace(self._configured[token], expires=self._clock())
        for name in [name for name in self._known if token in ("", name)]:
            self._known[name] = replace(self._known[name], expires=self._clock())

    def revoke(self, token: str) -> None:
        """Let a token, or a refresh token, be unknown."""
        self._configured.pop(token, None)
        self._known.pop(token, None)
        self._endpoints.revoke(token)

    def find(self, token: str) -> Token | None:
        """Return what is known of a token that is valid now."""
        if token == self.token:
            return _CONFIGURED
        found = self._configured.get(token) or self._known.get(token)
        if found is None or (found.expires is not None and found.expires <= self._clock()):
            return None
        return found

    def check(self, credential: Credential) -> str | None:
        """Return who a credential belongs to, or ``None`` for one that is not valid.

        Raises:
            Forbidden: if it is valid, but not for a required scope.
        """
        if credential.kind not in _CHECKABLE:
            return credential.value or "client"  # a handshake or a digest cannot be checked here
        if credential.value == self.token:
            return credential.username or DEFAULT_OWNER
        found = self.find(credential.value)
        if (
            found is None and credential.kind == "apiKey"
        ):  # `Authorization: Bearer ...`, described as a key
            found = self.find(credential.value.rpartition(" ")[2])
        if found is None:
            return None
        missing = set(credential.scopes) - found.scopes if found.scopes is not None else set()
        if missing:
            raise Forbidden(f"The token lacks the scope {', '.join(sorted(missing))}.")
        return found.owner

    def caller(self, request: Request) -> str:
        """Return who makes a request, before it is known whether the credential is good."""
        given = [request.headers.get(name) for name in ("authorization", *self._key_headers)]
        kind, _, text = given[0].partition(" ")
        known = self.find(text.strip()) if kind.lower() == "bearer" else None
        if known is not None:
            return known.owner
        return hashlib.sha256("\n".join(given).encode("utf-8", "replace")).hexdigest()[:16]

    def answer(self, request: Request) -> Response | None:
        """Return the response of an endpoint of OAuth 2.0, if the request is for one."""
        return self._endpoints.answer(request)

    def _make(self, owner: str, scopes: Collection[str] | None, expires_in: float | None) -> Token:
        expires = None if expires_in is None else self._clock() + expires_in
        return Token(owner, expires, None if scopes is None else frozenset(scopes))


def _written(token: Token) -> dict[str, Any]:
    scopes = None if token.scopes is None else sorted(token.scopes)
    return {"owner": token.owner, "expires": token.expires, "scopes": scopes}


def _read(kept: dict[str, Any]) -> Token:
    scopes = kept["scopes"]
    return Token(kept["owner"], kept["expires"], None if scopes is None else frozenset(scopes))

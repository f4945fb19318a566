"""Security requirements: finds the credentials of a request and has them checked."""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from functools import lru_cache
from inspect import isawaitable
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias
from urllib.parse import unquote_plus

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator, Mapping

    from .exchange import Request
    from .operations import OperationSpec


class Credential(NamedTuple):
    """What a request gives for one security scheme.

    ``kind`` is ``bearer``, ``basic``, ``apiKey``, ``mutualTLS`` or another HTTP scheme in lower case;
    ``value`` the token, password or key; ``username`` that of ``basic``; ``scopes`` those required.
    """

    scheme: str
    kind: str
    value: str
    username: str
    scopes: tuple[str, ...]
    request: Request


_BEARER = 'Bearer realm="api"'  # a challenge has at least one parameter (RFC 6750, section 3)

Authenticate: TypeAlias = "Callable[[Credential], Any | Awaitable[Any]]"
"""Checks a credential: returns an identity, or ``None`` to refuse. May be asynchronous."""


class Forbidden(Exception):  # noqa: N818 - named after the status it stands for
    """Raised by ``authenticate``: the credential is good, but does not suffice for this (403)."""


@dataclass(frozen=True, slots=True)
class Denied:
    """No alternative was satisfied; ``challenges`` go into ``WWW-Authenticate`` (RFC 9110, 11.6.1)."""

    detail: str
    challenges: tuple[str, ...]
    status: int = 401


@dataclass(frozen=True, slots=True)
class _Scheme:
    id: str
    kind: str
    location: str = ""
    name: str = ""


class Guard:
    """The requirements of one operation, prepared once: alternatives of schemes that all must hold."""

    def __init__(self, schemes: Mapping[str, Mapping[str, Any]], operation: OperationSpec) -> None:
        self._alternatives = tuple(
            tuple((_scheme(name, schemes.get(name) or {}), scopes) for name, scopes in item.items())
            for item in operation.security
        )
        self._is_open = not self._alternatives
        found = [scheme for alternative in self._alternatives for scheme, _ in alternative]
        self._challenges = tuple(dict.fromkeys(filter(None, map(_challenge, found))))
        self._missing = Denied("No credential was given.", self._challenges)

    def check(
        self, request: Request, authenticate: Authenticate | None
    ) -> Generator[Awaitable[Any], Any, Denied | None]:
        """Check a request; yields what has to be awaited. Sets the request's ``identity``."""
        if self._is_open:
            return None
        denied = self._missing
        for alternative in self._alternatives:
            identity: Any = None
            for scheme, scopes in alternative:
                credential = _find(request, scheme, scopes)
                if credential is None:
                    break
                try:
                    identity = authenticate(credential) if authenticate else None
                    if type(identity) is not str and isawaitable(identity):
                        identity = yield identity
                except Forbidden as error:
                    denied = Denied(str(error) or "Not permitted.", _lacking(scheme, scopes), 403)
                    break
                if identity is None or identity is False:
                    if denied.status != 403:
                        challenges = tuple(map(_invalid, self._challenges))
                        denied = Denied(_refusal(authenticate), challenges)
                    break
            else:
                request.identity = identity
                return None
        return denied


def allow_anyone(credential: Credential) -> str:
    """Accept every credential that is there. For development only: it checks nothing."""
    return credential.username or credential.value or credential.scheme


def _refusal(authenticate: Authenticate | None) -> str:
    if authenticate is None:
        return "This server was made without `authenticate`, so no credential is accepted."
    return "The credential is not valid."


def _scheme(name: str, raw: Mapping[str, Any]) -> _Scheme:
    match raw.get("type"):
        case "apiKey":
            return _Scheme(name, "apiKey", str(raw.get("in", "header")), str(raw.get("name", "")))
        case "http":
            return _Scheme(name, str(raw.get("scheme", "bearer")).lower())
        case "mutualTLS":
            return _Scheme(name, "mutualTLS")
        case _:
            return _Scheme(name, "bearer")  # oauth2, openIdConnect, and what is not declared at all


def _find(request: Request, scheme: _Scheme, scopes: tuple[str, ...]) -> Credential | None:
    username = value = ""
    if scheme.kind == "apiKey":
        value = _api_key(request, scheme)
        if not value:
            return None
    elif scheme.kind != "mutualTLS":
        given = _authorization(request.headers.by_name.get("authorization", ""), scheme.kind)
        if given is None:
            return None
        username, value = given
    return Credential(scheme.id, scheme.kind, value, username, scopes, request)


@lru_cache(1024)
def _authorization(text: str, wanted: str) -> tuple[str, str] | None:
    """Return the user, if one is named, and the credential of a header field (RFC 9110, section 11.6.2)."""
    kind, _, value = text.partition(" ")
    value = value.strip()
    if kind.lower() != wanted or not value:
        return None
    return _basic(value) if wanted == "basic" else ("", value)


def _api_key(request: Request, scheme: _Scheme) -> str:
    if scheme.location == "header":
        return request.headers.get(scheme.name)
    if scheme.location == "query":
        return next((value for name, value in request.query if name == scheme.name), "")
    for part in request.headers.get("cookie").split(";"):
        name, _, value = part.strip().partition("=")
        if name == scheme.name:
            return unquote_plus(value.replace("+", "%2B"))
    return ""


def _basic(value: str) -> tuple[str, str] | None:
    """Return user and password of RFC 7617."""
    try:
        text = base64.b64decode(value, validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return None
    username, colon, password = text.partition(":")
    return (username, password) if colon else None


def _challenge(scheme: _Scheme) -> str:
    match scheme.kind:
        case "mutualTLS":
            return ""
        case "apiKey":
            return f'ApiKey name="{scheme.name}"'
        case "basic":
            return 'Basic realm="api"'
        case "bearer":
            return _BEARER
        case kind:
            return kind.title()


def _invalid(challenge: str) -> str:
    """Say in a challenge that the token was no good (RFC 6750, section 3.1); other schemes cannot."""
    return f'{challenge}, error="invalid_token"' if challenge == _BEARER else challenge


def _lacking(scheme: _Scheme, scopes: tuple[str, ...]) -> tuple[str, ...]:
    """Return the challenge that names the scopes a token needs (RFC 6750, section 3.1)."""
    if scheme.kind != "bearer":
        return ()
    needed = f', scope="{" ".join(scopes)}"' if scopes else ""
    return (f'{_BEARER}, error="insufficient_scope"{needed}',)

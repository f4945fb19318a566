"""Credentials the mock accepts, and the OAuth 2.0 token endpoint that issues more (RFC 6749)."""

from __future__ import annotations

import base64
import binascii
import json
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

from ...server._runtime import Forbidden, Response
from ...server._runtime.json_text import parse_json

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from random import Random

    from ...server._runtime import Credential, Request

LIFETIME = 3600
_CHECKABLE = frozenset({"bearer", "basic", "apiKey"})


@dataclass(frozen=True, slots=True)
class _Issued:
    client: str
    expires: float
    scopes: frozenset[str] | None


class Tokens:
    """The credentials that are valid.

    Args:
        token: valid for every scheme and all scopes; for ``basic`` it is the password of any user.
        schemes: the security schemes of the document; their token URLs become endpoints.
        random: makes new tokens.
        clock: tells the time in seconds, for expiry.
    """

    def __init__(
        self,
        token: str,
        schemes: Mapping[str, Mapping[str, Any]],
        random: Random,
        clock: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self._random = random
        self._clock = clock
        self._issued: dict[str, _Issued] = {}
        self._paths = frozenset(_token_paths(schemes))

    def check(self, credential: Credential) -> str | None:
        """Return who a credential belongs to, or ``None`` for one that is not valid.

        Raises:
            Forbidden: if it is valid, but not for a required scope.
        """
        if credential.kind == "mutualTLS" or credential.kind not in _CHECKABLE:
            return credential.value or "client"  # a handshake or a digest cannot be checked here
        if credential.value == self.token:
            return credential.username or "mock"
        issued = self._issued.get(credential.value)
        if issued is None or issued.expires < self._clock():
            return None
        missing = set(credential.scopes) - issued.scopes if issued.scopes is not None else set()
        if missing:
            raise Forbidden(f"The token lacks the scope {', '.join(sorted(missing))}.")
        return issued.client

    def answer(self, request: Request) -> Response | None:
        """Return the token response, if the request is for a token endpoint of the document."""
        if request.method != "POST" or unquote(request.path).rstrip("/") not in self._paths:
            return None
        fields = _fields(request)
        if not fields.get("grant_type"):
            return _refuse("invalid_request", "grant_type is missing")
        scope = fields.get("scope", "")
        name = f"mock-{self._random.getrandbits(128):032x}"
        scopes = frozenset(scope.split()) if scope else None
        client = fields.get("client_id") or fields.get("username") or "client"
        self._issued[name] = _Issued(client, self._clock() + LIFETIME, scopes)
        told: dict[str, Any] = {
            "access_token": name,
            "token_type": "bearer",
            "expires_in": LIFETIME,
        }
        if scope:
            told["scope"] = scope
        if fields["grant_type"] != "client_credentials":
            told["refresh_token"] = f"mock-{self._random.getrandbits(128):032x}"
        return _respond(200, told)


def _token_paths(schemes: Mapping[str, Mapping[str, Any]]) -> list[str]:
    found: list[str] = []
    for scheme in schemes.values():
        flows = scheme.get("flows")
        for flow in flows.values() if isinstance(flows, dict) else ():
            for key in ("tokenUrl", "refreshUrl"):
                url = flow.get(key)
                if isinstance(url, str) and url:
                    found.append(urlsplit(url).path.rstrip("/"))
    return [path for path in found if path]


def _fields(request: Request) -> dict[str, str]:
    """Return the fields of a token request: a form, or JSON as some APIs have it."""
    found: dict[str, str] = {}
    if "json" in request.headers.get("content-type"):
        try:
            value = parse_json(request.body)
        except ValueError:
            value = None
        if isinstance(value, dict):
            found = {str(name): str(item) for name, item in value.items()}
    else:
        found = dict(parse_qsl(request.body.decode("utf-8", "replace")))
    kind, _, text = request.headers.get("authorization").partition(" ")
    if kind.lower() == "basic":
        try:
            client, _, secret = base64.b64decode(text).decode("utf-8", "replace").partition(":")
        except (binascii.Error, ValueError):
            return found
        found.setdefault("client_id", unquote(client))
        found.setdefault("client_secret", unquote(secret))
    return found


def _refuse(code: str, description: str) -> Response:
    return _respond(400, {"error": code, "error_description": description})


def _respond(status: int, value: dict[str, Any]) -> Response:
    content = json.dumps(value).encode()
    headers = [
        ("content-type", "application/json"),
        ("cache-control", "no-store"),
        ("content-length", str(len(content))),
    ]
    return Response(status, headers, content)

"""The OAuth 2.0 endpoints that a document declares: tokens (RFC 6749), devices (RFC 8628), PKCE (RFC 7636)."""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import parse_qsl, unquote, unquote_plus, urlencode, urlsplit

from ...server._runtime import Response
from ...server._runtime.json_text import parse_json
from .kept import Kept

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping

    from ...server._runtime import Request
    from .store import Store

LIFETIME = 3600
_CODE_LIFETIME = 600
_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
_URLS = ("tokenUrl", "refreshUrl", "authorizationUrl", "deviceAuthorizationUrl")


class Issuer(Protocol):
    """What makes tokens."""

    def issue(self, owner: str, scopes: Collection[str] | None, expires_in: float) -> str:
        """Return a new token that is valid."""
        ...

    def new(self) -> str:
        """Return a text that no token has had."""
        ...


@dataclass(frozen=True, slots=True)
class _Grant:
    """What a refresh token or a code stands for."""

    owner: str
    scope: str
    expires: float | None = None
    redirect_uri: str = ""
    challenge: str = ""
    method: str = ""


def _grant(kept: dict[str, Any]) -> _Grant:
    return _Grant(**kept)


class _RefusedError(Exception):
    """An error response (RFC 6749, section 5.2)."""

    def __init__(self, code: str, description: str, status: int = 400) -> None:
        super().__init__(description)
        self.code = code
        self.status = status


class GrantEndpoints:
    """Answers requests for tokens and codes.

    Args:
        issuer: makes the tokens.
        schemes: the security schemes of the document.
        store: keeps refresh tokens and codes.
        clock: tells the time in seconds.
    """

    def __init__(
        self,
        issuer: Issuer,
        schemes: Mapping[str, Mapping[str, Any]],
        store: Store,
        clock: Callable[[], float],
    ) -> None:
        self._issuer = issuer
        self._clock = clock
        self._paths = {kind: _paths(schemes, kind) for kind in _URLS}
        self._scopes = _scopes(schemes)
        self._refresh = Kept(store, "refresh-tokens", asdict, _grant)
        self._codes = Kept(store, "codes", asdict, _grant)

    def revoke(self, token: str) -> None:
        """Forget a refresh token."""
        self._refresh.pop(token, None)

    def answer(self, request: Request) -> Response | None:
        """Return the response to a request for one of these endpoints; ``None`` for any other."""
        path = unquote(request.path).rstrip("/")
        try:
            if request.method == "POST":
                if path in self._paths["tokenUrl"] | self._paths["refreshUrl"]:
                    return _respond(200, self._token(_fields(request)))
                if path in self._paths["deviceAuthorizationUrl"]:
                    return _respond(200, self._device(_fields(request), request))
            if request.method in ("GET", "HEAD") and path in self._paths["authorizationUrl"]:
                return self._authorize(dict(request.query))
        except _RefusedError as error:
            told = {"error": error.code, "error_description": str(error)}
            headers = [("www-authenticate", 'Basic realm="token"')] if error.status == 401 else []
            return _respond(error.status, told, headers)
        return None

    def _token(self, fields: Mapping[str, str]) -> dict[str, Any]:
        grant, scope = fields.get("grant_type", ""), fields.get("scope", "")
        client = fields.get("client_id", "")
        match grant:
            case "":
                raise _RefusedError("invalid_request", "grant_type is missing")
            case "client_credentials":
                if not (client or fields.get("client_assertion")):
                    raise _RefusedError("invalid_client", "client_id is missing", 401)
                return self._issue(client or "client", scope, refreshable=False)
            case "password":
                if not (fields.get("username") and fields.get("password")):
                    raise _RefusedError("invalid_request", "username and password are needed")
                return self._issue(fields["username"], scope)
            case "refresh_token":
                known = self._take(self._refresh, fields.get("refresh_token", ""), "refresh token")
                if set(scope.split()) - set(known.scope.split() or scope.split()):
                    raise _RefusedError("invalid_scope", "more than was granted")
                return self._issue(known.owner, scope or known.scope)
            case "authorization_code":
                return self._exchange(fields)
            case _ if grant == _DEVICE:
                known = self._take(self._codes, fields.get("device_code", ""), "device code")
                return self._issue(known.owner, known.scope)
            case _:
                raise _RefusedError("unsupported_grant_type", f"{grant} is none known here")

    def _exchange(self, fields: Mapping[str, str]) -> dict[str, Any]:
        known = self._take(self._codes, fields.get("code", ""), "code")
        if known.redirect_uri and fields.get("redirect_uri") != known.redirect_uri:
            raise _RefusedError("invalid_grant", "redirect_uri is not that of the code")
        if known.challenge and _challenge(fields, known.method) != known.challenge:
            raise _RefusedError("invalid_grant", "code_verifier does not fit the code")
        return self._issue(known.owner, known.scope)

    def _issue(self, owner: str, scope: str, *, refreshable: bool = True) -> dict[str, Any]:
        wanted = scope.split()
        unknown = set(wanted) - self._scopes if self._scopes else set()
        if unknown:
            raise _RefusedError("invalid_scope", f"unknown: {' '.join(sorted(unknown))}")
        token = self._issuer.issue(owner, wanted or None, LIFETIME)
        told: dict[str, Any] = {
            "access_token": token,
            "token_type": "bearer",
            "expires_in": LIFETIME,
        }
        if wanted:
            told["scope"] = scope
        if refreshable:
            told["refresh_token"] = made = self._issuer.new()
            self._refresh[made] = _Grant(owner, scope)
        return told

    def _take(self, kept: Kept[_Grant], name: str, what: str) -> _Grant:
        """Return what a token or code stands for; each is good once (RFC 6749, section 10.5)."""
        known = kept.take(name)
        if known is None or (known.expires is not None and known.expires <= self._clock()):
            raise _RefusedError("invalid_grant", f"the {what} is unknown, used or expired")
        return known

    def _device(self, fields: Mapping[str, str], request: Request) -> dict[str, Any]:
        """Issue a device code that is approved at once: there is nobody to ask."""
        made = self._issuer.new()
        expires = self._clock() + _CODE_LIFETIME
        owner = fields.get("client_id") or "device"
        self._codes[made] = _Grant(owner, fields.get("scope", ""), expires)
        host = request.headers.get("host") or "mock"
        return {
            "device_code": made,
            "user_code": made[-8:].upper(),
            "verification_uri": f"http://{host}/device",
            "expires_in": _CODE_LIFETIME,
            "interval": 0,
        }

    def _authorize(self, query: Mapping[str, str]) -> Response:
        """Send the browser back with a code, as if the user had agreed (RFC 6749, section 4.1.2)."""
        target = query.get("redirect_uri", "")
        if not target:
            raise _RefusedError("invalid_request", "redirect_uri is missing")
        told = {"state": query["state"]} if "state" in query else {}
        kind = query.get("response_type")
        mark = "#" if kind == "token" else "&" if "?" in target else "?"
        owner, scope = query.get("login_hint") or "user", query.get("scope", "")
        if kind == "code":
            told["code"] = made = self._issuer.new()
            grant = _Grant(
                owner,
                scope,
                self._clock() + _CODE_LIFETIME,
                target,
                query.get("code_challenge", ""),
                query.get("code_challenge_method", "plain"),
            )
            self._codes[made] = grant
        elif kind == "token":
            told |= self._issue(owner, scope, refreshable=False)
        else:
            told["error"] = "unsupported_response_type"
        location = f"{target}{mark}{urlencode(told)}"
        return Response(302, [("location", location), ("content-length", "0")])


def _challenge(fields: Mapping[str, str], method: str) -> str:
    """Return the challenge that a verifier answers (RFC 7636, section 4.6)."""
    verifier = fields.get("code_verifier", "")
    if method != "S256":
        return verifier
    digest = hashlib.sha256(verifier.encode("ascii", "replace")).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


def _paths(schemes: Mapping[str, Mapping[str, Any]], kind: str) -> frozenset[str]:
    urls = [flow.get(kind) for flow in _flows(schemes)]
    paths = (urlsplit(url).path.rstrip("/") for url in urls if isinstance(url, str))
    return frozenset(path for path in paths if path)


def _scopes(schemes: Mapping[str, Mapping[str, Any]]) -> frozenset[str]:
    """Return the scopes that are declared; a document that declares none leaves them open."""
    declared = [flow.get("scopes") for flow in _flows(schemes)]
    return frozenset(str(name) for one in declared if isinstance(one, dict) for name in one)


def _flows(schemes: Mapping[str, Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    flows = [scheme.get("flows") for scheme in schemes.values()]
    return [one for flow in flows if isinstance(flow, dict) for one in flow.values() if one]


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
        found.setdefault("client_id", unquote_plus(client))
        found.setdefault("client_secret", unquote_plus(secret))
    return found


def _respond(
    status: int, value: Mapping[str, Any], headers: Collection[tuple[str, str]] = ()
) -> Response:
    content = json.dumps(value).encode()
    own = [
        ("content-type", "application/json"),
        ("cache-control", "no-store"),
        ("content-length", str(len(content))),
    ]
    return Response(status, [*own, *headers], content)

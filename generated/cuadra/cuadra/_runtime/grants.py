"""Grants of OAuth 2.0 for programs that act for a person; a client takes each in place of a token.

``Client(token=RefreshToken("..."))`` and so on. A token is fetched when the first request needs one, one
caller at a time, kept while it is valid, and renewed before it expires or once when it is refused.
"""

from __future__ import annotations

from base64 import urlsafe_b64encode
from dataclasses import dataclass, field
from functools import partial
from hashlib import sha256
from hmac import compare_digest
from secrets import token_urlsafe
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlencode, urlsplit

from .effects import Invoke, Send, Sleep
from .errors import APIConnectionError, APIError
from .token_endpoint import basic, form_request, members, refused
from .tokens import Grant

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from .effects import Steps

_DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
_LONGEST = 86_400  # seconds; a server that says more does not mean it


@dataclass(frozen=True, slots=True)
class RefreshToken(Grant):
    """A refresh token from an earlier authorization (RFC 6749, section 6)."""

    refresh_token: str | None = field(default=None, repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scopes: tuple[str, ...] = ()
    token_url: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    on_refresh_token: Callable[[str], object] | None = None

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Raises ``APIError``: once the token is refused, the person must be asked again."""
        raise APIError("the refresh token is no longer valid")


@dataclass(frozen=True, slots=True)
class PasswordCredentials(Grant):
    """The name and password of a person (RFC 6749, section 4.3), for servers that know no better."""

    username: str
    password: str = field(repr=False)
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scopes: tuple[str, ...] = ()
    token_url: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    on_refresh_token: Callable[[str], object] | None = None

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Asks with name and password."""
        fields = {"grant_type": "password", "username": self.username, "password": self.password}
        return ask(fields)


@dataclass(frozen=True, slots=True)
class DevicePrompt:
    """What to tell the person: open ``url`` and enter ``code``, or open ``complete_url``, if any."""

    code: str
    url: str
    complete_url: str = ""


@dataclass(frozen=True, slots=True)
class DeviceCode(Grant):
    """A person authorizes on another device (RFC 8628).

    ``prompt`` is called with what to tell them; then the token endpoint is asked until they have
    decided, or the code has expired, which raises ``AuthenticationError``.
    """

    authorization_url: str
    prompt: Callable[[DevicePrompt], object]
    client_id: str | None = None
    client_secret: str | None = field(default=None, repr=False)
    scopes: tuple[str, ...] = ()
    token_url: str = ""
    parameters: Mapping[str, str] = field(default_factory=dict)
    on_refresh_token: Callable[[str], object] | None = None

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Gets a code, shows it, and asks until there is a token."""
        fields = {"client_id": self.client_id or "", **self.parameters}
        if self.scopes:
            fields["scope"] = " ".join(self.scopes)
        # Clients with a secret show it here, too (RFC 8628, section 3.1).
        headers = basic(self.client_id, self.client_secret) if self.client_secret else {}
        begun = yield Send(form_request(self.authorization_url, fields, headers), read=True)
        data = members(begun)
        if not begun.is_success or not isinstance(data.get("device_code"), str):
            raise refused(begun, data)
        prompt = DevicePrompt(
            str(data.get("user_code", "")),
            str(data.get("verification_uri", "")),
            str(data.get("verification_uri_complete", "")),
        )
        yield Invoke(partial(self.prompt, prompt))
        return (yield from self._poll(ask, data))

    def _poll(
        self, ask: Callable[[dict[str, str]], Steps[Any]], data: dict[str, Any]
    ) -> Steps[Any]:
        wait = _number(data.get("interval"), 5.0)
        left = _number(data.get("expires_in"), 900.0)
        while True:
            yield Sleep(wait)
            left -= wait
            try:
                answer = yield from ask({"grant_type": _DEVICE, "device_code": data["device_code"]})
            except APIConnectionError:
                wait *= 2  # RFC 8628, section 3.5: ask less often
                if left <= 0:
                    raise
                continue
            error = members(answer).get("error")
            if error == "slow_down":
                wait += 5.0
            elif error != "authorization_pending":
                return answer
            if left <= 0:
                raise refused(answer, {"error": "expired_token"})


class AuthorizationCode(Grant):
    """A person authorizes in a browser, which comes back with a code (RFC 6749, section 4.1).

    Send them to :attr:`url`, hand the URL they come back to to :meth:`receive`, then use this as the
    token of a client. Guards the code by PKCE (RFC 7636, S256) and the answer by ``state``.
    """

    def __init__(
        self,
        authorization_url: str,
        *,
        client_id: str,
        redirect_uri: str,
        client_secret: str | None = None,
        scopes: tuple[str, ...] = (),
        token_url: str = "",
        parameters: Mapping[str, str] | None = None,
        on_refresh_token: Callable[[str], object] | None = None,
        verifier: str = "",
        state: str = "",
    ) -> None:
        self.authorization_url = authorization_url
        self.redirect_uri = redirect_uri
        self.client_id = client_id
        self.client_secret = client_secret
        self.scopes = scopes
        self.token_url = token_url
        self.parameters = dict(parameters or {})
        self.on_refresh_token = on_refresh_token
        self.verifier = verifier or token_urlsafe(48)
        self.state = state or token_urlsafe(24)
        self._code = ""

    def __repr__(self) -> str:
        return f"AuthorizationCode({self.authorization_url!r}, client_id={self.client_id!r})"

    @property
    def url(self) -> str:
        """Where to send the person."""
        digest = sha256(self.verifier.encode("ascii")).digest()
        query = {
            "response_type": "code",
            "client_id": self.client_id or "",
            "redirect_uri": self.redirect_uri,
            "state": self.state,
            "code_challenge": urlsafe_b64encode(digest).rstrip(b"=").decode("ascii"),
            "code_challenge_method": "S256",
        }
        if self.scopes:
            query["scope"] = " ".join(self.scopes)
        join = "&" if "?" in self.authorization_url else "?"
        return f"{self.authorization_url}{join}{urlencode(query)}"

    def receive(self, url: str) -> None:
        """Takes the code out of the URL the person came back to.

        Raises ``ValueError`` if it answers another request, ``APIError`` if they did not agree.
        """
        answer = {name: values[-1] for name, values in parse_qs(urlsplit(url).query).items()}
        if not compare_digest(answer.get("state", "").encode(), self.state.encode()):
            raise ValueError("the state is not the one that was sent: the answer is not ours")
        if "error" in answer or "code" not in answer:
            reason = answer.get("error_description") or answer.get("error") or "no code"
            raise APIError(f"the authorization failed: {reason}")
        self._code = answer["code"]

    def obtain(self, ask: Callable[[dict[str, str]], Steps[Any]]) -> Steps[Any]:
        """Exchanges the code, which counts once. Raises ``APIError`` if there is none."""
        code, self._code = self._code, ""
        if not code:
            raise APIError("there is no authorization code (any more): see AuthorizationCode.url")
        fields = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": self.redirect_uri,
            "code_verifier": self.verifier,
        }
        return ask(fields)


def _number(value: object, default: float) -> float:
    return value if isinstance(value, int | float) and 0 <= value <= _LONGEST else default

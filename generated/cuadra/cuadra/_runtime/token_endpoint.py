"""Tokens of an OAuth 2.0 token endpoint: fetched by a grant, kept, and renewed."""

from __future__ import annotations

from base64 import b64encode
from functools import partial
from time import monotonic
from typing import TYPE_CHECKING, Any
from urllib.parse import quote_plus, urlencode

import httpx2

from .effects import Invoke, Send, Sleep
from .errors import APIConnectionError, APIError, AuthenticationError
from .json_reading import read_json
from .retries import after_failure, after_response
from .tokens import TokenProvider

if TYPE_CHECKING:
    from collections.abc import Callable

    from .effects import Steps
    from .tokens import Grant

_EARLY = 30.0  # seconds before expiry at which a token is renewed, at most a tenth of its life
_RETRIES = 2
_REPEATABLE = frozenset({"client_credentials", "password"})  # codes and refresh tokens count once
_WRONG_CLIENT = frozenset({"", "invalid_client", "invalid_request"})


class GrantTokens(TokenProvider):
    """Fetches tokens from the token endpoint and keeps them until shortly before they expire.

    Where the server gives a refresh token, the next token is got by it (RFC 6749, section 6), and by
    the grant again only if it is refused.
    """

    def __init__(self, url: str, grant: Grant, *, now: Callable[[], float] = monotonic) -> None:
        super().__init__()
        self._url = url
        self._grant = grant
        self._now = now
        self._token: str | None = None
        self._refresh_token = grant.refresh_token
        self._renew_at = 0.0
        self._in_body = grant.client_secret is None

    def current(self, stale: str | None) -> str | None:
        """Returns the kept token while it is valid and not ``stale``."""
        if self._token is None or self._token == stale or self._now() >= self._renew_at:
            return None
        return self._token

    def fetch(self) -> Steps[str]:
        """Asks the token endpoint.

        Raises ``AuthenticationError`` if refused, ``APIConnectionError`` if there is no answer.
        """
        if self._refresh_token is not None:
            fields = {"grant_type": "refresh_token", "refresh_token": self._refresh_token}
            answer = yield from self._ask(fields)
            if answer.is_success or answer.status_code not in (400, 401):
                return (yield from self._keep(answer))
            self._refresh_token = None
            if self._grant.refresh_token is not None:  # there is no other way
                return (yield from self._keep(answer))
        answer = yield from self._grant.obtain(self._ask)
        return (yield from self._keep(answer))

    def _keep(self, answer: httpx2.Response) -> Steps[str]:
        data = members(answer)
        token = data.get("access_token")
        if not answer.is_success or not isinstance(token, str) or not token:
            raise refused(answer, data)
        life = _seconds(data.get("expires_in"))
        self._token = token
        self._renew_at = self._now() + life - min(_EARLY, life / 10)
        refresh = data.get("refresh_token")
        if isinstance(refresh, str) and refresh and refresh != self._refresh_token:
            self._refresh_token = refresh
            if self._grant.on_refresh_token is not None:
                yield Invoke(partial(self._grant.on_refresh_token, refresh))
        return token

    def _ask(self, fields: dict[str, str]) -> Steps[Any]:
        """Sends a token request.

        The id goes as HTTP basic authentication first, which every server must take (RFC 6749,
        section 2.3.1), then in the body, which some take only.
        """
        answer = yield from self._send(fields)
        if (
            answer.status_code in (400, 401)
            and not self._in_body
            and str(members(answer).get("error", "")) in _WRONG_CLIENT
        ):
            self._in_body = True
            second = yield from self._send(fields)
            self._in_body = second.is_success
            answer = second if second.is_success else answer
        return answer

    def _send(self, fields: dict[str, str]) -> Steps[Any]:
        repeatable = fields.get("grant_type") in _REPEATABLE
        attempt = 0
        while True:
            try:
                answer = yield Send(self._request(fields), read=True)
            except httpx2.TransportError as error:
                decision = after_failure(
                    sent=not isinstance(error, httpx2.ConnectError | httpx2.ConnectTimeout),
                    repeatable=repeatable,
                    attempt=attempt,
                    max_retries=_RETRIES,
                )
                if decision.delay is None:
                    raise APIConnectionError(
                        f"no answer from the token endpoint: {error}",
                        retries=attempt,
                        why_no_retry=decision.note,
                    ) from error
            else:
                decision = after_response(
                    answer.status_code,
                    answer.headers,
                    repeatable=repeatable,
                    attempt=attempt,
                    max_retries=_RETRIES,
                )
                if answer.is_success or decision.delay is None:
                    return answer
            yield Sleep(decision.delay)
            attempt += 1

    def _request(self, fields: dict[str, str]) -> httpx2.Request:
        fields = {**fields, **self._grant.parameters}
        if self._grant.scopes and fields["grant_type"] != "authorization_code":
            fields.setdefault("scope", " ".join(self._grant.scopes))
        client_id = self._grant.client_id or ""
        secret = self._grant.client_secret or ""
        headers = {}
        if self._in_body:
            fields |= {"client_id": client_id} if client_id else {}
            fields |= {"client_secret": secret} if secret else {}
        else:
            headers = basic(client_id, secret)
        return form_request(self._url, fields, headers)


def basic(client_id: str | None, client_secret: str | None) -> dict[str, str]:
    """Returns the header by which a client shows its secret (RFC 6749, section 2.3.1)."""
    pair = f"{quote_plus(client_id or '')}:{quote_plus(client_secret or '')}"
    return {"Authorization": "Basic " + b64encode(pair.encode()).decode("ascii")}


def form_request(url: str, fields: dict[str, str], headers: dict[str, str]) -> httpx2.Request:
    """Returns a form to an endpoint of the authorization server, which answers JSON."""
    if not url.startswith(("https://", "http://")):
        raise APIError("the API's document names no absolute token URL; give one as token_url")
    headers = {
        "Accept": "application/json",
        "Content-Type": "application/x-www-form-urlencoded",
        **headers,
    }
    return httpx2.Request("POST", url, headers=headers, content=urlencode(fields).encode())


def members(answer: httpx2.Response) -> dict[str, Any]:
    """Returns the members of a JSON object, none of anything else."""
    try:
        data = read_json(answer.content)
    except ValueError:
        return {}
    return data if isinstance(data, dict) else {}


def refused(answer: httpx2.Response, data: dict[str, Any]) -> AuthenticationError:
    """Returns the error for an answer without a token; a token in it would not be shown."""
    reason = data.get("error_description") or data.get("error") or "no access_token"
    return AuthenticationError(
        f"the token endpoint answered {answer.status_code}: {reason}",
        status=answer.status_code,
        headers=answer.headers,
        body={key: value for key, value in data.items() if not key.endswith("_token")} or None,
    )


def _seconds(value: object) -> float:
    """Reads ``expires_in``; a server that says nothing gets an hour, and 401 says the rest."""
    try:
        return max(0.0, float(value)) if isinstance(value, int | float | str) else 3600.0
    except (ValueError, OverflowError):
        return 3600.0

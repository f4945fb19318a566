"""Tokens: how they are issued (RFC 6749, 7636, 8628), what they suffice for, and how they end (RFC 6750)."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs, urlsplit

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

DEVICE = "urn:ietf:params:oauth:grant-type:device_code"
FLOWS = {
    "clientCredentials": {"tokenUrl": "/oauth/token", "scopes": {"read": "", "write": ""}},
    "authorizationCode": {
        "authorizationUrl": "https://login.example/authorize",
        "tokenUrl": "/oauth/token",
        "refreshUrl": "/oauth/refresh",
        "scopes": {"read": "", "write": ""},
    },
    "deviceAuthorization": {
        "deviceAuthorizationUrl": "/oauth/device",
        "tokenUrl": "/oauth/token",
        "scopes": {"read": "", "write": ""},
    },
}


def _operation(scope: str) -> dict[str, Any]:
    return {"security": [{"login": [scope]}], "responses": {"204": {"description": ""}}}


@pytest.fixture(scope="module")
def secured(prepare: Any) -> Any:
    return prepare(
        {
            "openapi": "3.1.0",
            "info": {"title": "", "version": ""},
            "paths": {
                "/read": {"get": {"operationId": "read", **_operation("read")}},
                "/write": {"post": {"operationId": "write", **_operation("write")}},
            },
            "components": {"securitySchemes": {"login": {"type": "oauth2", "flows": FLOWS}}},
        }
    )


@pytest.fixture
def mock(secured: Any) -> Iterator[Any]:
    with secured.mock(seed=1) as mock:
        yield mock


@pytest.fixture
def http(mock: Any) -> httpx2.Client:
    return httpx2.Client(transport=mock.transport(), base_url="http://mock")


def _ask(http: httpx2.Client, status: int = 200, path: str = "/oauth/token", **fields: str) -> Any:
    response = http.post(path, data=fields)
    assert response.status_code == status, response.text
    assert response.headers["cache-control"] == "no-store"
    return response.json()


def _with(token: str) -> dict[str, str]:
    return {"authorization": f"Bearer {token}"}


def test_client_credentials_in_all_places(http: httpx2.Client) -> None:
    told = _ask(http, grant_type="client_credentials", client_id="a", client_secret="s")
    assert (told["token_type"], told["expires_in"]) == ("bearer", 3600)
    assert "refresh_token" not in told
    assert http.get("/read", headers=_with(told["access_token"])).status_code == 204
    basic = http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=("a", "s"))
    assert basic.status_code == 200
    json = {"grant_type": "client_credentials", "client_id": "a"}
    assert http.post("/oauth/token", json=json).status_code == 200


def test_a_token_has_the_scopes_that_were_asked_for(http: httpx2.Client) -> None:
    told = _ask(http, grant_type="client_credentials", client_id="a", scope="read")
    assert told["scope"] == "read"
    assert http.get("/read", headers=_with(told["access_token"])).status_code == 204
    refused = http.post("/write", headers=_with(told["access_token"]))
    assert refused.status_code == 403
    challenge = refused.headers["www-authenticate"]
    assert challenge == 'Bearer realm="api", error="insufficient_scope", scope="write"'
    assert "write" in refused.json()["detail"]


def test_a_password_and_its_refresh_token(http: httpx2.Client, mock: Any) -> None:
    told = _ask(http, grant_type="password", username="ann", password="p", scope="read")
    first = told["refresh_token"]
    mock.clock.advance(3600)
    expired = http.get("/read", headers=_with(told["access_token"]))
    assert expired.status_code == 401
    assert expired.headers["www-authenticate"] == 'Bearer realm="api", error="invalid_token"'
    again = _ask(http, path="/oauth/refresh", grant_type="refresh_token", refresh_token=first)
    assert again["scope"] == "read"
    assert http.get("/read", headers=_with(again["access_token"])).status_code == 204
    assert mock.tokens.find(again["access_token"]).owner == "ann"
    reused = _ask(http, 400, grant_type="refresh_token", refresh_token=first)
    assert reused["error"] == "invalid_grant"
    second = again["refresh_token"]
    more = _ask(http, 400, grant_type="refresh_token", refresh_token=second, scope="read write")
    assert more["error"] == "invalid_scope"


@pytest.mark.parametrize("method", ["S256", "plain"])
def test_an_authorization_code_is_for_who_asked(http: httpx2.Client, method: str) -> None:
    verifier = "a-verifier-that-is-long-enough-for-rfc-7636"
    digest = base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest())
    challenge = digest.decode().rstrip("=") if method == "S256" else verifier
    query = {
        "response_type": "code",
        "redirect_uri": "https://app.example/back?x=1",
        "state": "s 1",
        "scope": "read",
        "code_challenge": challenge,
        "code_challenge_method": method,
    }

    def code() -> str:
        response = http.get("https://login.example/authorize", params=query)
        assert response.status_code == 302
        back = urlsplit(response.headers["location"])
        told = parse_qs(back.query)
        assert (back.netloc, told["x"], told["state"]) == ("app.example", ["1"], ["s 1"])
        return told["code"][0]

    ask = {"grant_type": "authorization_code", "redirect_uri": query["redirect_uri"]}
    first = code()
    told = _ask(http, **ask, code=first, code_verifier=verifier)
    assert http.get("/read", headers=_with(told["access_token"])).status_code == 204
    for wrong in (
        {"code": first, "code_verifier": verifier},
        {"code": code(), "code_verifier": "another"},
        {"code": code(), "code_verifier": verifier, "redirect_uri": "https://evil.example"},
        {"code": "invented", "code_verifier": verifier},
    ):
        assert _ask(http, 400, **{**ask, **wrong})["error"] == "invalid_grant"


def test_a_device_gets_its_token(http: httpx2.Client, mock: Any) -> None:
    told = _ask(http, path="/oauth/device", client_id="tv", scope="read")
    assert {"user_code", "verification_uri", "interval"} < told.keys()
    token = _ask(http, grant_type=DEVICE, device_code=told["device_code"])["access_token"]
    assert http.get("/read", headers=_with(token)).status_code == 204
    late = _ask(http, path="/oauth/device", client_id="tv")
    mock.clock.advance(late["expires_in"])
    refused = _ask(http, 400, grant_type=DEVICE, device_code=late["device_code"])
    assert refused["error"] == "invalid_grant"


@pytest.mark.parametrize(
    ("fields", "status", "error"),
    [
        ({}, 400, "invalid_request"),
        ({"grant_type": "magic"}, 400, "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, 401, "invalid_client"),
        ({"grant_type": "password", "username": "a"}, 400, "invalid_request"),
        ({"grant_type": "refresh_token"}, 400, "invalid_grant"),
        (
            {"grant_type": "client_credentials", "client_id": "a", "scope": "x"},
            400,
            "invalid_scope",
        ),
    ],
)
def test_requests_for_tokens_are_checked(
    http: httpx2.Client, fields: dict[str, str], status: int, error: str
) -> None:
    assert _ask(http, status, **fields)["error"] == error


def test_no_credential_is_no_error_of_a_token(http: httpx2.Client) -> None:
    # RFC 6750, section 3.1: without a credential, no error code is told.
    assert http.get("/read").headers["www-authenticate"] == 'Bearer realm="api"'


def test_configured_tokens_outlive_a_reset_and_issued_ones_do_not(
    http: httpx2.Client, mock: Any
) -> None:
    fixed = mock.tokens.add("fixed", owner="ann", scopes=["read"])
    issued = _ask(http, grant_type="client_credentials", client_id="a")["access_token"]
    assert http.get("/read", headers=_with(issued)).status_code == 204
    mock.reset()
    assert http.get("/read", headers=_with(fixed)).status_code == 204
    assert http.post("/write", headers=_with(fixed)).status_code == 403
    assert http.get("/read", headers=_with(issued)).status_code == 401


def test_a_fork_takes_the_same_tokens(http: httpx2.Client, mock: Any) -> None:
    fixed = mock.tokens.add(scopes=["read"])
    issued = _ask(http, grant_type="client_credentials", client_id="a")["access_token"]
    with mock.fork() as fork:
        other = httpx2.Client(transport=fork.transport(), base_url="http://mock")
        assert other.get("/read", headers=_with(fixed)).status_code == 204
        assert other.get("/read", headers=_with(issued)).status_code == 204
        fork.tokens.revoke(fixed)
    assert http.get("/read", headers=_with(fixed)).status_code == 204


def test_tokens_end_by_hand(http: httpx2.Client, mock: Any) -> None:
    told = _ask(http, grant_type="password", username="a", password="b")
    short = mock.tokens.add(expires_in=10)
    mock.tokens.expire(told["access_token"])
    assert http.get("/read", headers=_with(told["access_token"])).status_code == 401
    assert http.get("/read", headers=_with(short)).status_code == 204
    mock.tokens.revoke(short)
    assert http.get("/read", headers=_with(short)).status_code == 401
    mock.tokens.revoke(told["refresh_token"])
    _ask(http, 400, grant_type="refresh_token", refresh_token=told["refresh_token"])


def test_the_same_seed_issues_the_same_tokens(secured: Any) -> None:
    found = []
    for _ in range(2):
        with secured.mock(seed=4) as mock:
            http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
            found.append(_ask(http, grant_type="client_credentials", client_id="a"))
    assert found[0] == found[1]


def test_each_owner_may_have_records_of_its_own(cuadra: Any) -> None:
    with cuadra.mock(per_caller=True) as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        ann, bob = (_with(mock.tokens.add(owner=name)) for name in ("ann", "bob"))
        made = http.post("/v1/datasets", json={"name": "Ann's"}, headers=ann).json()
        other = http.post("/v1/datasets", json={"name": "Bob's"}, headers=bob).json()
        assert made["id"] != other["id"]
        path = f"/v1/datasets/{made['id']}"
        assert http.get(path, headers=ann).json()["name"] == "Ann's"
        assert http.get(path, headers=bob).status_code == 404
        assert http.delete(path, headers=bob).status_code == 404
        rows = http.get("/v1/datasets", headers=bob).json()["items"]
        assert [row["id"] for row in rows] == [other["id"]]
        assert mock.records.all("datasets") == []
        with mock.acting_for("ann"):
            assert [row["name"] for row in mock.records.all("datasets")] == ["Ann's"]
        snapshot = mock.snapshot()
        assert http.delete(path, headers=ann).status_code == 204
        mock.restore(snapshot)
        assert http.get(path, headers=ann).status_code == 200


def test_records_are_common_by_default(cuadra: Any) -> None:
    with cuadra.mock() as mock:
        http = httpx2.Client(transport=mock.transport(), base_url="http://mock")
        ann, bob = (_with(mock.tokens.add(owner=name)) for name in ("ann", "bob"))
        made = http.post("/v1/datasets", json={"name": "Ann's"}, headers=ann).json()
        assert http.get(f"/v1/datasets/{made['id']}", headers=bob).status_code == 200
        with pytest.raises(ValueError, match="per_caller"):
            mock.acting_for("ann")

"""Grants of OAuth 2.0 against a small authorization server."""

from __future__ import annotations

from base64 import b64decode, urlsafe_b64encode
from hashlib import sha256
from threading import Barrier, Thread
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import anyio
import httpx2
import pytest
from twin._runtime import (
    APIError,
    APITimeoutError,
    AuthenticationError,
    AuthorizationCode,
    Bearer,
    ClientCredentials,
    DeviceCode,
    DevicePrompt,
    OAuth2,
    Operation,
    PasswordCredentials,
    RefreshToken,
)
from twin._runtime.request import Arguments

CALL: Operation[Any] = Operation("GET", "/x", {"200": {}})
TOKEN_URL = "https://auth.test/token"


class AuthorizationServer:
    """Issues access tokens ``a1``, ``a2``, ... and refresh tokens ``r1``, ``r2``, ..., each valid once."""

    def __init__(self, *answers: httpx2.Response, life: int = 3600, refresh: bool = True) -> None:
        self.answers = list(answers)
        self.life = life
        self.refresh = refresh
        self.forms: list[dict[str, str]] = []
        self.headers: list[httpx2.Headers] = []
        self.issued = 0
        self.valid = {"r0"}
        self.refused: set[str] = set()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.host != "auth.test":
            token = request.headers["authorization"].removeprefix("Bearer ")
            return httpx2.Response(401 if token in self.refused else 200)
        form = dict(parse_qsl(request.content.decode(), keep_blank_values=True))
        self.forms.append(form)
        self.headers.append(request.headers)
        if self.answers:
            return self.answers.pop(0)
        if form["grant_type"] == "refresh_token":
            if form["refresh_token"] not in self.valid:
                return httpx2.Response(400, json={"error": "invalid_grant"})
            self.valid.remove(form["refresh_token"])
        return self.issue()

    def issue(self) -> httpx2.Response:
        self.issued += 1
        body: dict[str, Any] = {"access_token": f"a{self.issued}", "expires_in": self.life}
        if self.refresh:
            body["refresh_token"] = f"r{self.issued}"
            self.valid.add(f"r{self.issued}")
        return httpx2.Response(200, json=body)

    @property
    def grants(self) -> list[str]:
        return [form.get("grant_type", "device") for form in self.forms]


def connect(clients: Any, server: Any, grant: Any) -> Any:
    api = clients.api({"bearer": Bearer(), "o": OAuth2(TOKEN_URL)}, (("bearer",), ("o",)))
    return clients.sync(server, api, credentials={"bearer": grant, "o": grant})


def test_refresh_token_is_rotated(clients: Any) -> None:
    kept: list[str] = []
    server = AuthorizationServer()
    grant = RefreshToken("r0", client_id="me", scopes=("a", "b"), on_refresh_token=kept.append)
    client = connect(clients, server, grant)
    client.call(CALL, Arguments())
    client.call(CALL, Arguments())
    assert clients.last.headers["authorization"] == "Bearer a1"
    server.refused = {"a1"}
    client.call(CALL, Arguments())
    assert clients.last.headers["authorization"] == "Bearer a2"
    assert server.forms[0] == {
        "grant_type": "refresh_token",
        "refresh_token": "r0",
        "client_id": "me",
        "scope": "a b",
    }
    assert [form["refresh_token"] for form in server.forms] == ["r0", "r1"]
    assert kept == ["r1", "r2"]
    assert "authorization" not in server.headers[0]


def test_refresh_token_that_is_refused(clients: Any) -> None:
    server = AuthorizationServer()
    client = connect(clients, server, RefreshToken("gone", client_id="me"))
    with pytest.raises(AuthenticationError, match="400: invalid_grant"):
        client.call(CALL, Arguments())
    assert "gone" not in repr(RefreshToken("gone"))
    with pytest.raises(APIError, match="no longer valid"):
        client.call(CALL, Arguments())


def test_password_then_refresh_then_password(clients: Any) -> None:
    server = AuthorizationServer(life=0)
    grant = PasswordCredentials("ann", "pa:ss", client_id="me", client_secret="s")
    client = connect(clients, server, grant)
    client.call(CALL, Arguments())
    client.call(CALL, Arguments())
    server.valid.clear()
    client.call(CALL, Arguments())
    assert server.grants == ["password", "refresh_token", "refresh_token", "password"]
    assert server.forms[0] == {"grant_type": "password", "username": "ann", "password": "pa:ss"}
    assert server.headers[0]["authorization"].startswith("Basic ")
    assert "pa:ss" not in repr(grant)


def test_environment_completes_a_grant(clients: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINTEST_CLIENT_ID", "from-env")
    server = AuthorizationServer()
    connect(clients, server, RefreshToken("r0")).call(CALL, Arguments())
    assert server.forms[0]["client_id"] == "from-env"


def device(*answers: httpx2.Response, **more: Any) -> AuthorizationServer:
    codes = {
        "device_code": "dev",
        "user_code": "AB-CD",
        "verification_uri": "https://auth.test/go",
        "expires_in": 60,
    }
    return AuthorizationServer(httpx2.Response(200, json=codes | more), *answers)


def error(name: str) -> httpx2.Response:
    return httpx2.Response(400, json={"error": name})


def device_grant(shown: list[DevicePrompt]) -> DeviceCode:
    return DeviceCode("https://auth.test/device", shown.append, client_id="tv", scopes=("s",))


def test_device_code(clients: Any, delays: list[float]) -> None:
    shown: list[DevicePrompt] = []
    server = device(error("authorization_pending"), error("slow_down"), interval=2)
    connect(clients, server, device_grant(shown)).call(CALL, Arguments())
    assert shown == [DevicePrompt("AB-CD", "https://auth.test/go")]
    assert delays == [2.0, 2.0, 7.0]
    assert server.forms[0] == {"client_id": "tv", "scope": "s"}
    assert server.forms[-1]["device_code"] == "dev"
    assert clients.last.headers["authorization"] == "Bearer a1"


@pytest.mark.parametrize("name", ["access_denied", "expired_token"])
def test_device_code_that_is_not_granted(clients: Any, delays: list[float], name: str) -> None:
    client = connect(clients, device(error(name)), device_grant([]))
    with pytest.raises(AuthenticationError, match=name):
        client.call(CALL, Arguments())


def test_device_code_expires(clients: Any, delays: list[float]) -> None:
    client = connect(clients, device(*[error("authorization_pending")] * 20), device_grant([]))
    with pytest.raises(AuthenticationError, match="expired_token"):
        client.call(CALL, Arguments())
    assert sum(delays) == 60


@pytest.mark.parametrize("odd", [10**400, 1e300, -1, "soon", None])
def test_device_code_with_odd_times(clients: Any, delays: list[float], odd: Any) -> None:
    server = device(error("authorization_pending"), interval=odd, expires_in=odd)
    connect(clients, server, device_grant([])).call(CALL, Arguments())
    assert delays == [5.0, 5.0]  # RFC 8628, section 3.2


def test_device_code_by_a_client_with_a_secret(clients: Any, delays: list[float]) -> None:
    grant = DeviceCode("https://auth.test/device", print, client_id="tv", client_secret="s p")
    server = device()
    connect(clients, server, grant).call(CALL, Arguments())
    for headers in server.headers:
        pair = b64decode(headers["authorization"].removeprefix("Basic ")).decode()
        assert pair == "tv:s+p"


def test_device_code_is_asked_for_less_often_without_an_answer(
    clients: Any, delays: list[float]
) -> None:
    server = device(interval=2)
    broken = [True]

    def answer(request: httpx2.Request) -> httpx2.Response:
        if b"device_code=" in request.content and broken:
            broken.pop()
            raise httpx2.ReadTimeout("no answer")
        return server(request)

    connect(clients, answer, device_grant([])).call(CALL, Arguments())
    assert delays == [2.0, 4.0]


def test_grants_of_persons_use_the_token_url_of_their_flow(
    clients: Any, delays: list[float]
) -> None:
    schemes = {"o": OAuth2("https://wrong.test/token", grant_url=TOKEN_URL)}
    server = device()
    api = clients.api(schemes, (("o",),))
    clients.sync(server, api, credentials={"o": device_grant([])}).call(CALL, Arguments())
    assert len(server.forms) == 2


def code_grant(**more: Any) -> AuthorizationCode:
    return AuthorizationCode(
        "https://auth.test/authorize?tenant=1",
        client_id="app",
        redirect_uri="http://localhost/back",
        scopes=("a",),
        **more,
    )


def test_authorization_code(clients: Any) -> None:
    server = AuthorizationServer(life=0)
    grant = code_grant()
    sent = dict(parse_qsl(urlsplit(grant.url).query))
    assert sent["tenant"] == "1"
    assert sent["response_type"] == "code"
    assert sent["code_challenge_method"] == "S256"
    grant.receive(f"http://localhost/back?code=c%2F1&state={sent['state']}")
    client = connect(clients, server, grant)
    client.call(CALL, Arguments())
    client.call(CALL, Arguments())
    exchange = server.forms[0]
    digest = sha256(exchange["code_verifier"].encode()).digest()
    assert urlsafe_b64encode(digest).rstrip(b"=").decode() == sent["code_challenge"]
    assert len(exchange["code_verifier"]) >= 43
    assert (exchange["code"], exchange["client_id"]) == ("c/1", "app")
    assert exchange["redirect_uri"] == "http://localhost/back"
    assert server.grants == ["authorization_code", "refresh_token"]
    assert grant.verifier not in repr(grant)


def test_pkce_example_of_the_rfc() -> None:
    grant = code_grant(verifier="dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk")  # appendix B
    assert "code_challenge=E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM" in grant.url


def test_answers_that_are_not_ours(clients: Any) -> None:
    grant = code_grant(state="mine")
    with pytest.raises(ValueError, match="state"):
        grant.receive("http://localhost/back?code=c&state=other")
    with pytest.raises(APIError, match="No way"):
        grant.receive("http://localhost/back?error=x&error_description=No+way&state=mine")
    with pytest.raises(APIError, match="no authorization code"):
        connect(clients, AuthorizationServer(), grant).call(CALL, Arguments())


def test_code_is_not_sent_twice(clients: Any, delays: list[float]) -> None:
    grant = code_grant(state="s")
    grant.receive("http://localhost/back?code=c&state=s")
    server = AuthorizationServer(httpx2.Response(500))
    with pytest.raises(AuthenticationError, match="500"):
        connect(clients, server, grant).call(CALL, Arguments())
    assert len(server.forms) == 1


def test_threads_renew_once(clients: Any) -> None:
    server = AuthorizationServer()
    client = connect(clients, server, RefreshToken("r0", client_id="me"))
    client.call(CALL, Arguments())
    server.refused = {"a1"}
    barrier = Barrier(6)

    def work() -> None:
        barrier.wait()
        client.call(CALL, Arguments())

    threads = [Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert server.issued == 2


@pytest.mark.anyio
async def test_tasks_renew_once(clients: Any) -> None:
    server = AuthorizationServer()
    api = clients.api({"bearer": Bearer(), "o": OAuth2(TOKEN_URL)}, (("bearer",),))
    grant = RefreshToken("r0", client_id="me")
    client = clients.asynchronous(server, api, credentials={"bearer": grant})
    await client.call(CALL, Arguments())
    server.refused = {"a1"}
    async with anyio.create_task_group() as group:
        for _ in range(6):
            group.start_soon(client.call, CALL, Arguments())
    assert server.issued == 2


def test_token_url_must_be_known(clients: Any) -> None:
    api = clients.api({"bearer": Bearer()}, (("bearer",),))
    client = clients.sync(AuthorizationServer(), api, credentials={"bearer": RefreshToken("r0")})
    with pytest.raises(APIError, match="token_url"):
        client.call(CALL, Arguments())
    server = AuthorizationServer(refresh=False)
    credentials = ClientCredentials("i", "s", token_url=TOKEN_URL)
    clients.sync(server, api, credentials={"bearer": credentials}).call(CALL, Arguments())
    assert server.grants == ["client_credentials"]


def test_tokens_never_reach_an_error(clients: Any) -> None:
    odd = httpx2.Response(200, json={"refresh_token": "s3cret", "note": "x"})
    client = connect(clients, AuthorizationServer(odd), RefreshToken("r0", client_id="me"))
    with pytest.raises(AuthenticationError) as caught:
        client.call(CALL, Arguments())
    assert caught.value.body == {"note": "x"}
    assert "s3cret" not in repr(vars(caught.value))


def _never(*_: Any) -> Any:
    raise AssertionError("the API is not called without a token")


class SlowTokens:
    """An endpoint that is busy for as long as one waits; counts what it was asked."""

    def __init__(self) -> None:
        self.timeouts: list[dict[str, float]] = []

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        assert request.url.host == "auth.test"
        self.timeouts.append(request.extensions["timeout"])
        return httpx2.Response(503, headers={"retry-after": "5"})


def _of(make: Any, handler: Any, clients: Any, **settings: Any) -> Any:
    api = clients.api({"o": OAuth2(TOKEN_URL)}, (("o",),))
    return make(handler, api, credentials={"o": ClientCredentials("id", "secret")}, **settings)


def test_total_timeout_covers_the_token(clients: Any) -> None:
    slow = SlowTokens()
    client = _of(clients.sync, slow, clients, total_timeout=4)
    with pytest.raises(APITimeoutError, match="total timeout of 4 s"):
        client.call(CALL, Arguments())
    assert [one["read"] <= 4 for one in slow.timeouts] == [True]


@pytest.mark.anyio
async def test_total_timeout_covers_the_token_of_async_clients(clients: Any) -> None:
    async def forever() -> str:
        await anyio.sleep_forever()
        return ""

    client = clients.asynchronous(_never, credentials={"bearer": forever}, total_timeout=0.05)
    with pytest.raises(APITimeoutError, match=r"total timeout of 0\.05 s"):
        await client.call(CALL, Arguments())
    slow = SlowTokens()
    with pytest.raises(APITimeoutError, match="total timeout of 4 s"):
        await _of(clients.asynchronous, slow, clients, total_timeout=4).call(CALL, Arguments())


def test_total_timeout_covers_waiting_for_the_token_of_another(clients: Any) -> None:
    client = _of(clients.sync, _never, clients)
    (secret,) = client.config.credentials.plan(None).secrets
    with secret.provider.lock, pytest.raises(APITimeoutError, match=r"total timeout of 0\.05 s"):
        client.with_options(total_timeout=0.05).call(CALL, Arguments())


@pytest.mark.parametrize(("timeout", "read"), [({}, 60), ({"timeout": 7}, 7)])
def test_requests_for_tokens_have_a_timeout(clients: Any, timeout: Any, read: float) -> None:
    client = _of(clients.sync, AuthorizationServer(), clients, **timeout)
    client.call(CALL, Arguments())
    assert clients.requests[0].url.host == "auth.test"
    assert clients.requests[0].extensions["timeout"]["read"] == read

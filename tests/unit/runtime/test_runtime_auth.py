from __future__ import annotations

import logging
from base64 import b64encode
from threading import Barrier, Thread
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qs

import anyio
import httpx2
import pytest
from twin._runtime import (
    ApiKey,
    AuthenticationError,
    Basic,
    BasicCredentials,
    Bearer,
    ClientCredentials,
    Http,
    MutualTls,
    OAuth2,
    OpenIdConnect,
    Operation,
)
from twin._runtime.request import Arguments
from twin._runtime.token_endpoint import GrantTokens

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

CALL: Operation[Any] = Operation("GET", "/x", {"200": {}})
TOKEN_URL = "https://auth.test/token"


def ok(request: httpx2.Request) -> httpx2.Response:
    return httpx2.Response(200)


def basic(pair: str) -> str:
    return "Basic " + b64encode(pair.encode()).decode()


def sent(clients: Any, scheme: Any, credential: Any) -> httpx2.Request:
    api = clients.api({"s": scheme}, (("s",),))
    clients.sync(ok, api, credentials={"s": credential}).call(CALL, Arguments())
    request = clients.last
    assert isinstance(request, httpx2.Request)
    return request


def test_schemes(clients: Any) -> None:
    assert sent(clients, Bearer(), "t").headers["authorization"] == "Bearer t"
    assert sent(clients, OpenIdConnect("https://x"), "t").headers["authorization"] == "Bearer t"
    assert sent(clients, OAuth2(TOKEN_URL), "t").headers["authorization"] == "Bearer t"
    assert sent(clients, Http("DPoP"), "t").headers["authorization"] == "DPoP t"
    user = BasicCredentials("ü", "p:w")
    assert sent(clients, Basic(), user).headers["authorization"] == basic("ü:p:w")
    assert sent(clients, ApiKey("X-Key"), "k").headers["x-key"] == "k"
    assert (
        str(sent(clients, ApiKey("k&y", "query"), "a b").url) == "https://api.test/v1/x?k%26y=a%20b"
    )
    assert sent(clients, ApiKey("sid", "cookie"), "a;b").headers["cookie"] == "sid=a%3Bb"
    assert (
        sent(clients, ApiKey("sid", "cookie"), "a/b+c%3D==").headers["cookie"] == "sid=a/b+c%3D=="
    )
    assert "authorization" not in sent(clients, MutualTls(), None).headers


def test_token_functions(clients: Any) -> None:
    tokens = iter(["t1", "t2"])
    api = clients.api()
    client = clients.sync(ok, api, credentials={"bearer": lambda: next(tokens)})
    client.call(CALL, Arguments())
    client.call(CALL, Arguments())
    found = [request.headers["authorization"] for request in clients.requests]
    assert found == ["Bearer t1", "Bearer t2"]

    async def later() -> str:
        return "t"

    with pytest.raises(TypeError, match="asynchronous client"):
        clients.sync(ok, api, credentials={"bearer": later}).call(CALL, Arguments())


def test_token_function_may_use_the_client_itself(clients: Any) -> None:
    inner: list[bool] = []

    def token() -> str:
        if not inner:
            inner.append(True)
            client.call(CALL, Arguments())
        return "t"

    client = clients.sync(ok, credentials={"bearer": token})
    client.call(CALL, Arguments())
    assert len(clients.requests) == 2


@pytest.mark.anyio
@pytest.mark.parametrize("asynchronous", [False, True])
async def test_token_functions_of_the_async_client(clients: Any, asynchronous: bool) -> None:
    async def later() -> str:
        return "t"

    source: Callable[[], str] | Callable[[], Awaitable[str]] = (
        later if asynchronous else lambda: "t"
    )
    client = clients.asynchronous(ok, credentials={"bearer": source})
    await client.call(CALL, Arguments())
    assert clients.last.headers["authorization"] == "Bearer t"


def test_alternatives_and_combinations(clients: Any) -> None:
    schemes = {"a": ApiKey("A"), "b": ApiKey("B"), "c": ApiKey("C")}

    def keys(security: Any, **credentials: str) -> set[str]:
        operation: Operation[Any] = Operation("GET", "/x", {"200": {}}, security=security)
        api = clients.api(schemes, (("c",),))
        clients.sync(ok, api, credentials=credentials).call(operation, Arguments())
        return set(clients.last.headers) & {"a", "b", "c"}

    assert keys((("a", "b"), ("c",)), a="1", b="2", c="3") == {"a", "b"}
    assert keys((("a", "b"), ("c",)), a="1", c="3") == {"c"}
    assert keys((("a",), ()), b="2") == set()
    assert keys(((), ("a",)), a="1") == {"a"}
    assert keys(((),), a="1") == set()
    assert keys((), a="1", c="3") == set()
    assert keys(None, a="1", c="3") == {"c"}
    assert keys((("a", "b"),), a="1") == {"a"}


def test_two_schemes_of_one_place_share_it(clients: Any) -> None:
    schemes = {"implicit": OAuth2(TOKEN_URL), "code": OAuth2(TOKEN_URL), "key": ApiKey("X-Key")}
    credentials = {"implicit": "t", "code": lambda: "t", "key": "k"}
    api = clients.api(schemes, (("implicit", "code", "key"),))
    clients.sync(ok, api, credentials=credentials).call(CALL, Arguments())
    assert clients.last.headers["authorization"] == "Bearer t"
    assert clients.last.headers["x-key"] == "k"


def test_environment(clients: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TWINTEST_TOKEN", "env-token")
    monkeypatch.setenv("TWINTEST_API_KEY", "env-key")
    monkeypatch.setenv("TWINTEST_OTHER_KEY", "env-other")
    monkeypatch.setenv("TWINTEST_USERNAME", "u")
    monkeypatch.setenv("TWINTEST_PASSWORD", "p")
    assert sent(clients, Bearer(), None).headers["authorization"] == "Bearer env-token"
    assert sent(clients, Bearer(), "mine").headers["authorization"] == "Bearer mine"
    assert sent(clients, Basic(), None).headers["authorization"] == basic("u:p")
    api = clients.api({"a": ApiKey("A"), "otherKey": ApiKey("B")}, (("a", "otherKey"),))
    clients.sync(ok, api, credentials={}).call(CALL, Arguments())
    assert (clients.last.headers["a"], clients.last.headers["b"]) == ("env-key", "env-other")


def test_arguments_count_more_than_the_environment(
    clients: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TWINTEST_TOKEN", "env-token")
    api = clients.api({"b": Bearer(), "k": ApiKey("K")}, (("b",), ("k",)))
    clients.sync(ok, api, credentials={"k": "mine"}).call(CALL, Arguments())
    assert clients.last.headers["k"] == "mine"
    assert "authorization" not in clients.last.headers


def test_missing_credentials_are_named(clients: Any) -> None:
    client = clients.sync(lambda _: httpx2.Response(401), credentials={})
    with pytest.raises(AuthenticationError, match="no credentials were given for bearer"):
        client.call(CALL, Arguments())


def test_header_of_the_caller_wins(clients: Any) -> None:
    options: Any = {"extra_headers": {"authorization": "Mine"}}
    clients.sync(ok).call(CALL, Arguments(options=options))
    assert clients.last.headers.get_list("authorization") == ["Mine"]


def test_secrets_are_not_shown(clients: Any, caplog: pytest.LogCaptureFixture) -> None:
    api = clients.api({"s": ApiKey("api_key", "query"), "b": Basic()}, (("s", "b"),))
    user = BasicCredentials("user", "hunter2")
    client = clients.sync(
        lambda _: httpx2.Response(403), api, credentials={"s": "hunter2", "b": user}
    )
    with caplog.at_level(logging.DEBUG), pytest.raises(Exception, match="403") as caught:
        client.call(CALL, Arguments())
    shown = [repr(client), repr(client.config), repr(user), repr(client.config.credentials)]
    shown += [repr(client.config.credentials.plan(None)), repr(caught.value), caplog.text]
    shown.append(repr(ClientCredentials("id", "hunter2")))
    assert "api_key=[hidden]" in caplog.text
    assert "hunter2" in str(clients.last.url)
    assert not [text for text in shown if "hunter2" in text]


def test_other_origins_get_no_credentials(clients: Any) -> None:
    client = clients.sync(ok)
    client.request("GET", "https://evil.test/x")
    assert "authorization" not in clients.last.headers
    client.request("GET", "https://api.test/other")
    assert clients.last.headers["authorization"] == "Bearer secret"


SECRETS = {
    "b": Bearer(),
    "k": ApiKey("X-Key"),
    "c": ApiKey("sid", "cookie"),
    "q": ApiKey("q", "query"),
}


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://api.test/new", True),
        ("/new", True),
        ("https://evil.test/new", False),
        ("https://api.test:8443/new", False),
        ("http://api.test/new", False),
        ("//evil.test/new", False),
    ],
)
def test_redirects_keep_credentials_within_the_origin(
    clients: Any, target: str, kept: bool
) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        if request.url.path == "/v1/x":
            return httpx2.Response(307, headers={"location": target})
        return httpx2.Response(200)

    api = clients.api(SECRETS, (tuple(SECRETS),))
    client = clients.sync(respond, api, credentials=dict.fromkeys(SECRETS, "secret"))
    client.call(CALL, Arguments(headers={"X-Other": "1"}))
    assert len(clients.requests) == 2
    headers = clients.last.headers
    found = [headers.get("authorization"), headers.get("x-key"), headers.get("cookie")]
    assert found == (["Bearer secret", "secret", "sid=secret"] if kept else [None] * 3)
    assert headers["x-other"] == "1"
    assert "secret" not in str(clients.last.url)


def test_redirects_end(clients: Any) -> None:
    client = clients.sync(lambda _: httpx2.Response(302, headers={"location": "/x"}))
    with pytest.raises(Exception, match="more than 20 redirects"):
        client.call(CALL, Arguments())


class TokenServer:
    """A token endpoint and an API that takes its latest token only."""

    def __init__(self, *, basic: bool = True, life: int = 3600) -> None:
        self.basic = basic
        self.life = life
        self.issued = 0
        self.refused: set[str] = set()

    def __call__(self, request: httpx2.Request) -> httpx2.Response:
        if request.url.host == "auth.test":
            return self._issue(request)
        token = request.headers["authorization"].removeprefix("Bearer ")
        return httpx2.Response(401 if token in self.refused else 200)

    def _issue(self, request: httpx2.Request) -> httpx2.Response:
        fields = parse_qs(request.content.decode())
        assert fields["grant_type"] == ["client_credentials"]
        if self.basic:
            known = request.headers.get("authorization") == basic("the+id:s%3Acret")
        else:
            known = fields.get("client_secret") == ["s:cret"]
        if not known:
            return httpx2.Response(401, json={"error": "invalid_client"})
        self.issued += 1
        token = f"t{self.issued}"
        return httpx2.Response(200, json={"access_token": token, "expires_in": self.life})


def oauth_arguments(clients: Any, **more: Any) -> dict[str, Any]:
    return {
        "api": clients.api({"o": OAuth2(TOKEN_URL)}, (("o",),)),
        "credentials": {"o": ClientCredentials("the id", "s:cret", **more)},
    }


def test_client_credentials_are_fetched_once(clients: Any) -> None:
    server = TokenServer()
    client = clients.sync(
        server, **oauth_arguments(clients, scopes=("a", "b"), parameters={"audience": "x"})
    )
    client.call(CALL, Arguments())
    client.with_options(timeout=1).call(CALL, Arguments())
    assert server.issued == 1
    fields = parse_qs(clients.requests[0].content.decode())
    assert fields == {"grant_type": ["client_credentials"], "scope": ["a b"], "audience": ["x"]}
    assert clients.last.headers["authorization"] == "Bearer t1"


def test_client_credentials_in_the_body(clients: Any) -> None:
    server = TokenServer(basic=False, life=0)
    client = clients.sync(server, **oauth_arguments(clients))
    client.call(CALL, Arguments())
    client.call(CALL, Arguments())
    hosts = [request.url.host for request in clients.requests]
    assert hosts == ["auth.test", "auth.test", "api.test", "auth.test", "api.test"]


def test_refused_token_is_renewed_once(clients: Any) -> None:
    server = TokenServer()
    client = clients.sync(server, **oauth_arguments(clients))
    client.call(CALL, Arguments())
    server.refused = {"t1"}
    client.call(CALL, Arguments())
    assert server.issued == 2
    server.refused = {"t2", "t3"}
    with pytest.raises(AuthenticationError):
        client.call(CALL, Arguments())
    assert server.issued == 3


def test_static_token_is_not_sent_again(clients: Any) -> None:
    client = clients.sync(lambda _: httpx2.Response(401), credentials={"bearer": lambda: "same"})
    with pytest.raises(AuthenticationError):
        client.call(CALL, Arguments())
    assert len(clients.requests) == 1


@pytest.mark.parametrize("life", [10**400, "1e999", "soon", None, "3600"])
def test_tokens_of_odd_lives_are_kept(life: object) -> None:
    tokens = GrantTokens(TOKEN_URL, ClientCredentials("i", "s"), now=lambda: 0.0)
    with pytest.raises(StopIteration):
        next(tokens._keep(httpx2.Response(200, json={"access_token": "t", "expires_in": life})))
    assert tokens.current(None) == "t"


def test_token_is_renewed_before_it_expires() -> None:
    clock = [0.0]
    tokens = GrantTokens(TOKEN_URL, ClientCredentials("i", "s"), now=lambda: clock[0])
    assert tokens.current(None) is None
    answer = httpx2.Response(200, json={"access_token": "t", "expires_in": 3600})
    with pytest.raises(StopIteration) as kept:
        next(tokens._keep(answer))
    assert kept.value.value == "t"
    clock[0] = 3569
    assert tokens.current(None) == "t"
    assert tokens.current("t") is None
    clock[0] = 3571
    assert tokens.current(None) is None


def test_refusal_of_the_token_endpoint(clients: Any) -> None:
    client = clients.sync(
        lambda _: httpx2.Response(400, json={"error": "invalid_scope", "error_description": "No."}),
        **oauth_arguments(clients),
    )
    with pytest.raises(AuthenticationError, match=r"token endpoint answered 400: No\.") as caught:
        client.call(CALL, Arguments())
    assert "s:cret" not in repr(caught.value.__dict__)


def test_threads_wait_for_one_token(clients: Any) -> None:
    server = TokenServer()
    client = clients.sync(server, **oauth_arguments(clients))
    barrier = Barrier(8)
    failures: list[Exception] = []

    def work() -> None:
        try:
            barrier.wait()
            client.call(CALL, Arguments())
        except Exception as error:  # noqa: BLE001 - reported by the main thread
            failures.append(error)

    threads = [Thread(target=work) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert server.issued == 1


@pytest.mark.anyio
async def test_tasks_wait_for_one_token(clients: Any) -> None:
    server = TokenServer()
    client = clients.asynchronous(server, **oauth_arguments(clients))
    async with anyio.create_task_group() as group:
        for _ in range(8):
            group.start_soon(client.call, CALL, Arguments())
    assert server.issued == 1
    server.refused = {"t1"}
    async with anyio.create_task_group() as group:
        for _ in range(8):
            group.start_soon(client.call, CALL, Arguments())
    assert server.issued == 2

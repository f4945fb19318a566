from __future__ import annotations

import json
import pickle
from dataclasses import replace
from typing import Any

import httpx2
import pytest
from twin._runtime import (
    APIError,
    APIStatusError,
    APITimeoutError,
    AsyncResource,
    BadRequestError,
    BinaryResponse,
    DecodeError,
    InternalServerError,
    Json,
    NotFoundError,
    Operation,
    PaginationError,
    RateLimitError,
    Resource,
    Server,
    StreamError,
    UnprocessableEntityError,
    omit,
)
from twin._runtime.models import Model
from twin._runtime.request import Arguments


class File(Model):
    id: str


class Problem(Model):
    code: int


GET: Operation[File] = Operation(
    "GET",
    "/files/{file_id}",
    {"200": {"application/json": lambda: File}, "2XX": {}, "203": {"text/plain": lambda: str}},
    errors={
        "404": {"application/problem+json": lambda: Problem},
        "4XX": {"application/json": lambda: File},
    },
)


class Files(Resource):
    def get(self, file_id: str, **options: Any) -> File:
        return self._call(GET, path={"file_id": file_id}, options=options)


class AsyncFiles(AsyncResource):
    async def get(self, file_id: str, **options: Any) -> File:
        return await self._call(GET, path={"file_id": file_id}, options=options)


def reply(content: Any = None, status: int = 200, media_type: str = "application/json") -> Any:
    data = content if isinstance(content, bytes) else json.dumps(content).encode()
    return lambda request: httpx2.Response(
        status, content=data, headers={"content-type": media_type}
    )


def answer(
    clients: Any,
    content: Any,
    responses: Any,
    *,
    status: int = 200,
    media_type: str = "application/json",
    **client: Any,
) -> Any:
    operation: Operation[Any] = Operation("GET", "/x", responses)
    return clients.sync(reply(content, status, media_type), **client).call(operation, Arguments())


def test_a_call(clients: Any) -> None:
    files = Files(clients.sync(reply({"id": "a"})))
    assert files.get("a/b").id == "a"
    request = clients.last
    assert str(request.url) == "https://api.test/v1/files/a%2Fb"
    assert request.headers["authorization"] == "Bearer secret"
    assert request.headers["accept"] == "application/json, text/plain;q=0.5"
    assert request.headers["user-agent"].startswith("twin/1.2.3 python/")
    assert request.extensions["timeout"] == {
        "connect": 5.0,
        "read": 60.0,
        "write": 60.0,
        "pool": 60.0,
    }
    assert "content-type" not in request.headers


@pytest.mark.parametrize(
    ("version", "agent"),
    [("1.2.3-rc.1+7", "1.2.3-rc.1+7"), ("1.0\n", "1.0"), ("2 (é)\r\nX: y", "2-X-y"), ("", "0")],
)
def test_any_version_can_be_told(clients: Any, version: str, agent: str) -> None:
    api = replace(clients.api(), version=version)
    clients.sync(reply({"id": "a"}), api).get("/x")
    assert clients.last.headers["user-agent"].startswith(
        f"twin/{agent} python/"
    )  # RFC 9110, 10.1.5


@pytest.mark.anyio
async def test_an_async_call(clients: Any) -> None:
    client = clients.asynchronous(reply({"id": "a"}))
    assert (await AsyncFiles(client).get("a", timeout=3)).id == "a"
    assert clients.last.extensions["timeout"]["read"] == 3
    with pytest.raises(NotFoundError):
        await AsyncFiles(clients.asynchronous(reply({}, 404))).get("a")
    async with client as same:
        assert same is client


def test_options_of_one_call(clients: Any) -> None:
    client = clients.sync(reply({}), default_headers={"X-A": "1"}, default_query={"v": 2, "w": 3})
    operation: Operation[Any] = Operation("POST", "/x", {"200": {}})
    client.call(
        operation,
        Arguments(
            query={"a": [1, 2], "v": omit, "none": None},
            headers={"X-B": "b", "X-C": omit},
            cookies={"c": "1 2", "d": None},
            body=Json({"a": 1}),
            options={
                "extra_headers": {"x-a": omit, "X-b": "B", "content-type": "application/x+json"},
                "extra_query": {"w": 4, "n": "é"},
                "extra_body": {"b": [2]},
                "timeout": httpx2.Timeout(9, connect=1),
            },
        ),
    )
    request = clients.last
    assert request.url.raw_path == b"/v1/x?v=2&w=4&a=1&a=2&n=%C3%A9"
    assert request.headers["x-b"] == "B"
    assert [name for name in request.headers if name.startswith("x-")] == ["x-b"]
    assert request.headers["content-type"] == "application/x+json"
    assert request.headers["cookie"] == "c=1%202"
    assert json.loads(request.content) == {"a": 1, "b": [2]}
    assert request.extensions["timeout"] == {"connect": 1, "read": 9, "write": 9, "pool": 9}


def test_with_options_leaves_the_client_as_it_is(clients: Any) -> None:
    client = clients.sync(reply({"id": "a"}), default_headers={"X-A": "1"})
    other = client.with_options(
        base_url="http://other.test/",
        default_headers={"x-a": omit, "X-B": "2"},
        timeout=None,
        max_retries=0,
    )
    Files(other).get("a")
    assert str(clients.last.url) == "http://other.test/files/a"
    assert "x-a" not in clients.last.headers
    assert clients.last.extensions["timeout"]["read"] is None
    Files(client).get("a")
    assert str(clients.last.url) == "https://api.test/v1/files/a"
    assert clients.last.headers["x-a"] == "1"
    assert "x-b" not in clients.last.headers
    assert client.config.max_retries == 2


def test_servers(clients: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    operation: Operation[Any] = Operation(
        "GET", "/x", {"200": {}}, server=Server("https://{region}.up.test/2/", {"region": "eu"})
    )
    clients.sync(reply({})).call(operation, Arguments())
    assert str(clients.last.url) == "https://eu.up.test/2/x"
    clients.sync(reply({}), base_url="http://mock:1/").call(operation, Arguments())
    assert str(clients.last.url) == "http://mock:1/x"
    monkeypatch.setenv("TWINTEST_BASE_URL", "http://env/base")
    clients.sync(reply({})).call(operation, Arguments())
    assert str(clients.last.url) == "http://env/base/x"
    assert operation.server is not None
    assert operation.server.resolve(region="us") == "https://us.up.test/2/"


def test_server_variables_count_for_every_server(
    clients: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    own = Server("https://{region}.up.test/{tenant}", {"region": "eu", "tenant": "{tenant}"})
    operation: Operation[Any] = Operation("GET", "/x", {"200": {}}, server=own)
    relative: Operation[Any] = Operation("GET", "/x", {"200": {}}, server=Server("/files"))
    api = replace(clients.api(), servers=(Server("https://{region}.a.test", {"region": "eu"}),))
    assert api.with_variables({"region": None}) is api
    monkeypatch.setenv("TWINTEST_BASE_URL", "http://env/base")
    client = clients.sync(reply({}), api.with_variables({"region": "us", "tenant": "me"}))
    client.call(operation, Arguments())
    assert str(clients.last.url) == "https://us.up.test/me/x"
    client.call(relative, Arguments())
    assert str(clients.last.url) == "https://us.a.test/files/x"
    lacking = clients.sync(reply({}), api.with_variables({"region": "us"}))
    with pytest.raises(ValueError, match=r"variables of .*tenant.* have no defaults"):
        lacking.call(operation, Arguments())


def test_a_document_without_servers_needs_a_base_url(clients: Any) -> None:
    from twin._runtime import Api

    api = Api("x", "X API", "1", "X_TEST")
    with pytest.raises(ValueError, match=r"base_url.*X_TEST_BASE_URL"):
        clients.sync(reply({}), api).request("GET", "/x")


@pytest.mark.parametrize(
    "arguments", [{"max_retries": -1}, {"max_retries": True}, {"base_url": "api.test"}]
)
def test_wrong_settings_are_refused(clients: Any, arguments: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(arguments))):
        clients.sync(reply({}), **arguments)


def test_header_injection_is_refused(clients: Any) -> None:
    files = Files(clients.sync(reply({})))
    with pytest.raises(ValueError, match="line break"):
        files.get("a", extra_headers={"X": "1\r\nY: 2"})
    files.get("a", extra_headers={"X": "é"})
    assert clients.last.headers["x"] == "é"


@pytest.mark.parametrize(
    ("status", "media_type", "content", "expected"),
    [
        (200, "application/json; charset=utf-8", b'{"id":"a"}', File(id="a")),
        (200, "application/vnd.api+json", b'{"id":"a"}', File(id="a")),
        (200, "text/plain", b'{"id":"a"}', File(id="a")),
        (200, "", b'{"id":"a"}', File(id="a")),
        (203, "text/plain; charset=latin-1", b"\xe9", "é"),
        (204, "application/json", b"", None),
        (205, "application/json", b"", None),
        (200, "application/json", b"", None),
        (226, "application/json", b'{"id":"a"}', None),
    ],
)
def test_choice_of_a_response(
    clients: Any, status: int, media_type: str, content: bytes, expected: Any
) -> None:
    assert Files(clients.sync(reply(content, status, media_type))).get("a") == expected


def test_default_and_undeclared_successes(clients: Any) -> None:
    json_file = {"application/json": lambda: File}
    assert answer(clients, {"id": "a"}, {"default": json_file}, status=201) == File(id="a")
    assert answer(clients, {"id": "a"}, {"200": json_file}, status=202) == File(id="a")
    assert answer(clients, {"other": 1}, {"200": json_file}, status=202) == {"other": 1}
    assert answer(clients, b"hi", {"200": json_file}, status=202, media_type="text/plain") == "hi"
    binary = answer(clients, b"\0", {}, media_type="application/octet-stream")
    assert isinstance(binary, BinaryResponse)
    assert answer(clients, {"id": 1}, {}) == {"id": 1}


def test_wildcards_and_several_media_types(clients: Any) -> None:
    responses = {
        "200": {
            "*/*": lambda: str,
            "application/*": lambda: BinaryResponse,
            "application/json": lambda: File,
        }
    }
    assert answer(clients, {"id": "a"}, responses) == File(id="a")
    assert answer(clients, b"x", responses, media_type="text/csv") == "x"
    assert answer(clients, b"x", responses, media_type="application/zip").content == b"x"


def test_text_where_json_was_promised(clients: Any) -> None:
    with pytest.raises(
        DecodeError, match="text/html where application/json was expected"
    ) as caught:
        answer(
            clients,
            b"<html>Sorry",
            {"200": {"application/json": lambda: File}},
            media_type="text/html",
        )
    assert caught.value.text == "<html>Sorry"
    assert caught.value.status == 200
    with pytest.raises(DecodeError, match="not JSON") as broken:
        answer(clients, b'{"id":', {"200": {"application/json": lambda: File}})
    assert broken.value.media_type == "application/json"


def test_anything_where_any_json_was_promised(clients: Any) -> None:
    responses = {"200": {"application/json": lambda: Any}}
    assert answer(clients, b"data: 1", responses, media_type="text/event-stream") == "data: 1"
    assert answer(clients, b"PK", responses, media_type="application/zip").content == b"PK"
    assert answer(clients, b'{"a": 1}', responses, media_type="") == {"a": 1}
    with pytest.raises(DecodeError, match="not JSON"):
        answer(clients, b'{"a":', responses)
    with pytest.raises(DecodeError, match="text/plain where application/json was expected"):
        answer(clients, b"PK", responses, media_type="text/plain", strict=True)


def test_strict_client(clients: Any) -> None:
    responses = {"200": {"application/json": lambda: list[File]}}
    assert answer(clients, [{"id": 1}], responses)[0].id == 1
    with pytest.raises(DecodeError) as caught:
        answer(clients, [{"id": 1}], responses, strict=True)
    assert caught.value.path == (0, "id")


def test_binary_response(clients: Any, tmp_path: Any) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        headers = {
            "content-type": "image/png",
            "content-disposition": "attachment; filename=\"x.png\"; filename*=UTF-8''..%2Fp%C3%A9.png",
        }
        return httpx2.Response(200, content=b"\x89PNG", headers=headers)

    operation: Operation[BinaryResponse] = Operation(
        "GET", "/x", {"200": {"image/*": lambda: BinaryResponse}}
    )
    image = clients.sync(respond).call(operation, Arguments())
    assert (image.media_type, image.filename, bytes(image), len(image)) == (
        "image/png",
        "pé.png",
        b"\x89PNG",
        4,
    )
    assert image.save(tmp_path / "x").read_bytes() == b"\x89PNG"


@pytest.mark.parametrize(
    ("disposition", "name"),
    [
        ('attachment; filename="a b.txt"', "a b.txt"),
        ("attachment; filename=plain.txt", "plain.txt"),
        (r'attachment; filename="C:\\temp\\x.txt"', "x.txt"),
        ('attachment; filename="../../etc/passwd"', "passwd"),
        ('attachment; filename=".."', None),
        ("inline", None),
    ],
)
def test_suggested_file_name_is_only_a_name(disposition: str, name: str | None) -> None:
    assert BinaryResponse(b"", {"content-disposition": disposition}).filename == name


def test_errors_are_typed(clients: Any) -> None:
    problem = {"code": 5, "title": "Not there", "detail": "No file a."}
    with pytest.raises(NotFoundError) as caught:
        Files(clients.sync(reply(problem, 404, "application/problem+json"))).get("a")
    error = caught.value
    assert isinstance(error.body, Problem)
    assert error.problem == problem
    assert (error.status, error.message, str(error)) == (404, "404: No file a.", "404: No file a.")
    with pytest.raises(BadRequestError) as other:
        Files(clients.sync(reply({"id": "x"}, 400))).get("a")
    assert other.value.body == File(id="x")


def test_errors_the_whole_api_shares(clients: Any) -> None:
    api = clients.api(errors={"422": {"application/json": lambda: Problem}})
    operation: Operation[Any] = Operation("GET", "/x", {})
    with pytest.raises(UnprocessableEntityError) as caught:
        clients.sync(reply({"code": 1}, 422), api).call(operation, Arguments())
    assert caught.value.body == Problem(code=1)


@pytest.mark.parametrize(
    ("content", "media_type", "message"),
    [
        (b"<h1>Bad Gateway</h1>", "text/html", "<h1>Bad Gateway</h1>"),
        (b'{"error":{"message":"deep"}}', "application/json", "deep"),
        (b'{"error":"flat"}', "application/json", "flat"),
        (
            b'{"detail":[{"loc":["body","name"],"msg":"missing"}]}',
            "application/json",
            "body.name: missing",
        ),
        (
            b'{"errors":[{"detail":"first"},{"detail":"second"}]}',
            "application/json",
            "first; second",
        ),
        (
            b'{"name":["Is taken.","Is odd."],"age":[]}',
            "application/json",
            "name: Is taken. Is odd.",
        ),
        (b'{"errors":{"json":{"age":["Too low."]}}}', "application/json", "json.age: Too low."),
        (b'{"code":7,"tags":["a",1]}', "application/json", "Not Found"),
        (b"{broken", "application/json", "{broken"),
        (b"", "", "Not Found"),
        (b"[]", "application/json", "Not Found"),
    ],
)
def test_messages_of_errors(clients: Any, content: bytes, media_type: str, message: str) -> None:
    with pytest.raises(NotFoundError) as caught:
        Files(clients.sync(reply(content, 404, media_type))).get("a")
    assert caught.value.message == f"404: {message}"


def test_error_classes_and_request_id(clients: Any) -> None:
    def respond(request: httpx2.Request) -> httpx2.Response:
        return httpx2.Response(599, headers={"X-Request-Id": "r1"})

    with pytest.raises(InternalServerError) as caught:
        clients.sync(respond, max_retries=0).request("GET", "/x")
    assert caught.value.request_id == "r1"
    with pytest.raises(APIStatusError) as teapot:
        clients.sync(reply({}, 418)).request("GET", "/x")
    assert type(teapot.value) is APIStatusError
    with pytest.raises(APIStatusError):
        clients.sync(reply({}, 304)).request("GET", "/x")


def test_errors_pickle(clients: Any) -> None:
    with pytest.raises(NotFoundError) as caught:
        Files(clients.sync(reply({"code": 5}, 404, "application/problem+json"))).get("a")
    copy = pickle.loads(pickle.dumps(caught.value))  # noqa: S301
    assert (type(copy), str(copy), copy.status, copy.body) == (
        NotFoundError, str(caught.value), 404, Problem(code=5),
    )  # fmt: skip


@pytest.mark.parametrize(
    "error",
    [
        DecodeError("no", path=("a", 1), status=200, media_type="text/html", text="<p>"),
        APITimeoutError("late", retries=2, why_no_retry="max_retries is 2"),
        StreamError("broken", body={"error": "x"}),
        PaginationError("again"),
        RateLimitError("429: no", status=429, headers={"x-request-id": "r"}, body=[1], raw=b"[1]"),
    ],
)
def test_every_error_pickles(error: Any) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301
    assert (type(copy), str(copy), vars(copy)) == (type(error), str(error), vars(error))


def test_message_of_an_error_has_the_request_id(clients: Any) -> None:
    headers = {"x-request-id": "r7"}
    gone = httpx2.Response(404, headers=headers, json={"detail": "no such file"})
    client = clients.sync(lambda _: gone)
    with pytest.raises(NotFoundError, match=r"^404: no such file \(request id r7\)$") as caught:
        Files(client).get("a")
    assert caught.value.request_id == "r7"
    busy = httpx2.Response(503, headers=headers)
    client = clients.sync(lambda _: busy, max_retries=0)
    with pytest.raises(APIStatusError, match=r"\(not retried: max_retries is 0; request id r7\)$"):
        Files(client).get("a")


def test_undocumented_requests(clients: Any) -> None:
    client = clients.sync(reply({"id": "a"}))
    assert client.request("get", "/any/{x}", path_params={"x": 1}, query={"q": True}) == {"id": "a"}
    assert str(clients.last.url) == "https://api.test/v1/any/1?q=true"
    assert client.request("POST", "any?x=1", cast_to=File, body=Json({}), query={"y": 2}) == File(
        id="a"
    )
    assert str(clients.last.url) == "https://api.test/v1/any?x=1&y=2"
    assert client.request("DELETE", "/any", cast_to=None) is None
    assert client.request("HEAD", "/any") is None


def test_transport_is_made_late_and_closed() -> None:
    from twin._runtime import Api, SyncClient

    client = SyncClient(Api("x", "X", "1", "X_TEST", servers=(Server("https://x.test"),)))
    assert client._pool.http is None
    client.close()
    with client as same:
        http = client._pool.open()
        assert same.with_options(timeout=1)._pool.open() is http
    assert http.is_closed


def test_given_transport_stays_open_and_keeps_its_timeout() -> None:
    from twin._runtime import Api, SyncClient

    seen: list[Any] = []

    def respond(request: httpx2.Request) -> httpx2.Response:
        seen.append((request.extensions["timeout"]["read"], request.headers["x-own"]))
        return httpx2.Response(200, json={})

    api = Api("x", "X", "1", "X_TEST", servers=(Server("https://x.test"),))
    http = httpx2.Client(transport=httpx2.MockTransport(respond), timeout=7, headers={"X-Own": "1"})
    with SyncClient(api, http_client=http) as client:
        client.request("GET", "/")
        client.with_options(timeout=3).request("GET", "/")
        client.request("GET", "/", timeout=2)
    assert seen == [(7, "1"), (3, "1"), (2, "1")]
    assert not http.is_closed
    with pytest.raises(TypeError, match=r"httpx2\.Client"):
        SyncClient(api, http_client=httpx2.AsyncClient())  # type: ignore[arg-type]


def test_all_errors_have_one_base() -> None:
    from twin import _runtime

    errors = [getattr(_runtime, name) for name in dir(_runtime) if name.endswith("Error")]
    assert len(errors) >= 15
    assert all(issubclass(error, APIError) for error in errors)


def test_json_of_any_name_is_asked_for_as_json() -> None:
    from twin._runtime.outcomes import ResponseTable

    table = ResponseTable({"200": {"application/*+json": lambda: dict, "text/csv": lambda: str}})
    assert table.accept == "application/json, text/csv;q=0.5"

"""Packages made of small documents, imported, and driven: client, server and the judge of what went by."""

from __future__ import annotations

import importlib
import json
import sys
from typing import TYPE_CHECKING, Any

import httpx2
from openapi_judge import OpenApiJudge
from wire import Exchange

from generator import Config, generate

if TYPE_CHECKING:
    from pathlib import Path


class Driven(httpx2.BaseTransport):
    """A generated package whose client talks to its own server; every call is kept.

    ``arguments`` and ``body`` are what the server read of the last request, ``sent`` what went over the
    wire; ``faults`` is what an independent reader of the document has against it.
    """

    def __init__(self, folder: Path, name: str, document: dict[str, Any]) -> None:
        source = folder / "openapi.json"
        source.write_text(json.dumps(document), encoding="utf-8")
        result = generate(source, Config(package=name, emit=("models", "client", "server")))
        self.codes = [found.code for found in result.diagnostics]
        for file in result.files:
            place = folder / file.path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_text(file.text, encoding="utf-8")
        sys.path.insert(0, str(folder))
        try:
            self.package: Any = importlib.import_module(name)
            self._runtime: Any = importlib.import_module(f"{name}.server._runtime")
        finally:
            sys.path.remove(str(folder))
        served = self._runtime.Document.load(folder / name / "server")
        self.operations: dict[str, Any] = {
            one["operation_id"]: one for one in served.operations["operations"]
        }
        self._dispatcher = self._runtime.Dispatcher(served, self._handle, check_security=False)
        self._judge = OpenApiJudge(served.openapi)
        self.faults: list[str] = []
        self.arguments: dict[str, Any] = {}
        self.body: Any = None
        self.called = ""
        self.sent: httpx2.Request | None = None

    def client(self, **arguments: Any) -> Any:
        """Return a client of the package."""
        return self.package.Client(http_client=httpx2.Client(transport=self), **arguments)

    def call(self, operation_id: str, *args: Any, **keywords: Any) -> Any:
        """Call an operation; return what its parameters and its body were for the server.

        Raises:
            AssertionError: the request was read as another operation, or was at fault.
        """
        method: Any = self.client()
        for name in self.operations[operation_id]["call"].split("."):
            method = getattr(method, name)
        self.called, self.faults = "", []
        method(*args, **keywords)
        assert self.called == operation_id, self.called
        assert not self.faults, self.faults
        by_name = {
            one["argument"]: one["name"] for one in self.operations[operation_id]["parameters"]
        }
        return {by_name[name]: value for name, value in self.arguments.items()}, self.body

    def _handle(self, call: Any) -> Any:
        self.called = call.operation.operation_id
        self.arguments, self.body = dict(call.arguments), call.body
        return self._runtime.Response(204)

    def handle_request(self, request: httpx2.Request) -> httpx2.Response:
        """Serve a request."""
        self.sent = request
        body = request.read()
        path, _, query = request.url.raw_path.decode("ascii").partition("?")
        headers = self._runtime.Headers(
            (name.decode("ascii"), value.decode()) for name, value in request.headers.raw
        )
        answer = self._dispatcher.handle(
            self._runtime.Request(request.method, path, query, headers, body)
        )
        response = httpx2.Response(answer.status, headers=answer.headers, content=answer.body)
        if self.called:
            exchange = Exchange(request, response, body, b"")
            pointer = self.operations[self.called]["pointer"]
            self.faults += self._judge.of_request(exchange, pointer)
        return response

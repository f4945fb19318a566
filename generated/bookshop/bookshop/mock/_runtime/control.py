"""What a running mock tells of itself and how it is steered: the JSON API and the page at ``/_mock/``."""

from __future__ import annotations

import base64
import hashlib
import ipaddress
import json
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from ...server._runtime import Response
from ...server._runtime.json_text import parse_json
from ...server._runtime.responses import quality
from .faults import Fault
from .near_misses import candidates

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ...server._runtime import Document, Request
    from .journal import Recorded
    from .mock import MockServer

PREFIX = "/_mock"
LANDING = f"{PREFIX}/redirected"
"""Where redirects lead to: behind it stands the path that redirected."""
_PAGE = Path(__file__).parent / "control.html"
_MOST = 100  # items of a list, unless asked for more
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class ControlError(Exception):
    """A request that cannot be done, with the status that says so."""

    def __init__(self, status: int, detail: str) -> None:
        super().__init__(detail)
        self.status = status


class Control:
    """Answers the requests below ``/_mock``.

    An operation of the document whose own path begins so keeps it; one that would only match it by a
    placeholder (``/{owner}/{name}``) does not.

    Args:
        mock: what is told of and steered.

    Attributes:
        is_local: whether only names of this machine are accepted as ``Host``. A page of the web could
            otherwise reach the server by a name that leads here (DNS rebinding).
    """

    def __init__(self, mock: MockServer) -> None:
        self._mock = mock
        self.is_local = True
        self._is_taken = is_taken(mock.document)
        self._routes: Mapping[tuple[str, str], Callable[[Request, list[str]], Any]] = {
            ("GET", ""): self._index,
            ("GET", "routes"): self._tell_routes,
            ("GET", "state"): self._tell_state,
            ("GET", "journal"): self._tell_journal,
            ("DELETE", "journal"): self._clear_journal,
            ("GET", "faults"): self._tell_faults,
            ("POST", "faults"): self._add_fault,
            ("DELETE", "faults"): self._clear_faults,
            ("POST", "reset"): self._reset,
            ("GET", "snapshot"): self._snapshot,
            ("PUT", "snapshot"): self._restore,
            ("POST", "clock"): self._advance,
        }

    def answer(self, request: Request) -> Response | None:
        """Answer a request; ``None`` if it is none of ours."""
        path = request.path
        if not path.startswith(PREFIX) or path[len(PREFIX) : len(PREFIX) + 1] not in ("", "/"):
            return None
        if self._is_taken:
            return None
        if path.startswith(f"{LANDING}/"):
            return _landing(path[len(LANDING) :])
        try:
            self._guard(request)
            return self._serve(request, [unquote(part) for part in path.split("/")[2:]])
        except ControlError as error:
            return _json({"detail": str(error)}, error.status)

    def _guard(self, request: Request) -> None:
        """Refuse what a page of the web may have sent (cross-site request forgery, DNS rebinding)."""
        host = request.headers.get("host")
        if self.is_local and not _is_local(host):
            raise ControlError(
                403, f"{host} is no name of this machine; start with --host to allow it"
            )
        if request.method in ("GET", "HEAD"):
            return
        origin = request.headers.get("origin")
        if origin and origin.partition("://")[2] != host:
            raise ControlError(403, f"pages of {origin} may not steer this mock")
        kind = request.headers.get("content-type").partition(";")[0].strip().lower()
        if request.method == "POST" and kind != "application/json":
            raise ControlError(415, "send the header `Content-Type: application/json`")

    def _serve(self, request: Request, parts: list[str]) -> Response:
        if not parts:
            return Response(307, [("location", f"{PREFIX[1:]}/"), ("content-length", "0")])
        name, rest = parts[0], parts[1:]
        method = "GET" if request.method == "HEAD" else request.method
        if not name and _wants_page(request):
            return _page()
        function = self._routes.get((method, name))
        if function is None:
            allow = [known for known, route in self._routes if route == name]
            if not allow:
                raise ControlError(404, f"there is nothing at {request.path}; see {PREFIX}/")
            raise ControlError(
                405, f"{request.method} is not possible here, only {', '.join(allow)}"
            )
        return _json(function(request, rest))

    def _index(self, request: Request, rest: list[str]) -> Any:
        info = self._mock.document.openapi.get("info") or {}
        return {
            "title": str(info.get("title", "")),
            "version": str(info.get("version", "")),
            "endpoints": sorted(f"{method} {PREFIX}/{name}" for method, name in self._routes),
        }

    def _tell_routes(self, request: Request, rest: list[str]) -> Any:
        counts = self._mock.calls.counts()
        behaviour = self._mock.behaviour
        routes = []
        for raw in self._mock.document.operations["operations"]:
            role = behaviour.role(raw["call"])
            routes.append(
                {
                    "call": raw["call"],
                    "method": raw["method"],
                    "path": raw["path"],
                    "role": role.role,
                    "resource": role.resource,
                    "calls": counts.get(raw["call"], 0),
                }
            )
        return {"routes": routes, "not_inferred": list(behaviour.not_inferred)}

    def _tell_state(self, request: Request, rest: list[str]) -> Any:
        store = self._mock.store
        if not rest or not rest[0]:
            keys = [key for key in store.collections("") if not key[0].startswith("$")]
            return {
                "collections": [
                    {"resource": key[0], "parents": key[1:], "count": len(store.items(key))}
                    for key in keys
                ]
            }
        key = tuple(rest)
        rows = store.items(key)
        offset, limit = _number(request, "offset", 0), _number(request, "limit", _MOST)
        page = rows[offset : offset + limit]
        records = [
            {"id": name, "data": record.data, "reads": record.reads} for name, record in page
        ]
        return {"resource": key[0], "parents": key[1:], "count": len(rows), "records": records}

    def _tell_journal(self, request: Request, rest: list[str]) -> Any:
        if rest and rest[0]:
            return self._tell_request(rest[0])
        wanted = dict(request.query).get("call", "")
        found = self._mock.calls(wanted, since=_number(request, "since", 0))
        told = found[-_number(request, "limit", _MOST) :]
        return {"requests": [self._told(one) for one in told], "count": len(found)}

    def _tell_request(self, number: str) -> Any:
        found = [one for one in self._mock.calls() if str(one.number) == number]
        if not found:
            raise ControlError(404, f"there is no request {number} in the journal")
        one = found[0]
        body = one.body.decode("utf-8", "replace")
        return {
            **self._told(one),
            "headers": [list(pair) for pair in one.headers.items()],
            "body": body,
        }

    def _told(self, one: Recorded) -> dict[str, Any]:
        told: dict[str, Any] = {
            "number": one.number,
            "time": one.time,
            "call": one.call,
            "method": one.method,
            "path": one.path,
            "query": one.query_string,
            "status": one.status,
            "milliseconds": round(one.seconds * 1000, 3),
        }
        if not one.call:
            found = candidates(self._mock.document.operations["operations"], one.method, one.path)
            told["candidates"] = [
                {"call": c.call, "method": c.method, "path": c.path, "reason": c.reason}
                for c in found
            ]
        return told

    def _clear_journal(self, request: Request, rest: list[str]) -> Any:
        self._mock.calls.clear()
        return {"done": True}

    def _tell_faults(self, request: Request, rest: list[str]) -> Any:
        return {"faults": [fault.to_json() for fault in self._mock.faults.all()]}

    def _add_fault(self, request: Request, rest: list[str]) -> Any:
        try:
            self._mock.add_fault(Fault.from_json(_object(request)))
        except (KeyError, ValueError) as error:
            raise ControlError(422, str(error.args[0])) from error
        return {"done": True}

    def _clear_faults(self, request: Request, rest: list[str]) -> Any:
        self._mock.faults.clear()
        return {"done": True}

    def _reset(self, request: Request, rest: list[str]) -> Any:
        self._mock.reset()
        return {"done": True}

    def _snapshot(self, request: Request, rest: list[str]) -> Any:
        return self._mock.snapshot()

    def _restore(self, request: Request, rest: list[str]) -> Any:
        try:
            self._mock.restore(_object(request))
        except ValueError as error:
            raise ControlError(422, str(error)) from error
        return {"done": True}

    def _advance(self, request: Request, rest: list[str]) -> Any:
        seconds = _object(request).get("seconds")
        if isinstance(seconds, bool) or not isinstance(seconds, (int, float)):
            raise ControlError(422, '"seconds" must be a number')
        self._mock.clock.advance(seconds)
        return {"done": True}


def is_taken(document: Document) -> bool:
    """Whether the document has an operation below ``/_mock`` itself."""
    return any(
        raw["path"].split("/")[1:2] == [PREFIX[1:]] for raw in document.operations["operations"]
    )


def _landing(path: str) -> Response:
    """Answer whoever followed a redirect of the mock, by any method and without a credential."""
    content = f"This is what {path} leads to.\n".encode()
    headers = [("content-type", "text/plain; charset=utf-8"), ("content-length", str(len(content)))]
    return Response(200, [*headers, ("x-content-type-options", "nosniff")], content)


def _is_local(host: str) -> bool:
    """Whether a ``Host`` cannot be a domain of the web: an address, or a name without a dot."""
    name = host.rpartition(":")[0] if re.search(r":\d+$", host) else host
    name = name.strip("[]").rstrip(".").lower()
    if name in _LOOPBACK or name.endswith(".localhost") or "." not in name:
        return True
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def _wants_page(request: Request) -> bool:
    accept = request.headers.get("accept")
    return quality(accept, "text/html") > quality(accept, "application/json")


def _number(request: Request, name: str, default: int) -> int:
    value = dict(request.query).get(name)
    if value is None:
        return default
    if not re.fullmatch(r"\d{1,9}", value, re.ASCII):
        raise ControlError(422, f"{name} must be a whole number")
    return int(value)


def _object(request: Request) -> dict[str, Any]:
    try:
        value = parse_json(request.body)
    except ValueError as error:
        raise ControlError(400, f"the body is no JSON: {error}") from error
    if not isinstance(value, dict):
        raise ControlError(422, "the body must be a JSON object")
    return value


def _json(value: Any, status: int = 200) -> Response:
    content = json.dumps(value, separators=(",", ":")).encode()
    headers = [
        ("content-type", "application/json"),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("content-length", str(len(content))),
    ]
    return Response(status, headers, content)


@cache
def _page_content() -> tuple[bytes, str]:
    """Return the page and the policy under which it runs: its own script and nothing else."""
    content = _PAGE.read_bytes()
    sources = []
    for tag in (b"script", b"style"):
        found = re.search(rb"<%b>(.*?)</%b>" % (tag, tag), content, re.DOTALL)
        digest = hashlib.sha256(found[1] if found else b"").digest()
        sources.append(f"{tag.decode()}-src 'sha256-{base64.b64encode(digest).decode()}'")
    policy = "; ".join(
        [
            "default-src 'none'",
            "connect-src 'self'",
            *sources,
            "frame-ancestors 'none'",
            "base-uri 'none'",
        ]
    )
    return content, policy


def _page() -> Response:
    content, policy = _page_content()
    headers = [
        ("content-type", "text/html; charset=utf-8"),
        ("content-security-policy", policy),
        ("cache-control", "no-store"),
        ("x-content-type-options", "nosniff"),
        ("content-length", str(len(content))),
    ]
    return Response(200, headers, content)

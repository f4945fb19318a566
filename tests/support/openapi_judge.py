"""Judges what goes over the wire by any bundled OpenAPI 3.1 document (``server/openapi.json``).

It knows nothing of the client or the mock: jsonschema-rs decides about values, the styles are read by
``openapi_reading``.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urlsplit

from openapi_reading import MISSING, Reader, cookies, raw_pairs
from openapi_schemas import Schemas, escape
from openapi_text import (
    STREAMED,
    essence,
    events,
    fitting,
    has_place,
    is_ignored,
    is_json,
    is_sent_unasked,
    match,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from wire import Exchange


class OpenApiJudge:
    """Finds the faults of exchanges; none means that both sides kept to the document."""

    def __init__(self, document: dict[str, Any]) -> None:
        self.schemas = Schemas(document)
        self._requests = Reader(self.schemas, "readOnly")

    def faults(self, exchange: Exchange, operation: str) -> list[str]:
        """Return everything about an exchange that is not as the operation (a pointer) says."""
        return [*self.of_request(exchange, operation), *self.of_response(exchange, operation)]

    def parameters(self, operation: str) -> dict[tuple[str, str], str]:
        """Return the pointers of the parameters of path item and operation, by place and name."""
        item = operation.rpartition("/")[0]
        item = item.removesuffix("/additionalOperations")
        found: dict[tuple[str, str], str] = {}
        for owner in (item, operation):
            node = self.schemas.node(self.schemas.resolve(owner))
            for index in range(len(node.get("parameters") or ())):
                where = self.schemas.dereference(
                    f"{self.schemas.resolve(owner)}/parameters/{index}"
                )
                parameter = self.schemas.node(where)
                if isinstance(parameter, dict) and "name" in parameter:
                    found[str(parameter.get("in")), str(parameter["name"])] = where
        return found

    def schema_of(self, parameter: str) -> tuple[str | None, bool]:
        """Return the pointer of a parameter's schema, and whether it is sent as JSON text."""
        node = self.schemas.node(parameter)
        if isinstance(node.get("content"), dict) and node["content"]:
            kind = next(iter(node["content"]))
            where = f"{parameter}/content/{escape(kind)}"
            has_schema = "schema" in (node["content"][kind] or {})
            return (f"{where}/schema" if has_schema else None), "json" in kind
        return (f"{parameter}/schema" if "schema" in node else None), False

    def of_request(self, exchange: Exchange, operation: str) -> Iterator[str]:
        """Yield what is wrong with a request."""
        read = self.read(exchange, operation)
        for place, pointer in self.parameters(operation).items():
            name = f"{place[0]} parameter {place[1]}"
            if is_ignored(*place):
                continue
            if place not in read:
                is_lost = place[0] == "path" and not has_place(place[1], operation)
                if self.schemas.node(pointer).get("required") and not is_lost:
                    yield f"the required {name} is missing"
                continue
            schema, _ = self.schema_of(pointer)
            if schema and not is_sent_unasked(*place):
                for fault in self.schemas.errors(read[place], schema, "readOnly"):
                    yield f"{name}: {fault}"
        yield from self._of_body(exchange, operation, read)

    def read(self, exchange: Exchange, operation: str) -> dict[tuple[str, str], Any]:
        """Return what a request says, by place and name; the body as ``("body", "")``."""
        url = urlsplit(str(exchange.request.url))
        path = operation.rpartition("/")[0].removesuffix("/additionalOperations")
        template = path.rpartition("/")[2].replace("~1", "/").replace("~0", "~")
        listed = self._listed(operation) if "}{" in template else {}
        segments = match(template, url.path, url.query, listed)
        found: dict[tuple[str, str], Any] = {}
        declared = self.parameters(operation)
        for (place, name), pointer in declared.items():
            raw = self._raw(place, name, segments, exchange)
            others = {other for where, other in declared if where == place and other != name}
            value = MISSING
            if raw is not None:
                value = self._read(pointer, name, place, raw, url.query, others)
            if value is not MISSING:
                found[place, name] = value
        if exchange.sent:
            media, schema = self._media(exchange, operation)
            found["body", ""] = self._body(exchange, media, schema)
        return found

    def _listed(self, operation: str) -> dict[str, list[Any]]:
        """Return the values that the schemas of path parameters list."""
        schemas = {
            name: self.schemas.node(schema)
            for (place, name), pointer in self.parameters(operation).items()
            if place == "path" and (schema := self.schema_of(pointer)[0])
        }
        return {name: one["enum"] for name, one in schemas.items() if one.get("enum")}

    def _raw(
        self, place: str, name: str, segments: dict[str, str], exchange: Exchange
    ) -> str | None:
        match place:
            case "path":
                by_plain = {plain(key): value for key, value in segments.items()}
                return segments.get(name, by_plain.get(plain(name)))
            case "header":
                return exchange.request.headers.get(name)
            case "cookie":
                return str(exchange.request.headers.get("cookie", ""))
            case _:
                return ""

    def _read(
        self, pointer: str, name: str, place: str, raw: str, query: str, others: set[str]
    ) -> Any:
        node = self.schemas.node(pointer)
        schema, as_json = self.schema_of(pointer)
        default = "simple" if place in {"path", "header"} else "form"
        style = str(node.get("style") or default)
        explode = bool(node.get("explode", style == "form"))
        if place == "querystring":
            return self._requests.form(query.encode(), schema, {})
        if place in {"query", "cookie"}:
            pairs = raw_pairs(query) if place == "query" else cookies(raw)
            if as_json or "content" in node:
                found = self._requests.query(name, None, pairs, "form", explode=True)
                return json.loads(found) if as_json and found is not MISSING else found
            return self._requests.query(name, schema, pairs, style, explode=explode, others=others)
        if as_json:
            return json.loads(unquote(raw) if place == "path" else raw)
        if style == "label":
            raw = raw.removeprefix(".").replace(".", ",") if explode else raw.removeprefix(".")
        elif style == "matrix":
            raw = re.sub(f"^;{re.escape(name)}=", "", raw)
            raw = raw.removeprefix(";").replace(f";{name}=", ",").replace(";", ",")
        return self._requests.simple(raw, schema, explode=explode)

    def _media(self, exchange: Exchange, operation: str) -> tuple[dict[str, Any], str | None]:
        body = self._body_of(operation)
        if body is None:
            return {}, None
        kind = essence(exchange.request.headers.get("content-type", ""))
        content = self.schemas.node(body).get("content") or {}
        found = fitting(content, kind)
        if found is None:
            return {}, None
        pointer = f"{body}/content/{escape(found)}"
        return content[found] or {}, f"{pointer}/schema" if "schema" in content[found] else None

    def _body_of(self, operation: str) -> str | None:
        where = self.schemas.resolve(operation)
        if "requestBody" not in self.schemas.node(where):
            return None
        return self.schemas.dereference(f"{where}/requestBody")

    def _body(self, exchange: Exchange, media: dict[str, Any], schema: str | None) -> Any:
        full_type = exchange.request.headers.get("content-type", "")
        kind = essence(full_type)
        if is_json(kind):
            return json.loads(exchange.sent)
        if kind in STREAMED:
            lines = exchange.sent.replace(b"\x1e", b"\n").splitlines()
            return [json.loads(line) for line in lines if line.strip()]
        types = self.schemas.types(schema) if schema else set()
        if kind == "application/x-www-form-urlencoded" and types != {"string"}:
            return self._requests.form(exchange.sent, schema, media.get("encoding") or {})
        if kind.startswith("multipart/"):
            return self._requests.multipart(exchange.sent, full_type, schema)
        text = exchange.sent.decode("utf-8", "replace")
        return self._requests.scalar(text, schema) if kind.startswith("text/") else text

    def _of_body(
        self, exchange: Exchange, operation: str, read: dict[tuple[str, str], Any]
    ) -> Iterator[str]:
        body = self._body_of(operation)
        if body is None:
            if exchange.sent:
                yield "a body where none is declared"
            return
        content = self.schemas.node(body).get("content") or {}
        if not exchange.sent:
            kind = essence(exchange.request.headers.get("content-type", ""))
            is_empty_form = kind == "application/x-www-form-urlencoded" and kind in content
            if self.schemas.node(body).get("required") and content and not is_empty_form:
                yield "the required body is missing"
            return
        kind = essence(exchange.request.headers.get("content-type", ""))
        if fitting(content, kind) is None:
            yield f"undeclared content type {kind} of the request"
            return
        _, schema = self._media(exchange, operation)
        is_form = kind == "application/x-www-form-urlencoded"
        is_judged = is_json(kind) or kind.startswith("multipart/") or is_form
        if schema and is_judged:
            for fault in self.schemas.errors(read["body", ""], schema, "readOnly"):
                yield f"body: {fault}"

    def of_response(self, exchange: Exchange, operation: str) -> Iterator[str]:
        """Yield what is wrong with a response."""
        status = str(exchange.response.status_code)
        operation = self.schemas.resolve(operation)
        responses = self.schemas.node(operation).get("responses") or {}
        keys = {key.upper(): key for key in responses}
        key = keys.get(status) or keys.get(f"{status[0]}XX") or keys.get("DEFAULT")
        if key is None:
            if responses:
                yield f"undeclared status {status}"
            return
        where = self.schemas.dereference(f"{operation}/responses/{escape(key)}")
        declared = self.schemas.node(where)
        for name in declared.get("headers") or {}:
            header = self.schemas.node(self.schemas.dereference(f"{where}/headers/{escape(name)}"))
            if header.get("required") and name not in exchange.response.headers:
                yield f"the required header {name} is missing with status {status}"
        content = declared.get("content") or {}
        told = exchange.response.headers.get("content-length", "")
        is_bodiless = exchange.request.method == "HEAD" or status in {"204", "304"}
        if told and not is_bodiless and told != str(len(exchange.received)):
            yield f"a body of {len(exchange.received)} bytes, where its header says {told}"
        if not content or not exchange.received:
            if exchange.received and exchange.request.method != "HEAD":
                yield f"a body with status {status}, where none is declared"
            return
        kind = essence(exchange.response.headers.get("content-type", ""))
        found = fitting(content, kind)
        if found is None:
            yield f"undeclared content type {kind} with status {status}"
            return
        media = content[found] or {}
        pointer = f"{where}/content/{escape(found)}"
        yield from self._of_content(exchange, media, pointer, kind, status)

    def _of_content(
        self, exchange: Exchange, media: dict[str, Any], pointer: str, kind: str, status: str
    ) -> Iterator[str]:
        key = "itemSchema" if "itemSchema" in media else "schema"
        if key not in media:
            return
        schema = f"{pointer}/{key}"
        if kind in STREAMED or key == "itemSchema":
            for value in events(exchange.received.decode("utf-8", "replace"), kind):
                if not any(self._is_item(one, schema) for one in value):
                    yield f"an event that is not as described: {json.dumps(value[0])[:160]}"
        elif is_json(kind):
            for fault in self.schemas.errors(json.loads(exchange.received), schema, "writeOnly"):
                yield f"{status}: {fault}"

    def _is_item(self, value: Any, schema: str) -> bool:
        if self.schemas.is_valid(value, schema, "writeOnly"):
            return True
        items = self.schemas.child(schema, "items")
        return items is not None and self.schemas.is_valid(value, items, "writeOnly")

"""Judges what goes over the wire by the document itself, with jsonschema-rs and nothing of ours.

It reads the document as it stands in ``specs/`` and knows only the parts of OpenAPI that the bundled
documents use.
"""

from __future__ import annotations

import email
import email.policy
import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import parse_qsl, unquote, urlsplit

import jsonschema_rs
import yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    import httpx2

_METHODS = ("get", "put", "post", "delete", "patch", "head", "options", "trace")
_URI = "urn:document"
_READERS = {"integer": int, "number": float, "boolean": {"true": True, "false": False}.__getitem__}


@dataclass(frozen=True, slots=True)
class Exchange:
    """One request and its response, both with their bodies read."""

    request: httpx2.Request
    response: httpx2.Response
    sent: bytes
    received: bytes


class WireJudge:
    """Finds the faults of an exchange; an empty list means that it is as documented."""

    def __init__(self, path: Path) -> None:
        text = path.read_text(encoding="utf-8")
        self.document = json.loads(text) if path.suffix == ".json" else yaml.safe_load(text)
        self._registries = {
            marker: jsonschema_rs.Registry(
                [(_URI, _without(self.document, marker))], draft=jsonschema_rs.Draft202012
            )
            for marker in ("readOnly", "writeOnly")
        }

    def operations(self) -> Iterator[tuple[str, str, dict[str, Any]]]:
        """Yield path, method and Operation Object of every operation."""
        for path, item in self.document["paths"].items():
            for method in _METHODS:
                if method in item:
                    yield path, method.upper(), item[method]

    def find(self, request: httpx2.Request) -> tuple[str, str]:
        """Return path template and method of the operation a request goes to."""
        raw = urlsplit(str(request.url)).path
        matches = [
            path
            for path, method, _ in self.operations()
            if method == request.method and re.fullmatch(re.sub(r"\{.*?\}", "[^/]+", path), raw)
        ]
        # A concrete path wins over a templated one (OpenAPI 3.1, Paths Object).
        return min(matches, key=lambda path: path.count("{")), request.method

    def faults(self, exchange: Exchange) -> list[str]:
        """Return everything about an exchange that is not as documented."""
        path, method = self.find(exchange.request)
        return [
            *self._of_request(path, method, exchange),
            *self.of_response(path, method, exchange),
        ]

    def _of_request(self, path: str, method: str, exchange: Exchange) -> Iterator[str]:
        item = self.document["paths"][path]
        operation = item[method.lower()]
        known = self._parameters(item, operation)
        yield from self._of_parameters(path, known, exchange.request)
        body = self._deref(operation.get("requestBody"))
        if body is None:
            if exchange.sent:
                yield "a body where none is declared"
            return
        if not exchange.sent:
            if body.get("required"):
                yield "the required body is missing"
            return
        sent_type = exchange.request.headers["content-type"]
        media = body["content"].get(sent_type.partition(";")[0])
        if media is None:
            yield f"undeclared content type {sent_type}"
            return
        value = self._body(exchange.sent, sent_type, media.get("schema", {}))
        yield from self._invalid(value, media.get("schema", {}), "body", "readOnly")

    def _parameters(self, item: dict[str, Any], operation: dict[str, Any]) -> list[dict[str, Any]]:
        found = {}
        for raw in (*item.get("parameters", ()), *operation.get("parameters", ())):
            parameter = self._deref(raw)
            found[parameter["in"], parameter["name"]] = parameter
        return list(found.values())

    def _of_parameters(
        self, path: str, known: list[dict[str, Any]], request: httpx2.Request
    ) -> Iterator[str]:
        url = urlsplit(str(request.url))
        pattern = re.sub(r"\\\{(.*?)\\\}", r"(?P<\1>[^/]+)", re.escape(path))
        found = re.fullmatch(pattern.replace(r"\-", "-"), url.path)
        assert found is not None
        query = parse_qsl(url.query, keep_blank_values=True)
        names = {one["name"] for one in known if one["in"] == "query"}
        for key, _ in query:
            if key not in names and key.partition("[")[0] not in names:
                yield f"undeclared query parameter {key}"
        for one in known:
            values = {
                "path": lambda one: [unquote(found[one["name"]])],
                "query": lambda one: self._query(one, query),
                "header": lambda one: (
                    [request.headers[one["name"]]] if one["name"] in request.headers else []
                ),
                "cookie": lambda _: [],
            }[one["in"]](one)
            if values:
                value = self._read(values, one)
                yield from self._invalid(value, one.get("schema", {}), one["name"], "readOnly")
            elif one.get("required") and one["in"] != "cookie":
                yield f"the required {one['in']} parameter {one['name']} is missing"

    def _query(self, parameter: dict[str, Any], query: list[tuple[str, str]]) -> list[Any]:
        name = parameter["name"]
        if parameter.get("style") == "deepObject":
            inner = [
                (key[len(name) + 1 : -1], value)
                for key, value in query
                if key.startswith(f"{name}[")
            ]
            return [dict(inner)] if inner else []
        return [value for key, value in query if key == name]

    def _read(self, values: list[Any], parameter: dict[str, Any]) -> Any:
        """Turn the texts of a parameter into the JSON value that its schema describes."""
        schema = self._variants(parameter.get("schema", {}))
        if isinstance(values[0], dict):
            properties = next(one["properties"] for one in schema if "properties" in one)
            return {
                key: self._scalar(value, self._variants(properties[key]))
                for key, value in values[0].items()
            }
        arrays = [one for one in schema if one.get("type") == "array"]
        if not arrays:
            return self._scalar(values[0], schema)
        separator = {"pipeDelimited": "|", "spaceDelimited": " "}.get(
            parameter.get("style", ""), ","
        )
        if parameter.get("explode", parameter.get("style", "form") == "form") is False or parameter[
            "in"
        ] in {"path", "header"}:
            values = values[0].split(separator)
        items = self._variants(arrays[0].get("items", {}))
        return [self._scalar(value, items) for value in values]

    def _variants(self, schema: Any) -> list[dict[str, Any]]:
        schema = self._deref(schema)
        inner = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        types = schema.get("type")
        if isinstance(types, list):
            return [{**schema, "type": one} for one in types]
        return [one for part in inner for one in self._variants(part)] or [schema]

    def _scalar(self, text: str, schemas: list[dict[str, Any]]) -> Any:
        for schema in schemas:
            reader = _READERS.get(schema.get("type", ""))
            if reader is not None:
                try:
                    return reader(text)
                except (ValueError, KeyError):
                    continue
        return text

    def _body(self, content: bytes, content_type: str, schema: Any) -> Any:
        kind = content_type.partition(";")[0]
        if kind.endswith("json"):
            return json.loads(content)
        properties = self._deref(schema).get("properties", {})
        if kind == "application/x-www-form-urlencoded":
            return {
                key: self._scalar(value, self._variants(properties.get(key, {})))
                for key, value in parse_qsl(content.decode(), keep_blank_values=True)
            }
        if kind == "multipart/form-data":
            head = f"Content-Type: {content_type}\r\n\r\n".encode()
            message = email.message_from_bytes(head + content, policy=email.policy.HTTP)
            return {
                name: self._part(part, properties.get(name, {}))
                for part in message.iter_parts()
                if (name := str(part.get_param("name", header="content-disposition")))
            }
        return content.decode("utf-8", "replace")

    def _part(self, part: Any, schema: Any) -> Any:
        if part.get_content_type() == "application/json":
            return json.loads(part.get_payload(decode=True))
        text = part.get_payload(decode=True).decode("utf-8", "replace")
        return text if part.get_filename() else self._scalar(text, self._variants(schema))

    def of_response(self, path: str, method: str, exchange: Exchange) -> Iterator[str]:
        """Yield what is wrong with a response."""
        responses = self.document["paths"][path][method.lower()]["responses"]
        status = str(exchange.response.status_code)
        declared = (
            responses.get(status) or responses.get(f"{status[0]}XX") or responses.get("default")
        )
        if declared is None:
            yield f"undeclared status {status}"
            return
        declared = self._deref(declared)
        content = declared.get("content", {})
        if not content:
            if exchange.received:
                yield f"a body with status {status}, where none is declared"
            return
        kind = exchange.response.headers.get("content-type", "").partition(";")[0]
        if kind not in content:
            yield f"undeclared content type {kind} with status {status}"
            return
        schema = content[kind].get("schema", {})
        for name, raw in declared.get("headers", {}).items():
            header = self._deref(raw)
            if header.get("required") and name not in exchange.response.headers:
                yield f"the required header {name} is missing"
        if kind == "text/event-stream":
            yield from self._of_stream(exchange.received.decode(), schema)
        elif kind.endswith("json"):
            yield from self._invalid(json.loads(exchange.received), schema, status, "writeOnly")

    def _of_stream(self, text: str, schema: Any) -> Iterator[str]:
        data = [line[6:] for line in text.splitlines() if line.startswith("data: ")]
        if len(data) < 2:
            yield "the stream has hardly any event"
        if "[DONE]" in data and data.index("[DONE]") != len(data) - 1:
            yield "events after the sentinel"
        for event in data:
            if event != "[DONE]":
                yield from self._invalid(json.loads(event), schema, "event", "writeOnly")

    def _invalid(self, value: Any, schema: Any, place: str, unread: str) -> Iterator[str]:
        """Judge a value; ``unread`` properties may be missing though required (OAS 3.1, 4.8.24)."""
        absolute = json.loads(json.dumps(_without(schema, unread)).replace('"#/', f'"{_URI}#/'))
        validator = jsonschema_rs.Draft202012Validator(
            absolute, registry=self._registries[unread], validate_formats=True
        )
        for error in validator.iter_errors(value):
            yield f"{place}: {error.message} at {list(error.instance_path)}"

    def _deref(self, node: Any) -> Any:
        while isinstance(node, dict) and "$ref" in node:
            found: Any = self.document
            for token in node["$ref"].removeprefix("#/").split("/"):
                found = found[token.replace("~1", "/").replace("~0", "~")]
            node = found
        return node


def _without(node: Any, marker: str) -> Any:
    """Return schemas in which no property marked ``readOnly`` or ``writeOnly`` is required."""
    if isinstance(node, list):
        return [_without(item, marker) for item in node]
    if not isinstance(node, dict):
        return node
    result = {key: _without(value, marker) for key, value in node.items()}
    properties = node.get("properties")
    if isinstance(node.get("required"), list) and isinstance(properties, dict):
        result["required"] = [
            name
            for name in node["required"]
            if not (isinstance(properties.get(name), dict) and properties[name].get(marker))
        ]
    return result

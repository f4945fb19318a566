"""Reading URLs, media types and events for the judge of exchanges."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

STREAMED = frozenset(
    {
        "text/event-stream",
        "application/jsonl",
        "application/x-ndjson",
        "application/ndjson",
        "application/json-seq",
        "application/geo+json-seq",
        "application/stream+json",
        "application/json-lines",
        "application/jsonlines",
        "application/x-jsonl",
        "application/x-jsonlines",
    }
)
IGNORED_HEADERS = frozenset({"accept", "content-type", "authorization"})


def events(text: str, kind: str) -> Iterator[list[Any]]:
    """Yield for each event the values that a schema might be about."""
    if kind != "text/event-stream":
        for line in text.replace("\x1e", "\n").splitlines():
            if line.strip():
                yield [json.loads(line)]
        return
    for block in re.split(r"\r?\n\r?\n", text):
        fields: dict[str, Any] = {}
        for line in block.splitlines():
            name, _, value = line.partition(":")
            if name:
                value = value.removeprefix(" ")
                fields[name] = f"{fields[name]}\n{value}" if name in fields else value
        data = fields.get("data")
        if data is None or data == "[DONE]":
            continue
        try:
            parsed = json.loads(data)
        except ValueError:
            parsed = data
        yield [parsed, {**fields, "data": parsed}, fields, data]


def match(
    template: str, path: str, query: str = "", listed: Mapping[str, list[Any]] | None = None
) -> dict[str, str]:
    """Return the undecoded path parameters; nothing if the path is not of the template.

    Some documents have placeholders in a query behind the path (``/a?b={c}``), others placeholders that
    touch (``{id}{ext}``): there, ``listed`` are the values that one of them may have.
    """
    behind = template.partition("#")[0].partition("?")[2]
    given = dict(pair.partition("=")[::2] for pair in query.split("&"))
    captured = {
        found[1]: given[name]
        for name, _, value in (pair.partition("=") for pair in behind.split("&"))
        if (found := re.fullmatch(r"\{(.*?)\}", value)) and name in given
    }
    return _in_path(re.split(r"[?#]", template)[0], path, listed or {}) | captured


def _in_path(template: str, path: str, listed: Mapping[str, list[Any]]) -> dict[str, str]:
    pieces = re.split(r"\{(.*?)\}", template)
    choices = {
        name: "|".join(re.escape(str(one)) for one in values) for name, values in listed.items()
    }
    pattern = "".join(
        f"(?P<p{index}>{choices.get(piece, '[^/]*?')})" if index % 2 else re.escape(piece)
        for index, piece in enumerate(pieces)
    )
    found = re.search(f"{pattern}$", path) or re.search(
        f"{pattern.replace('[^/]*?', '.*?')}$", path
    )
    if found is None:
        found = re.search(f"{pattern}$", unquote(path))
    if found is None:
        return {}
    return {pieces[index]: found[f"p{index}"] for index in range(1, len(pieces), 2)}


def is_ignored(place: str, name: str) -> bool:
    """Say whether a parameter is to be ignored (OpenAPI 3.1, Parameter Object, ``name``)."""
    return place == "header" and name.lower() in IGNORED_HEADERS


def is_sent_unasked(place: str, name: str) -> bool:
    """Say whether an HTTP library sends a parameter by itself, whatever the document wants in it."""
    return place == "header" and name.lower() in {"accept-encoding", "connection", "user-agent"}


def has_place(name: str, operation: str) -> bool:
    """Say whether a path parameter stands in the path; some documents spell the two differently."""
    return plain(name) in map(plain, re.findall(r"\{(.*?)\}", operation))


def plain(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.lower())


def fitting(content: dict[str, Any], kind: str) -> str | None:
    """Return the declared media type that fits best: the same, then a range of it."""
    rated = {}
    for name in content:
        declared = essence(name)
        major, _, minor = declared.partition("/")
        if declared == kind:
            rated[name] = 3
        elif minor == "*" and kind.startswith(f"{major}/"):
            rated[name] = 2
        elif declared == "*/*" or "/" not in declared:  # what is no media type says nothing
            rated[name] = 1
    return max(rated, key=rated.__getitem__, default=None)


def essence(content_type: str) -> str:
    return content_type.partition(";")[0].strip().lower()


def is_json(kind: str) -> bool:
    return kind.partition("/")[2] == "json" or kind.endswith("+json") or kind == "text/json"

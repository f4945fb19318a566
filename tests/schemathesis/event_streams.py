"""The form in which Schemathesis can read server-sent events.

It judges each event as an object of ``data``, ``event``, ``id`` and ``retry``, where documents describe what
``data`` holds, and say nothing of the sentinel. No stream satisfies such a document, so the schema of the
data is put where Schemathesis looks for it.
"""

from __future__ import annotations

from typing import Any

SENTINEL = "[DONE]"
EVENTS = "text/event-stream"

# What Cuadra sends to the AI SDK is told in words only (`X-Stream-Format: ai-sdk`).
OTHER_FORMS: tuple[dict[str, Any], ...] = (
    {"type": "object", "required": ["type"], "properties": {"type": {"type": "string"}}},
)


def overlaid(document: dict[str, Any]) -> dict[str, Any]:
    """Return a document whose event streams are described as Schemathesis reads them."""
    found: dict[str, Any] = _overlaid(document)
    return found


def has_events(document: Any) -> bool:
    """Whether a document describes server-sent events anywhere."""
    if isinstance(document, dict):
        return EVENTS in document or any(map(has_events, document.values()))
    return isinstance(document, list) and any(map(has_events, document))


def _overlaid(node: Any) -> Any:
    if isinstance(node, list):
        return [_overlaid(item) for item in node]
    if not isinstance(node, dict):
        return node
    found = {name: _overlaid(item) for name, item in node.items()}
    media = found.get(EVENTS)
    if isinstance(media, dict) and isinstance(media.get("schema"), dict):
        found[EVENTS] = {**media, "schema": _event(media["schema"])}
    return found


def _event(schema: dict[str, Any]) -> dict[str, Any]:
    data = {"anyOf": [schema, *OTHER_FORMS]}
    return {
        "oneOf": [
            {"properties": {"data": {"const": SENTINEL}}},
            {
                "properties": {
                    "data": {
                        "not": {"const": SENTINEL},
                        "contentMediaType": "application/json",
                        "contentSchema": data,
                    }
                }
            },
        ]
    }

"""Media types: what a ``Content-Type`` header says, and which declared one it matches."""

from __future__ import annotations

EVENT_STREAM = "text/event-stream"
JSON_LINES = frozenset(
    {
        "application/jsonl",
        "application/x-jsonlines",
        "application/jsonlines",
        "application/json-lines",
        "application/x-jsonl",
        "application/ndjson",
        "application/x-ndjson",
        "application/json-seq",
        "application/stream+json",
        "application/x-json-stream",
        "text/jsonl",
    }
)


def essence(content_type: str) -> str:
    """Returns type and subtype in lower case, without parameters (RFC 9110, section 8.3.1)."""
    return content_type.partition(";")[0].strip().lower()


def is_json(media_type: str) -> bool:
    """Whether an essence is one JSON text: ``application/json``, ``text/json`` or the suffix ``+json``."""
    if media_type in ("application/json", "text/json"):
        return True
    return media_type.endswith("+json") and media_type not in JSON_LINES


def is_text(media_type: str) -> bool:
    """Whether an essence is text in a charset."""
    return media_type.startswith("text/") or media_type.endswith(
        ("+xml", "/xml", "/javascript", "/x-www-form-urlencoded", "/yaml", "+yaml", "/graphql")
    )


def is_streamed(media_type: str) -> bool:
    """Whether an essence is a sequence of events or lines."""
    return media_type == EVENT_STREAM or is_json_sequence(media_type) or media_type in JSON_LINES


def is_json_sequence(media_type: str) -> bool:
    """Whether an essence is of JSON texts with marks before them (RFC 7464; RFC 8091 for the suffix)."""
    return media_type == "application/json-seq" or media_type.endswith("+json-seq")


def match(declared: str, actual: str) -> int:
    """Rates how well two essences match: 0 not at all, then ``*/*``, ``a/*``, same suffix, equal."""
    if declared == actual:
        return 4
    if is_json(declared) and is_json(actual):
        return 3
    if declared.endswith("/*") and declared != "*/*":
        return 2 if actual.startswith(declared[:-1]) else 0
    return 1 if declared in ("*/*", "*") else 0

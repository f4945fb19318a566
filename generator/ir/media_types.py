"""Media types that say how a body is divided."""

from __future__ import annotations

from typing import Final

# OpenAPI 3.2, "Sequential Media Types", and the names that JSON Lines goes by. The runtimes of clients and
# servers have the same list (`media.py`, `operations.py`).
_SEQUENTIAL: Final = frozenset(
    (
        "text/event-stream",
        "application/jsonl",
        "application/x-jsonl",
        "application/jsonlines",
        "application/x-jsonlines",
        "application/json-lines",
        "application/ndjson",
        "application/x-ndjson",
        "application/json-seq",
        "application/stream+json",
        "application/x-json-stream",
        "text/jsonl",
    )
)


def is_sequential(media_type: str) -> bool:
    """Whether a media type, with or without parameters, is of one item after the other.

    RFC 8091 gives JSON text sequences the suffix ``+json-seq``.
    """
    essence = media_type.partition(";")[0].strip().lower()
    return essence in _SEQUENTIAL or essence.endswith("+json-seq")

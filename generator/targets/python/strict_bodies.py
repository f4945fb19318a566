"""Which responses strict clients judge by a schema of their own, because no class says what it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...analyze.responses import is_json, successes
from ...analyze.streaming import is_stream
from .types import ANY, Generated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...ir.api import Api
    from ...ir.operations import MediaType
    from .lowering import Lowering


def strict_bodies(api: Api, lowering: Lowering) -> tuple[tuple[str, str], ...]:
    """Return the JSON bodies of successes that are lists, mappings and the like, with their schemas.

    A body is named by its operation, status and media type, as the client looks it up
    (``GET /pets 200 application/json``); a schema is its pointer.
    """
    return tuple(
        (
            f"{operation.method} {operation.path} {response.status} {media.name}",
            media.schema_pointer,
        )
        for operation in api.operations
        for response in successes(operation)
        for media in _judged(response.content, lowering)
        if media.schema_pointer is not None
    )


def _judged(content: tuple[MediaType, ...], lowering: Lowering) -> Iterator[MediaType]:
    for media in content:
        if media.schema is None or not is_json(media.name) or is_stream(media.name):
            continue
        kind = lowering.type_of(media.schema)
        by_class = isinstance(kind, Generated) and (
            lowering.is_class(kind.id) or lowering.is_family(kind.id)
        )
        if kind != ANY and not by_class:
            yield media

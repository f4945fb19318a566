"""Payloads of webhooks: what the API sends of its own accord, decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from .decoding import decoder_for
from .errors import DecodeError
from .serialization import to_json_bytes

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from .api import Thunk

Payload: TypeAlias = "bytes | str | Mapping[str, object] | Sequence[object]"
"""The body of a webhook's request, or the JSON in it."""


class WebhookPayloads:
    """The payloads of an API's webhooks, by name."""

    def __init__(self, payloads: Mapping[str, Thunk]) -> None:
        self._payloads = payloads

    def parse(self, payload: Payload, name: str = "") -> Any:
        """Returns a payload (JSON text, or what was decoded of it) as the type its webhook has.

        Without a name it is the type that it fits, with the fewest properties the type does not know;
        plain data if it fits none, or if no webhook has this name. Raises ``DecodeError`` for what is
        no JSON.
        """
        data = payload.encode() if isinstance(payload, str) else payload
        if not isinstance(data, bytes):
            data = to_json_bytes(data)
        if not name:
            return self._fitting(data)
        thunk = self._payloads.get(name)
        return decoder_for(thunk() if thunk is not None else Any).from_json(data)

    def _fitting(self, data: bytes) -> Any:
        plain = decoder_for(Any).from_json(data)
        found: list[Any] = []
        for thunk in self._payloads.values():
            try:
                found.append(decoder_for(thunk()).from_json(data, strict=True))
            except DecodeError:
                continue
        return min(found, key=_count_of_unknown, default=plain)


def _count_of_unknown(value: Any) -> int:
    return len(getattr(value, "model_extra", None) or ())

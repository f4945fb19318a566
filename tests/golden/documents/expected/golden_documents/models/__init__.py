# Generated from Documents 1.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .country import Country as Country
    from .post_queue_action_receive import (
        PostQueueActionReceiveResponse as PostQueueActionReceiveResponse,
    )
    from .post_queue_action_send import PostQueueActionSendBody as PostQueueActionSendBody

__all__ = [
    "Country",
    "PostQueueActionReceiveResponse",
    "PostQueueActionSendBody",
]

_MODULES = {
    "Country": "country",
    "PostQueueActionReceiveResponse": "post_queue_action_receive",
    "PostQueueActionSendBody": "post_queue_action_send",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

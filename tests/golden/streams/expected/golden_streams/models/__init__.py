# Generated from Streams 1.0.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .chunk import Chunk as Chunk
    from .completion import Completion as Completion
    from .create_completion import CreateCompletionBody as CreateCompletionBody
    from .error import Error as Error
    from .error import ErrorError as ErrorError
    from .line import Line as Line
    from .list_events import ListEventsResponse as ListEventsResponse

__all__ = [
    "Chunk",
    "Completion",
    "CreateCompletionBody",
    "Error",
    "ErrorError",
    "Line",
    "ListEventsResponse",
]

_MODULES = {
    "Chunk": "chunk",
    "Completion": "completion",
    "CreateCompletionBody": "create_completion",
    "Error": "error",
    "ErrorError": "error",
    "Line": "line",
    "ListEventsResponse": "list_events",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

# Generated from Discriminators 1 by twinspec; changes are lost.
"""Client of Discriminators."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import models as models
    from ._client import AsyncClient as AsyncClient
    from ._client import Client as Client
    from ._runtime.binary import BinaryResponse as BinaryResponse
    from ._runtime.errors import APIConnectionError as APIConnectionError
    from ._runtime.errors import APIError as APIError
    from ._runtime.errors import APIStatusError as APIStatusError
    from ._runtime.errors import APITimeoutError as APITimeoutError
    from ._runtime.errors import AuthenticationError as AuthenticationError
    from ._runtime.errors import BadRequestError as BadRequestError
    from ._runtime.errors import ConflictError as ConflictError
    from ._runtime.errors import DecodeError as DecodeError
    from ._runtime.errors import InternalServerError as InternalServerError
    from ._runtime.errors import NotFoundError as NotFoundError
    from ._runtime.errors import PaginationError as PaginationError
    from ._runtime.errors import PaymentRequiredError as PaymentRequiredError
    from ._runtime.errors import PermissionDeniedError as PermissionDeniedError
    from ._runtime.errors import RateLimitError as RateLimitError
    from ._runtime.errors import StreamError as StreamError
    from ._runtime.errors import UnprocessableEntityError as UnprocessableEntityError
    from ._runtime.models import Unknown as Unknown
    from ._runtime.omission import Omit as Omit
    from ._runtime.omission import omit as omit
    from ._runtime.pages import AsyncPage as AsyncPage
    from ._runtime.pages import Page as Page
    from ._runtime.received import AsyncStreamedResponse as AsyncStreamedResponse
    from ._runtime.received import RawResponse as RawResponse
    from ._runtime.received import StreamedResponse as StreamedResponse
    from ._runtime.streams import AsyncStream as AsyncStream
    from ._runtime.streams import Stream as Stream
    from ._runtime.whole import async_raw as async_raw
    from ._runtime.whole import async_streamed as async_streamed
    from ._runtime.whole import raw as raw
    from ._runtime.whole import streamed as streamed

__version__ = "1"

__all__ = [
    "APIConnectionError",
    "APIError",
    "APIStatusError",
    "APITimeoutError",
    "AsyncClient",
    "AsyncPage",
    "AsyncStream",
    "AsyncStreamedResponse",
    "AuthenticationError",
    "BadRequestError",
    "BinaryResponse",
    "Client",
    "ConflictError",
    "DecodeError",
    "InternalServerError",
    "NotFoundError",
    "Omit",
    "Page",
    "PaginationError",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "Stream",
    "StreamError",
    "StreamedResponse",
    "Unknown",
    "UnprocessableEntityError",
    "async_raw",
    "async_streamed",
    "models",
    "omit",
    "raw",
    "streamed",
]

_MODULES = {
    "APIConnectionError": "_runtime.errors",
    "APIError": "_runtime.errors",
    "APIStatusError": "_runtime.errors",
    "APITimeoutError": "_runtime.errors",
    "AsyncClient": "_client",
    "AsyncPage": "_runtime.pages",
    "AsyncStream": "_runtime.streams",
    "AsyncStreamedResponse": "_runtime.received",
    "AuthenticationError": "_runtime.errors",
    "BadRequestError": "_runtime.errors",
    "BinaryResponse": "_runtime.binary",
    "Client": "_client",
    "ConflictError": "_runtime.errors",
    "DecodeError": "_runtime.errors",
    "InternalServerError": "_runtime.errors",
    "NotFoundError": "_runtime.errors",
    "Omit": "_runtime.omission",
    "Page": "_runtime.pages",
    "PaginationError": "_runtime.errors",
    "PaymentRequiredError": "_runtime.errors",
    "PermissionDeniedError": "_runtime.errors",
    "RateLimitError": "_runtime.errors",
    "RawResponse": "_runtime.received",
    "Stream": "_runtime.streams",
    "StreamError": "_runtime.errors",
    "StreamedResponse": "_runtime.received",
    "Unknown": "_runtime.models",
    "UnprocessableEntityError": "_runtime.errors",
    "async_raw": "_runtime.whole",
    "async_streamed": "_runtime.whole",
    "omit": "_runtime.omission",
    "raw": "_runtime.whole",
    "streamed": "_runtime.whole",
}


def __getattr__(name: str) -> object:
    if name == "models":
        return import_module(f"{__name__}.models")
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

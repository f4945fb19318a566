# Generated from Letters 1 by twinspec; changes are lost.
"""Client for Letters."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from . import models
    from ._client import AsyncClient, Client
    from ._runtime import (
        APIConnectionError,
        APIError,
        APIStatusError,
        APITimeoutError,
        AsyncPage,
        AsyncStream,
        AsyncStreamedResponse,
        AuthenticationError,
        BadRequestError,
        BinaryResponse,
        ConflictError,
        DecodeError,
        InternalServerError,
        NotFoundError,
        Omit,
        Page,
        PaginationError,
        PaymentRequiredError,
        PermissionDeniedError,
        RateLimitError,
        RawResponse,
        Stream,
        StreamedResponse,
        StreamError,
        Unknown,
        UnprocessableEntityError,
        async_raw,
        async_streamed,
        omit,
        raw,
        streamed,
    )

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


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    if name == "models":
        return import_module(f"{__name__}.models")
    module = "._client" if name in {"AsyncClient", "Client"} else "._runtime"
    value = globals()[name] = getattr(import_module(module, __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

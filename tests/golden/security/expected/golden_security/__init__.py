# Generated from Security 1 by twinspec; changes are lost.
"""Client for Security."""

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
        AuthorizationCode,
        BadRequestError,
        BinaryResponse,
        ConflictError,
        DecodeError,
        DeviceCode,
        DevicePrompt,
        InternalServerError,
        NotFoundError,
        Omit,
        Page,
        PaginationError,
        PasswordCredentials,
        PaymentRequiredError,
        PermissionDeniedError,
        RateLimitError,
        RawResponse,
        RefreshToken,
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
    "AuthorizationCode",
    "BadRequestError",
    "BinaryResponse",
    "Client",
    "ConflictError",
    "DecodeError",
    "DeviceCode",
    "DevicePrompt",
    "InternalServerError",
    "NotFoundError",
    "Omit",
    "Page",
    "PaginationError",
    "PasswordCredentials",
    "PaymentRequiredError",
    "PermissionDeniedError",
    "RateLimitError",
    "RawResponse",
    "RefreshToken",
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

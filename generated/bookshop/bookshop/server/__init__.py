# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""Endpoint stubs of the Bookshop API: handlers to implement."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ._runtime import Authenticate as Authenticate
    from ._runtime import Credential as Credential
    from ._runtime import FileUpload as FileUpload
    from ._runtime import Forbidden as Forbidden
    from ._runtime import HTTPError as HTTPError
    from ._runtime import Reply as Reply
    from ._runtime import Request as Request
    from ._runtime import allow_anyone as allow_anyone
    from .app import create_app as create_app

__all__ = [
    "Authenticate",
    "Credential",
    "FileUpload",
    "Forbidden",
    "HTTPError",
    "Reply",
    "Request",
    "allow_anyone",
    "create_app",
]


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    module = ".app" if name == "create_app" else "._runtime"
    value = globals()[name] = getattr(import_module(module, __name__), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

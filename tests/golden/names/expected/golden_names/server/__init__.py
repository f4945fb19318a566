# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.

"""Endpoint stubs of Names \"\"\" \\ ''': handlers to implement."""

from ._runtime import (
    Authenticate,
    Credential,
    FileUpload,
    Forbidden,
    HTTPError,
    Reply,
    Request,
    allow_anyone,
)
from .app import create_app

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

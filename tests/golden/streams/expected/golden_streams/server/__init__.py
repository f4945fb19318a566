# Generated from Streams 1.0.0 by twinspec; changes are lost.

"""Endpoint stubs of Streams: handlers to implement."""

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

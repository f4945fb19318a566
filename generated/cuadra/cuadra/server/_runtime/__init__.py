"""Support for the server stubs and the mock: routing, reading, validating and writing by the document."""

from .asgi import App
from .dispatch import Call, Dispatcher, OutputError
from .document import Document
from .exchange import FileUpload, Headers, HTTPError, Reply, Request, Response, Violation
from .handlers import HandlerTable, build_app
from .problems import ErrorWriter, Problem
from .responses import Event
from .security import Authenticate, Credential, Forbidden, allow_anyone

__all__ = [
    "App",
    "Authenticate",
    "Call",
    "Credential",
    "Dispatcher",
    "Document",
    "ErrorWriter",
    "Event",
    "FileUpload",
    "Forbidden",
    "HTTPError",
    "HandlerTable",
    "Headers",
    "OutputError",
    "Problem",
    "Reply",
    "Request",
    "Response",
    "Violation",
    "allow_anyone",
    "build_app",
]

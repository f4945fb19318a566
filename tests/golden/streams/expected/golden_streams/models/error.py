# Generated from Streams 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ErrorError(Model):
    message: str

    code: str | None = None


class Error(Model):
    error: ErrorError

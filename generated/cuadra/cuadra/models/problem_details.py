# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ProblemDetails(Model):
    """Error as described by RFC 7807."""

    type: str = "about:blank"
    """URI naming the type of problem."""

    title: str
    """Short label of the problem."""

    status: int
    """The response's status code, repeated."""

    detail: str
    """What happened in this case, in words."""

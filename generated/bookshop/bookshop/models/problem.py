# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from .._runtime.models import Model


class ProblemError(Model):
    field: str

    message: str


class Problem(Model):
    """Error, as RFC 9457 defines it."""

    type: str = "about:blank"
    """Identifies the kind of problem."""

    title: str
    """Short label of the problem."""

    status: int
    """HTTP status code."""

    detail: str | None = None
    """What went wrong this time."""

    instance: str | None = None
    """Identifies this occurrence."""

    errors: list[ProblemError] | None = None
    """Values that are at fault."""

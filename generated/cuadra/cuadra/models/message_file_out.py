# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated

from .._runtime.models import Alias, Model


class MessageFileOut(Model):
    """File that came with a message."""

    id: str
    """Identifies the file."""

    filename: str
    """Original name of the uploaded file."""

    content_type: Annotated[str | None, Alias("contentType")] = None
    """MIME type of the content."""

    size_bytes: Annotated[int | None, Alias("sizeBytes")] = None
    """Content length in bytes."""

    url: str | None = None
    """Location of the content."""

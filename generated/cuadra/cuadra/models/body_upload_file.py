# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class BodyUploadFile(Model):
    file: str
    """Content to upload, in one of the formats PDF, DOCX, XLSX, TXT, MD, CSV, JSON."""

    resource_type: str | None = None
    """What `resource_id` refers to, `chat` or `dataset`."""

    resource_id: str | None = None
    """Chat or dataset to attach the file to."""

# Generated from Multipart 1 by twinspec; changes are lost.

from typing import Any

from .._runtime.models import Model


class PatchDocumentBody(Model):
    text: str | None = None


class PatchDocumentBodyJsonItem(Model):
    op: str

    path: str

    value: Any = None

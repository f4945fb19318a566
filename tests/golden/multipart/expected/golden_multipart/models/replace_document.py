# Generated from Multipart 1 by twinspec; changes are lost.

from .._runtime.models import Model


class ReplaceDocumentBody(Model):
    text: str | None = None

# Generated from Bodies 2.0 by twinspec; changes are lost.

from .._runtime.models import Model


class DownloadAttachmentResponse404(Model):
    message: str

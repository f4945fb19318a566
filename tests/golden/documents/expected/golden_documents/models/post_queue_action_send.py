# Generated from Documents 1.0 by twinspec; changes are lost.

from .._runtime.models import Model


class PostQueueActionSendBody(Model):
    text: str | None = None
    """What it says."""

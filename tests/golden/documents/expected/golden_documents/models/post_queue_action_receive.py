# Generated from Documents 1.0 by twinspec; changes are lost.

from .._runtime.models import Model


class PostQueueActionReceiveResponse(Model):
    text: str
    """What it says."""

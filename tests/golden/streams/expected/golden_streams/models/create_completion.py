# Generated from Streams 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class CreateCompletionBody(Model):
    prompt: str

    stream: bool = False
    """Whether to stream the answer."""

# Generated from Streams 1.0.0 by twinspec; changes are lost.

from .._runtime.models import Model


class Chunk(Model):
    delta: str

    done: bool | None = None

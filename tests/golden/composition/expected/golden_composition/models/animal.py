# Generated from Composition 0.0.1 by twinspec; changes are lost.

from .._runtime.models import Model
from .pet import Pet


class Animal(Model):
    kind: str

    name: str
    """What it is called."""

    mother: Pet | None = None

# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.

from typing import Annotated, Literal

from .._runtime.models import Open

ParticleCategory = Annotated[Literal["role", "tone", "guardrails", "constraints", "format"], Open]
"""Kind of particle. The sequence of the values is the sequence in a composed prompt."""

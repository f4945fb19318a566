# Generated from References 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Problem(Model):
    title: str | None = None

    cause: "Problem | None" = None

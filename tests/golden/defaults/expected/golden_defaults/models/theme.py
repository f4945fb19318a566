# Generated from Defaults 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Theme(Model):
    dark: bool = False

    font: str | None = None

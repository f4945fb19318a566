# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model


class OrgExampleModel(Model):
    a: str | None = None

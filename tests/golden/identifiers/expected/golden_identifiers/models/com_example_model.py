# Generated from Identifiers 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .org_example_model import OrgExampleModel
from .private import Private


class ComExampleModel(Model):
    other: OrgExampleModel | None = None

    thing: Private | None = None

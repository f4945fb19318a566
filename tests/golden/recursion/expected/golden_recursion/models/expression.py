# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model
from .literal_model import LiteralModel


class Sum(Model):
    left: "Expression"

    right: "Expression"

    note: "Note | None" = None


class Note(Model):
    about: dict[str, Sum] | None = None


Expression = LiteralModel | Sum

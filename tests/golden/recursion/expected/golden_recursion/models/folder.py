# Generated from Recursion 1 by twinspec; changes are lost.

from .._runtime.models import Model


class Folder(Model):
    name: str

    folders: "list[Folder] | None" = None

# Generated from Recursion 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .comment import Comment as Comment
    from .expression import Expression as Expression
    from .expression import Note as Note
    from .expression import Sum as Sum
    from .folder import Folder as Folder
    from .grid import Cell as Cell
    from .grid import Grid as Grid
    from .json_value import JsonValue as JsonValue
    from .literal_model import LiteralModel as LiteralModel
    from .post import Post as Post
    from .selfish import Selfish as Selfish
    from .sister import Brother as Brother
    from .sister import Sister as Sister

__all__ = [
    "Brother",
    "Cell",
    "Comment",
    "Expression",
    "Folder",
    "Grid",
    "JsonValue",
    "LiteralModel",
    "Note",
    "Post",
    "Selfish",
    "Sister",
    "Sum",
]

_MODULES = {
    "Brother": "sister",
    "Cell": "grid",
    "Comment": "comment",
    "Expression": "expression",
    "Folder": "folder",
    "Grid": "grid",
    "JsonValue": "json_value",
    "LiteralModel": "literal_model",
    "Note": "expression",
    "Post": "post",
    "Selfish": "selfish",
    "Sister": "sister",
    "Sum": "expression",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

# Generated from Keywords 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .keywords import Keywords as Keywords
    from .keywords import KeywordsClosed as KeywordsClosed
    from .keywords import KeywordsConditional as KeywordsConditional
    from .keywords import KeywordsTyped as KeywordsTyped
    from .keywords import KeywordsTypesObject as KeywordsTypesObject
    from .local import Local as Local
    from .local import Part as Part
    from .name import Name as Name
    from .price import Price as Price
    from .tree import Tree as Tree
    from .word import Word as Word

__all__ = [
    "Keywords",
    "KeywordsClosed",
    "KeywordsConditional",
    "KeywordsTyped",
    "KeywordsTypesObject",
    "Local",
    "Name",
    "Part",
    "Price",
    "Tree",
    "Word",
]

_MODULES = {
    "Keywords": "keywords",
    "KeywordsClosed": "keywords",
    "KeywordsConditional": "keywords",
    "KeywordsTyped": "keywords",
    "KeywordsTypesObject": "keywords",
    "Local": "local",
    "Name": "name",
    "Part": "local",
    "Price": "price",
    "Tree": "tree",
    "Word": "word",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

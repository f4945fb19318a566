# Generated from Keywords 1 by twinspec; changes are lost.

from typing import Annotated, Any

from .._runtime.models import Alias, Model, Number
from .local import Local
from .price import Price
from .tree import Tree
from .word import Word


class KeywordsTyped(Model, extras=int):
    id: str


class KeywordsClosed(Model):
    a: str | None = None


class KeywordsConditional(Model):
    country: str | None = None

    zip: str | None = None

    card: str | None = None

    region: str | None = None

    billing: str | None = None


class KeywordsTypesObject(Model):
    a: str | None = None


class Keywords(Model):
    sibling: str | None = None
    """Another one.

    Deprecated.
    """

    pair: tuple[str, int] | None = None

    open_pair: list[str | int | bool] | None = None

    patterns: dict[str, str | int] | None = None

    names: dict[str, Number] | None = None

    typed: KeywordsTyped | None = None

    closed: KeywordsClosed | None = None

    contains: list[int] | None = None

    conditional: KeywordsConditional | None = None

    not_: Annotated[str | int | None, Alias("not")] = None

    true: Any = None

    false: Any = None

    tree: Tree | None = None

    local: Local | None = None

    anchored: Word | None = None

    identified: Price | None = None

    types: str | int | list[str] | KeywordsTypesObject | None = None

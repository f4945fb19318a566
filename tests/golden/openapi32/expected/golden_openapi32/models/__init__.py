# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .book import Book as Book
    from .find_books import FindBooksFilter as FindBooksFilter
    from .query_books import QueryBooksBody as QueryBooksBody
    from .search_books import SearchBooksQ as SearchBooksQ
    from .watch_changes import WatchChangesEvent as WatchChangesEvent

__all__ = [
    "Book",
    "FindBooksFilter",
    "QueryBooksBody",
    "SearchBooksQ",
    "WatchChangesEvent",
]

_MODULES = {
    "Book": "book",
    "FindBooksFilter": "find_books",
    "QueryBooksBody": "query_books",
    "SearchBooksQ": "search_books",
    "WatchChangesEvent": "watch_changes",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

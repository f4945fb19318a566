# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""The models of the API, imported when first used."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .age_rating import AgeRating as AgeRating
    from .audio_book import AudioBook as AudioBook
    from .author import Author as Author
    from .author import Award as Award
    from .author_page import AuthorPage as AuthorPage
    from .book import Book as Book
    from .book_page import BookPage as BookPage
    from .category import Category as Category
    from .import_job import ImportJob as ImportJob
    from .import_options import ImportOptions as ImportOptions
    from .import_request import ImportRequest as ImportRequest
    from .language import Language as Language
    from .list_publications import ListPublicationsSortItem as ListPublicationsSortItem
    from .magazine import Magazine as Magazine
    from .money import Money as Money
    from .new_order import NewOrder as NewOrder
    from .new_order_item import NewOrderItem as NewOrderItem
    from .order import Order as Order
    from .order_event import OrderEvent as OrderEvent
    from .order_item import OrderItem as OrderItem
    from .order_page import OrderPage as OrderPage
    from .order_status import OrderStatus as OrderStatus
    from .page import Page as Page
    from .problem import Problem as Problem
    from .problem import ProblemError as ProblemError
    from .publication import Publication as Publication
    from .publication_base import PublicationBase as PublicationBase
    from .publication_filter import PublicationFilter as PublicationFilter
    from .publication_page import PublicationPage as PublicationPage
    from .publication_patch import PublicationPatch as PublicationPatch

__all__ = [
    "AgeRating",
    "AudioBook",
    "Author",
    "AuthorPage",
    "Award",
    "Book",
    "BookPage",
    "Category",
    "ImportJob",
    "ImportOptions",
    "ImportRequest",
    "Language",
    "ListPublicationsSortItem",
    "Magazine",
    "Money",
    "NewOrder",
    "NewOrderItem",
    "Order",
    "OrderEvent",
    "OrderItem",
    "OrderPage",
    "OrderStatus",
    "Page",
    "Problem",
    "ProblemError",
    "Publication",
    "PublicationBase",
    "PublicationFilter",
    "PublicationPage",
    "PublicationPatch",
]

_MODULES = {
    "AgeRating": "age_rating",
    "AudioBook": "audio_book",
    "Author": "author",
    "AuthorPage": "author_page",
    "Award": "author",
    "Book": "book",
    "BookPage": "book_page",
    "Category": "category",
    "ImportJob": "import_job",
    "ImportOptions": "import_options",
    "ImportRequest": "import_request",
    "Language": "language",
    "ListPublicationsSortItem": "list_publications",
    "Magazine": "magazine",
    "Money": "money",
    "NewOrder": "new_order",
    "NewOrderItem": "new_order_item",
    "Order": "order",
    "OrderEvent": "order_event",
    "OrderItem": "order_item",
    "OrderPage": "order_page",
    "OrderStatus": "order_status",
    "Page": "page",
    "Problem": "problem",
    "ProblemError": "problem",
    "Publication": "publication",
    "PublicationBase": "publication_base",
    "PublicationFilter": "publication_filter",
    "PublicationPage": "publication_page",
    "PublicationPatch": "publication_patch",
}


def __getattr__(name: str) -> object:
    module = _MODULES.get(name)
    if module is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    value = globals()[name] = getattr(import_module(f"{__name__}.{module}"), name)
    return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})

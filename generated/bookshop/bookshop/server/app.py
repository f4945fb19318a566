# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from .. import models
from ._runtime import build_app

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from ._runtime import App, Authenticate
    from .author_books import AuthorBooksHandlers
    from .authors import AuthorsHandlers
    from .categories import CategoriesHandlers
    from .imports import ImportsHandlers
    from .order_items import OrderItemsHandlers
    from .orders import OrdersHandlers
    from .publications import PublicationsHandlers

# What arguments become before a handler gets them; the others stay in JSON's types.
TYPES: dict[str, dict[str, Callable[[], Any]]] = {
    "publications.list": {
        "filter": lambda: models.PublicationFilter,
        "sort": lambda: list[models.ListPublicationsSortItem],
    },
    "publications.create": {"body": lambda: models.Publication},
    "publications.replace": {"body": lambda: models.Publication},
    "publications.update": {"body": lambda: models.PublicationPatch},
    "categories.list": {"accept_language": lambda: models.Language},
    "orders.list": {"status": lambda: list[models.OrderStatus]},
    "orders.create": {"body": lambda: models.NewOrder},
    "orders.items.replace": {"body": lambda: models.NewOrderItem},
}


def create_app(
    *,
    publications: PublicationsHandlers | None = None,
    authors: AuthorsHandlers | None = None,
    author_books: AuthorBooksHandlers | None = None,
    categories: CategoriesHandlers | None = None,
    orders: OrdersHandlers | None = None,
    order_items: OrderItemsHandlers | None = None,
    imports: ImportsHandlers | None = None,
    authenticate: Authenticate | None = None,
    check_responses: bool = False,
) -> App:
    """Make the ASGI application that serves the Bookshop API by the given handlers.

    Operations of resources that have none answer 501.

    Args:
        authenticate: Checks the credentials of a request. Without it every operation that needs
            some answers 401; `allow_anyone` accepts all, for development.
        check_responses: Whether a response that does not match the API's description becomes a 500.
    """
    return build_app(
        Path(__file__).parent,
        {
            "publications": publications,
            "authors": authors,
            "authors.books": author_books,
            "categories": categories,
            "orders": orders,
            "orders.items": order_items,
            "imports": imports,
        },
        types=TYPES,
        authenticate=authenticate,
        check_responses=check_responses,
    )

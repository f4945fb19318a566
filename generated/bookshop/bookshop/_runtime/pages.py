"""Pages of items, and walking from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import PaginationError
from .paging import NextPage, find_items, find_next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator

    from .async_client import AsyncBaseClient
    from .client import SyncClient
    from .operations import PageOperation
    from .request import Arguments

I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


class _Loaded(Generic[I, B]):
    """A page that has come: its body, its items, and what asks for the next one."""

    __slots__ = ("body", "items", "next", "seen")

    def __init__(
        self,
        operation: PageOperation[I, B],
        arguments: Arguments,
        body: B,
        seen: frozenset[str],
        before: list[I] | None,
    ) -> None:
        self.body = body
        self.seen = seen
        self.items: list[I] = find_items(operation.pages, body)
        self.next: NextPage | None = find_next(operation.pages, arguments, body, self.items)
        if self.next is not None:
            if self.next.cursor:
                self.next.repeated = self.next.cursor in seen
                self.seen = seen | {self.next.cursor}
            else:
                self.next.repeated = before is not None and before == self.items

    def following(self) -> NextPage:
        """Returns what asks for the next page. Raises ``PaginationError``."""
        if self.next is None:
            raise PaginationError("this is the last page")
        if self.next.repeated:
            raise PaginationError("the server sent the same page again; its pages do not advance")
        return self.next


class Page(Generic[I, B]):
    """One page. Iterating it walks the items of this and all further pages."""

    def __init__(
        self,
        client: SyncClient,
        operation: PageOperation[I, B],
        arguments: Arguments,
        seen: frozenset[str] = frozenset(),
        before: list[I] | None = None,
    ) -> None:
        self._client = client
        self._operation = operation
        body = client.call(operation, arguments)
        self._loaded = _Loaded(operation, arguments, body, seen, before)

    @property
    def body(self) -> B:
        """The whole response body of this page."""
        return self._loaded.body

    @property
    def items(self) -> list[I]:
        """The items of this page."""
        return self._loaded.items

    @property
    def has_next(self) -> bool:
        """Whether there is a next page."""
        return self._loaded.next is not None

    def next_page(self) -> Page[I, B]:
        """Fetches the next page. Raises ``PaginationError`` if this is the last, or comes again."""
        following = self._loaded.following()
        operation = following.of(self._operation, self._client.config.default_base)
        seen = self._loaded.seen
        return Page(self._client, operation, following.arguments, seen, self.items)

    def pages(self) -> Iterator[Page[I, B]]:
        """Yields this page and all further ones."""
        page = self
        yield page
        while page.has_next:
            page = page.next_page()
            yield page

    def __iter__(self) -> Iterator[I]:
        for page in self.pages():
            yield from page.items

    def __repr__(self) -> str:
        return f"Page({len(self.items)} items, has_next={self.has_next})"


class AsyncPage(Generic[I, B]):
    """One page, fetched when awaited or iterated: ``await x`` or ``async for item in x``."""

    def __init__(
        self,
        client: AsyncBaseClient,
        operation: PageOperation[I, B],
        arguments: Arguments,
        seen: frozenset[str] = frozenset(),
        before: list[I] | None = None,
    ) -> None:
        self._client = client
        self._operation = operation
        self._arguments = arguments
        self._seen = seen
        self._before = before
        self._loaded: _Loaded[I, B] | None = None

    def __await__(self) -> Generator[Any, Any, AsyncPage[I, B]]:
        return self._load().__await__()

    async def _load(self) -> AsyncPage[I, B]:
        if self._loaded is None:
            body = await self._client.call(self._operation, self._arguments)
            self._loaded = _Loaded(self._operation, self._arguments, body, self._seen, self._before)
            self._before = None
        return self

    def _page(self) -> _Loaded[I, B]:
        if self._loaded is None:
            raise RuntimeError("the page is not there yet: await it first")
        return self._loaded

    @property
    def body(self) -> B:
        """The whole response body of this page."""
        return self._page().body

    @property
    def items(self) -> list[I]:
        """The items of this page."""
        return self._page().items

    @property
    def has_next(self) -> bool:
        """Whether there is a next page."""
        return self._page().next is not None

    async def next_page(self) -> AsyncPage[I, B]:
        """Fetches the next page. Raises ``PaginationError`` if this is the last, or comes again."""
        loaded = self._page()
        following = loaded.following()
        operation = following.of(self._operation, self._client.config.default_base)
        arguments = following.arguments
        return await AsyncPage(self._client, operation, arguments, loaded.seen, loaded.items)

    async def pages(self) -> AsyncIterator[AsyncPage[I, B]]:
        """Yields this page and all further ones."""
        page = await self
        yield page
        while page.has_next:
            page = await page.next_page()
            yield page

    async def __aiter__(self) -> AsyncIterator[I]:
        async for page in self.pages():
            for item in page.items:
                yield item

    def __repr__(self) -> str:
        if self._loaded is None:
            return "AsyncPage(not fetched)"
        return f"AsyncPage({len(self.items)} items, has_next={self.has_next})"

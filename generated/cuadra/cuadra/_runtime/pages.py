"""Pages of items, and walking from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Generic, TypeVar

from .errors import PaginationError
from .paging import NextPage, find_items, find_next

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Generator, Iterator

    import httpx2

    from .async_client import AsyncBaseClient
    from .client import SyncClient
    from .operations import PageOperation
    from .request import Arguments

I = TypeVar("I")  # noqa: E741 - the item of a page
B = TypeVar("B")


class _Walk(Generic[I]):
    """The way from the first page to one: which page it is, and the cursors seen on the way."""

    __slots__ = ("before", "number", "seen")

    def __init__(
        self, number: int = 0, seen: dict[str, int] | None = None, before: list[I] | None = None
    ) -> None:
        self.number = number
        self.seen = {} if seen is None else seen  # cursor -> number of the page that gave it first
        self.before = before

    def onward(self, items: list[I]) -> _Walk[I]:
        """Returns the way to the page behind the one with these items."""
        return _Walk(self.number + 1, self.seen, items)

    def repeats(self, cursor: str, items: list[I]) -> bool:
        """Whether an earlier page gave the same cursor, or without cursors the last the same items."""
        if not cursor:
            return self.before is not None and self.before == items
        return self.seen.setdefault(cursor, self.number) != self.number


class _Loaded(Generic[I, B]):
    """A page that has come: its body, its items, and what asks for the next one."""

    __slots__ = ("body", "items", "next")

    def __init__(
        self,
        operation: PageOperation[I, B],
        arguments: Arguments,
        answer: tuple[B, httpx2.Response],
        walk: _Walk[I],
    ) -> None:
        self.body, response = answer
        self.items: list[I] = find_items(operation.pages, self.body)
        self.next: NextPage | None = find_next(
            operation.pages, arguments, self.body, self.items, response
        )
        if self.next is not None:
            self.next.repeated = walk.repeats(self.next.cursor, self.items)

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
        walk: _Walk[I] | None = None,
    ) -> None:
        self._client = client
        self._operation = operation
        self._walk: _Walk[I] = walk or _Walk()
        answer = client.call_with_response(operation, arguments)
        self._loaded = _Loaded(operation, arguments, answer, self._walk)

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
        operation, arguments = following.request(self._operation, self._client.config)
        return Page(self._client, operation, arguments, self._walk.onward(self.items))

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
        walk: _Walk[I] | None = None,
    ) -> None:
        self._client = client
        self._operation = operation
        self._arguments = arguments
        self._walk: _Walk[I] = walk or _Walk()
        self._loaded: _Loaded[I, B] | None = None

    def __await__(self) -> Generator[Any, Any, AsyncPage[I, B]]:
        return self._load().__await__()

    async def _load(self) -> AsyncPage[I, B]:
        if self._loaded is None:
            answer = await self._client.call_with_response(self._operation, self._arguments)
            self._loaded = _Loaded(self._operation, self._arguments, answer, self._walk)
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
        operation, arguments = loaded.following().request(self._operation, self._client.config)
        walk = self._walk.onward(loaded.items)
        return await AsyncPage(self._client, operation, arguments, walk)

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

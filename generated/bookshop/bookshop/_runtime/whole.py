"""Whole responses instead of their bodies: these functions turn any method of a client into one that
gives them, with its arguments and types.

There are two of each because type checkers cannot tell a function that is awaited from another one.

``raw(client.files.get)("f1")`` has the status, headers and bytes, and ``parse()`` what ``get`` returns.
``with streamed(client.files.content)("f1") as response:`` has not read the body yet.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Generator
    from contextlib import AbstractAsyncContextManager
    from types import TracebackType

    from .received import AsyncStreamedResponse, RawResponse, StreamedResponse


P = ParamSpec("P")
R = TypeVar("R")


def raw(method: Callable[P, R]) -> Callable[P, RawResponse[R]]:
    """Returns a method of the synchronous client as one that gives a :class:`RawResponse`.

    Error statuses are raised all the same. Raises ``TypeError`` for what is no method of a client.
    """
    return _of(method, "with_raw_response")


def async_raw(method: Callable[P, Awaitable[R]]) -> Callable[P, Awaitable[RawResponse[R]]]:
    """Returns a method of the asynchronous client as one that gives a :class:`RawResponse`."""
    return _of(method, "with_raw_response")


def streamed(method: Callable[P, R]) -> Callable[P, StreamedResponse[R]]:
    """Returns a method as one that gives a :class:`StreamedResponse`, whose body has not been read.

    It must be closed, best by the ``with`` statement. Raises ``TypeError`` like :func:`raw`.
    """
    return _of(method, "with_streaming_response")


def async_streamed(
    method: Callable[P, Awaitable[R]],
) -> Callable[P, AbstractAsyncContextManager[AsyncStreamedResponse[R]]]:
    """Returns a method of the asynchronous client as one for ``async with``; see :func:`streamed`."""
    return _of(method, "with_streaming_response")


def _of(method: Callable[..., Any], view: str) -> Callable[..., Any]:
    methods = getattr(getattr(method, "__self__", None), view, None)
    if methods is None:
        raise TypeError(f"{method!r} is no method of a client")
    function: Callable[..., Any] = getattr(methods, method.__name__)
    return function


class RawMethods:
    """The methods of a resource or client as they are, giving raw responses."""

    def __init__(self, target: object) -> None:
        self._target = target

    def __getattr__(self, name: str) -> Callable[..., Any]:
        function: Callable[..., Any] = getattr(self._target, name)
        return function

    def __dir__(self) -> list[str]:
        return [name for name in dir(self._target) if not name.startswith("_")]


class AsyncStreamedMethods(RawMethods):
    """The methods of a resource or client, giving context managers of streamed responses."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        return partial(_Opening, super().__getattr__(name))


class _Opening:
    """A request that is sent when it is awaited or entered."""

    def __init__(self, method: Callable[..., Any], *arguments: Any, **options: Any) -> None:
        self._send = partial(method, *arguments, **options)
        self._response: AsyncStreamedResponse[Any] | None = None

    def __await__(self) -> Generator[Any, None, AsyncStreamedResponse[Any]]:
        response: AsyncStreamedResponse[Any] = yield from self._send().__await__()
        return response

    async def __aenter__(self) -> AsyncStreamedResponse[Any]:
        self._response = await self
        return self._response

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._response is not None:
            await self._response.close()

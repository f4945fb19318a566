"""Requests that the document does not describe: ``client.get("/path", cast_to=Type)`` and the like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar, overload

if TYPE_CHECKING:
    from typing import Unpack

    from .operations import Operation
    from .options import RequestArguments
    from .request import Arguments

T = TypeVar("T")


class Verbs:
    """The requests of the synchronous client.

    ``path`` is one below the base URL, or a whole URL, which gets the credentials only if it has the same
    origin. ``cast_to`` is the type of the body, ``None`` if there is none. ``path_params``, ``query``,
    ``headers`` and ``body`` are added, and everything works as in other calls: credentials, retries,
    errors, and the options of ``RequestOptions``.
    """

    def call(self, operation: Operation[Any], arguments: Arguments) -> Any:
        """Sends a request and returns the decoded body."""
        raise NotImplementedError

    @overload
    def request(
        self, method: str, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    def request(
        self, method: str, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def request(
        self, method: str, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a request with any method; see the class."""
        from .calls import undocumented, undocumented_arguments

        operation = undocumented(method, path, cast_to)
        return self.call(operation, undocumented_arguments(arguments))

    @overload
    def get(self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]) -> T: ...
    @overload
    def get(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def get(self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]) -> Any:
        """Sends a ``GET`` request; see the class."""
        return self.request("GET", path, cast_to=cast_to, **arguments)

    @overload
    def post(self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]) -> T: ...
    @overload
    def post(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def post(self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]) -> Any:
        """Sends a ``POST`` request; see the class."""
        return self.request("POST", path, cast_to=cast_to, **arguments)

    @overload
    def put(self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]) -> T: ...
    @overload
    def put(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def put(self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]) -> Any:
        """Sends a ``PUT`` request; see the class."""
        return self.request("PUT", path, cast_to=cast_to, **arguments)

    @overload
    def patch(self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]) -> T: ...
    @overload
    def patch(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def patch(self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]) -> Any:
        """Sends a ``PATCH`` request; see the class."""
        return self.request("PATCH", path, cast_to=cast_to, **arguments)

    @overload
    def delete(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    def delete(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    def delete(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``DELETE`` request; see the class."""
        return self.request("DELETE", path, cast_to=cast_to, **arguments)


class AsyncVerbs:
    """The requests of the asynchronous client.

    ``path`` is one below the base URL, or a whole URL, which gets the credentials only if it has the same
    origin. ``cast_to`` is the type of the body, ``None`` if there is none. ``path_params``, ``query``,
    ``headers`` and ``body`` are added, and everything works as in other calls: credentials, retries,
    errors, and the options of ``RequestOptions``.
    """

    async def call(self, operation: Operation[Any], arguments: Arguments) -> Any:
        """Sends a request and returns the decoded body."""
        raise NotImplementedError

    @overload
    async def request(
        self, method: str, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def request(
        self, method: str, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def request(
        self, method: str, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a request with any method; see the class."""
        from .calls import undocumented, undocumented_arguments

        operation = undocumented(method, path, cast_to)
        return await self.call(operation, undocumented_arguments(arguments))

    @overload
    async def get(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def get(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def get(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``GET`` request; see the class."""
        return await self.request("GET", path, cast_to=cast_to, **arguments)

    @overload
    async def post(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def post(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def post(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``POST`` request; see the class."""
        return await self.request("POST", path, cast_to=cast_to, **arguments)

    @overload
    async def put(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def put(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def put(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``PUT`` request; see the class."""
        return await self.request("PUT", path, cast_to=cast_to, **arguments)

    @overload
    async def patch(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def patch(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def patch(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``PATCH`` request; see the class."""
        return await self.request("PATCH", path, cast_to=cast_to, **arguments)

    @overload
    async def delete(
        self, path: str, *, cast_to: type[T], **arguments: Unpack[RequestArguments]
    ) -> T: ...
    @overload
    async def delete(
        self, path: str, *, cast_to: Any = ..., **arguments: Unpack[RequestArguments]
    ) -> Any: ...
    async def delete(
        self, path: str, *, cast_to: Any = Any, **arguments: Unpack[RequestArguments]
    ) -> Any:
        """Sends a ``DELETE`` request; see the class."""
        return await self.request("DELETE", path, cast_to=cast_to, **arguments)

"""What the logic shared by both clients asks of them.

The logic is written once, as generators that yield these effects; :mod:`~.client` carries them out
blocking, :mod:`~.async_client` awaiting.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Mapping
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

if TYPE_CHECKING:
    import httpx2

    from .deadlines import Deadline
    from .tokens import TokenProvider

T = TypeVar("T")


# Plain classes: as dataclasses they would be the slowest part of importing a package.


class Send:
    """Send a request; gives the response, whose body is not read unless ``read``. May raise."""

    __slots__ = ("read", "request")

    def __init__(self, request: httpx2.Request, *, read: bool) -> None:
        self.request = request
        self.read = read


class Read:
    """Read the body of a response. May raise."""

    __slots__ = ("response",)

    def __init__(self, response: httpx2.Response) -> None:
        self.response = response


class Close:
    """Close a response that has not been read."""

    __slots__ = ("response",)

    def __init__(self, response: httpx2.Response) -> None:
        self.response = response


class Sleep:
    """Wait for so many seconds."""

    __slots__ = ("seconds",)

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds


class Obtain:
    """Get a token by the ``deadline``; one that is ``stale`` (refused by the API) will not do.

    ``timeout`` is that of each request for it.
    """

    __slots__ = ("deadline", "provider", "stale", "timeout")

    def __init__(
        self,
        provider: TokenProvider,
        stale: str | None,
        timeout: Mapping[str, float | None],
        deadline: Deadline | None,
    ) -> None:
        self.provider = provider
        self.stale = stale
        self.timeout = timeout
        self.deadline = deadline


class Invoke:
    """Call a function of the user's, which the asynchronous client may await."""

    __slots__ = ("function",)

    def __init__(self, function: Callable[[], Any]) -> None:
        self.function = function


Effect: TypeAlias = Send | Read | Close | Sleep | Obtain | Invoke
Steps: TypeAlias = Generator[Effect, Any, T]
"""Logic that asks for effects and in the end returns a ``T``."""

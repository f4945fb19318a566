"""The pytest fixture of a mock: a fresh one for each test."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .mock import MockServer

M = TypeVar("M", bound="MockServer")


def mock_fixture(make: Callable[[], M]) -> Any:
    """Return a pytest fixture that gives each test a new mock made by ``make``.

    pytest is looked for only here, so that a mock can be used without it.
    """
    pytest: Any = import_module("pytest")

    def provide() -> Iterator[M]:
        """Give a mock of the API, with no records in it."""
        with make() as mock:
            yield mock

    return pytest.fixture(provide)

"""Support for the mock server: state, samples, streams, and what tests need of it."""

from .behaviour import Behaviour
from .extending import Extension, Records
from .journal import Journal, Recorded
from .mock import MockServer, load_package
from .plugin import mock_fixture
from .server import main
from .store import MemoryStore, Store
from .transport import AsyncMockTransport, MockTransport

__all__ = [
    "AsyncMockTransport",
    "Behaviour",
    "Extension",
    "Journal",
    "MemoryStore",
    "MockServer",
    "MockTransport",
    "Recorded",
    "Records",
    "Store",
    "load_package",
    "main",
    "mock_fixture",
]

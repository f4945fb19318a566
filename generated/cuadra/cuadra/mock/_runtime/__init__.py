"""Support for the mock server: state, samples, streams, and what tests need of it."""

from .behaviour import Behaviour
from .clock import Clock
from .extending import Extension, Filter, Records
from .faults import Break, Drop, Fail, Fault, Limit, Pace, Slow, Truncate
from .journal import Journal, Recorded
from .mock import MockServer, load_package
from .near_misses import NearMiss
from .plugin import mock_fixture
from .server import main
from .sqlite_store import SqliteStore
from .store import MemoryStore, Store
from .transport import AsyncMockTransport, MockTransport

__all__ = [
    "AsyncMockTransport",
    "Behaviour",
    "Break",
    "Clock",
    "Drop",
    "Extension",
    "Fail",
    "Fault",
    "Filter",
    "Journal",
    "Limit",
    "MemoryStore",
    "MockServer",
    "MockTransport",
    "NearMiss",
    "Pace",
    "Recorded",
    "Records",
    "Slow",
    "SqliteStore",
    "Store",
    "Truncate",
    "load_package",
    "main",
    "mock_fixture",
]

# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""The pytest fixture ``bookshop_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

bookshop_mock = mock_fixture(Mock)

# Generated from Letters 1 by twinspec; changes are lost.
"""The pytest fixture ``golden_parts_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_parts_mock = mock_fixture(Mock)

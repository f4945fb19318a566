# Generated from Defaults 1 by twinspec; changes are lost.
"""The pytest fixture ``golden_defaults_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_defaults_mock = mock_fixture(Mock)

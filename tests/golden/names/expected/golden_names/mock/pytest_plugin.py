# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.
"""The pytest fixture ``golden_names_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_names_mock = mock_fixture(Mock)

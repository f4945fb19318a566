# Generated from Bodies 2.0 by twinspec; changes are lost.
"""The pytest fixture ``golden_bodies_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_bodies_mock = mock_fixture(Mock)

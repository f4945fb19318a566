# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""The pytest fixture ``cuadra_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

cuadra_mock = mock_fixture(Mock)

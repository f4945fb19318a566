# Generated from Parameters 1.2.3 by twinspec; changes are lost.
"""The pytest fixture ``golden_parameters_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_parameters_mock = mock_fixture(Mock)

# Generated from Faults by twinspec; changes are lost.
"""The pytest fixture ``golden_faults_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_faults_mock = mock_fixture(Mock)

# Generated from References 1 by twinspec; changes are lost.
"""The pytest fixture ``golden_references_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_references_mock = mock_fixture(Mock)

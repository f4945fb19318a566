# Generated from Documents 1.0 by twinspec; changes are lost.
"""The pytest fixture ``golden_documents_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_documents_mock = mock_fixture(Mock)

# Generated from Multipart 1 by twinspec; changes are lost.
"""The pytest fixture ``golden_multipart_mock``: a mock of its own for each test."""

from . import Mock
from ._runtime import mock_fixture

golden_multipart_mock = mock_fixture(Mock)

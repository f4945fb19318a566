# Generated from Streams 1.0.0 by twinspec; changes are lost.
"""Serves the mock of Streams: `python -m golden_streams.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

# Generated from Recursion 1 by twinspec; changes are lost.
"""Serves the mock of Recursion: `python -m golden_recursion.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

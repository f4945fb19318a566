# Generated from Bodies 2.0 by twinspec; changes are lost.
"""Serves the mock of Bodies: `python -m golden_bodies.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

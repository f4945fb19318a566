# Generated from Composition 0.0.1 by twinspec; changes are lost.
"""Serves the mock of Composition: `python -m golden_composition.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

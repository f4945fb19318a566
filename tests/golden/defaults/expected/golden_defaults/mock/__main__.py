# Generated from Defaults 1 by twinspec; changes are lost.
"""Serves the mock of Defaults: `python -m golden_defaults.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

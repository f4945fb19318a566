# Generated from Names """ \ ''' 1.0.0 # injected = 1 by twinspec; changes are lost.
"""Serves the mock of Names \"\"\" \\ ''': `python -m golden_names.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

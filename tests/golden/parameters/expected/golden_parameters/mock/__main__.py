# Generated from Parameters 1.2.3 by twinspec; changes are lost.
"""Serves the mock of Parameters: `python -m golden_parameters.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

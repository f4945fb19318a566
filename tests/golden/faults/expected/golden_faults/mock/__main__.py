# Generated from Faults by twinspec; changes are lost.
"""Serves the mock of Faults: `python -m golden_faults.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

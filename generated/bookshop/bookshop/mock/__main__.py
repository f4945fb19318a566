# Generated from Bookshop API 1.4.0 by twinspec; changes are lost.
"""Serves the mock of the Bookshop API: `python -m bookshop.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

# Generated from Cuadra AI API 1.0.0 by twinspec; changes are lost.
"""Serves the mock of the Cuadra AI API: `python -m cuadra.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

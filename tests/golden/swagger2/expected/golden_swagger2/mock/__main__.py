# Generated from Swagger 1.0.0 by twinspec; changes are lost.
"""Serves the mock of Swagger: `python -m golden_swagger2.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

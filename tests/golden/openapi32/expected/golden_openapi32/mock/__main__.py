# Generated from OpenAPI 3.2 1 by twinspec; changes are lost.
"""Serves the mock of OpenAPI 3.2: `python -m golden_openapi32.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

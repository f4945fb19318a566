# Generated from Documents 1.0 by twinspec; changes are lost.
"""Serves the mock of Documents: `python -m golden_documents.mock --port 4010`."""

import sys

from . import Mock
from ._runtime import main

if __name__ == "__main__":
    sys.exit(main(Mock))

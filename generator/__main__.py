"""``python -m generator`` equals ``twinspec``."""

from __future__ import annotations

import sys

from .cli import main

sys.exit(main())

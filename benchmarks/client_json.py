"""``python -m benchmarks.client_json PEER FOLDER BODY``: CPU microseconds of a JSON call."""

from __future__ import annotations

import sys
from time import process_time

from .client_peers import json_call

_CALLS = 500
_ROUNDS = 7


def main() -> None:
    """Print the best of several rounds, after one that warms up."""
    call = json_call(*sys.argv[1:4])
    rounds = []
    for _ in range(_ROUNDS + 1):
        started = process_time()
        for _ in range(_CALLS):
            call()
        rounds.append(process_time() - started)
    print(min(rounds[1:]) / _CALLS * 1e6)


if __name__ == "__main__":
    main()

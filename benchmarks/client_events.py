"""``python -m benchmarks.client_events PEER FOLDER COUNT KIND``: events per CPU second, and memory.

Prints the rate, and the megabytes by which the memory's peak grew behind the first hundredth.
"""

from __future__ import annotations

import resource
import sys
from itertools import islice
from time import process_time

from .client_peers import event_stream

_UNIT = 1024**2 if sys.platform == "darwin" else 1024  # of ru_maxrss, in megabytes


def main() -> None:
    """Read a stream to its end."""
    peer, folder, count, kind = sys.argv[1], sys.argv[2], int(sys.argv[3]), sys.argv[4]
    stream = event_stream(peer, folder, count, kind)
    first = sum(1 for _ in islice(stream, count // 100))
    before, started = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, process_time()
    rest = sum(1 for _ in stream)
    took = process_time() - started
    if first + rest != count:
        raise SystemExit(f"{first + rest} of {count} events came")
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / _UNIT
    print(rest / took, grown)


if __name__ == "__main__":
    main()

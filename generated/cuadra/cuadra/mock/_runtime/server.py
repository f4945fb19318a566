"""Serves the mock over HTTP: ``python -m <package>.mock --port 4010``."""

from __future__ import annotations

import argparse
import contextlib
import os
import signal
import socket
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from .store import load_state, save_state

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from types import FrameType

    from .mock import MockServer


def main(make: Callable[..., MockServer], argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code.

    Args:
        make: makes the mock; called with ``seed``, ``token`` and ``auth``.
        argv: the arguments; those of the process by default.
    """
    options = _parser().parse_args(argv)
    try:
        import uvicorn
    except ImportError:
        print(  # noqa: T201 - a command line speaks to its user
            "The mock server needs uvicorn: pip install uvicorn, or install this package with [mock].",
            file=sys.stderr,
        )
        return 1
    mock = make(seed=options.seed, token=options.token, auth=not options.no_auth)
    state: Path | None = options.state
    if state is not None:
        load_state(mock.store, state)
    try:
        listener = _listen(options.host, options.port)
    except OSError as error:
        place = f"{options.host} port {options.port}"
        print(f"Cannot listen on {place}: {error.strerror}.", file=sys.stderr)  # noqa: T201
        return 1
    told = "no credential needed" if options.no_auth else f"credential: {options.token}"
    host = f"[{options.host}]" if ":" in options.host else options.host
    url = f"http://{host}:{listener.getsockname()[1]}"
    print(f"Mock server on {url} ({told})", flush=True)  # noqa: T201
    server = uvicorn.Server(uvicorn.Config(mock.app, log_level="warning"))
    with listener, _quiet_signals():
        server.run(sockets=[listener])
    if state is not None:
        save_state(mock.store, state)
    return 0


def _listen(host: str, port: int) -> socket.socket:
    """Return a listening socket; port 0 takes one that is free.

    Raises:
        OSError: if the port is taken or the host is none of this machine.
    """
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    # With the protocol named, asyncio turns Nagle's algorithm off; else each answer waits 40 ms.
    listener = socket.socket(family, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    try:
        if os.name == "posix":  # elsewhere it would let two servers share the port
            listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        listener.bind((host, port))
        listener.listen()
    except OSError:
        listener.close()
        raise
    return listener


@contextlib.contextmanager
def _quiet_signals() -> Iterator[None]:
    """Let a signal that stops the server end there.

    uvicorn stops in order and then raises the signal again, for whoever handled it before; that is a
    failure by default, but to stop is all that was asked for.
    """
    kinds = (signal.SIGINT, signal.SIGTERM)
    before = {kind: signal.signal(kind, _ignore) for kind in kinds}
    try:
        yield
    finally:
        for kind, handler in before.items():
            signal.signal(kind, handler)


def _ignore(kind: int, frame: FrameType | None) -> None:
    """Do nothing at a signal."""


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description="Serve the mock of this API.")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=4010, help="0 takes a free one")
    parser.add_argument("--seed", type=int, default=0, help="makes ids and samples")
    parser.add_argument("--state", type=Path, help="file to keep the records in")
    parser.add_argument("--token", default="mock-token", help="the credential that is valid")
    parser.add_argument("--no-auth", action="store_true", help="ask for no credentials")
    return parser

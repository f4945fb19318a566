"""The command line. Exit codes: 0 done, 1 the document or configuration is at fault, 2 wrong usage."""

from __future__ import annotations

import argparse
import gc
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from .version import NAME, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

EXAMPLES = """\
examples:
  twinspec generate openapi.yaml -o bookshop-sdk --package bookshop
  twinspec generate https://example.com/openapi.json --emit models,client
  twinspec mock openapi.yaml --port 4010 --seed 7
  twinspec validate openapi.yaml --format sarif > report.sarif
  twinspec bundle openapi.yaml -o bundled.json
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command; return the exit code.

    Without ``arguments`` those of the process count, and the process ends here.
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    options = _parser().parse_args(arguments)
    options.kept = []
    # One run makes millions of small values that live until it ends: collecting finds nothing.
    collects = gc.isenabled()
    gc.disable()
    try:
        code = _run(options)
        sys.stdout.flush()
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # The reader has gone; what Python would flush at exit must not complain about it again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    finally:
        if collects:
            gc.enable()
    if arguments is None:
        # What was made, and kept, takes a tenth of a second to be taken apart again, for nobody.
        sys.stderr.flush()
        os._exit(code)
    return code


def _run(options: argparse.Namespace) -> int:
    from . import commands
    from .console import Console
    from .diagnostics import DiagnosticError
    from .report import as_format

    console = Console(quiet=options.quiet)
    try:
        command: Callable[[argparse.Namespace, Console], int] = getattr(commands, options.command)
        return command(options, console)
    except commands.UsageError as error:
        parser: argparse.ArgumentParser = options.parser
        parser.error(str(error))
    except DiagnosticError as error:
        if getattr(options, "format", "text") == "text":
            console.diagnose((error.diagnostic,))
        else:
            sys.stdout.write(as_format((error.diagnostic,), options.format))
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog=NAME,
        description="Reads one OpenAPI document and writes a typed client and a mock server.",
        epilog=EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--version", action="version", version=f"{NAME} {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    common = argparse.ArgumentParser(add_help=False)
    common.add_argument("--config", type=Path, metavar="FILE", help="configuration in TOML")
    common.add_argument(
        "--allow-remote", action="store_true", help="follow references to URLs and outer folders"
    )
    common.add_argument("--quiet", action="store_true", help="print errors only")
    for add in (_add_generate, _add_mock, _add_validate, _add_bundle):
        command = add(commands, common)
        command.set_defaults(parser=command)
    return parser


# argparse gives it no public name.
_Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # noqa: SLF001


def _add_generate(commands: _Commands, common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "generate", parents=[common], help="write the package", description="Writes the package."
    )
    parser.add_argument("spec", nargs="?", metavar="SPEC", help="path, URL, or - for stdin")
    parser.add_argument("-o", "--output", type=Path, metavar="DIR", help="folder (default: out)")
    parser.add_argument("--package", type=_checked("parse_package"), metavar="NAME")
    parser.add_argument(
        "--emit", type=_checked("parse_emit"), metavar="LIST", help="models,client,server,mock"
    )
    parser.add_argument("--formatter", choices=("ruff", "black", "none"))
    parser.add_argument("--strict", action="store_true", help="warnings are errors")
    parser.add_argument(
        "--check", action="store_true", help="write nothing; exit 1 if the output would change"
    )
    parser.add_argument("--report", type=Path, metavar="FILE.json", help="all messages as JSON")
    return parser


def _add_mock(commands: _Commands, common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "mock",
        parents=[common],
        help="serve a mock of the API",
        description="Generates to a cache and serves the mock; Ctrl-C ends it.",
    )
    parser.add_argument("spec", metavar="SPEC", help="path, URL, or - for stdin")
    parser.add_argument("--host", metavar="H")
    parser.add_argument("--port", type=int, metavar="P")
    parser.add_argument("--seed", type=int, metavar="N", help="of the invented data")
    parser.add_argument(
        "--state", type=Path, metavar="FILE", help="keep the state in a SQLite file"
    )
    parser.add_argument("--workers", type=int, metavar="N", help="processes that share the state")
    parser.add_argument(
        "--reload", action="store_true", help="follow changes of the document; state is kept"
    )
    parser.add_argument("--token", metavar="T", help="the credential that is valid: mock-token")
    parser.add_argument("--no-auth", action="store_true", help="ask for no credentials")
    return parser


def _add_validate(commands: _Commands, common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "validate",
        parents=[common],
        help="judge a document",
        description="Judges a document and says what a generation would have to degrade.",
    )
    parser.add_argument("spec", metavar="SPEC", help="path, URL, or - for stdin")
    parser.add_argument("--format", choices=("text", "json", "github", "sarif"), default="text")
    return parser


def _add_bundle(commands: _Commands, common: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser = commands.add_parser(
        "bundle",
        parents=[common],
        help="make one self-contained document",
        description="Writes one self-contained OpenAPI 3.1 document.",
    )
    parser.add_argument("spec", metavar="SPEC", help="path, URL, or - for stdin")
    parser.add_argument(
        "-o", "--output", type=Path, required=True, metavar="FILE", help="- for stdout"
    )
    return parser


def _checked(reader: str) -> Callable[[str], object]:
    """Make an argparse type of a function of ``settings``, imported when an argument needs it."""

    def check(text: str) -> object:
        from . import settings

        try:
            return getattr(settings, reader)(text)
        except ValueError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return check

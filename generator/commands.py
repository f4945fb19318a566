"""The commands: each takes the parsed arguments and the console, and returns the exit code.

The stages are imported by those that run them: it takes as long as regenerating what is unchanged.
"""

from __future__ import annotations

import importlib.util
import json
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .console import count
from .diagnostics import Diagnostic, DiagnosticError, Location, Severity
from .generation import generate as run
from .output import replace_file
from .report import as_format, as_json
from .settings import Build, read_settings

if TYPE_CHECKING:
    import argparse

    from .config import Config
    from .console import Console
    from .output import WriteReport
    from .result import Result

OUTPUT = Path("out")


class UsageError(Exception):
    """The arguments do not go together."""


def generate(options: argparse.Namespace, console: Console) -> int:
    """Generate one package, or all that the configuration lists."""
    started = time.perf_counter()
    results = []
    builds = _builds(options)
    for build in builds:
        with console.progress(build.spec) as progress:
            result = run(
                build.spec,
                build.config,
                output=build.output,
                check=options.check,
                progress=progress,
                kept=options.kept if build is builds[-1] else None,
            )
        console.diagnose(result.diagnostics)
        if result.report:
            if options.check:
                _print_differences(result.report)
            console.say(_summary(result, result.report, time.perf_counter() - started))
        else:
            console.say("nothing was written: with --strict, warnings are errors")
        results.append(result)
    if options.report:
        replace_file(options.report, _report(results))
    good = all(result.ok for result in results)
    stale = options.check and any(one.report and one.report.differs for one in results)
    return 0 if good and not stale else 1


def mock(options: argparse.Namespace, console: Console) -> int:
    """Serve a mock of the API until it is interrupted."""
    from . import mocking, remaking

    if importlib.util.find_spec("uvicorn") is None:
        hint = "Run `pip install 'twinspec[mock]'`."
        message = "the server needs uvicorn, which is not installed"
        place = Location("mock")
        raise DiagnosticError(
            Diagnostic("missing-server", Severity.ERROR, "", message, hint, place)
        )
    config = replace(_config(options), emit=("models", "client", "server", "mock"))
    arguments = [
        text
        for name in ("host", "port", "seed", "state", "workers", "token")
        if (value := getattr(options, name)) is not None
        for text in (f"--{name}", str(value.absolute() if isinstance(value, Path) else value))
    ]
    arguments += ["--no-auth"] if options.no_auth else []
    if options.reload:
        if not Path(options.spec).is_file():
            raise UsageError("--reload needs a document in a local file")
        if (options.workers or 1) > 1:
            raise UsageError("--reload works with one worker")
        return remaking.serve(options.spec, config, arguments, console.diagnose)
    with console.progress(options.spec) as progress:
        folder, package, result = mocking.prepare(options.spec, config, progress)
    if result:
        console.diagnose(result.diagnostics)
        if not result.ok:
            return 1
    return mocking.serve(folder, package, arguments)


def validate(options: argparse.Namespace, console: Console) -> int:
    """Judge a document; the messages are the result, so they go to standard output."""
    from . import pipeline

    with console.progress(options.spec) as progress:
        if progress:
            progress("validate")
        found = pipeline.validate(options.spec, allow_remote=_config(options).allow_remote)
    errors = [one for one in found if one.severity is Severity.ERROR]
    shown = errors if options.quiet else found
    sys.stdout.write(as_format(shown, options.format))
    warnings = sum(one.severity is Severity.WARNING for one in found)
    console.say(f"{options.spec}: {count(len(errors), 'error')}, {count(warnings, 'warning')}")
    return 1 if errors else 0


def bundle(options: argparse.Namespace, console: Console) -> int:
    """Write one self-contained document to a file or to standard output."""
    from . import pipeline

    allow_remote = _config(options).allow_remote
    text, found = pipeline.bundle(options.spec, allow_remote=allow_remote)
    console.diagnose(found)
    if str(options.output) == "-":
        sys.stdout.write(text)
    else:
        replace_file(options.output, text)
        console.say(f"{options.output}: written")
    return 0


def _builds(options: argparse.Namespace) -> tuple[Build, ...]:
    settings = read_settings(options.config)
    if options.spec:
        config = _override(settings.config, options)
        return (Build(options.spec, options.output or OUTPUT, config),)
    if not settings.builds:
        raise UsageError("give SPEC, or a configuration with [[build]] tables")
    if options.output or options.package:
        raise UsageError("-o and --package need SPEC: the configuration lists several builds")
    return tuple(
        replace(build, config=_override(build.config, options)) for build in settings.builds
    )


def _config(options: argparse.Namespace) -> Config:
    return _override(read_settings(options.config).config, options)


def _override(config: Config, options: argparse.Namespace) -> Config:
    """Let the arguments that were given go before the configuration."""
    names = ("package", "emit", "formatter", "strict", "allow_remote")
    given: dict[str, Any] = {
        name: value for name in names if (value := getattr(options, name, None))
    }
    return replace(config, **given)


def _print_differences(report: WriteReport) -> None:
    for word, paths in (("differs", report.written), ("left over", report.removed)):
        for path in paths:
            sys.stdout.write(f"{word}: {report.root}/{path}\n")


def _summary(result: Result, report: WriteReport, seconds: float) -> str:
    severities = Counter(one.severity for one in result.diagnostics)
    parts = [
        f"{len(report.written):,} written",
        f"{report.unchanged:,} unchanged",
        f"{len(report.removed):,} removed",
    ]
    if report.kept:
        parts.append(f"{len(report.kept):,} edited and kept")
    parts.append(count(severities[Severity.WARNING], "warning"))
    return f"{report.root}: {count(len(result.files), 'file')}: {', '.join(parts)}; {seconds:.1f} s"


def _report(results: list[Result]) -> str:
    runs = [
        {
            "package": result.package,
            "output": result.report.root if result.report else None,
            "sources": dict(result.sources),
            "ok": result.ok,
            "counts": {
                "files": len(result.files),
                "written": len(result.report.written) if result.report else 0,
                **Counter(one.severity.value for one in result.diagnostics),
            },
            "timings": {name: round(seconds, 4) for name, seconds in result.timings},
            "diagnostics": [as_json(one) for one in result.diagnostics],
        }
        for result in results
    ]
    return json.dumps({"runs": runs}, indent=2) + "\n"

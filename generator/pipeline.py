"""The stages in their order; the only module that knows it. Library code: nothing prints."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from . import source
from .config import Config
from .diagnostics import Diagnostic, DiagnosticError, Diagnostics, Severity
from .files import GeneratedFile
from .json_lines import json_lines
from .output import replace_file, write
from .parse import parse
from .render import render as render_artifacts
from .render import runtime_files
from .result import Result, Stages, as_errors
from .targets.dump import dump
from .targets.python import plan_package as plan
from .targets.python.format import formatting
from .targets.python.strict_schemas import plan_strict_schemas

if TYPE_CHECKING:
    from collections.abc import Callable

    from .source import SpecTree
    from .targets.python.plan import Package

__all__ = ["Result", "dump", "parse", "plan", "replace_file", "write"]  # from elsewhere

DEFAULTS = Config()


def generate(
    spec: str | Path,
    config: Config = DEFAULTS,
    *,
    output: Path | None = None,
    check: bool = False,
    progress: Callable[[str], None] | None = None,
) -> Result:
    """Generate a package from a document (path, URL or ``-``); write it only to a given ``output``.

    ``progress`` is called with the name of each stage as it begins. With ``check`` the folder is
    compared instead of written.

    Raises:
        DiagnosticError: the document, the configuration or the output folder is at fault.
    """
    stages, found = Stages(progress), Diagnostics()
    stages.begin("load")
    document = source.load(spec, found)
    stages.begin("resolve")
    tree = source.resolve(document, found, allow_remote=config.allow_remote)
    stages.begin("validate")
    source.validate(document, tree, found, thorough=config.strict)
    stages.begin("parse")
    api = parse(tree, found)
    stages.begin("plan")
    package = plan(api, config, found)
    stages.begin("locate")
    diagnostics = found.located(tree.locate)
    sources = {origin.document.uri: origin.document.sha256 for origin in tree.origins.values()}
    behaviour = _behaviour(document.uri, config)
    if behaviour is not None:
        sources[behaviour[0]] = hashlib.sha256(behaviour[1].encode()).hexdigest()
    result = Result(package.package, (), diagnostics, tuple(sorted(sources.items())), ())
    if config.strict and any(one.severity is not Severity.NOTE for one in diagnostics):
        errors = as_errors(diagnostics)
        return replace(result, diagnostics=errors, timings=stages.end(), ok=False)
    stages.begin("render")
    rendered = render(package, config)
    stages.begin("format")
    with formatting(rendered, config.formatter) as formatted:  # runs beside what follows
        documents = _documents(package, tree, diagnostics, config)
        files = (*formatted(), *documents)
    if behaviour is not None:
        path = f"{package.package}/mock/behaviour.py"
        files = (*files, GeneratedFile(path, behaviour[1].replace("\r\n", "\n")))
    stages.begin("write")
    report = write(files, output, check=check) if output is not None else None
    return replace(result, files=files, timings=stages.end(), report=report)


def load(spec: str | Path, diagnostics: Diagnostics, *, allow_remote: bool = False) -> SpecTree:
    """Read a document and what it refers to as one OpenAPI 3.1 tree, or raise `DiagnosticError`."""
    return source.resolve(source.load(spec, diagnostics), diagnostics, allow_remote=allow_remote)


def render(package: Package, config: Config = DEFAULTS) -> tuple[GeneratedFile, ...]:
    """Render what was planned, unformatted, with the support modules it needs."""
    templates = Path(config.templates) if config.templates else None
    rendered = render_artifacts(package.artifacts, templates)
    return (*rendered, *package.files, *runtime_files(package.runtimes))


def validate(spec: str | Path, *, allow_remote: bool = False) -> tuple[Diagnostic, ...]:
    """Judge a document thoroughly (errors), and say what a generation would degrade (warnings)."""
    found, faults = Diagnostics(), Diagnostics()
    document = source.load(spec, found)
    tree = source.resolve(document, found, allow_remote=allow_remote)
    source.validate(document, tree, faults, thorough=True)
    found.extend(as_errors(faults))
    parse(tree, found)
    return found.located(tree.locate)


def bundle(spec: str | Path, *, allow_remote: bool = False) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a document with all it refers to as one OpenAPI 3.1 document in JSON."""
    found = Diagnostics()
    tree = load(spec, found, allow_remote=allow_remote)
    return source.bundle_text(tree), found.located(tree.locate)


def _behaviour(uri: str, config: Config) -> tuple[str, str] | None:
    """Return path and text of the hand-written ``behaviour.py`` beside a local document, if there is one.

    Raises:
        DiagnosticError: it cannot be read.
    """
    path = Path(uri).with_name("behaviour.py") if Path(uri).is_file() else None
    if "mock" not in config.emit or path is None or not path.is_file():
        return None
    try:
        return str(path), path.read_bytes().decode()
    except (OSError, UnicodeDecodeError) as error:
        hint = "It is taken over into the mock as it stands; move it if it is not meant for that."
        message = f"{path} cannot be read: {error}"
        fault = Diagnostic("unreadable-behaviour", Severity.ERROR, "#", message, hint)
        raise DiagnosticError(fault) from error


def _documents(
    package: Package,
    tree: SpecTree,
    diagnostics: tuple[Diagnostic, ...],
    config: Config,
) -> tuple[GeneratedFile, ...]:
    """Make the files that need the whole run: the manifest, and the schemas that are read at run time."""
    said = [
        {"code": one.code, "severity": one.severity, "pointer": one.pointer, "message": one.message}
        for one in diagnostics
    ]
    manifest = json_lines({**package.manifest, "diagnostics": said})
    schemas = plan_strict_schemas(package.classes, tree.follow, package.discriminators)
    files = (
        GeneratedFile(f"{package.package}/manifest.json", manifest),
        replace(schemas, path=f"{package.package}/{schemas.path}"),
    )
    if {"server", "mock"}.isdisjoint(config.emit):
        return files
    text = json_lines(source.bundled(tree), depth=3)
    return (*files, GeneratedFile(f"{package.package}/server/openapi.json", text))

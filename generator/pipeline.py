"""The stages in their order; the only module that knows it. Library code: nothing prints."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from . import source
from .beside import beside, can_fork
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
from .targets.python import plan_models_part, plan_operations, plan_rest, plan_whole
from .targets.python import plan_package as plan
from .targets.python.format import formatting
from .targets.python.strict_schemas import plan_strict_schemas

if TYPE_CHECKING:
    from collections.abc import Callable

    from .ir.api import Api
    from .memory import Memory
    from .source import SpecTree
    from .targets.python.plan import ClientPlan, Package

__all__ = ["Result", "dump", "parse", "plan", "replace_file", "write"]  # from elsewhere

DEFAULTS = Config()
_LARGE = 1_000_000  # characters of a document that takes longer to plan than a process to begin


def generate(
    spec: str | Path,
    config: Config = DEFAULTS,
    *,
    output: Path | None = None,
    check: bool = False,
    progress: Callable[[str], None] | None = None,
    memory: Memory | None = None,
) -> Result:
    """Run all stages, as `generation.generate` does if there is anything to do.

    What ``memory`` knows to be formatted already is not formatted again; what is written is noted there.

    Raises:
        DiagnosticError: the document, the configuration or the output folder is at fault.
    """
    stages, found = Stages(progress), Diagnostics()
    stages.begin("load")
    document = source.load(spec, found)
    stages.begin("resolve")
    tree = source.resolve(document, found, allow_remote=config.allow_remote)
    schemas = {
        one.name: one.schema
        for choices in config.streams.values()
        for one in choices
        if one.schema is not None
    }
    tree = source.add_schemas(tree, schemas, found)
    stages.begin("validate")
    source.validate(document, tree, found, thorough=config.strict)
    stages.begin("parse")
    api = parse(tree, found)
    stages.begin("plan")
    shared = plan_operations(api, config, found)
    if len(document.text) >= _LARGE and can_fork():
        work = partial(_make_models, api, shared, tree, found, config, memory)
        with beside(work) as models:
            package = plan_rest(shared, config)
            rest = _make(package, config, memory, stages=stages)
            made, told = models()
        found.extend(told)
        rendered, files = (*made[0], *rest[0]), (*made[1], *rest[1])
    else:
        package = plan_whole(api, shared, config)
        rendered, files = _make(package, config, memory, tree, stages)
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
    files = (*files, _manifest(package, diagnostics))
    if behaviour is not None:
        path = f"{package.package}/mock/behaviour.py"
        files = (*files, GeneratedFile(path, behaviour[1].replace("\r\n", "\n")))
    files = tuple(sorted(files, key=lambda file: file.path))
    stages.begin("write")
    report = write(files, output, check=check) if output is not None else None
    result = replace(result, files=files, timings=stages.end(), report=report)
    if memory and not check:
        memory.keep(result, rendered, tree.consulted)
    return result


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


_Made: TypeAlias = tuple[tuple[GeneratedFile, ...], tuple[GeneratedFile, ...]]
"""Files as they were rendered, and all that came of them."""


def _make_models(
    api: Api,
    plan: ClientPlan,
    tree: SpecTree,
    found: Diagnostics,
    config: Config,
    memory: Memory | None,
) -> tuple[_Made, tuple[Diagnostic, ...]]:
    """Make what needs nothing of the rest, about half; return it with what there is to say."""
    before = len(found)
    made = _make(plan_models_part(api, plan, config), config, memory, tree)
    return made, tuple(islice(found, before, None))


def _make(
    package: Package,
    config: Config,
    memory: Memory | None,
    tree: SpecTree | None = None,
    stages: Stages | None = None,
) -> _Made:
    """Render and format a package or a part of it; with ``tree``, make what is read at run time, too."""
    if stages:
        stages.begin("render")
    rendered = render(package, config)
    if stages:
        stages.begin("format")
    known = memory.formatted(rendered) if memory else {}
    with formatting(rendered, config.formatter, known) as formatted:  # runs beside what follows
        documents = _documents(package, tree, config) if tree else ()
        return rendered, (*formatted(), *documents)


def _manifest(package: Package, diagnostics: tuple[Diagnostic, ...]) -> GeneratedFile:
    said = [
        {"code": one.code, "severity": one.severity, "pointer": one.pointer, "message": one.message}
        for one in diagnostics
    ]
    text = json_lines({**package.manifest, "diagnostics": said})
    return GeneratedFile(f"{package.package}/manifest.json", text)


def _documents(package: Package, tree: SpecTree, config: Config) -> tuple[GeneratedFile, ...]:
    """Make the schemas and the document that are read at run time."""
    strict = plan_strict_schemas(
        package.classes, tree.follow, package.discriminators, package.bodies
    )
    schemas = replace(strict, path=f"{package.package}/{strict.path}")
    if {"server", "mock"}.isdisjoint(config.emit):
        return (schemas,)
    text = json_lines(source.bundled(tree), depth=3)
    return (schemas, GeneratedFile(f"{package.package}/server/openapi.json", text))

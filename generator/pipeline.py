"""The stages in their order; the only module that knows it. Library code: nothing prints."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from dataclasses import field, replace
from functools import cache, partial
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from . import source
from .beside import beside, can_fork
from .config import Config
from .diagnostics import Diagnostic, DiagnosticError, Diagnostics, Severity
from .files import GeneratedFile, digest_of
from .frozen import dataclass
from .json_lines import json_lines
from .output import replace_file, staging, write
from .parse import parse, title_of
from .reading import Reading
from .render import render as render_artifacts
from .render import runtime_files
from .result import Result, Stages, as_errors, without_repeated
from .targets.dump import dump
from .targets.python import (
    Lowering,
    ModelNames,
    Roles,
    name_models,
    package_name,
    plan_models_part,
    plan_roles,
)
from .targets.python import plan_package as plan
from .targets.python.format import fits, formatting, is_measured

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from .beside import Work
    from .files import Artifact, Piece
    from .ir.api import Api
    from .memory import Memory
    from .output import Staging
    from .source import Document, SpecTree
    from .targets.python.plan import Package

__all__ = ["Result", "dump", "parse", "plan", "replace_file", "write"]  # from elsewhere

_T = TypeVar("_T")

DEFAULTS = Config()
_LARGE = 1_000_000  # bytes of a document that takes longer to plan than a process to begin


def generate(
    spec: str | Path,
    config: Config = DEFAULTS,
    *,
    output: Path | None = None,
    check: bool = False,
    progress: Callable[[str], None] | None = None,
    memory: Memory | None = None,
    kept: list[object] | None = None,
) -> Result:
    """Run all stages, as `generation.generate` does if there is anything to do.

    What ``memory`` knows to be formatted already is not formatted again; what is written is noted there.
    ``kept`` is for a process that ends with the run: what is put there need not be taken apart.

    Raises:
        DiagnosticError: the document, the configuration or the output folder is at fault.
    """
    stages = Stages(progress)
    stages.begin("load")
    uri, content = source.read_bytes(spec)
    start = beside if len(content) >= _LARGE and can_fork() else _here
    with ExitStack() as processes:
        reading = Reading(uri, content, config, stages)
        if start is beside:
            (examined,) = processes.enter_context(beside(reading.examine))
            document, tree, found = reading.together(examined)
        else:
            document, tree, found = reading.alone()
        resolved = len(found)
        stages.begin("parse")
        place = processes.enter_context(staging(output)) if output and not check else None
        whole, reduced = processes.enter_context(
            start(partial(_document, document, tree, config, place), partial(_reduced, tree))
        )
        api = parse(tree, found)
        stages.begin("plan")
        lowering = Lowering(api, found)
        maker = _Maker(api, lowering, tree, found, config, memory, place, reduced, [document])
        if kept is not None:
            kept.append(maker)
        (theirs,) = processes.enter_context(start(maker.first_half))
        package, made, judged = maker.second_half(theirs, whole, stages)
        found.insert(resolved, without_repeated(judged.told, found))
        stages.begin("locate")
        result = maker.result(document.uri, package, made.files)
        if not result.ok:
            return replace(result, timings=stages.end())
        stages.begin("write")  # while the other processes end
        report = (
            write(result.files, output, check=check, place=place, staged=made.staged)
            if output is not None
            else None
        )
    result = replace(result, timings=stages.end(), report=report)
    if memory and not check:
        memory.keep(result, made.rendered, tree.consulted)
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
    return without_repeated(found.located(tree.locate), faults)


def bundle(spec: str | Path, *, allow_remote: bool = False) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return a document with all it refers to as one OpenAPI 3.1 document in JSON."""
    found = Diagnostics()
    tree = load(spec, found, allow_remote=allow_remote)
    return source.bundle_text(tree), found.located(tree.locate)


@contextmanager
def _here(*works: Work) -> Iterator[tuple[Iterator[object], ...]]:
    """Do in this process, when its results are asked for, what `beside` does in another."""
    yield tuple(work() for work in works)


def _document(
    document: Document, tree: SpecTree, config: Config, place: Staging | None
) -> Iterator[object]:
    """Judge the document, and yield the one that stubs and mock judge by, if there are any."""
    found = Diagnostics()
    source.validate(document, tree, found, thorough=config.strict)
    files: tuple[GeneratedFile, ...] = ()
    if not {"server", "mock"}.isdisjoint(config.emit):
        package = package_name(title_of(tree), config, Diagnostics())  # told of by who plans
        root = source.bundled(tree)
        if found or len(tree.origins) > 1:  # other files were not judged
            root = source.with_sound_schemas(root)
        text = json_lines(root, depth=3)
        files = (GeneratedFile(f"{package}/server/openapi.json", text),)
    yield _staged(_Made(files, {}, tuple(found)), place)


def _reduced(tree: SpecTree) -> Iterator[object]:
    """Yield the named schemas as strict clients judge by them, before it is known which these are."""
    from .targets.python.strict_schemas import reduced_components

    components = tree.root.get("components")
    schemas = components.get("schemas") if isinstance(components, dict) else None
    yield reduced_components(schemas, tree.follow) if isinstance(schemas, dict) else {}


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


@dataclass(frozen=True, slots=True)
class _Made:
    """Finished files, digests by path of those that were formatted, before they were, and diagnostics.

    ``staged`` says of files that were put into their place whether they were not there as they are.
    """

    files: tuple[GeneratedFile, ...]
    rendered: Mapping[str, str]
    told: tuple[Diagnostic, ...] = ()
    staged: Mapping[str, bool] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class _Maker:
    """Makes the files, in two halves; the first can be made in a process of its own."""

    api: Api
    lowering: Lowering
    tree: SpecTree
    found: Diagnostics
    config: Config
    memory: Memory | None
    place: Staging | None
    reduced: Iterator[object]
    alive: list[object]

    def first_half(self) -> Iterator[object]:
        """Yield the names of the models, then what a mock does, and at last what is made of the models."""
        before = len(self.found)
        names = name_models(self.api, self.lowering)
        yield names
        yield plan_roles(self.api, self.lowering, self.config)
        package = plan_models_part(self.api, self.lowering, names, self.config, self.found)
        with self._formatting(package) as formatted:
            schemas = self._schemas(package)
            made = formatted()
        made = replace(made, files=(*made.files, schemas))
        yield _staged(replace(made, told=tuple(islice(self.found, before, None))), self.place)

    def second_half(
        self, first: Iterator[object], whole: Iterator[object], stages: Stages
    ) -> tuple[Package, _Made, _Made]:
        """Return the plan of all but the models, the files of both halves, and what the document becomes."""

        @cache
        def names() -> ModelNames:
            return _take(ModelNames, first)

        def roles() -> Roles:
            names()  # which come first, whether they were needed yet or not
            return _take(Roles, first)

        from .targets.python.rest import plan_operations, plan_rest  # needed in this half only

        plan = plan_operations(self.api, self.lowering, self.config, self.found, names)
        with ExitStack() as formatters:
            packages, parts = [], []
            for package in plan_rest(plan, self.config, roles):
                packages.append(package)
                parts.append(formatters.enter_context(self._formatting(package)))
            self.alive.extend((plan, packages))
            stages.begin("validate")
            judged = _take(_Made, whole)  # before the first half, which is not ready yet
            stages.begin("format")
            made = [_staged(formatted(), self.place) for formatted in parts]
        made += (_take(_Made, first), judged)
        self.found.extend(made[-2].told)
        return packages[-1], _joined(made), judged

    def result(self, uri: str, package: Package, files: tuple[GeneratedFile, ...]) -> Result:
        """Return the result of a run that has not been written, with all files, or why there are none."""
        diagnostics = self.found.located(self.tree.locate)
        origins = self.tree.origins.values()
        sources = {origin.document.uri: origin.document.sha256 for origin in origins}
        files = (*files, _manifest(package, diagnostics))
        if behaviour := _behaviour(uri, self.config):
            path, text = behaviour
            sources[path] = digest_of(text.encode())
            path = f"{package.package}/mock/behaviour.py"
            files = (*files, GeneratedFile(path, text.replace("\r\n", "\n")))
        result = Result(package.package, (), diagnostics, tuple(sorted(sources.items())), ())
        if self.config.strict and any(one.severity is not Severity.NOTE for one in diagnostics):
            return replace(result, diagnostics=as_errors(diagnostics), ok=False)
        return replace(result, files=tuple(sorted(files, key=lambda file: file.path)))

    def _schemas(self, package: Package) -> GeneratedFile:
        """Make the schemas that strict clients judge by."""
        from .targets.python.strict_schemas import plan_strict_schemas

        reduced = _take(dict, self.reduced)
        strict = plan_strict_schemas(
            package.classes, self.tree.follow, package.discriminators, package.bodies, reduced
        )
        return strict.at(f"{package.package}/{strict.path}")

    @contextmanager
    def _formatting(self, package: Package) -> Iterator[Callable[[], _Made]]:
        """Render what was planned and begin to format it; what is given to the block waits for that."""
        rendered = render(package, self.config)
        done, pieces = self._laid_out(package, rendered)
        rest = [file for file in rendered if file.path not in done and file.path.endswith(".py")]
        known = self.memory.formatted(rest) if self.memory else {}
        known.update(done)
        with formatting(rendered, self.config.formatter, known, pieces) as formatted:

            def made() -> _Made:
                digests = {file.path: file.digest for file in rest} if self.memory else {}
                return _Made(formatted(), digests)

            yield made

    def _laid_out(
        self, package: Package, rendered: Iterable[GeneratedFile]
    ) -> tuple[dict[str, GeneratedFile], dict[str, tuple[Piece, ...]]]:
        """Return by path what is rendered just as the formatter would leave it: most files.

        And of others the pieces that it would not.
        """
        if self.config.templates or self.config.formatter != "ruff":
            return {}, {}
        planned = {one.path: one for one in package.artifacts if one.laid_out}
        runtimes = tuple(f"{folder}/" for _, folder in package.runtimes)
        done: dict[str, GeneratedFile] = {}
        pieces: dict[str, tuple[Piece, ...]] = {}
        for file in rendered:
            artifact = planned.get(file.path)
            if artifact is not None and artifact.pieces and is_measured(file):
                pieces[file.path] = artifact.pieces
            elif file.path.startswith(runtimes) or (
                artifact is not None and _is_done(artifact, file)
            ):
                done[file.path] = file
        return done, pieces


def _is_done(artifact: Artifact, file: GeneratedFile) -> bool:
    """Whether the formatter has nothing to change in what is laid out, as far as is known."""
    return fits(file) if artifact.pieces is None else is_measured(file)


def _joined(parts: Iterable[_Made]) -> _Made:
    """Return all files and digests in one."""
    files: list[GeneratedFile] = []
    rendered: dict[str, str] = {}
    staged: dict[str, bool] = {}
    for part in parts:
        files += part.files
        rendered.update(part.rendered)
        staged.update(part.staged)
    return _Made(tuple(files), rendered, staged=staged)


def _staged(made: _Made, place: Staging | None) -> _Made:
    """Hash what was made, and put it into its place, so that this is done by the process that made it."""
    for file in made.files:
        _ = file.digest
    return replace(made, staged=place.put(made.files)) if place else made


def _take(kind: type[_T], results: Iterator[object]) -> _T:
    """Wait for the next result, which is of that kind."""
    result = next(results)
    assert isinstance(result, kind)  # noqa: S101 -- told by what was begun
    return result


def _manifest(package: Package, diagnostics: tuple[Diagnostic, ...]) -> GeneratedFile:
    said = [
        {"code": one.code, "severity": one.severity, "pointer": one.pointer, "message": one.message}
        for one in diagnostics
    ]
    text = json_lines({**package.manifest, "diagnostics": said})
    return GeneratedFile(f"{package.package}/manifest.json", text)

"""Renders templates with Jinja2.

Values arrive finished (literals, identifiers, comments), so nothing is escaped here: the output is
Python source and Markdown, not HTML. An undefined name is an error, never an empty text.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from jinja2 import (
    BytecodeCache,
    ChoiceLoader,
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    Template,
    TemplateError,
    TemplateSyntaxError,
)

from ..cache import cache_folder
from ..diagnostics import Diagnostic, DiagnosticError, Location, Severity
from ..files import GeneratedFile
from .packs import built_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..files import Artifact


def render(
    artifacts: Iterable[Artifact], templates: Path | None = None
) -> tuple[GeneratedFile, ...]:
    """Render each artifact, in order; templates in ``templates`` go before the built-in ones.

    Raises:
        DiagnosticError: a template of the user's folder is at fault.
    """
    environment = _environment(templates, built_in())
    loaded: dict[str, Template] = {}
    files = []
    for artifact in artifacts:
        try:
            template = loaded.get(artifact.template)
            if template is None:
                template = loaded[artifact.template] = environment.get_template(artifact.template)
            text = template.render(artifact.view)
        except TemplateError as error:
            _blame(error, templates)
        files.append(GeneratedFile(artifact.path, text))
    return tuple(files)


@cache
def _environment(templates: Path | None, pack: Path) -> Environment:
    folders = [folder for folder in (templates, pack) if folder]
    if templates and not templates.is_dir():
        raise DiagnosticError(
            Diagnostic(
                "missing-templates",
                Severity.ERROR,
                "",
                "the folder of templates does not exist",
                "Check `templates` in the configuration.",
                Location(str(templates)),
            )
        )
    return Environment(
        loader=ChoiceLoader([FileSystemLoader(folder) for folder in folders]),
        undefined=StrictUndefined,
        autoescape=False,  # noqa: S701 -- the output is Python source, see the module's docstring
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
        auto_reload=False,
        cache_size=-1,
        bytecode_cache=_bytecode_cache(),
    )


def _bytecode_cache() -> BytecodeCache | None:
    """Return where compiled templates are kept between runs; none where nothing can be written."""
    folder = cache_folder("templates")
    return FileSystemBytecodeCache(str(folder)) if folder else None


def _blame(error: TemplateError, templates: Path | None) -> NoReturn:
    """Raise a diagnostic if the error stands in the user's folder; else it is ours, as it is."""
    place = _place(error, templates) if templates else None
    if place is None:
        raise error
    message = f"the template fails: {error.message or type(error).__name__}"
    hint = "Compare it with the built-in template of the same name."
    diagnostic = Diagnostic("template-error", Severity.ERROR, "", message, hint, place)
    raise DiagnosticError(diagnostic) from error


def _place(error: TemplateError, templates: Path) -> Location | None:
    """Find the last line of a template of the user's that was running, or that does not parse."""
    if isinstance(error, TemplateSyntaxError):
        inside = error.filename and Path(error.filename).is_relative_to(templates)
        return Location(str(error.filename), error.lineno) if inside else None
    place = None
    trace = error.__traceback__
    while trace:
        name = trace.tb_frame.f_code.co_filename
        if Path(name).is_relative_to(templates):
            place = Location(name, trace.tb_lineno)
        trace = trace.tb_next
    return place

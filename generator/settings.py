"""Reads the configuration from TOML: a file of its own, or ``[tool.twinspec]`` of ``pyproject.toml``."""

from __future__ import annotations

import json
import keyword
import os
import re
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, get_args

from .config import EVERYTHING, PAGE_FIELDS, Config, EventChoice, FormatterName, PageChoice
from .diagnostics import Diagnostic, DiagnosticError, Location, Severity
from .frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Build:
    """One package to generate: from which document, where to, and how."""

    spec: str
    output: Path
    config: Config


@dataclass(frozen=True, slots=True)
class Settings:
    """What a configuration file says: the configuration, and the builds it lists."""

    config: Config = field(default_factory=Config)
    builds: tuple[Build, ...] = ()


def read_settings(path: Path | None = None) -> Settings:
    """Read ``path``, or ``[tool.twinspec]`` of the nearest ``pyproject.toml`` if it is ``None``.

    Relative paths in the file are relative to the file.

    Raises:
        DiagnosticError: the file cannot be read, or has an unknown key or a wrong value.
    """
    path = path or _nearest_pyproject()
    if path is None:
        return Settings()
    table = _load(path)
    own = _tool_table(table)
    if own is None:
        own = {} if path.name == "pyproject.toml" else table
    return _Reader(path).settings(own)


def parse_emit(text: str) -> tuple[str, ...]:
    """Split ``models,client``; return the names in canonical order.

    Raises:
        ValueError: a name is unknown, or there is none.
    """
    names = [name.strip() for name in text.split(",") if name.strip()]
    return _canonical_emit(names)


def parse_package(text: str) -> str:
    """Return ``text`` if it can be the name of a package.

    Raises:
        ValueError: it cannot.
    """
    if not (text.isascii() and text.isidentifier()) or keyword.iskeyword(text):
        raise ValueError(f"{text!r} cannot be the name of a Python package")
    return text


def _canonical_emit(names: list[str]) -> tuple[str, ...]:
    for name in names:
        if name not in EVERYTHING:
            raise ValueError(f"{name!r} is none of {', '.join(EVERYTHING)}")
    if not names:
        raise ValueError(f"name at least one of {', '.join(EVERYTHING)}")
    return tuple(name for name in EVERYTHING if name in names)


def _nearest_pyproject() -> Path | None:
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (found := folder / "pyproject.toml").is_file():
            return found
    return None


def _tool_table(table: dict[str, Any]) -> dict[str, Any] | None:
    tool = table.get("tool")
    own = tool.get("twinspec") if isinstance(tool, dict) else None
    return own if isinstance(own, dict) else None


def _fault(path: Path, message: str, line: int | None = None, hint: str = "") -> DiagnosticError:
    place = Location(str(path), line, 1 if line else None)
    return DiagnosticError(
        Diagnostic("bad-configuration", Severity.ERROR, "", message, hint, place)
    )


def _load(path: Path) -> dict[str, Any]:
    import tomllib  # most runs have no configuration

    try:
        return tomllib.loads(path.read_text("utf-8"))
    except tomllib.TOMLDecodeError as error:
        at = re.search(r"line (\d+)", str(error))
        raise _fault(path, f"no TOML: {error}", int(at[1]) if at else None) from None
    except UnicodeDecodeError:
        raise _fault(path, "no TOML: the file is not UTF-8") from None
    except OSError as error:
        raise _fault(path, f"the configuration cannot be read: {error.strerror}") from None


class _Reader:
    """Checks the tables of one file; every error names the file, the line and the key."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def settings(self, table: Mapping[str, Any]) -> Settings:
        rest = dict(table)
        builds = rest.pop("build", [])
        if not isinstance(builds, list) or not all(isinstance(item, dict) for item in builds):
            raise self._wrong("build", "must be a list of tables, [[build]]")
        config = self._config(rest, Config())
        return Settings(config, tuple(self._build(item, config) for item in builds))

    def _build(self, table: Mapping[str, Any], base: Config) -> Build:
        rest = dict(table)
        spec, output = rest.pop("spec", None), rest.pop("output", None)
        if not isinstance(spec, str) or not spec:
            raise self._wrong("build", "each [[build]] needs `spec`, a path or URL")
        if not isinstance(output, str) or not output:
            raise self._wrong("build", "each [[build]] needs `output`, a folder")
        if "://" not in spec:
            spec = str(self._path.parent / spec)
        folder = Path(os.path.normpath(self._path.parent / output))
        return Build(spec, folder, self._config(rest, base))

    def _config(self, table: Mapping[str, Any], base: Config) -> Config:
        values: dict[str, Any] = {}
        for written, value in table.items():
            key = written.replace("-", "_")
            read = _VALUES.get(key)
            if read is None:
                known = ", ".join(f"`{name}`" for name in _VALUES)
                raise self._wrong(written, "is not known", f"Known are {known}, and `build`.")
            try:
                values[key] = read(value)
            except ValueError as error:
                raise self._wrong(written, str(error)) from None
        if values.get("templates") is not None:
            values["templates"] = str(self._path.parent / values["templates"])
        if "streams" in values:
            values["streams"] = {
                key: tuple(self._event_choice(key, *texts) for texts in found)
                for key, found in values["streams"].items()
            }
        return replace(base, **values)

    def _event_choice(self, key: str, header: str, value: str, source: str) -> EventChoice:
        """Read the schema of the events, which is a file, or named by the document if that says so."""
        if not source.endswith(".json"):
            return EventChoice(header, value, source)
        path = self._path.parent / source
        try:
            schema = json.loads(path.read_text("utf-8"))
        except (OSError, ValueError) as error:
            raise self._wrong(key, f"the schema {source} cannot be read: {error}") from None
        if not isinstance(schema, dict):
            raise self._wrong(key, f"{source} is no object, as a JSON Schema is")
        return EventChoice(header, value, str(schema.get("title") or path.stem), schema)

    def _wrong(self, key: str, message: str, hint: str = "") -> DiagnosticError:
        text = self._path.read_text("utf-8")
        at = re.search(rf"^[ \t\[]*[\"']?{re.escape(key)}[\"']?[ \t]*[=\]]", text, re.MULTILINE)
        line = text.count("\n", 0, at.start()) + 1 if at else None
        return _fault(self._path, f"`{key}`: {message}", line, hint)


def _text(value: object) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("must be a text")
    return value


def _flag(value: object) -> bool:
    if not isinstance(value, bool):
        raise ValueError("must be true or false")
    return value


def _emit(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return parse_emit(value)
    if not isinstance(value, list):
        raise ValueError("must be a list of names")
    return _canonical_emit([str(name) for name in value])


def _one_of(*choices: str) -> Callable[[object], str]:
    def read(value: object) -> str:
        if value not in choices:
            raise ValueError(f"must be one of {', '.join(choices)}")
        return str(value)

    return read


def _methods(value: object) -> dict[str, str]:
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise ValueError('must be a table of texts, such as listFiles = "files.list"')
    for call in value.values():
        if not all(part.isidentifier() and not keyword.iskeyword(part) for part in call.split(".")):
            raise ValueError(f"{call!r} is no dotted name such as `files.list`")
    return value


def _pagination(value: object) -> dict[str, PageChoice]:
    if not isinstance(value, dict):
        raise ValueError('must be a table, such as listFiles = { style = "link" }')
    return {str(key): _page_choice(str(key), table) for key, table in value.items()}


def _page_choice(key: str, table: object) -> PageChoice:
    style = table.get("style") if isinstance(table, dict) else None
    if not isinstance(table, dict) or style not in PAGE_FIELDS:
        raise ValueError(f"{key} needs a `style`, one of {', '.join(PAGE_FIELDS)}")
    rest = {name: value for name, value in table.items() if name != "style"}
    first, location = rest.pop("first", 1), rest.pop("location", "query")
    if isinstance(first, bool) or not isinstance(first, int):
        raise ValueError(f"`first` of {key} must be a number")
    places = ("query", "header", "body") if style == "cursor" else ("query", "body")
    if location not in places:
        raise ValueError(f"`location` of {key} must be {' or '.join(places)}")
    known = ("items", *PAGE_FIELDS[style])
    for name, text in rest.items():
        if name not in known or not isinstance(text, str):
            raise ValueError(f"{key} takes texts called {', '.join(known)}, not `{name}`")
    items = rest.pop("items", None)
    return PageChoice(style, items, rest, location, first)


def _streams(value: object) -> dict[str, list[tuple[str, str, str]]]:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for key, headers in value.items() if isinstance(value, dict) else [("", None)]:
        for header, values in headers.items() if isinstance(headers, dict) else [("", None)]:
            if not isinstance(values, dict) or not all(isinstance(x, str) for x in values.values()):
                raise ValueError(
                    'must say by operation and header what the events are: x.X-Format = { a = "a.json" }'
                )
            rows = [(str(header), str(text), source) for text, source in values.items()]
            found.setdefault(str(key), []).extend(rows)
    return found


_VALUES: dict[str, Callable[[object], object]] = {
    "package": lambda value: parse_package(_text(value)),
    "emit": _emit,
    "formatter": _one_of(*get_args(FormatterName)),
    "model_backend": _one_of("twinspec", "dcg"),
    "methods": _methods,
    "pagination": _pagination,
    "streams": _streams,
    "templates": _text,
    "strict": _flag,
    "allow_remote": _flag,
}

"""The plan of ``models/``: one module a circle of schemas, and the lazy ``__init__``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...files import Artifact
from ...ir.schemas import ObjectSchema
from .annotations import FieldWriter
from .defaults import default_text
from .fields import (
    described,
    field_names,
    is_read_only,
    is_write_only,
    said_of,
    with_docstring,
)
from .imports import Imports, member_key, natural
from .literals import LINE_LENGTH, docstring, literal
from .model_layout import assignment, declaration
from .model_names import ModelNames, name_models
from .model_views import AliasView, ClassView
from .params import plan_params

if TYPE_CHECKING:
    from ...ir.schemas import SchemaId
    from .lowering import Lowering, TypedProperty
    from .model_modules import ModelModule

__all__ = ["ModelNames", "class_pointers", "model_manifest", "name_models", "plan_models"]

_RUNTIME = "._runtime.models"


def plan_models(lowering: Lowering, names: ModelNames, header: str) -> tuple[Artifact, ...]:
    """Plan ``models/*.py``, ``models/__init__.py`` and ``params.py``; paths count from the package.

    ``header`` is the first line of every file, a finished comment.
    """
    modules = [_module(module, lowering, names, header) for module in names.modules]
    return (*modules, plan_index(names, header), *plan_params(lowering, names, header))


def model_manifest(lowering: Lowering, names: ModelNames) -> list[dict[str, str]]:
    """Return which model came of which schema: ``{"pointer": ..., "name": ...}``."""
    return [
        {"pointer": lowering.wrapped.get(key, key), "name": name}
        for key, name in names.classes.items()
    ]


def class_pointers(lowering: Lowering, names: ModelNames) -> tuple[tuple[str, str], ...]:
    """Return the name of each class with the pointer of its schema."""
    return tuple(
        (name, lowering.wrapped.get(key, key))
        for key, name in names.classes.items()
        if names.is_class(key)
    )


def _module(module: ModelModule, lowering: Lowering, names: ModelNames, header: str) -> Artifact:
    imports = Imports(depth=1, folder="models")
    definitions: list[ClassView | AliasView] = []
    said = _said_of_fields(module, lowering)
    for key in module.members:
        if names.is_class(key):
            definitions.append(_class(key, lowering, names, imports))
        else:
            shared = said if not lowering.is_named(key) else frozenset[str]()
            definitions.append(_alias(key, module, lowering, names, imports, shared))
    view = {"header": header, "imports": imports.runtime_lines, "definitions": definitions}
    return Artifact(f"models/{module.name}.py", "models/module.py.jinja", view, laid_out=True)


def _class(key: SchemaId, lowering: Lowering, names: ModelNames, imports: Imports) -> ClassView:
    definition = lowering.schemas[key]
    writer = FieldWriter(key, names, imports)
    imports.add(_RUNTIME, "Model")
    fields = lowering.fields(key)
    is_sent = names.param_name(key) is not None
    attributes = field_names([field.property.name for field in fields], names.exported)
    views = tuple(
        with_docstring(
            (
                _required(field, name, writer, lowering, is_sent=is_sent)
                if field.property.required
                else _optional(key, field, name, writer, lowering)
            ),
            field.property,
            lowering,
        )
        for field, name in zip(fields, attributes, strict=True)
    )
    keywords = ""
    if extras := lowering.extras(key):
        keywords += f", extras={writer.alias(extras)}"
    if isinstance(definition.schema, ObjectSchema) and definition.schema.any_type:
        keywords += ", any_type=True"
    return ClassView(
        names.class_name(key),
        docstring(described(definition.schema, lowering), 4),
        views,
        keywords,
    )


def _required(
    field: TypedProperty, name: str, writer: FieldWriter, lowering: Lowering, *, is_sent: bool
) -> str:
    """Declare a required field; of one that only one side sees, the other demands nothing."""
    item = field.property
    wire_name = item.name if item.name != name else None
    if is_sent and is_read_only(item, lowering):
        annotation = writer.field(field.type, optional=False, wire_name=wire_name)
        return declaration(name, annotation, writer.import_(_RUNTIME, "read_only"))
    seen = not is_write_only(item, lowering)
    mark = "" if seen else writer.import_(_RUNTIME, "write_only")
    annotation = writer.field(field.type, optional=False, wire_name=wire_name, mark=mark)
    return declaration(name, annotation)


def _optional(
    key: SchemaId, field: TypedProperty, name: str, writer: FieldWriter, lowering: Lowering
) -> str:
    """Declare a field that may be left out; it then is the document's default, or ``None``."""
    item = field.property
    wire_name = item.name if item.name != name else None
    default = default_text(key, field, lowering, writer.imports)
    annotation = writer.field(field.type, optional=default is None, wire_name=wire_name)
    return declaration(name, annotation, default or "None")


def _alias(
    key: SchemaId,
    module: ModelModule,
    lowering: Lowering,
    names: ModelNames,
    imports: Imports,
    said: frozenset[str],
) -> AliasView:
    name = names.class_name(key)
    value = FieldWriter(key, names, imports).alias(lowering.alias_type(key))
    if key in module.recursive:
        made = imports.add("typing_extensions", "TypeAliasType")
        value = f"{made}({literal(name)}, {value})"
    schema = lowering.schemas[key].schema
    text = "" if schema.annotations.description in said else described(schema, lowering)
    return AliasView(assignment(name, value), docstring(text, 0))


def _said_of_fields(module: ModelModule, lowering: Lowering) -> frozenset[str]:
    """Return what fields say, where an alias of something written in place could say it again."""
    if all(lowering.is_class(key) or lowering.is_named(key) for key in module.members):
        return frozenset()
    classes = [key for key in module.members if lowering.is_class(key)]
    fields = (field for key in classes for field in lowering.fields(key))
    return frozenset(filter(None, (said_of(field.property, lowering) for field in fields)))


def plan_index(names: ModelNames, header: str) -> Artifact:
    """Plan ``models/__init__.py``: names resolved when first used (PEP 562)."""
    listed = sorted(names.classes.items(), key=lambda item: item[1])
    view = {
        "header": header,
        "names": [(name, names.module(key)) for key, name in listed],
        "imports": [
            line
            for module in sorted(names.modules, key=lambda module: natural(module.name))
            for name in sorted(map(names.class_name, module.members), key=member_key)
            for line in _reexport(module.name, name)
        ],
    }
    # An empty list would stand on one line. What is too long is a name, twice, that nothing makes shorter.
    path, template = "models/__init__.py", "models/package.py.jinja"
    return Artifact(path, template, view, laid_out=bool(listed), pieces=())


def _reexport(module: str, name: str) -> list[str]:
    line = f"from .{module} import {name} as {name}"
    if len(line) + 4 <= LINE_LENGTH:
        return [line]
    return [f"from .{module} import (", f"    {name} as {name},", ")"]

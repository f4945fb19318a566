"""The plan of ``params.py``: typed dictionaries for what callers nest into arguments.

Their keys are wire names: such a dictionary is JSON and is sent as it is.
"""

from __future__ import annotations

import keyword
from typing import TYPE_CHECKING

from ...analyze.usage import is_read_only
from ...files import Artifact
from .annotations import Place, annotate
from .fields import described, with_docstring
from .imports import Imports
from .literals import docstring, literal
from .model_layout import declaration, needs_union, quoted_alias
from .model_views import AliasView, DictView

if TYPE_CHECKING:
    from ...ir.schemas import SchemaId
    from .lowering import Lowering, TypedProperty
    from .model_names import ModelNames

# What annotations of this module name: a key called so would hide it from the keys after it.
_USED = frozenset(
    [
        "bool",
        "bytes",
        "date",
        "datetime",
        "dict",
        "float",
        "int",
        "list",
        "models",
        "str",
        "tuple",
        "None",
        "Any",
        "Literal",
        "Mapping",
        "Required",
        "Sequence",
    ]
)


def plan_params(lowering: Lowering, names: ModelNames, header: str) -> tuple[Artifact, ...]:
    """Plan ``params.py``; nothing if no argument nests an object."""
    if not names.params:
        return ()
    imports = Imports(depth=0)
    imports.add("typing", "TypedDict")
    definitions = [
        (
            _dictionary(key, lowering, names, imports)
            if names.is_class(key)
            else _alias(key, lowering, names, imports)
        )
        for key, _ in sorted(names.params.items(), key=lambda item: item[1])
    ]
    typing_imports = imports.typing_lines
    if typing_imports:
        imports.add("typing", "TYPE_CHECKING")
    view = {
        "header": header,
        "imports": imports.runtime_lines,
        "typing_imports": typing_imports,
        "definitions": definitions,
        "names": sorted(names.params.values()),
    }
    return (Artifact("params.py", "models/params.py.jinja", view),)


def _dictionary(key: SchemaId, lowering: Lowering, names: ModelNames, imports: Imports) -> DictView:
    fields = [
        field
        for field in lowering.fields(key)
        if not is_read_only(field.property.schema, declared=field.property.annotations.read_only)
    ]
    name = names.params[key]
    if not all(_is_key(field.property.name) for field in fields):
        entries = ", ".join(
            f"{literal(field.property.name)}: {literal(_value(field, names, imports))}"
            for field in fields
        )
        statement = f"{name} = TypedDict({literal(name)}, {{{entries}}}, total=False)"
        return DictView(name, "", (), statement)
    views = tuple(
        with_docstring(
            declaration(field.property.name, _value(field, names, imports)),
            field.property,
            lowering,
        )
        for field in fields
    )
    text = described(lowering.schemas[key].schema, lowering)
    return DictView(name, docstring(text, 4), views)


def _value(field: TypedProperty, names: ModelNames, imports: Imports) -> str:
    text = annotate(field.type, Place.PARAM, names, imports)
    if not field.property.required:
        return text
    return f"{imports.add('typing', 'Required')}[{text}]"


def _is_key(name: str) -> bool:
    """Whether a key can be written as an attribute of a class."""
    return (
        name.isidentifier()
        and name.isascii()
        and not keyword.iskeyword(name)
        and not name.startswith("__")
        and name not in _USED
    )


def _alias(key: SchemaId, lowering: Lowering, names: ModelNames, imports: Imports) -> AliasView:
    imports.add("typing", "TypeAlias")
    text = annotate(lowering.alias_type(key), Place.PARAM, names, imports)
    if needs_union(names.params[key], text):
        imports.add("typing", "Union")
    return AliasView(quoted_alias(names.params[key], text), "")

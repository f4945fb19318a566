"""The optional model backend: datamodel-code-generator writes the classes, under the names planned here.

All models then stand in one module, ``models/generated.py``. Only the public function of the library
is used; it gets a document of the lowered types, so both backends agree on what is a model.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, assert_never

from ...diagnostics import Diagnostic, DiagnosticError, Severity
from ...files import GeneratedFile
from .model_modules import ModelModule
from .models import plan_index
from .params import plan_params
from .types import (
    BOOL,
    BYTES,
    DATE,
    DATETIME,
    FLOAT,
    INT,
    NONE,
    STR,
    DictOf,
    Generated,
    JsonTextOf,
    ListOf,
    LiteralOf,
    Symbol,
    TupleOf,
    UnionOf,
)

if TYPE_CHECKING:
    from ...files import Artifact
    from ...ir.schemas import SchemaId
    from .lowering import Lowering
    from .model_names import ModelNames
    from .types import PyType

_MODULE = "generated"
_PACKAGE = "package_of_the_models"  # stands for the generated package, whose name does not matter
_COMPONENTS = "#/components/schemas/"

_SCALARS: dict[PyType, dict[str, Any]] = {
    STR: {"type": "string"},
    BYTES: {"type": "string", "format": "binary"},
    INT: {"type": "integer"},
    FLOAT: {"type": "number"},
    BOOL: {"type": "boolean"},
    NONE: {"type": "null"},
    DATETIME: {"type": "string", "format": "date-time"},
    DATE: {"type": "string", "format": "date"},
}


def plan_models_dcg(
    lowering: Lowering, names: ModelNames, header: str
) -> tuple[tuple[Artifact, ...], tuple[GeneratedFile, ...]]:
    """Plan ``models/__init__.py`` and ``params.py``, and write ``models/generated.py``.

    Raises:
        DiagnosticError: datamodel-code-generator is not installed or cannot read the schemas.
    """
    keys = tuple(names.classes)
    module = ModelModule(_MODULE, keys, tuple(range(len(keys))), frozenset())
    moved = replace(
        names,
        modules=(module,),
        places={key: (_MODULE, position) for position, key in enumerate(keys)},
    )
    files = (GeneratedFile(f"models/{_MODULE}.py", _written(lowering, names, header)),)
    return (plan_index(moved, header), *plan_params(lowering, moved, header)), files


def _written(lowering: Lowering, names: ModelNames, header: str) -> str:
    try:
        from datamodel_code_generator import Error, generate
        from datamodel_code_generator.enums import DataModelType, InputFileType
        from datamodel_code_generator.format import Formatter, PythonVersion
        from datamodel_code_generator.parser import LiteralType
    except ImportError as error:
        raise _fault(
            "datamodel-code-generator is not installed", "Install twinspec[dcg]."
        ) from error
    document = {
        "openapi": "3.1.0",
        "info": {"title": "models", "version": "1"},
        "paths": {},
        "components": {
            "schemas": {
                name: _definition(key, lowering, names) for key, name in names.classes.items()
            }
        },
    }
    try:
        text = generate(
            document,
            input_file_type=InputFileType.OpenAPI,
            output_model_type=DataModelType.PydanticV2BaseModel,
            base_class=f"{_PACKAGE}._runtime.models.Model",
            custom_class_name_generator=lambda name: name,
            custom_file_header=header,
            enum_field_as_literal=LiteralType.All,
            formatters=[Formatter.BUILTIN],
            snake_case_field=True,
            target_python_version=PythonVersion.PY_311,
            use_schema_description=True,
            use_type_alias=True,
        )
    except Error as error:
        raise _fault(str(error), "Use the built-in backend: model_backend = 'twinspec'.") from error
    if not isinstance(text, str):
        raise _fault("datamodel-code-generator wrote no single module", "Use the built-in backend.")
    return text.replace(f"from {_PACKAGE}.", "from ..")


def _fault(message: str, hint: str) -> DiagnosticError:
    return DiagnosticError(Diagnostic("model-backend", Severity.ERROR, "", message, hint))


def _definition(key: SchemaId, lowering: Lowering, names: ModelNames) -> dict[str, Any]:
    """Return the JSON Schema of one class or alias."""
    description = lowering.schemas[key].schema.annotations.description
    if not names.is_class(key):
        return {**_schema(lowering.alias_type(key), names), "description": description}
    fields = lowering.fields(key)
    return {
        "type": "object",
        "description": description,
        "properties": {field.property.name: _schema(field.type, names) for field in fields},
        "required": [field.property.name for field in fields if field.property.required],
    }


def _schema(kind: PyType, names: ModelNames) -> dict[str, Any]:
    """Return the JSON Schema of a type."""
    match kind:
        case Symbol():
            return dict(_SCALARS.get(kind, {}))
        case Generated(id=key):
            return {"$ref": f"{_COMPONENTS}{names.class_name(key)}"}
        case ListOf(item=item):
            return {"type": "array", "items": _schema(item, names)}
        case DictOf(value=value):
            return {"type": "object", "additionalProperties": _schema(value, names)}
        case TupleOf(items=items):
            return {
                "type": "array",
                "prefixItems": [_schema(item, names) for item in items],
                "minItems": len(items),
                "maxItems": len(items),
            }
        case LiteralOf(values=values, open=is_open):
            listed = {"enum": list(values)}
            texts = is_open and all(isinstance(value, str) for value in values)
            return {"anyOf": [listed, {"type": "string"}]} if texts else listed
        case JsonTextOf():
            return {"type": "string"}
        case UnionOf(members=members):
            return {"anyOf": [_schema(member, names) for member in members]}
        case _:
            assert_never(kind)

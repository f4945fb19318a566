"""What a server reads of a document, without generating a package: operations with their own names."""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from generator.analyze.streaming import streaming
from generator.targets.python.operations_table import operations_table

if TYPE_CHECKING:
    from generator.ir.api import Api


def served_operations(api: Api) -> Any:
    """Return the content of ``operations.json`` with operation ids as call names."""
    methods = []
    for operation in api.operations:
        told = streaming(operation, api)
        methods.append(
            SimpleNamespace(
                operation=operation,
                arguments=(),
                call=operation.operation_id,
                terminator=told.terminator if told else "",
                switch=told.switch.name if told and told.switch else "",
            )
        )
    table: Any = operations_table(api, methods)  # type: ignore[arg-type] # of Method only these
    return json.loads(json.dumps(table))

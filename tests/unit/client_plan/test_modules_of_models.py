"""Inline models of an operation without an id stand in a module of this operation."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable


def test_each_operation_has_a_module(plan: Callable[..., Any]) -> None:
    size = {"type": "object", "properties": {"size": {"type": "integer"}}}
    answer = {"200": {"description": "", "content": {"application/json": {"schema": size}}}}
    planned = plan(
        {"/files": {"get": {"responses": answer}}, "/files/{id}": {"get": {"responses": answer}}}
    )
    assert "class GetFilesResponse" in planned.file("api/models/get_files.py")
    assert "class GetFilesIdResponse" in planned.file("api/models/get_files_id.py")

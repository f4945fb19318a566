"""The tests that projects ship are Python whatever letters a document's examples have."""

from __future__ import annotations

import ast

from generated_texts import file_of


def test_a_form_of_other_letters_is_one_literal() -> None:
    fields = {
        "name": {"type": "string", "example": "مائة"},
        "unit": {"type": "string", "example": "m"},
    }
    schema = {"type": "object", "required": ["name", "unit"], "properties": fields}
    content = {"multipart/form-data": {"schema": schema}}
    operation = {
        "operationId": "convert",
        "requestBody": {"required": True, "content": content},
        "responses": {"204": {"description": "Done"}},
    }
    text = file_of({"/convert": {"post": operation}}, "tests/test_requests.py")
    encoded = [
        node.func.value
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "encode"
    ]
    assert any(isinstance(one, ast.Constant) and "مائة\r\n" in one.value for one in encoded)

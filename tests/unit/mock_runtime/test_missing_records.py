"""What is said of a record that is not there."""

from __future__ import annotations

from typing import Any

import httpx2


def test_it_is_called_by_the_name_of_its_collection(prepare: Any) -> None:
    shop = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
    every = {"content": {"application/json": {"schema": {"type": "array", "items": shop}}}}
    one = {"content": {"application/json": {"schema": shop}}}

    def reads(name: str, *parameters: str, answer: Any = every) -> dict[str, Any]:
        given = [
            {"name": one, "in": "path", "required": True, "schema": {"type": "string"}}
            for one in parameters
        ]
        responses = {"200": {"description": "", **answer}}
        return {"get": {"operationId": name, "parameters": given, "responses": responses}}

    paths = {
        "/shops": reads("all"),
        "/shops/{owner}": reads("some", "owner"),
        "/shops/{owner}/{shopId}": reads("one", "owner", "shopId", answer=one),
    }
    prepared = prepare({"openapi": "3.1.0", "info": {"title": "t", "version": "1"}, "paths": paths})
    assert "shops.2" in prepared.behaviour.resources
    with httpx2.Client(transport=prepared.mock().transport(), base_url="http://x") as http:
        answer = http.get("/shops/kim/unknown")
        assert answer.status_code == 404
        assert answer.json()["detail"] == "There is no shop 'unknown'."

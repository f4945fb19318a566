"""The bookshop mock: records inside records, unions, what only requests show, header fields."""

from __future__ import annotations

from typing import Any

PRICE = {"amount": "14.90", "currency": "EUR"}
BOOK = {
    "kind": "book",
    "title": "The Harbour",
    "price": PRICE,
    "isbn": "9783161484100",
    "author_ids": ["7c9e6679-7425-40de-944b-e07fc1f90ae7"],
    "pages": 320,
}
MAGAZINE = {"kind": "magazine", "title": "Inkwell", "price": PRICE, "issue": 7}


def _order(shop: Any, *items: dict[str, Any], **headers: str) -> Any:
    body = {"items": list(items), "email": "a@b.example", "payment_token": "t"}
    return shop("POST", "/orders", 201, json=body, headers=headers)


def _line(number: int) -> dict[str, Any]:
    return {"publication_id": f"1b671a64-40d5-491e-99b0-da01ff1f334{number}", "quantity": number}


def test_the_lines_of_an_order_get_ids_of_their_own(shop: Any) -> None:
    made = _order(shop, _line(1), _line(2), _line(3))
    lines = made["items"]
    assert [line["quantity"] for line in lines] == [1, 2, 3]
    assert len({line["id"] for line in lines}) == 3
    assert shop("GET", f"/orders/{made['id']}")["items"] == lines


def test_a_line_is_replaced_and_removed_within_its_order(shop: Any) -> None:
    made = _order(shop, _line(1), _line(2))
    other = _order(shop, _line(3))
    first, second = made["items"]
    place = f"/orders/{made['id']}/items/{first['id']}"
    changed = shop("PUT", place, json={**_line(1), "quantity": 9})
    assert (changed["id"], changed["quantity"]) == (first["id"], 9)
    assert shop("GET", f"/orders/{made['id']}")["items"] == [changed, second]
    shop("DELETE", place, 204)
    shop("DELETE", place, 404)
    shop("PUT", place, 404, json=_line(1))
    assert shop("GET", f"/orders/{made['id']}")["items"] == [second]
    assert shop("GET", f"/orders/{other['id']}")["items"] == other["items"]


def test_what_an_order_contains_is_not_removed(shop: Any) -> None:
    book = shop("POST", "/publications", 201, json=BOOK)
    made = _order(shop, {"publication_id": book["id"]})
    shop("DELETE", f"/publications/{book['id']}", 409)
    shop("DELETE", f"/orders/{made['id']}/items/{made['items'][0]['id']}", 204)
    shop("DELETE", f"/publications/{book['id']}", 204)


def test_lines_survive_a_snapshot(shop: Any) -> None:
    made = _order(shop, _line(1))
    kept = shop.mock.snapshot()
    shop("DELETE", f"/orders/{made['id']}/items/{made['items'][0]['id']}", 204)
    shop.mock.restore(kept)
    assert shop("GET", f"/orders/{made['id']}") == made


def test_a_record_has_the_properties_of_one_kind(shop: Any) -> None:
    book = shop("POST", "/publications", 201, json=BOOK)
    magazine = shop("POST", "/publications", 201, json=MAGAZINE)
    assert (book["kind"], book["pages"]) == ("book", 320)
    assert magazine["issue"] == 7
    assert not {"isbn", "pages", "narrators"} & magazine.keys()
    turned = shop("PUT", f"/publications/{book['id']}", json=MAGAZINE)
    assert (turned["id"], turned["kind"], turned["issue"]) == (book["id"], "magazine", 7)
    assert not {"isbn", "pages"} & turned.keys()
    assert shop("GET", f"/publications/{book['id']}") == turned


def test_a_patch_keeps_the_kind(shop: Any) -> None:
    made = shop("POST", "/publications", 201, json=MAGAZINE)
    headers = {"content-type": "application/merge-patch+json"}
    place = f"/publications/{made['id']}"
    changed = shop("PATCH", place, json={"title": "Quill"}, headers=headers)
    assert changed == {**made, "title": "Quill"}


def test_no_response_shows_what_is_write_only(shop: Any) -> None:
    made = shop("POST", "/publications", 201, json={**BOOK, "purchase_price": PRICE})
    assert "purchase_price" not in made
    assert "purchase_price" not in shop("GET", "/publications")["items"][-1]
    assert "payment_token" not in _order(shop, _line(1))


def test_a_key_used_for_another_request_is_a_conflict_where_that_is_declared(shop: Any) -> None:
    key = {"idempotency-key": "order-0001"}
    made = _order(shop, _line(1), **key)
    assert _order(shop, _line(1), **key) == made
    body = {"items": [_line(2)], "email": "a@b.example", "payment_token": "t"}
    shop("POST", "/orders", 409, json=body, headers=key)


def test_declared_header_fields_are_filled(shop: Any) -> None:
    files = {"file": ("books.csv", b"isbn;title", "text/csv")}
    made = shop.http.post("/imports", files=files)
    assert made.status_code == 202
    assert made.headers["location"] == f"/imports/{made.json()['id']}"
    assert made.headers["retry-after"] == "0"


def test_no_bytes_are_an_empty_file(shop: Any) -> None:
    made = shop("POST", "/publications", 201, json=BOOK)
    place = f"/publications/{made['id']}/cover"
    headers = {"content-type": "application/octet-stream"}
    assert shop.http.put(place, content=b"", headers=headers).is_success
    assert shop.http.put(place, content=b"").status_code == 422

"""Routing: templates, prefixes, methods, and the odd paths that documents hold."""

from __future__ import annotations

import pytest
from twin.server._runtime.router import Found, NotRouted, Router


def _find(router: Router[str], method: str, path: str, query: str = "") -> str:
    found = router.find(method, path, query)
    assert isinstance(found, Found)
    return found.target


def test_concrete_paths_come_before_templated_ones() -> None:
    router: Router[str] = Router()
    router.add("GET", "/models/{id}", "get")
    router.add("GET", "/models/catalog", "catalog")
    router.add("PATCH", "/models/{id}", "update")
    assert _find(router, "GET", "/models/catalog") == "catalog"
    assert _find(router, "GET", "/models/other") == "get"
    assert router.find("PATCH", "/models/catalog") == NotRouted(("GET", "HEAD", "OPTIONS"))


def test_methods_in_their_own_case() -> None:
    router: Router[str] = Router()
    router.add("Copy", "/a", "one")
    router.add("COPY", "/a", "other")
    router.add("Link", "/a", "link")
    assert [_find(router, method, "/a") for method in ("Copy", "COPY")] == ["one", "other"]
    assert _find(router, "LINK", "/a") == "link"  # as an ASGI server may tell it
    assert router.find("GET", "/a") == NotRouted(("Copy", "COPY", "Link", "OPTIONS"))


def test_several_placeholders_in_a_segment() -> None:
    router: Router[str] = Router()
    router.add("GET", "/a/{x}.{y}", "pair")
    router.add("POST", "/a/{id}:cancel", "cancel")
    router.add("GET", "/a/{id}", "one")
    found = router.find("GET", "/a/report.pdf")
    assert found == Found("pair", {"x": "report", "y": "pdf"})
    assert router.find("POST", "/a/7:cancel") == Found("cancel", {"id": "7"})
    assert _find(router, "GET", "/a/plain") == "one"


def test_encoded_slashes_stay_in_their_segment() -> None:
    router: Router[str] = Router()
    router.add("GET", "/repos/{owner}/{path}", "file")
    found = router.find("GET", "/repos/me/a%2Fb")
    assert found == Found("file", {"owner": "me", "path": "a%2Fb"})


def test_reserved_placeholders_take_slashes() -> None:
    router: Router[str] = Router()
    router.add("GET", "/v1/{+name}", "get")
    router.add("POST", "/v1/{+name}:undelete", "undelete")
    assert router.find("GET", "/v1/projects/p/keys/k") == Found(
        "get", {"+name": "projects/p/keys/k"}
    )
    assert _find(router, "POST", "/v1/projects/p:undelete") == "undelete"


def test_what_a_path_spells_out_is_no_part_of_a_reserved_placeholder() -> None:
    router: Router[str] = Router()
    router.add("DELETE", "/v1/{+name}", "delete")
    router.add("GET", "/v1/{+parent}/keys", "list")
    router.add("POST", "/v1/{+name}:undelete", "undelete")
    assert router.find("DELETE", "/v1/projects/p/keys") == NotRouted(("GET", "HEAD", "OPTIONS"))
    assert router.find("DELETE", "/v1/projects/p:undelete") == NotRouted(("POST", "OPTIONS"))
    assert _find(router, "GET", "/v1/projects/p/keys") == "list"
    assert _find(router, "DELETE", "/v1/projects/p/keys/k") == "delete"
    assert _find(router, "DELETE", "/v1/keys") == "delete"


def test_a_name_may_be_spelled_like_another_path_that_ends_with_a_placeholder() -> None:
    router: Router[str] = Router()
    router.add("DELETE", "/v1/{+name}", "delete")
    router.add("GET", "/v1/zones/{zone}/keys/{key}", "get")
    router.add("POST", "/v1/zones/{zone}/keys/{key}/copy", "copy")
    assert _find(router, "DELETE", "/v1/zones/z/keys/k") == "delete"
    assert router.find("DELETE", "/v1/zones/z/keys/k/copy") == NotRouted(("POST", "OPTIONS"))


def test_prefixes_of_servers_are_optional() -> None:
    router: Router[str] = Router(["/v1", "/"])
    router.add("GET", "/files", "list")
    assert _find(router, "GET", "/files") == "list"
    assert _find(router, "GET", "/v1/files") == "list"
    assert router.find("GET", "/v2/files") == NotRouted()


@pytest.mark.parametrize("path", ["/files", "/files/"])
def test_a_trailing_slash_does_not_matter(path: str) -> None:
    router: Router[str] = Router()
    router.add("GET", "/files", "list")
    assert _find(router, "GET", path) == "list"


def test_a_declared_trailing_slash_is_exact() -> None:
    router: Router[str] = Router()
    router.add("GET", "/files/", "slashed")
    router.add("GET", "/files", "plain")
    assert _find(router, "GET", "/files/") == "slashed"
    assert _find(router, "GET", "/files") == "plain"


def test_queries_in_paths_tell_operations_apart() -> None:
    router: Router[str] = Router()
    router.add("POST", "/x", "plain")
    router.add("POST", "/x?action=start", "start")
    router.add("POST", "/x?action=stop", "stop")
    assert _find(router, "POST", "/x", "action=stop&a=1") == "stop"
    assert _find(router, "POST", "/x", "action=start") == "start"
    assert _find(router, "POST", "/x") == "plain"


def test_fragments_are_told_by_header() -> None:
    router: Router[str] = Router()
    router.add("POST", "/#X-Target=Db.Put", "put")
    router.add("POST", "/#X-Target=Db.Get", "get")
    found = router.find("POST", "/", "", {"X-Target": "Db.Get"}.get)
    assert isinstance(found, Found)
    assert found.target == "get"


def test_head_is_served_by_get_and_allow_names_every_method() -> None:
    router: Router[str] = Router()
    router.add("GET", "/a/{x}", "get")
    router.add("DELETE", "/a/{y}", "delete")
    assert _find(router, "HEAD", "/a/1") == "get"
    assert router.find("PUT", "/a/1") == NotRouted(("GET", "DELETE", "HEAD", "OPTIONS"))
    assert router.find("GET", "/b") == NotRouted()


def test_a_more_concrete_path_hides_the_methods_of_others() -> None:
    router: Router[str] = Router()
    router.add("DELETE", "/models/{model}/sets/{set}", "delete")
    router.add("POST", "/models/{model}/sets/batch", "batch")
    assert _find(router, "DELETE", "/models/1/sets/2") == "delete"
    assert router.find("DELETE", "/models/1/sets/batch") == NotRouted(("POST", "OPTIONS"))


def test_paths_as_concrete_as_each_other_share_their_methods() -> None:
    router: Router[str] = Router()
    router.add("GET", "/{kind}/first", "first")
    router.add("POST", "/books/{id}", "book")
    assert _find(router, "GET", "/books/first") == "first"
    assert _find(router, "POST", "/books/first") == "book"


def test_placeholders_that_touch_are_told_apart_by_the_values_of_one() -> None:
    router: Router[str] = Router()
    listed = {"ext": frozenset({".json", ".xml", ".a b"})}
    router.add("GET", "/updates/{id}{ext}", "get", lambda: listed)
    assert router.find("GET", "/updates/a.b.json") == Found("get", {"id": "a.b", "ext": ".json"})
    assert router.find("GET", "/updates/7.a%20b") == Found("get", {"id": "7", "ext": ".a%20b"})
    assert router.find("GET", "/updates/7.csv") == NotRouted()


def test_a_concrete_path_hides_no_value_that_is_listed() -> None:
    router: Router[str] = Router()
    router.add("GET", "/{id}/services/{name}", "get", lambda: {"name": frozenset({"mail"})})
    router.add("PUT", "/{id}/services/mail", "put mail")
    router.add("PUT", "/{id}/services/chat", "put chat")
    assert _find(router, "GET", "/7/services/mail") == "get"
    assert _find(router, "PUT", "/7/services/mail") == "put mail"
    assert router.find("GET", "/7/services/chat") == NotRouted(("PUT", "OPTIONS"))
    assert router.find("DELETE", "/7/services/mail") == NotRouted(("PUT", "OPTIONS"))

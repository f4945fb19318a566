"""Which call an operation becomes: as a careful person would name it, and never twice the same."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.config import Config

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[3]
LIST = {"type": "array", "items": {"type": "string"}}
FINE = {"responses": {"200": {"description": "Fine."}}}


@pytest.mark.parametrize(
    ("request_line", "operation_id", "tag", "expected"),
    [
        ("GET /v1/files", "listFiles", "Files", "files.list"),
        ("GET /v1/files/{file_id}", "getFile", "Files", "files.get"),
        ("POST /v1/chats", "createOrContinueChat", "Chats", "chats.create_or_continue"),
        (
            "GET /v1/models/catalog",
            "listSystemModelCatalog",
            "Models",
            "models.list_system_catalog",
        ),
        ("GET /v1/models/{id}/datasets", "listModelDatasets", "Models", "models.datasets.list"),
        (
            "POST /v1/models/{id}/datasets",
            "associateDatasetWithModel",
            "Models",
            "models.datasets.associate",
        ),
        ("POST /v1/files/{id}/associations", "associateFile", "Files", "files.associate"),
        ("POST /v1/files/{id}/reprocess", "reprocessFile", "Files", "files.reprocess"),
        ("GET /v1/health/liveness", "livenessCheck", "Health", "health.liveness_check"),
        (
            "DELETE /v1/system-prompts/{id}/particles/{particle_id}",
            "removeParticleFromSystemPrompt",
            "System Prompts",
            "system_prompts.particles.remove",
        ),
        ("GET /orgs/{org}/repos", "repos/list-for-org", "repos", "repos.list_for_org"),
        ("GET /orgs/{org}/repos", "repos.list_for_org", "repos", "repos.list_for_org"),
        ("GET /users/{username}", "users/get-by-username", "users", "users.get_by_username"),
        ("GET /pets", "PetController_findAll", "Pets", "pets.find_all"),
        ("GET /vms", "VirtualMachines_List", "Compute", "compute.list_virtual_machines"),
        ("GET /api/v1/pets/{pet_id}", "get_pet_api_v1_pets__pet_id__get", "", "pets.get"),
        ("GET /users/{userId}", "get-users-userId", "", "users.get"),
        ("GET /api/users/{id}", "ApiUsersIdGet", "Users", "users.get"),
        ("GET /pet/{petId}", "getPetById", "pet", "pet.get"),
        ("POST /invites/{code}", "invite_revoke", "invites", "invites.revoke"),
        ("GET /lists", "listLists", "lists", "lists.list"),
        ("POST /quotes", "Quote_Post", "Quote", "quote.create"),
        ("POST /variables", "post_variables", "Variable", "variable.create"),
        ("POST /invoices/{id}/post", "postInvoice", "Invoices", "invoices.post"),
        ("POST /", "post", "Root", "root.create"),
        ("PATCH /variables/{key}", "patch_variable", "Variable", "variable.patch"),
        ("POST /chat/completions", "createChatCompletion", "Chat", "chat.completions.create"),
        ("GET /jobs/{id}/runs/{run}", "getJobRun", "Jobs", "jobs.runs.get"),
        (
            "GET /tuning/jobs/{id}/events",
            "listTuningJobEvents",
            "Tuning",
            "tuning.jobs.events.list",
        ),
        ("GET /audio/voices", "", "", "audio.voices.list"),
        ("GET /pets/categories", "listPetCategories", "Pets", "pets.list_categories"),
        ("GET /usage/costs", "usageCosts", "Usage", "usage.costs"),
        ("POST /v1/{name}:cancel", "operations.cancel", "operations", "operations.cancel"),
        ("GET /datasets/{id}", "getDataset", "dataset-controller", "dataset.get"),
        ("GET /models/{id}/datasets", "listModelDatasets", "Datasets", "datasets.list_for_model"),
        ("GET /threads/{id}", "GetThreadMethod", "Threads", "threads.get"),
        ("GET /shipping/methods/{id}", "GetShippingMethod", "", "shipping.methods.get"),
        ("GET /jobs", "listPaginatedJobs", "Jobs", "jobs.list"),
        ("POST /calls/{id}/hangup", "hangup-call", "Calls", "calls.hangup"),
        (
            "GET /applications/@me",
            "get_my_application",
            "applications",
            "applications.get_my_application",
        ),
        ("GET /jobs/{id}", "beta_getJob", "Jobs", "jobs.beta_get"),
        (
            "GET /usage/file_search_calls",
            "usage-file-search-calls",
            "Usage",
            "usage.file_search_calls",
        ),
        (
            "GET /organization/certificates",
            "listOrganizationCertificates",
            "Certificates",
            "certificates.list_for_organization",
        ),
        ("GET /live/plays", "getLivePlays", "Plays", "plays.get_live"),
        ("POST /chatkit/sessions", "createChatSession", "Chatkit", "chatkit.sessions.create"),
        ("POST /groups/{id}/roles", "assignRole", "Role assignments", "role_assignments.assign"),
        (
            "GET /groups/{id}/roles/{role_id}",
            "retrieve-group-role",
            "Group role assignments",
            "group_role_assignments.retrieve",
        ),
        (
            "GET /groups/{id}/assigned/{role_id}",  # the path does not say that it is a role
            "retrieve-group-role",
            "Group role assignments",
            "group_role_assignments.retrieve_group_role",
        ),
        (
            "GET /groups/{id}/roles",
            "listGroupRoles",
            "Group organization roles",
            "group_organization_roles.list",
        ),
        ("POST /users/{id}/videos", "uploadVideo", "Users and videos", "users_and_videos.upload"),
        ("POST /multi", "multi_multi_get", "", "multi.multi"),  # FastAPI
        ("POST /token", "login_for_access_token_token_post", "", "token.login_for_access_token"),
        ("POST /uploadfiles/", "create_upload_files_uploadfiles__post", "", "uploadfiles.create"),
        ("GET /todos/{todo_id}", "TodosTodoIdGetTodo", "todos", "todos.get"),  # Litestar
        ("GET /todos", "TodosListTodos", "todos", "todos.list"),
        ("GET /api/users", "shop_api_list_users", "", "users.list"),  # Django Ninja
        ("GET /api/users/{id}", "__main___get_user", "", "users.get"),
        ("POST /server/restart", "server_restart", "Operation", "operation.server_restart"),
        ("POST /users/{id}/deactivate/", "users_deactivate_create", "users", "users.deactivate"),
        ("POST /users/{id}/notes/", "users_notes_create", "users", "users.notes.create"),
        ("GET /users/recent/", "users_recent_retrieve", "users", "users.retrieve_recent"),
        ("PATCH /users/me/", "users_me_partial_update", "users", "users.partial_update_me"),
        (
            "GET /work_pools/{name}/queues/{id}",
            "read_work_queue",
            "Work Pools",
            "work_pools.queues.read",
        ),
        ("GET /runs/{id}/xcoms/{key}", "get_xcom_entry", "XCom", "x_com.get_entry"),
        ("GET /limits/{id}", "read_limit_v2", "Limits V2", "limits_v2.read"),
        ("POST /lobbies/bulk", "bulk_update_lobbies", "lobbies", "lobbies.bulk_update"),
    ],
)
def test_names_from_operation_ids(
    call: Callable[..., str], request_line: str, operation_id: str, tag: str, expected: str
) -> None:
    assert call(request_line, operation_id, *([tag] if tag else [])) == expected


@pytest.mark.parametrize(
    ("request_line", "expected"),
    [
        ("GET /pets", "pets.list"),
        ("GET /v2.1/pets/{id}", "pets.get"),
        ("POST /api/v1/pets", "pets.create"),
        ("PUT /pets/{id}", "pets.replace"),
        ("PATCH /pets/{id}", "pets.update"),
        ("DELETE /pets/{id}", "pets.delete"),
        ("DELETE /pets", "pets.delete_all"),
        ("DELETE /pets/{id}/visits/exports", "pets.visits.delete_exports"),
        ("GET /files/secret-6VMVochwUWo", "files.get_secret_6vmvochwuwo"),
        ("GET /pets/{id}/photo", "pets.get_photo"),
        ("POST /pets/{id}/publish", "pets.publish"),
        ("GET /pets/{id}/visits/{visit}", "pets.visits.get"),
        ("GET /teams/{t}/groups/{g}/members/{m}/roles/{r}", "teams.groups.members.get_role"),
        ("GET /pets/search", "pets.search"),
        ("GET /users.list", "users.list"),
        ("GET /", "root.get"),
        ("GET /{id}", "root.get"),
        ("GET /class/{id}", "class_.get"),
        ("DELETE /methods/delete", "methods.delete"),
        ("POST /kernels/{id}/interrupt", "kernels.interrupt"),
    ],
)
def test_names_from_method_and_path(
    call: Callable[..., str], request_line: str, expected: str
) -> None:
    assert call(request_line) == expected


def test_get_of_a_plural_lists_if_the_answer_is_a_list(call: Callable[..., str]) -> None:
    assert call("GET /pets", "getPets", "pets", answer=LIST) == "pets.list"
    assert call("GET /settings", "getSettings", "settings", answer={}) == "settings.get"
    user = {name: {"type": "string"} for name in ("id", "name", "email")}
    answer = {"type": "object", "properties": {**user, "roles": LIST}}
    assert call("GET /profile", "profile", answer=answer) == "profile.get"
    assert call("GET /pets", "read_pets", answer=LIST) == "pets.list"
    assert call("GET /pets", "read_pets", answer={}) == "pets.list"
    assert call("GET /pets", "read_pets", answer={"type": "object"}) == "pets.read"
    assert call("POST /pets/filter", "read_pets", answer=LIST) == "pets.list"
    assert call("POST /pets/filter", "read_pet", answer=LIST) == "pets.read"


@pytest.mark.parametrize(
    ("request_line", "operation_id", "summary", "expected"),
    [
        (
            "POST /responses/input_tokens",
            "Getinputtokencounts",
            "Returns input token counts of the request.",
            "responses.get_input_token_counts",
        ),
        (
            "POST /accounts/{id}/api_keys",
            "CreateanAPIkeyforanaccount",
            "Creates an API key for an account.",
            "accounts.api_keys.create",
        ),
        # Half of it is no words of this operation: as it is written.
        ("GET /pets", "Getinputtokencounts", "Returns tokens.", "pets.getinputtokencounts"),
    ],
)
def test_ids_without_word_breaks(
    plan: Callable[..., Any], request_line: str, operation_id: str, summary: str, expected: str
) -> None:
    method, path = request_line.split()
    tag = expected.partition(".")[0].capitalize()
    operation = {**FINE, "operationId": operation_id, "summary": summary, "tags": [tag]}
    assert plan({path: {method.lower(): operation}}).calls == [expected]


def test_all_items_or_one_thing_of_plural_name(plan: Callable[..., Any]) -> None:
    def sends(schema: dict[str, Any]) -> dict[str, Any]:
        return {**FINE, "requestBody": {"content": {"application/json": {"schema": schema}}}}

    flags = {"type": "object", "properties": {"dark": {"type": "boolean"}}}
    assert plan({"/settings": {"patch": sends(flags)}}).calls == ["settings.update"]
    assert plan({"/settings": {"patch": sends(LIST)}}).calls == ["settings.update_all"]
    both = {"/settings": {"patch": sends(flags)}, "/settings/{name}": {"patch": sends(flags)}}
    assert plan(both).calls == ["settings.update_all", "settings.update"]


def test_same_names_are_told_apart_by_saying_more(plan: Callable[..., Any]) -> None:
    paths = {
        "/hooks/{id}": {"get": {**FINE, "operationId": "getHook"}},
        "/hooks/{id}/{token}": {"get": {**FINE, "operationId": "getHookByToken"}},
    }
    found = plan(paths)
    assert found.calls == ["hooks.get", "hooks.get_by_token"]
    assert found.codes.count("method-name-taken") == 1
    reversed_paths = dict(reversed(paths.items()))
    assert sorted(plan(reversed_paths).calls) == sorted(found.calls)


def test_items_are_told_apart_by_what_they_are_found_by(plan: Callable[..., Any]) -> None:
    paths = {"/copies": {"post": FINE}, "/copies/{copy_id}": {"post": FINE}}
    assert plan(paths).calls == ["copies.create", "copies.create_by_id"]


def test_deleting_one_has_the_better_claim(plan: Callable[..., Any]) -> None:
    paths = {
        "/buckets": {"delete": {**FINE, "operationId": "delete_buckets"}},
        "/buckets/{id}": {"delete": {**FINE, "operationId": "delete_bucket"}},
    }
    assert plan(paths).calls == ["buckets.delete_buckets", "buckets.delete"]


def test_a_nested_resource_wins_over_a_method(plan: Callable[..., Any]) -> None:
    paths = {
        "/pets/{id}/visits": {"get": FINE},
        "/pets/visits": {"get": {**FINE, "operationId": "visits", "tags": ["pets"]}},
    }
    calls = plan(paths).calls
    assert calls[0] == "pets.visits.list"
    assert calls[1] not in {"pets.visits", "pets.visits.list"}


def test_names_of_the_client_itself_are_left_alone(call: Callable[..., str]) -> None:
    assert call("GET /close") == "close_.get"
    assert call("GET /stream/{id}") == "stream_.get"
    assert call("POST /pets/{id}/x", "omit", "pets") == "pets.omit_"


def test_reserved_attributes_are_those_of_the_runtime() -> None:
    from twin._runtime import AsyncBaseClient, SyncClient

    from generator.targets.python.resources import CLIENT_ATTRIBUTES

    public = {name for kind in (SyncClient, AsyncBaseClient) for name in dir(kind)}
    assert {name for name in public if not name.startswith("_")} <= CLIENT_ATTRIBUTES


def test_pinned_names(plan: Callable[..., Any]) -> None:
    paths = {
        "/a": {"get": {**FINE, "operationId": "first"}},
        "/b": {"get": FINE},
        "/c": {"get": {**FINE, "operationId": "third"}},
    }
    methods = {"first": "x.y.z", "#/paths/~1b/get": "b.fetch", "third": "no name", "gone": "a.b"}
    config = Config(package="api", emit=("models", "client"), methods=methods)
    found = plan(paths, config=config)
    assert found.calls[:2] == ["x.y.z", "b.fetch"]
    assert found.calls[2].startswith("c.")
    assert {"bad-pinned-method", "unknown-pinned-method"} <= set(found.codes)


def _cuadra() -> dict[str, Any]:
    text = (ROOT / "specs/cuadra/openapi.json").read_text(encoding="utf-8")
    document: dict[str, Any] = json.loads(text)
    return document


def test_unrelated_operations_rename_nothing(plan: Callable[..., Any]) -> None:
    document = _cuadra()
    shared = {"components": document["components"]}
    whole = {one["pointer"]: one["call"] for one in plan(document["paths"], **shared).operations}
    for tag in ("Models", "Files", "System Prompts"):
        some = {
            path: item
            for path, item in document["paths"].items()
            if any(tag in operation.get("tags", ()) for operation in item.values())
        }
        for one in plan(some, **shared).operations:
            assert one["call"] == whole[one["pointer"]]


def test_order_of_the_document_does_not_matter(plan: Callable[..., Any]) -> None:
    document = _cuadra()
    items = list(document["paths"].items())
    calls = {one["pointer"]: one["call"] for one in plan(dict(items)).operations}
    turned = plan(dict(reversed(items))).operations
    assert {one["pointer"]: one["call"] for one in turned} == calls


def test_hostile_names_become_plain_unique_ones(plan: Callable[..., Any]) -> None:
    texts = [
        '"""',
        "__init__",
        "self",
        "字符串",
        "\\",
        "a\nb",
        "import os",
        "1",
        "list",
        "🎉",
        "Async",
    ]
    paths = {
        f"/{index}": {"get": {**FINE, "operationId": text, "tags": [other]}}
        for index, (text, other) in enumerate((a, b) for a in texts for b in texts)
    }
    found = plan(paths)
    assert len(set(found.calls)) == len(texts) ** 2
    assert all(re.fullmatch(r"[^\W\d]\w*(\.[^\W\d]\w*)+", call) for call in found.calls)
    for artifact in found.package.artifacts:
        if artifact.path.endswith(".py"):
            compile(found.file(artifact.path), artifact.path, "exec", dont_inherit=True)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/queue?action=send", "queue.send"),
        ("/queue#purge", "queue.purge"),
        ("/queue?api-version=2024", "queue.create"),
        ("/queue?{filters}", "queue.create"),
    ],
)
def test_what_a_path_says_behind_its_end(
    call: Callable[..., str], path: str, expected: str
) -> None:
    assert call(f"POST {path}") == expected


_OBJECT = {"type": "object", "properties": {"a": {"type": "integer"}}}


@pytest.mark.parametrize(
    ("path", "media_type", "schema", "expected"),
    [
        ("/servers/{id}/metrics", "application/json", _OBJECT, "servers.metrics.get"),
        ("/headers", "application/json", _OBJECT, "headers.get"),
        ("/settings", "application/json", LIST, "settings.list"),
        ("/settings", "application/json", {}, "settings.list"),
        (
            "/settings",
            "application/json",
            {"type": "object", "properties": {"rows": LIST, "a": LIST}},
            "settings.list",
        ),
        ("/tasks/{id}/logs", "text/plain", {"type": "string"}, "tasks.logs.get"),
        # Documents say so of lists, too.
        ("/numbers", "application/json", _OBJECT, "numbers.list"),
        ("/events", "application/json", {"type": "string"}, "events.list"),
    ],
)
def test_what_there_is_one_of_is_not_listed(
    plan: Callable[..., Any], path: str, media_type: str, schema: Any, expected: str
) -> None:
    answer = {"description": "", "content": {media_type: {"schema": schema}}}
    assert plan({path: {"get": {"responses": {"200": answer}}}}).calls == [expected]

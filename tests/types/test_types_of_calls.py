"""What type checkers make of a generated client: arguments, answers, pages, streams, errors, mocks."""

from __future__ import annotations

import json
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from snippets import snippets

from generator import Config, generate

ROOT = Path(__file__).parents[2]
DOCUMENTS = {"cuadra": "specs/cuadra/openapi.json", "bookshop": "specs/bookshop/openapi.yaml"}

CUADRA = """
from typing import Any, assert_type

import cuadra
from cuadra import AsyncClient, Client, NotFoundError, models, omit, params
from cuadra._runtime import AsyncPage, AsyncStream, Page, Stream
from cuadra.mock import Mock

client = Client(token=lambda: "secret")

# Answers, pages and their items
assert_type(client.files.get("f1"), models.FileOut)
assert_type(client.files.delete("f1"), None)
page = client.files.list(limit=3)
assert_type(page, Page[models.FileOut, models.FilePage])
assert_type(page.items, list[models.FileOut])
assert_type(page.body, models.FilePage)
assert_type(page.next_page(), Page[models.FileOut, models.FilePage])
for file in page:
    assert_type(file, models.FileOut)
    assert_type(file.id, str)
for one in page.pages():
    assert_type(one, Page[models.FileOut, models.FilePage])

# Streams: switched on, off, or by a variable
messages: list[params.MessageCreateParam] = [{"role": "user", "content": "Hi"}]
assert_type(client.chats.create_or_continue(messages=messages), models.ChatResponse)
assert_type(client.chats.create_or_continue(messages=messages, stream=False), models.ChatResponse)
with client.chats.create_or_continue(messages=messages, stream=True) as stream:
    assert_type(stream, Stream[models.CreateOrContinueChatEvent])
    for event in stream:
        assert_type(event, models.CreateOrContinueChatEvent)


def either(flag: bool) -> None:
    answer = client.chats.create_or_continue(messages=messages, stream=flag)
    assert_type(answer, models.ChatResponse | Stream[models.CreateOrContinueChatEvent])


# Arguments: models or dictionaries, None where the API has null, and what is left out
client.chats.create_or_continue(messages=[models.MessageCreate(role="user", content="Hi")])
client.chats.update("c1", title=None)
client.chats.update("c1", title=omit)
client.files.get("f1", timeout=3, max_retries=0, extra_headers={"X-Trace": "1"})
client.files.get()  # WRONG
client.files.get(1)  # WRONG
client.files.list(limit="3")  # WRONG
client.files.list(page=1)  # WRONG
client.files.get("f1", tiemout=3)  # WRONG
client.filez  # WRONG

# Derived clients
assert_type(client.with_options(max_retries=0), Client)
with client as entered:
    assert_type(entered, Client)

# Errors
try:
    client.files.get("f1")
except NotFoundError as error:
    assert_type(error.status, int)
    assert_type(error.body, object)
    assert_type(error.problem, dict[str, Any] | None)
    assert_type(error.request_id, str | None)
except cuadra.APIStatusError as error:
    assert_type(error.headers, dict[str, str])

# The mock
with Mock(seed=1) as mock:
    assert_type(mock, Mock)
    assert_type(mock.client(), Client)
    assert_type(mock.async_client(), AsyncClient)

    @mock.handler("models.get")
    async def answer(request: object, model_id: str) -> dict[str, str]:
        return {"id": model_id}

    assert_type(mock.calls("models.get")[0].path, str)


async def use(client: AsyncClient) -> None:
    assert_type(await client.files.get("f1"), models.FileOut)
    page = await client.files.list()
    assert_type(page, AsyncPage[models.FileOut, models.FilePage])
    async for file in client.files.list():
        assert_type(file, models.FileOut)
    answer = await client.chats.create_or_continue(messages=[{"role": "user"}])
    assert_type(answer, models.ChatResponse)
    streamed = await client.chats.create_or_continue(messages=[{"role": "user"}], stream=True)
    assert_type(streamed, AsyncStream[models.CreateOrContinueChatEvent])
    async with streamed as stream:
        async for event in stream:
            assert_type(event, models.CreateOrContinueChatEvent)
    assert_type(client.with_options(max_retries=0), AsyncClient)
    async with client as entered:
        assert_type(entered, AsyncClient)
"""

BOOKSHOP = """
from datetime import date
from typing import Literal, assert_type

from bookshop import Client, WebhookError, models, params, webhooks
from bookshop.models import AudioBook, Book, Magazine

client = Client(api_key="secret")

# Unions, told apart by their tag
publication = client.publications.get("p1")
assert_type(publication, Book | Magazine | AudioBook)
if publication.kind == "book":
    assert_type(publication, Book)
    assert_type(publication.isbn, str)
elif publication.kind == "audio_book":
    assert_type(publication, AudioBook)

# Dictionaries have the names and the values of JSON
book: params.BookParam = {
    "kind": "book",
    "title": "Notes",
    "price": {"amount": "12.00", "currency": "EUR"},
    "isbn": "9780140449136",
    "author_ids": ["a1"],
}
assert_type(client.publications.create(body=book), Book | Magazine | AudioBook)
client.publications.create(body={"kind": "leaflet"})  # WRONG
client.publications.update("p1", published_on=date(2025, 1, 6), subtitle=None)
client.publications.update("p1", title=None)  # WRONG
client.publications.list(filter={"language": "de"}, sort=["-price"])
client.publications.list(sort=["-weight"])  # WRONG

# Enums are open in answers
order = client.orders.get("o1")
assert_type(order, models.Order)

# Webhooks
assert_type(webhooks.parse(b"{}", "orderStatusChanged"), models.OrderEvent)
assert_type(webhooks.parse({"id": 1}), models.OrderEvent)
try:
    webhooks.verify(b"{}", {}, "secret")
except WebhookError as error:
    print(error)
webhooks.parse(1)  # WRONG
"""


IGNORED = {"mypy": "type: ignore", "pyright": "pyright: ignore"}
"""What makes a checker overlook an error, and complain where there is none."""


@pytest.fixture(scope="module")
def projects(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Fresh packages of the bundled documents."""
    root = tmp_path_factory.mktemp("types")
    for package, document in DOCUMENTS.items():
        config = Config(package=package, formatter="none")
        generate(ROOT / document, config, output=root / package)
    return root


def check(checker: str, source: str, projects: Path, folder: Path) -> None:
    """Let a checker judge a file; every line that is marked as wrong must be an error, and no other."""
    lines = []
    for line in source.splitlines():
        code, marked, _ = line.partition("  # WRONG")
        lines.append(f"{code}  # {IGNORED[checker]}" if marked else line)
    (folder / "use.py").write_text("\n".join(lines), encoding="utf-8")
    paths = [str(projects / package) for package in DOCUMENTS]
    settings = {"extraPaths": paths, "reportUnnecessaryTypeIgnoreComment": "error"}
    (folder / "pyrightconfig.json").write_text(json.dumps(settings), encoding="utf-8")
    (folder / "mypy.ini").write_text(f"[mypy]\nmypy_path = {':'.join(paths)}\n", encoding="utf-8")
    options = {
        "mypy": ["--strict", "--follow-imports=silent"],
        "pyright": ["--pythonpath", sys.executable],
    }[checker]
    done = subprocess.run(
        [sys.executable, "-m", checker, *options, "use.py"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("checker", ["mypy", "pyright"])
@pytest.mark.parametrize("source", [CUADRA, BOOKSHOP], ids=list(DOCUMENTS))
def test_types_of_calls(checker: str, source: str, projects: Path, tmp_path: Path) -> None:
    check(checker, source, projects, tmp_path)


@pytest.mark.parametrize("package", DOCUMENTS)
def test_snippets_have_no_errors_of_types(package: str, projects: Path, tmp_path: Path) -> None:
    reference = (projects / package / "reference.md").read_text(encoding="utf-8")
    parts = [f"from {package} import Client"]
    for number, (_, code) in enumerate(snippets(reference)):
        head = f"def use_{number}(client: Client) -> None:"
        parts.append(f"{head}\n{textwrap.indent(code, '    ')}")
    source = "\n\n".join(parts)
    check("pyright", source, projects, tmp_path)

"""The page at /_mock/ in a real browser, which a chromedriver drives (W3C WebDriver)."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import httpx2
import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

ROOT = Path(__file__).parents[2]
BROWSER = shutil.which("chromium") or shutil.which("google-chrome") or shutil.which("chrome")
DRIVER = shutil.which("chromedriver")
NEEDED = BROWSER is not None and DRIVER is not None
pytestmark = pytest.mark.skipif(not NEEDED, reason="no Chromium with chromedriver on this machine")

HOSTILE = (
    "</script><img src=x onerror=\"document.title='taken'\"><script>document.title='taken'</script>"
)
ARGUMENTS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"  # WebDriver, section 11


class Browser:
    """One session of a browser."""

    def __init__(self, driver: str, folder: Path) -> None:
        self._http = httpx2.Client(base_url=driver, timeout=60)
        options = {
            "binary": BROWSER,
            "args": [*ARGUMENTS, f"--user-data-dir={folder}", "--window-size=1300,900"],
        }
        wanted = {
            "capabilities": {
                "alwaysMatch": {
                    "goog:chromeOptions": options,
                    "goog:loggingPrefs": {"browser": "ALL"},
                }
            }
        }
        session = self._ask("POST", "/session", wanted)["sessionId"]
        self._session = f"/session/{session}"

    def open(self, url: str) -> None:
        self._ask("POST", f"{self._session}/url", {"url": url})

    def run(self, script: str) -> Any:
        """Return what a script returns."""
        return self._ask("POST", f"{self._session}/execute/sync", {"script": script, "args": []})

    def click(self, selector: str) -> None:
        found = self._find(selector)
        self._ask("POST", f"{self._session}/element/{found}/click", {})

    def type(self, selector: str, text: str) -> None:
        found = self._find(selector)
        self._ask("POST", f"{self._session}/element/{found}/value", {"text": text})

    def text(self, selector: str) -> str:
        """Return the text of an element; nothing where it is not there yet."""
        found = f"document.querySelector({json.dumps(selector)})"
        return str(self.run(f"return {found} ? {found}.innerText : ''"))

    def complaints(self) -> list[str]:
        """Return what the browser has against the page."""
        found = self._ask("POST", f"{self._session}/se/log", {"type": "browser"})
        return [one["message"] for one in found if one["level"] == "SEVERE"]

    def close(self) -> None:
        self._ask("DELETE", self._session)
        self._http.close()

    def _find(self, selector: str) -> str:
        wanted = {"using": "css selector", "value": selector}
        return str(self._ask("POST", f"{self._session}/element", wanted)[ELEMENT])

    def _ask(self, method: str, path: str, body: Any = None) -> Any:
        response = self._http.request(method, path, json=body)
        value = response.json()["value"]
        assert response.status_code == 200, value
        return value


@contextlib.contextmanager
def _started(command: list[str], pattern: str, folder: Path) -> Iterator[str]:
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout is not None
            found = next(match for line in process.stdout if (match := re.search(pattern, line)))
            yield found[1]
        finally:
            process.terminate()


def _document() -> dict[str, Any]:
    thing = {"type": "object", "properties": {"id": {"type": "string"}, "name": {"type": "string"}}}
    content = {"application/json": {"schema": thing}}
    listed = {"application/json": {"schema": {"type": "array", "items": thing}}}
    return {
        "openapi": "3.1.0",
        "info": {"title": HOSTILE, "version": HOSTILE},
        "paths": {
            "/things": {
                "get": {
                    "operationId": "listThings",
                    "responses": {"200": {"description": "", "content": listed}},
                },
                "post": {
                    "operationId": "createThing",
                    "requestBody": {"content": content},
                    "responses": {"201": {"description": "", "content": content}},
                },
            },
            f"/odd/{HOSTILE}": {
                "get": {"operationId": HOSTILE, "responses": {"200": {"description": HOSTILE}}}
            },
        },
    }


@pytest.fixture(scope="module")
def url(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """A mock of a hostile document."""
    folder = tmp_path_factory.mktemp("mock")
    spec = folder / "openapi.json"
    spec.write_text(json.dumps(_document()), "utf-8")
    make = [sys.executable, "-m", "generator", "generate", str(spec), "-o", str(folder / "out")]
    subprocess.run([*make, "--package", "hostile", "--quiet"], cwd=ROOT, check=True)
    serve = [sys.executable, "-m", "hostile.mock", "--port", "0"]
    with _started(serve, r"(http://[\w.:]+)", folder / "out") as found:
        yield found


@pytest.fixture(scope="module")
def browser(url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """A browser that shows the page."""
    folder = tmp_path_factory.mktemp("browser")
    with _started([str(DRIVER), "--port=0"], r"started successfully on port (\d+)", folder) as port:
        made = Browser(f"http://127.0.0.1:{port}", folder / "profile")
        made.open(f"{url}/_mock/")
        yield made
        made.close()


def _until(found: Callable[[], Any]) -> None:
    for _ in range(100):
        if found():
            return
        time.sleep(0.1)
    raise TimeoutError


def test_the_page_shows_routes_as_text_whatever_they_say(browser: Browser) -> None:
    _until(lambda: "things" in browser.text("#routes tbody"))
    assert "/odd/" in browser.text("#routes tbody")
    assert HOSTILE in browser.text("#title")
    assert browser.run("return document.images.length") == 0
    assert browser.run("return document.scripts.length") == 1
    assert browser.run("return document.title") == f"{HOSTILE} (mock)"


def test_requests_and_records_appear_while_one_looks(browser: Browser, url: str) -> None:
    httpx2.post(f"{url}/things", json={"name": HOSTILE})
    httpx2.get(f"{url}/thinks?x={'%3Cb%3E'}")
    _until(lambda: "/things" in browser.text("#journal tbody"))
    _until(lambda: "no operation; like" in browser.text("#journal tbody"))
    _until(lambda: "things" in browser.text("#state tbody"))
    browser.click("#state tbody tr.row")
    _until(lambda: "onerror" in browser.text("#state pre"))
    assert browser.run("return document.images.length") == 0


def test_the_buttons_do_what_they_say(browser: Browser, url: str) -> None:
    browser.type("#filter", "GET /things")
    _until(lambda: browser.run("return document.querySelectorAll('#routes tbody tr').length") == 1)
    browser.click("#routes tbody button")
    _until(lambda: "fails with 500" in browser.text("#told"))
    assert httpx2.get(f"{url}/things").status_code == 500
    assert httpx2.get(f"{url}/things").status_code == 200
    browser.click("#routes tbody button")
    _until(lambda: httpx2.get(f"{url}/_mock/faults").json()["faults"])
    browser.click("#calm")
    _until(lambda: not httpx2.get(f"{url}/_mock/faults").json()["faults"])
    httpx2.post(f"{url}/things", json={"name": "a"})
    browser.click("#reset")
    _until(lambda: "began" in browser.text("#told"))
    assert httpx2.get(f"{url}/_mock/state").json()["collections"] == []
    _until(lambda: "Nothing was asked yet." in browser.text("#journal tbody"))


def test_nothing_in_the_page_breaks_its_own_policy(browser: Browser) -> None:
    assert [one for one in browser.complaints() if "favicon" not in one] == []

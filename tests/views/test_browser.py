"""In a browser no text of any field runs as a script or asks for anything, whatever the view."""

from __future__ import annotations

import json
import re
import shutil
import socketserver
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from onrecord._views._css import CSS
from tests.views.hostile import OWN, harmless, is_there, naughty, views_of

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
FLAGS = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--virtual-time-budget=3000",
    "--dump-dom",
]
OF_ITS_OWN = re.compile(rb"[/ .](google|googleapis|gstatic|gvt1)\.com[:/]")  # what a browser asks for with any page
SHOWN = ("source", "actor", "event", "statement", "disputes")
PAGES = 2
TEXTS = [*OWN, *(naughty() if is_there() else [])]

# Counts what ran, what stands in each view, and what was asked for.
BEFORE = """<!doctype html><meta charset="utf-8"><title>views</title><script>
var ran = []
for (const name of ["alert", "confirm", "prompt", "eval", "print", "open"]) window[name] = () => ran.push(name)
</script><body>"""
AFTER = """<script>
addEventListener("load", () => setTimeout(() => {
  for (const fold of document.querySelectorAll("details")) fold.open = true
  const told = { ran, altered: [], views: 0, asked: performance.getEntriesByType("resource").map(one => one.name) }
  for (const cell of document.querySelectorAll("[data-elements]")) {
    told.views += 1
    const elements = [...cell.querySelectorAll("*")]
    const doing = elements.flatMap(one => [...one.attributes]).filter(one => /^on|src|href/.test(one.name))
    if (elements.length != cell.dataset.elements || doing.length) told.altered.push(cell.id)
  }
  const result = document.createElement("pre")
  result.id = "told-by-the-page"
  result.textContent = JSON.stringify(told)
  document.body.append(result)
}, 500))
</script>"""


class _Recorder(socketserver.ThreadingTCPServer):
    """A proxy that notes what it is asked for and gives nothing."""

    daemon_threads = True
    asked: list[bytes]


class _Note(socketserver.StreamRequestHandler):
    server: _Recorder

    def handle(self) -> None:
        self.server.asked.append(self.rfile.readline(1000).strip())


@contextmanager
def proxy() -> Iterator[_Recorder]:
    with _Recorder(("127.0.0.1", 0), _Note) as server:
        server.asked = []
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield server
        server.shutdown()


def seen(body: str, tmp_path: Path) -> dict[str, Any]:
    """What a page tells of itself when a browser shows it, and what the browser asked the network for."""
    assert CHROMIUM is not None
    page = tmp_path / "views.html"
    page.write_text(BEFORE + body + AFTER, encoding="utf-8", errors="replace")
    with proxy() as server:
        way = [f"--proxy-server=127.0.0.1:{server.server_address[1]}", "--proxy-bypass-list=<-loopback>"]
        command = [CHROMIUM, *FLAGS, *way, f"--user-data-dir={tmp_path / 'profile'}", page.as_uri()]
        done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=240)
        told = re.search(r'<pre id="told-by-the-page">(.*?)</pre>', done.stdout)
        assert told is not None, done.stderr[-2000:]
        return {**json.loads(unescape(told[1])), "left": [line for line in server.asked if not OF_ITS_OWN.search(line)]}


def cells(texts: list[str]) -> Iterator[str]:
    """Views of texts, each in an element that knows how many elements a harmless text makes."""
    sizes: dict[int, dict[str, int]] = {}
    for number, text in enumerate(texts):
        if len(text) not in sizes:
            sizes[len(text)] = {
                name: len(re.findall(r"<[a-z]", shown)) for name, shown in views_of(harmless(text), SHOWN)
            }
        for name, shown in views_of(text, SHOWN):
            body = shown.replace(CSS, "")
            yield f'<div id="{name}-{number}" data-elements="{sizes[len(text)][name]}">{body}</div>'


needs_browser = pytest.mark.skipif(
    CHROMIUM is None, reason="NOT TESTED: the views in a browser, for there is no chromium here"
)


@needs_browser
@pytest.mark.parametrize("part", range(PAGES))
def test_in_a_browser_no_script_runs_and_no_request_leaves(part: int, tmp_path: Path) -> None:
    texts = TEXTS[part::PAGES]
    told = seen(f"<style>{CSS}</style>" + "".join(cells(texts)), tmp_path)
    assert told == {"ran": [], "altered": [], "views": len(texts) * len(SHOWN), "asked": [], "left": []}


@needs_browser
def test_the_browser_would_tell_of_a_text_that_is_not_escaped(tmp_path: Path) -> None:
    raw = '<div id="raw" data-elements="0"><img src="http://evil.invalid/x" onerror="alert(1)"></div>'
    told = seen(raw, tmp_path)
    assert (told["ran"], told["altered"], told["asked"]) == (["alert"], ["raw"], ["http://evil.invalid/x"])
    assert any(b"evil.invalid" in line for line in told["left"])

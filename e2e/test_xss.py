"""SECURITY 36, 37: every known attempt at script, on every screen that shows it, in Chromium.

What would run is told by the page itself; beside that each page is searched for whatever could run
when somebody touches it, and nothing may be asked of another host.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import DESK, sign_in
from running import running_site

from lyceum.kernel.markup.xss_vectors import CALL

HERE = Path(__file__).resolve().parent
EMBEDDED = ("www.youtube-nocookie.com", "player.vimeo.com")
PLANT = "import django; django.setup(); import planting; planting.main()"
WATCH = """
for (const name of ["executed", "alert", "confirm", "prompt", "print"])
  Object.defineProperty(window, name, {value: () => console.log("RAN " + name + location.href)});
addEventListener("securitypolicyviolation", (event) => {
  if (/script|object|frame|base|form/.test(event.effectiveDirective))
    console.log("BLOCKED " + event.effectiveDirective + " " + event.blockedURI + event.sample);
});
"""
"""Runs before anything else of every document: nothing of the page can take it away."""
SEARCH = """() => {
  const found = [], inside = document.querySelectorAll("*");
  for (const element of inside) {
    for (const {name, value} of element.attributes) {
      if (/^on|^srcdoc$/i.test(name)) found.push(element.tagName + " " + name);
      if (/^(href|xlink:href|src|action|formaction|data|poster|background)$/i.test(name))
        if (/^[\\s\\0-\\x20]*(javascript|vbscript|feed|blob|file):/i.test(value)
            || (/^data:/i.test(value) && element.tagName !== "IMG"))
          found.push(element.tagName + " " + value);
    }
    if (element.localName === "script" && !element.nonce && element.type !== "application/json")
      found.push("script without nonce");
    if (/^(object|embed|base|applet|frame|frameset)$/.test(element.localName))
      found.push(element.localName);
    for (const type of ["click", "focus", "mouseover", "toggle", "animationstart", "error", "load"])
      element.dispatchEvent(new Event(type));
  }
  return found;
}"""


@pytest.fixture(scope="module")
def planted(tmp_path_factory):
    """A site of its own, full of them, and the screens that show them by who opens them."""
    with running_site(tmp_path_factory.mktemp("planted"), demo=False) as site:
        environment = site.environment | {
            "DJANGO_SETTINGS_MODULE": "lyceum.config.settings",
            "PYTHONPATH": os.pathsep.join([str(HERE), *filter(None, sys.path)]),
        }
        told = subprocess.run(
            [sys.executable, "-c", PLANT],
            env=environment,
            check=True,
            stdout=subprocess.PIPE,
            text=True,
        )
        yield site, json.loads(told.stdout.splitlines()[-1])


@pytest.fixture
def watched(browser, planted):
    """Return a function that opens the site as somebody, and all that a page told or asked for."""
    site, told, opened = planted[0], [], []

    def enter(who):
        context = browser.new_context(viewport=DESK, base_url=site.url, service_workers="block")
        context.add_init_script(WATCH)
        context.on(
            "console", lambda m: m.text.startswith(("RAN", "BLOCKED")) and told.append(m.text)
        )
        context.on("dialog", lambda dialog: leave(dialog, told))
        for host in EMBEDDED:
            context.route(f"https://{host}/**", lambda route: route.fulfill(body="A video"))
        context.on("request", lambda r: foreign(site, r.url) and told.append(f"ASKED {r.url}"))
        page = context.new_page()
        page.on("framenavigated", lambda f: foreign(site, f.url) and told.append(f"WENT {f.url}"))
        context.on("page", lambda other: told.append(f"OPENED {other.url}"))
        opened.append(context)
        sign_in(page, who)
        return page, told

    yield enter
    for context in opened:
        context.close()


def leave(dialog, told):
    """Leave a page that asks to stay, as the editor does; every other dialog was planted."""
    if dialog.type == "beforeunload":
        dialog.accept()
    else:
        told.append(f"SAID {dialog.message}")
        dialog.dismiss()


def foreign(site, url):
    ours = [site.url, "about:blank", "data:image/", *(f"https://{host}/" for host in EMBEDDED)]
    return not url.startswith(tuple(ours))


@pytest.mark.parametrize("who", ["amina", "kofi", "ruth"])
def test_security_36_37_nothing_that_was_planted_runs(watched, planted, who):
    page, told = watched(who)
    lying, shown = {}, 0
    for url in planted[1][who]:
        status = page.goto(url).status
        assert status == 200, f"{url}: {status}"
        shown += CALL in page.content()
        if found := page.evaluate(SEARCH):
            lying[url] = found[:5]
    assert not told, told[:20]
    assert not lying, lying
    assert shown == len(planted[1][who]) > 20, "Some of the screens show nothing of it."


def test_the_watch_does_see_what_runs(watched):
    page, told = watched("amina")
    page.evaluate("executed(1)")
    page.evaluate(
        "document.body.insertAdjacentHTML('beforeend', '<img src=x onerror=executed(1)>')"
    )
    page.evaluate("document.body.insertAdjacentHTML('beforeend', '<a href=javascript:x>y</a>')")
    page.wait_for_timeout(200)
    assert any(line.startswith("RAN executed") for line in told)
    assert any(line.startswith("BLOCKED script") for line in told)
    assert page.evaluate(SEARCH)

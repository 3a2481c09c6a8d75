"""What a real Chromium with a cold cache fetches and when it paints, on a slow phone's network."""

from statistics import median
from typing import Any

from bench.report import Row
from bench.screens import Screen
from bench.site import Server
from playwright.sync_api import Browser, CDPSession, sync_playwright

CHROMIUM = "/usr/bin/chromium"
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
SLOW = {
    "offline": False,
    "latency": 400,
    "downloadThroughput": 400_000 / 8,
    "uploadThroughput": 400_000 / 8,
}
SLOWDOWN = 4
PHONE = {"width": 360, "height": 740}
MOST_REQUESTS = 8
FIRST_PAINT_MS, LARGEST_PAINT_MS = 1500, 2500
PAINTS = """() => new Promise(done => {
  const found = {first: 0, largest: 0};
  for (const paint of performance.getEntriesByType("paint"))
    if (paint.name === "first-contentful-paint") found.first = paint.startTime;
  new PerformanceObserver(list => {
    for (const paint of list.getEntries()) found.largest = paint.startTime;
  }).observe({type: "largest-contentful-paint", buffered: true});
  setTimeout(() => done(found), 300);
})"""


def paint_rows(server: Server, screens: list[Screen], *, runs: int) -> list[Row]:
    """Open each screen that has a budget for its first load, each time in a fresh browser."""
    rows = []
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        for screen in [screen for screen in screens if screen.first_load_kb]:
            rows += _rows_of(screen, [_open(chromium, server, screen) for _ in range(runs)])
        chromium.close()
    return rows


def _rows_of(screen: Screen, found: list[dict[str, Any]]) -> list[Row]:
    by_type = found[0]["bytes"]
    kinds = [
        Row(f"{screen.name}: {kind} fetched", round(size / 1000, 1), "kB")
        for kind, size in sorted(by_type.items())
    ]
    first, largest = (median(each[name] for each in found) for name in ("first", "largest"))
    total = round(sum(by_type.values()) / 1000, 1)
    return [
        Row(f"{screen.name}: cold load", total, "kB", screen.first_load_kb),
        Row(f"{screen.name}: requests", found[0]["requests"], "", MOST_REQUESTS),
        Row(f"{screen.name}: first paint", round(first), "ms", FIRST_PAINT_MS),
        Row(f"{screen.name}: largest paint", round(largest), "ms", LARGEST_PAINT_MS),
        *kinds,
    ]


def _open(chromium: Browser, server: Server, screen: Screen) -> dict[str, Any]:
    """Return bytes by type, requests and paints of one cold visit."""
    context = chromium.new_context(viewport=PHONE, service_workers="block")
    address = f"http://localhost:{server.port}"
    context.add_cookies(
        [
            {"name": name, "value": morsel.value, "url": address}
            for name, morsel in screen.client.cookies.items()
        ]
    )
    page = context.new_page()
    session = context.new_cdp_session(page)
    fetched = _listen(session)
    session.send("Network.emulateNetworkConditions", SLOW)
    session.send("Emulation.setCPUThrottlingRate", {"rate": SLOWDOWN})
    page.goto(address + screen.path, wait_until="networkidle", timeout=60_000)
    paints = page.evaluate(PAINTS)
    context.close()
    sizes: dict[str, int] = {}
    for kind, size in fetched.values():
        sizes[kind] = sizes.get(kind, 0) + size
    return {**paints, "bytes": sizes, "requests": len(fetched)}


def _listen(session: CDPSession) -> dict[str, tuple[str, int]]:
    """Return kind and bytes on the wire by request, filled as answers come."""
    fetched: dict[str, tuple[str, int]] = {}

    def answered(event: dict[str, Any]) -> None:
        if event["response"]["url"].startswith("http"):
            fetched[event["requestId"]] = (event["type"].lower(), 0)

    def finished(event: dict[str, Any]) -> None:
        if event["requestId"] in fetched:
            kind, _ = fetched[event["requestId"]]
            fetched[event["requestId"]] = (kind, int(event["encodedDataLength"]))

    session.on("Network.responseReceived", answered)
    session.on("Network.loadingFinished", finished)
    session.send("Network.enable")
    return fetched

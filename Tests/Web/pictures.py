"""pictures.py FOLDER [QUERY...]

Takes pictures of the page to be looked at: in both languages, at 1280 and 390 pixels, light and
dark, the whole length; with queries such as `scenario=physical-by-2027`, of those states instead
of the start. Runs a server of its own (see machine.py for which).
"""

import os
import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import machine
from browsing import PlannerBrowser
from serving import Server


def take(browser, folder, query):
    label = re.sub(r"[^A-Za-z0-9]+", "-", query).strip("-") or "start"
    for language in ("en", "zh"):
        for width, height in ((1280, 900), (390, 844)):
            for scheme in ("light", "dark"):
                page = browser.open(
                    f"/?lang={language}" + (f"&{query}" if query else ""),
                    viewport={"width": width, "height": height}, color_scheme=scheme,
                    has_touch=width < 600, is_mobile=width < 600,
                )
                file = folder / f"{label}-{language}-{width}-{scheme}.png"
                page.screenshot(path=file, full_page=True)
                print(file, f"wider than the window by {page.overflow()} pixels")
                opener = page.locator("#lever-open")
                if opener.is_visible():
                    opener.click()
                    page.wait_for_timeout(400)
                    page.screenshot(path=file.with_stem(file.stem + "-levers"))
                page.context.close()


def main():
    if len(sys.argv) < 2 or sys.argv[1].startswith("-"):
        print(__doc__, file=sys.stderr)
        sys.exit(64)
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as store, sync_playwright() as playwright:
        server = Server(Path(store) / "store.sqlite")
        chromium = playwright.chromium.launch(
            executable_path=machine.chromium,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        try:
            browser = PlannerBrowser(chromium, server)
            for query in sys.argv[2:] or [""]:
                take(browser, folder, query)
            print("console:", browser.messages, "errors:", browser.errors)
        finally:
            chromium.close()
            server.stop()


if __name__ == "__main__":
    main()

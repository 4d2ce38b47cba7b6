"""latency.py [--moves N] [--pages N] [--browsers N] [--seconds S] [--seed N]

Times the page, on this machine and in this run:

  one page       from the release of a slider to the new picture, over N moves by mouse on the
                 default scenario in Chromium (default: 100); what the server says it took
  many pages     N pages that move at once for S seconds (default: 20 for 20 s), of which some
                 are real browsers (default: 2) and the others requests as the page's script sends
                 them: ten positions a second while a slider is held, at most two on their way, then
                 a pause; how long each waits for the answer to its last position, and how long
                 the health page takes meanwhile
  the program    `greenalu plan` on the same scenario as a process of its own, for scale

and prints one table. Nothing is judged. Run it with Scripts/test-web's Python once that has run:

  .build-web-tools/bin/python Benchmarks/page/latency.py

Tests/Web/machine.py says which build is timed.
"""

import argparse
import os
import random
import re
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "Tests" / "Web"))

from playwright.sync_api import Error, sync_playwright  # noqa: E402

import machine  # noqa: E402
from browsing import PlannerBrowser  # noqa: E402
from serving import Client, Server  # noqa: E402

# Sliders whose every position makes another plan.
sliders = ["carbon.price", "certificates.price", "hydrology", "growth-wind"]

# Notes when a slider was let go and when the answer to its place was painted.
stopwatch = """
() => {
  window.timedMoves = [];
  let released = null;
  document.addEventListener('change', (event) => {
    const slider = event.target;
    if (slider.type !== 'range' || !slider.closest('.lever')) return;
    released = { at: performance.now(), name: slider.closest('.lever').dataset.lever,
                 value: slider.value, start: slider.dataset.default };
    look();
  }, true);
  const look = () => {
    const answer = document.querySelector('#answer');
    if (!released || !answer) return;
    const shown = new URLSearchParams(answer.dataset.query).get(released.name) ?? released.start;
    if (Number(shown) !== Number(released.value)) return;
    const move = released;
    released = null;
    requestAnimationFrame(() => setTimeout(() => {
      const timed = { clock: performance.now() - move.at, page: NaN };
      window.timedMoves.push(timed);
      // The page notes its own time one picture later.
      requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => {
        timed.page = Number(document.querySelector('#answer').dataset.milliseconds);
      })));
    }));
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true, childList: true, attributes: true, attributeFilter: ['data-query'],
  });
}
"""


def timings(header):
    """The parts of a Server-Timing header in milliseconds."""
    return {name: float(duration) for name, duration in re.findall(r"(\w+);dur=([\d.]+)", header or "")}


def row(label, values, note=""):
    """A line of the table: number, median, 95th percentile, highest."""
    if not values:
        return f"| {label} | 0 | - | - | - | {note} |"
    ordered = sorted(values)
    high = ordered[min(len(ordered) - 1, int(len(ordered) * 0.95))]
    return (
        f"| {label} | {len(values)} | {statistics.median(ordered):.1f} | {high:.1f} "
        f"| {ordered[-1]:.1f} | {note} |"
    )


class Mover:
    """A real page whose sliders are moved by mouse."""

    def __init__(self, browser, seed):
        self.random = random.Random(seed)
        self.page = browser.open("/?lang=en", context=browser.context())
        self.server = []
        self.superseded = 0
        self.bytes = []
        self.page.page.on("response", self._note)
        self.page.evaluate(stopwatch)

    def _note(self, response):
        if "/answer?" not in response.url:
            return
        if response.status == 409:
            self.superseded += 1
        elif response.status == 200:
            self.server.append(timings(response.headers.get("server-timing")))
            self.bytes.append(int(response.headers.get("content-length") or 0))

    def move(self, number):
        name = sliders[number % len(sliders)]
        value = self.page.lever_value(name)
        count = len(self.times)
        while True:
            self.page.drag(name, self.random.uniform(0.02, 0.98))
            if self.page.lever_value(name) != value:
                break
        end = time.monotonic() + machine.patience * 4
        while len(self.times) == count and time.monotonic() < end:
            self.page.wait_for_timeout(5)

    @property
    def times(self):
        return self.page.evaluate("() => window.timedMoves")


class RequestedPage(threading.Thread):
    """A page's requests without its browser."""

    def __init__(self, server, number, until):
        super().__init__(daemon=True)
        self.client = Client(server)
        self.random = random.Random(number)
        self.identity = f"timed-page-{number:08}"
        self.until = until
        self.slots = threading.Semaphore(2)
        self.lock = threading.Lock()
        self.waits, self.answers, self.superseded, self.refused = [], 0, 0, 0
        self.server = []

    def run(self):
        time.sleep(self.random.uniform(0, 1))
        while time.monotonic() < self.until:
            name, (low, high) = self.random.choice(
                [("carbon.price", (60, 600)), ("certificates.price", (1, 150)),
                 ("hosting-scale", (0.2, 3))]
            )
            positions = [f"{self.random.uniform(low, high):.3f}" for _ in range(6)]
            for position in positions[:-1]:
                if self.slots.acquire(blocking=False):
                    threading.Thread(target=self._ask, args=(name, position), daemon=True).start()
                time.sleep(0.1)
            begun = time.monotonic()
            self.slots.acquire()
            if self._ask(name, positions[-1]) == 200:
                self.waits.append((time.monotonic() - begun) * 1000)
            time.sleep(self.random.uniform(0.3, 1.2))

    def _ask(self, name, position):
        try:
            reply = self.client.get(
                "/answer", headers={"X-Greenalu-Page": self.identity}, **{name: position}
            )
            status = reply.status
        except OSError:
            status = 0
        finally:
            self.slots.release()
        with self.lock:
            if status == 200:
                self.answers += 1
                self.server.append(timings(reply.header("Server-Timing")))
            elif status == 409:
                self.superseded += 1
            else:
                self.refused += 1
        return status


class Health(threading.Thread):
    """How long the health page takes, asked ten times a second."""

    def __init__(self, server, until):
        super().__init__(daemon=True)
        self.client = Client(server, token=None)
        self.until = until
        self.times, self.failures = [], 0

    def run(self):
        while time.monotonic() < self.until:
            begun = time.perf_counter()
            try:
                good = self.client.get("/api/v1/health").status == 200
            except OSError:
                good = False
            self.failures += not good
            self.times.append((time.perf_counter() - begun) * 1000)
            time.sleep(0.1)


def time_program(folder, runs=9):
    """Milliseconds of whole `greenalu plan` processes."""
    times = []
    for number in range(runs):
        begun = time.perf_counter()
        subprocess.run(
            [str(machine.command_binary), "plan", "policies-as-issued", "--out",
             str(folder / f"plan-{number}")],
            cwd=machine.repository, check=True, capture_output=True,
        )
        times.append((time.perf_counter() - begun) * 1000)
    return times


def one_page(browser, moves, seed):
    mover = Mover(browser, seed)
    for number in range(moves):
        mover.move(number)
    times = mover.times
    rows = [
        row("release to picture", [time["clock"] for time in times], "clock of the test"),
        row("the same", [time["page"] for time in times if time["page"] == time["page"]],
            "clock of the page"),
        row("server: plan", [part["plan"] for part in mover.server if "plan" in part],
            "all positions on the way too"),
        row("server: draw", [part["draw"] for part in mover.server if "draw" in part],
            f"{statistics.median(mover.bytes or [0]) / 1000:.0f} kB an answer"),
    ]
    mover.page.context.close()
    return rows, [time["clock"] for time in times], mover.superseded


def many_pages(server, browser, pages, browsers, seconds, seed):
    movers = [Mover(browser, seed + number) for number in range(browsers)]
    until = time.monotonic() + seconds
    asking = [RequestedPage(server, number, until) for number in range(pages - browsers)]
    health = Health(server, until)
    for thread in [*asking, health]:
        thread.start()
    number = 0
    while time.monotonic() < until:
        for mover in movers:
            try:
                mover.move(number)
            except Error as error:
                print(f"a browser: {error}", file=sys.stderr)
        number += 1
    for thread in [*asking, health]:
        thread.join(60)
    answers = sum(page.answers for page in asking) + sum(len(mover.server) for mover in movers)
    superseded = sum(page.superseded for page in asking) + sum(mover.superseded for mover in movers)
    refused = sum(page.refused for page in asking)
    plans = [part["plan"] for page in asking for part in page.server if "plan" in part]
    share = superseded / max(1, answers + superseded + refused)
    return [
        row("release to answer, requests", [wait for page in asking for wait in page.waits],
            f"{answers / seconds:.1f} answers a second"),
        row("release to picture, browsers",
            [time["clock"] for mover in movers for time in mover.times],
            f"{share:.0%} superseded, {refused} turned away"),
        row("server: plan", plans, "waiting not included"),
        row("health page meanwhile", health.times, f"{health.failures} failures"),
    ]


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--moves", type=int, default=100)
    parser.add_argument("--pages", type=int, default=20)
    parser.add_argument("--browsers", type=int, default=2)
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--seed", type=int, default=1)
    wanted = parser.parse_args()
    with tempfile.TemporaryDirectory() as name, sync_playwright() as playwright:
        folder = Path(name)
        server = Server(folder / "store.sqlite")
        chromium = playwright.chromium.launch(
            executable_path=machine.chromium,
            args=["--no-sandbox"] if os.geteuid() == 0 else [],
        )
        try:
            program = time_program(folder)
            browser = PlannerBrowser(chromium, server)
            single, times, superseded = one_page(browser, wanted.moves, wanted.seed)
            many = many_pages(
                server, browser, wanted.pages, wanted.browsers, wanted.seconds, wanted.seed
            )
            program += time_program(folder)
        finally:
            chromium.close()
            server.stop()
    print(f"Seed {wanted.seed}; {os.cpu_count()} cores; load {os.getloadavg()[0]:.1f} at the end; "
          f"{superseded} positions of the one page superseded. Milliseconds.\n")
    print("| what | number | median | 95 % | highest | note |")
    print("| --- | --- | --- | --- | --- | --- |")
    print(f"| **one page, {wanted.moves} moves** | | | | | |")
    print("\n".join(single))
    print(f"| **{wanted.pages} pages at once, {wanted.seconds:.0f} s** | | | | | |")
    print("\n".join(many))
    ratio = statistics.median(times) / statistics.median(program) if times else float("nan")
    print(row("`greenalu plan`, whole process", program, f"one page's move is {ratio:.2f} of it"))


if __name__ == "__main__":
    main()

"""The server under 64 clients of every kind for minutes: it answers throughout, and afterwards
holds no more than before."""

import contextlib
import os
import sqlite3
import statistics
import time

import pytest

import machine
from crowd import Crowd
from serving import Client, Server
from test_flood import HealthWatch

# With those that ask for health and metrics there are as many connections as there may be: one more
# would be turned away where all others are at work.
clients = machine.connection_limit - 4


class Gauges:
    """What a server holds, second by second."""

    def __init__(self, server):
        self.server = server
        self.begun = time.monotonic()
        self.memory, self.descriptors, self.threads = [], [], []

    def read(self):
        folder = f"/proc/{self.server.process.pid}"
        self.memory.append((time.monotonic() - self.begun, self.server.memory()))
        self.descriptors.append(len(os.listdir(f"{folder}/fd")))
        self.threads.append(len(os.listdir(f"{folder}/task")))


def growth(samples, warm_up=0.5):
    """Megabytes by which the median of the last third lies above that of the first, after what
    fills up once (plans on the shelf, memory that the allocator keeps) has filled up."""
    settled = [held for _, held in samples[int(len(samples) * warm_up) :]]
    third = max(1, len(settled) // 3)
    return statistics.median(settled[-third:]) - statistics.median(settled[:third])


# Megabytes above which the growth is called a leak, beside a share of what is held.
allowed_growth, allowed_share = 8, 0.04


def is_flat(samples):
    held = statistics.median(held for _, held in samples[len(samples) // 3 :])
    return growth(samples) < max(allowed_growth, held * allowed_share)


def settled_metrics(client):
    """What must be nothing once the clients are gone, by name."""
    text = client.get("/api/v1/metrics").text
    values = dict(line.rsplit(" ", 1) for line in text.splitlines() if not line.startswith("#"))
    names = ("plans_waiting", "plans_running", "jobs_waiting", "jobs_running", "job_listeners")
    held = {name: float(values[f"greenalu_{name}"]) for name in names}
    # The connection that asks is one.
    return {**held, "connections": float(values["greenalu_connections"]) - 1}


def await_calm(client, seconds):
    end = time.monotonic() + seconds
    while any((held := settled_metrics(client)).values()):
        assert time.monotonic() < end, f"still held after the clients left: {held}"
        time.sleep(0.5)


def endure(folder, seconds, seed):
    """Runs the crowd; everything but the memory is judged here.
    - Returns: the gauges and the crowd."""
    server = Server(folder / "store.sqlite")
    try:
        client = Client(server)
        assert client.get("/answer").status == 200
        quiet = Gauges(server)
        quiet.read()
        gauges = Gauges(server)
        with Crowd(server, clients, seed) as crowd, HealthWatch(server) as watch:
            end = time.monotonic() + seconds
            while time.monotonic() < end:
                gauges.read()
                time.sleep(min(1, seconds / 60))
        client.cancel_all()
        await_calm(client, machine.idle_timeout + 10)
        report(gauges, crowd, watch)
        assert crowd.surprises == [], crowd.surprises[:10]
        assert watch.failures == []
        assert statistics.median(watch.times) < 100 * machine.slack
        assert client.is_healthy()
        assert client.get("/api/v1/saved").json["saved"] == []
        quiet.read()
        assert quiet.descriptors[1] <= quiet.descriptors[0] + 2, quiet.descriptors
        assert quiet.threads[1] <= quiet.threads[0] + 2, quiet.threads
        # Each client may have one connection ending while it opens the next.
        assert max(gauges.descriptors) < quiet.descriptors[0] + 3 * clients
        assert max(gauges.threads) <= quiet.threads[0] + 8
    finally:
        code = server.stop()
    assert code == 143, server.text
    check_store(folder / "store.sqlite")
    return gauges, crowd


def check_store(path):
    """The results of the last jobs are kept, and the file is no larger than as many of them, plus what
    else is in it."""
    with contextlib.closing(sqlite3.connect(path)) as store:
        jobs, largest = store.execute(
            "SELECT count(*), max(coalesce(length(csv), 0) + coalesce(length(document), 0)"
            " + coalesce(length(fragment_en), 0) + coalesce(length(fragment_zh), 0)) FROM job"
        ).fetchone()
        assert store.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert jobs <= machine.job_limit
    size = path.stat().st_size
    print(f"store: {size / 1e6:.1f} MB, {jobs} jobs, the largest result {(largest or 0) / 1e6:.2f} MB")
    assert size < (16 << 20) + jobs * (largest or 0)


def report(gauges, crowd, watch):
    times = sorted(watch.times)
    print(f"\n{crowd.requests} requests; statuses {dict(sorted(crowd.codes.items()))}")
    print("by kind:", dict(sorted(((f"{a} {b}", n) for (a, b), n in crowd.counts.items()))))
    print(f"health asked {len(times)} times: median {statistics.median(times):.1f} ms, "
          f"99 of 100 below {times[len(times) * 99 // 100]:.0f} ms, highest {times[-1]:.0f} ms")
    step = max(1, len(gauges.memory) // 20)
    print("memory in MB:", [f"{at:.0f} s: {held:.1f}" for at, held in gauges.memory[::step]])
    print(f"growth {growth(gauges.memory):+.1f} MB; descriptors at most "
          f"{max(gauges.descriptors)}, threads at most {max(gauges.threads)}")


@pytest.mark.slow
def test_a_crowd_of_every_kind_leaves_nothing_behind(tmp_path, pytestconfig):
    """Seconds of it, in every run: nothing but the memory, which takes minutes to judge."""
    _, crowd = endure(tmp_path, 12, pytestconfig.getoption("--seed"))
    assert crowd.codes[200] > 20 and crowd.codes[201] > 1 and crowd.codes[202] > 0
    assert {name for name, _ in crowd.counts} >= {"move", "half open", "malformed", "drop events"}


@pytest.mark.endurance
def test_memory_stays_flat_for_minutes(tmp_path, pytestconfig):
    seconds = pytestconfig.getoption("--seconds")
    gauges, _ = endure(tmp_path, seconds, pytestconfig.getoption("--seed"))
    assert is_flat(gauges.memory), gauges.memory


@pytest.mark.parametrize("leak, flat", [(0, True), (0.01, True), (0.05, False), (0.2, False)])
def test_a_leak_is_told_from_noise(leak, flat):
    """The judgement itself, on made-up memory: a leak of 0.05 MB a second is seen in ten minutes,
    which at 30 requests a second is less than 2 KB for each."""
    samples = []
    for second in range(600):
        filling = 60 * min(1, second / 100)
        noise = ((second * 7919) % 101) / 101 * 8 - 4
        samples.append((second, 120 + filling + noise + leak * second))
    assert is_flat(samples) == flat, growth(samples)

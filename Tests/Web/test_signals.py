"""SIGTERM and SIGINT while the server is at everything at once: it ends soon, with the right code,
and leaves the store closed."""

import signal
import sqlite3
import threading
import time

import pytest

import machine
from serving import Client, Server, head
from test_slow_clients import connect, half_open

yaml = "schema: 1\nextends: no-moves\n"


@pytest.mark.parametrize("name, code", [("SIGTERM", 143), ("SIGINT", 130)])
def test_a_signal_ends_a_server_that_is_at_work(tmp_path, name, code):
    folder = tmp_path / "kept"
    folder.mkdir()
    path, token = folder / "store.sqlite", tmp_path / "token"
    server = Server(path, "--token-file", str(token))
    client = Client(server)
    assert client.post("/api/v1/saved", {"name": "kept", "yaml": yaml}).status == 201
    jobs = [client.post("/api/v1/jobs", {
        "kind": "ensemble", "link": "scenario=policies-as-issued", "draws": 5000, "seed": seed,
    }).json["id"] for seed in (1, 2)]
    client.await_job(jobs[0], "running")
    opened = [connect(server, head("GET", f"/api/v1/jobs/{number}/events", host=server.host,
                                   token=server.token)) for number in jobs]
    opened += [connect(server, half_open(server)) for _ in range(10)]
    codes = []

    def plan(number):
        try:
            codes.append(client.get("/answer", **{"carbon.price": str(100 + number)}).status)
        except OSError:
            codes.append(None)

    planners = [threading.Thread(target=plan, args=(number,)) for number in range(12)]
    for planner in planners:
        planner.start()
    time.sleep(0.3)
    begun = time.monotonic()
    server.process.send_signal(getattr(signal, name))
    ended = server.process.wait(30)
    taken = time.monotonic() - begun
    for planner in planners:
        planner.join(30)
    for connection in opened:
        connection.close()
    assert ended == code, server.text
    assert taken < 5 * machine.slack, f"{taken:.1f} s"
    # Answered, told that the server closes, or cut off; never an error of ours.
    assert set(codes) <= {200, 409, 503, None}, codes
    assert "Fatal error" not in server.text
    assert [file.name for file in folder.iterdir()] == [path.name], "a journal was left"
    store = sqlite3.connect(path)
    assert store.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    states = dict(store.execute("SELECT number, status FROM job"))
    store.close()
    assert [states[number] for number in jobs] == ["interrupted"] * 2
    # It was asked for, to open the next server too.
    assert token.exists()

"""The store after a server that was killed, and on a disk that is full or read-only: what was
confirmed is there, what was deleted is gone, and the file is whole."""

import random
import shutil
import sqlite3
import threading
import time

import pytest

from disks import small_disk
from serving import Client, Server

yaml = "schema: 1\nextends: no-moves\n"
tables = {"saved", "job", "grdb_migrations", "sqlite_sequence"}


def verdict(path):
    """What SQLite says of a file, and the names of its tables."""
    with sqlite3.connect(path) as store:
        checked = store.execute("PRAGMA integrity_check").fetchall()
        names = {name for (name,) in store.execute("SELECT name FROM sqlite_schema "
                                                   "WHERE type = 'table'")}
    store.close()
    return checked, names


class Ledger:
    """What the server confirmed, and what it was asked and never confirmed."""

    def __init__(self):
        self.saved, self.open, self.deleted = {}, set(), set()
        self.finished = {}
        self.jobs = set()
        self.counts = {"saved": 0, "deleted": 0, "jobs": 0, "finished": 0}

    def check(self, client):
        """Holds the server against what was confirmed; what was not may be or not be."""
        listed = {entry["id"]: entry for entry in client.get("/api/v1/saved").json["saved"]}
        lost = [number for number in self.saved
                if number not in listed and number not in self.open]
        assert lost == [], "confirmed and gone"
        assert self.deleted.isdisjoint(listed), "deleted and back"
        sampled = [number for number in listed if number in self.saved][-5:]
        for number in sampled:
            assert client.get(f"/api/v1/saved/{number}").json["yaml"] == self.saved[number]
        jobs = {job["id"]: job for job in client.get("/api/v1/jobs").json["jobs"]}
        kept = set(sorted(self.jobs)[-150:])
        assert kept <= set(jobs), "a job that was taken on and is gone"
        states = {job["status"] for job in jobs.values()}
        assert states <= {"finished", "cancelled", "interrupted", "failed"}, states
        for number, table in list(self.finished.items())[-3:]:
            assert client.get(f"/api/v1/jobs/{number}/result.csv").body == table


def work(server, ledger, ended, dice):
    """Saves, deletes and starts jobs until the server is gone."""
    client = Client(server)
    mine = []
    try:
        while not ended.is_set():
            deed = dice.random()
            if deed < 0.5 or not mine:
                text = yaml + f"# {dice.getrandbits(64)}" + "x" * dice.randint(0, 20_000) + "\n"
                reply = client.post("/api/v1/saved", {"name": f"N {dice.getrandbits(60)}",
                                                      "yaml": text})
                assert reply.status == 201, reply
                mine.append(reply.json["id"])
                ledger.saved[mine[-1]] = text
                ledger.counts["saved"] += 1
            elif deed < 0.75:
                number = mine.pop(dice.randrange(len(mine)))
                ledger.open.add(number)
                assert client.delete(f"/api/v1/saved/{number}").status == 204
                ledger.deleted.add(number)
                ledger.counts["deleted"] += 1
            else:
                reply = client.post("/api/v1/jobs", {
                    "kind": "ensemble", "link": "scenario=policies-as-issued", "draws": 2,
                    "seed": dice.getrandbits(30)})
                assert reply.status in (202, 429), reply
                if reply.status == 429:
                    continue
                number = reply.json["id"]
                ledger.jobs.add(number)
                ledger.counts["jobs"] += 1
                if dice.random() < 0.3:
                    client.delete(f"/api/v1/jobs/{number}")
                table = client.get(f"/api/v1/jobs/{number}/result.csv")
                if table.status == 200:
                    ledger.finished[number] = table.body
                    ledger.counts["finished"] += 1
    except AssertionError as failure:
        ledger.failure = failure
    except Exception:  # pylint: disable=broad-except
        pass  # The server was killed under this request.


def killed_again_and_again(folder, times, seed):
    path = folder / "store.sqlite"
    dice = random.Random(seed)
    ledger = Ledger()
    ledger.failure = None
    left_behind = 0
    for _ in range(times):
        server = Server(path)
        ended = threading.Event()
        try:
            ledger.check(Client(server))
            workers = [threading.Thread(target=work, args=(server, ledger, ended,
                                                           random.Random(dice.random())))
                       for _ in range(6)]
            for worker in workers:
                worker.start()
            # In the middle of one deed or another: how fast the machine is plays no part.
            end, most = time.monotonic() + 20, sum(ledger.counts.values()) + dice.randint(1, 20)
            while sum(ledger.counts.values()) < most and time.monotonic() < end:
                time.sleep(0.002)
            time.sleep(dice.uniform(0, 0.03))
        finally:
            server.process.kill()
            server.process.wait()
        ended.set()
        for worker in workers:
            worker.join()
        assert ledger.failure is None, f"seed {seed}: {ledger.failure}"
        journal = path.with_name(path.name + "-journal")
        # SQLite mends a copy, as it mends the file at the next start.
        copied = folder / "copy"
        copied.mkdir()
        shutil.copy(path, copied)
        if journal.exists():
            left_behind += journal.stat().st_size > 0
            shutil.copy(journal, copied)
        assert verdict(copied / path.name) == ([("ok",)], tables)
        shutil.rmtree(copied)
    last = Server(path)
    try:
        ledger.check(Client(last))
    finally:
        assert last.stop() == 143
    assert verdict(path) == ([("ok",)], tables)
    assert [file.name for file in folder.iterdir()] == [path.name]
    print(f"\nkilled {times} times (seed {seed}): {ledger.counts}, journals left {left_behind}")
    assert all(ledger.counts[deed] > 0 for deed in ("saved", "deleted", "jobs")), ledger.counts


def test_a_killed_server_loses_nothing_that_it_confirmed(tmp_path, pytestconfig):
    killed_again_and_again(tmp_path, 6, pytestconfig.getoption("--seed"))


@pytest.mark.slow
def test_a_server_killed_forty_times_loses_nothing_that_it_confirmed(tmp_path, pytestconfig):
    killed_again_and_again(tmp_path, 40, pytestconfig.getoption("--seed") + 1)


def test_a_read_only_disk_is_named_and_the_page_works(tmp_path):
    with small_disk(tmp_path / "disk", 1024) as disk:
        path = disk.folder / "store.sqlite"
        first = Server(path, inside=disk.inside)
        assert Client(first).post("/api/v1/saved", {"name": "kept", "yaml": yaml}).status == 201
        first.stop()
        before = (disk.seen / path.name).read_bytes()
        disk.make_read_only()
        for place in (path, disk.folder / "another.sqlite", disk.folder / "new" / "store.sqlite"):
            server = Server(place, inside=disk.inside)
            try:
                client = Client(server)
                listed = client.get("/api/v1/saved").json
                assert listed["history"] == "unavailable" and str(place) in listed["reason"]
                assert "read-only" in listed["reason"] and str(place) in server.text
                assert client.get("/answer").status == 200
                assert client.post("/api/v1/saved", {"name": "x", "yaml": yaml}).status == 201
            finally:
                assert server.stop() == 143
        assert (disk.seen / path.name).read_bytes() == before
        assert [file.name for file in disk.seen.iterdir()] == [path.name]


def test_a_disk_that_fills_up_costs_nothing_that_was_saved(tmp_path):
    with small_disk(tmp_path / "disk", 400) as disk:
        path = disk.folder / "store.sqlite"
        server = Server(path, inside=disk.inside)
        client = Client(server)
        try:
            kept = [client.post("/api/v1/saved", {"name": f"kept {number}", "yaml": yaml}).json["id"]
                    for number in range(3)]
            disk.fill()
            large = yaml + "# " + "x" * 100_000
            for number in range(5):
                reply = client.post("/api/v1/saved", {"name": f"Large {number}", "yaml": large},
                                    headers={"Accept-Language": "en"})
                assert reply.status == 503 and "full" in reply.error["message"], reply
            chinese = client.post("/api/v1/saved", {"name": "Large", "yaml": large},
                                  headers={"Accept-Language": "zh"})
            assert chinese.status == 503 and "磁盘" in chinese.error["message"]
            job = client.post("/api/v1/jobs", {"kind": "ensemble", "draws": 2, "seed": 1,
                                               "link": "scenario=policies-as-issued"})
            assert job.status in (202, 503), job
            assert client.get("/answer").status == 200
            if job.status == 202:
                # Its result is kept in memory where the disk has no room for it.
                client.await_job(job.json["id"], "finished")
                assert client.get(f"/api/v1/jobs/{job.json['id']}/result.csv").status == 200
            listed = [entry["id"] for entry in client.get("/api/v1/saved").json["saved"]]
            assert sorted(listed) == sorted(kept)
            disk.make_room()
            reply = client.post("/api/v1/saved", {"name": "After", "yaml": large})
            assert reply.status == 201
            assert client.delete(f"/api/v1/saved/{kept[0]}").status == 204
        finally:
            assert server.stop() == 143
        copied = tmp_path / "copy.sqlite"
        copied.write_bytes((disk.seen / path.name).read_bytes())
        assert verdict(copied) == ([("ok",)], tables)
        again = Server(path, inside=disk.inside)
        try:
            names = {entry["name"] for entry in Client(again).get("/api/v1/saved").json["saved"]}
            assert names == {"kept 1", "kept 2", "After"}
        finally:
            again.stop()


def test_a_full_disk_at_the_start_is_no_end(tmp_path):
    """A job was at work when the server was killed, and there is no room to say so."""
    with small_disk(tmp_path / "disk", 400) as disk:
        path = disk.folder / "store.sqlite"
        server = Server(path, inside=disk.inside)
        client = Client(server)
        assert client.post("/api/v1/saved", {"name": "kept", "yaml": yaml}).status == 201
        number = client.post("/api/v1/jobs", {
            "kind": "ensemble", "draws": 5000, "seed": 1,
            "link": "scenario=policies-as-issued"}).json["id"]
        client.await_job(number, "running")
        server.process.kill()
        server.process.wait()
        disk.fill()
        full = Server(path, inside=disk.inside)
        try:
            client = Client(full)
            assert client.get("/answer").status == 200
            assert client.get("/api/v1/health").json["history"] == "unavailable"
            reason = client.get("/api/v1/saved", lang="en").json["reason"]
            assert str(path) in reason and "full" in reason
        finally:
            assert full.stop() == 143
        disk.make_room()
        again = Server(path, inside=disk.inside)
        try:
            client = Client(again)
            assert [entry["name"] for entry in client.get("/api/v1/saved").json["saved"]] == ["kept"]
            assert client.get(f"/api/v1/jobs/{number}").json["status"] == "interrupted"
        finally:
            again.stop()

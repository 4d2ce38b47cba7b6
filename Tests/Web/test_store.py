"""A store that is locked, broken, too new or not writable: said plainly, never overwritten, and
the page works without it."""

import os
import shutil
import sqlite3

import pytest

from serving import Client, Server

yaml = "schema: 1\nextends: no-moves\n"


def works_without_history(server):
    """The page answers, says that nothing is kept, and why."""
    client = Client(server)
    assert client.get("/", lang="en").status == 200
    assert client.get("/answer").status == 200
    assert client.get("/api/v1/health").json["history"] == "unavailable"
    listed = client.get("/api/v1/saved", lang="en")
    assert listed.status == 200 and listed.json["history"] == "unavailable"
    assert server.store.name in listed.json["reason"]
    assert client.get("/api/v1/saved", lang="zh").json["reason"] != listed.json["reason"]
    # Either for as long as the server runs, or not at all; never an error of ours.
    assert client.post("/api/v1/saved", {"name": "x", "yaml": yaml}).status in (201, 503)


def broken(path):
    path.write_bytes(b"This is no database. " * 500)


def newer(path):
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE grdb_migrations (identifier TEXT NOT NULL PRIMARY KEY)")
        store.execute("INSERT INTO grdb_migrations VALUES ('from-the-future-9999')")
        store.execute("PRAGMA user_version = 9999")
        store.execute("CREATE TABLE treasure (x)")
        store.execute("INSERT INTO treasure VALUES ('kept')")
    store.close()


def foreign(path):
    with sqlite3.connect(path) as store:
        store.execute("CREATE TABLE bookmarks (x)")
        store.execute("INSERT INTO bookmarks VALUES ('kept')")
    store.close()


def truncated(path):
    newer(path)
    path.write_bytes(path.read_bytes()[:3000])


def own(path):
    """A store of this version, with a scenario in it."""
    server = Server(path)
    assert Client(server).post("/api/v1/saved", {"name": "kept", "yaml": yaml}).status == 201
    assert server.stop() == 143


def own_with_a_later_migration(path):
    own(path)
    with sqlite3.connect(path) as store:
        store.execute("INSERT INTO grdb_migrations VALUES ('a-later-one')")
        store.execute("ALTER TABLE saved ADD COLUMN folder TEXT")
    store.close()


def own_with_a_later_version_number(path):
    own(path)
    with sqlite3.connect(path) as store:
        store.execute("PRAGMA user_version = 1")
    store.close()


def with_a_log(path):
    """In write-ahead mode, as its program left it when it was killed: what it wrote last stands in
    a second file, which SQLite would move into the first."""
    made = path.with_name("made.sqlite")
    store = sqlite3.connect(made)
    number = 0
    if path.exists():
        number = int.from_bytes(path.read_bytes()[68:72], "big")
    store.execute("PRAGMA journal_mode = WAL")
    store.execute(f"PRAGMA application_id = {number}")
    store.execute("CREATE TABLE treasure (x)")
    store.commit()
    store.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    store.execute("INSERT INTO treasure VALUES ('kept')")
    store.commit()
    shutil.copy(made, path)
    shutil.copy(f"{made}-wal", f"{path}-wal")
    store.close()
    made.unlink()


def foreign_with_a_log(path):
    with_a_log(path)


def own_with_a_log(path):
    own(path)
    with_a_log(path)


def readable_by_others(path):
    foreign(path)
    path.chmod(0o644)


def contents(folder):
    """Every file of a folder, with its bytes and who may read it."""
    return {file.name: (file.read_bytes(), file.stat().st_mode) for file in folder.iterdir()}


@pytest.mark.parametrize(
    "make",
    [broken, newer, foreign, truncated, own_with_a_later_migration,
     own_with_a_later_version_number, foreign_with_a_log, own_with_a_log, readable_by_others],
)
def test_a_store_that_is_not_ours_is_left_as_it_is(tmp_path, make):
    path = tmp_path / "store.sqlite"
    make(path)
    before = contents(tmp_path)
    server = Server(path)
    try:
        works_without_history(server)
        assert path.name in server.text
        if "own" in make.__name__:
            assert "newer" in server.text
    finally:
        code = server.stop()
    assert code in (0, 143)
    assert contents(tmp_path) == before


def test_a_folder_in_place_of_the_store(tmp_path):
    path = tmp_path / "store.sqlite"
    path.mkdir()
    server = Server(path)
    try:
        works_without_history(server)
    finally:
        server.stop()
    assert path.is_dir() and list(path.iterdir()) == []


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_cannot_be_written(tmp_path):
    path = tmp_path / "closed" / "store.sqlite"
    path.parent.mkdir(mode=0o500)
    server = Server(path)
    try:
        works_without_history(server)
    finally:
        server.stop()


def test_a_store_that_another_program_holds_is_named(tmp_path):
    path = tmp_path / "store.sqlite"
    server = Server(path)
    assert Client(server).post("/api/v1/saved", {"name": "first", "yaml": yaml}).status == 201
    server.stop()
    before = path.read_bytes()
    # Nothing here may open and close the file from now on: that would give up this process's lock.
    holder = sqlite3.connect(path, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    server = Server(path)
    try:
        works_without_history(server)
    finally:
        server.stop()
        holder.execute("ROLLBACK")
        holder.close()
    assert path.read_bytes() == before


def test_what_was_saved_is_there_after_a_crash(tmp_path):
    path = tmp_path / "store.sqlite"
    server = Server(path)
    assert Client(server).post("/api/v1/saved", {"name": "kept", "yaml": yaml}).status == 201
    server.process.kill()
    server.process.wait()
    again = Server(path)
    try:
        listed = [entry["name"] for entry in Client(again).get("/api/v1/saved").json["saved"]]
        assert listed == ["kept"]
    finally:
        again.stop()


def test_a_second_server_leaves_the_store_to_the_first(tmp_path):
    """It cannot know which jobs the first is at; so it keeps nothing and says so."""
    path = tmp_path / "store.sqlite"
    first = Server(path)
    assert Client(first).post("/api/v1/saved", {"name": "first", "yaml": yaml}).status == 201
    second = Server(path)
    try:
        works_without_history(second)
        assert Client(first).post("/api/v1/saved", {"name": "second", "yaml": yaml}).status == 201
        assert len(Client(first).get("/api/v1/saved").json["saved"]) == 2
    finally:
        second.stop()
        first.stop()

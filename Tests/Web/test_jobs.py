"""Work in the background: it tells how far it is, can be cancelled, and its result is that of the
command line."""

import csv
import http.client
import io
import json

import pytest

import machine
from machine import command_line


@pytest.fixture(autouse=True)
def nothing_left_running(client):
    yield
    client.cancel_all()


def post(client, **members):
    reply = client.post("/api/v1/jobs", {"link": "scenario=policies-as-issued", **members})
    assert reply.status == 202, reply
    return reply.json["id"]


def events(client, number):
    """The server-sent events of a job until it ends, as (name, data)."""
    connection = http.client.HTTPConnection(
        "127.0.0.1", client.server.port, timeout=machine.patience * 10
    )
    connection.request(
        "GET", f"/api/v1/jobs/{number}/events",
        headers={"Host": client.server.host, "Authorization": f"Bearer {client.token}",
                 "Accept": "text/event-stream"},
    )
    answer = connection.getresponse()
    assert answer.status == 200
    assert answer.headers["Content-Type"].startswith("text/event-stream")
    result, name, data = [], None, ""
    for line in answer:
        line = line.decode().rstrip("\r\n")
        if line.startswith("event:"):
            name = line[6:].strip()
        elif line.startswith("data:"):
            data += line[5:].strip()
        elif not line and name:
            result.append((name, json.loads(data or "null")))
            name, data = None, ""
            if result[-1][0] in ("finished", "failed", "cancelled"):
                break
    connection.close()
    return result


def test_an_ensemble_tells_its_progress_and_finishes(client):
    number = post(client, kind="ensemble", draws=6, seed=3)
    told = events(client, number)
    assert told[-1][0] == "finished"
    steps = [data for name, data in told if name == "progress"]
    assert steps and all(step["total"] == 6 for step in steps)
    done = [step["done"] for step in steps]
    assert done == sorted(done)
    result = client.get(f"/api/v1/jobs/{number}/result.csv")
    assert result.status == 200
    rows = list(csv.DictReader(io.StringIO(result.text.removeprefix("\ufeff"))))
    assert rows
    shown = client.get("/answer", bands=number)
    assert shown.status == 200
    assert f"bands={number}" in shown.attribute("data-query")
    assert shown.attribute("data-digest") == client.get("/answer").attribute("data-digest")


def test_the_bands_of_another_scenario_are_not_shown_as_its_own(client):
    number = post(client, kind="ensemble", draws=2, seed=3)
    client.await_job(number, "finished")
    own = client.get("/answer", bands=number, lang="en")
    assert "no-bands" not in own.text and "quantile" in own.text
    for other in ({"scenario": "no-moves"}, {"carbon.price": "500"}):
        reply = client.get("/answer", bands=number, lang="en", **other)
        assert reply.status == 200
        assert "no-bands" in reply.text and "quantile" not in reply.text
        table = client.get("/figures/shares.csv", bands=number, lang="en", **other)
        assert "quantile" not in table.text
    assert "quantile" in client.get("/figures/shares.csv", bands=number, lang="en").text


def test_an_ensemble_is_that_of_the_command_line(client, tmp_path):
    out = tmp_path / "ensemble"
    command_line("ensemble", "policies-as-issued", "--draws", 4, "--seed", 11, "--out", out)
    number = post(client, kind="ensemble", draws=4, seed=11)
    client.await_job(number, "finished")
    result = client.get(f"/api/v1/jobs/{number}/result.csv").body
    written = [file.read_bytes() for file in out.glob("*.csv")]
    assert result in written


def test_a_running_ensemble_is_cancelled(client):
    number = post(client, kind="ensemble", draws=5000, seed=1)
    client.await_job(number, "running")
    assert client.delete(f"/api/v1/jobs/{number}").status == 200
    client.await_job(number, "cancelled", seconds=machine.patience * 2)
    assert events(client, number)[-1][0] == "cancelled"
    assert client.get(f"/api/v1/jobs/{number}/result.csv").status == 409
    assert client.is_healthy()


def test_a_waiting_job_is_cancelled_before_it_starts(client):
    first = post(client, kind="ensemble", draws=5000, seed=1)
    second = post(client, kind="ensemble", draws=5000, seed=2)
    client.delete(f"/api/v1/jobs/{second}")
    client.await_job(second, "cancelled", seconds=2 * machine.slack)
    assert client.get(f"/api/v1/jobs/{first}").json["status"] in ("running", "waiting")


def test_alternatives_are_found(client):
    number = post(client, kind="alternatives")
    client.await_job(number, "finished", seconds=machine.patience * 20)
    fragment = client.get(f"/api/v1/jobs/{number}/fragment", lang="en")
    assert fragment.status == 200 and "<table" in fragment.text
    assert 'id="alternatives"' in fragment.text


@pytest.mark.slow
def test_whole_potlines_are_solved_in_the_background(client):
    number = post(client, kind="whole_lines", link="scenario=no-moves&planning.lines=whole")
    client.await_job(number, "finished", "failed", seconds=machine.patience * 40)
    fragment = client.get(f"/api/v1/jobs/{number}/fragment", lang="en")
    assert fragment.status == 200


def test_jobs_are_listed_with_what_they_are(client):
    number = post(client, kind="ensemble", draws=2, seed=5)
    client.await_job(number, "finished")
    listed = {job["id"]: job for job in client.get("/api/v1/jobs").json["jobs"]}
    assert listed[number]["kind"] == "ensemble"
    assert listed[number]["status"] == "finished"


def test_a_job_of_a_refused_scenario_is_refused(client):
    reply = client.post(
        "/api/v1/jobs",
        {"kind": "ensemble", "link": "scenario=policies-as-issued&carbon.price=-5", "draws": 2},
    )
    assert reply.status == 422 and "carbon.price" in reply.problems

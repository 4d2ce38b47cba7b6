"""The interface for programs does what its own description says."""

import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

import machine
from serving import Client, Server

# Statuses that no description lists for every path: of the frame around the routes.
frame = {"401", "421"}


@pytest.fixture(scope="module")
def description(server):
    reply = Client(server).get("/api/v1/openapi.json")
    assert reply.status == 200
    return reply.json


def test_the_description_is_of_this_version(description, client):
    assert description["openapi"].startswith("3.1") or description["openapi"].startswith("3.0")
    assert description["info"]["version"]


def test_every_described_path_exists_and_no_other(description, client):
    """Each described operation is answered by its own route; and what the issue asks for is
    described."""
    paths = set(description["paths"])
    prefix = "" if any(path.startswith("/api/v1") for path in paths) else "/api/v1"
    full = {prefix + path for path in paths}
    for wanted in ("health", "metrics", "openapi.json", "levers", "scenarios", "plans",
                   "scenarios/check", "saved", "jobs"):
        assert f"/api/v1/{wanted}" in full, wanted
    for path, operations in description["paths"].items():
        concrete = re.sub(r"\{\w+\}", "1", prefix + path)
        for method in ("get", "post", "delete"):
            if concrete.endswith("/events"):
                continue
            body = {} if method == "post" else None
            reply = client.request(method.upper(), concrete, body=body)
            if method in operations:
                assert reply.status != 405, (method, concrete)
                assert str(reply.status) in set(operations[method]["responses"]) | frame
            else:
                assert reply.status in (403, 404, 405), (method, concrete, reply)


def test_health_and_metrics(client, stranger):
    health = stranger.get("/api/v1/health")
    assert health.status == 200 and health.json["status"] == "ok"
    client.get("/answer")
    metrics = client.get("/api/v1/metrics")
    assert metrics.header("Content-Type").startswith("text/plain")
    for line in metrics.text.splitlines():
        assert line.startswith("#") or re.fullmatch(
            r'[a-z_:][a-zA-Z0-9_:]*(\{.*\})? [-+0-9.eE]+(Inf|NaN)?', line
        ), line
    assert "greenalu_" in metrics.text


def test_shipped_scenarios_are_listed_and_shown(client):
    listed = client.get("/api/v1/scenarios").json["scenarios"]
    shipped = {file.stem for file in (machine.repository / "scenarios").glob("*.yaml")}
    assert {entry["name"] for entry in listed} == shipped
    one = client.get("/api/v1/scenarios/dry-yunnan", lang="en")
    assert one.status == 200
    assert one.json["title"]["en"] == "Two dry years in Yunnan, planned moves kept"
    assert one.json["digest"] == client.get("/answer", scenario="dry-yunnan").attribute("data-digest")
    assert client.get("/api/v1/scenarios/no-such").status == 404


def test_saving_reading_and_deleting(client):
    made = client.post("/api/v1/saved", {"name": "Mine", "link": "scenario=dry-yunnan&carbon.price=250"})
    assert made.status == 201
    number = made.json["id"]
    read = client.get(f"/api/v1/saved/{number}")
    assert read.json["name"] == "Mine" and "250" in read.json["yaml"]
    same = client.get("/answer", scenario=f"saved:{number}")
    assert same.status == 200
    assert client.delete(f"/api/v1/saved/{number}").status == 204
    assert client.get(f"/api/v1/saved/{number}").status == 404
    assert client.delete(f"/api/v1/saved/{number}").status == 404
    gone = client.get("/answer", scenario=f"saved:{number}")
    assert gone.status == 422


def test_checking_a_scenario_lists_all_findings(client):
    good = client.post("/api/v1/scenarios/check", {"yaml": "schema: 1\nextends: no-moves\n"})
    assert good.status == 200 and good.json["accepted"] is True
    assert re.fullmatch(r"[0-9a-f]{64}", good.json["digest"])
    bad = client.post(
        "/api/v1/scenarios/check",
        {"yaml": "schema: 1\nextends: no-moves\ncarbon: {price: -5}\nquotta: 1\n"},
    )
    assert bad.status == 200 and bad.json["accepted"] is False and bad.json["digest"] is None
    text = bad.text
    assert "carbon.price" in text and "quotta" in text and "quotas" in text


def run_schemathesis(server, requests, seed, folder, seconds, phases):
    """Runs schemathesis against the served description; returns its exit code, its output and the
    number of requests the server counted meanwhile.

    One worker: with two, its phase of boundary values can end in an error of the Python compiler,
    whose recursion limit the other thread changes."""
    program = Path(sys.executable).with_name("schemathesis")
    before = counted(Client(server))
    run = subprocess.run(
        [str(program), "--no-color", "run", f"{server.origin}/api/v1/openapi.json",
         "--url", server.origin,
         "--header", f"Authorization: Bearer {server.token}",
         "--header", f"Origin: {server.origin}",
         "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,"
                     "response_schema_conformance,response_headers_conformance",
         "--max-examples", str(requests), "--seed", str(seed), "--workers", "1",
         "--phases", phases, "--no-shrink", "--continue-on-failure",
         "--request-timeout", str(int(machine.patience * 8)), "--suppress-health-check", "all",
         "--exclude-path-regex", "/events$"],
        cwd=folder, capture_output=True, text=True, timeout=seconds, check=False,
    )
    return run.returncode, run.stdout + run.stderr, counted(Client(server)) - before


def counted(client):
    """Requests answered so far, by the server's own count."""
    text = client.get("/api/v1/metrics").text
    return sum(
        float(line.rsplit(" ", 1)[1])
        for line in text.splitlines()
        if line.startswith("greenalu_requests_total")
    )


def conforms(server, folder, requests, seed, least, seconds, phases):
    code, output, count = run_schemathesis(server, requests, seed, folder, seconds, phases)
    print(output[-6000:])
    print(f"requests: {count:.0f}, seed {seed}")
    assert code == 0, output[-6000:]
    assert count >= least
    assert Client(server).is_healthy()


def test_requests_made_from_the_description_find_no_fault(server, folder, pytestconfig):
    begun = time.monotonic()
    conforms(
        server, folder, 20, pytestconfig.getoption("--seed"), 150, machine.patience * 40,
        "examples,fuzzing",
    )
    print(f"{time.monotonic() - begun:.0f} s")


@pytest.mark.long
def test_ten_thousand_requests_find_no_fault(folder, pytestconfig):
    """For Scripts/test-web --long: ten thousand requests on a server of their own."""
    running = Server(folder / "long.sqlite")
    try:
        conforms(
            running, folder, 600, pytestconfig.getoption("--seed"), 10_000, 7200,
            "examples,coverage,fuzzing",
        )
    finally:
        code = running.stop()
    assert code in (0, 143), running.text

"""Nothing outside what the server hands out can be read, however the path is written."""

import pytest

from serving import exchange, head, statuses

# Words of files that lie outside: of the system, of the repository, of the shipped tables, of the
# store.
outside = [b"root:x:", b"root:*:", b"swift-tools-version", b"SQLite format 3", b"[fonts]",
           b"GNU GENERAL", b"Apache License", b"\x7fELF", b"PATH="]

targets = ["etc/passwd", "Package.swift", "proc/self/environ", "store.sqlite"]

prefixes = {
    "dots": "../../../../../../",
    "dots after a file": "page.css/../../../../",
    "encoded dots": "%2e%2e/%2e%2e/%2e%2e/%2e%2e/%2e%2e/",
    "encoded dots in capitals": "%2E%2E/%2E%2E/%2E%2E/",
    "encoded slashes": "..%2f..%2f..%2f..%2f..%2f",
    "encoded twice": "%252e%252e%252f%252e%252e%252f",
    "backslashes": "..\\..\\..\\",
    "encoded backslashes": "..%5c..%5c..%5c",
    "overlong dots": "%c0%ae%c0%ae/%c0%ae%c0%ae/",
    "overlong slash": "..%c0%af..%c0%af",
    "overlong in three bytes": "%e0%80%ae%e0%80%ae/",
    "full-width": "%ef%bc%8e%ef%bc%8e/%ef%bc%8e%ef%bc%8e/",
    "dots with a dot between": ".././.././",
    "four dots": "....//....//",
    "a parameter": "..;/..;/",
    "absolute": "/",
    "absolute, encoded": "%2f",
    "home": "~/",
    "a scheme": "file:///",
    "NUL before": "%00/../../../",
}


def reveals_nothing(received):
    codes = statuses(received)
    assert len(codes) <= 1 and all(code in (400, 401, 404, 405, 421, 422) for code in codes), (
        received[:400]
    )
    for word in outside:
        assert word not in received
    return True


@pytest.mark.parametrize("place", ["/", "/figures/", "/api/v1/scenarios/", "/api/v1/saved/",
                                   "/api/v1/jobs/"])
@pytest.mark.parametrize("case", list(prefixes))
def test_a_path_leads_nowhere(server, client, place, case):
    for target in targets:
        for ending in ("", "%00.css", "%00", ".svg"):
            path = place + prefixes[case] + target + ending
            sent = head("GET", path, "Connection: close", host=server.host, token=server.token)
            assert reveals_nothing(exchange(server.port, sent, seconds=10)), path
    assert client.is_healthy()


@pytest.mark.parametrize("parameter", ["scenario", "base", "compare"])
@pytest.mark.parametrize("case", list(prefixes))
def test_a_scenario_is_no_path(client, parameter, case):
    for target in ("etc/passwd", "policies-as-issued", "policies-as-issued.yaml"):
        reply = client.request("GET", f"/answer?{parameter}={prefixes[case]}{target}")
        assert reply.status in (400, 422), reply
        for word in outside:
            assert word not in reply.body


@pytest.mark.parametrize(
    "reference",
    ["saved:0", "saved:-1", "saved:1.5", "saved:abc", "saved:", "saved:99999999999999999999999",
     "saved:9223372036854775807", "saved:1;", "saved:1/../2", "SAVED:1", "policies-as-issued\u0000",
     "policies-as-issued/", "Policies-As-Issued.YAML", ".", "..", "data", "x" * 5000],
)
def test_a_scenario_that_is_not_there_is_refused_by_name(client, reference):
    reply = client.get("/answer", scenario=reference)
    assert reply.status in (400, 414, 422)
    assert client.post("/api/v1/plans", {"scenario": reference}).status in (400, 404, 422)


@pytest.mark.parametrize("number", ["0", "-1", "1.0", "1e3", "abc", "0x1", "１", "99999999999999999999",
                                    "9223372036854775807", "1%00", "1/", " 1", "+1", "NaN"])
def test_a_number_that_is_none_finds_nothing(client, number):
    from urllib.parse import quote

    for place in ("saved", "jobs"):
        path = f"/api/v1/{place}/" + quote(number, safe="%/")
        for method in ("GET", "DELETE"):
            reply = client.request(method, path)
            assert reply.status in (400, 404), (method, path, reply)


@pytest.mark.parametrize(
    "path",
    ["../../etc/passwd", "/etc/passwd", "~/x", "../Package", "%2e%2e/Package",
     "http://evil.example/x.yaml", "file:///etc/passwd", "policies-as-issued\u0000",
     "/proc/self/environ", "/dev/zero", "saved:1"],
)
@pytest.mark.parametrize("key", ["extends"])
def test_a_brought_scenario_opens_no_file(client, key, path):
    import json

    yaml = f"schema: 1\n{key}: {json.dumps(path)}\n"
    checked = client.post("/api/v1/scenarios/check", {"yaml": yaml})
    assert checked.status in (200, 422)
    saved = client.post("/api/v1/saved", {"name": "Brought", "yaml": yaml})
    assert saved.status == 422
    for reply in (checked, saved):
        for word in outside:
            assert word not in reply.body


def test_the_tables_of_a_brought_scenario_are_the_shipped_ones(client):
    for line in ("tables: ../../etc", "data: /etc", "tables: {quotas: /etc/passwd}"):
        yaml = f"schema: 1\nextends: policies-as-issued\n{line}\n"
        reply = client.post("/api/v1/saved", {"name": "Brought", "yaml": yaml})
        assert reply.status == 422
        assert b"root:x:" not in reply.body


def test_a_download_is_named_by_us(client):
    name = 'x"; filename="evil.exe'
    for path in ("/results.csv", "/scenario.yaml", "/figures/quotas.svg", "/figures/quotas.csv"):
        reply = client.get(path)
        assert reply.status == 200, path
        disposition = reply.header("Content-Disposition")
        assert disposition.startswith("attachment; filename=")
        assert "/" not in disposition and "\\" not in disposition
    saved = client.post(
        "/api/v1/saved", {"name": name, "yaml": "schema: 1\nextends: no-moves\n"}
    ).json["id"]
    reply = client.get("/scenario.yaml", scenario=f"saved:{saved}")
    assert "evil.exe" not in reply.header("Content-Disposition")
    client.delete(f"/api/v1/saved/{saved}")

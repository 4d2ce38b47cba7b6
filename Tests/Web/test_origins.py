"""A page of another origin cannot change anything here (cross-site request forgery)."""

import json

import pytest

from serving import exchange, head, statuses

yaml = "schema: 1\nextends: policies-as-issued\n"
saving = {"name": "From another page", "yaml": yaml}


def state(client):
    """What a request could change."""
    return (
        client.get("/api/v1/saved").json,
        [(job["id"], job["status"]) for job in client.get("/api/v1/jobs").json["jobs"]],
    )


def foreign(port):
    return {
        "null": "null",
        "foreign": "http://evil.example",
        "foreign with our port": f"http://evil.example:{port}",
        "our name as a prefix": "http://localhost.evil",
        "our name and port as a prefix": f"http://localhost.evil:{port}",
        "our address as a prefix": f"http://127.0.0.1.evil.example:{port}",
        "our origin as a prefix": f"http://127.0.0.1:{port}.evil.example",
        "our origin as a user": f"http://127.0.0.1:{port}@evil.example",
        "another port": f"http://127.0.0.1:{port % 60000 + 1024}",
        "without a port": "http://127.0.0.1",
        "encrypted": f"https://127.0.0.1:{port}",
        "a file": "file://",
        "empty": "",
        "a list": f"http://127.0.0.1:{port} http://evil.example",
    }


def as_cookie(server, **headers):
    """The headers of a browser that has the cookie."""
    return {"Authorization": None, "Cookie": f"greenalu_token={server.token}", **headers}


@pytest.mark.parametrize("case", list(foreign(0)))
def test_a_change_from_another_origin_is_refused(server, client, case):
    before = state(client)
    headers = as_cookie(server, Origin=foreign(server.port)[case])
    assert client.post("/api/v1/saved", saving, headers=headers).status == 403
    assert state(client) == before


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none"])
def test_a_change_that_the_browser_calls_foreign_is_refused(server, client, site):
    before = state(client)
    headers = as_cookie(server, Origin=None, **{"Sec-Fetch-Site": site})
    assert client.post("/api/v1/saved", saving, headers=headers).status == 403
    assert state(client) == before


def test_an_own_origin_does_not_excuse_a_foreign_site(server, client):
    headers = as_cookie(server, **{"Sec-Fetch-Site": "cross-site"})
    assert client.post("/api/v1/saved", saving, headers=headers).status == 403


def test_a_change_that_names_no_origin_is_refused(server, client):
    before = state(client)
    headers = as_cookie(server, Origin=None)
    assert client.post("/api/v1/saved", saving, headers=headers).status == 403
    assert state(client) == before


@pytest.mark.parametrize(
    "kind",
    ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x", None,
     "text/plain; application/json", "application/jsonp", "application/xml"],
)
def test_a_form_cannot_post(server, client, kind):
    """What a foreign form can send without asking first is never taken for JSON."""
    before = state(client)
    headers = as_cookie(server, **{"Content-Type": kind})
    reply = client.post("/api/v1/saved", json.dumps(saving), headers=headers)
    assert reply.status == 415
    assert state(client) == before


@pytest.mark.parametrize("path", ["/api/v1/saved", "/api/v1/plans", "/", "/answer"])
def test_no_other_origin_is_allowed_in(server, client, path):
    headers = {
        "Origin": "http://evil.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
    }
    for method in ("OPTIONS", "GET"):
        reply = client.request(method, path, headers=headers)
        allowed = [name for name in reply.headers if name.lower().startswith("access-control-")]
        assert allowed == []


def test_reading_never_changes_anything(server, client):
    before = state(client)
    link = "?name=x&link=scenario%3Dpolicies-as-issued&kind=ensemble&draws=10&yaml=schema%3A%201"
    for path in (
        "/", "/answer", "/comparison", "/results.csv", "/api/v1/saved", "/api/v1/jobs",
        "/api/v1/plans", "/api/v1/scenarios/check", "/api/v1/saved/1", "/api/v1/jobs/1",
    ):
        for method in ("GET", "HEAD"):
            extra = link if path.startswith("/api") else ""
            assert client.request(method, path + extra).status < 500
            overridden = {"X-HTTP-Method-Override": "DELETE"}
            assert client.request(method, path, headers=overridden).status < 500
    assert state(client) == before


def test_the_own_page_can_save(server, client):
    headers = as_cookie(server, **{"Sec-Fetch-Site": "same-origin"})
    reply = client.post("/api/v1/saved", saving, headers=headers)
    assert reply.status == 201
    assert client.delete(f"/api/v1/saved/{reply.json['id']}", headers=headers).status == 204


def test_an_origin_given_twice_is_refused(server, client):
    before = state(client)
    body = json.dumps(saving)
    sent = head(
        "POST", "/api/v1/saved", f"Origin: {server.origin}", "Origin: http://evil.example",
        "Content-Type: application/json", f"Content-Length: {len(body)}", "Connection: close",
        f"Cookie: greenalu_token={server.token}", host=server.host,
    )
    assert statuses(exchange(server.port, sent + body.encode()))[0] in (400, 403)
    assert state(client) == before

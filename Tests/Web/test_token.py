"""Another user of the machine, who has no token, reads nothing."""

import stat

import pytest

from serving import Client

secured = [
    "/", "/answer", "/comparison", "/table?key=hosting", "/figures/quotas.svg",
    "/figures/quotas.csv", "/results.csv", "/scenario.yaml",
    "/api/v1/metrics", "/api/v1/openapi.json", "/api/v1/levers", "/api/v1/scenarios",
    "/api/v1/scenarios/dry-yunnan", "/api/v1/saved", "/api/v1/saved/1", "/api/v1/jobs",
    "/api/v1/jobs/1", "/api/v1/jobs/1/events", "/api/v1/jobs/1/result.csv",
    "/api/v1/jobs/1/fragment", "/api/v1/nothing", "/nothing",
]


@pytest.mark.parametrize("path", secured)
def test_without_the_token_nothing_is_shown(stranger, path):
    reply = stranger.get(path)
    assert reply.status == 401
    for word in ("Yunnan", "云南", "CN-YN", "greenalu_token="):
        assert word not in reply.text


@pytest.mark.parametrize(
    "method, path",
    [("POST", "/api/v1/plans"), ("POST", "/api/v1/scenarios/check"), ("POST", "/api/v1/saved"),
     ("POST", "/api/v1/jobs"), ("DELETE", "/api/v1/saved/1"), ("DELETE", "/api/v1/jobs/1")],
)
def test_without_the_token_nothing_is_changed(stranger, method, path):
    assert stranger.request(method, path, body={} if method == "POST" else None).status == 401


def wrong_tokens(token):
    return {
        "empty": "",
        "another": "A" * len(token),
        "first half": token[: len(token) // 2],
        "without its last character": token[:-1],
        "with one character more": token + "A",
        "in other case": token.swapcase(),
        "quoted": f'"{token}"',
        "percent": "%",
        "as a pattern": "*",
        "very long": token * 200,
    }


@pytest.mark.parametrize("case", list(wrong_tokens("x" * 43)))
def test_a_wrong_token_opens_nothing(server, case):
    wrong = wrong_tokens(server.token)[case]
    for headers in (
        {"Authorization": f"Bearer {wrong}"},
        {"Authorization": wrong},
        {"Authorization": f"Basic {wrong}"},
        {"Cookie": f"greenalu_token={wrong}"},
    ):
        reply = Client(server, token=None).get("/api/v1/levers", headers=headers)
        assert reply.status in (400, 401), headers


@pytest.mark.parametrize("case", list(wrong_tokens("x" * 43)))
def test_a_link_with_a_wrong_token_sets_no_cookie(server, stranger, case):
    reply = stranger.get("/", token=wrong_tokens(server.token)[case])
    assert reply.status == 401
    assert reply.header("Set-Cookie") is None


def test_the_token_in_a_link_opens_no_other_path(server, stranger):
    """A token belongs to the first page load; other links never carry one."""
    assert stranger.get("/api/v1/levers", token=server.token).status == 401
    assert stranger.get("/answer", token=server.token).status == 401


def test_a_cookie_of_a_similar_name_opens_nothing(server, stranger):
    for name in ("greenalu_token2", "xgreenalu_token", "GREENALU_TOKEN"):
        reply = stranger.get("/answer", headers={"Cookie": f"{name}={server.token}"})
        assert reply.status == 401


def test_the_cookie_among_others_is_found(server, stranger):
    cookies = f"a=b; greenalu_token={server.token}; c=d"
    assert stranger.get("/api/v1/levers", headers={"Cookie": cookies}).status == 200


def test_the_printed_address_sets_a_cookie_and_takes_the_token_out_of_the_link(server, stranger):
    reply = stranger.get("/", token=server.token, scenario="dry-yunnan", lang="en")
    assert reply.status == 303
    assert server.token not in reply.header("Location")
    assert "scenario=dry-yunnan" in reply.header("Location")
    assert reply.header("Location").startswith("/")
    cookie = reply.header("Set-Cookie")
    assert cookie.startswith(f"greenalu_token={server.token}")
    assert "HttpOnly" in cookie and "SameSite=Strict" in cookie and "Path=/" in cookie
    assert "Domain" not in cookie


def test_the_redirect_leads_nowhere_else(server, stranger):
    for path in ("//evil.example/", "/\\evil.example", "/%0d%0aSet-Cookie:x=y"):
        reply = stranger.get(path, token=server.token)
        location = reply.header("Location") or "/"
        assert location.startswith("/") and not location.startswith(("//", "/\\"))
        assert "x=y" not in (reply.header("Set-Cookie") or "")


def test_a_page_without_the_token_asks_for_it(stranger):
    for language, word in (("en", "token"), ("zh", "令牌")):
        reply = stranger.get("/", scenario="dry-yunnan", lang=language)
        assert reply.status == 401
        assert word in reply.text and 'name="token"' in reply.text
        assert "dry-yunnan" in reply.text


def test_what_is_shown_never_holds_the_token(server, client):
    for path in ("/", "/answer", "/scenario.yaml", "/api/v1/metrics", "/api/v1/openapi.json"):
        reply = client.get(path)
        assert reply.status == 200
        assert server.token not in reply.text
        assert server.token not in str(reply.headers)


def test_the_token_cannot_be_guessed(server):
    """At least 128 bits, written in a base of 64 or less."""
    assert len(server.token) * 4 >= 128
    assert len(set(server.token)) > 8


def test_files_are_for_their_owner_alone(server, client, folder):
    client.post("/api/v1/saved", {"name": "Mine", "yaml": "schema: 1\nextends: no-moves\n"})
    files = [file for file in folder.rglob("*") if file.is_file()]
    assert files
    for file in files:
        assert stat.S_IMODE(file.stat().st_mode) == 0o600, file


@pytest.mark.parametrize("path", ["/", "/answer", "/page.js", "/page.css", "/api/v1/health",
                                  "/api/v1/levers", "/nothing"])
def test_every_answer_carries_the_headers(server, client, stranger, path):
    for asking in (client, stranger):
        reply = asking.get(path)
        policy = reply.header("Content-Security-Policy")
        for part in ("default-src 'self'", "script-src 'self'", "style-src 'self'",
                     "frame-ancestors 'none'", "base-uri 'none'", "form-action 'self'"):
            assert part in policy
        assert "unsafe" not in policy
        assert reply.header("X-Content-Type-Options") == "nosniff"
        assert reply.header("Referrer-Policy") == "no-referrer"
        assert reply.header("Cache-Control") in ("no-store", "no-cache")

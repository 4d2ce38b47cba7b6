"""Names that are markup, commands or SQL are kept as they are, shown as text, and never run."""

import pytest

import names

yaml = "schema: 1\nextends: no-moves\n"


@pytest.fixture(scope="module")
def saved(server):
    """Every allowed name, saved: case to number."""
    from serving import Client

    client = Client(server)
    numbers = {}
    for case, name in names.harmless_if_escaped.items():
        reply = client.post("/api/v1/saved", {"name": name, "yaml": yaml})
        assert reply.status == 201, (case, reply)
        numbers[case] = reply.json["id"]
    return numbers


@pytest.mark.parametrize("case", list(names.harmless_if_escaped))
def test_a_name_comes_back_as_it_was(client, saved, case):
    reply = client.get(f"/api/v1/saved/{saved[case]}")
    assert reply.status == 200
    assert reply.json["name"] == names.harmless_if_escaped[case]


@pytest.mark.parametrize("case", list(names.refused))
def test_a_name_that_could_do_harm_elsewhere_is_refused(client, case):
    reply = client.post("/api/v1/saved", {"name": names.refused[case], "yaml": yaml})
    assert reply.status in (400, 422), reply
    assert "name" in reply.problems
    listed = [entry["name"] for entry in client.get("/api/v1/saved").json["saved"]]
    assert names.refused[case] not in listed


@pytest.mark.parametrize("case", list(names.refused))
def test_a_title_that_could_do_harm_elsewhere_is_refused(client, case):
    import json

    if names.refused[case].strip() == "":
        pytest.skip("a scenario may go without a title")
    text = json.dumps(names.refused[case])
    brought = f"{yaml}title: {{en: {text}, zh: {text}}}\n"
    reply = client.post("/api/v1/saved", {"name": "With a title", "yaml": brought})
    if case == "a thousand characters" and reply.status == 201:
        client.delete(f"/api/v1/saved/{reply.json['id']}")
        return
    assert reply.status == 422, reply


@pytest.mark.parametrize("language", ["en", "zh"])
def test_names_are_shown_as_text(client, saved, browser, language):
    """Each name stands in the page letter by letter; nothing of it became an element, and no
    dialog opened (which the browser's fixture checks)."""
    page = browser.open(f"/?lang={language}")
    shown = page.evaluate("() => document.documentElement.textContent")
    squeezed = " ".join(shown.split())
    for case, name in names.harmless_if_escaped.items():
        assert " ".join(name.split()) in squeezed, case
    foreign = page.evaluate(
        """() => [...document.querySelectorAll('*')].filter((element) =>
             [...element.attributes].some((a) => a.name.startsWith('on'))
             || ['IFRAME', 'OBJECT', 'EMBED', 'BASE'].includes(element.tagName)
             || (element.tagName === 'IMG' && !element.src.startsWith('data:'))
             || (element.tagName === 'SCRIPT' && element.src
                 && new URL(element.src).host !== location.host)
           ).map((element) => element.outerHTML.slice(0, 200))"""
    )
    assert foreign == []


@pytest.mark.parametrize("case", ["a script", "the end of an attribute", "the end of an element",
                                  "markup in a drawing", "Chinese"])
def test_a_saved_scenario_of_that_name_is_opened(client, saved, browser, case):
    page = browser.open(f"/?scenario=saved:{saved[case]}&lang=en")
    assert page.status == "optimal"
    for path in ("/answer", "/figures/quotas.svg", "/comparison"):
        reply = client.get(path, scenario="no-moves", compare=f"saved:{saved[case]}")
        assert reply.status == 200
        for raw in ("<script>alert", "<svg onload", "onerror=alert(1)>"):
            assert raw not in reply.text


def test_what_is_wrong_in_a_link_is_shown_as_text(client, browser):
    """Text of a link that stands in a refusal."""
    attack = "<img src=x onerror=alert(1)>"
    from urllib.parse import quote

    for query in (f"carbon.price={quote(attack)}", f"{quote(attack)}=1", f"scenario={quote(attack)}",
                  f"year={quote(attack)}", f"compare={quote(attack)}", f"lang={quote(attack)}"):
        reply = client.get("/answer?" + query)
        assert reply.status in (400, 422), query
        assert "<img" not in reply.text
        browser.open("/?" + query)


def test_a_plant_of_that_name_is_shown_as_text(client, browser):
    """A smelter that a brought scenario adds, with markup for a name."""
    brought = (
        "schema: 1\nextends: policies-as-issued\nsmelters:\n  add:\n"
        "    \"<img src=x onerror=alert(1)>\": {province: CN-YN, capacity: 0.5, electricity: 13200}\n"
    )
    reply = client.post("/api/v1/saved", {"name": "A plant", "yaml": brought})
    if reply.status == 201:
        page = browser.open(f"/?scenario=saved:{reply.json['id']}&lang=en")
        assert page.locator("img[src='x']").count() == 0
    else:
        assert reply.status == 422
        assert "<img" not in reply.text or reply.header("Content-Type").startswith("application/json")


@pytest.mark.parametrize(
    "search",
    ["%", "_", "%%", "'", "''", '"', "\\", "\\%", "*", "?", "' OR '1'='1", "'; DROP TABLE scenarios; --",
     "\u0000", "x\u0000", ")", "--", ";", "%' ESCAPE '%", "a" * 5000, "云南", "NULL", "/*", "[a-z]", "⟪"],
)
def test_a_search_is_a_text_and_no_pattern(client, saved, search):
    """Found is exactly what holds the text; the rest of the store is untouched."""
    before = client.get("/api/v1/saved").json
    reply = client.get("/api/v1/saved", search=search)
    assert reply.status in (200, 400, 414, 422), reply
    if reply.status == 200:
        folded = search.casefold()
        for entry in reply.json["saved"]:
            assert folded in entry["name"].casefold(), (search, entry["name"])
        for entry in before["saved"]:
            if search and search in entry["name"]:
                assert entry in reply.json["saved"], (search, entry["name"])
    assert client.get("/api/v1/saved").json == before


def test_a_search_finds_by_a_part_of_the_name(client, saved):
    found = client.get("/api/v1/saved", search="枯水").json["saved"]
    assert [entry["name"] for entry in found] == [names.harmless_if_escaped["Chinese"]]
    found = client.get("/api/v1/saved", search="100 %").json["saved"]
    assert [entry["name"] for entry in found] == [names.harmless_if_escaped["wild cards"]]

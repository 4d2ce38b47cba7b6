"""The page's numbers are those of the command line: same scenario, same digest, same bytes."""

import csv
import io
import json
import re

import pytest
import yaml

from machine import PlannedFolder

# Links, and the same scenario as the command line is given it.
links = {
    "as shipped": ({"scenario": "policies-as-issued"}, ["policies-as-issued"]),
    "one setting": (
        {"scenario": "dry-yunnan", "carbon.price": "250"},
        ["dry-yunnan", "--set", "carbon.price=250"],
    ),
    "places and years": (
        {"scenario": "policies-as-issued", "hosting.CN-YN.2026": "1.2", "quotas.shift": "5",
         "hydrology.CN-SC": "0.8"},
        ["policies-as-issued", "--set", "hosting.CN-YN.2026=1.2", "--set", "quotas.shift=5",
         "--set", "hydrology.CN-SC=0.8"],
    ),
    "a rule": (
        {"scenario": "no-moves", "accounting.rule": "strict"},
        ["no-moves", "--set", "accounting.rule=strict"],
    ),
}


@pytest.mark.parametrize("case", list(links))
def test_results_and_digest_equal_the_command_line(client, tmp_path, case):
    parameters, arguments = links[case]
    planned = PlannedFolder(tmp_path / "plan", *arguments)
    assert client.get("/answer", **parameters).attribute("data-digest") == planned.digest
    assert client.get("/results.csv", **parameters).body == planned.bytes("results.csv")


@pytest.mark.parametrize(
    "parameters",
    [
        {"scenario": "policies-as-issued"},
        {"scenario": "dry-yunnan", "carbon.price": "250", "hosting.CN-YN.2026": "1.2"},
        {"scenario": "policies-as-issued", "growth-wind": "5", "hosting-scale": "1.5"},
        {"scenario": "dry-yunnan", "growth-solar": "-3", "capital-scale": "0.8",
         "accounting.rule": "strict", "certificates.price": "30"},
    ],
    ids=["untouched", "settings", "derived levers", "both"],
)
def test_the_downloaded_scenario_makes_the_same_plan_on_the_command_line(
    client, tmp_path, parameters
):
    reply = client.get("/scenario.yaml", **parameters)
    assert reply.status == 200
    assert re.fullmatch(r'attachment; filename="?[\w.-]+\.yaml"?', reply.header("Content-Disposition"))
    file = tmp_path / "downloaded.yaml"
    file.write_bytes(reply.body)
    assert yaml.safe_load(reply.text)["schema"] == 1
    planned = PlannedFolder(tmp_path / "plan", file)
    answer = client.get("/answer", **parameters)
    assert answer.attribute("data-digest") == planned.digest
    assert client.get("/results.csv", **parameters).body == planned.bytes("results.csv")


def test_the_same_state_gives_the_same_bytes(client):
    parameters = {"scenario": "dry-yunnan", "carbon.price": "321", "lang": "en"}
    for path in ("/answer", "/", "/results.csv", "/scenario.yaml"):
        first, second = (client.get(path, **parameters) for _ in range(2))
        assert first.body == second.body, path


def test_a_link_is_put_into_its_one_form(client):
    """Another order, and values that change nothing, lead to the same query."""
    short = client.get("/answer", scenario="dry-yunnan", **{"carbon.price": "250"})
    other = client.request(
        "GET",
        "/answer?hydrology.CN-YN.2026=0.75&carbon.price=250&base=opened&scenario=dry-yunnan&v=0.1.0",
    )
    assert other.status == 200
    assert short.attribute("data-query") == other.attribute("data-query")
    assert short.attribute("data-digest") == other.attribute("data-digest")
    assert "hydrology" not in short.attribute("data-query")
    assert "carbon.price=250" in short.attribute("data-query")


def test_a_derived_lever_at_nothing_is_left_out(client):
    reply = client.get("/answer", **{"growth-wind": "0", "hosting-scale": "1"})
    assert "growth-wind" not in reply.attribute("data-query")
    assert "hosting-scale" not in reply.attribute("data-query")
    assert reply.attribute("data-digest") == client.get("/answer").attribute("data-digest")


def test_every_lever_has_an_effect_and_says_which(client):
    """Each lever, moved to each of its ends or to another choice, changes the scenario; and it
    tells its sentence, its source and the results it moves."""
    levers = client.get("/api/v1/levers", lang="en").json["levers"]
    assert len(levers) >= 15
    start = client.get("/answer").attribute("data-digest")
    unmoved = []
    for lever in levers:
        for field in ("name", "group", "control", "title", "sentence", "keys"):
            assert lever[field], (lever, field)
        assert lever["moves"] or lever["moves_elsewhere"], lever
        digests = set()
        for value in other_values(lever):
            reply = client.get("/answer", **{lever["name"]: value})
            assert reply.status == 200, (lever["name"], value, reply)
            digests.add(reply.attribute("data-digest"))
        # Whole potlines are planned on request only; the digest is that of the plan that is shown.
        if lever["name"] == "planning.lines":
            continue
        if start in digests or not digests:
            unmoved.append(lever["name"])
    assert unmoved == []


def other_values(lever):
    """Values at which the lever does not stand already."""
    standing = lever["default"]
    match lever["control"]:
        case "choice":
            return [choice for choice in lever["choices"] if choice != standing]
        case "flag":
            return ["false" if standing == "true" else "true"]
    ends = [lever["minimum"], lever["maximum"]]
    return [text(end) for end in ends if standing is None or end != float(standing)]


def text(number):
    return str(int(number)) if float(number).is_integer() else str(number)


def test_the_plan_document_agrees_with_the_answer(client):
    parameters = {"carbon.price": "250"}
    answer = client.get("/answer", scenario="dry-yunnan", **parameters)
    plan = client.post("/api/v1/plans", {"scenario": "dry-yunnan", "settings": parameters})
    assert plan.status == 200
    assert plan.json["digest"] == answer.attribute("data-digest")
    assert answer.attribute("data-query").split("&", 1)[1] in plan.json["link"]


def figure_names(client):
    names = re.findall(r"/figures/([\w-]+)\.csv", client.get("/answer", lang="en").text)
    assert names, "the answer offers no table of a figure"
    return sorted(set(names))


def test_every_figure_can_be_taken_along_as_picture_and_table(client):
    for name in figure_names(client):
        table = client.get(f"/figures/{name}.csv", lang="en")
        assert table.status == 200, name
        rows = list(csv.reader(io.StringIO(table.text.removeprefix("\ufeff"))))
        assert len(rows) > 1 and len({len(row) for row in rows}) == 1, name
        if f"/figures/{name}.svg" in client.get("/answer", lang="en").text:
            picture = client.get(f"/figures/{name}.svg", lang="en")
            assert picture.status == 200 and picture.text.lstrip().startswith(("<svg", "<?xml"))
            for foreign in ("<script", "http://evil", "@import", "url(http"):
                assert foreign not in picture.text


def test_the_infeasible_case_is_told_as_such(client):
    reply = client.get("/answer", scenario="physical-by-2027", lang="en")
    assert reply.status == 200
    assert reply.attribute("data-status") == "infeasible"
    plan = client.post("/api/v1/plans", {"scenario": "physical-by-2027", "lang": "en"}).json
    assert plan["plan"]["status"] == "infeasible" and plan["repairs"]
    for word in ("optimal", "cheapest plan"):
        assert word not in json.dumps(plan["headline"]).lower()


def test_whole_potlines_are_never_solved_while_a_slider_moves(client):
    reply = client.get("/answer", lang="en", **{"planning.lines": "whole"})
    assert reply.status == 200
    assert 'class="note divided"' in reply.text
    assert "planning.lines=whole" in reply.attribute("data-query")


def test_the_province_table_of_a_lever_is_one_request_away(client):
    reply = client.get("/table", key="hosting", lang="en")
    assert reply.status == 200
    assert "<table" in reply.text and "Yunnan" in reply.text
    assert client.get("/table", key="no.such.key").status in (400, 404, 422)


def test_timings_are_told_in_the_head_and_not_in_the_body(client):
    reply = client.get("/answer", **{"carbon.price": "99"})
    assert re.search(r"plan;dur=[\d.]+", reply.header("Server-Timing"))
    assert "milliseconds" not in reply.text


def test_a_comparison_holds_up_to_four_scenarios(client):
    four = "/comparison?lang=en&scenario=policies-as-issued" + "".join(
        f"&compare={name}" for name in ("no-moves", "dry-yunnan", "carbon-price-300")
    )
    reply = client.request("GET", four)
    assert reply.status == 200
    assert reply.text.count("<th") >= 4
    assert client.request("GET", four + "&compare=strict-rule").status in (400, 422)


def test_what_takes_long_may_follow(client):
    """A page that wants an answer at once gets it without repairs, and is told so. The state is
    one that no other test has planned: what is on the shelf already is given whole."""
    state = {"scenario": "physical-by-2027", "carbon.price": "77.5", "lang": "en"}
    draft = client.get("/answer", headers={"X-Greenalu-Draft": "true"}, **state)
    assert draft.attribute("data-draft") == "true" and 'class="apply"' not in draft.text
    whole = client.get("/answer", **state)
    assert whole.attribute("data-draft") is None and 'class="apply"' in whole.text
    assert whole.attribute("data-digest") == draft.attribute("data-digest")

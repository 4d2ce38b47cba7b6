"""Whatever a body or a link holds: an answer that says what is wrong, and a server that lives."""

import json

import pytest

posts = ["/api/v1/plans", "/api/v1/scenarios/check", "/api/v1/saved", "/api/v1/jobs"]

no_object = {
    "nothing": b"",
    "a blank": b" ",
    "null": b"null",
    "a list": b"[]",
    "a text": b'"scenario"',
    "a number": b"1",
    "true": b"true",
    "half an object": b'{"scenario":',
    "two objects": b"{}{}",
    "a comment": b"/* */ {}",
    "a trailing comma": b'{"scenario":"no-moves",}',
    "single quotes": b"{'scenario':'no-moves'}",
    "NaN": b'{"scenario":NaN}',
    "infinity": b'{"scenario":Infinity}',
    "not UTF-8": b'{"scenario":"\xff\xfe"}',
    "a cut character": b'{"scenario":"\xe4\xba"}',
    "UTF-16": '{"scenario":"no-moves"}'.encode("utf-16"),
    "half a pair": b'{"scenario":"\\ud800"}',
    "a bad escape": b'{"scenario":"\\x41"}',
    "a control character": b'{"scenario":"a\x01b"}',
    "a hundred thousand brackets": b"[" * 100_000,
    "a hundred thousand objects": b'{"a":' * 100_000,
    "deep and closed": b'{"levers":' + b"[" * 5000 + b"]" * 5000 + b"}",
    "a key twice": b'{"scenario":"no-moves","scenario":"dry-yunnan"}',
}


def check_refusal(reply):
    assert reply.status in (400, 422), reply
    error = reply.error
    assert error["code"] and error["message"]
    for problem in error["problems"]:
        assert set(problem) >= {"field", "value", "rule", "remedy", "message"}
    return error


@pytest.mark.parametrize("path", posts)
@pytest.mark.parametrize("case", list(no_object))
def test_a_body_that_is_no_object_is_refused(client, path, case):
    check_refusal(client.post(path, no_object[case]))
    assert client.is_healthy()


wrong_values = [None, True, 0, -1, 1.5, 1e400, 10**400, "", "x", [], [1], {}, {"a": 1}, "\u0000",
                "NaN", "x" * 100_000]

members = [
    ("/api/v1/plans", "scenario", {}),
    ("/api/v1/plans", "levers", {"scenario": "no-moves"}),
    ("/api/v1/plans", "settings", {"scenario": "no-moves"}),
    ("/api/v1/plans", "base", {"scenario": "no-moves"}),
    ("/api/v1/plans", "lang", {"scenario": "no-moves"}),
    ("/api/v1/scenarios/check", "yaml", {}),
    ("/api/v1/saved", "yaml", {"name": "x"}),
    ("/api/v1/saved", "link", {"name": "x"}),
    ("/api/v1/saved", "name", {"yaml": "schema: 1\nextends: no-moves\n"}),
    ("/api/v1/jobs", "kind", {"link": "scenario=no-moves", "draws": 2}),
    ("/api/v1/jobs", "link", {"kind": "ensemble", "draws": 2}),
    ("/api/v1/jobs", "draws", {"kind": "ensemble", "link": "scenario=no-moves"}),
    ("/api/v1/jobs", "seed", {"kind": "ensemble", "link": "scenario=no-moves", "draws": 2}),
    ("/api/v1/jobs", "treatment", {"kind": "ensemble", "link": "scenario=no-moves", "draws": 2}),
]


@pytest.mark.parametrize("path, member, others", members, ids=[f"{p}-{m}" for p, m, _ in members])
def test_a_member_of_a_wrong_type_is_never_an_error_of_ours(client, path, member, others):
    for value in wrong_values:
        body = json.dumps({**others, member: value}).replace("Infinity", "1e400")
        reply = client.post(path, body)
        assert reply.status < 500, (member, value if len(str(value)) < 50 else "…", reply)
        if isinstance(value, (list, float)) or value == {"a": 1} and member not in ("levers", "settings"):
            assert reply.status in (400, 422), (member, value, reply)
        if reply.status in (201, 202):
            client.delete(path + f"/{reply.json['id']}")
    client.cancel_all()
    assert client.is_healthy()


def test_an_unknown_member_is_refused_with_the_nearest(client):
    reply = client.post("/api/v1/plans", {"scenrio": "no-moves"})
    check_refusal(reply)
    assert "scenrio" in reply.problems
    assert "scenario" in json.dumps(reply.problems["scenrio"])


values = ["", " ", "NaN", "nan", "inf", "-inf", "1e309", "-1", "1,5", "1.234,5", "1 000", "０",
          "abc", "0x10", "--1", "1e", "null", "true", "[1]", "{a: 1}", "*x", "&x 1", "!!python/object x",
          "'", '"', "=1+1", "\u0000", "\u202e1", "9" * 500, "1" * 20_000, "%", "\n", "1\n2", "|", ">", "#",
          "1 # note", "{2026: 5, 2026: 6}", "? x"]


@pytest.mark.parametrize("key", ["carbon.price", "hosting.CN-YN.2026", "planning.lines", "growth-wind",
                                 "accounting.rule", "horizon.last_year"])
def test_a_value_that_is_none_is_refused_at_its_field(client, key):
    accepted = []
    for value in values:
        reply = client.get("/answer", lang="en", **{key: value})
        assert reply.status in (200, 400, 414, 422), (value, reply)
        if reply.status == 200:
            accepted.append(value)
        elif reply.status == 422:
            assert reply.attribute("data-status") == "rejected"
    # A blank is what an empty field of a form sends: no change. The rest is read as the command
    # line reads it after --set, as YAML: a comment, an anchor, a number.
    harmless = {"", " ", "\n", "#", "1 # note", "&x 1"} | ({"-1"} if key == "growth-wind" else set())
    assert set(accepted) <= harmless, accepted
    assert client.is_healthy()


@pytest.mark.parametrize(
    "key",
    ["carbon.prise", "carbon", "carbon.price.", ".carbon", "carbon..price", "carbon.price.1999",
     "carbon.price.CN-YN", "hosting.CN-XX.2026", "hosting.Yunan.2026", "__proto__", "constructor",
     "x", "a" * 3000, "云南", "title", "extends", "schema", "carbon.price[0]", "%00", "-", "--set"],
)
def test_an_unknown_key_is_refused_by_name(client, key):
    reply = client.get("/answer", lang="en", **{key: "1"})
    assert reply.status in (400, 414, 422), reply
    if reply.status == 422:
        assert reply.attribute("data-status") == "rejected"


def test_all_problems_come_in_one_pass(client):
    reply = client.post(
        "/api/v1/plans",
        {"scenario": "policies-as-issued",
         "settings": {"carbon.price": "-5", "hydrology.CN-YN.2026": "9", "carbon.prise": "1"},
         "lang": "en"},
    )
    assert reply.status == 422
    assert {"carbon.price", "hydrology.CN-YN.2026", "carbon.prise"} <= set(reply.problems)
    price = reply.problems["carbon.price"]
    assert "-5" in price["value"]
    assert "100000" in price["rule"].replace(",", "").replace(" ", "")
    assert price["remedy"]


@pytest.mark.parametrize("language, word", [("en", "carbon.price"), ("zh", "carbon.price")])
def test_a_refusal_speaks_the_reader_s_language(client, language, word):
    body = {"scenario": "policies-as-issued", "settings": {"carbon.price": "-5"}}
    by_header = client.post("/api/v1/plans", body, headers={"Accept-Language": language})
    by_member = client.post("/api/v1/plans", {**body, "lang": language})
    assert by_header.error == by_member.error
    assert word in json.dumps(by_member.json, ensure_ascii=False)
    has_chinese = any("\u4e00" <= letter <= "\u9fff" for letter in by_member.error["message"])
    assert has_chinese == (language == "zh")


bad_yaml = {
    "an alias bomb": "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{chr(98 + i)}: &{chr(98 + i)} [" + ",".join(["*" + chr(97 + i)] * 9) + "]\n" for i in range(9)
    ),
    "brackets": "a: " + "[" * 100_000,
    "two documents": "schema: 1\n---\nschema: 1\n",
    "a tag": "schema: !!python/object:os.system x\n",
    "a key twice": "schema: 1\nschema: 1\n",
    "a number that is none": "schema: 1\nextends: no-moves\ncarbon: {price: .nan}\n",
    "infinity": "schema: 1\nextends: no-moves\ncarbon: {price: .inf}\n",
    "NUL": "schema: 1\u0000\n",
    "tabs": "schema: 1\ncarbon:\n\tprice: 5\n",
    "an unknown key": "schema: 1\nquotta: 5\n",
    "a formula as title": "schema: 1\nextends: no-moves\ntitle: {en: '=1+1', zh: '=1+1'}\n",
    "nothing": "",
    "a long key": "schema: 1\n" + "k" * 70_000 + ": 1\n",
}


@pytest.mark.parametrize("case", list(bad_yaml))
def test_a_brought_scenario_that_is_none_is_not_saved(client, case):
    checked = client.post("/api/v1/scenarios/check", {"yaml": bad_yaml[case]})
    assert checked.status in (200, 422)
    assert client.post("/api/v1/saved", {"name": "Bad", "yaml": bad_yaml[case]}).status == 422
    assert client.is_healthy()

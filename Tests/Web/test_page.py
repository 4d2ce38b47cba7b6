"""The page in a browser: levers, links, files, and what it says when there is no plan."""

import re

import pytest
import yaml
from playwright.sync_api import expect

from machine import PlannedFolder
from serving import Client


def open_menu(page, name):
    menu = page.locator(f"#{name}")
    if menu.get_attribute("open") is None:
        menu.locator("summary").first.click()
    return menu


def test_the_page_opens_with_its_answer(page):
    assert page.status == "optimal"
    assert re.fullmatch(r"[0-9a-f]{64}", page.digest)
    expect(page.locator("h1")).to_contain_text("Policies as issued")
    assert page.locator("#answer svg").count() >= 3
    assert "token" not in page.url


def test_a_lever_moved_by_mouse_changes_answer_and_link(page):
    before, text = page.digest, page.answer_text
    page.await_answer(lambda: page.drag("carbon.price", 0.6))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    assert page.digest != before
    assert page.answer_text != text
    assert page.parameters["carbon.price"] == page.lever_value("carbon.price")
    assert page.parameters["v"]


def test_a_lever_moved_by_keyboard_changes_answer_and_link(page):
    before = page.digest
    # Its own field is blank where years differ; the slider stands at the value of most.
    value = float(page.slider("carbon.price").input_value())
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=3))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    assert page.digest != before
    assert float(page.parameters["carbon.price"]) > value
    focus = page.evaluate("() => document.activeElement.closest('.lever')?.dataset.lever")
    assert focus == "carbon.price"


def test_the_number_beside_a_slider_can_be_typed(page):
    lever = page.lever("carbon.price")
    page.show(lever)
    number = lever.locator('input[type="number"]')
    number.fill("250")
    page.await_answer(lambda: number.press("Enter"))
    page.await_parameter("carbon.price", "250")
    assert page.lever_value("carbon.price") == "250"


def test_back_and_forward_undo_and_redo(page):
    first = page.digest
    page.await_answer(lambda: page.press("carbon.price", "PageUp"))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    second, price = page.digest, page.lever_value("carbon.price")
    page.await_answer(lambda: page.press("certificates.price", "PageUp"))
    page.wait_for_function("() => location.search.includes('certificates.price=')")
    third = page.digest
    page.go_back()
    page.await_digest(second)
    assert page.lever_value("carbon.price") == price
    page.go_back()
    page.await_digest(first)
    assert "carbon.price" not in page.parameters
    assert page.lever_value("carbon.price") == page.control("carbon.price").get_attribute(
        "data-default"
    )
    page.go_forward()
    page.await_digest(second)
    page.go_forward()
    page.await_digest(third)
    assert {"carbon.price", "certificates.price"} <= set(page.parameters)


def test_repairs_follow_a_move_of_a_lever(page):
    page.await_answer(lambda: page.press("carbon.price", "PageUp"))
    mode = page.lever("planning.mode").locator("select")
    page.show(mode)
    page.await_answer(lambda: mode.select_option("hard"))
    rule = page.lever("accounting.rule").locator("select")
    page.show(rule)
    page.await_answer(lambda: rule.select_option("location"))
    page.wait_for_function(
        """() => {
          const answer = document.querySelector('#answer');
          return answer.dataset.status === 'infeasible' && !answer.dataset.draft
            && answer.querySelector('a.apply');
        }"""
    )


def test_undo_and_redo_have_buttons(page):
    first = page.digest
    page.await_answer(lambda: page.press("carbon.price", "PageUp"))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    second = page.digest
    page.locator("#undo").click()
    page.await_digest(first)
    page.locator("#redo").click()
    page.await_digest(second)


@pytest.mark.parametrize("name", ["carbon.price", "growth-wind"])
def test_one_lever_is_reset(page, name):
    first = page.digest
    page.await_answer(lambda: page.press(name, "ArrowRight", times=2))
    page.wait_for_function("(name) => location.search.includes(name + '=')", arg=name)
    reset = page.locator(f'[data-reset="{name}"]')
    page.show(reset)
    reset.click()
    page.await_digest(first)
    page.await_parameter(name, None)


def test_all_levers_are_reset_together(page):
    first = page.digest
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight"))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    page.await_answer(lambda: page.press("growth-wind", "ArrowRight"))
    page.wait_for_function("() => location.search.includes('growth-wind=')")
    page.locator("#reset-all").click()
    page.await_digest(first)
    assert set(page.parameters) <= {"v", "scenario", "lang"}


def test_every_kind_of_control_moves_the_plan(page):
    """A list, a switch, a slider of one key and a slider of many."""
    first = page.digest
    choice = page.lever("accounting.rule").locator("select")
    page.show(choice)
    page.await_answer(lambda: choice.select_option("strict"))
    page.await_parameter("accounting.rule", "strict")
    assert page.digest != first
    second = page.digest
    switch = page.control("carbon.coverage.captive_coal")
    page.show(switch)
    page.await_answer(lambda: switch.select_option("true"))
    page.await_parameter("carbon.coverage.captive_coal", "true")
    assert page.digest != second
    third = page.digest
    page.await_answer(lambda: page.press("growth-wind", "ArrowRight", times=5))
    page.wait_for_function("() => location.search.includes('growth-wind=')")
    assert page.digest != third


def test_moving_on_and_on_ends_at_the_last_place(page):
    """The answer shown last is that of the place where the slider stands."""
    page.press("carbon.price", "ArrowRight", times=30)
    value = page.lever_value("carbon.price")
    page.await_parameter("carbon.price", value)
    page.wait_for_function(
        "(value) => document.querySelector('#answer').dataset.query.includes('carbon.price=' + value)",
        arg=value,
    )
    client = Client(page.server)
    assert page.digest == client.get("/answer", **{"carbon.price": value}).attribute("data-digest")


def test_the_language_changes_and_the_state_stays(page):
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=2))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    digest, price = page.digest, page.parameters["carbon.price"]
    page.locator("#language").click()
    page.await_parameter("lang", "zh")
    page.wait_for_function("() => document.documentElement.lang.startsWith('zh')")
    page.await_digest(digest)
    assert page.parameters["carbon.price"] == price
    assert page.lever_value("carbon.price") == price
    expect(page.locator("h1")).to_contain_text("现行政策")
    page.locator("#language").click()
    page.await_parameter("lang", "en")
    expect(page.locator("h1")).to_contain_text("Policies as issued")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_one_language_at_a_time(browser, language):
    """In English no Chinese stands in the page but the name of the other language; in Chinese no
    sentence of English."""
    page = browser.open(f"/?lang={language}")
    page.evaluate("() => document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    text = page.evaluate(
        """() => [...document.querySelectorAll('body *')]
             .filter((e) => !e.closest('script, template, #language, [lang]:not(html)'))
             // Sources are quoted from the tables, in the language they are written in.
             .filter((e) => !e.closest('.about dd'))
             .flatMap((e) => [...e.childNodes].filter((n) => n.nodeType === 3))
             .map((n) => n.textContent.trim()).filter(Boolean)"""
    )
    if language == "en":
        found = [part for part in text if re.search(r"[\u4e00-\u9fff]", part)]
    else:
        # Five words of lower case in a row are a sentence; identifiers and units are not.
        found = [part for part in text if re.search(r"(\b[a-z]{2,}\b ){4}[a-z]{2,}\b", part)]
    assert found == []


def test_a_saved_scenario_survives_a_reload_and_opens_again(page):
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=4))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    results = Client(page.server).request("GET", "/results.csv?" + page.url.split("?", 1)[1]).body
    open_menu(page, "save-menu")
    page.locator("#save-name").fill("My carbon price")
    page.locator("#save").click()
    entry = page.locator("#saved-list").get_by_text("My carbon price")
    expect(entry).to_have_count(1)
    page.reload()
    open_menu(page, "open-menu")
    page.locator("#saved-list").get_by_text("My carbon price").click()
    page.wait_for_function("() => location.search.includes('scenario=saved')")
    page.wait_for_function(
        "() => document.querySelector('#answer')?.dataset.query.includes('saved')"
    )
    assert page.status == "optimal"
    opened = Client(page.server).request("GET", "/results.csv?" + page.url.split("?", 1)[1]).body

    def values(table):
        # Only the column that names the scenario differs.
        return [line.split(b",", 2)[2] for line in table.splitlines()]

    assert values(opened) == values(results)


def test_a_saved_scenario_can_be_deleted(page):
    open_menu(page, "save-menu")
    page.locator("#save-name").fill("Soon gone")
    page.locator("#save").click()
    item = page.locator("#saved-list li").filter(has_text="Soon gone")
    expect(item).to_have_count(1)
    open_menu(page, "open-menu")
    item.locator("button").click()
    page.locator("#confirm").click()
    expect(item).to_have_count(0)


def test_a_link_reproduces_the_page_in_another_browser(browser, page):
    """The other browser is asked for the token first; then it shows the same page."""
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=3))
    page.wait_for_function("() => location.search.includes('carbon.price=')")
    link = page.url.removeprefix(browser.server.origin)
    other = browser.open(link, context=browser.context(), known=False)
    field = other.locator('input[name="token"]')
    expect(field).to_be_visible()
    assert other.locator("#answer").count() == 0
    field.fill(browser.server.token)
    field.press("Enter")
    other.locator("#answer").wait_for()
    assert other.digest == page.digest
    assert other.lever_value("carbon.price") == page.lever_value("carbon.price")
    assert browser.server.token not in other.url
    assert other.answer_text == page.answer_text


def test_a_wrong_token_is_asked_for_again(browser):
    page = browser.open("/?lang=en", context=browser.context(), known=False)
    page.locator('input[name="token"]').fill("wrong")
    page.locator('input[name="token"]').press("Enter")
    expect(page.locator('input[name="token"]')).to_be_visible()


def test_files_taken_along_are_those_of_the_command_line(browser, page, tmp_path):
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=3))
    page.await_answer(lambda: page.press("growth-wind", "ArrowRight", times=2))
    page.wait_for_function("() => location.search.includes('growth-wind=')")
    files = {}
    for name in ("export-yaml", "export-csv"):
        open_menu(page, "file-menu")
        with page.expect_download() as download:
            page.locator(f"#{name}").click()
        files[name] = tmp_path / download.value.suggested_filename
        download.value.save_as(files[name])
    assert files["export-yaml"].suffix == ".yaml" and files["export-csv"].suffix == ".csv"
    planned = PlannedFolder(tmp_path / "plan", files["export-yaml"])
    assert planned.digest == page.digest
    assert planned.bytes("results.csv") == files["export-csv"].read_bytes()


def test_a_figure_is_taken_along_as_it_is_shown(page, tmp_path):
    for kind in ("svg", "csv"):
        link = page.locator(f'#answer a[href*="/figures/"][href*=".{kind}"]').first
        page.show(link)
        with page.expect_download() as download:
            link.click()
        file = tmp_path / f"figure.{kind}"
        download.value.save_as(file)
        assert file.stat().st_size > 100


def test_a_shipped_scenario_is_opened(page):
    open_menu(page, "open-menu")
    page.locator('#open-menu [data-scenario="dry-yunnan"]').click()
    page.await_parameter("scenario", "dry-yunnan")
    expect(page.locator("h1")).to_contain_text("Two dry years in Yunnan")
    page.wait_for_function(
        "() => document.querySelector('#answer')?.dataset.query.includes('dry-yunnan')"
    )


def test_a_file_brought_along_is_opened(page, tmp_path):
    file = tmp_path / "brought.yaml"
    file.write_text(
        yaml.safe_dump(
            {"schema": 1, "extends": "no-moves",
             "title": {"en": "Brought along", "zh": "自带情景"},
             "carbon": {"price": 222}},
            allow_unicode=True,
        ),
        encoding="utf-8",
    )
    planned = PlannedFolder(tmp_path / "plan", file)
    open_menu(page, "file-menu")
    page.locator("#import").set_input_files(file)
    page.wait_for_function("() => location.search.includes('scenario=saved')")
    expect(page.locator("h1")).to_contain_text("Brought along")
    assert page.digest == planned.digest


def test_a_file_with_faults_is_refused_with_all_of_them(page, tmp_path):
    file = tmp_path / "faulty.yaml"
    file.write_text("schema: 1\nextends: no-moves\ncarbon: {price: -5}\nquotta: 1\n", encoding="utf-8")
    before = page.url
    open_menu(page, "file-menu")
    page.locator("#import").set_input_files(file)
    problems = page.locator("#problems")
    expect(problems).to_be_visible()
    expect(problems).to_contain_text("carbon.price")
    expect(problems).to_contain_text("quotta")
    assert page.url == before


def test_an_infeasible_case_says_so_and_its_repair_can_be_applied(browser):
    page = browser.open("/?scenario=physical-by-2027&lang=en")
    assert page.status == "infeasible"
    assert re.search(r"impossible|no plan|cannot", page.answer_text, re.IGNORECASE)
    assert "optimal" not in page.locator("#answer .facts .status").inner_text().lower()
    repair = page.locator("#answer a.apply").first
    page.show(repair)
    repair.click()
    page.wait_for_function("() => document.querySelector('#answer')?.dataset.status === 'optimal'")
    assert page.parameters["scenario"] == "physical-by-2027"


def test_a_refusal_stands_at_its_lever(browser):
    page = browser.open("/?carbon.price=-5&lang=en")
    assert page.status == "rejected"
    assert "-5" in page.answer_text
    lever = page.lever("carbon.price")
    page.show(lever)
    expect(lever).to_have_attribute("data-refused", "")
    expect(lever.locator('[aria-invalid="true"]').first).to_be_attached()
    assert page.locator(".lever[data-refused]").count() == 1
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight", times=2))
    page.wait_for_function("() => document.querySelector('#answer').dataset.status === 'optimal'")
    expect(page.locator(".lever[data-refused]")).to_have_count(0)


def test_the_province_table_of_a_lever_opens_changes_and_closes(page):
    button = page.locator('.places[data-key="hosting"]').first
    page.show(button)
    button.click()
    dialog = page.locator("dialog#places")
    expect(dialog).to_be_visible()
    expect(dialog.locator("table")).to_contain_text("Yunnan")
    cell = dialog.locator('input[name^="hosting."]').first
    name = cell.get_attribute("name")
    before = page.digest
    cell.fill("1.7")
    cell.press("Enter")
    page.await_parameter(name, "1.7")
    page.wait_for_function(
        "(digest) => document.querySelector('#answer').dataset.digest !== digest", arg=before
    )
    if dialog.is_visible():
        page.keyboard.press("Escape")
    expect(dialog).not_to_be_visible()


def test_the_year_of_the_map_changes(page):
    year = page.locator("#year")
    page.show(year)
    digest = page.digest
    year.focus()
    page.keyboard.press("Home")
    first = year.get_attribute("min")
    page.await_parameter("year", first)
    expect(page.locator(f'#answer figure[data-figure="map"][data-year="{first}"]')).to_be_visible()
    expect(page.locator('#answer figure[data-figure="map"]:visible')).to_have_count(1)
    expect(page.locator("#year-shown")).to_have_text(first)
    assert page.digest == digest


def test_a_term_is_explained_by_keyboard(page):
    term = page.locator(".term").first
    page.show(term)
    popover = page.locator("#term-popover")
    term.focus()
    expect(popover).to_be_visible()
    assert len(popover.inner_text()) > 20
    page.keyboard.press("Escape")
    expect(popover).not_to_be_visible()
    term.hover()
    expect(popover).to_be_visible()


def test_four_scenarios_are_compared(page):
    open_menu(page, "beside-menu")
    for name in ("no-moves", "dry-yunnan", "carbon-price-300"):
        page.locator(f'#beside-list input[value="{name}"]').check()
    comparison = page.locator("#comparison")
    expect(comparison.locator("table").first).to_be_visible()
    for title in ("Two dry years in Yunnan", "Policies as issued"):
        expect(comparison).to_contain_text(title)
    assert page.url.count("compare=") == 3
    page.reload()
    expect(page.locator("#comparison table").first).to_be_visible()


def test_another_base_changes_what_is_compared_with(page):
    before = page.digest
    text = page.answer_text
    page.await_answer(lambda: page.locator("#base").select_option("no-moves"))
    page.await_parameter("base", "no-moves")
    assert page.digest == before
    assert page.answer_text != text


def test_a_picture_is_there_soon_after_a_move(page):
    """The page notes the time itself, for the timings; they are not judged here."""
    page.await_answer(lambda: page.press("carbon.price", "ArrowRight"))
    page.wait_for_function("() => document.querySelector('#answer').dataset.milliseconds")
    assert float(page.answer.get_attribute("data-milliseconds")) >= 0


def test_a_page_says_when_its_server_is_gone(browser, chromium, tmp_path):
    from browsing import PlannerBrowser
    from serving import Server

    running = Server(tmp_path / "store.sqlite")
    own = PlannerBrowser(chromium, running)
    try:
        page = own.open("/?lang=en")
        running.stop()
        page.press("carbon.price", "ArrowRight", times=2)
        expect(page.locator("#offline")).to_be_visible()
        assert page.locator("#offline-text").inner_text()
    finally:
        own.close()
    assert own.errors == [] and own.dialogs == []

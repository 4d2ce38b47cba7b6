"""Ensembles and alternatives, asked for in the page."""

from playwright.sync_api import expect

import machine
import pytest
from serving import Client


@pytest.fixture(autouse=True)
def nothing_left_running(server):
    yield
    Client(server).cancel_all()


def start_ensemble(page, draws):
    form = page.locator('form.offer[data-kind="ensemble"]')
    page.show(form)
    form.locator('[name="draws"]').fill(str(draws))
    form.locator('button[type="submit"]').click()
    job = page.locator("#job-list li").filter(has_text=f"· {draws} ·")
    expect(job).to_be_visible()
    return job


def test_an_ensemble_is_cancelled(page):
    job = start_ensemble(page, 5000)
    expect(job.locator("progress")).to_be_visible()
    job.locator(".job-cancel").click()
    expect(job).to_contain_text("ancelled", timeout=machine.patience * 2000)
    assert Client(page.server).get("/api/v1/jobs").json["jobs"][0]["status"] == "cancelled"


def test_an_ensemble_finishes_and_its_bands_are_shown(page):
    digest = page.digest
    job = start_ensemble(page, 8)
    show = job.locator(".job-show")
    expect(show).to_be_visible(timeout=machine.patience * 10_000)
    # The bands come by themselves where the page still shows the scenario they are of.
    page.wait_for_function("() => location.search.includes('bands=')")
    page.wait_for_function(
        "() => document.querySelector('#answer').dataset.query.includes('bands=')"
    )
    assert page.digest == digest
    assert page.status == "optimal"
    link = page.url.removeprefix(page.server.origin)
    page.goto(page.server.origin + link)
    assert "bands" in page.answer.get_attribute("data-query")


def test_alternatives_are_shown_side_by_side(page):
    form = page.locator('form.offer[data-kind="alternatives"]')
    page.show(form)
    form.locator('button[type="submit"]').click()
    job = page.locator("#job-list li").filter(has_text="Alternatives")
    show = job.locator(".job-show")
    expect(show).to_be_visible(timeout=machine.patience * 20_000)
    show.click()
    expect(page.locator("#alternatives table").first).to_be_visible()


def test_whole_potlines_are_offered_and_not_solved_at_once(browser):
    page = browser.open("/?planning.lines=whole&lang=en")
    assert page.status == "optimal"
    expect(page.locator("#answer")).to_contain_text("whole")

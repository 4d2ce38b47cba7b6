"""One server for a module, one Chromium for a run."""

import os
import shutil
import tempfile
from pathlib import Path

import pytest
from playwright.sync_api import sync_playwright

import machine
from browsing import PlannerBrowser
from serving import Client, Server


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="also run the slow tests")
    parser.addoption(
        "--long", action="store_true", help="10,000 requests made from the API's description"
    )
    parser.addoption(
        "--endurance", action="store_true", help="64 clients of every kind for minutes"
    )
    parser.addoption(
        "--seconds", type=float, default=600, help="how long --endurance takes (default: 600)"
    )
    parser.addoption("--seed", type=int, default=1, help="seed of the made-up requests")


def pytest_collection_modifyitems(config, items):
    for mark, option in (("slow", "--slow"), ("long", "--long"), ("endurance", "--endurance")):
        if not config.getoption(option):
            skipped = pytest.mark.skip(reason=f"run with {option}")
            for item in items:
                if mark in item.keywords:
                    item.add_marker(skipped)


@pytest.fixture(scope="session", autouse=True)
def binaries():
    for binary in (machine.serve_binary, machine.command_binary):
        assert os.access(binary, os.X_OK), f"not built: {binary}"


@pytest.fixture(scope="module")
def folder():
    """A folder of the module's own, with a short path."""
    path = Path(tempfile.mkdtemp(prefix="greenalu-web-"))
    yield path
    shutil.rmtree(path, ignore_errors=True)


@pytest.fixture(scope="module")
def server(folder):
    """A server for the module. It must live through all its tests and go quietly."""
    running = Server(folder / "store.sqlite")
    yield running
    assert running.is_running, f"the server ended by itself:\n{running.text}"
    code = running.stop()
    assert code in (0, 143), f"the server ended with {code}:\n{running.text}"
    assert "Fatal error" not in running.text


@pytest.fixture
def client(server):
    return Client(server)


@pytest.fixture
def stranger(server):
    """A client without the token."""
    return Client(server, token=None)


@pytest.fixture(scope="session")
def chromium():
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(
            executable_path=machine.chromium, args=arguments, timeout=60000
        )
        yield running
        running.close()


@pytest.fixture
def browser(chromium, server):
    """Opens pages of the server. Afterwards no page may have complained in its console, thrown
    an error, or asked another host for anything."""
    opened = PlannerBrowser(chromium, server)
    yield opened
    opened.close()
    opened.check()


@pytest.fixture
def page(browser):
    """The page as the printed address opens it, in English."""
    return browser.open("/?lang=en")

"""Starting and stopping: `greenalu serve`, and what it answers to wrong usage."""

import os
import re
import signal
import socket
import stat
import subprocess
import time

import pytest

import machine
from serving import Client, Server


def run(binary, *arguments, seconds=20, **options):
    return subprocess.run(
        [str(binary), *map(str, arguments)], cwd=machine.repository, capture_output=True, text=True,
        timeout=seconds, check=False, stdin=subprocess.DEVNULL, **options,
    )


@pytest.fixture
def started(tmp_path):
    """`greenalu serve`, which must have its server beside it, and the address it printed."""
    if machine.command_binary.parent != machine.serve_binary.parent:
        pytest.skip("greenalu and greenalu-serve lie in different folders")
    process = subprocess.Popen(
        [str(machine.command_binary), "serve", "--port", "0", "--store",
         str(tmp_path / "store.sqlite")],
        cwd=machine.repository, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        stdin=subprocess.DEVNULL, start_new_session=True,
    )
    text = ""
    for line in process.stdout:
        text += line
        if found := re.search(r"http://127\.0\.0\.1:(\d+)/\?token=[\w-]+", text):
            break
    else:
        raise AssertionError(f"no address: {text}")
    yield process, int(found.group(1))
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGKILL)
    process.wait()
    process.stdout.close()


def is_answered(port):
    try:
        with socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
    except OSError:
        return False


@pytest.mark.parametrize("name, code", [("SIGINT", 130), ("SIGTERM", 143)])
def test_the_command_starts_the_server_and_ends_with_it(started, name, code):
    process, port = started
    assert is_answered(port)
    os.killpg(process.pid, getattr(signal, name))
    assert process.wait(15) in (0, code)
    time.sleep(0.2)
    assert not is_answered(port)


def test_a_signal_to_the_command_alone_ends_the_server_too(started):
    process, port = started
    process.send_signal(signal.SIGTERM)
    assert process.wait(15) in (0, 143)
    time.sleep(0.2)
    assert not is_answered(port)


def test_a_port_that_is_taken_is_named(tmp_path):
    first = Server(tmp_path / "store.sqlite")
    try:
        second = run(
            machine.serve_binary, "--port", first.port, "--store", tmp_path / "other.sqlite"
        )
        assert second.returncode == 74
        assert str(first.port) in second.stdout + second.stderr
    finally:
        first.stop()


@pytest.mark.parametrize(
    "arguments",
    [["--port", "abc"], ["--port", "-1"], ["--port", "65536"], ["--port", "99999999999999999999"],
     ["--port", ""], ["--port"], ["--prot", "1"], ["--store"], ["--lang", "fr"], ["something"]],
)
@pytest.mark.parametrize("language", ["en", "zh"])
def test_wrong_usage_is_refused(arguments, language):
    given = arguments if "--lang" in arguments else [*arguments, "--lang", language]
    if given[0] in ("--port", "--store") and len(arguments) == 1:
        given = ["--lang", language, *arguments]
    done = run(machine.serve_binary, *given)
    assert done.returncode == 64, done.stdout + done.stderr
    assert done.stderr and "http://" not in done.stdout


@pytest.mark.parametrize("language, word", [("en", "--port"), ("zh", "端口")])
def test_help(language, word):
    done = run(machine.serve_binary, "--help", "--lang", language)
    assert done.returncode == 0 and word in done.stdout
    assert run(machine.serve_binary, "--version").stdout.startswith("greenalu-serve ")


def test_scenarios_that_are_not_there_are_refused(tmp_path):
    done = run(machine.serve_binary, "--port", "0", "--scenarios", tmp_path / "nothing",
               "--store", tmp_path / "store.sqlite", seconds=30)
    assert done.returncode in (65, 74)
    assert "nothing" in done.stdout + done.stderr


def test_a_server_cannot_be_led_elsewhere_by_its_environment(tmp_path):
    """No variable makes it listen to other machines."""
    for name in ("HOST", "HOSTNAME", "BIND", "ADDRESS"):
        os.environ[name] = "0.0.0.0"
    try:
        server = Server(tmp_path / "store.sqlite")
    finally:
        for name in ("HOST", "HOSTNAME", "BIND", "ADDRESS"):
            os.environ.pop(name, None)
    try:
        with open("/proc/net/tcp", encoding="ascii") as table:
            local = [line.split()[1] for line in list(table)[1:]]
        assert [a for a in local if a.endswith(f":{server.port:04X}") and a.startswith("00000000")] == []
    finally:
        server.stop()


def test_a_kept_token_opens_the_next_server_too(tmp_path):
    file = tmp_path / "token"
    first = Server(tmp_path / "store.sqlite", "--token-file", str(file))
    token = first.token
    first.stop()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    second = Server(tmp_path / "store.sqlite", "--token-file", str(file))
    try:
        assert second.token == token
        assert Client(second).get("/api/v1/levers").status == 200
    finally:
        second.stop()
    file.chmod(0o644)
    done = run(machine.serve_binary, "--port", "0", "--store", tmp_path / "store.sqlite",
               "--token-file", file)
    assert done.returncode == 65 and str(file) in done.stdout + done.stderr


def test_two_starts_have_two_tokens(tmp_path):
    tokens = set()
    for _ in range(2):
        server = Server(tmp_path / "store.sqlite")
        tokens.add(server.token)
        server.stop()
    assert len(tokens) == 2

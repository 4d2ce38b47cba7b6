"""Clients that send slowly, never finish, or do not read: others are answered all the same."""

import http.client
import select
import socket
import time

import pytest

import machine
from serving import Client, Server, head


@pytest.fixture
def opened():
    connections = []
    yield connections
    for connection in connections:
        connection.close()


def connect(server, data=b""):
    connection = socket.socket()
    connection.settimeout(2)
    try:
        connection.connect(("127.0.0.1", server.port))
        if data:
            connection.sendall(data)
    except OSError:
        pass
    return connection


def closed_by_server(connection, seconds):
    """Whether the server closes within a time; what it sends before is read away."""
    end = time.monotonic() + seconds
    while (left := end - time.monotonic()) > 0:
        if not select.select([connection], [], [], left)[0]:
            return False
        try:
            if not connection.recv(65536):
                return True
        except OSError:
            return True
    return False


def half_open(server):
    return f"GET /api/v1/health HTTP/1.1\r\nHost: {server.host}\r\nX-Slow: ".encode()


def test_two_hundred_half_open_clients_lock_nobody_out(server, client, opened):
    """They send half a head and fall silent. When their time is over, the next is answered
    within a second."""
    for _ in range(200):
        opened.append(connect(server, half_open(server)))
    time.sleep(machine.idle_timeout + 1)
    begun = time.monotonic()
    assert client.request("GET", "/api/v1/health", timeout=10).status == 200
    assert time.monotonic() - begun < 1 * machine.slack
    assert sum(closed_by_server(connection, 2) for connection in opened[:20]) == 20


def test_connections_above_the_limit_use_no_memory(server, opened):
    before = server.memory()
    for _ in range(400):
        opened.append(connect(server))
    assert server.memory() - before < 50
    assert server.is_running


@pytest.mark.slow
def test_a_head_that_trickles_in_is_cut_off(server, opened):
    """A byte a second is never idle: the deadline of the request ends it."""
    connection = connect(server, half_open(server))
    opened.append(connection)
    end = time.monotonic() + machine.request_deadline + 10
    while time.monotonic() < end:
        try:
            connection.sendall(b"x")
        except OSError:
            return
        if closed_by_server(connection, 1):
            return
    raise AssertionError("a request lived past its deadline")


@pytest.mark.slow
def test_a_body_that_trickles_in_is_cut_off(server, opened):
    connection = connect(
        server,
        head("POST", "/api/v1/plans", f"Origin: {server.origin}", "Content-Type: application/json",
             "Content-Length: 1000", host=server.host, token=server.token),
    )
    opened.append(connection)
    end = time.monotonic() + machine.request_deadline + 10
    while time.monotonic() < end:
        try:
            connection.sendall(b" ")
        except OSError:
            return
        if closed_by_server(connection, 1):
            return
    raise AssertionError("a request lived past its deadline")


@pytest.mark.slow
def test_readers_that_do_not_read_keep_nobody_waiting(server, client, opened):
    for _ in range(machine.connection_limit + 10):
        connection = socket.socket()
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        connection.settimeout(2)
        try:
            connection.connect(("127.0.0.1", server.port))
            connection.sendall(head("GET", "/", host=server.host, token=server.token) * 8)
        except OSError:
            pass
        opened.append(connection)
    time.sleep(machine.request_deadline + 5)
    begun = time.monotonic()
    assert client.request("GET", "/api/v1/health", timeout=20).status == 200
    assert time.monotonic() - begun < 1 * machine.slack


@pytest.mark.parametrize("ending", [(), ("Connection: close",)])
@pytest.mark.parametrize("path", ["/", "/results.csv"])
def test_a_client_that_is_done_sending_gets_the_whole_answer(server, client, opened, path, ending):
    """It ends its own side of the connection behind the request, and reads when it pleases."""
    whole = client.get(path).body
    connection = socket.socket()
    opened.append(connection)
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
    connection.settimeout(20)
    connection.connect(("127.0.0.1", server.port))
    connection.sendall(head("GET", path, *ending, host=server.host, token=server.token))
    connection.shutdown(socket.SHUT_WR)
    time.sleep(0.5)
    answer = b""
    while data := connection.recv(65536):
        answer += data
    assert len(whole) > 200_000
    assert answer.partition(b"\r\n\r\n")[2] == whole


def test_clients_that_have_left_make_room_before_those_that_stay(server, client, opened):
    """They leave while their answers are under way, as many as there may be connections; the ones
    that stay for the next question are kept."""
    job = client.post("/api/v1/jobs", {"kind": "ensemble", "link": "scenario=policies-as-issued",
                                       "draws": 2000, "seed": 1}).json["id"]
    kept = [http.client.HTTPConnection("127.0.0.1", server.port, timeout=10) for _ in range(2)]

    def ask(connection):
        connection.request("GET", "/api/v1/health", headers={"Host": server.host})
        answer = connection.getresponse()
        answer.read()
        return answer.status

    try:
        assert [ask(connection) for connection in kept] == [200, 200]
        for _ in range(2 * machine.connection_limit):
            listener = connect(server, head("GET", f"/api/v1/jobs/{job}/events", host=server.host,
                                            token=server.token))
            opened.append(listener)
            assert b" 200 " in listener.recv(4096)
            listener.shutdown(socket.SHUT_WR)
            time.sleep(0.02)
        # A connection that was closed in between would fail here: nothing is asked twice.
        assert [ask(connection) for connection in kept] == [200, 200]
    finally:
        client.cancel_all()
        for connection in kept:
            connection.close()


def test_a_client_that_leaves_in_the_middle_harms_nobody(server, client):
    for length in (1, 20, 60):
        for _ in range(20):
            connection = connect(server, head("GET", "/", host=server.host, token=server.token)[:length])
            connection.close()
    for _ in range(10):
        connection = connect(server, head("GET", "/answer", host=server.host, token=server.token))
        connection.close()
    assert client.is_healthy()


def test_a_server_with_clients_ends_when_told_to(folder):
    """Open connections do not hold up the end."""
    running = Server(folder / "another.sqlite")
    kept = [connect(running, half_open(running)) for _ in range(10)]
    assert Client(running).is_healthy()
    begun = time.monotonic()
    assert running.stop() in (0, 143)
    assert time.monotonic() - begun < 12
    for connection in kept:
        connection.close()

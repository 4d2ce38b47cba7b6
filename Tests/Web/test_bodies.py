"""Bodies that are too large, never end, or are packed: refused, with little memory."""

import gzip
import json
import socket
import time

import pytest

import machine
from serving import exchange, head, statuses

json_type = "Content-Type: application/json"


def posting(server, *lines):
    return head(
        "POST", "/api/v1/plans", f"Origin: {server.origin}", json_type, *lines,
        host=server.host, token=server.token,
    )


@pytest.mark.parametrize(
    "length",
    [machine.body_limit + 1, 2 << 30, (1 << 31) - 1, 1 << 32, (1 << 63) - 1],
)
def test_a_length_over_the_limit_is_refused_unread(server, client, length):
    begun = time.monotonic()
    received = exchange(server.port, posting(server, f"Content-Length: {length}"))
    assert statuses(received) == [413]
    assert time.monotonic() - begun < 3 * machine.slack
    assert client.is_healthy()


@pytest.mark.parametrize(
    "length",
    ["-1", "+5", "0x10", "1e3", "5 5", "5,5", "5, 6", "", str(1 << 63), str(1 << 64), "9" * 400, "五"],
)
def test_a_length_that_is_none_is_refused(server, client, length):
    sent = posting(server, f"Content-Length: {length}", "Connection: close") + b"{}   "
    codes = statuses(exchange(server.port, sent, seconds=3))
    # The parser may close the connection without a word.
    assert all(code in (400, 411, 413, 422) for code in codes) and len(codes) <= 1
    assert client.is_healthy()


def stream(server, opening, part, most, seconds=20):
    """Sends a part again and again until the server answers or closes, or `most` bytes went."""
    sent, received = 0, b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=2) as connection:
        connection.sendall(opening)
        end = time.monotonic() + seconds
        try:
            while sent < most and time.monotonic() < end:
                connection.sendall(part)
                sent += len(part)
                connection.setblocking(False)
                try:
                    received += connection.recv(65536)
                except BlockingIOError:
                    pass
                connection.settimeout(2)
        except OSError:
            pass
        try:
            connection.settimeout(2)
            while more := connection.recv(65536):
                received += more
        except OSError:
            pass
    return sent, received


def test_an_endless_chunked_body_is_cut_off(server, client):
    before = server.memory()
    data = b"x" * 65536
    part = f"{len(data):x}\r\n".encode() + data + b"\r\n"
    sent, received = stream(server, posting(server, "Transfer-Encoding: chunked"), part, 512 << 20)
    assert sent < 64 << 20, f"{sent} bytes were taken"
    assert all(code == 413 for code in statuses(received))
    assert server.memory() - before < 50
    assert client.is_healthy()


def test_a_body_of_many_tiny_chunks_is_cut_off(server, client):
    before = server.memory()
    sent, _ = stream(
        server, posting(server, "Transfer-Encoding: chunked"), b"1\r\nx\r\n" * 2000, 256 << 20, 15
    )
    assert sent < 64 << 20
    assert server.memory() - before < 50
    assert client.is_healthy()


@pytest.mark.parametrize("part", [b"1;" + b"x" * 60_000, b"x" * 60_000, b"0" * 60_000],
                         ids=["an extension", "letters", "zeros"])
def test_an_endless_chunk_size_is_cut_off(server, client, part):
    before = server.memory()
    sent, _ = stream(server, posting(server, "Transfer-Encoding: chunked"), part, 256 << 20, 10)
    assert sent < 64 << 20
    assert server.memory() - before < 50
    assert client.is_healthy()


def test_an_endless_trailer_is_cut_off(server, client):
    before = server.memory()
    opening = posting(server, "Transfer-Encoding: chunked") + b"2\r\n{}\r\n0\r\n"
    sent, _ = stream(server, opening, b"X-Trailer: " + b"x" * 4000 + b"\r\n", 256 << 20, 10)
    assert sent < 64 << 20
    assert server.memory() - before < 50
    assert client.is_healthy()


def test_an_endless_head_is_cut_off(server, client):
    before = server.memory()
    opening = f"GET / HTTP/1.1\r\nHost: {server.host}\r\n".encode()
    sent, _ = stream(server, opening, b"X-Filling: " + b"x" * 4000 + b"\r\n", 256 << 20)
    assert sent < 16 << 20, f"{sent} bytes were taken"
    assert server.memory() - before < 50
    assert client.is_healthy()


def test_an_endless_target_is_cut_off(server, client):
    before = server.memory()
    sent, _ = stream(server, b"GET /?", b"carbon.price=1&" * 4000, 256 << 20)
    assert sent < 16 << 20
    assert server.memory() - before < 50
    assert client.is_healthy()


def test_a_long_link_is_refused(client):
    for text in ("x" * 9000 + "=1", "a.b=1&" * 3000):
        reply = client.get("/answer?" + text)
        assert reply.status in (400, 413, 414, 422, 431)
    assert client.is_healthy()


def test_a_packed_body_is_not_unpacked(server, client):
    bomb = gzip.compress(b" " * (64 << 20))
    assert len(bomb) < machine.body_limit
    before = server.memory()
    for encoding in ("gzip", "deflate", "br", "zstd", "gzip, gzip"):
        reply = client.post("/api/v1/plans", bomb, headers={"Content-Encoding": encoding})
        assert reply.status in (400, 415)
    assert server.memory() - before < 50


def test_the_largest_allowed_body_is_read(client):
    yaml = "schema: 1\nextends: policies-as-issued\n# " + "x" * (machine.body_limit - 200)
    body = json.dumps({"yaml": yaml})
    assert machine.body_limit - 200 < len(body) <= machine.body_limit
    assert client.post("/api/v1/scenarios/check", body).status == 200


def test_a_body_on_a_get_is_bounded_too(server, client):
    sent = head(
        "GET", "/api/v1/levers", "Content-Length: 2147483648", host=server.host, token=server.token
    )
    exchange(server.port, sent, seconds=2)
    assert client.is_healthy()


def test_a_hundred_large_bodies_leave_memory_as_it_was(server, client):
    """One mebibyte each, refused after reading: nothing of them stays."""
    body = json.dumps({"yaml": "x" * (machine.body_limit - 100)})
    for _ in range(5):
        client.post("/api/v1/scenarios/check", body)
    before = server.memory()
    for _ in range(100):
        assert client.post("/api/v1/scenarios/check", body).status in (200, 422)
    assert server.memory() - before < 50

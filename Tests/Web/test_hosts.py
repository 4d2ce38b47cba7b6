"""A page of another name that resolves to this machine (DNS rebinding) gets nothing."""

import os
import socket

import pytest

from serving import exchange, head, statuses

# Everything the server hands out, with the open paths and the files among it.
paths = ["/", "/answer", "/page.js", "/page.css", "/icon.svg", "/api/v1/health", "/api/v1/levers"]


def foreign(port):
    return {
        "another host": "evil.example",
        "another host in capitals": "EVIL.EXAMPLE",
        "another host with our port": f"evil.example:{port}",
        "our name as a part of theirs": f"localhost.evil.example:{port}",
        "their name before ours": f"evil.localhost:{port}",
        "our address as a part of theirs": f"127.0.0.1.evil.example:{port}",
        "our address as a user of theirs": f"127.0.0.1:{port}@evil.example",
        "a trailing dot": f"localhost.:{port}",
        "a trailing dot after the address": f"127.0.0.1.:{port}",
        "another port": f"127.0.0.1:{port % 60000 + 1024}",
        "another port of the name": f"localhost:{port % 60000 + 1024}",
        "a port that is no number": "127.0.0.1:http",
        "a port beyond all ports": f"127.0.0.1:{port + 65536}",
        "an empty host": "",
        "a list of hosts": f"127.0.0.1:{port}, evil.example",
        "another loopback address": f"127.0.0.2:{port}",
        "the address of every interface": f"0.0.0.0:{port}",
        "the address as one number": f"2130706433:{port}",
        "the address in short": f"127.1:{port}",
        "the address in base sixteen": f"0x7f.0.0.1:{port}",
        "the address in base eight": f"0177.0.0.1:{port}",
        "the address inside one of version 6": f"[::ffff:127.0.0.1]:{port}",
        "the address of version 6, written out": f"[0:0:0:0:0:0:0:1]:{port}",
        "the address of version 6 with a zone": f"[::1%lo]:{port}",
        "a port with a zero before": f"127.0.0.1:0{port}",
        "a port with a sign": f"127.0.0.1:+{port}",
        "a port of full-width digits": "localhost:" + "".join(chr(0xFEE0 + ord(d)) for d in str(port)),
        "an empty port": "localhost:",
        "a scheme before": f"http://127.0.0.1:{port}",
        "a query behind": f"127.0.0.1:{port}?",
        "a comma behind": f"127.0.0.1:{port},",
        "a space within": f"127.0.0.1 :{port}",
        "a path in the host": f"127.0.0.1:{port}/evil",
    }


def refused(received):
    codes = statuses(received)
    assert codes and codes[0] in (400, 421), received[:300]
    assert len(codes) == 1, received[:600]
    assert b"greenalu_token" not in received
    return True


@pytest.mark.parametrize("case", list(foreign(0)))
def test_another_host_is_refused(server, case):
    host = foreign(server.port)[case]
    sent = head("GET", "/api/v1/levers", "Connection: close", host=host, token=server.token)
    assert refused(exchange(server.port, sent))


@pytest.mark.parametrize("path", paths)
def test_another_host_is_refused_before_routing(server, path):
    sent = head("GET", path, "Connection: close", host="evil.example", token=server.token)
    assert refused(exchange(server.port, sent))


@pytest.mark.parametrize("path", paths)
def test_a_missing_host_is_refused(server, path):
    assert refused(exchange(server.port, head("GET", path, "Connection: close", token=server.token)))


def test_a_missing_host_of_an_old_client_is_refused(server):
    sent = f"GET / HTTP/1.0\r\nAuthorization: Bearer {server.token}\r\n\r\n".encode()
    assert refused(exchange(server.port, sent))


@pytest.mark.parametrize("order", ["own first", "own last", "own twice"])
def test_two_hosts_are_refused(server, order):
    hosts = {
        "own first": [server.host, "evil.example"],
        "own last": ["evil.example", server.host],
        "own twice": [server.host, server.host],
    }[order]
    lines = [f"Host: {host}" for host in hosts]
    sent = head("GET", "/api/v1/levers", *lines, "Connection: close", token=server.token)
    assert refused(exchange(server.port, sent))


def test_a_foreign_host_in_the_target_is_refused(server):
    """The absolute form of a request's target."""
    sent = head(
        "GET", "http://evil.example/api/v1/levers", "Connection: close",
        host=server.host, token=server.token,
    )
    codes = statuses(exchange(server.port, sent))
    assert codes and codes[0] in (400, 404, 421)


def test_an_own_host_in_the_target_does_not_hide_a_foreign_host(server):
    sent = head(
        "GET", f"http://{server.host}/api/v1/levers", "Connection: close",
        host="evil.example", token=server.token,
    )
    assert refused(exchange(server.port, sent))


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "LOCALHOST"])
def test_own_names_are_answered(server, name):
    sent = head(
        "GET", "/api/v1/health", "Connection: close", host=f"{name}:{server.port}"
    )
    assert statuses(exchange(server.port, sent)) == [200]


def test_only_the_loopback_address_is_bound(server):
    """Every line of the kernel's table of listening sockets with our port is 127.0.0.1 or ::1."""
    wanted = f":{server.port:04X}"
    bound = []
    for table in ("/proc/net/tcp", "/proc/net/tcp6"):
        if not os.path.exists(table):
            continue
        with open(table, encoding="ascii") as lines:
            for line in list(lines)[1:]:
                local, _, state = line.split()[1:4]
                if state == "0A" and local.endswith(wanted):
                    bound.append(local.split(":")[0])
    loopback = {"0100007F", "00000000000000000000000001000000"}
    assert bound and set(bound) <= loopback, bound


def test_the_machine_by_its_own_name_is_not_reached(server):
    """Where the machine has another address, nothing listens there."""
    try:
        addresses = {
            entry[4][0] for entry in socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
        }
    except OSError:
        addresses = set()
    for address in addresses:
        if address.startswith("127.0.0.1"):
            continue
        with pytest.raises(OSError):
            socket.create_connection((address, server.port), timeout=2).close()

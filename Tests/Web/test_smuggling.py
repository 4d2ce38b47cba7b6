"""Requests whose end can be read in two ways: one reading, or none."""

import pytest

from serving import exchange, statuses


def hidden(server):
    """A second request, hidden in the first: it would show the levers."""
    return (
        f"GET /api/v1/levers HTTP/1.1\r\nHost: {server.host}\r\n"
        f"Authorization: Bearer {server.token}\r\nConnection: close\r\n\r\n"
    )


cases = {
    "both lengths": "Content-Length: {n}\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n{hidden}",
    "both lengths, chunked first":
        "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n{hidden}",
    "two lengths": "Content-Length: 4\r\nContent-Length: {n}\r\n\r\n{{}}  {hidden}",
    "two equal lengths with a list": "Content-Length: 4, 4\r\n\r\n{{}}  {hidden}",
    "a length with a space": "Content-Length : 4\r\n\r\n{{}}  {hidden}",
    "a length behind a tab": "Content-Length\t: 4\r\n\r\n{{}}  {hidden}",
    "a length with a sign": "Content-Length: +4\r\n\r\n{{}}  {hidden}",
    "a length in base sixteen": "Content-Length: 0x4\r\n\r\n{{}}  {hidden}",
    "another coding": "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n{hidden}",
    "chunked is not the last coding":
        "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n{hidden}",
    "two codings": "Transfer-Encoding: chunked\r\nTransfer-Encoding: x\r\n\r\n0\r\n\r\n{hidden}",
    "a coding behind a space": "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n{hidden}",
    "a coding on a folded line": "Transfer-Encoding:\r\n chunked\r\n\r\n0\r\n\r\n{hidden}",
    "a coding behind a vertical tab": "Transfer-Encoding: \x0bchunked\r\n\r\n0\r\n\r\n{hidden}",
    "a chunk size that is none": "Transfer-Encoding: chunked\r\n\r\nzz\r\n\r\n{hidden}",
    "a negative chunk size": "Transfer-Encoding: chunked\r\n\r\n-1\r\n\r\n{hidden}",
    "a chunk size beyond all": "Transfer-Encoding: chunked\r\n\r\nffffffffffffffffff\r\n{hidden}",
    "a chunk size with a prefix": "Transfer-Encoding: chunked\r\n\r\n0x4\r\n{{}}  \r\n0\r\n\r\n{hidden}",
    "a chunk longer than it says": "Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}   0\r\n\r\n{hidden}",
    "a chunk without its end": "Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}0\r\n\r\n{hidden}",
    "NUL in a line": "X-Nothing: a\x00b\r\nContent-Length: 2\r\n\r\n{{}}{hidden}",
    "a line without a colon": "Nothing\r\nContent-Length: 2\r\n\r\n{{}}{hidden}",
    "a line without a name": ": nothing\r\nContent-Length: 2\r\n\r\n{{}}{hidden}",
    "a chunk size ended by a line feed alone":
        "Transfer-Encoding: chunked\r\n\r\n0\n\r\n{hidden}",
    "a chunk ended by a line feed alone":
        "Transfer-Encoding: chunked\r\n\r\n2\r\n{{}}\n0\r\n\r\n{hidden}",
    "a chunk size behind a space": "Transfer-Encoding: chunked\r\n\r\n 0\r\n\r\n{hidden}",
    "an empty chunk size": "Transfer-Encoding: chunked\r\n\r\n\r\n\r\n{hidden}",
    "a folded line": "X-Nothing: a\r\n b\r\nContent-Length: 2, 2\r\n\r\n{{}}{hidden}",
    "a folded length": "Content-Length:\r\n 4, 4\r\n\r\n{{}}  {hidden}",
    "NUL in a name": "X-No\x00thing: a\r\nContent-Length: 2\r\n\r\n{{}}{hidden}",
    "a carriage return alone": "X-Nothing: a\rContent-Length: 2\r\n\r\n{{}}{hidden}",
}


@pytest.mark.parametrize("case", list(cases))
def test_a_body_with_two_ends_is_not_read_on(server, client, case):
    """Refused and closed: what follows is never answered as a request."""
    lines = cases[case].format(n=4 + len(hidden(server)), hidden=hidden(server))
    sent = (
        f"POST /api/v1/plans HTTP/1.1\r\nHost: {server.host}\r\nOrigin: {server.origin}\r\n"
        f"Authorization: Bearer {server.token}\r\nContent-Type: application/json\r\n{lines}"
    )
    received = exchange(server.port, sent.encode("latin-1"), seconds=3)
    codes = statuses(received)
    assert len(codes) <= 1, received[:600]
    assert all(400 <= code < 500 for code in codes), received[:300]
    assert client.is_healthy()


heads = {
    "nothing": b"\r\n\r\n",
    "no version": b"GET /\r\n\r\n",
    "version 0.9": b"GET / HTTP/0.9\r\n\r\n",
    "version 3": b"GET / HTTP/3.0\r\n\r\n",
    "version 2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
    "no such version": b"GET / HTTP/9999999999999.1\r\n\r\n",
    "a method of letters and signs": b"G(T / HTTP/1.1\r\n\r\n",
    "an encrypted greeting": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + b"\x00" * 500,
    "bytes": bytes(range(256)) * 8,
    "zeros": b"\x00" * 4096,
    "spaces": b" " * 4096,
    "a long method": b"A" * 100_000,
    "another protocol": b"EHLO evil.example\r\nMAIL FROM:<x>\r\n\r\n",
}


@pytest.mark.parametrize("case", list(heads))
def test_what_is_no_request_harms_nobody(server, client, case):
    received = exchange(server.port, heads[case], seconds=1)
    assert all(400 <= code < 600 and code != 500 for code in statuses(received))
    assert b"Yunnan" not in received
    assert client.is_healthy()


@pytest.mark.parametrize("method", ["PUT", "PATCH", "TRACE", "CONNECT", "OPTIONS", "BREW", "get"])
@pytest.mark.parametrize("path", ["/", "/answer", "/api/v1/saved", "/api/v1/plans"])
def test_another_method_is_refused(server, client, method, path):
    sent = (
        f"{method} {path} HTTP/1.1\r\nHost: {server.host}\r\nOrigin: {server.origin}\r\n"
        f"Authorization: Bearer {server.token}\r\nX-Echo: evil\r\nConnection: close\r\n\r\n"
    )
    received = exchange(server.port, sent.encode(), seconds=5)
    codes = statuses(received)
    assert all(code in (400, 403, 404, 405, 415, 501) for code in codes) and len(codes) <= 1
    assert b"evil" not in received
    assert client.is_healthy()


limits = {
    "a hundred and one fields": ("X-F: y\r\n" * 101, False),
    "a thousand fields": ("X-F: y\r\n" * 1000, False),
    "ninety fields": ("X-F: y\r\n" * 90, True),
    "a field of 33 KiB": ("X-F: " + "y" * (33 << 10) + "\r\n", False),
    "a name of 33 KiB": ("X" * (33 << 10) + ": y\r\n", False),
    "fields of 40 KiB together": (("X-F: " + "y" * 1000 + "\r\n") * 40, False),
    "fields of 20 KiB together": (("X-F: " + "y" * 1000 + "\r\n") * 20, True),
    "a line feed alone at the end of a line": ("X-F: y\n", None),
    "trailing spaces": ("X-F: y   \r\n", True),
}


@pytest.mark.parametrize("case", list(limits))
def test_a_head_is_limited_in_number_and_size(server, client, case):
    lines, is_answered = limits[case]
    sent = f"GET /api/v1/health HTTP/1.1\r\nHost: {server.host}\r\n{lines}Connection: close\r\n\r\n"
    received = exchange(server.port, sent.encode(), seconds=10)
    codes = statuses(received)
    assert len(codes) <= 1
    if is_answered:
        assert codes == [200]
    elif is_answered is False:
        assert codes != [200] and all(400 <= code < 500 for code in codes), received[:300]
    assert client.is_healthy()


@pytest.mark.parametrize("separator", ["\r\n", "\n"])
def test_what_follows_a_line_feed_alone_is_no_second_request(server, separator):
    """Two requests are two wherever they are read; a line that ends in a line feed alone never
    hides the second Host of one."""
    sent = (f"GET /api/v1/health HTTP/1.1\nHost: {server.host}{separator}"
            f"Host: evil.example\r\nConnection: close\r\n\r\n")
    codes = statuses(exchange(server.port, sent.encode(), seconds=5))
    assert codes in ([], [400]), codes


def test_a_body_that_is_expected_and_too_large_is_not_asked_for(server):
    sent = (f"POST /api/v1/plans HTTP/1.1\r\nHost: {server.host}\r\nOrigin: {server.origin}\r\n"
            f"Authorization: Bearer {server.token}\r\nContent-Type: application/json\r\n"
            "Content-Length: 2147483648\r\nExpect: 100-continue\r\n\r\n")
    assert statuses(exchange(server.port, sent.encode(), seconds=5)) == [413]


def test_two_requests_on_one_line_are_answered_in_order(server):
    """The lawful case: both, one after the other."""
    one = f"GET /api/v1/health HTTP/1.1\r\nHost: {server.host}\r\n\r\n"
    last = f"GET /page.css HTTP/1.1\r\nHost: {server.host}\r\nAuthorization: Bearer {server.token}\r\n"
    received = exchange(server.port, (one + last + "Connection: close\r\n\r\n").encode())
    assert statuses(received) == [200, 200]


def test_a_header_cannot_be_put_into_an_answer(server, client):
    for path in ("/?token=x%0d%0aX-Evil:%201", "/answer?lang=en%0d%0aX-Evil:%201",
                 "/scenario.yaml?scenario=no-moves%0d%0aX-Evil:%201", "/%0d%0aX-Evil:%201"):
        reply = client.get(path)
        assert reply.header("X-Evil") is None
    assert client.is_healthy()

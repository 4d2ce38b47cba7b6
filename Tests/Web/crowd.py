"""Clients of every kind at once: those that use the page, and those that send half a request,
read nothing, break off, or send what is no request."""

import http.client
import json
import random
import socket
import struct
import threading
import time
from collections import Counter

from serving import head, statuses

yaml = "schema: 1\nextends: no-moves\n"


class Crowd:
    """So many clients, each on one connection at a time, until it is told to stop."""

    def __init__(self, server, clients, seed):
        self.server = server
        self.ended = threading.Event()
        # (behaviour, status or how the connection ended): how often.
        self.counts = Counter()
        self.surprises = []
        self.saved, self.jobs = set(), set()
        self._lock = threading.Lock()
        self._threads = [
            threading.Thread(target=self._live, args=(random.Random(seed * 1000 + number),))
            for number in range(clients)
        ]

    def __enter__(self):
        for thread in self._threads:
            thread.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        for thread in self._threads:
            thread.join(60)

    @property
    def requests(self):
        return sum(self.counts.values())

    @property
    def codes(self):
        """How often each status was answered, by whatever was asked."""
        result = Counter()
        for (_, outcome), count in self.counts.items():
            if isinstance(outcome, int):
                result[outcome] += count
        return result

    def _live(self, dice):
        names, weights = zip(*((name, weight) for name, (weight, _) in behaviours.items()))
        while not self.ended.is_set():
            name = dice.choices(names, weights)[0]
            try:
                behaviours[name][1](self, dice, name)
            except (OSError, http.client.HTTPException) as failure:
                # The server may end a connection that idles where others want in.
                self.count(name, type(failure).__name__)
            except Exception as failure:  # pylint: disable=broad-except
                self.surprises.append(f"{name}: {failure!r}")
            self.ended.wait(dice.uniform(0, 0.2))

    def count(self, name, outcome):
        with self._lock:
            self.counts[name, outcome] += 1

    def ask(self, name, method, path, body=None, headers=None):
        """A whole request on a connection of its own."""
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=120)
        sent = {"Host": self.server.host, "Authorization": f"Bearer {self.server.token}",
                "Origin": self.server.origin, "Content-Type": "application/json",
                **(headers or {})}
        if method == "GET":
            del sent["Origin"], sent["Content-Type"]
        try:
            data = json.dumps(body) if body is not None else None
            connection.request(method, path, body=data, headers=sent)
            answer = connection.getresponse()
            content = answer.read()
        finally:
            connection.close()
        self.count(name, answer.status)
        # More plans than may wait, or all connections at work: said so, and no error.
        turned_away = answer.status == 503 and (b'"busy"' in content or b'"crowded"' in content)
        if answer.status >= 500 and not turned_away:
            self.surprises.append(f"{name}: {answer.status} {content[:300]!r}")
        return answer.status, content

    def connect(self, data=b"", receives=None):
        connection = socket.socket()
        connection.settimeout(5)
        if receives:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, receives)
        try:
            connection.connect(("127.0.0.1", self.server.port))
            connection.sendall(data)
        except OSError:
            connection.close()
            raise
        return connection

    def head(self, method, target, *lines):
        return head(method, target, *lines, host=self.server.host, token=self.server.token)

    def posting(self, length):
        return self.head("POST", "/api/v1/plans", f"Origin: {self.server.origin}",
                         "Content-Type: application/json", length)


def move(crowd, dice, name):
    """A lever of the page is moved: some places are asked for again and again, most once."""
    price = dice.randint(40, 60) if dice.random() < 0.8 else round(dice.uniform(0, 400), 3)
    page = f"page-of-the-crowd-{dice.randint(1, 40):04}"
    path = dice.choice(["/answer", "/answer", "/answer", "/", "/results.csv", "/figures/quotas.svg",
                        "/comparison", "/scenario.yaml"])
    crowd.ask(name, "GET", f"{path}?carbon.price={price}", headers={"X-Greenalu-Page": page})


def read(crowd, dice, name):
    crowd.ask(name, "GET", dice.choice(["/page.js", "/page.css", "/api/v1/levers", "/api/v1/saved",
                                        "/api/v1/jobs", "/api/v1/metrics", "/nothing",
                                        "/api/v1/openapi.json", "/api/v1/saved?search=%25"]))


def save(crowd, dice, name):
    status, content = crowd.ask(
        name, "POST", "/api/v1/saved",
        {"name": f"Crowd {dice.getrandbits(60)}", "yaml": yaml + "# " + "x" * dice.randint(0, 9000)})
    if status != 201:
        return
    number = json.loads(content)["id"]
    crowd.ask(name, "GET", f"/api/v1/saved/{number}")
    crowd.ask("delete", "DELETE", f"/api/v1/saved/{number}")


def job(crowd, dice, name):
    draws = dice.choice([2, 3, 2000])
    status, content = crowd.ask(
        name, "POST", "/api/v1/jobs",
        {"kind": "ensemble", "link": "scenario=policies-as-issued", "draws": draws,
         "seed": dice.randint(1, 1 << 30)})
    if status != 202:
        return
    number = json.loads(content)["id"]
    crowd.jobs.add(number)
    crowd.ended.wait(dice.uniform(0, 1.5))
    if draws > 10 or dice.random() < 0.3:
        crowd.ask("cancel", "DELETE", f"/api/v1/jobs/{number}")


def drop_events(crowd, dice, name):
    """A stream of events is left in the middle."""
    known = list(crowd.jobs)
    number = known[-1] if known else 1
    with crowd.connect(crowd.head("GET", f"/api/v1/jobs/{number}/events")) as connection:
        received = connection.recv(4096)
        crowd.ended.wait(dice.uniform(0, 1))
    crowd.count(name, (statuses(received) or ["nothing"])[0])


def half_open(crowd, dice, name):
    sent = crowd.head("GET", "/answer", "X-Slow: ")
    with crowd.connect(sent[: dice.randint(0, len(sent) - 4)]) as connection:
        connection.settimeout(dice.uniform(0.5, 12))
        try:
            outcome = "closed" if not connection.recv(1000) else "answered"
        except TimeoutError:
            outcome = "left"
    crowd.count(name, outcome)


def slow_body(crowd, dice, name):
    body = b'{"scenario": "no-moves"}'
    with crowd.connect(crowd.posting(f"Content-Length: {len(body)}")) as connection:
        most = len(body) if dice.random() < 0.5 else dice.randint(0, len(body) - 1)
        for place in range(most):
            connection.sendall(body[place : place + 1])
            crowd.ended.wait(0.1)
        if most < len(body):
            return crowd.count(name, "left")
        connection.settimeout(60)
        received = connection.recv(4096)
    return crowd.count(name, (statuses(received) or ["nothing"])[0])


def slow_reader(crowd, dice, name):
    request = crowd.head("GET", "/?carbon.price=50") * dice.randint(1, 6)
    with crowd.connect(request, receives=2048) as connection:
        for _ in range(dice.randint(0, 8)):
            connection.recv(200)
            crowd.ended.wait(0.4)
    crowd.count(name, "left")


def abandon(crowd, dice, name):
    """A whole request, and the connection is reset before its answer."""
    price = round(dice.uniform(0, 400), 3)
    connection = crowd.connect(crowd.head("GET", f"/answer?carbon.price={price}"))
    connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    crowd.ended.wait(dice.uniform(0, 0.2))
    connection.close()
    crowd.count(name, "left")


def malformed(crowd, dice, name):
    own = f"Host: {crowd.server.host}\r\n".encode()
    sent = dice.choice([
        dice.randbytes(dice.randint(1, 3000)),
        b"GET / HTTP/1.1\r\n" + own + b"X: a\x00b\r\n\r\n",
        b"GET / HTTP/1.1\r\nHost: evil.example\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + own + b"X-F: y\r\n" * 200 + b"\r\n",
        b"GET /" + b"a" * 40_000 + b" HTTP/1.1\r\n" + own + b"\r\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        crowd.posting("Content-Length: 99999999999"),
        crowd.posting("Transfer-Encoding: chunked") + b"zz\r\n",
        crowd.posting("Transfer-Encoding: chunked") + (b"8000\r\n" + b"x" * 0x8000 + b"\r\n") * 40,
        crowd.posting("Content-Length: 4") + b'{"a"',
        crowd.posting("Content-Length: 2") + b"[]",
    ])
    received = b""
    with crowd.connect(sent) as connection:
        try:
            while part := connection.recv(65536):
                received += part
                if len(received) > 100_000:
                    break
                connection.settimeout(0.5)
        except OSError:
            pass
    codes = statuses(received)
    crowd.count(name, codes[0] if codes else "closed")
    turned_away = codes == [503] and b'"crowded"' in received
    if any(code >= 500 and code != 505 for code in codes) and not turned_away:
        crowd.surprises.append(f"{name}: {codes} to {sent[:200]!r}")


# What the clients do, and how often each against the others.
behaviours = {
    "move": (30, move), "read": (15, read), "save": (8, save), "job": (4, job),
    "drop events": (6, drop_events), "half open": (10, half_open), "slow body": (5, slow_body),
    "slow reader": (6, slow_reader), "abandon": (8, abandon), "malformed": (8, malformed),
}

"""A running greenalu-serve, and requests to it over plain sockets."""

import html
import http.client
import json
import re
import signal
import socket
import subprocess
import threading
import time
from collections import deque
from urllib.parse import parse_qs, quote, urlencode, urlsplit

import machine


class Server:
    """Starts greenalu-serve on a free port and reads the address it prints."""

    def __init__(self, store, *arguments, inside=()):
        """With `inside`, what runs the program: the command that enters a disk, say."""
        self.store = store
        self.output = deque(maxlen=1000)
        self.process = subprocess.Popen(
            [*inside, str(machine.serve_binary), "--port", "0", "--store", str(store), *arguments],
            cwd=machine.repository,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            errors="replace",
        )
        self._printed = threading.Event()
        self.address = None
        threading.Thread(target=self._read, daemon=True).start()
        if not self._printed.wait(30) or self.address is None:
            self.process.kill()
            self.process.wait()
            raise AssertionError("greenalu-serve printed no address:\n" + "".join(self.output))
        parts = urlsplit(self.address)
        self.port = parts.port
        self.token = parse_qs(parts.query)["token"][0]
        self.host = f"127.0.0.1:{self.port}"
        self.origin = f"http://{self.host}"
        self._await_answer()

    def _read(self):
        for line in self.process.stdout:
            self.output.append(line)
            found = re.search(r"http://[\w.:\[\]]+:\d+/\?token=[\w-]+", line)
            if found and self.address is None:
                self.address = found.group()
                self._printed.set()
        self._printed.set()

    def _await_answer(self):
        end = time.monotonic() + 20
        while True:
            try:
                with socket.create_connection(("127.0.0.1", self.port), timeout=1):
                    return
            except OSError:
                if time.monotonic() > end:
                    raise
                time.sleep(0.05)

    @property
    def text(self):
        return "".join(self.output)

    @property
    def is_running(self):
        return self.process.poll() is None

    def memory(self, field="VmRSS"):
        """Memory in megabytes: VmRSS now, VmHWM at its highest."""
        with open(f"/proc/{self.process.pid}/status", encoding="ascii") as status:
            for line in status:
                if line.startswith(field + ":"):
                    return int(line.split()[1]) / 1024
        raise AssertionError(f"no {field} in /proc")

    def stop(self):
        """Ends the server as a terminal's Ctrl-C does not: with SIGTERM. It must go by itself."""
        if self.is_running:
            self.process.send_signal(signal.SIGTERM)
        try:
            code = self.process.wait(15)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise AssertionError("greenalu-serve did not end within 15 s of SIGTERM") from None
        return code

    def url(self, path, **parameters):
        query = urlencode(parameters, quote_via=quote)
        return self.origin + path + ("?" + query if query else "")


class Reply:
    """An answer of the server."""

    def __init__(self, status, headers, body):
        self.status = status
        self.headers = headers
        self.body = body

    @property
    def text(self):
        return self.body.decode("utf-8")

    @property
    def json(self):
        return json.loads(self.body)

    @property
    def error(self):
        return self.json["error"]

    @property
    def problems(self):
        """Every problem, as field: its other members."""
        return {problem["field"]: problem for problem in self.error["problems"]}

    def header(self, name):
        return self.headers.get(name)

    def attribute(self, name):
        """An attribute of the first element of an HTML fragment."""
        found = re.search(rf'\A\s*<[^>]*\s{re.escape(name)}="([^"]*)"', self.text)
        return html.unescape(found.group(1)) if found else None

    def __repr__(self):
        return f"<{self.status} {self.body[:300]!r}>"


class Client:
    """Requests with the server's token, unless told otherwise; one connection each."""

    def __init__(self, server, token=True):
        self.server = server
        self.token = server.token if token is True else token

    def request(self, method, path, body=None, headers=None, timeout=None):
        connection = http.client.HTTPConnection(
            "127.0.0.1", self.server.port, timeout=timeout or machine.patience * 4
        )
        sent = {"Host": self.server.host}
        if self.token:
            sent["Authorization"] = f"Bearer {self.token}"
        if method not in ("GET", "HEAD", "OPTIONS"):
            sent["Origin"] = self.server.origin
        if body is not None and not isinstance(body, (bytes, str)):
            body = json.dumps(body).encode()
        if body is not None:
            sent["Content-Type"] = "application/json"
        sent.update(headers or {})
        sent = {name: value for name, value in sent.items() if value is not None}
        try:
            connection.request(method, path, body=body, headers=sent)
            answer = connection.getresponse()
            return Reply(answer.status, answer.headers, answer.read())
        finally:
            connection.close()

    def get(self, path, headers=None, **parameters):
        query = urlencode(parameters, quote_via=quote)
        return self.request("GET", path + ("?" + query if query else ""), headers=headers)

    def post(self, path, body=None, headers=None, **options):
        return self.request("POST", path, body=body, headers=headers, **options)

    def delete(self, path, headers=None):
        return self.request("DELETE", path, headers=headers)

    def is_healthy(self):
        return self.server.is_running and self.get("/api/v1/health").status == 200

    def await_job(self, number, *states, seconds=None):
        """Waits until a job is in one of the states; returns its document."""
        end = time.monotonic() + (seconds or machine.patience * 10)
        while True:
            job = self.get(f"/api/v1/jobs/{number}").json
            if job["status"] in states:
                return job
            assert time.monotonic() < end, f"job {number} is still {job}"
            time.sleep(0.1)

    def cancel_all(self):
        """Leaves no job waiting or running."""
        for job in self.get("/api/v1/jobs").json["jobs"]:
            if job["status"] in ("waiting", "running"):
                self.delete(f"/api/v1/jobs/{job['id']}")
                self.await_job(job["id"], "cancelled", "finished", "failed")


def exchange(port, data, seconds=5.0, host="127.0.0.1"):
    """Sends bytes as they are and returns all that comes back until the server closes the
    connection or nothing more comes."""
    received = b""
    with socket.create_connection((host, port), timeout=seconds) as connection:
        try:
            connection.sendall(data)
        except OSError:
            pass
        try:
            while True:
                part = connection.recv(65536)
                if not part:
                    break
                received += part
        except (TimeoutError, ConnectionError):
            pass
    return received


def statuses(received):
    """The status codes of every response in what came back."""
    return [int(code) for code in re.findall(rb"HTTP/1\.[01] (\d{3})", received)]


def head(method, target, *lines, host=None, token=None):
    """A request's head as bytes; lines as given."""
    result = [f"{method} {target} HTTP/1.1"]
    if host is not None:
        result.append(f"Host: {host}")
    if token is not None:
        result.append(f"Authorization: Bearer {token}")
    result += lines
    return ("\r\n".join(result) + "\r\n\r\n").encode("utf-8", "surrogateescape")

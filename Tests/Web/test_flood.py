"""More work than the machine can do: it waits in line or is turned away, and the page stays
reachable."""

import http.client
import statistics
import threading
import time

import machine

largest = {
    "scenario": "policies-as-issued",
    "levers": {},
    "settings": {"horizon.last_year": "2030", "horizon.extend": "hold"},
}


class HealthWatch(threading.Thread):
    """Asks for the server's health all the time over one connection and keeps the times in
    milliseconds."""

    def __init__(self, server):
        super().__init__(daemon=True)
        self.server = server
        self.times = []
        self.failures = []
        self.ended = threading.Event()

    def run(self):
        connection = http.client.HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        while not self.ended.is_set():
            begun = time.perf_counter()
            try:
                connection.request("GET", "/api/v1/health", headers={"Host": self.server.host})
                answer = connection.getresponse()
                answer.read()
                if answer.status != 200:
                    self.failures.append(answer.status)
            except (OSError, http.client.HTTPException) as failure:
                self.failures.append(repr(failure))
                connection.close()
            self.times.append((time.perf_counter() - begun) * 1000)
            time.sleep(0.02)
        connection.close()

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.ended.set()
        self.join(60)


def at_once(count, most, work):
    """Does a piece of work `count` times, at most `most` at once; returns the results."""
    results = [None] * count
    numbers = iter(range(count))
    lock = threading.Lock()

    def labour():
        while True:
            with lock:
                number = next(numbers, None)
            if number is None:
                return
            results[number] = work(number)

    threads = [threading.Thread(target=labour) for _ in range(most)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


def check_health(watch):
    assert watch.failures == []
    assert len(watch.times) > 5
    times = sorted(watch.times)
    # One pause of this machine's scheduler in a hundred is not the server's.
    steady = times[: max(1, len(times) * 99 // 100)]
    assert steady[-1] < 100 * machine.slack, (
        f"median {statistics.median(times):.0f} ms, highest {times[-1]:.0f} ms"
    )


def test_a_hundred_large_plans_at_once_leave_the_health_page_quick(server, client):
    def post(number):
        body = {**largest, "settings": {**largest["settings"], "carbon.price": str(number)}}
        return client.post("/api/v1/plans", body, timeout=machine.patience * 20).status

    with HealthWatch(server) as watch:
        codes = at_once(100, 40, post)
    assert set(codes) <= {200, 409, 429, 503} and codes.count(200) > 0, codes
    check_health(watch)
    assert client.is_healthy()


def test_the_latest_move_of_a_page_wins(server, client):
    """Thirty moves of one page at once: those overtaken end as superseded, the last is
    answered."""
    page = {"X-Greenalu-Page": "page-of-the-flood-0001"}

    def move(number):
        time.sleep(number * 0.01)
        return client.get("/answer", headers=page, **{"carbon.price": str(60 + number)})

    replies = at_once(30, 30, move)
    codes = [reply.status for reply in replies]
    assert set(codes) <= {200, 409}
    assert codes[-1] == 200
    for reply in replies:
        expected = "superseded" if reply.status == 409 else "optimal"
        assert reply.attribute("data-status") == expected


def test_a_page_does_not_supersede_another(server, client):
    def move(number):
        return client.get(
            "/answer", headers={"X-Greenalu-Page": f"page-of-its-own-{number:04}"},
            **{"carbon.price": str(500 + number)},
        ).status

    assert at_once(6, 6, move) == [200] * 6


def test_more_jobs_than_the_line_holds_are_turned_away(server, client):
    """One runs, four wait, the next is told to come back."""
    body = {
        "kind": "ensemble", "link": "scenario=policies-as-issued", "draws": 5000, "seed": 1,
    }
    try:
        codes = [client.post("/api/v1/jobs", {**body, "seed": seed}) for seed in range(1, 9)]
        assert [reply.status for reply in codes] == [202] * 5 + [429] * 3
        refused = codes[-1]
        assert refused.error["message"]
        assert refused.header("Retry-After")
        states = [job["status"] for job in client.get("/api/v1/jobs").json["jobs"]]
        assert states.count("running") == 1 and states.count("waiting") == 4
        with HealthWatch(server) as watch:
            assert client.get("/answer", **{"carbon.price": "77"}).status == 200
            time.sleep(1)
        check_health(watch)
    finally:
        client.cancel_all()


def test_a_job_that_is_too_large_is_refused_before_it_starts(client):
    for draws in (0, -1, 1_000_000_000, 1 << 62):
        reply = client.post(
            "/api/v1/jobs",
            {"kind": "ensemble", "link": "scenario=policies-as-issued", "draws": draws},
        )
        assert reply.status in (400, 422), draws
        assert "draws" in reply.problems
    assert [job for job in client.get("/api/v1/jobs").json["jobs"]
            if job["status"] in ("running", "waiting")] == []


def test_the_same_question_is_answered_from_the_shelf(client):
    """A plan is made once: the second answer takes no planning."""
    question = {"carbon.price": "123.5"}
    first = client.get("/answer", **question)
    second = client.get("/answer", **question)
    assert first.body == second.body

    def planning(reply):
        timing = reply.header("Server-Timing")
        return float(timing.split("plan;dur=")[1].split(",")[0].split(";")[0])

    assert planning(second) < planning(first) / 2

"""Puts `greenalu solve` and foreign solvers on quadratic programs under hardship, and compares.

Usage: python stress.py --program GREENALU --work FOLDER [--count N] [--seed N] [--first N] [--family NAME]

Every problem is built around a point and multipliers that are optimal, and then put under a hardship that
keeps such a pair (units from 1e-6 to 1e6, doubled rows, nearly parallel limits, ...) or takes all feasible
points or all bounds away. So what is true is known without asking anybody. The problem goes to our
program as a QPS file; residuals and gap of its answer are recomputed here, from the numbers and
multipliers in its CSV.

What counts as wrong: an optimum whose residuals or gap, recomputed, are above 1e-8; an objective off by more than
1e-6 relative to the larger of 1 and its size; "infeasible" or "unbounded" where there is an optimum, or an
optimum where limits contradict each other by more than 1e-7. "Not converged" is refused, not wrong. Exit code 1
where an answer of ours is wrong or a run of our program fails.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse

import forms
import peer

FOREIGN_SECONDS = 10.0
TOLERANCE, OBJECTIVE_TOLERANCE, CONTRADICTION = 1e-8, 1e-6, 1e-7
OPTIMAL, INFEASIBLE, UNBOUNDED, REFUSED = "optimal", "infeasible", "unbounded", "refused"
OURS = {"optimal": OPTIMAL, "primal_infeasible": INFEASIBLE, "dual_infeasible": UNBOUNDED}
THEIRS = {"optimal": OPTIMAL, "infeasible": INFEASIBLE, "unbounded": UNBOUNDED, "PrimalInfeasible": INFEASIBLE,
          "DualInfeasible": UNBOUNDED, "PIQP_PRIMAL_INFEASIBLE": INFEASIBLE, "PIQP_DUAL_INFEASIBLE": UNBOUNDED}
INF = math.inf


@dataclass
class Problem:
    """A program with a point and multipliers that are optimal, unless `truth` says otherwise."""

    random: np.random.Generator
    square: np.ndarray = None
    cost: np.ndarray = None
    rows: np.ndarray = None
    row_limits: np.ndarray = None
    limits: np.ndarray = None
    point: np.ndarray = None
    row_duals: np.ndarray = None
    duals: np.ndarray = None
    truth: str = OPTIMAL
    excess: float = 0.0

    def __post_init__(self):
        random = self.random
        count, rows = random.integers(3, 21), random.integers(1, 13)
        self.point = random.uniform(-5, 5, count)
        self.square = np.zeros((count, count))
        if random.random() > 1 / 3:
            for _ in range(random.integers(1, count + 1)):
                vector = np.zeros(count)
                vector[random.integers(0, count, 3)] = random.uniform(-1, 1, 3)
                self.square += np.outer(vector, vector)
        self.rows = np.where(random.random((rows, count)) < 0.4, random.uniform(-3, 3, (rows, count)), 0.0)
        self.row_limits, self.row_duals = self.around(self.rows @ self.point)
        self.limits, self.duals = self.around(self.point)
        self.settle()

    def around(self, values):
        """Limits around values, binding or not, with multipliers that fit."""
        limits, duals = np.empty((len(values), 2)), np.zeros(len(values))
        for place, value in enumerate(values):
            room, dual = self.random.uniform(0.5, 3), self.random.uniform(0.1, 4)
            limits[place], duals[place] = [
                ((value, INF), dual), ((-INF, value), -dual), ((value, value + room), dual),
                ((value - room, value + room), 0), ((-INF, INF), 0), ((value, value), dual),
                ((value - room, INF), 0)][self.random.integers(7)]
        return limits, duals

    def settle(self):
        """The cost under which point and multipliers are optimal."""
        self.cost = self.rows.T @ self.row_duals + self.duals - self.square @ self.point

    def add(self, values, low, high, dual=0.0):
        self.rows = np.vstack([self.rows, values])
        self.row_limits = np.vstack([self.row_limits, (low, high)])
        self.row_duals = np.append(self.row_duals, dual)

    def objective(self, x):
        return float(x @ (self.cost + self.square @ x / 2))

    def powers(self, low, high, count=None):
        return 10.0 ** self.random.uniform(low, high, count)


def scale_cost(p):
    unit = p.powers(-6, 6)
    p.square, p.cost, p.duals, p.row_duals = p.square * unit, p.cost * unit, p.duals * unit, p.row_duals * unit


def scale_rows(p):
    unit = p.powers(-6, 6, len(p.rows))
    p.rows, p.row_limits = p.rows * unit[:, None], p.row_limits * unit[:, None]
    p.row_duals = p.row_duals / unit


def scale_columns(p):
    unit = p.powers(-6, 6, len(p.point))
    p.point, p.limits = p.point * unit, p.limits * unit[:, None]
    p.cost, p.duals, p.rows = p.cost / unit, p.duals / unit, p.rows / unit
    p.square = p.square / np.outer(unit, unit)


def scale_all(p):
    scale_cost(p), scale_rows(p), scale_columns(p)


def span_coefficients(p):
    for _ in range(p.random.integers(1, 4)):
        values = p.random.uniform(-3, 3, len(p.point)) * p.powers(-6, 6, len(p.point))
        limits, duals = p.around([values @ p.point])
        p.add(values, *limits[0], duals[0] / max(1, np.abs(values).max()))
    p.settle()


def double_rows(p):
    for place in p.random.integers(0, len(p.rows), 2):
        p.add(p.rows[place], *p.row_limits[place])


def nearly_double_rows(p):
    for place in p.random.integers(0, len(p.rows), 2):
        values = p.rows[place] * (1 + p.powers(-13, -6) * p.random.uniform(-1, 1, len(p.point)))
        low, high = p.row_limits[place]
        moved = values @ p.point - p.rows[place] @ p.point
        exact = low == high
        p.add(values, values @ p.point if exact else low + moved, values @ p.point if exact else high + moved)


def add_wedge(p):
    values = p.random.uniform(-3, 3, len(p.point))
    turned = values + p.powers(-9, -2) * p.random.uniform(-1, 1, len(p.point))
    p.add(values, values @ p.point, INF, p.random.uniform(0.1, 4))
    p.add(turned, -INF, turned @ p.point, -p.random.uniform(0.1, 4))
    p.settle()


def add_redundant_equalities(p):
    for _ in range(2):
        values = p.random.uniform(-3, 3, len(p.point))
        p.add(values, values @ p.point, values @ p.point, p.random.uniform(-3, 3))
    p.settle()
    equal = np.flatnonzero(p.row_limits[:, 0] == p.row_limits[:, 1])
    for _ in range(p.random.integers(1, 4)):
        values = p.powers(-3, 3) * (p.random.uniform(-2, 2, len(equal)) @ p.rows[equal])
        p.add(values, values @ p.point, values @ p.point)


def add_empty_places(p):
    for dual in (0.0, p.random.uniform(-4, 4)):
        value, count = p.random.uniform(-5, 5), len(p.point)
        p.square = np.pad(p.square, (0, 1))
        p.rows = np.pad(p.rows, ((0, 0), (0, 1)))
        p.point, p.cost, p.duals = np.append(p.point, value), np.append(p.cost, dual), np.append(p.duals, dual)
        p.limits = np.vstack([p.limits, (value - (dual <= 0), value + (dual >= 0))])
        assert len(p.point) == count + 1
    p.add(np.zeros(len(p.point)), 0, 0)
    p.add(np.zeros(len(p.point)), -1, 2)


def fix_variables(p):
    held = p.random.integers(0, len(p.point), 1 + len(p.point) // 2)
    p.limits[held] = p.point[held, None]


def take_capacity(p):
    """Variables held at zero: by their limits, or as terms of a sum that may not be above zero."""
    held = np.unique(p.random.integers(0, len(p.point), 1 + len(p.point) // 2))
    change = p.rows[:, held] @ p.point[held]
    equal = p.row_limits[:, 0] == p.row_limits[:, 1]
    p.row_limits = p.row_limits - change[:, None]
    p.row_limits[equal, 1] = p.row_limits[equal, 0]
    p.point[held], p.limits[held] = 0, 0
    if p.random.random() < 0.5:
        values = np.zeros(len(p.point))
        values[held] = p.random.uniform(0.5, 2, len(held))
        p.limits[held, 1] = INF
        p.duals[held] = np.maximum(p.duals[held], 0)
        p.add(values, -INF, 0)
    p.settle()


def push_bounds(p):
    for limits in (p.limits, p.row_limits):
        far = np.stack([-p.powers(6, 12, len(limits)), p.powers(6, 12, len(limits))], axis=1)
        limits[:] = np.where(np.isfinite(limits), limits, far)


def squeeze(p):
    width = p.powers(-9, -5)
    p.limits[:, 0] = np.maximum(p.limits[:, 0], p.point - width * p.random.random(len(p.point)))
    p.limits[:, 1] = np.minimum(p.limits[:, 1], p.point + width * p.random.random(len(p.point)))


def add_band(p, sign):
    values = p.random.uniform(0.5, 2, len(p.point))
    room = p.powers(-6, 0)
    p.add(values, values @ p.point, INF)
    for part in (0, 1):
        half = np.where(np.arange(len(values)) % 2 == part, values, 0)
        p.add(half, -INF, half @ p.point + sign * room)
    if sign < 0:
        p.truth, p.excess = INFEASIBLE, 2 * room / (1 + float(np.abs(values * p.point).sum()))


def open_way(p):
    """A variable that stands for minus another, so that both together may grow without end."""
    partner, slope = p.random.integers(len(p.point)), -p.powers(-6, 0)
    p.rows = np.hstack([p.rows, -p.rows[:, [partner]]])
    p.square = np.hstack([p.square, -p.square[:, [partner]]])
    p.square = np.vstack([p.square, -p.square[[partner]]])
    p.point, p.duals = np.append(p.point, 0.0), np.append(p.duals, 0.0)
    p.cost = np.append(p.cost, -p.cost[partner] + slope)
    p.limits[partner, 1] = INF
    p.limits = np.vstack([p.limits, (-INF, INF)])
    p.truth = UNBOUNDED if p.truth == OPTIMAL else p.truth


def combine(p):
    gentle = [double_rows, nearly_double_rows, add_redundant_equalities, add_empty_places, fix_variables,
              take_capacity, push_bounds]
    for hardship in p.random.choice(gentle, 3):
        hardship(p)
    last = p.random.integers(6)
    if last < 4:
        [lambda p: add_band(p, -1), lambda p: add_band(p, 1), open_way, add_wedge][last](p)
    scale_all(p)


FAMILIES = {
    "cost_scale": scale_cost, "row_scale": scale_rows, "column_scale": scale_columns, "mixed_scale": scale_all,
    "coefficient_span": span_coefficients, "duplicate_rows": double_rows, "near_duplicate_rows": nearly_double_rows,
    "nearly_parallel": add_wedge, "redundant_equalities": add_redundant_equalities,
    "empty_places": add_empty_places, "fixed_variables": fix_variables, "zero_capacity": take_capacity,
    "huge_bounds": push_bounds, "tiny_feasible_set": squeeze, "barely_infeasible": lambda p: add_band(p, -1),
    "barely_feasible": lambda p: add_band(p, 1), "unbounded": open_way, "combined": combine}


def make(family, number, seed):
    """The same family, number and seed give the same problem."""
    problem = Problem(np.random.default_rng([seed, number, list(FAMILIES).index(family)]))
    FAMILIES[family](problem)
    return problem


def write_qps(p, path):
    """Free form, numbers to the last bit."""
    def row(place):
        low, high = p.row_limits[place]
        if low == high:
            return "E"
        # Of two limits the smaller stands as it is; the other is that and a range, with their rounding.
        return "L" if math.isfinite(high) and not abs(low) <= abs(high) else "G" if math.isfinite(low) else "N"
    lines = ["NAME stress", "ROWS", " N cost"]
    # A row without limits is written as a range that no double leaves.
    kinds = [row(place) for place in range(len(p.rows))]
    lines += [f" {'G' if kind == 'N' else kind} r{place}" for place, kind in enumerate(kinds)]
    lines.append("COLUMNS")
    for column in range(len(p.point)):
        lines.append(f" x{column} cost {float(p.cost[column])!r}")
        lines += [f" x{column} r{place} {float(p.rows[place, column])!r}" for place in np.flatnonzero(p.rows[:, column])]
    lines.append("RHS")
    for place, kind in enumerate(kinds):
        low, high = map(float, p.row_limits[place])
        lines.append(f" rhs r{place} {high if kind == 'L' else -1e30 if kind == 'N' else low!r}")
    lines.append("RANGES")
    for place, kind in enumerate(kinds):
        low, high = map(float, p.row_limits[place])
        if kind in "GL" and math.isfinite(low) and math.isfinite(high):
            # What the file says counts, for us and for others.
            p.row_limits[place] = (low, low + (high - low)) if kind == "G" else (high - (high - low), high)
            lines.append(f" rng r{place} {high - low!r}")
    lines.append("BOUNDS")
    for column, (low, high) in enumerate(p.limits.tolist()):
        if low == high:
            lines.append(f" FX b x{column} {low!r}")
            continue
        lines.append(f" LO b x{column} {low!r}" if math.isfinite(low) else f" MI b x{column}")
        lines.append(f" UP b x{column} {high!r}" if math.isfinite(high) else f" PL b x{column}")
    lines.append("QUADOBJ")
    for column, other in zip(*np.nonzero(np.tril(p.square))):
        lines.append(f" x{column} x{other} {float(p.square[column, other])!r}")
    lines.append("ENDATA")
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


@dataclass
class Answer:
    """What a solver said, with what is recomputed of it."""

    status: str
    words: str = ""
    objective: float = math.nan
    residuals: tuple = ()

    @property
    def largest(self):
        return max(self.residuals, default=math.nan)


def judge(p, x, y, z):
    """Limits missed, reduced costs and gap, relative as the program defines them."""
    with np.errstate(all="ignore"):
        terms = np.abs(p.rows) @ np.abs(x)
        worst = 0.0
        for value, limits, size in ((p.rows @ x, p.row_limits, terms), (x, p.limits, 0 * x)):
            for side, sign in ((0, 1), (1, -1)):
                limit = limits[:, side]
                finite = np.isfinite(limit)
                missed = sign * (limit - value)[finite]
                scale = np.maximum(np.maximum(1, np.abs(limit[finite])), size[finite])
                worst = max(worst, float((missed / scale).max(initial=0)))
        curve, pull = p.square @ x, p.rows.T @ y
        scale = np.max([np.ones(len(x)), np.abs(p.cost), np.abs(curve), np.abs(pull)], axis=0)
        slope = float((np.abs(curve + p.cost - pull - z) / scale).max(initial=0))
        dual = -float(x @ curve) / 2
        for multipliers, limits in ((y, p.row_limits), (z, p.limits)):
            limit = np.where(multipliers > 0, limits[:, 0], limits[:, 1])
            used = multipliers != 0
            dual += float((multipliers[used] * np.where(np.isfinite(limit[used]), limit[used], 0)).sum())
        value = p.objective(x)
    return value, (worst, slope, abs(value - dual) / max(1.0, abs(value)))


def ask_ours(p, program, folder):
    """Our answer to a problem as a file."""
    qps, table = folder / "problem.qps", folder / "answer.csv"
    write_qps(p, qps)
    table.unlink(missing_ok=True)
    done = subprocess.run([str(program), "solve", str(qps), "--format", "json", "--out", str(table)],
                          capture_output=True, text=True, check=False)
    if done.returncode not in (0, 3, 4):
        return Answer("failed", f"exit code {done.returncode}: {done.stderr.strip()[-200:]}")
    found = json.loads(done.stdout)
    status = OURS.get(found["status"], REFUSED)
    answer = Answer(status, json.dumps({k: v for k, v in found.items() if k != "status"}))
    if {OPTIMAL: 0, REFUSED: 4}.get(status, 3) != done.returncode:
        return Answer("failed", f"{found['status']} with exit code {done.returncode}")
    if status == OPTIMAL:
        with table.open(encoding="utf-8") as lines:
            entries = list(csv.DictReader(lines))
        def column(kind, name):
            return np.array([float(entry[name] or 0) for entry in entries if entry["kind"] == kind])
        answer.objective, answer.residuals = judge(
            p, column("variable", "value"), column("row", "dual"), column("variable", "dual"))
    return answer


class Highs(peer.Highs):
    """HiGHS with an end of ten seconds: without one a run made no progress."""

    def _fresh(self):
        super()._fresh()
        self.solver.setOptionValue("time_limit", FOREIGN_SECONDS)


def ask_foreign(name, p):
    """A foreign solver's answer, at 1e-10 where it lets one choose."""
    kind, method = peer.PEERS[name]
    kind = Highs if kind is peer.Highs else kind
    # Rows without any limit say nothing, and PIQP complains of them on standard output.
    limits = p.row_limits[np.isfinite(p.row_limits).any(axis=1)]
    rows = sparse.csc_matrix(p.rows[np.isfinite(p.row_limits).any(axis=1)])
    form = forms.Form(sparse.csc_matrix(p.square), p.cost, rows, limits[:, 0], limits[:, 1], p.limits[:, 0],
                      p.limits[:, 1], 0.0, lambda x, y, z: (x, y))
    try:
        solver = kind(method, 1e-10)
        status, x, _, _, _ = solver.cold(solver.prepare(form))
    except Exception as error:  # pylint: disable=broad-exception-caught # each solver has its own
        return Answer(REFUSED, str(error))
    status = status.removeprefix("Status.")
    answer = Answer(THEIRS.get(status, REFUSED), status)
    if answer.status == OPTIMAL:
        answer.objective = p.objective(x)
    return answer


def same(one, other):
    """Whether two objectives agree, relative to the larger of 1 and their size."""
    return abs(one - other) <= OBJECTIVE_TOLERANCE * max(1.0, abs(one), abs(other))


def is_wrong(p, answer):
    """Whether an answer contradicts what is true by construction."""
    if answer.status == REFUSED:
        return False
    if answer.status == "failed":
        return True
    if answer.status == OPTIMAL:
        if answer.residuals and not answer.largest <= TOLERANCE:
            return True
        if p.truth == OPTIMAL:
            return not same(answer.objective, p.objective(p.point))
        return p.truth == UNBOUNDED or p.excess > CONTRADICTION
    return answer.status != p.truth


@dataclass
class Tally:
    counts: Counter = field(default_factory=Counter)
    worst: float = 0.0


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--program", type=Path, required=True, help="greenalu")
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, default=25, help="problems of each family")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    parser.add_argument("--family", choices=FAMILIES, help="one family alone")
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    print(f"seed {options.seed}, {options.count} problems of each family from number {options.first}\n")
    print(f"{'family':22}{'optimal':>8}{'proved':>8}{'refused':>8}{'wrong':>6}{'worst':>9}   "
          f"foreign: agree, refused, wrong")
    total, notes = Counter(), []
    for family in [options.family] if options.family else FAMILIES:
        ours, worst, foreign = Counter(), 0.0, {}
        for number in range(options.first, options.first + options.count):
            p = make(family, number, options.seed)
            answer = ask_ours(p, options.program, options.work)
            wrong = is_wrong(p, answer)
            kind = "wrong" if wrong else "proved" if answer.status in (INFEASIBLE, UNBOUNDED) else answer.status
            ours[kind] += 1
            if answer.status == OPTIMAL:
                worst = max(worst, answer.largest)
            if kind in ("wrong", REFUSED):
                truth = p.objective(p.point) if p.truth == OPTIMAL else p.truth
                notes.append(f"{family} {number}: {kind}: {answer.status} {answer.objective:.12g}, true {truth}; "
                             f"{answer.residuals} {' '.join(answer.words.split())}")
            for name in ("clarabel", "piqp", "highs-active-set" if p.square.any() else "highs-simplex"):
                other = ask_foreign(name, p)
                verdict = "refused" if other.status == REFUSED else "wrong" if is_wrong(p, other) else "agree"
                foreign.setdefault(name.split("-")[0], Counter())[verdict] += 1
        total += ours
        told = "; ".join(f"{name} {c['agree']}, {c['refused']}, {c['wrong']}" for name, c in foreign.items())
        print(f"{family:22}{ours['optimal']:8}{ours['proved']:8}{ours['refused']:8}{ours['wrong']:6}{worst:9.0e}   {told}",
              flush=True)
    print(f"\n{total.total()} problems: {total['optimal']} optimal, {total['proved']} proved to have no optimum, "
          f"{total['refused']} refused, {total['wrong']} wrong")
    print("\n".join(notes))
    sys.exit(1 if total["wrong"] else 0)


if __name__ == "__main__":
    main()

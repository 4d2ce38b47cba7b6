"""Times our solver and the peers on the same problems and prints the tables.

Usage: python benchmark.py --tool TRANSFER_BENCHMARK --work FOLDER [--program GREENALU --data TABLES]
                           [--size small|medium|large|all] [--seed N] [--quick] [--forms]

Seconds are those of the processor, of one thread, the median of the repeats, since other work on the
machine stretches the clock on the wall. Every answer is judged by `checker.py`.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import signal
import statistics
import subprocess
import sys
import time
from pathlib import Path

import numpy as np

import checker
import forms
import instance

HERE = Path(__file__).resolve().parent
SIZES = ("small", "medium", "large")
# What is run by kind of problem: the peers, each in the form it was fastest in (README, "Forms").
PEERS = {
    "qp": (("piqp", "arrivals"), ("piqp-ineq-condensed", "arrivals"), ("clarabel", "arrivals"),
           ("clarabel-faer", "arrivals"), ("highs-active-set", "arrivals")),
    "lp": (("highs-simplex", "arrivals"), ("highs-simplex", "plain"), ("highs-ipm", "arrivals"), ("piqp-ineq-condensed", "arrivals")),
}
# Left out by size, with the reason that the table gives.
SKIPPED = {
    ("highs-active-set", "medium"): "skipped: over 60 s when tried",
    ("highs-active-set", "large"): "skipped: over 60 s on medium",
    ("general", "medium"): "skipped: not meant for this size",
    ("general", "large"): "skipped: not meant for this size",
}
EVERY_FORM = {
    "qp": [(s, f) for s in ("piqp", "clarabel", "clarabel-faer") for f in forms.NAMES]
    + [("piqp-ineq-condensed", "arrivals"), ("piqp-condensed", "arrivals"), ("piqp-multistage", "arrivals")],
    "lp": [(s, f) for s in ("highs-simplex", "highs-ipm") for f in forms.NAMES],
}
# Solvers of ours that stand for the default, best first.
OURS = ("structured", "general")
LINEAR = [f"{key}=0" for key in (
    "parameters.adjustment_cost_gamma", "parameters.quota_shortfall_penalty_slope", "certificates.price_slope",
    "green_supply.captive_wind_solar.price_slope", "green_supply.green_trade_local.price_slope",
    "green_supply.green_trade_import.price_slope")]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", type=Path, required=True, help="the built transfer-benchmark")
    parser.add_argument("--work", type=Path, required=True, help="folder for problems and answers")
    parser.add_argument("--program", type=Path, help="the built greenalu, for whole processes")
    parser.add_argument("--data", type=Path, help="its tables")
    parser.add_argument("--size", choices=(*SIZES, "all"), default="medium")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=150, help="processor seconds for one solution of a peer")
    parser.add_argument("--quick", action="store_true", help="one repeat; no whole processes")
    parser.add_argument("--forms", action="store_true", help="compare the forms of the problem for the peers instead")
    return parser.parse_args()


class Run:
    """What one solver did on one problem."""

    def __init__(self, folder: Path, problem: Path, note=""):
        self.note, self.report, self.verdicts = note, {}, {}
        if (folder / "result.json").exists():
            self.report = json.loads((folder / "result.json").read_text(encoding="utf-8"))
        for name, part in (("cold", "base"), ("resolve", "neighbour")):
            if (folder / f"{name}-variables.npy").exists():
                x, y = np.load(folder / f"{name}-variables.npy"), np.load(folder / f"{name}-row-duals.npy")
                self.verdicts[name] = checker.judge(instance.read(problem / part), x, y)

    def seconds(self, name):
        times = [t["processor"] for t in self.report.get(name, [])]
        return statistics.median(times) if times and self.solved(name) else None

    def solved(self, name):
        """Whether the answer holds before the checker, whatever the solver says of itself."""
        status = self.report.get("status" if name == "cold" else "resolve_status")
        return status == "optimal" and name in self.verdicts and self.verdicts[name].worst < 1e-5

    def count(self, key, name="cold"):
        return self.report.get("counts" if name == "cold" else "resolve_counts", {}).get(key)


class Bench:
    def __init__(self, options):
        self.options = options
        self.repeats = "1" if options.quick else "5"
        self.runs: dict[tuple, Run] = {}
        # A new folder each time: an answer of an earlier program must never be taken for this one's.
        if options.work.exists():
            shutil.rmtree(options.work)
        self.ours = self.tool("solvers").split()

    def tool(self, *words):
        done = subprocess.run([str(self.options.tool), *map(str, words)], capture_output=True, text=True, check=False)
        if done.returncode:
            sys.exit(f"transfer-benchmark {' '.join(map(str, words))}: {done.stderr.strip()}")
        return done.stdout

    def problem(self, size, kind):
        return self.options.work / "problems" / f"{size}-{kind}"

    def words(self, size, kind):
        return ["--size", size, "--seed", self.options.seed] + (["--linear"] if kind == "lp" else [])

    def measure(self, size, kind):
        """Writes a problem down and runs every solver on it, one after the other."""
        problem = self.problem(size, kind)
        self.tool("generate", *self.words(size, kind), "--out", problem)
        for solver in self.ours:
            self.one(size, kind, solver, "structured" if solver == "structured" else "plain")
        for solver, form in (EVERY_FORM if self.options.forms else PEERS)[kind]:
            self.one(size, kind, solver, form)
        self.table(size, kind, problem)

    def one(self, size, kind, solver, form):
        folder = self.options.work / "answers" / f"{size}-{kind}" / f"{solver}-{form}"
        note = SKIPPED.get((solver, size)) or SKIPPED.get((solver, size, kind)) or ""
        if not note:
            progress(f"{size} {kind}: {solver}, {form}")
            if solver in self.ours:
                self.tool("solve", "--solver", solver, *self.words(size, kind), "--repeats", self.repeats,
                          "--out", folder)
            else:
                note = self.peer(solver, form, self.problem(size, kind), folder)
        self.runs[size, kind, solver, form] = Run(folder, self.problem(size, kind), note)

    def peer(self, solver, form, problem, folder):
        """Runs a peer in a process of its own; what it had done when its time ran out counts."""
        limit = self.options.limit
        command = [sys.executable, str(HERE / "peer.py"), solver, form, str(problem), str(folder),
                   "--repeats", self.repeats, "--limit", str(limit)]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == -signal.SIGXCPU:
            return f"over {limit:.0f} s"
        return "" if done.returncode == 0 else f"failed: {(done.stderr.strip().splitlines() or ['?'])[-1][:60]}"

    def best_of_ours(self, size, kind):
        for name in OURS:
            for (s, k, solver, _), run in self.runs.items():
                if (s, k, solver) == (size, kind, name) and run.seconds("cold"):
                    return name, run
        return None, None

    def table(self, size, kind, problem):
        given = instance.read(problem / "base")
        name, own = self.best_of_ours(size, kind)
        title = "quadratic" if kind == "qp" else "linear"
        print(f"\n{size}, {title}: {len(given.move_site):,} moves, {len(given.linear):,} columns, "
              f"{len(given.row_lower):,} rows, {given.constraints.nnz:,} entries; ratios to {name}")
        print(f"{'solver':19} {'form':10} {'cold ms':>9} {'ratio':>6} {'again ms':>9} {'ratio':>6} {'iterations':>10} "
              f"{'objective':>17} {'primal':>7} {'dual':>7} {'gap':>7}")
        for (s, k, solver, form), run in self.runs.items():
            if (s, k) != (size, kind):
                continue
            verdict = run.verdicts.get("cold")
            cells = [f"{solver:19}", f"{form:10}"]
            for part in ("cold", "resolve"):
                seconds = run.seconds(part)
                base = own.seconds(part) if own else None
                cells.append(f"{'-':>9}" if seconds is None else f"{1000 * seconds:9.1f}")
                cells.append(f"{'-':>6}" if not seconds or not base else f"{seconds / base:6.1f}")
            both = "/".join(str(run.count("iterations", part) or "-") for part in ("cold", "resolve"))
            cells.append(f"{both:>10}")
            if verdict:
                cells.append(f"{verdict.objective:17.8f} {verdict.primal_residual:7.0e} "
                             f"{verdict.dual_residual:7.0e} {abs(verdict.gap):7.0e}")
            status = run.report.get("status", "")
            words = run.note or ("" if run.solved("cold") else f"not solved: {status}")
            print(" ".join(cells + ([words] if words else [])), flush=True)
        self.best_peers(size, kind, name, own)
        self.agreement(size, kind)

    def best_peers(self, size, kind, name, own):
        """Names the fastest peer that solved the problem, by itself cold and from a neighbour."""
        for part, words in (("cold", "cold"), ("resolve", "again")):
            times = [(run.seconds(part), solver) for (s, k, solver, _), run in self.runs.items()
                     if (s, k) == (size, kind) and solver not in self.ours and run.seconds(part)]
            if times and own and own.seconds(part):
                seconds, peer = min(times)
                print(f"best peer {words}: {peer}, {1000 * seconds:.1f} ms, "
                      f"{seconds / own.seconds(part):.1f} times {name}'s")

    def agreement(self, size, kind):
        """Says by how much the objectives of all who solved a problem differ, relative to the least."""
        for part in ("cold", "resolve"):
            found = [run.verdicts[part].objective for key, run in self.runs.items()
                     if key[:2] == (size, kind) and run.solved(part)]
            if len(found) > 1:
                spread = (max(found) - min(found)) / max(1.0, abs(min(found)))
                print(f"objectives of {len(found)} answers, {'cold' if part == 'cold' else 'neighbour'}: "
                      f"relative spread {spread:.1e}")

    def growth(self, sizes):
        """Our time, memory and work from size to size, and the share of what the machine can do."""
        peak = json.loads(self.tool("machine"))
        library = product_rate()
        print(f"\none core at best: {peak['arithmetic']:.1f} Gflop/s in registers (instructions of this build), "
              f"{library:.1f} in NumPy's matrix product,\n{peak['cache']:.0f} GB/s from the second-level cache, "
              f"{peak['memory']:.1f} GB/s from memory")
        print(f"{'size':7} {'kind':4} {'solver':10} {'moves':>8} {'cold ms':>9} {'again ms':>9} {'iterations':>10} "
              f"{'factorised':>10} {'order':>6} {'Gflop>':>7} {'Gflop/s':>8} {'share':>6} {'own MB':>7}")
        for size in sizes:
            for kind in ("qp", "lp"):
                name, run = self.best_of_ours(size, kind)
                if not run:
                    continue
                moves = len(np.load(self.problem(size, kind) / "base" / "move_site.npy"))
                work = operations(run, moves)
                rate = work / run.seconds("cold") / 1e9 if work else None
                both = ["/".join(str(run.count(key, part) or "-") for part in ("cold", "resolve"))
                        for key in ("iterations", "factorizations")]
                memory = run.report.get("peak_megabytes") or 0
                memory -= run.report.get("start_megabytes") or 0
                cells = [f"{size:7} {kind:4} {name:10} {moves:8,} {1000 * run.seconds('cold'):9.1f}",
                         f"{1000 * (run.seconds('resolve') or float('nan')):9.1f} {both[0]:>10} {both[1]:>10}",
                         f"{run.count('order') or '-':>6}",
                         f"{work / 1e9:7.3f} {rate:8.2f} {rate / peak['arithmetic']:6.1%}" if work
                         else f"{'-':>7} {'-':>8} {'-':>6}",
                         f"{memory:7.1f}"]
                print(" ".join(cells), flush=True)

    def whole_processes(self):
        """The default plan from start to files written, linear costs on both sides."""
        options, place = self.options, self.options.work / "whole"
        place.mkdir(parents=True)
        linear = [word for setting in LINEAR for word in ("--set", setting)]
        ours = [str(options.program), "plan", "policies-as-issued", "--data", str(options.data), "--quiet"]
        commands = {
            "greenalu plan, linear": [*ours, *linear, "--out", str(place / "linear")],
            "greenalu plan, as issued": [*ours, "--out", str(place / "issued")],
            "linopy + HiGHS, linear": [sys.executable, str(HERE / "plan_linopy.py"), str(options.data),
                                       str(place / "linopy")],
        }
        print("\nwhole process, default scenario, from start to files written (median of 5)")
        print(f"{'':26} {'cpu s':>7} {'ratio':>6} {'wall s':>7} {'peak MB':>8} {'objective':>17}")
        base = None
        for name, command in commands.items():
            progress(name)
            once(command)
            spent = [once(command) for _ in range(5)]
            cpu, wall, memory = (statistics.median(values) for values in zip(*spent))
            base = base or cpu
            print(f"{name:26} {cpu:7.3f} {cpu / base:6.1f} {wall:7.3f} {memory:8.1f} "
                  f"{objective_of(Path(command[-1])):17.8f}", flush=True)


def objective_of(folder):
    """The objective in what a whole process wrote."""
    if (folder / "report.json").exists():
        return json.loads((folder / "report.json").read_text(encoding="utf-8"))["objective"]
    return json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["plan"]["objective"]


def once(command):
    """Processor seconds, wall seconds and peak megabytes of a process."""
    environment = dict(os.environ, LC_ALL="C", OMP_NUM_THREADS="1", OPENBLAS_NUM_THREADS="1")
    done = subprocess.run([sys.executable, "-S", str(HERE / "process_cost.py"), *command],
                          capture_output=True, text=True, env=environment, check=False)
    if done.returncode:
        sys.exit(f"{' '.join(command)}: failed: {done.stderr[-500:]}")
    return json.loads(done.stdout)


def operations(run, moves):
    """Floating point operations of a cold solution: counted by the solver, else the least by formula.

    A product with the reduced matrix takes about 6 for each move, an iteration's passes about 60, a
    Cholesky factorisation of order n takes n^3 / 3. Forming the matrix is not in it.
    """
    counted = run.count("operations")
    if counted:
        return counted
    products, order = run.count("products"), run.count("order")
    if not products and not order:
        return None
    return moves * (6 * (products or 0) + 60 * run.count("iterations")) \
        + run.count("factorizations") * (order or 0) ** 3 / 3


def product_rate(order=1200):
    """Billions of operations a second in a tuned matrix product on one thread."""
    a = np.random.default_rng(1).random((order, order))
    best = min(_timed(lambda: a @ a) for _ in range(5))
    return 2 * order ** 3 / best / 1e9


def _timed(call):
    started = time.process_time()
    call()
    return time.process_time() - started


def progress(text):
    print(f"benchmark: {text}", file=sys.stderr, flush=True)


def main():
    options = arguments()
    bench = Bench(options)
    sizes = SIZES if options.size == "all" else (options.size,)
    for size in sizes:
        for kind in ("qp", "lp"):
            bench.measure(size, kind)
    if options.forms:
        return
    bench.growth(sizes)
    if options.program and not options.quick:
        bench.whole_processes()


if __name__ == "__main__":
    main()

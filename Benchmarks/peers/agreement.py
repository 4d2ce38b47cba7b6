"""Compares our methods with a foreign solver on random relocation problems.

Usage: python agreement.py --tool TRANSFER_BENCHMARK --work FOLDER [--count N] [--seed N] [--first N]

The objectives of two answers agree when they differ by at most 1e-7 relative to the larger of 1 and the
objective. Our structured method has no proof of infeasibility: where there is no solution it must not
call its answer optimal, and the general method must prove it.

Clarabel is the foreign solver. Where it comes to no answer, or to another than our general method, a
second one is asked and shown: HiGHS for linear problems, PIQP for the others; where that comes to no answer
either, HiGHS is asked whether the limits alone can be met. Then an answer of ours agrees when it
agrees with any of them. Exit code 1 where any answer disagrees.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import math
import shutil
import subprocess
import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from scipy import sparse

import checker
import forms
import instance
import peer

TOLERANCE = 1e-7
FOREIGN_TOLERANCE = 1e-10
# Capacity in Mt/yr from which a solution counts as one with moves.
MOVE = 1e-4
FOREIGN, SECOND_LINEAR, SECOND_QUADRATIC = "clarabel", "highs-simplex", "piqp"
OPTIMAL, INFEASIBLE, ENDED = "optimal", "infeasible", "program ended"
MEANINGS = dict.fromkeys(
    ("primal_infeasible", "PrimalInfeasible", "PIQP_PRIMAL_INFEASIBLE", "infeasible"), INFEASIBLE)


@dataclass
class Answer:
    """What a solver said of a problem: `optimal`, `infeasible` or its own word for something else."""

    solver: str
    status: str
    objective: float = math.nan
    verdict: checker.Verdict | None = None
    moved: float = 0.0
    iterations: int = 0

    def line(self) -> str:
        text = f"{self.solver:14} {self.status:14} {self.objective:22.12g} {self.iterations:5} iterations"
        if self.verdict:
            text += (f"   primal {self.verdict.primal_residual:.0e}, dual {self.verdict.dual_residual:.0e}, "
                     f"gap {self.verdict.gap:.0e}")
        return text


@dataclass
class Problem:
    """A problem with all that was answered to it."""

    number: int
    options: dict
    is_linear: bool = False
    ours: list[Answer] = field(default_factory=list)
    foreign: list[Answer] = field(default_factory=list)

    @property
    def referee(self) -> Answer | None:
        """The first foreign solver that came to an answer."""
        return next((answer for answer in self.foreign if answer.status in (OPTIMAL, INFEASIBLE)), None)

    @property
    def disagreeing(self) -> list[str]:
        """Our methods that agree with no foreign solver; without any such answer, all."""
        return [mine.solver for mine in self.ours if not any(agree(mine, other) for other in self.foreign)]


def agree(mine: Answer, other: Answer) -> bool:
    """Whether an answer of ours is what a foreign solver says."""
    if other.status == INFEASIBLE:
        if mine.solver == "structured":
            return mine.status in (INFEASIBLE, "not_converged")
        return mine.status == INFEASIBLE
    return mine.status == other.status == OPTIMAL and difference(mine, other) <= TOLERANCE


def difference(one: Answer, other: Answer) -> float:
    """The relative difference of two objectives."""
    return abs(one.objective - other.objective) / max(1.0, abs(other.objective))


def ask(name: str, given: instance.Instance) -> Answer:
    """A foreign solver's answer, its objective computed from its variables."""
    kind, method = peer.PEERS[name]
    solver = kind(method, FOREIGN_TOLERANCE)
    form = forms.build(given, "arrivals" if len(given.move_site) else "plain")
    try:
        status, x, rows, columns, iterations = solver.cold(solver.prepare(form))
    except Exception as error:  # pylint: disable=broad-exception-caught # each solver has its own
        return Answer(name, f"failed: {error}")
    status = status.removeprefix("Status.")
    answer = Answer(name, MEANINGS.get(status, status), iterations=iterations)
    if answer.status == INFEASIBLE or len(x) != len(form.linear):
        return answer
    x, y = form.back(x, rows, columns)
    return judged(answer, given, x, y)


def ask_of_limits(given: instance.Instance) -> Answer:
    """Whether the limits can be met at any cost."""
    bare = dataclasses.replace(
        given, quadratic=sparse.csc_matrix(given.quadratic.shape), linear=np.zeros_like(given.linear), constant=0.0)
    solver = peer.Highs("simplex", FOREIGN_TOLERANCE)
    status, _, _, _, iterations = solver.cold(solver.prepare(forms.build(bare, "plain")))
    word = {"infeasible": INFEASIBLE, "optimal": "can be met"}.get(status, status)
    return Answer("highs, limits", word, iterations=iterations)


def judged(answer: Answer, given: instance.Instance, x: np.ndarray, y: np.ndarray) -> Answer:
    """The answer with what the checker says of it; an objective that is missing is taken from there."""
    answer.verdict = checker.judge(given, x, y)
    answer.moved = float(np.sum(x[:len(given.move_site)]))
    if math.isnan(answer.objective):
        answer.objective = answer.verdict.objective
    return answer


def solve(tool: Path, work: Path, first: int, count: int, seed: int) -> list[Problem]:
    """Problems with our answers; one on which our program ends is followed by the next."""
    problems, number, end = [], first, first + count
    while number < end:
        done = subprocess.run(
            [str(tool), "random", "--first", str(number), "--count", str(end - number), "--seed", str(seed),
             "--out", str(work)], capture_output=True, text=True, check=False)
        if done.returncode == 64:
            sys.exit(done.stderr)
        while number < end and (work / str(number) / "answers.json").exists():
            problems.append(read(work / str(number), number))
            number += 1
        if number < end:
            words = " ".join(done.stderr.split())[-300:]
            problems.append(Problem(number, {}, ours=[Answer("program", f"{ENDED} ({done.returncode}): {words}")]))
            number += 1
    return problems


def read(folder: Path, number: int) -> Problem:
    """Our answers to a problem."""
    report = json.loads((folder / "answers.json").read_text(encoding="utf-8"))
    given = instance.read(folder / "problem")
    problem = Problem(number, report["options"], given.is_linear)
    for found in report["answers"]:
        name, counts = found["solver"], found["counts"]
        answer = Answer(name, MEANINGS.get(found["status"], found["status"]), float(found["objective"]),
                        iterations=counts["iterations"])
        if answer.status != INFEASIBLE:
            x, y = np.load(folder / f"{name}-variables.npy"), np.load(folder / f"{name}-row-duals.npy")
            answer = judged(answer, given, x, y)
        problem.ours.append(answer)
    return problem


def consult(problem: Problem, folder: Path):
    """Asks the foreign solver, and a second where that settles nothing."""
    given = instance.read(folder / "problem")
    problem.foreign.append(ask(FOREIGN, given))
    if "general" in problem.disagreeing:
        problem.foreign.append(ask(SECOND_LINEAR if problem.is_linear else SECOND_QUADRATIC, given))
    if problem.referee is None:
        problem.foreign.append(ask_of_limits(given))


def counted(items) -> str:
    """Words with how often they occur, most often first."""
    return ", ".join(f"{word} {count}" for word, count in Counter(items).most_common()) or "none"


def summary(problems: list[Problem]) -> int:
    """Prints what was found and returns the number of problems with a disagreement."""
    asked = [problem for problem in problems if problem.foreign]
    for index, name in enumerate(answer.solver for answer in asked[0].ours) if asked else ():
        print(f"{name:14} {counted(problem.ours[index].status for problem in asked)}")
    print(f"{FOREIGN:14} {counted(problem.foreign[0].status for problem in asked)}")
    seconds = [answer for problem in asked for answer in problem.foreign[1:]]
    for name in dict.fromkeys(answer.solver for answer in seconds):
        print(f"{name:14} {counted(a.status for a in seconds if a.solver == name)} (where asked)")

    solved = [problem for problem in asked if problem.referee and problem.referee.status == OPTIMAL]
    moving = sum(problem.referee.moved > MOVE for problem in solved)
    linear = sum(problem.is_linear for problem in solved)
    print(f"solvable       with moves {moving}, without {len(solved) - moving}; "
          f"linear {linear}, quadratic {len(solved) - linear}")
    print("largest relative difference of objectives where both are optimal")
    for index, other in [(0, 1), (0, None), (1, None)]:
        pairs = [(p, p.ours[index], p.referee if other is None else p.ours[other]) for p in solved]
        pairs = [(difference(a, b), p.number, a, b) for p, a, b in pairs if a.status == b.status == OPTIMAL]
        if pairs:
            size, number, a, b = max(pairs, key=lambda pair: pair[0])
            print(f"  {a.solver:11} {b.solver if other is not None else 'foreign':11} {size:.1e} "
                  f"(problem {number}; {len(pairs)} compared)")
    print("largest measure of an optimal answer by the checker: primal and dual residual, gap")
    for index, name in enumerate(answer.solver for answer in asked[0].ours) if asked else ():
        verdicts = [p.ours[index].verdict for p in asked if p.ours[index].status == OPTIMAL]
        if verdicts:
            print(f"  {name:11} {max(v.primal_residual for v in verdicts):.1e} "
                  f"{max(v.dual_residual for v in verdicts):.1e} {max(abs(v.gap) for v in verdicts):.1e}")

    settled = [p for p in asked if len(p.foreign) > 1 and "general" not in p.disagreeing]
    if settled:
        print(f"\n{FOREIGN} came to no answer or another, one asked after it agrees with ours: {len(settled)}")
        for problem in settled:
            show(problem)
    bad = [problem for problem in problems if problem.disagreeing]
    print(f"\n{len(problems)} problems, {len(bad)} with a disagreement"
          + (f": {counted(name for p in bad for name in p.disagreeing)}" if bad else ""))
    for problem in bad:
        show(problem)
    return len(bad)


def show(problem: Problem):
    """All answers to a problem, and what makes it again."""
    options = ", ".join(f"{name} {value}" for name, value in problem.options.items())
    print(f"problem {problem.number}: {options}")
    for answer in (*problem.ours, *problem.foreign):
        print(f"    {answer.line()}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--tool", type=Path, required=True, help="the built transfer-benchmark")
    parser.add_argument("--work", type=Path, required=True, help="folder for problems and answers")
    parser.add_argument("--count", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--first", type=int, default=1)
    options = parser.parse_args()
    shutil.rmtree(options.work, ignore_errors=True)
    options.work.mkdir(parents=True)
    problems = solve(options.tool, options.work, options.first, options.count, options.seed)
    for problem in problems:
        if problem.ours[0].solver != "program":
            consult(problem, options.work / str(problem.number))
    print(f"{options.count} random relocation problems from number {options.first}, seed {options.seed}; "
          f"{FOREIGN} at {FOREIGN_TOLERANCE:.0e}\n")
    sys.exit(1 if summary(problems) else 0)


if __name__ == "__main__":
    main()

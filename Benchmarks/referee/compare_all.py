"""Run every scenario with the built program and referee each result: one line for each.

Usage: python compare_all.py --program PATH --scenarios DIR [--data DIR] [--tolerance 1e-6]
                             [--solver clarabel|piqp] [--also-run] [--keep DIR] [NAME ...]

Each scenario of the folder, or those named, is planned with the program into a folder of its own
and refereed as by compare.py. A line holds the name, both statuses, both objectives, the relative
difference of the objectives, the largest relative difference of a result row, and the verdict.
`--also-run` does the same for the projection without a plan. The exit status is 1 if anything
differs, 2 if a scenario could not be run or refereed.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import yaml

import compare
import model

DONE, INFEASIBLE = 0, 3
ABSENT = "-"


def arguments():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("names", nargs="*", help="scenarios; all of the folder where none is named")
    parser.add_argument("--program", type=Path, required=True, help="the built program")
    parser.add_argument("--scenarios", type=Path, required=True, help="folder of the scenarios")
    parser.add_argument("--data", type=Path, help="folder of the tables; data/china-2024 of the scenarios")
    parser.add_argument("--tolerance", type=float, default=1e-6)
    parser.add_argument("--solver", choices=("clarabel", "piqp"), default="clarabel")
    parser.add_argument("--also-run", action="store_true", help="referee the projection without a plan too")
    parser.add_argument("--keep", type=Path, help="keep the run folders and reports here")
    return parser.parse_args()


def line(name, command, verdict):
    """One line of the report."""
    if verdict.is_plan and verdict.status == "optimal" == verdict.their_status:
        objectives = (f"{verdict.objective:16.6f} {verdict.their_objective:16.6f} "
                      f"{verdict.objective_difference:9.1e}")
    else:
        objectives = f"{ABSENT:>16} {ABSENT:>16} {ABSENT:>9}"
    statuses = f"{verdict.status or ABSENT} / {verdict.their_status or ABSENT}"
    # What this referee does not read makes its agreement worth less: it is said, not hidden.
    words = "FAIL" if verdict.failed else "pass"
    words += "".join(f"; {note}" for note in verdict.notes)
    if verdict.absent:
        words += f"; {verdict.absent} rows absent"
    if verdict.failed and verdict.where:
        words += f"; worst {verdict.where}"
    print(f"{name:28} {command:4} {statuses:25} {objectives} {verdict.worst:9.1e}  {words}", flush=True)


def referee(options, data, name, command, folder):
    """Run and referee one scenario; the line is printed. True and False as it passes or fails."""
    path = (options.scenarios / f"{name}.yaml").resolve()
    done = subprocess.run(
        [str(options.program.resolve()), command, str(path), "--data", str(data.resolve()), "--out", str(folder)],
        capture_output=True, text=True, check=False)
    if done.returncode not in (DONE, INFEASIBLE):
        first = (done.stderr or done.stdout).strip().splitlines() or [""]
        print(f"{name:28} {command:4} not run: exit code {done.returncode}: {first[0]}", flush=True)
        return None
    report = []
    try:
        verdict = compare.referee(
            folder, data, options.tolerance, options.solver,
            say=lambda *words: report.append(" ".join(map(str, words))), rows=5)
    except (model.ModelError, OSError, KeyError, ValueError, TypeError, yaml.YAMLError) as error:
        print(f"{name:28} {command:4} not refereed: {type(error).__name__}: {error}", flush=True)
        return None
    if options.keep:
        (options.keep / f"{name}-{command}.txt").write_text("\n".join(report) + "\n", encoding="utf-8")
    line(name, command, verdict)
    return not verdict.failed


def main():
    """All scenarios, one after the other."""
    options = arguments()
    data = options.data or options.scenarios / "data" / "china-2024"
    names = options.names or sorted(
        path.stem for ending in ("yaml", "yml") for path in options.scenarios.glob(f"*.{ending}"))
    if options.keep:
        options.keep.mkdir(parents=True, exist_ok=True)
    print(f"{'scenario':28} {'':4} {'status ours / theirs':25} {'objective ours':>16} {'theirs':>16} "
          f"{'differ':>9} {'worst row':>9}  verdict")
    answers = []
    with tempfile.TemporaryDirectory() as scratch:
        place = options.keep or Path(scratch)
        for name in names:
            for command in ("plan", "run") if options.also_run else ("plan",):
                answers.append(referee(options, data, name, command, place / f"{name}-{command}"))
    passed = sum(answer is True for answer in answers)
    print(f"{passed} of {len(answers)} agree")
    return 2 if None in answers else 0 if passed == len(answers) else 1


if __name__ == "__main__":
    sys.exit(main())

"""Compare a run folder of the simulator with the referee's own computation.

Usage: python compare.py RUN_FOLDER --data DATA_DIR [--tolerance 1e-6] [--solver clarabel|piqp]
                         [--their-moves] [--list N]

A run folder whose manifest has a plan is refereed as a plan: the quadratic program is built and
solved here, and every result row is compared with the referee's own optimum. Other folders are
refereed as projections without a plan. The exit status is 1 if anything differs by more than the
tolerance, 2 if the folder cannot be refereed.
"""

from __future__ import annotations

import argparse
import csv
import json
import sys
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path

import yaml

import model

PLAN_TOLERANCE = 5e-5
FLOOR = {"run": 1e-3, "plan": 1e-2}  # of the largest value of the variable
DESCRIBES = {"schema", "name", "title", "question", "finding", "extends"}  # keys that compute nothing


def arguments():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="run folder of the simulator")
    parser.add_argument("--data", type=Path, required=True, help="folder of the input tables")
    parser.add_argument("--tolerance", type=float, default=1e-6,
                        help="relative tolerance; result rows of a plan get at least 5e-5")
    parser.add_argument("--solver", choices=("clarabel", "piqp"), default="clarabel")
    parser.add_argument("--their-moves", action="store_true",
                        help="freeze the moves of moves.csv and choose the purchases only")
    parser.add_argument("--list", type=int, default=0, metavar="N",
                        help="also list the N worst rows of every variable that differs")
    return parser.parse_args()


def read_results(path):
    """{(variable, region, year): value} and {variable: unit} of results.csv."""
    values, units = {}, {}
    with open(path, newline="", encoding="utf-8-sig") as file:
        for row in csv.DictReader(file):
            if row["value"] == "":
                continue
            values[row["variable"], row["region"], int(row["year"])] = float(row["value"])
            units[row["variable"]] = row["unit"]
    return values, units


def read_moves(path):
    """Planned and chosen moves of moves.csv: {(smelter, destination, year): capacity} each."""
    moves = {"planned": defaultdict(float), "chosen": defaultdict(float)}
    if path.exists():
        with open(path, newline="", encoding="utf-8-sig") as file:
            for row in csv.DictReader(file):
                key = row["smelter"], row["destination"], int(row["year"])
                moves[row["kind"]][key] += float(row["capacity"])
    return moves


def relative(ours, theirs, floor):
    """Relative difference, with a floor under the scale."""
    return abs(ours - theirs) / max(abs(ours), abs(theirs), floor)


def unsupported(inputs, scenario):
    """Words on what this referee does not follow."""
    words = []
    for key, value in scenario.items():
        if key in DESCRIBES:
            continue
        below = model.KNOWN_KEYS.get(key, set())
        unread = sorted(set(value) - below) if below is not None and isinstance(value, dict) else []
        if key not in model.KNOWN_KEYS:
            words.append(f"scenario key {key} is not read here")
        elif unread:
            words.append(f"scenario key {key}: {', '.join(map(str, unread))} is not read here")
    if str(inputs.section("planning").get("lines", "continuous")) == "whole":
        words.append("whole potlines are not refereed: use --their-moves")
    return words + inputs.notes


def compare_moves(inputs, projection, theirs, problem, say=print):
    """Print how the moves differ."""
    planned = defaultdict(float)
    for transfer in inputs.transfers:
        planned[transfer.smelter, transfer.destination, transfer.year] += transfer.capacity
    for kind, ours in (("planned", planned), ("chosen", projection.moves)):
        keys = set(ours) | set(theirs[kind])
        worst = max(keys, key=lambda k: abs(ours.get(k, 0) - theirs[kind].get(k, 0)), default=None)
        text = (f"moves, {kind}: ours {sum(ours.values()):.6f} Mt/yr, theirs "
                f"{sum(theirs[kind].values()):.6f}")
        if worst:
            text += (f"; worst {' '.join(map(str, worst))}: {ours.get(worst, 0):.8f} "
                     f"against {theirs[kind].get(worst, 0):.8f}")
        say(text)
    if problem:
        for name, amount in problem.broken_by(theirs["chosen"]):
            say(f"their moves break {name} by {amount:.3g}")


def judge(values, readings, theirs, tolerance, floor_share):
    """Worst difference of every variable, and readings of the specification that would agree."""
    largest = defaultdict(float)
    for (variable, _, _), value in values.items():
        largest[variable] = max(largest[variable], abs(value))
    rows = defaultdict(list)
    for key, ours in values.items():
        if key in theirs:
            floor = max(floor_share * largest[key[0]], 1e-9)
            rows[key[0]].append((relative(ours, theirs[key], floor), key, ours, theirs[key]))
    verdicts = {}
    for variable, items in rows.items():
        items.sort(key=lambda item: -item[0])
        other = ""
        if items[0][0] > tolerance:
            names = sorted({name for item in items for name in readings.get(item[1], {})})
            for name in names:
                floor = max(floor_share * largest[variable], 1e-9)
                if all(relative(readings.get(key, {}).get(name, ours), value, floor) <= tolerance
                       for _, key, ours, value in items):
                    other = name
        verdicts[variable] = (items, other)
    return verdicts


@dataclass
class Verdict:
    """What came of refereeing one run folder."""

    is_plan: bool = False
    status: str = ""
    their_status: str = ""
    objective: float = float("nan")
    their_objective: float = float("nan")
    objective_difference: float = 0.0
    worst: float = 0.0  # largest relative difference of a result row
    where: str = ""
    notes: list[str] = field(default_factory=list)
    absent: int = 0
    failed: bool = False


def referee(folder, data, tolerance=1e-6, solver="clarabel", their_moves_only=False, say=print, rows=0):
    """Referee a run folder. Every line of the report goes to `say`."""
    scenario = yaml.safe_load((folder / "effective_scenario.yaml").read_text(encoding="utf-8")) or {}
    manifest_path = folder / "manifest.json"
    manifest = json.loads(manifest_path.read_text(encoding="utf-8")) if manifest_path.exists() else {}
    theirs, their_units = read_results(folder / "results.csv")
    their_moves = read_moves(folder / "moves.csv")
    inputs = model.Inputs(data, scenario)
    verdict = Verdict(notes=unsupported(inputs, scenario))
    for words in verdict.notes:
        say(f"note: {words}")

    problem = None
    plan = manifest.get("plan")
    is_plan = verdict.is_plan = isinstance(plan, dict) and "objective" in plan and "status" in plan
    if is_plan:
        row_tolerance = max(tolerance, PLAN_TOLERANCE)
        problem = model.RelocationProblem(inputs)
        chosen = problem
        if their_moves_only:
            chosen = model.RelocationProblem(inputs, dict(their_moves["chosen"]))
        if inputs.foresight == "myopic" and not their_moves_only:
            solution = model.solve_year_by_year(inputs, problem, solver)
        else:
            solution = chosen.solve(solver)
        verdict.status, verdict.their_status = solution.status, str(plan["status"]).replace("_", " ")
        say(f"plan; status ours {solution.status}, theirs {plan['status']}")
        if solution.status != "optimal" or plan["status"] != "optimal":
            verdict.failed = solution.status != verdict.their_status
            say("verdict:", "STATUSES DIFFER" if verdict.failed else "statuses agree, nothing else to compare")
            return verdict
        verdict.objective, verdict.their_objective = solution.objective, float(plan["objective"])
        gap = abs(solution.objective - solution.dual_objective) / max(1.0, abs(solution.objective))
        difference = relative(solution.objective, verdict.their_objective, 1.0)
        verdict.objective_difference = difference
        verdict.failed = difference > tolerance
        projection = chosen.projection(solution)
        say(f"objective ours {solution.objective:.9g}, theirs {verdict.their_objective:.9g}, relative "
            f"difference {difference:.2e} {'DIFFERS' if verdict.failed else 'ok'} (own gap {gap:.1e}, "
            f"largest violation {solution.violation:.1e}, recomputed from the projections "
            f"{problem.objective_of(projection):.9g})")
    else:
        row_tolerance = tolerance
        projection = model.run(inputs)
        say("run without a plan")
    compare_moves(inputs, projection, their_moves, problem, say)

    values, units, readings = projection.rows()
    verdicts = judge(values, readings, theirs, row_tolerance, FLOOR["plan" if is_plan else "run"])
    width = max(len(variable) for variable in units)
    say(f"\n{'variable':{width}} {'worst':>9}  verdict, where, ours, theirs")
    for variable in sorted(units):
        if variable not in verdicts:
            continue
        items, other = verdicts[variable]
        worst, (_, region, year), ours, value = items[0]
        bad = worst > row_tolerance
        verdict.failed |= bad
        text = "DIFFERS" if bad else "ok     "
        where = f" {region} {year}: {ours:.10g} {value:.10g}" if worst > 0 else ""
        if worst > verdict.worst:
            verdict.worst, verdict.where = worst, f"{variable}{where}"
        say(f"{variable:{width}} {worst:9.2e}  {text}{where}" + (f" (agrees if {other})" if other else ""))
        if bad:
            for worst, (_, region, year), ours, value in items[1:rows]:
                say(f"{'':{width}} {worst:9.2e}          {region} {year}: {ours:.10g} {value:.10g}")
        if their_units[variable] != units[variable]:
            say(f"{'':{width}} unit: ours {units[variable]}, theirs {their_units[variable]}")

    verdict.absent = report_rows(values, units, theirs, say)
    verdict.failed |= verdict.absent > 0
    say("\nverdict:", "DIFFERENCES" if verdict.failed else f"all within {row_tolerance:g}")
    return verdict


def main():
    """Compare and report."""
    options = arguments()
    verdict = referee(options.folder, options.data, options.tolerance, options.solver, options.their_moves,
                      rows=options.list)
    return 1 if verdict.failed else 0


def report_rows(values, units, theirs, say=print):
    """Report rows that only one side has; the number of values we expect that are absent."""
    unknown = sorted({variable for variable, _, _ in theirs if variable not in units})
    if unknown:
        say(f"\nvariables this referee does not know ({len(unknown)}):")
        for variable in unknown:
            say(f"  {variable}")
    absent, extra = defaultdict(list), defaultdict(list)
    for key in values:
        if key not in theirs:
            absent[key[0]].append(key)
    for key in theirs:
        if key[0] in units and key not in values:
            extra[key[0]].append(key)
    for title, store in (("absent from results.csv", absent), ("not expected", extra)):
        if store:
            say(f"\nrows {title}:")
            for variable, keys in sorted(store.items()):
                first = f"{keys[0][1]} {keys[0][2]}"
                say(f"  {variable}: {len(keys)} of {sum(1 for k in values if k[0] == variable)}, "
                      f"first {first}")
    return sum(map(len, absent.values()))


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (model.ModelError, OSError, KeyError) as error:
        print(f"cannot referee: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)

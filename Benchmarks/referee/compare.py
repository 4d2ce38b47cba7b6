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
from pathlib import Path

import yaml

import model

PLAN_TOLERANCE = 1e-5
FLOOR = {"run": 1e-3, "plan": 1e-2}  # of the largest value of the variable


def arguments():
    """Command line."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=Path, help="run folder of the simulator")
    parser.add_argument("--data", type=Path, required=True, help="folder of the input tables")
    parser.add_argument("--tolerance", type=float, default=1e-6,
                        help="relative tolerance; result rows of a plan get at least 1e-5")
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
    words = [f"scenario key {key} is not read here" for key in scenario if key not in model.KNOWN_KEYS
             and isinstance(scenario[key], dict)]
    planning = inputs.section("planning")
    if str(planning.get("lines", "continuous")) == "whole":
        words.append("whole potlines are not refereed: use --their-moves")
    if str(planning.get("foresight", "perfect")) != "perfect":
        words.append("myopic foresight is not refereed: use --their-moves")
    return words + inputs.notes


def compare_moves(inputs, projection, theirs, problem):
    """Print how the moves differ."""
    planned = defaultdict(float)
    for transfer in inputs.transfers:
        planned[transfer.smelter, transfer.destination, transfer.year] += transfer.capacity
    for kind, ours in (("planned", planned), ("chosen", projection.moves)):
        keys = set(ours) | set(theirs[kind])
        worst = max(keys, key=lambda k: abs(ours.get(k, 0) - theirs[kind].get(k, 0)), default=None)
        print(f"moves, {kind}: ours {sum(ours.values()):.6f} Mt/yr, theirs "
              f"{sum(theirs[kind].values()):.6f}", end="")
        if worst:
            print(f"; worst {' '.join(map(str, worst))}: {ours.get(worst, 0):.8f} "
                  f"against {theirs[kind].get(worst, 0):.8f}")
        else:
            print()
    if problem:
        for name, amount in problem.broken_by(theirs["chosen"]):
            print(f"their moves break {name} by {amount:.3g}")


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


def main():
    """Compare and report."""
    options = arguments()
    scenario = yaml.safe_load((options.folder / "effective_scenario.yaml").read_text(encoding="utf-8")) or {}
    manifest_path = options.folder / "manifest.json"
    manifest = json.loads(manifest_path.read_text(encoding="utf-8")) if manifest_path.exists() else {}
    theirs, their_units = read_results(options.folder / "results.csv")
    their_moves = read_moves(options.folder / "moves.csv")
    inputs = model.Inputs(options.data, scenario)
    for words in unsupported(inputs, scenario):
        print(f"note: {words}")

    failed, problem = False, None
    plan = manifest.get("plan")
    is_plan = isinstance(plan, dict) and "objective" in plan and "status" in plan
    if is_plan:
        tolerance = max(options.tolerance, PLAN_TOLERANCE)
        problem = model.RelocationProblem(inputs)
        chosen = problem
        if options.their_moves:
            chosen = model.RelocationProblem(inputs, dict(their_moves["chosen"]))
        solution = chosen.solve(options.solver)
        print(f"plan; status ours {solution.status}, theirs {plan['status']}")
        if solution.status != "optimal" or plan["status"] != "optimal":
            same = solution.status == str(plan["status"]).replace("_", " ")
            print("verdict:", "statuses agree, nothing else to compare" if same else "STATUSES DIFFER")
            return 0 if same else 1
        gap = abs(solution.objective - solution.dual_objective) / max(1.0, abs(solution.objective))
        difference = relative(solution.objective, float(plan["objective"]), 1.0)
        failed = difference > options.tolerance
        projection = chosen.projection(solution)
        print(f"objective ours {solution.objective:.9g}, theirs {float(plan['objective']):.9g}, relative "
              f"difference {difference:.2e} {'DIFFERS' if failed else 'ok'} (own gap {gap:.1e}, "
              f"largest violation {solution.violation:.1e}, recomputed from the projections "
              f"{problem.objective_of(projection):.9g})")
    else:
        tolerance = options.tolerance
        projection = model.run(inputs)
        print("run without a plan")
    compare_moves(inputs, projection, their_moves, problem)

    values, units, readings = projection.rows()
    verdicts = judge(values, readings, theirs, tolerance, FLOOR["plan" if is_plan else "run"])
    width = max(len(variable) for variable in units)
    print(f"\n{'variable':{width}} {'worst':>9}  verdict, where, ours, theirs")
    for variable in sorted(units):
        if variable not in verdicts:
            continue
        items, other = verdicts[variable]
        worst, (_, region, year), ours, value = items[0]
        bad = worst > tolerance
        failed |= bad
        text = "DIFFERS" if bad else "ok     "
        where = f" {region} {year}: {ours:.10g} {value:.10g}" if worst > 0 else ""
        print(f"{variable:{width}} {worst:9.2e}  {text}{where}" + (f" (agrees if {other})" if other else ""))
        if bad:
            for worst, (_, region, year), ours, value in items[1:options.list]:
                print(f"{'':{width}} {worst:9.2e}          {region} {year}: {ours:.10g} {value:.10g}")
        if their_units[variable] != units[variable]:
            print(f"{'':{width}} unit: ours {units[variable]}, theirs {their_units[variable]}")

    failed |= report_rows(values, units, theirs)
    print("\nverdict:", "DIFFERENCES" if failed else f"all within {tolerance:g}")
    return 1 if failed else 0


def report_rows(values, units, theirs):
    """Report rows that only one side has; true if a value we expect is absent."""
    unknown = sorted({variable for variable, _, _ in theirs if variable not in units})
    if unknown:
        print(f"\nvariables this referee does not know ({len(unknown)}):")
        for variable in unknown:
            print(f"  {variable}")
    absent, extra = defaultdict(list), defaultdict(list)
    for key in values:
        if key not in theirs:
            absent[key[0]].append(key)
    for key in theirs:
        if key[0] in units and key not in values:
            extra[key[0]].append(key)
    for title, store in (("absent from results.csv", absent), ("not expected", extra)):
        if store:
            print(f"\nrows {title}:")
            for variable, keys in sorted(store.items()):
                first = f"{keys[0][1]} {keys[0][2]}"
                print(f"  {variable}: {len(keys)} of {sum(1 for k in values if k[0] == variable)}, "
                      f"first {first}")
    return bool(absent)


if __name__ == "__main__":
    try:
        sys.exit(main())
    except (model.ModelError, OSError, KeyError) as error:
        print(f"cannot referee: {type(error).__name__}: {error}", file=sys.stderr)
        sys.exit(2)

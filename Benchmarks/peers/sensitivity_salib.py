"""Sensitivity indices of the futures that `greenalu sensitivity --all-draws --out DIR` wrote, worked
out by SALib, beside those of the program.

    python sensitivity_salib.py DIR              compares; ends with 1 where they differ
    python sensitivity_salib.py DIR --write FILE also writes SALib's indices, for the tests

Needs SALib 1.6 (pip install SALib).
"""

import argparse
import csv
import json
import pathlib
import sys
import warnings

import numpy as np
from SALib.analyze import pawn, sobol

TOLERANCE = 1e-10
# The program keeps the draws at the largest value of an input, SALib leaves them out where there
# are several; continuous inputs have one.
INTERVALS = 10
# What stands before the name of an input in the header of the draws.
MARK = "quantile:"


def numbers(rows, name):
    return np.array([float(row[name]) if row[name] else np.nan for row in rows])


def sobol_indices(rows, groups, output):
    values = numbers(rows, output).reshape(-1, len(groups) + 2)
    values = values[np.isfinite(values).all(axis=1)].ravel()
    problem = {"num_vars": len(groups), "names": groups, "bounds": [[0, 1]] * len(groups)}
    found = sobol.analyze(problem, values, calc_second_order=False, num_resamples=2, seed=1)
    for place, group in enumerate(groups):
        yield group, "", "first_order", found["S1"][place]
        yield group, "", "total", found["ST"][place]


def pawn_indices(rows, factors, output):
    values = numbers(rows, output)
    inputs = np.column_stack([numbers(rows, MARK + factor) for factor in factors])
    whole = np.isfinite(values)
    problem = {"num_vars": len(factors), "names": factors, "bounds": [[0, 1]] * len(factors)}
    found = pawn.analyze(problem, inputs[whole], values[whole], S=INTERVALS)
    for place, factor in enumerate(factors):
        yield "", factor, "pawn_median", found["median"][place]
        yield "", factor, "pawn_mean", found["mean"][place]
        yield "", factor, "pawn_maximum", found["maximum"][place]


def main():
    options = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    options.add_argument("folder", type=pathlib.Path)
    options.add_argument("--write", type=pathlib.Path)
    asked = options.parse_args()
    warnings.simplefilter("ignore")

    with open(asked.folder / "sensitivity_draws.csv", newline="", encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
    document = json.loads((asked.folder / "sensitivity.json").read_text(encoding="utf-8"))
    with open(asked.folder / "sensitivity.csv", newline="", encoding="utf-8") as file:
        ours = {
            (row["output"], row["factor"] or row["group"], row["index"]): row["value"]
            for row in csv.DictReader(file)
        }
    groups = [group["name"] for group in document["groups"]]
    factors = [name.removeprefix(MARK) for name in rows[0] if name.startswith(MARK)]

    table = []
    worst = 0.0
    for answer in document["outputs"]:
        output = answer["output"]
        if not answer["groups"]:
            continue
        if document["method"] == "sobol":
            found = sobol_indices(rows, groups, output)
        else:
            found = pawn_indices(rows, factors, output)
        for group, factor, index, value in found:
            own = float(ours[(output, factor or group, index)])
            worst = max(worst, abs(own - value))
            table.append([output, group, factor, index, repr(float(value))])
    print(f"{len(table)} indices of {document['method']}, largest difference {worst:.1e}")
    if asked.write:
        with open(asked.write, "w", newline="", encoding="utf-8") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["output", "group", "factor", "index", "value"])
            writer.writerows(table)
    sys.exit(0 if table and worst <= TOLERANCE else 1)


if __name__ == "__main__":
    main()

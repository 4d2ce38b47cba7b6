"""Times planning futures anew: greenalu's ensemble, HiGHS on the same draws, linopy on the same size.

Every draw is written by `greenalu ensemble --draw K` as a scenario of its own, and its problem by
`greenalu plan --export-model`. Costs are linear: no cost of adjustment, no rising price.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from pathlib import Path

LINEAR = [
    "parameters.adjustment_cost_gamma=0", "parameters.quota_shortfall_penalty_slope=0",
    "certificates.price_slope=0", "green_supply.captive_wind_solar.price_slope=0",
    "green_supply.green_trade_local.price_slope=0", "green_supply.green_trade_import.price_slope=0",
]
SCENARIOS = ("policies-as-issued", "carbon-price-300")


def settings():
    return [word for key in LINEAR for word in ("--set", key)]


def processor_seconds(command, **options):
    """Processor seconds of a command and its standard output."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, check=True, capture_output=True, text=True, **options)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return used, done.stdout


def ours(arguments, scenario):
    """Processor seconds per draw: of a long ensemble less a short one, so that reading is left out."""
    def run(draws):
        command = [arguments.program, "ensemble", scenario, *settings(), "--threads", "1", "--quiet",
                   "--format", "json", "--draws", str(draws)]
        return processor_seconds(command, cwd=arguments.repository)[0]
    short = max(1, arguments.draws // 10)
    return (run(arguments.draws) - run(short)) / (arguments.draws - short)


def models(arguments, scenario):
    """The problems of the first draws as MPS files, with our objectives; None where there is no plan."""
    folder = arguments.work / scenario
    folder.mkdir(parents=True, exist_ok=True)
    result = []
    for draw in range(arguments.count):
        text = subprocess.run(
            [arguments.program, "ensemble", scenario, *settings(), "--draws", str(arguments.draws),
             "--draw", str(draw), "--quiet"],
            check=True, capture_output=True, text=True, cwd=arguments.repository).stdout
        written = folder / f"draw-{draw}.yaml"
        written.write_text(text, encoding="utf-8")
        model = folder / f"draw-{draw}.mps"
        done = subprocess.run(
            [arguments.program, "plan", str(written), *settings(), "--quiet", "--format", "json",
             "--export-model", str(model)], capture_output=True, text=True, cwd=arguments.repository)
        plan = json.loads(done.stdout)["plan"] if done.returncode == 0 else None
        result.append((model, plan["objective"] if plan else None))
    return result


def highs(problems, keeps_basis):
    """Seconds per draw inside HiGHS's run, and its objectives."""
    import highspy

    seconds, objectives, basis = [], [], None
    for model, _ in problems:
        solver = highspy.Highs()
        solver.setOptionValue("output_flag", False)
        solver.setOptionValue("threads", 1)
        solver.readModel(str(model))
        if keeps_basis and basis is not None:
            solver.setBasis(basis)
        begin = time.process_time()
        solver.run()
        seconds.append(time.process_time() - begin)
        solved = solver.getModelStatus() == highspy.HighsModelStatus.kOptimal
        objectives.append(solver.getInfo().objective_function_value if solved else None)
        if solved:
            basis = solver.getBasis()
    return seconds, objectives


def linopy_seconds(repository):
    """Seconds of building and solving the default scenario's own values with linopy, tables read before."""
    sys.path.insert(0, str(Path(__file__).resolve().parent))
    import plan_linopy as peer

    inputs = peer.model.Inputs(Path(repository) / "scenarios/data/china-2024")
    bare = peer.model.Projection(inputs)
    seconds = []
    for _ in range(3):
        begin = time.process_time()
        problem, _, _ = peer.build(inputs, bare)
        problem.solve(solver_name="highs", output_flag=False, threads=1, progress=False)
        seconds.append(time.process_time() - begin)
    return statistics.median(seconds)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True)
    parser.add_argument("--repository", required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--count", type=int, required=True)
    parser.add_argument("--draws", type=int, required=True)
    arguments = parser.parse_args()
    peer = linopy_seconds(arguments.repository)
    agree = True
    print("Processor milliseconds per draw, linear costs, one thread")
    print(f"{'scenario':20} {'greenalu':>9} {'HiGHS warm':>11} {'HiGHS cold':>11} {'linopy':>8}  ratios to greenalu")
    for scenario in SCENARIOS:
        mine = ours(arguments, scenario)
        problems = [one for one in models(arguments, scenario) if one[1] is not None]
        cold, objectives = highs(problems, keeps_basis=False)
        warm, again = highs(problems, keeps_basis=True)
        for found in (objectives, again):
            for (model, own), other in zip(problems, found):
                if other is None or abs(own - other) > 1e-6 * max(1, abs(own)):
                    agree = False
                    print(f"  {model.name}: {own} against {other}")
        medians = [mine, statistics.median(warm[1:] or warm), statistics.median(cold), peer]
        ratios = ", ".join(f"{value / mine:.1f}" for value in medians[1:])
        numbers = " ".join(f"{1000 * value:>{width}.1f}" for value, width in zip(medians, (9, 11, 11, 8)))
        print(f"{scenario:20} {numbers}  {ratios}")
    print("greenalu: inputs, plan, certificate, all results, today's plan in the same future. HiGHS: its run alone,")
    print("the model being read before. linopy: building and solving the default values, tables read before.")
    sys.exit(0 if agree else 1)


if __name__ == "__main__":
    main()

"""Check the referee on the base data: base-year figures, conservation, and the plan's objective.

Usage: python selftest.py DATA_DIR
"""

from __future__ import annotations

import sys

import model

FAILURES = []


def check(name, value, low, high):
    """One line of the report: a value and the range it must lie in."""
    good = low <= value <= high
    print(f"  {'ok ' if good else 'BAD'} {name}: {value:.6g} (from {low:g} to {high:g})")
    if not good:
        FAILURES.append(name)


def base_year(folder):
    """The figures of fleet.md and of the specification's section on validation."""
    print("base year")
    inputs = model.Inputs(folder)
    projection = model.run(inputs)
    values, _, _ = projection.rows()

    def china(variable):
        return values[variable, "China", model.BASE]

    electricity = china("Electricity Use|Aluminum")
    coal = china("Electricity Use|Aluminum|Captive Coal")
    related, direct = china("Emissions|CO2e|Aluminum|Power-Related"), china("Emissions|CO2e|Aluminum|Direct")
    on_coal = sum(s.capacity for s in inputs.smelters.values() if s.coal >= 0.5)
    capacity = china("Capacity|Aluminum|Primary")
    check("smelters", len(inputs.smelters), 92, 92)
    check("capacity, Mt/yr", capacity, 45.435, 45.445)
    check("output, Mt", china("Production|Non-Ferrous Metals|Aluminum|Primary"), 43.995, 44.005)
    check("electricity, TWh", electricity, 588.45, 588.55)
    check("intensity, kWh/t", china("Electricity Intensity|Aluminum"), 13373.5, 13374.5)
    check("green share (location), %", china("Green Power Share|Aluminum|Location"), 25.75, 25.85)
    check("own renewable power, TWh", china("Electricity Use|Aluminum|Captive Renewable"), 9.15, 9.25)
    check("captive coal, % of power", 100 * coal / electricity, 60.05, 60.15)
    check("capacity on half or more coal, %", 100 * on_coal / capacity, 67.55, 67.65)
    check("power-related share of emissions, %", 100 * related / (related + direct), 84.35, 84.45)
    whole = model.run(model.Inputs(folder, {"accounting": {"grid_mix": "all"}})).rows()[0]
    check("green share with captive plants in the mix, %",
          whole["Green Power Share|Aluminum|Location", "China", model.BASE], 25.35, 25.45)
    return values


def identities(projection, name):
    """Sums that hold in every year whatever the scenario."""
    worst = 0.0
    for (p, t), supply in projection.supply.items():
        worst = max(worst, abs(supply.coal + supply.renewable + supply.grid - supply.electricity))
    check(f"{name}: sources less electricity, TWh", worst, 0, 1e-9)
    opened = sum(x.capacity / x.ratio - x.capacity for x in projection.inputs.transfers)
    opened += sum(x / projection.inputs.parameter("replacement_ratio", None, q) - x
                  for (_, q, _), x in projection.moves.items())
    ledger = sum(b.capacity[model.LAST] for b in projection.blocks) - opened \
        - sum(s.capacity for s in projection.inputs.smelters.values())
    check(f"{name}: capacity ledger, Mt/yr", abs(ledger), 0, 1e-9)


def plans(folder):
    """The objective of the program against the same figure from the projections alone."""
    years = model.FUTURE
    scenarios = {
        "empty": {},
        "dry": {"hydrology": {p: {2026: 0.75, 2027: 0.8} for p in ("CN-YN", "CN-GZ", "CN-QH", "CN-SC")}},
        "carbon": {"carbon": {"price": {t: 300 for t in years},
                              "coverage": {"captive_coal": True, "grid": True}}},
        "many": {
            "hydrology": {"CN-YN": {2026: 0.75}}, "accounting": {"rule": "strict"},
            "certificates": {"limit": {t: 40 for t in years}, "max_share": {2026: 50}},
            "planning": {"replacement_ratio": 1.2, "quota_follows": "stricter",
                         "green_pool": {"CN-YN": {2026: 30, 2027: 25}}},
            "parameters": {"green_premium": 500}, "relocation": {"pay_permit": True}},
        "caps": {"planning": {"emission_cap": {2027: 412}, "national_clean_share": {2027: 33},
                              "capital_budget": 4000}},
        "hard": {"planning": {"mode": "hard"}},
    }
    for name, scenario in scenarios.items():
        inputs = model.Inputs(folder, scenario)
        problem, solution, projection = model.plan(inputs)
        other = problem.solve("piqp")
        print(f"plan, scenario '{name}': {solution.status}, objective {solution.objective:.6f}, "
              f"moved {sum(solution.moves.values()):.4f} Mt/yr")
        scale = max(1.0, abs(solution.objective))
        check("gap", abs(solution.objective - solution.dual_objective) / scale, 0, 1e-9)
        check("PIQP against Clarabel", abs(solution.objective - other.objective) / scale, 0, 1e-8)
        check("projections against program",
              abs(problem.objective_of(projection) - solution.objective) / scale, 0, 1e-8)
        identities(projection, name)
        identities(model.run(inputs), f"{name}, run")
    empty = model.plan(model.Inputs(folder, {"planning": {"mode": "hard"},
                                             "certificates": {"limit": {2027: 0}}}))[1]
    print(f"plan without certificates in 2027, hard: {empty.status}")
    if empty.status != "infeasible":
        FAILURES.append("infeasible plan not seen")


def main():
    """Run all checks on a data folder."""
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    values = base_year(sys.argv[1])
    print("headline figures, no scenario, no plan: 2024 2025 2026 2027")
    for variable in (
            "Production|Non-Ferrous Metals|Aluminum|Primary", "Electricity Use|Aluminum",
            "Green Power Share|Aluminum|Location", "Green Power Share|Aluminum|Credited",
            "Green Power Share|Aluminum|Strict", "Green Power Share|Aluminum|Clean",
            "Green Power Quota|Aluminum|Need|Pooled", "Green Power Quota|Aluminum|Shortfall",
            "Green Electricity|Aluminum|Certificates", "Price|Certificate", "Emissions|CO2e|Aluminum|Scope 1",
            "Emissions|CO2e|Aluminum|Scope 2|Location", "Emissions|CO2e|Aluminum|Scope 2|Market",
            "Green Aluminum|Evaluated Volume", "Cost|Aluminum"):
        print(f"  {variable:48}", *(f"{values[variable, 'China', t]:.6g}" for t in model.YEARS))
    plans(sys.argv[1])
    print("all checks passed" if not FAILURES else f"FAILED: {', '.join(FAILURES)}")
    return 1 if FAILURES else 0


if __name__ == "__main__":
    sys.exit(main())

"""The default plan with linear costs, from tables to a file of moves, with linopy and HiGHS.

Usage: python plan_linopy.py DATA_FOLDER OUT

Tables and coefficients come from the referee's `Inputs` and `Projection`; the program is written in
linopy's arrays, sums of moves being variables, which keeps its rows short. Certificate, option and
shortfall prices do not rise and moves cost nothing extra together, so the program is linear.
"""

from __future__ import annotations

import csv
import json
import os
import sys
import time
import warnings
from pathlib import Path

os.environ["OMP_NUM_THREADS"] = "1"
clock = {"start": time.perf_counter()}

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "referee"))

import linopy
import model
import numpy as np
import pandas as pd
import xarray as xr

warnings.simplefilter("ignore")  # linopy announces its next version's rules for masks
clock["imports"] = time.perf_counter()


def table(first, second, value):
    """Values by two axes, each given as name and labels."""
    rows = [[value(a, b) for b in second[1]] for a in first[1]]
    return xr.DataArray(np.array(rows, float), coords=[first, second], dims=[first[0], second[0]])


def column(axis, value):
    """Values by one axis."""
    return xr.DataArray(np.array([value(a) for a in axis[1]], float), coords=[axis], dims=[axis[0]])


def check_plain(inputs):
    """What is left out of the program here must be out of the scenario."""
    absent = (inputs.emission_cap, inputs.clean_share_floor, inputs.pool, inputs.pay_permit,
              inputs.capital_budget is not None, inputs.quota_follows != "own", inputs.foresight != "perfect",
              inputs.mode != "soft", not inputs.covers_direct, inputs.covers_coal, inputs.covers_grid,
              not inputs.certificates_count())
    if any(absent):
        raise SystemExit("this program is for the default scenario")


def build(inputs, bare):
    """The linopy model, the moves and a constant of the objective."""
    years = list(model.FUTURE)
    start = inputs.parameter("first_decision_year") + inputs.parameter("lead_time")
    hosts = [q for q in inputs.provinces if any(v > 0 for v in inputs.hosting.get(q, {}).values())]
    names = [s.name for s in inputs.smelters.values() if s.capacity > 0 and s.movable > 0]
    smelter = [inputs.smelters[name] for name in names]
    T, P, Q, I = ("year", years), ("province", inputs.provinces), ("destination", hosts), ("smelter", names)
    O = ("option", list(model.OPTIONS))

    # Numbers by smelter, destination, province and year.
    util = table(P, T, lambda p, t: inputs.utilisation[p, t])
    cut = table(P, T, lambda p, t: bare.power[p, t].cut)
    ratio = column(P, lambda p: inputs.parameter("replacement_ratio", None, p))
    quota = table(P, T, lambda p, t: inputs.quota.get((p, t), 0.0))
    phi = table(P, T, lambda p, t: bare.power[p, t].phi(inputs.rule))
    alpha = table(P, T, lambda p, t: bare.alpha[p, t])
    weight = table(P, T, inputs.shortfall_weight)
    fresh = table(P, T, lambda p, t: inputs.parameter("new_build_electricity", t, p) / 1000)
    carbon = table(P, T, lambda p, t: inputs.parameter("carbon_price", t, p)
                   * (1 - inputs.parameter("ets_free_share", t, p)) * inputs.direct_factor(p, t))
    premium = table(P, T, bare.premium)
    lost = table(P, T, lambda p, t: inputs.parameter("lost_output_value", t, p))
    freight = table(P, T, inputs.freight_per_tonne)
    captive = table(P, T, lambda p, t: inputs.parameter("captive_renewable_cost", t, p))
    coal_price = table(P, T, lambda p, t: inputs.price.get(("captive_coal", p, t), 0.0))
    grid_price = table(P, T, lambda p, t: inputs.price.get(("grid", p, t), 0.0))
    new_price = table(Q, T, lambda q, t: inputs.need_price("grid_newcomer", q, t))
    capital = column(Q, lambda q: inputs.annuity(q) * inputs.moving_cost[q, "new_build_capital"])
    closing = column(P, lambda p: inputs.annuity(p) * inputs.moving_cost[p, "closing"])
    discount = column(T, inputs.discount)
    home = xr.DataArray([s.province for s in smelter], coords=[I], dims=["smelter"])
    coal_share = column(I, lambda name: inputs.smelters[name].coal)
    own_share = column(I, lambda name: inputs.smelters[name].renewable)
    intensity = table(I, T, lambda name, t: inputs.intensity(inputs.smelters[name], t))
    standing = {b.name: b.capacity for b in bare.planned if b.kind == "base"}

    def of_home(values):
        return values.sel(province=home).drop_vars("province")

    def of_destination(values):
        return values.sel(province=hosts).rename(province="destination")

    left = of_home(util * (1 - cut))
    use = left * intensity
    opened = of_home(util) * of_destination((1 - cut) / ratio)
    grid_share = 1 - coal_share - own_share
    here = of_destination(ratio)
    cost = (capital / here + of_home(closing)
            - use * (own_share * of_home(captive) + coal_share * of_home(coal_price) + grid_share * of_home(grid_price))
            + opened * (of_destination(fresh) * new_price + of_destination(freight)) - left * of_home(freight)
            + of_destination(lost) * of_home(util) * (1 - 1 / here + of_destination(cut) / here)
            - of_home(lost * util * cut)
            + opened * of_destination(carbon) - left * of_home(carbon)
            - use * own_share * of_home(premium))
    # A move is paid for in every year from its own on.
    paid = (discount * cost).isel(year=slice(None, None, -1)).cumsum("year").isel(year=slice(None, None, -1))
    allowed = (home != xr.DataArray(hosts, coords=[Q], dims=["destination"])) & (column(T, float) >= start)

    m = linopy.Model()
    origins = ("province", sorted(set(home.values)))
    x = m.add_variables(lower=0, coords=[I, Q, T], mask=allowed.transpose("smelter", "destination", "year"), name="x")
    gone = m.add_variables(coords=[I, T], name="gone")
    come = m.add_variables(coords=[origins, Q, T], name="come")
    y = m.add_variables(lower=0, coords=[P, T], name="y")
    limit = xr.DataArray(
        [[[(inputs.supply.get((o, p, t)) or {"limit": 0})["limit"] for t in years] for p in inputs.provinces]
         for o in model.OPTIONS], coords=[O, P, T], dims=["option", "province", "year"])
    price = xr.DataArray(
        [[[(inputs.supply.get((o, p, t)) or {"price": 0})["price"] or 0 for t in years] for p in inputs.provinces]
         for o in model.OPTIONS], coords=[O, P, T], dims=["option", "province", "year"])
    v = m.add_variables(lower=0, upper=limit, name="v")
    z = m.add_variables(lower=0, coords=[P, T], name="z")
    s = m.add_variables(lower=0, coords=[P, T], mask=weight > 0, name="s")

    by_home = x.groupby(home.rename("province")).sum()
    for total, flow, name in ((gone, x.sum("destination"), "gone"), (come, by_home, "come")):
        for last, year in zip([None] + years, years):
            now = total.sel(year=year) - flow.sel(year=year)
            m.add_constraints((now if last is None else now - total.sel(year=last)) == 0, name=f"{name} {year}")

    def leaving(factor):
        return (gone * (use * factor)).groupby(home.rename("province")).sum()

    arrived = (util.sel(province=origins[1]) * come).sum("province")

    def arriving(factor):
        return (arrived * of_destination((1 - cut) / ratio * factor)).rename(destination="province")

    everywhere = {"province": inputs.provinces}
    supply = {field: table(P, T, lambda p, t: getattr(bare.supply[p, t], field))
              for field in ("electricity", "coal", "renewable", "grid")}

    def balance(gone_factor, come_factor):
        expression = -1 * leaving(gone_factor).reindex(everywhere)
        return expression if come_factor is None else expression + arriving(come_factor).reindex(everywhere)

    grid = balance(grid_share, fresh) - ((1 - alpha) * v).sum("option")
    coal = balance(coal_share, None) - (alpha * v).sum("option")
    own = balance(own_share, None)
    whole = balance(1, fresh)
    m.add_constraints(y - phi * grid <= phi * supply["grid"], name="C5")
    m.add_constraints(grid >= -supply["grid"], name="C5 grid")
    m.add_constraints(coal >= -supply["coal"], name="C5 coal")
    m.add_constraints(own + y + v.sum("option") + z + s - quota * whole
                      >= quota * supply["electricity"] - supply["renewable"], mask=weight > 0, name="C6")
    share = column(T, lambda t: inputs.certificates["max_share"][t] / 100)
    m.add_constraints(z - share * quota * whole <= share * quota * supply["electricity"], name="C8")
    m.add_constraints(z.sum("province") <= column(T, lambda t: inputs.certificates["limit"][t]), name="C8 total")
    m.add_constraints(gone <= table(I, T, lambda name, t: standing[name][t]), name="C1")
    planned = {name: sum(k.capacity for k in inputs.transfers if k.smelter == name) for name in names}
    m.add_constraints(gone.sel(year=years[-1]) <= column(I, lambda name: max(
        0.0, inputs.smelters[name].movable * inputs.smelters[name].capacity - planned[name])), name="C1 movable")
    m.add_constraints(x.sum("destination") <= table(I, T, lambda name, t: inputs.smelters[name].capacity * inputs.parameter(
        "pace_per_smelter", t, inputs.smelters[name].province)), name="C2")
    m.add_constraints(x.sum(["smelter", "destination"]) <= column(T, lambda t: max(
        0.0, inputs.parameter("pace_national", t) - sum(
            k.capacity for k in inputs.transfers
            if k.year == t and inputs.smelters[k.smelter].province != k.destination))), name="C2 national")
    m.add_constraints(come.sum("province") * (1 / here) <= table(Q, T, lambda q, t: max(0.0, inputs.hosting[q].get(t, 0.0) - sum(
        k.capacity / k.ratio for k in inputs.transfers if k.destination == q and k.year <= t))), name="C3")
    m.add_constraints((come * (1 / here - 1)).sum(["province", "destination"]) <= column(T, lambda t: inputs.parameter(
        "capacity_ceiling", t) - sum(b.capacity[t] for b in bare.planned)), name="C9")

    penalty = table(P, T, lambda p, t: inputs.parameter("quota_shortfall_penalty", t, p))
    certificate = column(T, lambda t: inputs.certificates["price"][t])
    m.add_objective((x * paid).sum() + (v * (discount * (price - premium))).sum()
                    - (y * (discount * premium)).sum() + (z * (discount * certificate)).sum()
                    + (s * (discount * weight * penalty)).sum())
    constant = float((discount * premium * phi * supply["grid"]).sum())
    return m, x, constant


def main():
    data, out = Path(sys.argv[1]), Path(sys.argv[2])
    out.mkdir(parents=True, exist_ok=True)
    inputs = model.Inputs(data)
    check_plain(inputs)
    bare = model.Projection(inputs)
    clock["inputs"] = time.perf_counter()
    m, x, constant = build(inputs, bare)
    clock["build"] = time.perf_counter()
    status, condition = m.solve(solver_name="highs", output_flag=False, threads=1, progress=False)
    clock["solve"] = time.perf_counter()
    if status != "ok":
        raise SystemExit(f"not solved: {condition}")
    moved = x.solution.to_series()
    moved = moved[moved > 1e-7]
    with open(out / "moves.csv", "w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(("smelter", "destination", "year", "capacity"))
        writer.writerows((*key, value) for key, value in moved.items())
    clock["write"] = time.perf_counter()
    marks = list(clock)
    seconds = {now: clock[now] - clock[last] for last, now in zip(marks, marks[1:])}
    report = {"objective": m.objective.value + constant, "moved": float(moved.sum()), "seconds": seconds,
              "columns": int(m.nvars), "rows": int(m.ncons)}
    (out / "report.json").write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(report))


if __name__ == "__main__":
    main()

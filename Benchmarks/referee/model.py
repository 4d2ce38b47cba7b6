"""Independent referee for the projection and the relocation problem.

Written from the model specification and the data dictionary only. The module has three parts:

* `Inputs`: the tables of a data folder merged with an effective scenario;
* `Projection`: what follows from a scenario, given moves, green options and certificates
  (section 2 of the specification), as a dictionary of result rows;
* `RelocationProblem`: the convex quadratic program of section 3 (soft or hard quotas, perfect
  foresight, no whole potlines), solved with Clarabel or PIQP.

Units inside: capacity Mt/yr, output Mt, electricity TWh, intensity MWh/t, factors tCO2/MWh, prices
CNY/MWh or CNY/t, money million CNY, shares as fractions.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass, replace
from pathlib import Path

import numpy as np
from scipy import sparse

BASE = 2024
TABLES_END = 2027
# The years of the scenario at hand: `Inputs` sets them, so one scenario is worked on at a time.
LAST = TABLES_END
YEARS = tuple(range(BASE, LAST + 1))
FUTURE = YEARS[1:]
RENEWABLE = ("hydro", "wind", "solar")
TECHNOLOGIES = ("thermal", "hydro", "wind", "solar", "nuclear")
OPTION_NAMES = {
    "captive_wind_solar": "Captive Wind and Solar",
    "green_trade_local": "Local Green Trade",
    "green_trade_import": "Imported Green Trade",
}
OPTIONS = tuple(OPTION_NAMES)
EJ_PER_TWH = 0.0036
# Scenario keys that are read here, with what may stand below them (None: anything, by province or name).
KNOWN_KEYS = {
    "horizon": {"last_year", "extend"}, "grades": {"only"}, "hydrology": None, "generation": set(TECHNOLOGIES),
    "growth": {"total", "hydro", "wind", "solar", "nuclear"}, "utilisation": None,
    "grid_emission_factor": None, "power_prices": {"grid", "captive_coal", "grid_newcomer"},
    "quotas": {"value", "legal_status", "factor", "shift", "binding_statuses"},
    "accounting": {"rule", "grid_mix", "credit"},
    "certificates": {"price", "price_slope", "limit", "max_share"}, "green_supply": set(OPTIONS),
    "green_pool": None, "carbon": {"price", "free_share", "coverage"}, "freight": {"alumina", "ingot"},
    "hosting": None, "pace": {"national", "per_smelter"},
    "relocation": {"new_build_capital", "permit", "closing", "pay_permit"},
    "planning": {"mode", "foresight", "quota_follows", "first_decision_year", "lead_time", "replacement_ratio",
                 "capacity_ceiling", "emission_cap", "capital_budget", "national_clean_share"},
    "smelters": {"add", "change", "remove", "movable_share"},
    "transfers": {"include", "drop", "add", "change"}, "parameters": None,
}


class ModelError(ValueError):
    """A scenario or a table that the model cannot use."""


def read_table(folder: Path, name: str) -> list[dict[str, str]]:
    """Rows of a table as dictionaries of strings."""
    with open(folder / f"{name}.csv", newline="", encoding="utf-8-sig") as file:
        return list(csv.DictReader(file))


def by_year(series) -> dict[int, float]:
    """A year map with integer keys; a bare number holds for all years."""
    if series is None:
        return {}
    if isinstance(series, dict):
        return {int(year): value for year, value in series.items()}
    return {year: series for year in YEARS}


def set_years(last):
    """Let a run end in a year."""
    global LAST, YEARS, FUTURE
    LAST = int(last)
    YEARS = tuple(range(BASE, LAST + 1))
    FUTURE = YEARS[1:]


def lifted(value) -> bool:
    """Whether a value of a scenario is the word that lifts a limit or a price."""
    return value is None or value == "none"


def number(text, default=None):
    """A float, or the default where the cell is empty."""
    return default if text is None or text == "" else float(text)


# ---------------------------------------------------------------------------------------------
# Inputs
# ---------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Smelter:
    """One smelter of the base year."""

    name: str
    province: str
    capacity: float
    intensity: float
    coal: float
    renewable: float
    movable: float


@dataclass(frozen=True)
class Transfer:
    """One planned transfer: capacity closed at a smelter, capacity / ratio opened in a province."""

    name: str
    smelter: str
    destination: str
    capacity: float
    ratio: float
    year: int
    intensity: float
    coal: float | None
    renewable: float | None


class Inputs:
    """Tables of a data folder with the overrides of an effective scenario."""

    def __init__(self, folder, scenario: dict | None = None):
        self.folder = Path(folder)
        self.scenario = scenario or {}
        self.notes: list[str] = []
        set_years(self.section("horizon").get("last_year") or TABLES_END)
        admitted = self.section("grades").get("only")
        self.grades = None if lifted(admitted) or admitted == {} else set(admitted)
        self._read_parameters()
        self._read_places()
        self._read_power()
        self._read_policy()
        self._read_transfers()
        self._read_planning()

    def section(self, *keys):
        """A nested mapping of the scenario, empty where absent."""
        node = self.scenario
        for key in keys:
            node = (node or {}).get(key)
        return node or {}

    def admitted(self, name) -> list[dict[str, str]]:
        """Rows of a table that `grades.only` does not leave out."""
        return [row for row in read_table(self.folder, name)
                if self.grades is None or row["grade"] in self.grades]

    # -- parameters ---------------------------------------------------------------------------

    def _read_parameters(self):
        self._parameters: dict[str, dict] = defaultdict(dict)
        for row in read_table(self.folder, "parameters"):
            year = int(row["year"]) if row["year"] else None
            self._parameters[row["key"]][year] = float(row["value"])
        for key, value in self.section("parameters").items():
            self._override(key, value)
        carbon = self.section("carbon")
        self._override("carbon_price", carbon.get("price"))
        self._override("ets_free_share", carbon.get("free_share"))
        for technology, series in self.section("accounting", "credit").items():
            self._override(f"grid_credit_{technology}", series)
        pace = self.section("pace")
        self._override("pace_national", pace.get("national"))
        self._override("pace_per_smelter", pace.get("per_smelter"))
        planning = self.section("planning")
        for key in ("first_decision_year", "lead_time", "replacement_ratio", "capacity_ceiling"):
            self._override(key, planning.get(key))

    def _override(self, key, value):
        if value is None:
            return
        if not isinstance(value, dict):
            self._parameters[key] = {None: float(value)}
            return
        for inner, item in value.items():
            if str(inner).startswith("CN-"):
                self._override(f"{key}.{inner}", item)
            else:
                self._parameters[key][int(inner)] = float(item)

    def parameter(self, key, year=None, province=None) -> float:
        """Value of a parameter; `key.CN-XX` goes before `key`, a year's value before the plain one."""
        names = [f"{key}.{province}", key] if province else [key]
        for name in names:
            store = self._parameters.get(name)
            if store:
                if year in store:
                    return store[year]
                if None in store:
                    return store[None]
        raise ModelError(f"parameter {key} has no value for {year} {province or ''}")

    # -- tables -------------------------------------------------------------------------------

    def _read_places(self):
        self.smelters = {
            row["smelter"]: Smelter(
                row["smelter"], row["province"], float(row["capacity"]), float(row["electricity"]) / 1000,
                float(row["captive_coal_share"]), float(row["captive_renewable_share"]),
                float(row["movable_share"]))
            for row in read_table(self.folder, "smelters")
        }
        self.hosting: dict[str, dict[int, float]] = defaultdict(dict)
        # Which provinces are in the model is the tables' affair, whatever a scenario leaves out.
        homes = {smelter.province for smelter in self.smelters.values()}
        self.provinces = sorted(homes | {row["province"] for row in read_table(self.folder, "hosting")})
        for row in self.admitted("hosting"):
            self.hosting[row["province"]][int(row["year"])] = float(row["value"])
        for province, series in self.section("hosting").items():
            self.hosting[province].update(by_year(series))
        self._change_smelters()
        self.names = {row["province"]: row["name_en"] for row in read_table(self.folder, "provinces")}
        self.utilisation: dict[tuple, float] = {}
        for row in read_table(self.folder, "utilisation"):
            self.utilisation[row["province"], int(row["year"])] = float(row["value"]) / 100
        for province, series in self.section("utilisation").items():
            for year, value in by_year(series).items():
                self.utilisation[province, year] = value / 100
        self.freight = {row["province"]: (float(row["alumina"]), float(row["ingot"]))
                        for row in read_table(self.folder, "freight")}
        for province, value in self.section("freight", "alumina").items():
            self.freight[province] = float(value), self.freight[province][1]
        for province, value in self.section("freight", "ingot").items():
            self.freight[province] = self.freight[province][0], float(value)
        self.moving_cost: dict[tuple, float] = {}
        for row in read_table(self.folder, "relocation_costs"):
            self.moving_cost[row["province"], row["quantity"]] = float(row["value"])
        relocation = self.section("relocation")
        for quantity in ("new_build_capital", "permit", "closing"):
            for province, value in (relocation.get(quantity) or {}).items():
                self.moving_cost[province, quantity] = float(value)
        self.pay_permit = bool(relocation.get("pay_permit", False))

    def _change_smelters(self):
        """Smelters that the scenario adds, changes and removes; province-wide movable shares."""
        choice = self.section("smelters")
        changes, shares = choice.get("change") or {}, choice.get("movable_share") or {}
        columns = {"province": ("province", str), "capacity": ("capacity", float),
                   "electricity": ("intensity", lambda value: float(value) / 1000),
                   "captive_coal_share": ("coal", float), "captive_renewable_share": ("renewable", float),
                   "movable_share": ("movable", float)}

        def fields(given):
            return {columns[key][0]: columns[key][1](value) for key, value in given.items() if key in columns}

        added = choice.get("add") or {}
        for name, given in added.items():
            empty = Smelter(name, given["province"], 0.0, 0.0, 0.0, 0.0, 0.0)
            self.smelters[name] = replace(empty, **fields(given))
        for name, smelter in list(self.smelters.items()):
            smelter = replace(smelter, **fields(changes.get(name, {})))
            own = "movable_share" in changes.get(name, {}) or "movable_share" in added.get(name, {})
            if smelter.province in shares and not own:
                smelter = replace(smelter, movable=float(shares[smelter.province]))
            self.smelters[name] = smelter
        for name in choice.get("remove") or ():
            self.smelters.pop(name, None)

    def _read_power(self):
        self.generation: dict[tuple, float] = {}
        for row in read_table(self.folder, "generation"):
            if int(row["year"]) == BASE:
                self.generation[row["province"], row["technology"]] = float(row["value"])
        # The clean share that the published factor belongs to is the data's, never the scenario's.
        self.reference_clean = {}
        for province in self.provinces:
            amounts = {k: self.generation.get((province, k), 0.0) for k in TECHNOLOGIES}
            total = sum(amounts.values())
            self.reference_clean[province] = 1 - amounts["thermal"] / total if total else 0.0
        for technology, provinces in self.section("generation").items():
            for province, value in provinces.items():
                self.generation[province, technology] = float(value)
        self.growth: dict[tuple, float] = {}
        for row in read_table(self.folder, "generation_growth"):
            self.growth[row["province"], row["technology"], int(row["year"])] = float(row["value"]) / 100
        for technology, provinces in self.section("growth").items():
            for province, series in provinces.items():
                for year, value in by_year(series).items():
                    self.growth[province, technology, year] = value / 100
        self.hydrology: dict[tuple, float] = {}
        for province, series in self.section("hydrology").items():
            for year, value in by_year(series).items():
                self.hydrology[province, year] = value
        self.hydro_shape: dict[str, dict[int, float]] = defaultdict(dict)
        for row in read_table(self.folder, "hydrology"):
            if row["quantity"] == "monthly_share":
                self.hydro_shape[row["province"]][int(row["month"])] = float(row["value"])
        published: dict[str, tuple] = {}
        for row in read_table(self.folder, "grid_emission_factors"):
            entry = (int(row["year"]), float(row["value"]))
            published[row["province"]] = max(published.get(row["province"], entry), entry)
        self.published_factor = {province: entry[1] for province, entry in published.items()}
        for province, value in self.section("grid_emission_factor").items():
            self.published_factor[province] = float(value)
        self.price: dict[tuple, float] = {}
        newcomer = self.admitted("power_prices")
        for row in read_table(self.folder, "power_prices"):
            if row["supply"] != "grid_newcomer" or row in newcomer:
                self.price[row["supply"], row["province"], int(row["year"])] = float(row["value"])
        for supply, provinces in self.section("power_prices").items():
            for province, series in provinces.items():
                for year, value in by_year(series).items():
                    if lifted(value):
                        self.price.pop((supply, province, year), None)
                    else:
                        self.price[supply, province, year] = value

    def _read_policy(self):
        self.quota: dict[tuple, float] = {}
        self.legal_status: dict[tuple, str] = {}
        for row in read_table(self.folder, "quotas"):
            self.legal_status[row["province"], int(row["year"])] = row["legal_status"]
        for row in self.admitted("quotas"):
            self.quota[row["province"], int(row["year"])] = float(row["value"]) / 100
        for province, series in self.section("quotas", "value").items():
            for year, value in by_year(series).items():
                self.quota[province, year] = value / 100
        for province, series in self.section("quotas", "factor").items():
            for year, value in by_year(series).items():
                if (province, year) in self.quota:
                    self.quota[province, year] *= value
        for province, series in self.section("quotas", "shift").items():
            for year, value in by_year(series).items():
                if (province, year) in self.quota:
                    self.quota[province, year] += value / 100
        for province, series in self.section("quotas", "legal_status").items():
            for year, value in by_year(series).items():
                self.legal_status[province, year] = value
        statuses = self.section("quotas").get("binding_statuses")
        self.binding = None if lifted(statuses) else set(statuses)
        accounting = self.section("accounting")
        self.rule = accounting.get("rule", "credited")
        self.grid_mix = accounting.get("grid_mix", "without_captive")
        self.certificates: dict[str, dict[int, float]] = defaultdict(dict)
        quantities = ("price", "price_slope", "limit", "max_share")
        for row in read_table(self.folder, "certificates"):
            for quantity in quantities:
                self.certificates[quantity][int(row["year"])] = float(row[quantity])
        for quantity in quantities:
            self.certificates[quantity].update(by_year(self.section("certificates").get(quantity)))
        coverage = self.section("carbon", "coverage")
        self.covers_direct = bool(coverage.get("direct", True))
        self.covers_coal = bool(coverage.get("captive_coal", False))
        self.covers_grid = bool(coverage.get("grid", False))
        self.supply: dict[tuple, dict[str, float]] = defaultdict(
            lambda: {"limit": 0.0, "price": None, "price_slope": 0.0})
        offered = self.admitted("green_supply")
        for row in read_table(self.folder, "green_supply"):
            entry = self.supply[row["option"], row["province"], int(row["year"])]
            for quantity in ("limit", "price", "price_slope"):
                if quantity != "limit" or row in offered:
                    entry[quantity] = float(row[quantity])
        for option, values in self.section("green_supply").items():
            for quantity, provinces in values.items():
                for province, series in provinces.items():
                    for year, value in by_year(series).items():
                        self.supply[option, province, year][quantity] = float(value)
        self.supply = dict(self.supply)

    def _read_transfers(self):
        choice = self.section("transfers")
        include, drop = set(choice.get("include") or ()), set(choice.get("drop") or ())
        changes, rows = choice.get("change") or {}, {}
        for row in self.admitted("transfers"):
            name = row["transfer"]
            if name not in drop and (row["state"] != "rumoured" or name in include):
                rows[name] = dict(row)
        for name, fields in (choice.get("add") or {}).items():
            if name not in drop:
                rows[name] = dict(fields)
        for name, fields in changes.items():
            if name in rows:
                rows[name].update(fields)
            elif name not in drop:
                self.notes.append(f"transfers.change names {name}, which is not in the scenario")
        self.transfers = []
        for name, row in sorted(rows.items()):
            if int(row["year"]) > LAST:
                continue
            electricity = number(row.get("electricity"))
            if electricity is None:
                electricity = self.parameter("new_build_electricity", int(row["year"]), row["to_province"])
            self.transfers.append(Transfer(
                name, row["smelter"], row["to_province"], float(row["capacity"]),
                number(row.get("ratio"), 1.0), int(row["year"]), electricity / 1000,
                number(row.get("captive_coal_share")), number(row.get("captive_renewable_share"))))

    def _read_planning(self):
        planning = self.section("planning")
        self.mode = planning.get("mode", "soft")
        self.quota_follows = planning.get("quota_follows", "own")
        self.foresight = planning.get("foresight", "perfect")
        self.emission_cap = {year: value for year, value in by_year(planning.get("emission_cap")).items()
                             if not lifted(value)}
        budget = planning.get("capital_budget")
        self.capital_budget = None if lifted(budget) else budget
        self.clean_share_floor = {year: value / 100
                                  for year, value in by_year(planning.get("national_clean_share")).items()
                                  if not lifted(value)}
        self.pool: dict[tuple, float] = {}
        for province, series in self.section("green_pool").items():
            for year, value in by_year(series).items():
                if not lifted(value):
                    self.pool[province, year] = float(value)

    # -- derived values -----------------------------------------------------------------------

    def need_price(self, supply, province, year) -> float:
        """A power price; an error where it is missing. Newcomers fall back on the grid price."""
        if supply == "grid_newcomer" and (supply, province, year) not in self.price:
            supply = "grid"
        try:
            return self.price[supply, province, year]
        except KeyError:
            raise ModelError(f"no {supply} price for {province} in {year}") from None

    def freight_per_tonne(self, province, year) -> float:
        """Freight of alumina in and ingot out per tonne of aluminium."""
        alumina, ingot = self.freight[province]
        return self.parameter("alumina_use", year, province) * alumina + ingot

    def direct_factor(self, province, year) -> float:
        """Anode and PFC emissions per tonne of aluminium, also the benchmark."""
        return self.parameter("anode_co2", year, province) + self.parameter("pfc_co2e", year, province)

    def annuity(self, province=None) -> float:
        """Yearly payment for one unit of capital."""
        rate, life = self.parameter("discount_rate"), self.parameter("plant_life", None, province)
        return 1 / life if rate == 0 else rate / (1 - (1 + rate) ** -life)

    def discount(self, year) -> float:
        """Present-value factor at the base year."""
        return (1 + self.parameter("discount_rate")) ** -(year - BASE)

    def intensity(self, smelter: Smelter, year) -> float:
        """Intensity of a base-year block after yearly improvement, down to the floor."""
        rate = self.parameter("electricity_improvement", year, smelter.province)
        floor = self.parameter("electricity_floor", year, smelter.province) / 1000
        if smelter.intensity <= floor:
            return smelter.intensity
        return max(floor, smelter.intensity * (1 - rate) ** (year - BASE))

    def shortfall_weight(self, province, year) -> float:
        """Weight of a shortfall; 0 where there is no quota."""
        status = self.legal_status.get((province, year))
        if status is None or (province, year) not in self.quota:
            return 0.0
        weight = self.parameter(f"shortfall_weight_{status}", year, province)
        if self.binding is None:
            return weight
        return (weight or 1.0) if status in self.binding else 0.0

    def certificates_count(self) -> bool:
        """Whether the judged rule knows certificates."""
        return self.rule in ("credited", "strict")


# ---------------------------------------------------------------------------------------------
# Planned fleet and power
# ---------------------------------------------------------------------------------------------


@dataclass
class Block:
    """A part of the fleet with one intensity and one supply split."""

    name: str
    province: str
    kind: str  # base, planned or chosen
    capacity: dict[int, float]
    intensity: dict[int, float]
    utilisation: dict[int, float]
    coal: float = 0.0
    renewable: float = 0.0
    newcomer: bool = False
    origin: str | None = None


def planned_blocks(inputs: Inputs) -> list[Block]:
    """Base-year blocks less planned departures, and one block for every planned transfer."""
    blocks = []
    departures = defaultdict(float)
    for transfer in inputs.transfers:
        departures[transfer.smelter, transfer.year] += transfer.capacity
    for smelter in inputs.smelters.values():
        capacity, standing = {}, smelter.capacity
        for year in YEARS:
            standing -= departures.get((smelter.name, year), 0.0)
            if standing < -1e-12:
                raise ModelError(f"{smelter.name}: departures above what stands in {year}")
            capacity[year] = max(0.0, standing)
        blocks.append(Block(
            smelter.name, smelter.province, "base", capacity,
            {year: inputs.intensity(smelter, year) for year in YEARS},
            {year: inputs.utilisation[smelter.province, year] for year in YEARS},
            smelter.coal, smelter.renewable, False, smelter.name))
    for transfer in inputs.transfers:
        home = inputs.smelters[transfer.smelter]
        inside = home.province == transfer.destination
        coal, renewable = transfer.coal, transfer.renewable
        if coal is None:
            coal = home.coal if inside else 0.0
        if renewable is None:
            renewable = home.renewable if inside else 0.0
        opened = transfer.capacity / transfer.ratio
        blocks.append(Block(
            transfer.name, transfer.destination, "planned",
            {year: opened if year >= transfer.year else 0.0 for year in YEARS},
            {year: transfer.intensity for year in YEARS},
            {year: inputs.utilisation[transfer.destination, year] for year in YEARS},
            coal, renewable, not inside, transfer.smelter))
    return blocks


@dataclass
class PowerState:
    """Power of one province in one year."""

    cut: float
    mix: dict[str, float]  # generation after curtailment
    curtailed_variable: float
    curtailed_hydro: float
    renewable_share: float
    clean_share: float
    grid_renewable: float
    grid_clean: float
    credited: float  # phi with the credit of the tables
    strict: float  # phi without wind and solar
    factor: float
    residual: float

    @property
    def total(self):
        """Generation after curtailment."""
        return sum(self.mix.values())

    def phi(self, rule):
        """Share of grid power credited as green under a rule."""
        return {"credited": self.credited, "strict": self.strict,
                "location": self.grid_renewable, "clean": self.grid_clean}[rule]


def without_captive(mix, coal, renewable):
    """A mix less captive coal (from thermal) and captive renewable (wind and solar, then hydro)."""
    left = dict(mix)
    left["thermal"] = max(0.0, left["thermal"] - coal)
    variable = left["wind"] + left["solar"]
    taken = min(renewable, variable)
    if variable > 0:
        keep = 1 - taken / variable
        left["wind"] *= keep
        left["solar"] *= keep
    left["hydro"] = max(0.0, left["hydro"] - (renewable - taken))
    return left


def power_states(inputs: Inputs, blocks: list[Block]) -> dict[tuple, PowerState]:
    """Generation, cuts, shares and factors of every province and year."""
    states = {}
    for province in inputs.provinces:
        normal = {k: inputs.generation.get((province, k), 0.0) for k in TECHNOLOGIES}
        demand = sum(normal.values())
        base_clean = inputs.reference_clean[province]
        here = [block for block in blocks if block.province == province]
        for year in YEARS:
            uncut = [b.capacity[year] * b.utilisation[year] * b.intensity[year] for b in here]
            smelting, cut = sum(uncut), 0.0
            if year == BASE:
                mix, curtailed = dict(normal), (0.0, 0.0)
            else:
                for k in ("wind", "solar", "nuclear", "hydro"):
                    normal[k] *= 1 + inputs.growth.get((province, k, year), 0.0)
                demand *= 1 + inputs.growth.get((province, "total", year), 0.0)
                index = inputs.hydrology.get((province, year), 1.0)
                if smelting > 0:
                    borne = inputs.parameter("hydro_shortfall_borne", year, province)
                    missing = borne * max(0.0, 1 - index) * normal["hydro"]
                    cut = min(max(missing / smelting, 0.0), inputs.parameter("hydro_cut_max", year, province))
                total = demand - cut * smelting
                mix = {k: normal[k] for k in ("wind", "solar", "nuclear")}
                mix["hydro"] = normal["hydro"] * index
                excess = max(0.0, sum(mix.values()) - total)
                variable = mix["wind"] + mix["solar"]
                from_variable = min(excess, variable)
                if variable > 0:
                    keep = 1 - from_variable / variable
                    mix["wind"] *= keep
                    mix["solar"] *= keep
                from_hydro = min(excess - from_variable, mix["hydro"])
                mix["hydro"] -= from_hydro
                mix["thermal"] = max(0.0, total - sum(mix.values()))
                curtailed = from_variable, from_hydro
            all_power = sum(mix.values())
            coal = sum(e * (1 - cut) * b.coal for e, b in zip(uncut, here))
            own = sum(e * (1 - cut) * b.renewable for e, b in zip(uncut, here))
            grid = dict(mix) if inputs.grid_mix == "all" else without_captive(mix, coal, own)
            left = sum(grid.values())
            credit = {k: inputs.parameter(f"grid_credit_{k}", year, province) for k in RENEWABLE}
            renewable_share = sum(mix[k] for k in RENEWABLE) / all_power if all_power else 0.0
            clean_share = renewable_share + (mix["nuclear"] / all_power if all_power else 0.0)
            brown = grid["thermal"] + grid["nuclear"]
            published = inputs.published_factor.get(province, 0.0)
            factor = published * (1 - clean_share) / (1 - base_clean) if base_clean < 1 else 0.0

            def share(amount, total=left):
                return amount / total if total else 0.0

            states[province, year] = PowerState(
                cut, mix, curtailed[0], curtailed[1], renewable_share, clean_share,
                share(sum(grid[k] for k in RENEWABLE)),
                share(sum(grid[k] for k in RENEWABLE) + grid["nuclear"]),
                share(sum(credit[k] * grid[k] for k in RENEWABLE)),
                share(credit["hydro"] * grid["hydro"]),
                factor,
                inputs.parameter("fossil_grid_emission_factor", year, province) * grid["thermal"] / brown
                if brown else 0.0)
    return states


def planned_alpha(inputs, blocks, province, year) -> float:
    """Share of captive coal in what green options displace, of the planned fleet."""
    coal = grid = 0.0
    for block in blocks:
        if block.province == province and block.kind != "chosen":
            use = block.capacity[year] * block.utilisation[year] * block.intensity[year]
            coal += use * block.coal
            grid += use * (1 - block.coal - block.renewable)
    return coal / (coal + grid) if coal + grid > 0 else 0.0


# ---------------------------------------------------------------------------------------------
# Projection
# ---------------------------------------------------------------------------------------------


@dataclass
class Supply:
    """Electricity of a block or a province before green options."""

    output: float = 0.0
    electricity: float = 0.0
    coal: float = 0.0
    renewable: float = 0.0
    grid: float = 0.0

    def __iadd__(self, other):
        for field in ("output", "electricity", "coal", "renewable", "grid"):
            setattr(self, field, getattr(self, field) + getattr(other, field))
        return self


class Projection:
    """Results of a scenario with given moves, options and certificates.

    `moves` maps (smelter, destination, year) to capacity closed; `options` maps (option, province,
    year) to TWh; `certificates` maps (province, year) to TWh.
    """

    def __init__(self, inputs: Inputs, moves=None, options=None, certificates=None):
        self.inputs = inputs
        self.moves = {key: x for key, x in (moves or {}).items() if x > 0}
        self.planned = planned_blocks(inputs)
        self.power = power_states(inputs, self.planned)
        self.blocks = self._with_moves()
        self.options = defaultdict(float, options or {})
        self.certificates = defaultdict(float, certificates or {})
        self.alpha = {(p, t): planned_alpha(inputs, self.planned, p, t)
                      for p in inputs.provinces for t in YEARS}
        self._supplies()

    def _with_moves(self) -> list[Block]:
        """The planned blocks less chosen departures, with one block for every origin and destination."""
        if not self.moves:
            return self.planned
        inputs, blocks = self.inputs, []
        for block in self.planned:
            if block.kind == "base":
                capacity = {t: block.capacity[t] - sum(
                    x for (i, _, u), x in self.moves.items() if i == block.name and u <= t) for t in YEARS}
                block = Block(block.name, block.province, "base", capacity, block.intensity,
                              block.utilisation, block.coal, block.renewable, False, block.origin)
            blocks.append(block)
        for i, q in sorted({(i, q) for i, q, _ in self.moves}):
            ratio = inputs.parameter("replacement_ratio", None, q)
            home = inputs.smelters[i].province
            blocks.append(Block(
                f"{i}>{q}", q, "chosen",
                {t: sum(x for (j, d, u), x in self.moves.items() if (j, d) == (i, q) and u <= t) / ratio
                 for t in YEARS},
                {t: inputs.parameter("new_build_electricity", t, q) / 1000 for t in YEARS},
                {t: inputs.utilisation[home, t] for t in YEARS}, 0.0, 0.0, True, i))
        return blocks

    def _supplies(self):
        self.block_supply, self.supply = {}, {}
        self.blocks_of = defaultdict(list)
        for block in self.blocks:
            self.blocks_of[block.province].append(block)
        for p in self.inputs.provinces:
            for t in YEARS:
                total = Supply()
                for block in self.blocks_of[p]:
                    output = block.capacity[t] * block.utilisation[t] * (1 - self.power[p, t].cut)
                    use = output * block.intensity[t]
                    part = Supply(output, use, use * block.coal, use * block.renewable,
                                  use * (1 - block.coal - block.renewable))
                    self.block_supply[block.name, t] = part
                    total += part
                self.supply[p, t] = total

    # -- green power --------------------------------------------------------------------------

    def bought(self, p, t) -> float:
        """Green options of a province and year."""
        return sum(self.options[o, p, t] for o in OPTIONS)

    def left(self, p, t) -> tuple[float, float]:
        """Captive coal and grid power left after green options."""
        amount, alpha = self.bought(p, t), self.alpha[p, t]
        return self.supply[p, t].coal - alpha * amount, self.supply[p, t].grid - (1 - alpha) * amount

    def grid_credited(self, p, t, grid) -> float:
        """Grid power credited under the judged rule, with the pool."""
        return min(self.power[p, t].phi(self.inputs.rule) * grid, self.inputs.pool.get((p, t), np.inf))

    def block_quota(self, block, t):
        """Quota a block carries."""
        inputs, own = self.inputs, self.inputs.quota.get((block.province, t))
        if own is not None and block.kind == "chosen" and inputs.quota_follows == "stricter":
            home = inputs.smelters[block.origin].province
            return max(own, inputs.quota.get((home, t), 0.0))
        return own

    def requirement(self, p, t) -> float:
        """Green power asked for by the quota."""
        return sum((self.block_quota(b, t) or 0.0) * self.block_supply[b.name, t].electricity
                   for b in self.blocks_of[p])

    def needs(self, p, t) -> tuple[float, float]:
        """What is missing before any purchase: pooled by province, and smelter by smelter."""
        here = self.supply[p, t]
        credited = self.grid_credited(p, t, here.grid)
        pooled = max(0.0, self.requirement(p, t) - here.renewable - credited)
        single = 0.0
        for block in self.blocks_of[p]:
            part = self.block_supply[block.name, t]
            green = part.renewable + (credited * part.grid / here.grid if here.grid > 0 else 0.0)
            single += max(0.0, (self.block_quota(block, t) or 0.0) * part.electricity - green)
        return pooled, single

    def evaluated_volume(self, p, t) -> tuple[float, float]:
        """Green aluminium by the credited rule, and by the judged rule, with certificates by block."""
        here, power = self.supply[p, t], self.power[p, t]
        coal, grid = self.left(p, t)
        alpha, amount, z = self.alpha[p, t], self.bought(p, t), self.certificates[p, t]
        judged = self.grid_credited(p, t, grid)
        parts = []
        for block in self.blocks_of[p]:
            part = self.block_supply[block.name, t]
            from_coal = alpha * amount * part.coal / here.coal if here.coal > 0 else 0.0
            from_grid = (1 - alpha) * amount * part.grid / here.grid if here.grid > 0 else 0.0
            grid_left = part.grid - from_grid
            own = part.renewable + from_coal + from_grid
            share = judged * grid_left / grid if grid > 0 else 0.0
            lacking = max(0.0, self.inputs.quota.get((p, t), 0.0) * part.electricity - own - share)
            brown = max(0.0, part.electricity - own - share)
            parts.append((part, own, grid_left, share, lacking, brown))
        lacking, brown = sum(x[4] for x in parts), sum(x[5] for x in parts)
        credited = judged_volume = 0.0
        for part, own, grid_left, share, lack, rest in parts:
            if part.electricity <= 0:
                continue
            certificate = z * (lack / lacking if lacking > 0 else rest / brown if brown > 0 else 0.0)
            if t == BASE:
                phi_grid, certificate = power.grid_renewable * grid_left, 0.0
                share = phi_grid
            elif self.inputs.rule == "credited":
                phi_grid = share
            else:
                phi_grid = power.credited * grid_left
            credited += part.output * min(1.0, (own + phi_grid + certificate) / part.electricity)
            judged_volume += part.output * min(1.0, (own + share + certificate) / part.electricity)
        return credited, judged_volume

    # -- cost ---------------------------------------------------------------------------------

    def costs(self, p, t) -> dict[str, float]:
        """Parts of the yearly cost of a province, million CNY."""
        inputs, here = self.inputs, self.supply[p, t]
        coal, grid = self.left(p, t)
        cost = defaultdict(float)
        if here.coal > 0:
            cost["Power|Captive Coal"] = here.coal * inputs.need_price("captive_coal", p, t)
        cost["Power|Captive Renewable"] = here.renewable * inputs.parameter("captive_renewable_cost", t, p)
        for block in self.blocks_of[p]:
            part = self.block_supply[block.name, t]
            if part.grid > 0:
                supply = "grid_newcomer" if block.newcomer else "grid"
                cost["Power|Grid"] += part.grid * inputs.need_price(supply, p, t)
        for option in OPTIONS:
            amount = self.options[option, p, t]
            if amount > 0:
                offer = inputs.supply[option, p, t]
                cost["Green Options"] += offer["price"] * amount + offer["price_slope"] * amount ** 2 / 2
        z, total = self.certificates[p, t], self.national_certificates(t)
        if z > 0:
            price, slope = inputs.certificates["price"][t], inputs.certificates["price_slope"][t]
            cost["Certificates"] = (price * total + slope * total ** 2 / 2) * z / total
        annuity = inputs.annuity(p)
        cost["Capital"] = annuity * inputs.moving_cost.get((p, "new_build_capital"), 0.0) * sum(
            b.capacity[t] for b in self.blocks_of[p] if b.kind != "base")
        closed = sum(x.capacity for x in inputs.transfers
                     if inputs.smelters[x.smelter].province == p and x.year <= t)
        closed += sum(x for (i, _, u), x in self.moves.items() if inputs.smelters[i].province == p and u <= t)
        cost["Closing"] = annuity * inputs.moving_cost.get((p, "closing"), 0.0) * closed
        cost["Freight"] = inputs.freight_per_tonne(p, t) * here.output
        covered = 0.0
        # The base year is over: a scenario's coverage begins after it.
        base = t == BASE
        if inputs.covers_direct or base:
            free = inputs.parameter("ets_free_share", t, p)
            covered += (1 - free) * inputs.direct_factor(p, t) * here.output
        if inputs.covers_coal and not base:
            covered += coal * inputs.parameter("captive_coal_emission_factor", t, p)
        if inputs.covers_grid and not base:
            covered += grid * self.power[p, t].factor
        cost["Carbon"] = inputs.parameter("carbon_price", t, p) * covered
        green = here.renewable + self.grid_credited(p, t, grid) + self.bought(p, t)
        cost["Green Premium"] = -self.premium(p, t) * green
        lost = self.drought_loss(p, t)
        for (i, q, u), x in self.moves.items():
            if q == p and u <= t:
                home = inputs.smelters[i].province
                lost += x * (1 - 1 / inputs.parameter("replacement_ratio", None, q)) \
                    * inputs.utilisation[home, t]
        cost["Lost Output"] = inputs.parameter("lost_output_value", t, p) * lost
        return cost

    def premium(self, p, t) -> float:
        """Green premium per MWh."""
        reference = self.inputs.parameter("green_premium_reference_electricity", t, p) / 1000
        return self.inputs.parameter("green_premium", t, p) / reference

    def drought_loss(self, p, t) -> float:
        """Output lost to a dry year."""
        return self.power[p, t].cut * sum(b.capacity[t] * b.utilisation[t] for b in self.blocks_of[p])

    def national_certificates(self, t) -> float:
        """Certificates bought in a year."""
        return sum(self.certificates[p, t] for p in self.inputs.provinces)

    def total_cost(self, t) -> float:
        """Cost of the nation in a year."""
        return sum(sum(self.costs(p, t).values()) for p in self.inputs.provinces)

    def emissions(self, t) -> float:
        """Scope 1 and location-based scope 2 of the nation in a year."""
        total = 0.0
        for p in self.inputs.provinces:
            coal, grid = self.left(p, t)
            total += self.supply[p, t].output * self.inputs.direct_factor(p, t)
            total += coal * self.inputs.parameter("captive_coal_emission_factor", t, p)
            total += grid * self.power[p, t].factor
        return total

    # -- result rows --------------------------------------------------------------------------

    def rows(self):
        """Result rows: {(variable, region, year): value}, units by variable, and other readings.

        The third mapping holds, for values where the specification can be read in more than one way,
        {(variable, region, year): {reading: value}}.
        """
        report = _Report(self)
        for t in YEARS:
            for p in self.inputs.provinces:
                report.province(p, t)
            report.china(t)
        return report.values, report.units, report.readings


AL = "Aluminum"


class _Report:
    """Collects result rows for provinces and China."""

    def __init__(self, projection: Projection):
        self.projection = projection
        self.inputs = projection.inputs
        self.values: dict[tuple, float] = {}
        self.units: dict[str, str] = {}
        self.readings: dict[tuple, dict[str, float]] = {}
        self.sums: dict[tuple, float] = defaultdict(float)
        self.other_sums: dict[tuple, dict[str, float]] = {}

    def put(self, variable, unit, region, year, value, **readings):
        """Store one value with other readings of it."""
        self.units[variable] = unit
        self.values[variable, region, year] = value
        if readings:
            self.readings[variable, region, year] = readings

    def add(self, variable, unit, p, year, value, **readings):
        """Store a province's extensive value and add it to China's."""
        self.put(variable, unit, f"China|{self.inputs.names[p]}", year, value, **readings)
        self.sums[variable, year] += value
        if readings:
            store = self.other_sums.setdefault((variable, year), defaultdict(float))
            for reading, other in readings.items():
                store[reading] += other

    def province(self, p, t):
        """All rows of a province and year."""
        j, inputs = self.projection, self.inputs
        here, power = j.supply[p, t], j.power[p, t]
        region = f"China|{inputs.names[p]}"
        coal, grid = j.left(p, t)
        bought, z = j.bought(p, t), j.certificates[p, t]
        self._fleet(p, t)
        use = "Electricity Use|Aluminum"
        self.add(use, "TWh/yr", p, t, here.electricity)
        self.add(f"{use}|Captive Coal", "TWh/yr", p, t, here.coal)
        self.add(f"{use}|Captive Renewable", "TWh/yr", p, t, here.renewable)
        self.add(f"{use}|Grid", "TWh/yr", p, t, here.grid)
        self.add(f"{use}|Captive Coal after Options", "TWh/yr", p, t, coal)
        self.add(f"{use}|Grid after Options", "TWh/yr", p, t, grid)
        self.add("Final Energy|Industry|Non-Ferrous Metals|Aluminum|Electricity", "EJ/yr", p, t,
                 here.electricity * EJ_PER_TWH)
        credited = j.grid_credited(p, t, grid)
        numerators = {}
        for name, rule in (("Location", "location"), ("Strict", "strict"), ("Credited", "credited"),
                           ("Clean", "clean")):
            open_grid = power.phi(rule) * grid
            pooled = min(open_grid, inputs.pool.get((p, t), np.inf))
            extra = bought + (z if rule in ("credited", "strict") else 0.0)
            green = here.renewable + (pooled if rule == inputs.rule else open_grid) + extra
            numerators[name] = min(green, here.electricity)
            self.add(f"Green Electricity|{AL}|{name}", "TWh/yr", p, t, numerators[name],
                     pool_in_every_rule=min(here.renewable + pooled + extra, here.electricity))
        self.add(f"Green Electricity|{AL}|Grid Credited", "TWh/yr", p, t, credited)
        for option, name in OPTION_NAMES.items():
            self.add(f"Green Electricity|{AL}|Options|{name}", "TWh/yr", p, t, j.options[option, p, t])
        self.add(f"Green Electricity|{AL}|Certificates", "TWh/yr", p, t, z)
        if here.electricity > 0:
            for name, amount in numerators.items():
                self.put(f"Green Power Share|{AL}|{name}", "%", region, t, 100 * amount / here.electricity)
        self._quota(p, t, here, credited, bought, z)
        self._emissions(p, t, here, coal, grid, credited, z)
        volume, judged_volume = j.evaluated_volume(p, t)
        self.add("Green Aluminum|Evaluated Volume", "Mt/yr", p, t, volume, by_judged_rule=judged_volume)
        self._costs(p, t, z)
        self._indicators(p, t, here)
        self._power(p, t, region, here, grid)

    def _fleet(self, p, t):
        j, inputs = self.projection, self.inputs
        here = j.supply[p, t]
        self.add("Production|Non-Ferrous Metals|Aluminum|Primary", "Mt/yr", p, t, here.output)
        self.add("Capacity|Aluminum|Primary", "Mt/yr", p, t, sum(b.capacity[t] for b in j.blocks_of[p]))
        name = "Capacity Transfer|Aluminum"
        now = [x for x in inputs.transfers if x.year == t]
        self.add(f"{name}|Arrivals|Planned", "Mt/yr", p, t,
                 sum(x.capacity / x.ratio for x in now if x.destination == p))
        self.add(f"{name}|Departures|Planned", "Mt/yr", p, t,
                 sum(x.capacity for x in now if inputs.smelters[x.smelter].province == p))
        ratio = inputs.parameter("replacement_ratio", None, p)
        self.add(f"{name}|Arrivals|Chosen", "Mt/yr", p, t,
                 sum(x for (_, q, u), x in j.moves.items() if q == p and u == t) / ratio)
        self.add(f"{name}|Departures|Chosen", "Mt/yr", p, t,
                 sum(x for (i, _, u), x in j.moves.items()
                     if inputs.smelters[i].province == p and u == t))
        self.add("Production Lost|Aluminum|Drought", "Mt/yr", p, t, j.drought_loss(p, t))

    def _quota(self, p, t, here, credited, bought, z):
        j, name = self.projection, "Green Power Quota|Aluminum"
        quota = self.inputs.quota.get((p, t))
        if quota is None or here.electricity <= 0:
            return
        requirement = j.requirement(p, t)
        pooled, single = j.needs(p, t)
        self.add(f"{name}|Requirement", "TWh/yr", p, t, requirement)
        self.add(f"{name}|Shortfall", "TWh/yr", p, t,
                 max(0.0, requirement - here.renewable - credited - bought - z))
        self.add(f"{name}|Need|Pooled", "TWh/yr", p, t, pooled)
        self.add(f"{name}|Need|Individual", "TWh/yr", p, t, single)
        self.put(f"{name}|Share", "%", f"China|{self.inputs.names[p]}", t,
                 100 * requirement / here.electricity, of_the_province=100 * quota)
        self.sums["quota electricity", t] += here.electricity

    def _emissions(self, p, t, here, coal, grid, credited, z):
        j, inputs, name, unit = self.projection, self.inputs, "Emissions|CO2e|Aluminum", "Mt CO2-equiv/yr"
        coal_factor = inputs.parameter("captive_coal_emission_factor", t, p)
        direct = here.output * inputs.direct_factor(p, t)
        location = grid * j.power[p, t].factor
        self.add(f"{name}|Direct", unit, p, t, direct)
        self.add(f"{name}|Scope 1", unit, p, t, direct + coal * coal_factor)
        self.add(f"{name}|Scope 2|Location", unit, p, t, location)
        self.add(f"{name}|Scope 2|Market", unit, p, t,
                 j.power[p, t].residual * max(0.0, grid - credited - z))
        self.add(f"{name}|Power-Related", unit, p, t, coal * coal_factor + location)
        self.add(f"{name}|Avoided", unit, p, t,
                 here.electricity * coal_factor - coal * coal_factor - location)
        if here.output > 0:
            self.put("Carbon Footprint|Aluminum", "t CO2-equiv/t", f"China|{inputs.names[p]}", t,
                     (direct + coal * coal_factor + location) / here.output)
            self.put("Electricity Intensity|Aluminum", "kWh/t", f"China|{inputs.names[p]}", t,
                     1000 * here.electricity / here.output)

    def _costs(self, p, t, z):
        j, inputs, unit = self.projection, self.inputs, "million CNY/yr"
        cost = j.costs(p, t)
        for part in ("Power|Captive Coal", "Power|Captive Renewable", "Power|Grid", "Green Options",
                     "Certificates", "Capital", "Closing", "Freight", "Carbon", "Green Premium",
                     "Lost Output"):
            self.add(f"Cost|Aluminum|{part}", unit, p, t, cost.get(part, 0.0))
        self.add("Cost|Aluminum", unit, p, t, sum(cost.values()))
        price = inputs.certificates["price"][t] \
            + inputs.certificates["price_slope"][t] * j.national_certificates(t)
        self.add("Certificate Payment|Aluminum", unit, p, t, price * z)
        self.put("Price|Certificate", "CNY/MWh", "China", t, price)

    def _indicators(self, p, t, here):
        j, parameter = self.projection, self.inputs.parameter
        new = sum(j.block_supply[b.name, t].output for b in j.blocks_of[p] if b.kind != "base")
        old = here.output - new
        capacity = sum(b.capacity[t] for b in j.blocks_of[p])
        self.add("Standard Coal Equivalent|Aluminum", "Mtce/yr", p, t,
                 here.electricity * parameter("standard_coal_per_kwh", t, p))
        for gas, name in (("so2", "SO2"), ("dust", "Dust")):
            self.add(f"Emissions|{name}|Aluminum", "kt/yr", p, t,
                     old * parameter(f"{gas}_at_limit", t, p) + new * parameter(f"{gas}_best", t, p))
        self.add("Emissions|Fluoride|Aluminum", "kt/yr", p, t,
                 old * parameter("fluoride_existing", t, p) + new * parameter("fluoride_best", t, p))
        self.add("Solid Waste Avoided|Aluminum", "kt/yr", p, t,
                 new * (parameter("solid_waste_avoided_butts", t, p)
                        + parameter("solid_waste_avoided_cells", t, p)))
        for name in ("Direct", "Downstream", "Chain"):
            self.add(f"Employment|Aluminum|{name}", "persons", p, t,
                     capacity * parameter(f"jobs_{name.lower()}", t, p))
        for name in ("Smelter", "Downstream", "Chain"):
            self.add(f"Industrial Output|Aluminum|{name}", "million CNY/yr", p, t,
                     here.output * parameter(f"output_value_{name.lower()}", t, p))
        self.add("Tax Revenue|Aluminum", "million CNY/yr", p, t,
                 here.output * parameter("output_value_smelter", t, p)
                 * parameter("tax_share_of_output_value", t, p))
        full = here.output * parameter("liquid_delivery_share", t, p) * parameter("remelting_energy", t, p)
        self.add("Energy Saved|Aluminum|Liquid Delivery", "ktce/yr", p, t,
                 full * parameter("remelting_saving", t, p), all_remelting_energy=full)

    def _power(self, p, t, region, here, grid):
        power, inputs = self.projection.power[p, t], self.inputs
        name = "Secondary Energy|Electricity"
        self.add(name, "EJ/yr", p, t, power.total * EJ_PER_TWH)
        for k in ("hydro", "wind", "solar", "nuclear", "thermal"):
            self.add(f"{name}|{k.capitalize()}", "EJ/yr", p, t, power.mix[k] * EJ_PER_TWH)
        self.add("Curtailment|Electricity|Wind and Solar", "TWh/yr", p, t, power.curtailed_variable)
        self.add("Curtailment|Electricity|Hydro", "TWh/yr", p, t, power.curtailed_hydro)
        self.put("Renewable Share|Electricity", "%", region, t, 100 * power.renewable_share)
        self.put("Clean Share|Electricity", "%", region, t, 100 * power.clean_share)
        self.put("Grid Renewable Share", "%", region, t, 100 * power.grid_renewable)
        self.put("Grid Clean Share", "%", region, t, 100 * power.grid_clean)
        self.put("Grid Credited Share", "%", region, t, 100 * power.credited,
                 by_judged_rule=100 * power.phi(inputs.rule))
        self.put("Drought Cut|Aluminum", "%", region, t, 100 * power.cut)
        self.put("Emission Factor|Electricity|Grid", "t CO2/MWh", region, t, power.factor)
        self.sums["factor by smelting electricity", t] += power.factor * here.electricity
        self.sums["factor by generation", t] += power.factor * power.total
        for share in ("renewable_share", "clean_share"):
            self.sums[f"{share} by smelting electricity", t] += getattr(power, share) * here.electricity
        if power.total > 0:
            shape = inputs.hydro_shape.get(p) or {m: 1 / 12 for m in range(1, 13)}
            months = self._months(power, shape)
            scale = sum(shape.values())
            scaled = self._months(power, {m: s / scale for m, s in shape.items()})
            self.put("Firm Renewable Share|Least Month", "%", region, t, 100 * min(months),
                     shape_scaled_to_one=100 * min(scaled))
            self.put("Firm Renewable Share|Dry Half-Year", "%", region, t, 100 * self._half_year(months),
                     shape_scaled_to_one=100 * self._half_year(scaled))

    @staticmethod
    def _months(power, shape):
        flat = (power.mix["wind"] + power.mix["solar"]) / 12
        return [min(1.0, (power.mix["hydro"] * shape[m] + flat) / (power.total / 12)) for m in range(1, 13)]

    @staticmethod
    def _half_year(months):
        return min(sum(months[(start + k) % 12] for k in range(6)) / 6 for start in range(12))

    def china(self, t):
        """Rows of the nation in a year."""
        extensive = [v for v, year in self.sums if year == t and v in self.units]
        for variable in extensive:
            readings = self.other_sums.get((variable, t), {})
            self.put(variable, self.units[variable], "China", t, self.sums[variable, t], **readings)

        def total(variable):
            return self.sums.get((variable, t), 0.0)

        electricity, output = total("Electricity Use|Aluminum"), total(
            "Production|Non-Ferrous Metals|Aluminum|Primary")
        name = "Secondary Energy|Electricity"
        if electricity > 0:
            for rule in ("Location", "Strict", "Credited", "Clean"):
                self.put(f"Green Power Share|{AL}|{rule}", "%", "China", t,
                         100 * total(f"Green Electricity|{AL}|{rule}") / electricity)
            factor = total("Emissions|CO2e|Aluminum|Scope 2|Location")
            after = total("Electricity Use|Aluminum|Grid after Options")
            readings = {"by_generation": total("factor by generation") / (total(name) / EJ_PER_TWH)}
            if after > 0:
                readings["by_grid_power_after_options"] = factor / after
            self.put("Emission Factor|Electricity|Grid", "t CO2/MWh", "China", t,
                     total("factor by smelting electricity") / electricity, **readings)
        if self.sums.get(("quota electricity", t), 0.0) > 0:
            self.put("Green Power Quota|Aluminum|Share", "%", "China", t,
                     100 * total("Green Power Quota|Aluminum|Requirement") / total("quota electricity"))
        if output > 0:
            self.put("Electricity Intensity|Aluminum", "kWh/t", "China", t, 1000 * electricity / output)
            self.put("Carbon Footprint|Aluminum", "t CO2-equiv/t", "China", t,
                     (total("Emissions|CO2e|Aluminum|Scope 1")
                      + total("Emissions|CO2e|Aluminum|Scope 2|Location")) / output)
        if total(name) > 0:
            renewable = sum(total(f"{name}|{k.capitalize()}") for k in RENEWABLE)
            readings = {}
            for share, amount in (("renewable_share", renewable),
                                  ("clean_share", renewable + total(f"{name}|Nuclear"))):
                if electricity > 0:
                    readings = {"by_smelting_electricity":
                                100 * total(f"{share} by smelting electricity") / electricity}
                self.put(share.replace("_", " ").title() + "|Electricity", "%", "China", t,
                         100 * amount / total(name), **readings)


# ---------------------------------------------------------------------------------------------
# Run: purchases without a plan
# ---------------------------------------------------------------------------------------------


class Buyer:
    """A short province in one year that buys options and certificates in merit order."""

    def __init__(self, projection: Projection, p, t):
        inputs = projection.inputs
        self.province = p
        self.need = projection.needs(p, t)[0]
        here, alpha = projection.supply[p, t], projection.alpha[p, t]
        self.phi = projection.power[p, t].phi(inputs.rule)
        self.grid, self.grid_part = here.grid, 1 - alpha
        self.pool = inputs.pool.get((p, t), np.inf)
        self.room = here.coal + here.grid
        self.offers = []
        for option in OPTIONS:
            offer = inputs.supply.get((option, p, t))
            if offer and offer["limit"] > 0 and offer["price"] is not None:
                self.offers.append((option, offer["price"], offer["price_slope"], offer["limit"]))
        self.certificate_cap = 0.0
        if inputs.certificates_count():
            self.certificate_cap = inputs.certificates["max_share"][t] / 100 * projection.requirement(p, t)

    def gain(self, amount) -> float:
        """Credited power won by an amount of options, the grid power they displace taken off."""
        credited = min(self.phi * (self.grid - self.grid_part * amount), self.pool)
        return amount + credited - min(self.phi * self.grid, self.pool)

    def amount_for(self, gain) -> float:
        """Amount of options that wins a gain (infinite where none can)."""
        loss = self.phi * self.grid_part
        idle = (self.phi * self.grid - self.pool) / loss if loss > 0 else 0.0
        if gain <= max(0.0, idle):
            return gain
        idle = max(0.0, idle)
        return idle + (gain - idle) / (1 - loss) if loss < 1 else np.inf

    def offered(self, price) -> dict[str, float]:
        """Options whose marginal price is not above a price."""
        result = {}
        for option, first, slope, limit in self.offers:
            if price < first:
                result[option] = 0.0
            else:
                result[option] = min(limit, (price - first) / slope) if slope > 0 else limit
        return result

    def options_up_to(self, price, need) -> dict[str, float]:
        """Options bought in merit order up to a marginal price, no more than the need asks for."""
        wanted = min(self.amount_for(need), self.room)
        full = self.offered(price)
        if sum(full.values()) <= wanted:
            return full
        low = min(first for _, first, _, _ in self.offers) - 1
        high = min(price, max(first + slope * limit for _, first, slope, limit in self.offers))
        for _ in range(200):
            middle = (low + high) / 2
            if sum(self.offered(middle).values()) <= wanted:
                low = middle
            else:
                high = middle
        lower, upper = self.offered(low), self.offered(high)
        step, rest = sum(upper.values()) - sum(lower.values()), wanted - sum(lower.values())
        part = rest / step if step > 0 else 0.0
        return {o: lower[o] + part * (upper[o] - lower[o]) for o in lower}


def purchases(inputs: Inputs, moves=None):
    """Options and certificates bought without a plan: (options, certificates)."""
    bare = Projection(inputs, moves)
    options, certificates = {}, {}
    for t in FUTURE:
        buyers = []
        for p in inputs.provinces:
            if inputs.shortfall_weight(p, t) > 0:
                buyer = Buyer(bare, p, t)
                if buyer.need > 0:
                    buyers.append(buyer)
        limit = inputs.certificates["limit"][t] if inputs.certificates_count() else 0.0
        first, slope = inputs.certificates["price"][t], inputs.certificates["price_slope"][t]

        def demand(price):
            """Certificates asked for by each buyer at a market price."""
            result = []
            for buyer in buyers:
                won = buyer.gain(sum(buyer.options_up_to(price, buyer.need).values()))
                result.append(min(buyer.certificate_cap, max(0.0, buyer.need - won)))
            return result

        price = first + slope * limit
        asked = demand(price) if limit > 0 else [0.0] * len(buyers)
        if limit > 0 and sum(asked) < limit:
            low, high = first, price
            for _ in range(200):
                middle = (low + high) / 2
                if first + slope * sum(demand(middle)) > middle:
                    low = middle
                else:
                    high = middle
            price = high
            asked = demand(price)
        share = min(1.0, limit / sum(asked)) if sum(asked) > 0 else 0.0
        for buyer, wish in zip(buyers, asked):
            z = wish * share
            bought = buyer.options_up_to(np.inf, buyer.need - z)
            for option, amount in bought.items():
                options[option, buyer.province, t] = amount
            certificates[buyer.province, t] = z
    return options, certificates


def run(inputs: Inputs, moves=None) -> Projection:
    """The projection without a plan."""
    options, certificates = purchases(inputs, moves)
    return Projection(inputs, moves, options, certificates)


# ---------------------------------------------------------------------------------------------
# Plan: the relocation problem
# ---------------------------------------------------------------------------------------------


class Expression(dict):
    """A linear expression: variable index to coefficient, with a constant."""

    def __init__(self, constant=0.0, terms=None):
        super().__init__(terms or {})
        self.constant = constant

    def plus(self, other, factor=1.0):
        """This expression plus a factor times another."""
        result = Expression(self.constant + factor * other.constant, self)
        for index, value in other.items():
            result[index] = result.get(index, 0.0) + factor * value
        return result

    def term(self, index, value):
        """Add a term in place."""
        self[index] = self.get(index, 0.0) + value

    def value(self, point) -> float:
        """Value at a point."""
        return self.constant + sum(point[index] * value for index, value in self.items())


@dataclass
class Solution:
    """Answer of a solver, with the plan in it."""

    status: str
    objective: float = float("nan")
    dual_objective: float = float("nan")
    moves: dict = None
    options: dict = None
    certificates: dict = None
    shortfall: dict = None
    violation: float = float("nan")


class RelocationProblem:
    """Section 3 as a quadratic program: minimise 1/2 x'Px + q'x + constant with Gx <= h, x >= 0.

    `fixed_moves`, where given, freezes the moves, so that only the purchases are chosen. `only_year`,
    where given, decides and pays for that year alone (myopic foresight), with `earlier` the moves of
    the years before it, which stay; limits of stock, hosting and ceiling hold in later years too.
    """

    def __init__(self, inputs: Inputs, fixed_moves=None, only_year=None, earlier=None, bare=None):
        self.inputs = inputs
        self.bare = bare or Projection(inputs)
        self.fixed_moves = fixed_moves
        self.earlier = earlier or {}
        self.decided = FUTURE if only_year is None else (only_year,)
        self.limited = tuple(t for t in FUTURE if t >= self.decided[0])
        self.ratio = {p: inputs.parameter("replacement_ratio", None, p) for p in inputs.provinces}
        self.variables: list[tuple] = []
        self.index: dict[tuple, int] = {}
        self.quadratic: list[tuple] = []
        self.linear: Expression = Expression()
        self.rows: list[tuple] = []  # (name, expression) meaning expression <= 0
        self.equalities: list[tuple] = []  # (index, value)
        self._variables()
        self._balances()
        self._constraints()
        self._objective()

    # -- construction -------------------------------------------------------------------------

    def _add(self, *key):
        self.index[key] = len(self.variables)
        self.variables.append(key)

    def _variables(self):
        inputs = self.inputs
        start = inputs.parameter("first_decision_year") + inputs.parameter("lead_time")
        hosts = [q for q in inputs.provinces if any(v > 0 for v in inputs.hosting.get(q, {}).values())]
        for smelter in inputs.smelters.values():
            for q in hosts:
                for t in FUTURE:
                    if q == smelter.province or smelter.capacity <= 0:
                        continue
                    if t not in self.decided:
                        if (smelter.name, q, t) in self.earlier:
                            self._add("x", smelter.name, q, t)
                        continue
                    if self.fixed_moves is None:
                        wanted = t >= start and smelter.movable > 0
                    else:
                        wanted = (smelter.name, q, t) in self.fixed_moves
                    if wanted:
                        self._add("x", smelter.name, q, t)
        for p in inputs.provinces:
            for t in self.decided:
                self._add("y", p, t)
                for option in OPTIONS:
                    offer = inputs.supply.get((option, p, t))
                    if offer and offer["limit"] > 0:
                        self._add("v", option, p, t)
                if inputs.certificates_count():
                    self._add("z", p, t)
                if inputs.mode == "soft" and inputs.shortfall_weight(p, t) > 0:
                    self._add("s", p, t)
        for t in self.decided:
            if inputs.certificates_count():
                self._add("Z", t)

    def _moves_by(self, year):
        """Indices of moves in effect in a year: (index, smelter, destination)."""
        for key, index in self.index.items():
            if key[0] == "x" and key[3] <= year:
                yield index, self.inputs.smelters[key[1]], key[2]

    def _balances(self):
        """Electricity, captive coal and renewable, grid and requirement as linear expressions."""
        inputs, bare = self.inputs, self.bare
        self.electricity, self.coal, self.own, self.grid = {}, {}, {}, {}
        self.output, self.asked = {}, {}
        for p in inputs.provinces:
            for t in FUTURE:
                here = bare.supply[p, t]
                self.electricity[p, t] = Expression(here.electricity)
                self.coal[p, t] = Expression(here.coal)
                self.own[p, t] = Expression(here.renewable)
                self.grid[p, t] = Expression(here.grid)
                self.output[p, t] = Expression(here.output)
                self.asked[p, t] = Expression(inputs.quota.get((p, t), 0.0) * here.electricity)
        for t in FUTURE:
            for index, smelter, q in self._moves_by(t):
                p = smelter.province
                run_rate = inputs.utilisation[p, t]
                left = run_rate * (1 - bare.power[p, t].cut)
                use = left * inputs.intensity(smelter, t)
                self.output[p, t].term(index, -left)
                self.electricity[p, t].term(index, -use)
                self.coal[p, t].term(index, -use * smelter.coal)
                self.own[p, t].term(index, -use * smelter.renewable)
                self.grid[p, t].term(index, -use * (1 - smelter.coal - smelter.renewable))
                self.asked[p, t].term(index, -use * inputs.quota.get((p, t), 0.0))
                opened = run_rate * (1 - bare.power[q, t].cut) / self.ratio[q]
                new_use = opened * inputs.parameter("new_build_electricity", t, q) / 1000
                self.output[q, t].term(index, opened)
                self.electricity[q, t].term(index, new_use)
                self.grid[q, t].term(index, new_use)
                quota = inputs.quota.get((q, t), 0.0)
                if inputs.quota_follows == "stricter" and (q, t) in inputs.quota:
                    quota = max(quota, inputs.quota.get((p, t), 0.0))
                self.asked[q, t].term(index, new_use * quota)
        self.bought, self.coal_left, self.grid_left = {}, {}, {}
        for p in inputs.provinces:
            for t in FUTURE:
                bought = Expression(0.0, {self.index["v", o, p, t]: 1.0
                                          for o in OPTIONS if ("v", o, p, t) in self.index})
                alpha = bare.alpha[p, t]
                self.bought[p, t] = bought
                self.coal_left[p, t] = self.coal[p, t].plus(bought, -alpha)
                self.grid_left[p, t] = self.grid[p, t].plus(bought, alpha - 1)

    def _at_most(self, name, expression, limit):
        """Add the row expression <= limit; rows without variables are checked, not added."""
        row = expression.plus(Expression(-limit))
        if row:
            self.rows.append((name, row))
        elif row.constant > 1e-9 * max(1.0, abs(limit)):
            self.rows.append((name, Expression(row.constant, {0: 0.0})))

    def _constraints(self):
        inputs, bare = self.inputs, self.bare
        if self.fixed_moves is None:
            self._stock_and_pace()
        else:
            self.equalities = [(self.index[("x", *key)], x) for key, x in self.fixed_moves.items()]
        self.equalities += [(self.index[("x", *key)], x) for key, x in self.earlier.items()]
        for p in inputs.provinces:
            for t in self.decided:
                y = Expression(0.0, {self.index["y", p, t]: 1.0})
                self._at_most(f"C5 {p} {t}", y.plus(self.grid_left[p, t], -bare.power[p, t].phi(inputs.rule)), 0)
                if (p, t) in inputs.pool:
                    self._at_most(f"C5 pool {p} {t}", y, inputs.pool[p, t])
                if self.bought[p, t]:
                    zero = Expression()
                    self._at_most(f"C5 coal {p} {t}", zero.plus(self.coal_left[p, t], -1.0), 0)
                    self._at_most(f"C5 grid {p} {t}", zero.plus(self.grid_left[p, t], -1.0), 0)
                self._quota(p, t, y)
                for o in OPTIONS:
                    if ("v", o, p, t) in self.index:
                        self._at_most(f"C7 {o} {p} {t}", Expression(0.0, {self.index["v", o, p, t]: 1.0}),
                                      inputs.supply[o, p, t]["limit"])
                if ("z", p, t) in self.index:
                    share = inputs.certificates["max_share"][t] / 100
                    z = Expression(0.0, {self.index["z", p, t]: 1.0})
                    self._at_most(f"C8 share {p} {t}", z.plus(self.asked[p, t], -share), 0)
        for t in self.decided:
            if ("Z", t) in self.index:
                total = Expression(0.0, {self.index["Z", t]: 1.0})
                self._at_most(f"C8 {t}", total, inputs.certificates["limit"][t])
                balance = Expression(0.0, {self.index["z", p, t]: 1.0 for p in inputs.provinces})
                self._at_most(f"sum of certificates {t}", balance.plus(total, -1.0), 0)
        self._caps()

    def _stock_and_pace(self):
        inputs, bare = self.inputs, self.bare
        standing = {b.name: b.capacity for b in bare.planned if b.kind == "base"}
        for smelter in inputs.smelters.values():
            planned = sum(x.capacity for x in inputs.transfers if x.smelter == smelter.name)
            for t in self.limited:
                gone = Expression(0.0, {i: 1.0 for i, s, _ in self._moves_by(t) if s is smelter})
                if not gone:
                    continue
                self._at_most(f"C1 {smelter.name} {t}", gone, standing[smelter.name][t])
                if t == LAST:
                    self._at_most(f"C1 movable {smelter.name}", gone,
                                  max(0.0, smelter.movable * smelter.capacity - planned))
                if t not in self.decided:
                    continue
                now = Expression(0.0, {i: 1.0 for key, i in self.index.items()
                                       if key[0] == "x" and key[1] == smelter.name and key[3] == t})
                pace = inputs.parameter("pace_per_smelter", t, smelter.province)
                self._at_most(f"C2 {smelter.name} {t}", now, pace * smelter.capacity)
        for t in self.limited:
            now = Expression(0.0, {i: 1.0 for key, i in self.index.items() if key[0] == "x" and key[3] == t})
            planned = sum(x.capacity for x in inputs.transfers
                          if x.year == t and inputs.smelters[x.smelter].province != x.destination)
            if now and t in self.decided:
                self._at_most(f"C2 {t}", now, max(0.0, inputs.parameter("pace_national", t) - planned))
            for q in inputs.provinces:
                opened = Expression(0.0, {i: 1 / self.ratio[q] for i, _, d in self._moves_by(t) if d == q})
                arrived = sum(x.capacity / x.ratio for x in inputs.transfers
                              if x.destination == q and x.year <= t)
                if opened:
                    self._at_most(f"C3 {q} {t}", opened,
                                  max(0.0, inputs.hosting[q].get(t, 0.0) - arrived))

    def _quota(self, p, t, y):
        if self.inputs.shortfall_weight(p, t) <= 0:
            return
        row = self.asked[p, t].plus(self.own[p, t], -1.0).plus(y, -1.0).plus(self.bought[p, t], -1.0)
        for kind in ("z", "s"):
            if (kind, p, t) in self.index:
                row.term(self.index[kind, p, t], -1.0)
        self._at_most(f"C6 {p} {t}", row, 0)

    def _caps(self):
        inputs, bare = self.inputs, self.bare
        for t in self.limited:
            capacity = Expression(sum(b.capacity[t] for b in bare.planned))
            for index, _, q in self._moves_by(t):
                capacity.term(index, 1 / self.ratio[q] - 1)
            self._at_most(f"C9 {t}", capacity, inputs.parameter("capacity_ceiling", t))
            if t not in self.decided:
                continue
            if t in inputs.emission_cap:
                emissions = Expression()
                for p in inputs.provinces:
                    emissions = emissions.plus(self.output[p, t], inputs.direct_factor(p, t))
                    emissions = emissions.plus(
                        self.coal_left[p, t], inputs.parameter("captive_coal_emission_factor", t, p))
                    emissions = emissions.plus(self.grid_left[p, t], bare.power[p, t].factor)
                self._at_most(f"C10 emissions {t}", emissions, inputs.emission_cap[t])
            if t in inputs.clean_share_floor:
                missing = Expression()
                for p in inputs.provinces:
                    missing = missing.plus(self.electricity[p, t], inputs.clean_share_floor[t])
                    missing = missing.plus(self.own[p, t], -1.0).plus(self.bought[p, t], -1.0)
                    missing = missing.plus(self.grid_left[p, t], -bare.power[p, t].grid_clean)
                self._at_most(f"C10 clean {t}", missing, 0)
        if inputs.capital_budget is not None:
            spent = Expression()
            for key, index in self.index.items():
                if key[0] == "x":
                    q = key[2]
                    spent.term(index, inputs.moving_cost[q, "new_build_capital"] / self.ratio[q])
            self._at_most("C10 capital", spent, float(inputs.capital_budget))

    def _objective(self):
        inputs, bare = self.inputs, self.bare
        cost = Expression()
        for t in self.decided:
            d = inputs.discount(t)
            for index, smelter, q in self._moves_by(t):
                cost.term(index, d * self._move_cost(smelter, q, t))
            for p in inputs.provinces:
                self._province_objective(cost, p, t, d)
            if ("Z", t) in self.index:
                cost.term(self.index["Z", t], d * inputs.certificates["price"][t])
                self._square(self.index["Z", t], self.index["Z", t], d * inputs.certificates["price_slope"][t])
            groups = defaultdict(list)
            for key, index in self.index.items():
                if key[0] == "x" and key[3] == t:
                    groups[key[1]].append(index)
            for name, members in groups.items():
                smelter = inputs.smelters[name]
                gamma = inputs.parameter("adjustment_cost_gamma", t, smelter.province)
                for a in members:
                    for b in members:
                        self._square(a, b, d * gamma / smelter.capacity)
                    self._square(a, a, d * gamma / 100 / smelter.capacity)
        self.linear = cost

    def _square(self, a, b, value):
        """Add value to the matrix P at (a, b); the objective holds 1/2 x'Px."""
        self.quadratic.append((a, b, value))

    def _move_cost(self, smelter, q, t):
        """Yearly cost of one unit of capacity moved: capital, closing, power, freight, lost output."""
        inputs, bare = self.inputs, self.bare
        p, ratio = smelter.province, self.ratio[q]
        rate = inputs.utilisation[p, t]
        left = rate * (1 - bare.power[p, t].cut)
        opened = rate * (1 - bare.power[q, t].cut) / ratio
        cost = inputs.annuity(q) * inputs.moving_cost[q, "new_build_capital"] / ratio
        if inputs.pay_permit:
            cost += inputs.annuity(q) * inputs.moving_cost[q, "permit"] / ratio
        cost += inputs.annuity(p) * inputs.moving_cost[p, "closing"]
        price = smelter.renewable * inputs.parameter("captive_renewable_cost", t, p)
        if smelter.coal > 0:
            price += smelter.coal * inputs.need_price("captive_coal", p, t)
        from_grid = 1 - smelter.coal - smelter.renewable
        if from_grid > 0:
            price += from_grid * inputs.need_price("grid", p, t)
        cost -= left * inputs.intensity(smelter, t) * price
        cost += opened * inputs.parameter("new_build_electricity", t, q) / 1000 \
            * inputs.need_price("grid_newcomer", q, t)
        cost += opened * inputs.freight_per_tonne(q, t) - left * inputs.freight_per_tonne(p, t)
        lost_here = rate * (1 - 1 / ratio) + rate * bare.power[q, t].cut / ratio
        cost += inputs.parameter("lost_output_value", t, q) * lost_here
        cost -= inputs.parameter("lost_output_value", t, p) * rate * bare.power[p, t].cut
        return cost

    def _province_objective(self, cost, p, t, d):
        """Carbon, premium, options and shortfall of a province and year."""
        inputs, bare = self.inputs, self.bare
        carbon = inputs.parameter("carbon_price", t, p)
        parts = []
        if inputs.covers_direct:
            free = inputs.parameter("ets_free_share", t, p)
            parts.append((self.output[p, t], carbon * (1 - free) * inputs.direct_factor(p, t)))
        if inputs.covers_coal:
            parts.append((self.coal_left[p, t],
                          carbon * inputs.parameter("captive_coal_emission_factor", t, p)))
        if inputs.covers_grid:
            parts.append((self.grid_left[p, t], carbon * bare.power[p, t].factor))
        premium = bare.premium(p, t)
        if premium:
            parts += [(self.own[p, t], -premium), (self.bought[p, t], -premium)]
            cost.term(self.index["y", p, t], -d * premium)
            cost.constant += d * premium * bare.grid_credited(p, t, bare.supply[p, t].grid)
        for expression, factor in parts:
            for index, value in expression.items():
                cost.term(index, d * factor * value)
        for o in OPTIONS:
            if ("v", o, p, t) in self.index:
                offer, index = inputs.supply[o, p, t], self.index["v", o, p, t]
                if offer["price"] is None:
                    raise ModelError(f"no price for {o} in {p} {t}")
                cost.term(index, d * offer["price"])
                self._square(index, index, d * offer["price_slope"])
        if ("s", p, t) in self.index:
            weight, index = inputs.shortfall_weight(p, t), self.index["s", p, t]
            cost.term(index, d * weight * inputs.parameter("quota_shortfall_penalty", t, p))
            self._square(index, index, d * weight * inputs.parameter("quota_shortfall_penalty_slope", t, p))

    # -- solution -----------------------------------------------------------------------------

    def matrices(self):
        """P, q, G, h with the sign rows left to the solver."""
        n = len(self.variables)
        a, b, value = zip(*self.quadratic) if self.quadratic else ((), (), ())
        p = sparse.csc_matrix((value, (a, b)), shape=(n, n))
        q = np.zeros(n)
        for index, item in self.linear.items():
            q[index] = item
        rows, columns, data, h = [], [], [], []
        for line, (_, row) in enumerate(self.rows):
            for index, item in row.items():
                if item != 0:
                    rows.append(line)
                    columns.append(index)
                    data.append(item)
            h.append(-row.constant)
        g = sparse.csc_matrix((data, (rows, columns)), shape=(len(self.rows), n))
        return p, q, g, np.array(h)

    def solve(self, solver="clarabel", tolerance=1e-11, verbose=False) -> Solution:
        """Solve and read the plan out of the answer."""
        p, q, g, h = self.matrices()
        size = abs(g).max(axis=1).toarray().ravel()
        size[size == 0] = 1.0
        scaled, limits = sparse.diags(1 / size) @ g, h / size
        equal = sparse.csc_matrix(
            (np.ones(len(self.equalities)), (range(len(self.equalities)), [i for i, _ in self.equalities])),
            shape=(len(self.equalities), len(q)))
        fixed = np.array([x for _, x in self.equalities])
        if solver == "clarabel":
            status, x, dual = _clarabel(p, q, equal, fixed, scaled, limits, tolerance, verbose)
        elif solver == "piqp":
            status, x, dual = _piqp(p, q, equal, fixed, scaled, limits, tolerance, verbose)
        else:
            raise ModelError(f"unknown solver {solver}")
        if status != "optimal":
            return Solution(status)
        violation = max(float(np.max(scaled @ x - limits, initial=0.0)), float(np.max(-x, initial=0.0)))
        x = np.maximum(x, 0.0)
        objective = float(q @ x + x @ (p @ x) / 2) + self.linear.constant

        def pick(kind):
            return {key[1:]: float(x[i]) for key, i in self.index.items() if key[0] == kind}

        return Solution(status, objective, dual + self.linear.constant, pick("x"), pick("v"), pick("z"),
                        pick("s"), violation)

    def broken_by(self, moves, tolerance=1e-6) -> list[tuple]:
        """Rows on moves alone (C1-C4, C9, capital) that given moves break: (row, by how much)."""
        point, broken = np.zeros(len(self.variables)), []
        for (i, q, t), x in moves.items():
            if ("x", i, q, t) in self.index:
                point[self.index["x", i, q, t]] = x
            else:
                broken.append((f"C4 or no such move: {i} to {q} in {t}", x))
        for name, row in self.rows:
            if all(self.variables[index][0] == "x" for index in row) and row.value(point) > tolerance:
                broken.append((name, row.value(point)))
        return broken

    def projection(self, solution: Solution, smallest=1e-9, smallest_move=1e-5) -> Projection:
        """The projection of a plan, with certificates at what the quota then needs."""
        moves = {key: x for key, x in solution.moves.items() if x >= smallest_move}
        options = {key: x for key, x in solution.options.items() if x > smallest}
        result = Projection(self.inputs, moves, options)
        for (p, t), z in solution.certificates.items():
            if z <= smallest or self.inputs.shortfall_weight(p, t) <= 0:
                continue
            _, grid = result.left(p, t)
            green = result.supply[p, t].renewable + result.grid_credited(p, t, grid) + result.bought(p, t)
            short = solution.shortfall.get((p, t), 0.0)
            short = short if short > 1e-7 else 0.0
            result.certificates[p, t] = max(0.0, result.requirement(p, t) - green - short)
        return result

    def objective_of(self, projection: Projection) -> float:
        """The objective from the projections alone: cost of the plan less cost of doing nothing."""
        inputs, total = self.inputs, 0.0
        for t in FUTURE:
            extra = projection.total_cost(t) - self.bare.total_cost(t)
            for (i, q, u), x in projection.moves.items():
                if inputs.pay_permit and u <= t:
                    extra += inputs.annuity(q) * inputs.moving_cost[q, "permit"] * x / self.ratio[q]
            sums = defaultdict(float)
            for (i, q, u), x in projection.moves.items():
                if u == t:
                    sums[i] += x
                    smelter = inputs.smelters[i]
                    gamma = inputs.parameter("adjustment_cost_gamma", t, smelter.province)
                    extra += gamma / 100 * x * x / smelter.capacity / 2
            for i, x in sums.items():
                smelter = inputs.smelters[i]
                gamma = inputs.parameter("adjustment_cost_gamma", t, smelter.province)
                extra += gamma * x * x / smelter.capacity / 2
            for p in inputs.provinces:
                weight = inputs.shortfall_weight(p, t)
                if weight > 0:
                    _, grid = projection.left(p, t)
                    short = max(0.0, projection.requirement(p, t) - projection.supply[p, t].renewable
                                - projection.grid_credited(p, t, grid) - projection.bought(p, t)
                                - projection.certificates[p, t])
                    extra += weight * (inputs.parameter("quota_shortfall_penalty", t, p) * short
                                       + inputs.parameter("quota_shortfall_penalty_slope", t, p) * short ** 2 / 2)
            total += inputs.discount(t) * extra
        return total


def _clarabel(p, q, e, f, g, h, tolerance, verbose):
    """Status, point and dual objective from Clarabel."""
    import clarabel

    n = len(q)
    a = sparse.vstack([e, g, -sparse.identity(n)]).tocsc()
    b = np.concatenate([f, h, np.zeros(n)])
    cones = [clarabel.ZeroConeT(len(f))] if len(f) else []
    cones.append(clarabel.NonnegativeConeT(len(h) + n))
    settings = clarabel.DefaultSettings()
    settings.verbose = verbose
    settings.max_iter = 500
    settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = tolerance
    # Where rounding stops progress the answer counts only if it still meets these.
    settings.reduced_tol_gap_abs = settings.reduced_tol_gap_rel = 1e-9
    settings.reduced_tol_feas = 1e-9
    solver = clarabel.DefaultSolver(sparse.triu(p).tocsc(), q, a, b, cones, settings)
    answer = solver.solve()
    name = str(answer.status)
    if name in ("Solved", "AlmostSolved"):
        return "optimal", np.array(answer.x), answer.obj_val_dual
    if "Infeasible" in name:
        return "infeasible", None, float("nan")
    return f"not converged ({name})", None, float("nan")


def _piqp(p, q, e, f, g, h, tolerance, verbose):
    """Status, point and dual objective from PIQP."""
    import piqp

    n = len(q)
    solver = piqp.SparseSolver()
    solver.settings.verbose = verbose
    solver.settings.max_iter = 1000
    solver.settings.eps_abs = solver.settings.eps_rel = tolerance
    solver.settings.eps_duality_gap_abs = solver.settings.eps_duality_gap_rel = tolerance
    equal = {"A": e, "b": f} if len(f) else {}
    solver.setup(p.tocsc(), q, G=g.tocsc(), h_u=h, x_l=np.zeros(n), **equal)
    status = str(solver.solve())
    if status.endswith("SOLVED"):
        return "optimal", np.array(solver.result.x), solver.result.info.dual_obj
    if "INFEASIBLE" in status:
        return "infeasible", None, float("nan")
    return f"not converged ({status})", None, float("nan")


def solve_year_by_year(inputs: Inputs, problem, solver="clarabel", tolerance=1e-11) -> Solution:
    """Myopic foresight: each year decided at its own costs and quotas, earlier moves frozen."""
    whole = Solution("optimal", 0.0, 0.0, {}, {}, {}, {}, 0.0)
    for year in FUTURE:
        one = RelocationProblem(inputs, only_year=year, earlier=whole.moves, bare=problem.bare)
        found = one.solve(solver, tolerance)
        if found.status != "optimal":
            return found
        whole.objective += found.objective
        whole.dual_objective += found.dual_objective
        whole.violation = max(whole.violation, found.violation)
        whole.moves.update({key: x for key, x in found.moves.items() if key[2] == year and x > 1e-9})
        for part in ("options", "certificates", "shortfall"):
            getattr(whole, part).update(getattr(found, part))
    return whole


def plan(inputs: Inputs, solver="clarabel", fixed_moves=None, tolerance=1e-11):
    """Solve the relocation problem: (problem, solution, projection or None)."""
    problem = RelocationProblem(inputs, fixed_moves)
    if inputs.foresight == "myopic" and fixed_moves is None:
        solution = solve_year_by_year(inputs, problem, solver, tolerance)
    else:
        solution = problem.solve(solver, tolerance)
    projection = problem.projection(solution) if solution.status == "optimal" else None
    return problem, solution, projection

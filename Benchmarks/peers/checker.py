"""Judges an answer on the plain problem: one judge for all solvers, sharing code with none.

Row multipliers with a sign that no limit explains are taken as zero; the multipliers of the bounds
are then what stationarity leaves. So the dual objective is a bound on the optimum as far as the dual
residual is zero, whatever the solver claimed.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from instance import Instance


@dataclass
class Verdict:
    """Relative measures of an answer."""

    objective: float
    primal_residual: float
    dual_residual: float
    gap: float

    @property
    def worst(self) -> float:
        return max(self.primal_residual, self.dual_residual, abs(self.gap))


def judge(given: Instance, x: np.ndarray, y: np.ndarray) -> Verdict:
    """The objective, the worst violated limit, the worst reduced cost that points past no bound, the gap."""
    a, p = given.constraints, given.quadratic
    if x.shape != given.linear.shape or y.shape != given.row_lower.shape or not np.all(np.isfinite(x)) \
            or not np.all(np.isfinite(y)):
        return Verdict(*[float("nan")] * 4)
    value, size = a @ x, abs(a) @ np.abs(x)
    primal = max(
        _violation(value, given.row_lower, given.row_upper, size),
        _violation(x, given.lower, given.upper, np.zeros_like(x)))

    y = np.where(np.isinf(given.row_lower), np.minimum(y, 0.0), y)
    y = np.where(np.isinf(given.row_upper), np.maximum(y, 0.0), y)
    curved, priced = p @ x, a.T @ y
    z = curved + given.linear - priced
    up, down = np.maximum(z, 0.0), np.minimum(z, 0.0)
    scale = np.maximum.reduce(
        [np.ones_like(z), np.abs(given.linear), np.abs(curved), abs(a).T @ np.abs(y)])
    loose = np.where(np.isinf(given.lower), up, 0.0) - np.where(np.isinf(given.upper), down, 0.0)
    dual = float(np.max(loose / scale, initial=0.0))

    bent = float(x @ curved)
    objective = bent / 2 + float(given.linear @ x) + given.constant
    bound = -bent / 2 + given.constant + _reach(np.maximum(y, 0.0), given.row_lower) \
        + _reach(np.minimum(y, 0.0), given.row_upper) + _reach(up, given.lower) + _reach(down, given.upper)
    return Verdict(objective, primal, dual, (objective - bound) / max(1.0, abs(objective)))


def _violation(value, lower, upper, size):
    """The largest violation relative to 1, the limit and the terms."""
    with np.errstate(invalid="ignore"):
        below = np.where(np.isinf(lower), 0.0, lower - value) / np.maximum.reduce(
            [np.ones_like(value), size, np.where(np.isinf(lower), 0.0, np.abs(lower))])
        above = np.where(np.isinf(upper), 0.0, value - upper) / np.maximum.reduce(
            [np.ones_like(value), size, np.where(np.isinf(upper), 0.0, np.abs(upper))])
    return float(max(np.max(below, initial=0.0), np.max(above, initial=0.0)))


def _reach(multipliers, limits):
    """The sum of multipliers times limits, over the limits that exist."""
    finite = np.isfinite(limits)
    return float(multipliers[finite] @ limits[finite])

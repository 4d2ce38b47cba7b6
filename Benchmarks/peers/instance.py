"""A relocation problem as `transfer-benchmark generate` writes it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import numpy as np
from scipy import sparse


@dataclass
class Instance:
    """Minimise 1/2 x'Px + c'x + constant with row_lower <= Ax <= row_upper and lower <= x <= upper.

    The columns are the moves, by site, region and period, then the rest; the rows are the coupling
    rows, then the stock of each site, then the pace of each site and period. Below that stands the
    structure behind the matrices, see `TransferProgram`.
    """

    quadratic: sparse.csc_matrix
    constraints: sparse.csc_matrix
    linear: np.ndarray
    constant: float
    row_lower: np.ndarray
    row_upper: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    sites: np.ndarray
    move_site: np.ndarray
    move_region: np.ndarray
    move_period: np.ndarray
    site_region: np.ndarray
    regions: int
    periods: int
    sum_curvature: np.ndarray
    own_curvature: np.ndarray
    stock_limit: np.ndarray
    pace_limit: np.ndarray
    rest_curvature: np.ndarray
    site_terms: sparse.csc_matrix
    route_terms: sparse.csc_matrix
    rest_terms: sparse.csc_matrix

    @property
    def is_linear(self) -> bool:
        return self.quadratic.nnz == 0


def read(folder: Path) -> Instance:
    """Reads `base` or `neighbour` of an instance folder."""

    def array(name):
        return np.load(folder / f"{name}.npy")

    def matrix(name):
        parts = array(f"{name}_values"), array(f"{name}_rows"), array(f"{name}_starts")
        return sparse.csc_matrix(parts, shape=tuple(array(f"{name}_shape")))

    regions, periods = array("region_and_period_count")
    plain = ("linear row_lower row_upper sites move_site move_region move_period site_region "
             "sum_curvature own_curvature stock_limit pace_limit rest_curvature").split()
    matrices = "quadratic constraints site_terms route_terms rest_terms".split()
    return Instance(
        **{name: array(name) for name in plain}, **{name: matrix(name) for name in matrices},
        constant=float(array("constant")[0]), lower=array("variable_lower"), upper=array("variable_upper"),
        regions=int(regions), periods=int(periods))

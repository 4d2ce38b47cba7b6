"""The same problem in several forms, so that each peer gets the one that suits it.

* `plain`: as it stands: every move meets the coupling rows of all later periods, and the curvature on
  the sums of moves fills blocks of the quadratic matrix.
* `sums`: the sum of a site's moves in a period is a variable, its pace limit a bound; the quadratic
  matrix is diagonal.
* `routes`: as `sums`, and the cumulative sums by site and by route are variables, so that a move has
  two entries.
* `arrivals`: as `routes`, but with as few sums by destination as the coupling rows tell apart, which
  here is two: capacity that arrives, and capacity weighted with its origin's utilisation.

Each form turns the answer for itself into columns and row multipliers of the plain one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Callable

import numpy as np
from scipy import sparse

from instance import Instance

NAMES = ("plain", "sums", "routes", "arrivals")


@dataclass
class Form:
    """A quadratic program, and the way back: (x, row duals, bound duals) to plain (x, row duals)."""

    quadratic: sparse.csc_matrix
    linear: np.ndarray
    constraints: sparse.csc_matrix
    row_lower: np.ndarray
    row_upper: np.ndarray
    lower: np.ndarray
    upper: np.ndarray
    constant: float
    back: Callable[[np.ndarray, np.ndarray, np.ndarray], tuple[np.ndarray, np.ndarray]]


def build(given: Instance, name: str) -> Form:
    """Writes an instance in a form."""
    if name == "plain":
        return Form(given.quadratic, given.linear, given.constraints, given.row_lower, given.row_upper,
                    given.lower, given.upper, given.constant, lambda x, y, z: (x, y))
    return _Lifting(given).form(name)


class _Lifting:
    """Forms with sums of moves as variables of their own."""

    def __init__(self, given: Instance):
        self.given = given
        self.moves = len(given.move_site)
        self.sites = len(given.sites)
        self.coupling = given.site_terms.shape[0]
        place_of = np.full(len(given.site_region), -1)
        place_of[given.sites] = np.arange(self.sites)
        # Sites with moves, by period: the index of each move's sum, and of the value in full arrays.
        self.sum_of_move = place_of[given.move_site] * given.periods + given.move_period
        self.kept = (given.sites[:, None] * given.periods + np.arange(given.periods)).ravel()

    def form(self, name: str) -> Form:
        given, count = self.given, self.sites * self.given.periods
        rest = given.rest_terms.shape[1]
        one = sparse.csr_matrix(
            (np.ones(self.moves), (self.sum_of_move, np.arange(self.moves))), shape=(count, self.moves))
        # Columns: moves, rest, sums by site and period, then what the form adds.
        own = given.own_curvature[given.move_site * given.periods + given.move_period]
        curvature = [own, given.rest_curvature, given.sum_curvature[self.kept]]
        lower = [given.lower, np.full(count, -np.inf)]
        upper = [given.upper, given.pace_limit[self.kept]]
        stock_limit = given.stock_limit[given.sites]
        limits = given.row_lower[:self.coupling], given.row_upper[:self.coupling]
        if name == "sums":
            stock = slice(self.coupling, self.coupling + self.sites)
            plain = given.constraints[:stock.stop]
            blocks = [[plain, None], [self._beside(one, rest), -sparse.identity(count)]]
            row_lower = [limits[0], np.full(self.sites, -np.inf), np.zeros(count)]
            row_upper = [limits[1], stock_limit, np.zeros(count)]

            def back(x, y, z):
                pace = z[self.moves + rest:]
                return x[:self.moves + rest], np.concatenate([y[:stock.stop], pace])
        else:
            by_place = given.site_terms[:, self.kept]
            flow, terms, flows = self._arrivals(by_route=name == "routes")
            blocks = [
                [self._beside(None, rest, given.rest_terms), None, by_place, terms],
                [self._beside(one, rest), -sparse.identity(count), None, None],
                [None, -sparse.identity(count), self._steps(self.sites), None],
                [self._beside(-flow, rest), None, None, self._steps(flows)]]
            all_flows = flows * given.periods
            last = np.full(count, np.inf)
            last[given.periods - 1::given.periods] = stock_limit
            curvature.append(np.zeros(count + all_flows))
            lower.append(np.full(count + all_flows, -np.inf))
            upper += [last, np.full(all_flows, np.inf)]
            links = np.zeros(2 * count + all_flows)
            row_lower, row_upper = [limits[0], links], [limits[1], links]
            start = self.moves + rest

            def back(x, y, z):
                pace, stocks = z[start:start + count], z[start + count:start + 2 * count]
                stock = stocks[given.periods - 1::given.periods]
                return x[:start], np.concatenate([y[:self.coupling], stock, pace])

        constraints = sparse.bmat(blocks, format="csc")
        constraints.sort_indices()
        size = constraints.shape[1]
        diagonal = np.concatenate(curvature)
        places = np.flatnonzero(diagonal)
        quadratic = sparse.csc_matrix((diagonal[places], (places, places)), shape=(size, size))
        linear = np.zeros(size)
        linear[:len(given.linear)] = given.linear
        return Form(quadratic, linear, constraints, np.concatenate(row_lower), np.concatenate(row_upper),
                    np.concatenate(lower), np.concatenate(upper), given.constant, back)

    def _beside(self, of_moves, rest, of_rest=None):
        """Rows over moves and rest, of which one part may be empty."""
        rows = (of_moves if of_moves is not None else of_rest).shape[0]
        left = of_moves if of_moves is not None else sparse.csr_matrix((rows, self.moves))
        right = of_rest if of_rest is not None else sparse.csr_matrix((rows, rest))
        return sparse.hstack([left, right], format="csr")

    def _steps(self, chains):
        """Differences of cumulative sums between periods, for a number of chains."""
        periods = self.given.periods
        step = sparse.identity(periods) - sparse.eye(periods, k=-1)
        return sparse.kron(sparse.identity(chains), step, format="csr")

    def _arrivals(self, by_route):
        """Flows of moves into chains by period, the coupling rows' terms on them, number of chains."""
        given, regions, periods = self.given, self.given.regions, self.given.periods
        home = given.site_region[given.move_site]
        route = home * regions + given.move_region
        terms = given.route_terms.tocoo()
        term_route, term_period = terms.col // periods, terms.col % periods
        if by_route:
            used = np.unique(route)
            chain_of = np.full(regions * regions, -1)
            chain_of[used] = np.arange(len(used))
            keep = chain_of[term_route] >= 0
            flow = sparse.csr_matrix(
                (np.ones(self.moves), (chain_of[route] * periods + given.move_period, np.arange(self.moves))),
                shape=(len(used) * periods, self.moves))
            matrix = sparse.csr_matrix(
                (terms.data[keep], (terms.row[keep], chain_of[term_route[keep]] * periods + term_period[keep])),
                shape=(self.coupling, len(used) * periods))
            return flow, matrix, len(used)
        # A row's terms on one destination and period, over origins, are a multiple of a direction.
        # Directions that differ by rounding alone are one.
        directions: dict[tuple, tuple[int, np.ndarray]] = {}
        rows, columns, values = [], [], []
        order = np.lexsort((term_route // regions, term_period, term_route % regions, terms.row))
        key = np.stack([terms.row, term_route % regions, term_period])[:, order]
        starts = np.flatnonzero(np.r_[True, np.any(key[:, 1:] != key[:, :-1], axis=0)])
        present = np.zeros(regions, bool)
        present[home] = True
        for entries in np.split(order, starts[1:]):
            weight = np.zeros(regions)
            weight[term_route[entries] // regions] = terms.data[entries]
            weight[~present] = 0
            q = int(term_route[entries[0]] % regions)
            size = weight[np.argmax(np.abs(weight))]
            if size == 0:
                continue
            direction = weight / size
            key_of_direction = (q, tuple(np.round(direction, 12)))
            chain, _ = directions.setdefault(key_of_direction, (len(directions), direction))
            rows.append(terms.row[entries[0]])
            columns.append(chain * periods + term_period[entries[0]])
            values.append(size)
        matrix = sparse.csr_matrix(
            (values, (rows, columns)), shape=(self.coupling, len(directions) * periods))
        flow_rows, flow_columns, flow_values = [], [], []
        all_moves = np.arange(self.moves)
        for (q, _), (chain, direction) in directions.items():
            here = all_moves[given.move_region == q]
            weight = direction[home[here]]
            flow_rows.append(chain * periods + given.move_period[here])
            flow_columns.append(here)
            flow_values.append(weight)
        flow = sparse.csr_matrix(
            (np.concatenate(flow_values), (np.concatenate(flow_rows), np.concatenate(flow_columns))),
            shape=(len(directions) * periods, self.moves))
        return flow, matrix, len(directions)

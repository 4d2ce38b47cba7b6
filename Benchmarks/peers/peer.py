"""Runs one peer on one instance in one form: cold, then on the neighbour from what it kept.

Usage: python peer.py SOLVER FORM INSTANCE OUT [--repeats N] [--limit SECONDS]

Times run from the arrays a solver takes to its answer, with all of its own set-up; reading files and
writing the form are not in them. Peers run on one thread, at their own default tolerances
unless given another.
"""

from __future__ import annotations

import argparse
import json
import math
import os
import resource
import time
from pathlib import Path

for variable in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "RAYON_NUM_THREADS"):
    os.environ[variable] = "1"

import numpy as np
from scipy import sparse

import forms
import instance

OPTIMAL = "optimal"
# Bytes; forms that do not suit a solver can fill its factors without end.
MEMORY_LIMIT = 12 << 30


class Highs:
    """HiGHS: `simplex` and `ipm` for linear problems, `active` for quadratic ones."""

    def __init__(self, method, tolerance=None):
        self.method, self.tolerance, self.solver = method, tolerance, None

    def _fresh(self):
        import highspy

        self.solver = highspy.Highs()
        self.solver.setOptionValue("output_flag", False)
        self.solver.setOptionValue("threads", 1)
        if self.method in ("simplex", "ipm"):
            self.solver.setOptionValue("solver", self.method)
        if self.method == "ipm":
            # An interior answer is what the other interior point methods give; a vertex costs extra.
            self.solver.setOptionValue("run_crossover", "off")
        if self.tolerance:
            for name in ("primal_feasibility_tolerance", "dual_feasibility_tolerance", "ipm_optimality_tolerance"):
                self.solver.setOptionValue(name, self.tolerance)

    def prepare(self, form):
        """The form as the solver takes it; not timed."""
        import highspy

        model = highspy.HighsModel()
        lp = model.lp_
        lp.num_col_, lp.num_row_ = len(form.linear), len(form.row_lower)
        lp.col_cost_, lp.offset_ = form.linear, form.constant
        lp.col_lower_, lp.col_upper_ = form.lower, form.upper
        lp.row_lower_, lp.row_upper_ = form.row_lower, form.row_upper
        lp.a_matrix_.format_ = highspy.MatrixFormat.kColwise
        lp.a_matrix_.start_ = form.constraints.indptr
        lp.a_matrix_.index_ = form.constraints.indices
        lp.a_matrix_.value_ = form.constraints.data
        if form.quadratic.nnz:
            half = sparse.tril(form.quadratic).tocsc()
            model.hessian_.dim_ = len(form.linear)
            model.hessian_.format_ = highspy.HessianFormat.kTriangular
            model.hessian_.start_, model.hessian_.index_ = half.indptr, half.indices
            model.hessian_.value_ = half.data
        return model

    def _answer(self):
        self.solver.run()
        status = self.solver.modelStatusToString(self.solver.getModelStatus()).lower()
        found, info = self.solver.getSolution(), self.solver.getInfo()
        counts = {"simplex": info.simplex_iteration_count, "ipm": info.ipm_iteration_count,
                  "active": info.qp_iteration_count}
        return (status, np.array(found.col_value), np.array(found.row_dual), np.array(found.col_dual),
                counts[self.method])

    def cold(self, model):
        self._fresh()
        self.solver.passModel(model)
        return self._answer()

    def resolve(self, model):
        """The new matrix with the basis, for the active set with the point too, of the old."""
        basis, point = self.solver.getBasis(), self.solver.getSolution()
        self.solver.passModel(model)
        if self.method != "ipm":
            self.solver.setBasis(basis)
        if self.method == "active":
            self.solver.setSolution(point)
        return self._answer()


class Clarabel:
    """Clarabel with a choice of its factorisations; a neighbour reuses the symbolic one."""

    def __init__(self, method, tolerance=None):
        self.method, self.tolerance, self.solver = method, tolerance, None

    def prepare(self, form):
        """The form in cones; not timed."""
        import clarabel

        equal = form.row_lower == form.row_upper
        self.parts = [
            (np.flatnonzero(equal), 1), (np.flatnonzero(~equal & np.isfinite(form.row_upper)), 1),
            (np.flatnonzero(~equal & np.isfinite(form.row_lower)), -1)]
        self.bounds = [(np.flatnonzero(np.isfinite(form.upper)), 1), (np.flatnonzero(np.isfinite(form.lower)), -1)]
        rows = form.constraints.tocsr()
        one = sparse.identity(len(form.linear), format="csr")
        a = sparse.vstack([sign * rows[index] for index, sign in self.parts]
                          + [sign * one[index] for index, sign in self.bounds]).tocsc()
        b = np.concatenate(
            [(form.row_upper if sign > 0 else -form.row_lower)[index] for index, sign in self.parts]
            + [(form.upper if sign > 0 else -form.lower)[index] for index, sign in self.bounds])
        equalities = len(self.parts[0][0])
        cones = [clarabel.ZeroConeT(equalities)] if equalities else []
        cones.append(clarabel.NonnegativeConeT(len(b) - equalities))
        self.size = len(form.row_lower), len(form.linear)
        return sparse.triu(form.quadratic).tocsc(), form.linear, a, b, cones

    def cold(self, data):
        import clarabel

        settings = clarabel.DefaultSettings()
        settings.verbose = False
        settings.max_threads = 1
        settings.direct_solve_method = self.method
        # Data can be updated only where presolve has dropped no rows.
        settings.presolve_enable = False
        if self.tolerance:
            settings.tol_gap_abs = settings.tol_gap_rel = settings.tol_feas = self.tolerance
        self.solver = clarabel.DefaultSolver(*data, settings)
        return self._answer()

    def resolve(self, data):
        p, q, a, b, _ = data
        self.solver.update(P=p, q=q, A=a, b=b)
        return self._answer()

    def _answer(self):
        found = self.solver.solve()
        status = str(found.status)
        dual = np.array(found.z)
        rows, columns, start = np.zeros(self.size[0]), np.zeros(self.size[1]), 0
        for index, sign in self.parts:
            rows[index] -= sign * dual[start:start + len(index)]
            start += len(index)
        for index, sign in self.bounds:
            columns[index] -= sign * dual[start:start + len(index)]
            start += len(index)
        return OPTIMAL if status == "Solved" else status, np.array(found.x), rows, columns, found.iterations


class Piqp:
    """PIQP's sparse solver with a choice of its systems; a neighbour reuses the symbolic one."""

    def __init__(self, method, tolerance=None):
        self.method, self.tolerance, self.solver = method, tolerance, None

    def prepare(self, form):
        """The form with equalities apart; not timed."""
        equal = form.row_lower == form.row_upper
        self.equal, self.unequal = np.flatnonzero(equal), np.flatnonzero(~equal)
        rows = form.constraints.tocsr()
        self.size = len(form.row_lower)
        return {"P": form.quadratic, "c": form.linear,
                "A": rows[self.equal].tocsc(), "b": form.row_upper[self.equal],
                "G": rows[self.unequal].tocsc(), "h_l": form.row_lower[self.unequal],
                "h_u": form.row_upper[self.unequal], "x_l": form.lower, "x_u": form.upper}

    def cold(self, data):
        import piqp

        self.solver = piqp.SparseSolver()
        self.solver.settings.kkt_solver = getattr(piqp.KKTSolver, self.method)
        self.solver.settings.max_iter = 1000
        if self.tolerance:
            self.solver.settings.eps_abs = self.solver.settings.eps_rel = self.tolerance
            self.solver.settings.eps_duality_gap_abs = self.solver.settings.eps_duality_gap_rel = self.tolerance
        self.solver.setup(**data)
        return self._answer()

    def resolve(self, data):
        self.solver.update(**data)
        return self._answer()

    def _answer(self):
        status = str(self.solver.solve())
        found = self.solver.result
        rows = np.zeros(self.size)
        rows[self.equal] = -np.array(found.y)
        rows[self.unequal] = np.array(found.z_l) - np.array(found.z_u)
        columns = np.array(found.z_bl) - np.array(found.z_bu)
        name = OPTIMAL if status.endswith("PIQP_SOLVED") else status
        return name, np.array(found.x), rows, columns, found.info.iter


PEERS = {
    "highs-simplex": (Highs, "simplex"), "highs-ipm": (Highs, "ipm"), "highs-active-set": (Highs, "active"),
    "clarabel": (Clarabel, "qdldl"), "clarabel-faer": (Clarabel, "faer"),
    "piqp": (Piqp, "sparse_ldlt"), "piqp-condensed": (Piqp, "sparse_ldlt_cond"),
    "piqp-ineq-condensed": (Piqp, "sparse_ldlt_ineq_cond"), "piqp-eq-condensed": (Piqp, "sparse_ldlt_eq_cond"),
    "piqp-multistage": (Piqp, "sparse_multistage"),
}


def timed(call, data, limit):
    """The call's answer with its seconds on the processor and on the wall.

    A call that uses more of the processor than the limit ends the process by SIGXCPU.
    """
    last = math.ceil(time.process_time() + limit)
    resource.setrlimit(resource.RLIMIT_CPU, (last, resource.RLIM_INFINITY))
    processor, wall = time.process_time(), time.perf_counter()
    answer = call(data)
    return answer, {"processor": time.process_time() - processor, "wall": time.perf_counter() - wall}


def keep(folder, name, form, answer):
    """Writes the answer in the columns and rows of the plain form."""
    _, x, rows, columns, _ = answer
    if len(x) != len(form.linear) or len(rows) != len(form.row_lower):
        return
    x, y = form.back(x, rows, columns)
    np.save(folder / f"{name}-variables.npy", x)
    np.save(folder / f"{name}-row-duals.npy", y)


def megabytes():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("solver", choices=PEERS)
    parser.add_argument("form", choices=forms.NAMES)
    parser.add_argument("instance", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--limit", type=float, default=150, help="processor seconds for one solution")
    options = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_LIMIT, MEMORY_LIMIT))
    options.out.mkdir(parents=True, exist_ok=True)
    base, neighbour = (forms.build(instance.read(options.instance / name), options.form)
                       for name in ("base", "neighbour"))
    kind, method = PEERS[options.solver]
    peer = kind(method)
    data, next_data = peer.prepare(base), peer.prepare(neighbour)
    report = {"solver": options.solver, "form": options.form, "cold": [], "resolve": [], "counts": {},
              "resolve_counts": {}, "status": "", "resolve_status": "", "start_megabytes": megabytes()}

    def write():
        temporary = options.out / "result.json.new"
        temporary.write_text(json.dumps(report, indent=2) + "\n", encoding="utf-8")
        temporary.replace(options.out / "result.json")

    spent, started = 0.0, time.perf_counter()
    for round_ in range(options.repeats):
        if round_ and time.perf_counter() - started + spent > 20:
            break
        begun = time.perf_counter()
        first, seconds = timed(peer.cold, data, options.limit)
        report["cold"].append(seconds)
        if round_ == 0:
            report["status"], report["counts"]["iterations"] = first[0], int(first[4])
            report["peak_megabytes"] = megabytes()
            keep(options.out, "cold", base, first)
            write()
            if first[0] != OPTIMAL:
                return
        second, seconds = timed(peer.resolve, next_data, options.limit)
        report["resolve"].append(seconds)
        if round_ == 0:
            report["resolve_status"], report["resolve_counts"]["iterations"] = second[0], int(second[4])
            keep(options.out, "resolve", neighbour, second)
        write()
        spent = time.perf_counter() - begun


if __name__ == "__main__":
    main()

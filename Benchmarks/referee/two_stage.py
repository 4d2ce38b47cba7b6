"""Two-stage plans of several futures by a foreign solver, every program as it was written down."""
import json, sys
import numpy as np, scipy.sparse as sp, cvxpy as cp
futures = json.load(open(sys.argv[1]))
keys = sorted({tuple(m[1:]) for f in futures for m in f["moves"]})
place = {k: i for i, k in enumerate(keys)}
x = cp.Variable(len(keys))
costs, limits = [], []
def mat(m):
    return sp.csc_matrix((m["values"], m["indices"], m["starts"]), shape=(m["rows"], m["columns"]))
for f in futures:
    n = len(f["c"])
    w = cp.Variable(n)
    q, a = mat(f["q"]), mat(f["a"])
    idx = [m[0] for m in f["moves"]]
    limits.append(w[idx] == x[[place[tuple(m[1:])] for m in f["moves"]]])
    lower, upper = np.array(f["l"]), np.array(f["u"])
    for val, bound, sense in ((w, lower, 1), (w, upper, -1), (a @ w, np.array(f["rl"]), 1), (a @ w, np.array(f["ru"]), -1)):
        k = np.flatnonzero(np.abs(bound) < 1e299)
        if len(k):
            limits.append(val[k] >= bound[k] if sense > 0 else val[k] <= bound[k])
    # Q = F'F by its eigenvalues, block by block, so that the cone form is exact.
    qd = q.toarray()
    used = np.flatnonzero(np.abs(qd).sum(axis=1) > 0)
    small = qd[np.ix_(used, used)]
    vals, vecs = np.linalg.eigh(small)
    keep = vals > 1e-13 * vals.max()
    root = sp.csc_matrix(np.where(np.abs(r := (vecs[:, keep] * np.sqrt(vals[keep])).T) > 1e-14, r, 0))
    costs.append(cp.sum_squares(root @ w[used]) / 2 + np.array(f["c"]) @ w + f["constant"])
n = len(futures)
result = {}
for risk in ("expected", "cvar:0.5", "worst"):
    if risk == "expected":
        objective, extra = sum(costs) / n, []
    else:
        eta, u = cp.Variable(), cp.Variable(n)
        if risk == "worst":
            objective, extra = eta, [c <= eta for c in costs]
        else:
            level = float(risk.split(":")[1])
            objective = eta + cp.sum(u) / n / (1 - level)
            extra = [u >= 0] + [c - eta <= u[i] for i, c in enumerate(costs)]
    problem = cp.Problem(cp.Minimize(objective / 1000), limits + [e for e in extra])
    problem.solve(solver=cp.CLARABEL, tol_gap_rel=1e-11, tol_gap_abs=1e-11, tol_feas=1e-11)
    moves = [[*k, float(v)] for k, v in zip(keys, x.value) if v > 1e-3]
    result[risk] = {"status": problem.status, "objective": float(objective.value), "moves": moves}
    print(risk, problem.status, objective.value, moves[:5], flush=True)
json.dump(result, open(sys.argv[2], "w"), indent=1)

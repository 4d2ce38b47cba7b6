"""Writes the numbers of this folder with SciPy, NumPy and SALib.

    pip install SALib==1.6.0 scipy==1.17.1 numpy==2.4.6
    python generate.py

Each line of a file is a name and numbers, separated by commas.
"""

import math
from pathlib import Path

import numpy as np
from SALib.analyze import pawn, sobol
from SALib.sample import sobol as sobol_sample
from scipy import stats

FOLDER = Path(__file__).parent


def write(name, rows):
    lines = [",".join([label, *(repr(float(value)) for value in values)]) for label, values in rows]
    (FOLDER / name).write_text("\n".join(lines) + "\n")


def quantiles():
    """Parameters as ours, then the probability, then SciPy's quantile."""
    probabilities = [1e-9, 1e-4, 0.025, 0.3, 0.5, 0.77, 0.975, 0.9999, 1 - 1e-9]
    rows = []
    for mean, deviation in [(0, 1), (-3.5, 0.25), (1e6, 1e5)]:
        for p in probabilities:
            rows.append(("normal", [mean, deviation, p, stats.norm.ppf(p, mean, deviation)]))
    for mean, variation in [(1, 0.12), (250, 0.8), (0.03, 3)]:
        sigma = math.sqrt(math.log1p(variation**2))
        scale = mean * math.exp(-(sigma**2) / 2)
        for p in probabilities:
            rows.append(("lognormal", [mean, variation, p, stats.lognorm.ppf(p, sigma, scale=scale)]))
    for low, mode, high in [(0, 0.2, 1), (-5, -5, 7), (2, 3, 3)]:
        shape = (mode - low) / (high - low)
        for p in probabilities:
            rows.append(("triangular", [low, mode, high, p, stats.triang.ppf(p, shape, low, high - low)]))
    for low, high in [(0, 1), (-2, 8.5)]:
        for p in probabilities:
            rows.append(("uniform", [low, high, p, stats.uniform.ppf(p, low, high - low)]))
    shapes = [(2, 5), (0.5, 0.5), (1, 1), (0.3, 0.05), (30, 4), (5000, 3), (1.5, 5000), (20, 1e5), (800, 900)]
    for alpha, beta in shapes:
        for p in probabilities[1:-1]:
            rows.append(("beta", [alpha, beta, -1, 3, p, -1 + 4 * stats.beta.ppf(p, alpha, beta)]))
    write("quantiles.csv", rows)


def summaries():
    """A sample, its mean, standard deviation and quantiles by NumPy's default method."""
    sample = np.random.default_rng(5).lognormal(1, 2, 37)
    probabilities = [0, 0.01, 0.05, 0.25, 0.5, 0.6180339887, 0.9, 0.95, 0.999, 1]
    rows = [
        ("sample", sample),
        ("mean", [sample.mean()]),
        ("deviation", [sample.std(ddof=1)]),
        ("probabilities", probabilities),
        ("quantiles", np.quantile(sample, probabilities)),
    ]
    for count, p, confidence in [(100, 0.5, 0.95), (1000, 0.05, 0.9), (10000, 0.9, 0.99)]:
        tail = (1 - confidence) / 2
        binomial = stats.binom(count, p)
        # Ranks from 1: the largest and smallest with at most the tail outside.
        lower = max(rank for rank in range(1, count + 1) if binomial.cdf(rank - 1) <= tail)
        upper = min(rank for rank in range(1, count + 1) if binomial.cdf(rank - 1) >= 1 - tail)
        rows.append(("ranks", [count, p, confidence, lower, upper]))
    write("summaries.csv", rows)


def ishigami(x):
    return np.sin(x[:, 0]) + 7 * np.sin(x[:, 1]) ** 2 + 0.1 * x[:, 2] ** 4 * np.sin(x[:, 0])


def problem(groups=None):
    made = {"num_vars": 3, "names": ["a", "b", "c"], "bounds": [[-math.pi, math.pi]] * 3}
    if groups:
        made["groups"] = groups
    return made


def sobol_indices():
    """Results of a design and SALib's indices with its resampled rows."""
    rows = []
    for label, groups in [("single", None), ("grouped", ["g", "h", "g"])]:
        made = problem(groups)
        x = sobol_sample.sample(made, 64, calc_second_order=False, seed=11)
        y = 1000 + ishigami(x)
        seed = 23
        rows_of_resample = np.random.default_rng(seed).integers(64, size=(64, 20))
        found = sobol.analyze(made, y, calc_second_order=False, num_resamples=20, conf_level=0.9, seed=seed)
        rows.append((f"{label}-results", y))
        for name in ("S1", "S1_conf", "ST", "ST_conf"):
            rows.append((f"{label}-{name}", found[name]))
        rows += [(f"{label}-rows", rows_of_resample[:, k]) for k in range(20)]
    write("sobol-indices.csv", rows)


def pawn_indices():
    """Draws (inputs, then the result) and SALib's indices for some counts of intervals."""
    x = np.random.default_rng(3).uniform(-math.pi, math.pi, (300, 3))
    # Equal results occur.
    y = np.round(ishigami(x), 1)
    rows = [("draw", [*inputs, result]) for inputs, result in zip(x, y)]
    for label, groups in [("single", None), ("grouped", ["g", "h", "g"])]:
        for intervals in (4, 7, 10):
            found = pawn.analyze(problem(groups), x, y, S=intervals)
            for name in ("mean", "median", "maximum"):
                rows.append((f"{label}-{name}-{intervals}", found[name]))
    write("pawn-indices.csv", rows)


def eigenvalues():
    """Symmetric matrices, row by row, each with its smallest eigenvalue in front."""
    rows = []
    for seed in range(6):
        random = np.random.default_rng(seed)
        order = 3 + seed
        matrix = np.eye(order)
        upper = np.triu_indices(order, 1)
        matrix[upper] = random.uniform(-0.95, 0.95, len(upper[0])).round(2)
        matrix = np.maximum(np.triu(matrix), np.triu(matrix).T) + np.minimum(np.triu(matrix, 1), np.triu(matrix, 1).T)
        rows.append(("matrix", [np.linalg.eigvalsh(matrix)[0], *matrix.ravel()]))
    write("eigenvalues.csv", rows)


quantiles()
summaries()
sobol_indices()
pawn_indices()
eigenvalues()

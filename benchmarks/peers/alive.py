"""BG/NBD of Fader, Hardie and Lee (2005) fitted by scipy: the formula for each guest, maximised without derivatives.

It is a plain fit as one writes it from the paper, not the package lifetimes.
usage: alive.py visits.txt [L-BFGS-B]
"""

import sys

import numpy as np
import pandas as pd
from scipy.optimize import minimize
from scipy.special import betaln, gammaln

from clock import figure, step

step("start")
visits = pd.read_csv(sys.argv[1], sep=r"\s+", header=0, names=["guest", "day", "count", "amount"], usecols=["guest", "day"])
visits["day"] = pd.to_datetime(visits["day"], format="%Y%m%d")
guests = visits.drop_duplicates().groupby("guest")["day"].agg(["min", "max", "size"])
x = (guests["size"] - 1).to_numpy()
tx = ((guests["max"] - guests["min"]).dt.days / 7).to_numpy()
T = ((pd.Timestamp("1998-06-30") - guests["min"]).dt.days / 7).to_numpy()
step("read")


def minus_log_likelihood(logs):
    r, alpha, a, b = np.exp(logs)
    alive = -(r + x) * np.log(alpha + T)
    gone = np.log(a / (b + np.maximum(x, 1) - 1)) - (r + x) * np.log(alpha + tx)
    common = gammaln(r + x) - gammaln(r) + r * np.log(alpha) + betaln(a, b + x) - betaln(a, b)
    return -np.sum(common + np.where(x > 0, np.logaddexp(alive, gone), alive))


method = sys.argv[2] if len(sys.argv) > 2 else "Nelder-Mead"
fit = minimize(minus_log_likelihood, np.full(4, 0.1), method=method)
step("fit")
figure("guests", len(guests))
figure("loglikelihood", -fit.fun)
figure("converged", fit.success)
for name, value in zip(["r", "alpha", "a", "b"], np.exp(fit.x)):
    figure(name, value)

"""RFM scores and segments with pandas, as tutorials do it: groupby, rank(method="first"), qcut.

usage: rfm.py stays.csv guests.csv [cents]
With cents amounts are added as whole cents, which floats hold exactly.
"""

import sys

import numpy as np
import pandas as pd

from clock import figure, step

step("start")
stays = pd.read_csv(sys.argv[1], parse_dates=["check_out"])
if sys.argv[3:] == ["cents"]:
    stays["amount"] = (stays["amount"] * 100).round()
step("read")

as_of = pd.Timestamp("2026-01-01")
guests = stays.groupby("guest_id").agg(last=("check_out", "max"), frequency=("check_out", "size"), monetary=("amount", "sum"))
guests["recency"] = (as_of - guests["last"]).dt.days


def fifths(values):
    """Five bins of equal size, worst first; ties by guest id, which is the order of the rows."""
    return pd.qcut(values.rank(method="first"), 5, labels=False) + 1


guests["r"] = fifths(-guests["recency"])
guests["f"] = fifths(guests["frequency"])
guests["m"] = fifths(guests["monetary"])

r, f, m = guests["r"], guests["f"], guests["m"]
segments = {  # the first that holds
    "champions": r.eq(5) & f.eq(5) & m.eq(5),
    "potential-loyalist": r.between(3, 5) & f.between(3, 5) & m.between(2, 5),
    "loyal": r.between(2, 4) & f.between(2, 4) & m.between(2, 4),
    "promising": r.between(3, 4) & f.between(1, 3) & m.between(3, 5),
    "new": r.between(4, 5) & f.between(1, 3),
    "cant-lose": r.between(1, 2) & f.between(3, 4) & m.between(4, 5),
    "at-risk": r.between(1, 2) & f.between(2, 5) & m.between(4, 5),
    "need-attention": r.between(1, 3) & f.between(3, 5) & m.between(3, 5),
    "about-to-sleep": r.between(2, 3) & f.between(1, 3) & m.between(1, 4),
    "lost": r.eq(1),
}
guests["segment"] = np.select(list(segments.values()), list(segments.keys()), default="others")
step("score")

if sys.argv[3:] == ["cents"]:
    guests["monetary"] /= 100
columns = ["recency", "frequency", "monetary", "r", "f", "m", "segment"]
guests[columns].to_csv(sys.argv[2], index_label="guest", float_format="%.2f", lineterminator="\n")
step("write")
figure("guests", len(guests))

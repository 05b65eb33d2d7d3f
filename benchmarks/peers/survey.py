"""CRITIC weights of the questions of a survey and the index of each guest, with pandas.

usage: survey.py answers.csv
"""

import sys

import pandas as pd

from clock import figure, step

step("start")
answers = pd.read_csv(sys.argv[1])
step("read")

weights = answers.std() * (1 - answers.corr()).sum()
weights /= weights.sum()
step("weigh")

answered = answers.notna().mul(weights, axis="columns").sum(axis="columns")
index = answers.mul(weights, axis="columns").sum(axis="columns") / answered
index = index[answered >= 0.5]
step("score")
figure("first_weight", weights.iloc[0])
figure("last_weight", weights.iloc[-1])
figure("index", index.mean())
figure("guests", len(index))

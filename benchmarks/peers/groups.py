"""Five groups of guests by k-means with scikit-learn: logarithms of recency, frequency and monetary, 10 starts.

usage: groups.py guests.csv
"""

import sys

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.preprocessing import StandardScaler

from clock import figure, step

step("start")
guests = np.log1p(pd.read_csv(sys.argv[1], usecols=["recency", "frequency", "monetary"]).clip(lower=0))
step("read")

scaled = StandardScaler().fit_transform(guests)
groups = KMeans(n_clusters=5, n_init=10, random_state=1).fit(scaled)
step("fit")
figure("within", groups.inertia_ / len(guests))

"""A decision tree with scikit-learn: entropy, depth 8, 50 guests in a leaf, levels as dummy columns.

usage: tree.py table.csv
"""

import sys

import pandas as pd
from sklearn.tree import DecisionTreeClassifier

from clock import figure, step

step("start")
table = pd.read_csv(sys.argv[1])
step("read")

features = pd.get_dummies(table.drop(columns="class"))
step("dummies")

tree = DecisionTreeClassifier(criterion="entropy", max_depth=8, min_samples_leaf=50, random_state=0)
tree.fit(features, table["class"])
step("fit")
figure("accuracy", tree.score(features, table["class"]))
figure("leaves", tree.get_n_leaves())

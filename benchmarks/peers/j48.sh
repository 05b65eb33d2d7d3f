#!/bin/bash
# Weka's J48 (C4.5) with 50 guests in a leaf and confidence 0.25. usage: j48.sh table.csv
# It tells only by the clock on the wall how long it built the tree, so no CPU seconds of the fit are printed.
set -euo pipefail
java -Xmx6g -XX:+UseSerialGC -cp /usr/share/java/weka.jar weka.classifiers.trees.J48 -t "$1" -C 0.25 -M 50 -no-cv | awk '
	/^Number of Leaves/ { print "figure leaves", $NF }
	/^Time taken to build model/ { print "step fit_on_the_wall", $(NF - 1) }
	/^Correctly Classified/ { printf "figure accuracy %s\n", $(NF - 1) / 100 }'

#!/usr/bin/env bash
# Measures hotelcrm beside programs that people use for the same jobs, and writes ../peers.txt (or the file named by OUT).
#
# Needs Go and, of Debian 12: apt-get install --no-install-recommends python3-pandas python3-scipy python3-sklearn
# r-base-core r-cran-rpart r-cran-data.table weka sqlite3. CDNOW is read from $HOTELCRM_DATA, or ../shared/data beside
# the repository; without it that job is left out. RUNS (5) is how often each job runs; trees of a million guests run
# once in two of them.
set -euo pipefail
cd "$(dirname "$0")"
here=$PWD
out=$(realpath "${OUT:-../peers.txt}")
runs=${RUNS:-5}
few=$(((runs + 1) / 2))
public=${HOTELCRM_DATA:-$here/../../../shared/data}

# One thread each, so that CPU time is work and not waiting in a circle.
export OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 GOWORK=off GOFLAGS=-buildvcs=false PYTHONPATH=$here PYTHONDONTWRITEBYTECODE=1
python=/usr/bin/python3

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
go build -o "$work/peers" .
go build -C ../../examples -o "$work/report" ./report
go run -C ../../examples ./generate -stays 1000000 -guests 200000 -seed 1 -out "$work/stays.csv"
"$work/peers" data "$work"

versions() {
	echo "machine: $(sed -n 's/^model name[^:]*: //p' /proc/cpuinfo | head -1), $(nproc --all) cores, $(awk '/MemTotal/ { print int($2 / 1048576 + .5) }' /proc/meminfo) GB, $(uname -s)"
	echo "go: $(go version | cut -d' ' -f3,4)"
	echo "commit: $(git rev-parse --short HEAD)"
	echo "command: bash benchmarks/peers/run.sh"
	$python -c 'import sys, numpy, pandas, scipy, sklearn
print("peers: Python", sys.version.split()[0] + ", numpy", numpy.__version__ + ", pandas", pandas.__version__ + ", scipy", scipy.__version__ + ", scikit-learn", sklearn.__version__)'
	Rscript -e 'cat("      ", R.version.string, ", rpart ", format(packageVersion("rpart")), ", data.table ", format(packageVersion("data.table")), "\n", sep = "")'
	echo "      SQLite $(sqlite3 --version | cut -d' ' -f1), Weka $(dpkg-query -W -f '${Version}' weka), $(java -version 2>&1 | sed -n '1s/"//gp')"
}

# differ prints how many lines of two files are not the same.
differ() { diff "$1" "$2" | grep -c '^<' || true; }

scores() {
	$python measure.py "stays to scores: CSV of 1,000,000 stays of 200,000 guests to scores (SQL's NTILE) and ten segments as CSV" "$runs" score \
		"hotelcrm" "$work/peers rfm $work/stays.csv $work/guests.csv" \
		"hotelcrm, program report" "$work/report -stays $work/stays.csv -columns guest=guest_id,arrival=check_out,revenue=amount -visit stay -method ntile -out $work/report.out" \
		"pandas" "$python rfm.py $work/stays.csv $work/guests_pandas.csv" \
		"SQLite" "sqlite3 :memory: '.cd $work' '.read $here/rfm.sql'" \
		"R data.table" "Rscript rfm.R $work/stays.csv $work/guests_datatable.csv"
	agree "$work"
	$python rfm.py "$work/stays.csv" "$work/guests_pandas.csv" cents >/dev/null
	echo "lines that differ where pandas adds whole cents: $(differ "$work/guests.csv" "$work/guests_pandas.csv")"
}

# orders checks the same programs on the orders of the R package rfm.
orders() {
	mkdir "$work/orders"
	sed "1s/.*/guest_id,check_out,amount/; 2,\$s/\$/.00/; s/[ ']/_/g" "$public/rfm/rfm_data_orders.csv" >"$work/orders/stays.csv"
	"$work/peers" rfm "$work/orders/stays.csv" "$work/orders/guests.csv" >/dev/null
	$python rfm.py "$work/orders/stays.csv" "$work/orders/guests_pandas.csv" >/dev/null
	sqlite3 :memory: ".cd $work/orders" ".read $here/rfm.sql"
	Rscript rfm.R "$work/orders/stays.csv" "$work/orders/guests_datatable.csv" >/dev/null
	echo "the orders of the R package rfm:"
	agree "$work/orders"
}

# agree holds what the peers wrote against what hotelcrm wrote.
agree() {
	for peer in pandas sqlite datatable; do
		echo "lines of $(($(wc -l <"$1/guests.csv") - 1)) guests that differ from hotelcrm's, $peer: $(differ "$1/guests.csv" "$1/guests_$peer.csv")"
	done
}

# trees LABEL FILE RUNS measures trees of a guest table.
trees() {
	$python measure.py "decision tree of depth 8, entropy, $1 guests with 20 attributes" "$3" dummies,fit \
		"hotelcrm" "$work/peers tree $2 entropy" "scikit-learn" "$python tree.py $2"
	$python measure.py "decision tree of depth 8, Gini, sets of levels, $1 guests" "$3" fit \
		"hotelcrm" "$work/peers tree $2 gini" "R rpart" "Rscript tree.R $2"
}

c45() {
	$python measure.py "decision tree C4.5, pruned, $1 guests" "$3" fit \
		"hotelcrm" "$work/peers tree $2 c45" "Weka J48" "./j48.sh $2"
}

{
	versions
	cat notes.txt
	scores
	if [ -f "$public/rfm/rfm_data_orders.csv" ]; then orders; fi
	head -10001 "$work/table100k.csv" >"$work/table10k.csv"
	trees 10,000 "$work/table10k.csv" "$runs"
	c45 10,000 "$work/table10k.csv" "$few"
	trees 100,000 "$work/table100k.csv" "$runs"
	c45 100,000 "$work/table100k.csv" "$few"
	trees 1,000,000 "$work/table1m.csv" "$few"
	$python measure.py "k-means, 5 groups of 200,000 guests by 3 logarithms, 10 starts" "$runs" fit \
		"hotelcrm" "$work/peers groups $work/guests.csv" \
		"scikit-learn" "$python groups.py $work/guests.csv" \
		"R kmeans" "Rscript groups.R $work/guests.csv"
	if [ -f "$public/cdnow/CDNOW_master.txt.gz" ]; then
		gzip -dc "$public/cdnow/CDNOW_master.txt.gz" >"$work/visits.txt"
		$python measure.py "BG/NBD fitted to CDNOW, 23,570 customers, 78 weeks" "$runs" fit \
			"hotelcrm" "$work/peers alive $work/visits.txt" \
			"scipy, L-BFGS-B" "$python alive.py $work/visits.txt L-BFGS-B" \
			"scipy, Nelder-Mead" "$python alive.py $work/visits.txt"
	else
		printf '\nBG/NBD: left out, no CDNOW_master.txt.gz under %s\n' "$public"
	fi
	$python measure.py "survey: CRITIC weights and index of 1,000,000 guests, 24 questions" "$runs" weigh,score \
		"hotelcrm" "$work/peers survey $work/answers.csv" "pandas" "$python survey.py $work/answers.csv"
} >"$work/peers.txt"
cp "$work/peers.txt" "$out"
echo "wrote $out"

package tree_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/tree"
)

// One guest, one row of a table and one row of a binned table are classed alike.
func TestWaysToClassAgree(t *testing.T) {
	columns := holed(3_000)
	table := tableOf(t, columns)
	b, err := tree.Bin(table, "class", tree.BinSettings{Bins: 40})
	if err != nil {
		t.Fatal(err)
	}
	for name, s := range mostSettings() {
		fitted, _, err := tree.Fit(b, s)
		if err != nil {
			t.Fatal(err)
		}
		onTable, err := fitted.Bind(table)
		if err != nil {
			t.Fatal(err)
		}
		onBins, err := fitted.BindBinned(b)
		if err != nil {
			t.Fatal(err)
		}
		all := onTable.Classes(2)
		values := make([]float64, 20)
		for row := range table.Len() {
			for j, c := range columns[:20] {
				switch {
				case c.Codes == nil:
					values[j] = c.Numbers[row]
				case c.Codes[row] == 0:
					values[j] = math.NaN()
				default:
					values[j] = float64(c.Codes[row] - 1)
				}
			}
			one, err := fitted.Predict(values)
			if err != nil {
				t.Fatal(err)
			}
			if one != onTable.Class(row) || one != onBins.Class(row) || one != int(all[row]) {
				t.Fatalf("%s: guest %d: %d, %d, %d, %d", name, row, one, onTable.Class(row), onBins.Class(row), all[row])
			}
		}
	}
}

func TestClassingOneGuestAllocatesNothing(t *testing.T) {
	columns := holed(2_000)
	table := tableOf(t, columns)
	fitted := fitLast(t, columns, tree.C45())
	bound, err := fitted.Bind(table)
	if err != nil {
		t.Fatal(err)
	}
	values, shares := make([]float64, 20), make([]float64, 0, 4)
	for i := range values {
		values[i] = math.NaN() // down every branch
	}
	if n := testing.AllocsPerRun(100, func() { fitted.Predict(values) }); n != 0 {
		t.Errorf("Predict allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { fitted.Shares(shares, values) }); n != 0 {
		t.Errorf("Shares allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { bound.Class(3) }); n != 0 {
		t.Errorf("Class allocates %v times", n)
	}
}

// Quinlan's guest whose outlook is not known goes down all branches by 5/14, 4/14 and 5/14.
func TestMissingValueGoesDownAllBranches(t *testing.T) {
	fitted := fitLast(t, loadPublic(t, "weather_nominal"), tree.C45())
	values := []float64{math.NaN(), 0, 0, 0} // hot, high, windy
	shares, err := fitted.Shares(nil, values)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "yes", shares[0], 4./14, 1e-12)
	near(t, "no", shares[1], 10./14, 1e-12)
	if class, _ := fitted.Predict(values); class != 1 {
		t.Errorf("got class %d, want no", class)
	}
	values[0] = 7 // a level that nobody has seen is a missing one
	if seen, _ := fitted.Shares(nil, values); seen[0] != shares[0] {
		t.Errorf("got %v for an unseen level, want %v", seen, shares)
	}
	if class, _ := fitted.Routed().Predict(values); class != 1 {
		t.Errorf("got class %d by the largest branch, want no", class)
	}
}

func TestBadValuesAreRefused(t *testing.T) {
	fitted := fitLast(t, loadPublic(t, "weather_nominal"), tree.C45())
	for _, values := range [][]float64{nil, {0, 0, 0}, {0, 0, 0, math.Inf(1)}} {
		_, err := fitted.Predict(values)
		var wrong *hotelcrm.ParamError
		if !errors.As(err, &wrong) {
			t.Errorf("%v: got %v, want a ParamError", values, err)
		}
	}
}

// With two classes, an error about the rare class five times as dear moves leaves to it; priors do the same.
func TestCostsAndPriorsMoveTheClasses(t *testing.T) {
	b := binLast(t, loadPublic(t, "breast_cancer"))
	recall := func(s tree.Settings) float64 {
		fitted, _, err := tree.Fit(b, s)
		if err != nil {
			t.Fatal(err)
		}
		c, err := fitted.Confuse(b, 1)
		if err != nil {
			t.Fatal(err)
		}
		return c.Recall(1)
	}
	plain, dear, likely := tree.CART(), tree.CART(), tree.CART()
	dear.Costs = [][]float64{{0, 1}, {5, 0}}
	likely.Priors = []float64{.3, .7}
	if before := recall(plain); recall(dear) <= before+.2 || recall(likely) <= before+.2 {
		t.Errorf("recall %v, with costs %v, with priors %v", before, recall(dear), recall(likely))
	}
}

func TestBadSettingsAreRefused(t *testing.T) {
	b := binLast(t, loadPublic(t, "weather_nominal"))
	for name, s := range map[string]tree.Settings{
		"criterion": {Criterion: 9}, "leaf": {MinLeaf: -1}, "not a number": {MinSplit: math.NaN()}, "confidence": {Confidence: .7},
		"complexity": {Complexity: 2}, "depth": {MaxDepth: -1}, "workers": {Workers: -1}, "priors": {Priors: []float64{1}},
		"zero prior": {Priors: []float64{0, 1}}, "cost table": {Costs: [][]float64{{0, 1}}}, "costs": {Costs: [][]float64{{1, 1}, {1, 0}}},
		"free class": {Costs: [][]float64{{0, 0}, {1, 0}}},
	} {
		_, _, err := tree.Fit(b, s)
		var wrong *hotelcrm.ParamError
		if !errors.As(err, &wrong) {
			t.Errorf("%s: got %v, want a ParamError", name, err)
		}
	}
}

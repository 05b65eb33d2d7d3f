package weight_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

func TestRankWeights(t *testing.T) {
	tests := []struct {
		method weight.RankMethod
		n      int
		want   string
	}{
		{weight.Centroid, 3, ".61111111 .27777778 .11111111"},
		{weight.Centroid, 4, ".52083333 .27083333 .14583333 .06250000"},
		{0, 5, ".45666667 .25666667 .15666667 .09 .04"},
		{weight.RankSum, 5, ".33333333 .26666667 .2 .13333333 .06666667"},
		{weight.RankReciprocal, 5, ".43795620 .21897810 .14598540 .10948905 .08759124"},
	}
	for _, test := range tests {
		ranks := make([]int, test.n)
		for i := range ranks {
			ranks[i] = 10 * i
		}
		got, err := weight.WeighRanks(ranks, test.method)
		if err != nil {
			t.Fatal(err)
		}
		nearAll(t, test.method.String(), got, numbers(test.want), eightPlaces)
	}
}

func TestEqualRanksShare(t *testing.T) {
	got, err := weight.WeighRanks([]int{2, 1, 2, 7}, weight.RankSum)
	if err != nil {
		t.Fatal(err)
	}
	nearAll(t, "weights", got, []float64{.25, .4, .25, .1}, exactly)
}

func TestBuckley(t *testing.T) {
	r := func(n int64) weight.Ratio { return weight.Ratio{Num: n, Den: 1} }
	f, err := weight.NewFuzzyJudgements(letters(3), []weight.Triangle{{r(2), r(3), r(4)}, {r(4), r(5), r(6)}, {r(1), r(2), r(3)}})
	if err != nil {
		t.Fatal(err)
	}
	got := f.Weigh()
	for i, want := range []string{".42926065 .64832901 .95781788", ".13520863 .22965079 .38011028", ".08189680 .12202019 .20918275"} {
		nearAll(t, "fuzzy weight", got.Fuzzy[i][:], numbers(want), eightPlaces)
	}
	nearAll(t, "weights", got.Weights, numbers(".63736409 .23327856 .12935736"), eightPlaces)
}

func TestWholeParts(t *testing.T) {
	criteria := weigh(t, triangle(t, leader), weight.Eigenvector, 0).Weights
	equal := func(n int) []float64 {
		w := make([]float64, n)
		for i := range w {
			w[i] = 1 / float64(n)
		}
		return w
	}
	items := make([]int64, 24)
	for i := range items {
		items[i] = 417
		if i >= 16 {
			items[i] = 416
		}
	}
	tests := []struct {
		name    string
		weights []float64
		places  int
		want    []int64
	}{
		{"leader", criteria, 4, []int64{5476, 1266, 2699, 559}},
		{"leader", criteria, 2, []int64{55, 13, 27, 5}},
		{"thirds", equal(3), 4, []int64{3334, 3333, 3333}},
		{"24 items", equal(24), 4, items},
		{"sevenths", equal(7), 2, []int64{15, 15, 14, 14, 14, 14, 14}},
		{"one", []float64{7}, 18, []int64{1e18}},
		{"extremes", []float64{5e-324, 1.7e308, 1.7e308}, 1, []int64{0, 5, 5}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := weight.Parts(test.weights, test.places)
			if diff := cmp.Diff(test.want, got); diff != "" || err != nil {
				t.Errorf("%v (-want +got):\n%s", err, diff)
			}
		})
	}
}

// The example of Rezaei (2015): buying a car, all comparisons in line.
func TestBestWorstInLine(t *testing.T) {
	got, err := car().Weigh()
	if err != nil {
		t.Fatal(err)
	}
	nearAll(t, "weights", got.Weights, []float64{4. / 19, 8. / 19, 2. / 19, 4. / 19, 1. / 19}, exactly)
	near(t, "deviation", got.Deviation, 0, exactly)
	if got.Ratio != 0 {
		t.Errorf("ratio %v", got.Ratio)
	}
}

func car() weight.BestWorst {
	return weight.BestWorst{
		Names: []string{"quality", "price", "comfort", "safety", "style"}, Best: 1, Worst: 4,
		Over: ratios("2 1 4 2 8"), Under: ratios("4 8 2 4 1"),
	}
}

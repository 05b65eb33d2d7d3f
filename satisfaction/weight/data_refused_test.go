package weight_test

import (
	"errors"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
)

func TestTablesRefuse(t *testing.T) {
	for _, rows := range [][][]float64{
		nil, {{1}}, {{}, {}}, {{1, 2}, {1}}, {{1}, {math.NaN()}}, {{1}, {math.Inf(-1)}}, {{1}, {2e100}},
	} {
		_, err := weight.NewMatrix(rows, nil)
		refuses(t, err, "rows")
	}
	_, err := weight.NewMatrix([][]float64{{1}, {2}}, []bool{true, false})
	refuses(t, err, "cost")
}

func TestOptionsRefuse(t *testing.T) {
	m := table(t, "1,2,-1; 2,1,1; 3,1,0", "")
	for param, o := range map[string]weight.Options{
		"Options.Method":     {Method: 9},
		"Options.Scaling":    {Scaling: weight.Ends},
		"Options.Shift":      {Shift: 1},
		"Options.Components": {Method: weight.Communality, Components: 4},
		"Options.Ranks":      {Ranks: true},
		"rows[0][2]":         {Method: weight.Entropy, Shift: .5},
		"column 2":           {Method: weight.MEREC},
	} {
		_, err := m.Weigh(o)
		refuses(t, err, param)
	}
	for _, o := range []weight.Options{
		{Scaling: 9}, {Method: weight.Entropy, Shift: math.NaN()}, {Method: weight.Communality, Components: -1}, {Method: weight.FirstComponent, Components: 2},
	} {
		if _, err := m.Weigh(o); err == nil {
			t.Errorf("%+v is accepted", o)
		}
	}
}

func TestSumsRefuse(t *testing.T) {
	answers, blank := generated()
	change := func(f func(*weight.Sums), o weight.Options) error {
		m := sumsOf(answers, blank, 1, 5)
		f(m)
		_, err := m.Weigh(o)
		return err
	}
	plain := weight.Options{}
	for _, test := range []struct {
		param  string
		change func(*weight.Sums)
	}{
		{"Items", func(m *weight.Sums) { m.Items = 0 }},
		{"Items", func(m *weight.Sums) { m.Items = -1 }},
		{"N", func(m *weight.Sums) { m.Items = 25 }},
		{"Totals", func(m *weight.Sums) { m.Totals = nil }},
		{"Cross", func(m *weight.Sums) { m.Cross = m.Cross[1:] }},
		{"Ends", func(m *weight.Sums) { m.Ends = m.Ends[1:] }},
		{"Frequencies", func(m *weight.Sums) { m.Frequencies = m.Frequencies[1:] }},
		{"Ends[3]", func(m *weight.Sums) { m.Ends[3] = [2]int64{5, 1} }},
		{"items 0 and 0", func(m *weight.Sums) { m.N[0] = 1 }},
		{"items 0 and 0", func(m *weight.Sums) { m.Cross[0] = 5 }},
		{"items 0 and 1", func(m *weight.Sums) { m.N[1]++ }},
		{"items 0 and 1", func(m *weight.Sums) { m.N[1], m.N[24] = 501, 501 }},
		{"items 0 and 1", func(m *weight.Sums) { m.Cross[24]++ }},
		{"Frequencies[2]", func(m *weight.Sums) { m.Frequencies[2][1].Count-- }},
		{"Frequencies[2][1]", func(m *weight.Sums) { m.Frequencies[2][1].Value = 1 }},
		{"Frequencies[2][4]", func(m *weight.Sums) { m.Frequencies[2][4].Value = 6 }},
		{"Frequencies[2][0]", func(m *weight.Sums) { m.Frequencies[2][0].Count = -1 }},
		{"Frequencies[2][4]", func(m *weight.Sums) { m.Frequencies[2][4].Count = math.MaxInt64 }},
	} {
		refuses(t, change(test.change, plain), test.param)
	}
	one := sumsOf(answers[:1], nil, 1, 5)
	one.Frequencies = nil
	refuses(t, one.Validate(), "items 0 and 0")
	for _, change := range []func(*weight.Sums){
		func(m *weight.Sums) { m.Squares = m.Squares[1:] }, func(m *weight.Sums) { m.Squares[0]++ }, func(m *weight.Sums) { m.Squares[1] = 0 },
	} {
		m := sumsOf(answers, blank, 1, 5)
		change(m)
		refuses(t, m.Validate(), "Squares")
	}
	still := answered([][]int64{{3, 1}, {3, 5}, {1, 0}})
	_, err := still.Weigh(weight.Options{Method: weight.CRITIC})
	refuses(t, err, "Squares of items 0 and 1")
	same := func(*weight.Sums) {}
	refuses(t, change(same, weight.Options{Method: weight.MEREC}), "Method")
	refuses(t, change(same, weight.Options{Method: weight.CRITIC, Ranks: true}), "Ranks")
	without := func(m *weight.Sums) { m.Frequencies = nil }
	for _, o := range []weight.Options{{Method: weight.Entropy}, {Method: weight.DeviationMaximum}, {Scaling: weight.Observed}} {
		refuses(t, change(without, o), "Frequencies")
	}
	if err := change(without, weight.Options{Method: weight.CRITIC}); err != nil {
		t.Errorf("CRITIC without levels: %v", err)
	}
	if _, err := new(weight.Sums).Weigh(plain); err == nil {
		t.Error("nothing has weights")
	}
	apart := sumsOf([][]int64{{1, 1}, {5, 1}, {1, 2}, {1, 5}}, [][]bool{{false, true}, {false, true}, {true, false}, {true, false}}, 1, 5)
	_, err = apart.Weigh(weight.Options{Method: weight.CRITIC})
	refuses(t, err, "items 0 and 1")
	once := sumsOf([][]int64{{1, 2}, {5, 1}, {1, 2}, {1, 5}}, [][]bool{{false, false}, {false, true}, {true, false}, {true, false}}, 1, 5)
	once.Squares = nil
	_, err = once.Weigh(weight.Options{Method: weight.CRITIC})
	refuses(t, err, "items 0 and 1") // one guest answered both
	if _, err := apart.Weigh(plain); err != nil {
		t.Errorf("items that no guest answered both of: %v", err)
	}
}

func TestItemsThatDoNotVaryOrVaryInStep(t *testing.T) {
	still := table(t, "3,4;3,4", "")
	// The second is the first in another unit; rounding puts their correlation just below 1.
	inStep := table(t, "6.3,21.877106978803152,7; 3.4,11.806692655227097,7; 5.4,18.751805981831275,7; 7.5,26.044174974765657,7; 8.3,28.822220305407328,7", "")
	tests := []struct {
		name string
		m    *weight.Matrix
		o    weight.Options
		want []float64
	}{
		{"nothing varies", still, weight.Options{Method: weight.CRITIC}, []float64{.5, .5}},
		{"nothing varies, components", still, weight.Options{Method: weight.FirstComponent}, []float64{.5, .5}},
		{"in step", inStep, weight.Options{Method: weight.CRITIC}, []float64{.5, .5, 0}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := test.m.Weigh(test.o); !errors.Is(err, weight.ErrUndefined) {
				t.Errorf("%v, want ErrUndefined", err)
			}
			test.o.EqualIfUndefined = true
			got := dataWeights(t, test.m, test.o)
			nearAll(t, "weights", got.Weights, test.want, 0)
			if got.Warnings[len(got.Warnings)-1].Code != weight.WarnUndefined {
				t.Errorf("warnings %v", got.Warnings)
			}
		})
	}
	alone := dataWeights(t, table(t, "1,7; 2,7", ""), weight.Options{Method: weight.CRITIC})
	nearAll(t, "one that varies", alone.Weights, []float64{1, 0}, 0)
}

func answered(rows [][]int64) *weight.Sums {
	blank := make([][]bool, len(rows))
	for g, row := range rows {
		for i, v := range row {
			blank[g] = append(blank[g], v == 0)
			rows[g][i] = max(v, 1)
		}
	}
	return sumsOf(rows, blank, 1, 5)
}

// Guests who answered both items went to the ends, the others stayed in the middle.
func TestCorrelationsBeyondOneAreCut(t *testing.T) {
	m := answered([][]int64{{1, 1, 2}, {5, 5, 4}, {3, 0, 1}, {3, 0, 5}, {0, 3, 2}, {0, 3, 3}})
	if got := dataWeights(t, m, weight.Options{Method: weight.CRITIC}); len(got.Warnings) > 0 {
		t.Errorf("over the guests who answered both: warnings %v", got.Warnings)
	}
	m.Squares = nil
	got := dataWeights(t, m, weight.Options{Method: weight.CRITIC})
	sumsToOne(t, "weights", got.Weights)
	if codes(got.Warnings) != "indefinite-correlations 1" {
		t.Errorf("warnings %v", got.Warnings)
	}
	// The same with items 0 and 1 in opposite ways: each is in conflict with the other by 1-(-1), not more.
	m = answered([][]int64{{1, 5, 2}, {5, 1, 4}, {3, 0, 1}, {3, 0, 5}, {0, 3, 2}, {0, 3, 3}})
	m.Squares = nil
	got = dataWeights(t, m, weight.Options{Method: weight.CRITIC, Scaling: weight.Unscaled})
	plain := dataWeights(t, m, weight.Options{Method: weight.StandardDeviation, Scaling: weight.Unscaled})
	near(t, "variance", plain.Scores[0]*plain.Scores[0], 8./3, exactly)
	r := 4. / 3 / (plain.Scores[0] * plain.Scores[2]) // 1 5 3 3 with 2 4 1 5: (4·40-12·12)/(4·3)
	nearAll(t, "scores", got.Scores, []float64{plain.Scores[0] * (2 + 1 - r), plain.Scores[1] * (2 + 1 + r), plain.Scores[2] * 2}, 1e-12)
}

// Blanks in different rows can make two items look as if each agreed with a third in opposite ways.
func TestEigenvaluesBelowZeroAreCut(t *testing.T) {
	// Items 0 and 1 rise together in the first rows, where item 2 is blank, and so on; no three items can do that.
	m := answered([][]int64{{1, 1, 0}, {5, 5, 0}, {1, 0, 1}, {5, 0, 5}, {0, 1, 5}, {0, 5, 1}, {3, 3, 3}})
	got := dataWeights(t, m, weight.Options{Method: weight.Communality, Components: 2})
	sumsToOne(t, "weights", got.Weights)
	if codes(got.Warnings) != "indefinite-correlations 1" || got.Eigenvalues[2] != 0 {
		t.Errorf("warnings %v, eigenvalues %v", got.Warnings, got.Eigenvalues)
	}
}

func TestTiedComponentsAreNamed(t *testing.T) {
	m := table(t, "1,1; 1,-1; -1,1; -1,-1", "")
	got := dataWeights(t, m, weight.Options{Method: weight.FirstComponent})
	if codes(got.Warnings) != "tied-eigenvalues 2" {
		t.Errorf("warnings %v", got.Warnings)
	}
}

func TestTheShiftIsNamed(t *testing.T) {
	m := table(t, "-3,1; 0,2; 3,3", "")
	plain := dataWeights(t, m, weight.Options{Method: weight.Entropy, Shift: 4})
	more := dataWeights(t, m, weight.Options{Method: weight.Entropy, Shift: 5})
	if plain.Weights[0] == more.Weights[0] || plain.Options.Shift != 4 || plain.Warnings[0].Code != weight.WarnShifted {
		t.Errorf("%+v, %+v", plain, more)
	}
}

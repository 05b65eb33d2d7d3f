package weight_test

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

// Three guests who count 1, 1 and 2 answer 1, 3, 5 and 1, 2, 1. By hand: means 3.5 and 1.25, Σw = 4, Σw² = 6, sums of
// squares 11 and .75 over 4 - 6/4, of products -.5; pairs of guests weigh 1, 2 and 2.
func TestWeightsOfThreeGuestsByHand(t *testing.T) {
	var strata weight.Strata
	for k, row := range [][]int64{{1, 1}, {3, 2}, {5, 1}} {
		strata = append(strata, weight.Stratum{Sums: sumsOf([][]int64{row}, nil, 1, 5), Weight: []float64{1, 1, 2}[k]})
	}
	weighted, err := table(t, "1,1; 3,2; 5,1", "").Weighted([]float64{1, 1, 2})
	if err != nil {
		t.Fatal(err)
	}
	r := -.5 / math.Sqrt(11*.75)
	xlogx := func(p float64) float64 { return p * math.Log(p) }
	h := [2]float64{-(xlogx(1./14) + xlogx(3./14) + 2*xlogx(5./14)), -(xlogx(1./5) + xlogx(2./5) + 2*xlogx(1./5))}
	for _, test := range []struct {
		method weight.DataMethod
		scores []float64
	}{
		{weight.StandardDeviation, []float64{math.Sqrt(4.4), math.Sqrt(.3)}},
		{weight.CRITIC, []float64{math.Sqrt(4.4) * (1 - r), math.Sqrt(.3) * (1 - r)}},
		{weight.DeviationMaximum, []float64{14. / 5, 3. / 5}},
		{weight.Entropy, []float64{1 - h[0]/math.Log(4), 1 - h[1]/math.Log(4)}},
	} {
		o := weight.Options{Method: test.method, Scaling: weight.Unscaled}
		for form, m := range map[string]weigher{"strata": strata, "table": weighted} {
			got := dataWeights(t, m, o)
			nearAll(t, fmt.Sprint(form, " ", test.method), got.Scores, test.scores, exactly)
			nearAll(t, "effective n", got.EffectiveN, []float64{16. / 6, 16. / 6}, exactly)
			if !slices.Equal(got.N, []int64{3, 3}) {
				t.Errorf("n %v", got.N)
			}
		}
	}
	// MEREC: logarithms against the least are 0, ln 3, ln 5 and 0, ln 2, 0; two items.
	s := func(sum float64) float64 { return math.Log(1 + sum/2) }
	l2, l3, l5 := math.Log(2), math.Log(3), math.Log(5)
	merec := dataWeights(t, weighted, weight.Options{Method: weight.MEREC})
	nearAll(t, "merec", merec.Scores, []float64{s(l3+l2) - s(l2) + 2*s(l5), s(l3+l2) - s(l3)}, exactly)
	if _, err := strata.Weigh(weight.Options{Method: weight.MEREC}); err == nil {
		t.Error("strata know MEREC")
	}
}

// A guest who counts three times is three guests.
func TestWholeWeightsAreRepeatedGuests(t *testing.T) {
	eachMethod(t, func(t *rapid.T, method weight.DataMethod) {
		answers := drawAnswers(t, rapid.IntRange(4, 20).Draw(t, "guests"))
		o := weight.Options{Method: method, Ranks: method == weight.CRITIC && rapid.Bool().Draw(t, "ranks")}
		var repeated [][]int64
		times := make([]float64, len(answers))
		cells := map[float64][][]int64{}
		for g, row := range answers {
			n := rapid.IntRange(0, 3).Draw(t, "times")
			if g < 3 { // the first two keep every item varying, and three are never fewer than 2 in effect
				n = max(n, 2)
			}
			times[g] = float64(n)
			repeated = append(repeated, slices.Repeat([][]int64{row}, n)...)
			cells[times[g]] = append(cells[times[g]], row)
		}
		want, err := asTable(t, repeated).Weigh(o)
		undefined(t, want, err)
		weighted, err := asTable(t, answers).Weighted(times)
		if err != nil {
			t.Fatal(err)
		}
		nearAll(t, "table", dataWeights(t, weighted, o).Weights, want.Weights, settled)
		if method == weight.MEREC || o.Ranks {
			return
		}
		var strata weight.Strata
		for n := range 4 {
			if rows := cells[float64(n)]; rows != nil {
				strata = append(strata, weight.Stratum{Sums: sumsOf(rows, nil, 1, 5), Weight: float64(n)})
			}
		}
		nearAll(t, "strata", dataWeights(t, strata, o).Weights, want.Weights, settled)
	})
}

// Cells that weigh alike are one survey, blanks and all; and but for entropy only the ratios of weights count.
func TestStrataOfOneWeightAreTheWhole(t *testing.T) {
	answers, blank := generated()
	all := sumsOf(answers, blank, 1, 5)
	var strata, doubled weight.Strata
	for from := 0; from < 500; from += 125 {
		part := sumsOf(answers[from:from+125], blank[from:from+125], 1, 5)
		strata = append(strata, weight.Stratum{Sums: part, Weight: 1})
		doubled = append(doubled, weight.Stratum{Sums: part, Weight: 2.5})
	}
	for _, method := range dataMethods() {
		if method == weight.MEREC {
			continue
		}
		o := weight.Options{Method: method}
		want := dataWeights(t, all, o)
		got := dataWeights(t, strata, o)
		nearAll(t, method.String(), got.Weights, want.Weights, 1e-11)
		nearAll(t, method.String()+" n", got.EffectiveN, want.EffectiveN, 1e-9)
		if method != weight.Entropy {
			nearAll(t, method.String()+" doubled", dataWeights(t, doubled, o).Weights, want.Weights, 1e-11)
		}
	}
}

func TestWrongStrataAreRefused(t *testing.T) {
	answers, _ := generated()
	sums := func() *weight.Sums { return sumsOf(answers[:50], nil, 1, 5) }
	other, bare := sumsOf([][]int64{{1, 2}, {2, 1}}, nil, 1, 5), sums()
	bare.Frequencies = nil
	broken := sums()
	broken.Cross[1]++
	few := sumsOf(answers[:1], nil, 1, 5)
	for name, test := range map[string]struct {
		strata weight.Strata
		want   string
	}{
		"none":        {nil, "strata"},
		"no sums":     {weight.Strata{{Weight: 1}}, "strata[0].Sums"},
		"not finite":  {weight.Strata{{sums(), math.NaN()}}, "strata[0].Weight"},
		"negative":    {weight.Strata{{sums(), 1}, {sums(), -1}}, "strata[1].Weight"},
		"other items": {weight.Strata{{sums(), 1}, {other, 1}}, "strata[1].Sums"},
		"no counts":   {weight.Strata{{sums(), 1}, {bare, 1}}, "strata[1].Sums"},
		"impossible":  {weight.Strata{{sums(), 1}, {broken, 1}}, "Sums.N, Cross of items 0 and 1"},
		"one guest":   {weight.Strata{{few, 1}}, "Sums.N of items 0 and 0"},
		"all zero":    {weight.Strata{{sums(), 0}}, "Sums.N of items 0 and 0"},
		"in effect":   {weight.Strata{{few, 1e9}, {sums(), 1e-9}}, "Sums.N of item 0"},
	} {
		_, err := test.strata.Weigh(weight.Options{})
		if got, ok := errors.AsType[*hotelcrm.ParamError](err); !ok || got.Param != test.want {
			t.Errorf("%s: %v", name, err)
		}
	}
	tiny := weight.Strata{{sums(), 1e-3}}
	if _, err := tiny.Weigh(weight.Options{Method: weight.Entropy}); err == nil {
		t.Error("entropy of a twentieth of a guest")
	}
	for _, weights := range [][]float64{{1}, {1, 1, math.Inf(1)}, {1, 1, -1}, {1, 0, 0}, {1, 1e-9, 1e-9}} {
		if _, err := table(t, "1,1; 3,2; 5,1", "").Weighted(weights); err == nil {
			t.Errorf("%v: no error", weights)
		}
	}
}

func ExampleStrata_Weigh_businessAndLeisure() {
	business := &weight.Sums{ // four guests on business: room 5, 4, 4, 2, breakfast 3, 3, 4, 3
		Items: 2, N: []int64{4, 4, 4, 4}, Totals: []int64{15, 15, 13, 13}, Cross: []int64{61, 49, 49, 43}, Ends: [][2]int64{{1, 5}, {1, 5}},
	}
	leisure := &weight.Sums{ // three at leisure: room 4, 4, 5, breakfast 1, 5, 2
		Items: 2, N: []int64{3, 3, 3, 3}, Totals: []int64{13, 13, 8, 8}, Cross: []int64{57, 34, 34, 30}, Ends: [][2]int64{{1, 5}, {1, 5}},
	}
	// Of all guests a fifth are on business: they answer more often than they stay.
	w, err := weight.Strata{{Sums: business, Weight: 0.35}, {Sums: leisure, Weight: 1.867}}.Weigh(weight.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f, n %d, in effect %.1f\n", w.Weights, w.N, w.EffectiveN)
	// Output: [0.307 0.693], n [7 7], in effect [4.5 4.5]
}

func ExampleMatrix_Weighted_byNumberOfGuests() {
	hotels, err := weight.NewMatrix([][]float64{{8.2, 7.5}, {9.1, 6.8}, {7.9, 8.0}}, nil) // room and breakfast of three hotels
	if err != nil {
		fmt.Println(err)
		return
	}
	byGuests, err := hotels.Weighted([]float64{120, 40, 60})
	if err != nil {
		fmt.Println(err)
		return
	}
	w, err := byGuests.Weigh(weight.Options{Method: weight.DeviationMaximum})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%.3f\n", w.Weights)
	// Output: [0.487 0.513]
}

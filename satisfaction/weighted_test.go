package satisfaction_test

import (
	"fmt"
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"pgregory.net/rapid"
)

// tenGuests are the ten of the raked survey in their four cells: men young and old, women young and old.
func tenGuests() (cells [4][]int, weights []float64) {
	return [4][]int{{8, 7, 9}, {6, 5, 6}, {9, 8}, {7, 7}}, []float64{2. / 3, 1, 1, 1.5}
}

// weightedCells combines one item's answers on the scale from low to high, each of them less the first code's points.
func weightedCells(t testing.TB, low, high, less int) *satisfaction.Moments {
	t.Helper()
	scale, err := satisfaction.Direct(int64(low), int64(high))
	if err != nil {
		t.Fatal(err)
	}
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "rating", Scale: scale}})
	if err != nil {
		t.Fatal(err)
	}
	cells, weights := tenGuests()
	var summaries []*satisfaction.Summary
	for _, cell := range cells {
		s := satisfaction.NewSummary(form)
		for _, v := range cell {
			if err := s.Add([]satisfaction.Answer{satisfaction.Answer(v - less + 1 - low)}); err != nil {
				t.Fatal(err)
			}
		}
		summaries = append(summaries, s)
	}
	m, err := satisfaction.Combine(summaries, weights)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

// By hand: promoters 9 and 9 weigh 2/3 + 1, passives 16/3, detractors 3, of 10; n in effect is 100 / (65/6) = 120/13.
func TestWeightedNPSByHand(t *testing.T) {
	n, err := weightedCells(t, 0, 10, 0).NPS(0)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "value", n.Value(), -4./30, 1e-15)
	check(t, "promoters", n.Promoters, 20./13, 1e-14)
	check(t, "passives", n.Passives, 64./13, 1e-14)
	check(t, "detractors", n.Detractors, 36./13, 1e-14)
	check(t, "variance", n.Variance(), .4488888888888889, 1e-15)
	check(t, "se", n.SE(), .2205212679757434, 1e-15)
	wald, err := n.Wald(.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "wald low", wald.Low, -.5655470763908964, 1e-14)
	check(t, "wald high", wald.High, .2988804097242297, 1e-14)
	adjusted, err := n.Adjusted(.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "adjusted low", adjusted.Low, -.5431799472280852, 1e-14)
	check(t, "adjusted high", adjusted.High, .3240018650363043, 1e-14)
	if n.N() != 10 || fmt.Sprint(n) != "NPS -13 (1.5 / 4.9 / 2.8)" {
		t.Error(n, n.N())
	}
}

func TestWeightedBoxesByHand(t *testing.T) {
	for _, test := range []struct {
		name             string
		box              func() (satisfaction.Box, error)
		in               int64
		share, low, high float64
	}{
		{"best two of eleven", func() (satisfaction.Box, error) { return weightedCells(t, 0, 10, 0).TopBox(0, 2, .95) }, 2, 1. / 6, .04010058190043383, .4891421661896847},
		{"best two of five", func() (satisfaction.Box, error) { return weightedCells(t, 1, 5, 4).CSAT(0, .95) }, 4, 1. / 3, .12211476194556316, .6425066120994961},
	} {
		b, err := test.box()
		if err != nil {
			t.Fatal(err)
		}
		check(t, test.name, b.Share, test.share, 1e-15)
		check(t, test.name+" low", b.Interval.Low, test.low, 1e-14)
		check(t, test.name+" high", b.Interval.High, test.high, 1e-14)
		check(t, test.name+" n", b.EffectiveN, 120./13, 1e-14)
		if b.N != 10 || b.In != test.in {
			t.Errorf("%s: %+v", test.name, b)
		}
	}
	effort, err := weightedCells(t, 1, 7, 2).CES(0, .95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "mean", effort.Mean, 5.1, 1e-14)
	check(t, "easy", effort.Easy.Share, .7, 1e-15)
	want, err := satisfaction.MeanInterval(5.1, 1.2634325000739022, 120./13, .95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "low", effort.Interval.Low, want.Low, 1e-13)
	check(t, "high", effort.Interval.High, want.High, 1e-13)
	if effort.N != 10 || effort.EffectiveN != effort.Easy.EffectiveN {
		t.Errorf("%+v", effort)
	}
}

// What weights of the guests give is what as many guests give; with one weight it is the plain figure to the last bit.
func TestWholeWeightsAreRepeatedRows(t *testing.T) {
	ten, _ := satisfaction.Direct(0, 10)
	five, _ := satisfaction.Direct(1, 5)
	seven, _ := satisfaction.Direct(1, 7)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "recommend", Scale: ten}, {ID: "overall", Scale: five}, {ID: "easy", Scale: seven}})
	if err != nil {
		t.Fatal(err)
	}
	rapid.Check(t, func(t *rapid.T) {
		rows := drawRows(t, form, 30)
		rows = append(rows, 1, 1, 1, 5, 3, 4)
		repeated, alike := satisfaction.NewSummary(form), satisfaction.NewSummary(form)
		var cells []*satisfaction.Summary
		var times, ones []float64
		for r := 0; r < len(rows); r += 3 {
			row := rows[r : r+3]
			n := rapid.IntRange(1, 3).Draw(t, "times")
			cell := satisfaction.NewSummary(form)
			for range n {
				must(t, repeated.Add(row))
			}
			must(t, alike.Add(row))
			must(t, cell.Add(row))
			cells, times, ones = append(cells, cell), append(times, float64(n)), append(ones, 1)
		}
		weighted, err := satisfaction.Combine(cells, times)
		must(t, err)
		plain, err := satisfaction.Combine(cells, ones)
		must(t, err)
		samePoint(t, weighted, repeated)
		sameAll(t, plain, alike)
	})
}

func must(t interface{ Fatal(...any) }, err error) {
	if err != nil {
		t.Fatal(err)
	}
}

// samePoint compares the estimates, which weights and repeated rows share.
func samePoint(t *rapid.T, m *satisfaction.Moments, s *satisfaction.Summary) {
	a, err := m.NPS(0)
	must(t, err)
	b, err := s.NPS(0)
	must(t, err)
	closeTo(t, "nps", a.Value(), b.Value())
	c, err := m.CSAT(1, .9)
	must(t, err)
	d, err := s.CSAT(1, .9)
	must(t, err)
	closeTo(t, "csat", c.Share, d.Share)
	e, err := m.TopBox(2, 1, .9)
	must(t, err)
	f, err := s.TopBox(2, 1, .9)
	must(t, err)
	closeTo(t, "top box", e.Share, f.Share)
	g, err := m.CES(2, .9)
	if err != nil {
		return // one answer in effect
	}
	h, err := s.CES(2, .9)
	must(t, err)
	closeTo(t, "ces", g.Mean, h.Mean)
	if g.EffectiveN > float64(g.N)+1e-9 {
		t.Fatal("more in effect than there are", g.EffectiveN, g.N)
	}
}

func closeTo(t *rapid.T, what string, got, want float64) {
	if d := got - want; d > 1e-12 || d < -1e-12 {
		t.Fatalf("%s is %v, want %v", what, got, want)
	}
}

// sameAll compares every figure.
func sameAll(t *rapid.T, m *satisfaction.Moments, s *satisfaction.Summary) {
	a, _ := m.NPS(0)
	b, _ := s.NPS(0)
	c, _ := m.CSAT(1, .9)
	d, _ := s.CSAT(1, .9)
	e, errE := m.CES(2, .9)
	f, errF := s.CES(2, .9)
	if a != b || c != d || e != f || (errE == nil) != (errF == nil) {
		t.Fatalf("%+v %+v\n%+v %+v\n%+v %+v", a, b, c, d, e, f)
	}
}

func ExampleMoments_NPS_youngWeighedDown() {
	n, err := weightedCells(new(testing.T), 0, 10, 0).NPS(0) // ten guests, the young weighed down to their share
	if err != nil {
		fmt.Println(err)
		return
	}
	interval, err := n.Adjusted(0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%v, n %d, in effect %.2f: %.2f to %.2f\n", n, n.N(), n.EffectiveN(), interval.Low, interval.High)
	// Output: NPS -13 (1.5 / 4.9 / 2.8), n 10, in effect 9.23: -0.54 to 0.32
}

func ExampleMoments_TopBox_youngWeighedDown() {
	b, err := weightedCells(new(testing.T), 0, 10, 0).TopBox(0, 2, 0.95)
	fmt.Printf("%.3f (%.2f to %.2f), n %d, %v\n", b.Share, b.Interval.Low, b.Interval.High, b.N, err)
	// Output: 0.167 (0.04 to 0.49), n 10, <nil>
}

func ExampleMoments_CSAT_youngWeighedDown() {
	b, err := weightedCells(new(testing.T), 1, 5, 4).CSAT(0, 0.95)
	fmt.Printf("%.2f, n %d, in effect %.2f, %v\n", b.Share, b.N, b.EffectiveN, err)
	// Output: 0.33, n 10, in effect 9.23, <nil>
}

func ExampleMoments_CES_youngWeighedDown() {
	e, err := weightedCells(new(testing.T), 1, 7, 2).CES(0, 0.95)
	fmt.Printf("%.1f (%.2f to %.2f), n %d, %v\n", e.Mean, e.Interval.Low, e.Interval.High, e.N, err)
	// Output: 5.1 (4.15 to 6.05), n 10, <nil>
}

func ExampleMoments_ACSI_expectedAndIdeal() {
	scale, err := satisfaction.Direct(1, 10)
	if err != nil {
		fmt.Println(err)
		return
	}
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "overall", Scale: scale}, {ID: "expected", Scale: scale}, {ID: "ideal", Scale: scale}})
	if err != nil {
		fmt.Println(err)
		return
	}
	s := satisfaction.NewSummary(form)
	if err := s.AddRows([]satisfaction.Answer{9, 8, 8, 7, 7, 6, 8, 8, 7, 10, 9, 9}, 1); err != nil {
		fmt.Println(err)
		return
	}
	m, err := s.Moments()
	if err != nil {
		fmt.Println(err)
		return
	}
	index, err := m.ACSI([3]int{0, 1, 2}, [3]float64{0.4, 0.3, 0.3}, 0.95)
	fmt.Printf("%.2f (%.1f to %.1f), n %d, %v\n", index.Value, index.Interval.Low, index.Interval.High, index.N, err)
	// Output: 78.33 (58.2 to 98.5), n 4, <nil>
}

// Cells of one survey weighed by raking: the data weights of the whole follow.
func ExampleSummary_WeightSums_strata() {
	leisure, business := innSummary(), satisfaction.NewSummary(innForm())
	if err := business.AddRows([]satisfaction.Answer{3, 3, 8, 3, 2, 6}, 1); err != nil {
		fmt.Println(err)
		return
	}
	r, err := satisfaction.PostStratify([]int64{leisure.Rows(), business.Rows()}, []float64{50, 50})
	if err != nil {
		fmt.Println(err)
		return
	}
	var strata weight.Strata
	for c, cell := range []*satisfaction.Summary{leisure, business} {
		sums, err := cell.WeightSums(nil)
		if err != nil {
			fmt.Println(err)
			return
		}
		strata = append(strata, weight.Stratum{Sums: sums, Weight: r.Weights[c]})
	}
	w, err := strata.Weigh(weight.Options{})
	fmt.Printf("%.3f, in effect %.2f, %v\n", w.Weights, w.EffectiveN, err)
	// Output: [0.292 0.447 0.261], in effect [5.71 4.91 4.91], <nil>
}

package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The intervals of shares in R. G. Newcombe (1998), table I, and others to more digits.
func TestWilsonGivesThePublishedIntervals(t *testing.T) {
	for _, test := range []struct {
		in, n     int64
		low, high float64
	}{
		{8, 10, .4901624715, .9433178485},
		{81, 263, .2552885199, .3662095770},
		{15, 148, .0623863995, .1604872417},
		{0, 20, 0, .1611251581},
		{1, 29, .0061132143, .1717552188},
	} {
		got, err := satisfaction.Wilson(test.in, test.n, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "low", got.Low, test.low, near10)
		check(t, "high", got.High, test.high, near10)
	}
}

func TestNPSOfAHundredGuests(t *testing.T) {
	n := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}
	wald, err := n.Wald(0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "score", n.Value(), .25, 0)
	check(t, "variance", n.Variance(), .6875, 1e-15)
	check(t, "se", n.SE(), .0829156198, near10)
	check(t, "low", wald.Low, .0874883715, near10)
	check(t, "high", wald.High, .4125116285, near10)
	d, err := n.Minus(satisfaction.NPS{Promoters: 35, Passives: 40, Detractors: 25}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "difference", d.Value, .15, 1e-15)
	check(t, "its se", d.SE, .1130265455, near10)
	check(t, "its p", d.P, .1844683734, near10)
	check(t, "its low end", d.Interval.Low, -.0715279586, near10)
	check(t, "its high end", d.Interval.High, .3715279586, near10)
}

func TestAdjustedNPSKeepsItsWidth(t *testing.T) {
	n := satisfaction.NPS{Promoters: 9}
	wald, _ := n.Wald(0.95)
	adjusted, err := n.Adjusted(0.95)
	if err != nil || wald.Low != 1 || adjusted.Low >= 0.9 || adjusted.High != 1 {
		t.Errorf("wald %+v, adjusted %+v, %v", wald, adjusted, err)
	}
}

func TestAlphaOfAttitude(t *testing.T) {
	a, err := satisfaction.CronbachAlpha(covarianceOf(t, attitude()), 30, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "alpha", a.Value, .8431427696, near10)
	check(t, "standardised", a.Standardised, .8390838030, near10)
	for i, want := range []float64{.80976021, .79691746, .82784777, .80303098, .79538657, .86387231, .84046487} {
		check(t, "dropped", a.Dropped[i], want, 0.6e-8)
	}
	check(t, "low", a.Interval.Low, .74, .005)
	check(t, "high", a.Interval.High, .92, .005)
}

func TestAlphaOfSixGuests(t *testing.T) {
	a, err := satisfaction.CronbachAlpha(covarianceOf(t, [][]float64{
		{3, 4, 3, 4},
		{5, 4, 4, 5},
		{2, 3, 2, 2},
		{4, 4, 5, 4},
		{1, 2, 1, 2},
		{3, 3, 4, 3},
	}), 6, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "alpha", a.Value, .940197607904, near12)
}

func TestAlphaOfTheGeneratedSurvey(t *testing.T) {
	m, err := summaryOf(t, thesisForm(t), generated().complete, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	for _, test := range []struct {
		items []int
		want  float64
	}{
		{nil, .860994850232},
		{[]int{0, 1, 2, 3, 4, 5, 6, 7}, .723341364886},
	} {
		c, err := m.CovarianceMatrix(test.items)
		if err != nil {
			t.Fatal(err)
		}
		a, err := satisfaction.CronbachAlpha(c, 500, 0.95)
		if err != nil {
			t.Fatal(err)
		}
		check(t, "alpha", a.Value, test.want, near12)
	}
}

// peerStops: the optimisers of R stop before the likelihood is flat; at their figures it still rises. The figures to
// twelve places come from a second program, whose numerical gradient at them is 0.
const peerStops = 2e-7

func TestOmegaOfAttitude(t *testing.T) {
	o, err := satisfaction.McDonaldOmega(covarianceOf(t, attitude()), 30)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "standardised", o.Standardised, .840544489689, near12)
	check(t, "on the scales", o.Value, .856326792954, near12)
	check(t, "standardised, by R factanal", o.Standardised, .840544365, peerStops)
	check(t, "on the scales, by R lavaan", o.Value, .85632684, peerStops)
	if len(o.Warnings) > 0 {
		t.Error(o.Warnings)
	}
}

// Ten guests, 6 men and 4 women, 5 young and 5 old: to 5 and 5, and 4 and 6.
func TestRakingTenGuests(t *testing.T) {
	cells := []int64{3, 3, 2, 2} // M young, M old, F young, F old
	r, err := satisfaction.Rake(cells, []satisfaction.Margin{
		{Name: "sex", Groups: []int{0, 0, 1, 1}, Shares: []float64{5, 5}},
		{Name: "age", Groups: []int{0, 1, 0, 1}, Shares: []float64{4, 6}},
	}, satisfaction.RakeRule{})
	if err != nil {
		t.Fatal(err)
	}
	for c, want := range []float64{.6666666667, 1, 1, 1.5} {
		check(t, "weight", r.Weights[c], want, near10)
	}
	check(t, "design effect", r.DesignEffect, 1.0833333333, near10)
	check(t, "effective n", r.EffectiveN, 9.2307692308, near10)
	if m := rakedMean(t, r); m != nil {
		mean, _ := m.Mean(0)
		check(t, "mean", mean, 7.1, near10)
		check(t, "effective n of the item", m.EffectiveN(0, 0), 9.2307692308, near10)
	}
}

// rakedMean returns the moments of the ten guests' marks 8 7 9 6 5 6 9 8 7 7.
func rakedMean(t *testing.T, r *satisfaction.Respondents) *satisfaction.Moments {
	t.Helper()
	scale, err := satisfaction.Direct(1, 10)
	if err != nil {
		t.Fatal(err)
	}
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "stay", Scale: scale}})
	if err != nil {
		t.Fatal(err)
	}
	var cells []*satisfaction.Summary
	for _, marks := range [][]satisfaction.Answer{{8, 7, 9}, {6, 5, 6}, {9, 8}, {7, 7}} {
		cells = append(cells, summaryOf(t, form, marks, 1))
	}
	m, err := satisfaction.Combine(cells, r.Weights)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func TestShrinkageOfFourHotels(t *testing.T) {
	s, err := satisfaction.Shrink([]satisfaction.Group{{N: 120, Mean: 8.2}, {N: 15, Mean: 7.5}, {N: 4, Mean: 9.1}, {N: 60, Mean: 6.8}}, 25)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "centre", s.Centre, 7.7432160804, near10)
	for i, want := range []float64{8.1212441518, 7.6520100503, 7.9303586900, 7.0774164942} {
		check(t, "mean", s.Means[i], want, near10)
	}
}

func TestLongestRunsOfTheGeneratedSurvey(t *testing.T) {
	s, err := thesisForm(t).StraightLines(generated().complete, satisfaction.StraightLine{Run: 7})
	if err != nil {
		t.Fatal(err)
	}
	for run, want := range []int{0, 2, 143, 217, 91, 37, 7, 3, 0} {
		if s.Runs[run] != want {
			t.Errorf("%d guests with a run of %d, want %d", s.Runs[run], run, want)
		}
	}
	if len(s.Flagged) != 3 {
		t.Errorf("flagged %v", s.Flagged)
	}
}

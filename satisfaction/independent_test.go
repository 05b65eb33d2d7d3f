package satisfaction_test

import (
	"bytes"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"github.com/shopspring/decimal"
)

// house is the survey of 500 guests that a linear congruential generator gives.
func house() (complete, blanked []satisfaction.Answer, overall []int) {
	x := int64(20090901)
	r := func() int64 {
		x = (1103515245*x + 12345) % (1 << 31)
		return x >> 16
	}
	for range 500 {
		b := r() % 3
		row := make([]satisfaction.Answer, 24)
		s := int64(0)
		for i := range row {
			v := 1 + min(4, b+r()%4)
			if i%6 == 5 {
				v = 1 + min(4, r()%5)
			}
			row[i] = satisfaction.Answer(v)
			if i < 8 {
				s += v
			}
		}
		s += r() % 9
		overall = append(overall, int(1+min(9, max(0, (s-12)>>2))))
		complete = append(complete, row...)
		for i := range row {
			if r()%20 == 0 {
				row[i] = satisfaction.Blank
			}
		}
		blanked = append(blanked, row...)
	}
	return complete, blanked, overall
}

func hotelTree(t testing.TB) satisfaction.Tree {
	t.Helper()
	tree, err := satisfaction.HotelTree().Reweigh("overall", []int64{15, 25, 30, 18, 12})
	if err != nil {
		t.Fatal(err)
	}
	return tree
}

func near(t *testing.T, what string, got, want, tol float64) {
	t.Helper()
	if !(math.Abs(got-want) <= tol) {
		t.Errorf("%s = %.12f, want %.12f", what, got, want)
	}
}

func TestIndependentSurvey(t *testing.T) {
	complete, blanked, overall := house()
	sum := 0
	for _, o := range overall {
		sum += o
	}
	if sum != 2638 {
		t.Fatal("generator", sum)
	}
	tree := hotelTree(t)
	for _, c := range []struct {
		rows  []satisfaction.Answer
		rule  satisfaction.MissingRule
		first [3]float64
		mean  float64
		at19  float64
	}{
		{complete, 0, [3]float64{7.5075, 7.1975, 5.8125}, 6.68312, 0},
		{blanked, satisfaction.Flat, [3]float64{7.5075, 7.575939849624, 5.870967741935}, 6.671760357849, 7.416422287390},
		{blanked, satisfaction.ByLevel, [3]float64{7.5075, 7.817142857143, 5.875}, 6.672660952381, 7.131785714286},
	} {
		s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{Missing: c.rule})
		if err != nil {
			t.Fatal(err)
		}
		scores, err := s.ScoreAll(c.rows, 2)
		if err != nil {
			t.Fatal(err)
		}
		for i, want := range c.first {
			got, _ := scores.At(i)
			near(t, "score", got.Value, want, 6e-13)
		}
		mean, n := scores.Mean()
		near(t, "mean", mean, c.mean, 6e-13)
		if n != 500 {
			t.Error(n)
		}
		if c.at19 > 0 {
			got, _ := scores.At(19)
			near(t, "guest 19", got.Value, c.at19, 6e-13)
		}
		report, err := s.Report(c.rows, nil, .95, 3)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "report", report.Nodes[0].Mean, c.mean, 6e-13)
	}
	form, _ := tree.Form()
	b, k := satisfaction.NewSummary(form), satisfaction.NewSummary(form)
	if err := errors.Join(b.AddRows(blanked, 1), k.AddRows(complete, 1)); err != nil {
		t.Fatal(err)
	}
	if k.Cross(0, 1) != 6012 {
		t.Error(k.Cross(0, 1))
	}
	var squares, blanks int64
	for i := range 24 {
		squares += k.Squares(i, i)
		blanks += b.Count(i, satisfaction.Blank)
	}
	if squares != 154356 || blanks != 609 {
		t.Error(squares, blanks)
	}
	s, _ := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	m, _ := b.Moments()
	r, err := s.ReportMeans(m, .95)
	if err != nil {
		t.Fatal(err)
	}
	near(t, "score of means", r.Nodes[0].Mean, 6.675071054902, 6e-13)

	km, _ := k.Moments()
	v, _ := km.Variance(0)
	cov, _ := km.Covariance(0, 1)
	cor, _ := km.Correlation(0, 1)
	near(t, "variance", v/4, 1.5546092184, 6e-11)
	near(t, "covariance", cov/4, .3568136273, 6e-11)
	near(t, "r", cor, .2232359305, 6e-11)
	for n, want := range map[int]float64{24: .860994850232, 8: .723341364886} {
		var items []int
		for i := range n {
			items = append(items, i)
		}
		c, _ := km.CovarianceMatrix(items)
		a, err := satisfaction.CronbachAlpha(c, 500, .95)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "alpha", a.Value, want, 6e-13)
	}
	lines, err := form.StraightLines(complete, satisfaction.StraightLine{Run: 7})
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(lines.Runs[1:8], []int{2, 143, 217, 91, 37, 7, 3}) || len(lines.Flagged) != 3 {
		t.Error(lines.Runs, lines.Flagged)
	}
}

func TestIndependentQuadrant(t *testing.T) {
	_, blanked, _ := house()
	tree := hotelTree(t)
	form, _ := tree.Form()
	s := satisfaction.NewSummary(form)
	_ = s.AddRows(blanked, 1)
	m, _ := s.Moments()
	shares, _ := tree.Shares()
	var list []satisfaction.Indicator
	for _, sh := range shares {
		if sh.Leaf {
			mean, _ := m.Mean(len(list))
			list = append(list, satisfaction.Indicator{ID: sh.ID, Importance: sh.Float(), Performance: mean})
		}
	}
	d, err := satisfaction.Diagnose(list, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		t.Fatal(err)
	}
	near(t, "cut", d.Cuts.Performance, 6.6783060459, 6e-11)
	near(t, "cut", d.Cuts.Importance, 1./24, 1e-15)
	cells := map[satisfaction.Cell][]int{}
	for i, p := range d.Placed {
		cells[p.Cell] = append(cells[p.Cell], i)
		near(t, "chances", p.Chances.Keep+p.Chances.Fix+p.Chances.Opportunity+p.Chances.Low, 1, 1e-12)
	}
	for c, want := range map[satisfaction.Cell][]int{
		satisfaction.Keep: {0, 1, 2, 19, 20, 21, 22}, satisfaction.Fix: {23},
		satisfaction.Opportunity: {3, 4, 7, 8, 9, 10, 12, 13, 14, 15, 16, 18}, satisfaction.Low: {5, 6, 11, 17},
	} {
		if !slices.Equal(cells[c], want) {
			t.Error(c, cells[c], want)
		}
	}
}

func TestIndependentDataWeights(t *testing.T) {
	complete, _, _ := house()
	form, _ := hotelTree(t).Form()
	s := satisfaction.NewSummary(form)
	_ = s.AddRows(complete, 1)
	for m, want := range map[weight.DataMethod][5]float64{ // items 0, 5, 11, 17, 23
		weight.StandardDeviation: {0.04033631, 0.04624798, 0.04768590, 0.04756806, 0.04586619},
		weight.CRITIC:            {0.03779573, 0.05802110, 0.06297792, 0.06118264, 0.06134797},
		weight.Entropy:           {0.03635954, 0.05980505, 0.06305418, 0.06625979, 0.06113544},
		weight.DeviationMaximum:  {0.04012580, 0.04670715, 0.04813392, 0.04803115, 0.04632106},
	} {
		w, err := weightSums(t, s).Weigh(weight.Options{Method: m})
		if err != nil {
			t.Fatal(m, err)
		}
		for k, i := range []int{0, 5, 11, 17, 23} {
			near(t, m.String(), w.Weights[i], want[k], 5.1e-9)
		}
	}
}

func TestIndependentIntervals(t *testing.T) {
	for _, c := range [][4]float64{{8, 10, .4901624715, .9433178485}, {81, 263, .2552885199, .3662095770}, {15, 148, .0623863995, .1604872417}, {0, 20, 0, .1611251581}, {1, 29, .0061132143, .1717552188}} {
		i, err := satisfaction.WilsonWeighted(c[0]/c[1], c[1], .95)
		if err != nil {
			t.Fatal(err)
		}
		near(t, "low", i.Low, c[2], 6e-11)
		near(t, "high", i.High, c[3], 6e-11)
	}
	n := satisfaction.NPS{Promoters: 50, Passives: 25, Detractors: 25}
	near(t, "nps", n.Value(), .25, 0)
	near(t, "var", n.Variance(), .6875, 1e-15)
	near(t, "se", n.SE(), .0829156198, 6e-11)
	w, _ := n.Wald(.95)
	near(t, "wald", w.Low, .0874883715, 6e-11)
	near(t, "wald", w.High, .4125116285, 6e-11)
	d, _ := n.Minus(satisfaction.NPS{Promoters: 35, Passives: 40, Detractors: 25}, .95)
	near(t, "se", d.SE, .1130265455, 6e-11)
	near(t, "p", d.P, .1844683734, 6e-11)
	near(t, "low", d.Interval.Low, -.0715279586, 6e-11)
	all := satisfaction.NPS{Promoters: 9}
	a, _ := all.Adjusted(.95)
	if !(a.High-a.Low > .01) || a.High > 1 {
		t.Error(a)
	}
	welch, _ := satisfaction.Welch(satisfaction.Group{N: 220, Mean: 8.12, SD: 1.4}, satisfaction.Group{N: 180, Mean: 8.41, SD: 1.3}, .95)
	near(t, "t", welch.Value/welch.SE, -2.1438600232, 6e-11)
	near(t, "p", welch.P, .0326592718, 6e-11)
	near(t, "df", welch.DF, 391.646398, 6e-7)
	shift, _ := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{11, 22, 44, 88, 55}), satisfaction.FrequenciesOf([]int64{24, 36, 75, 105, 60}))
	near(t, "chi2", shift.Chi2, 5.8285747813, 6e-11)
	near(t, "p", shift.P, .2123214035, 6e-11)
	k, _ := satisfaction.KanoCounts{Attractive: 7, OneDimensional: 32.3, MustBe: 49.3, Indifferent: 9.5}.Result()
	near(t, "better", k.Better, .40061162, 6e-9)
	near(t, "worse", k.Worse, -.83180428, 6e-9)
	sh, _ := satisfaction.Shrink([]satisfaction.Group{{N: 120, Mean: 8.2}, {N: 15, Mean: 7.5}, {N: 4, Mean: 9.1}, {N: 60, Mean: 6.8}}, 25)
	for i, want := range []float64{8.1212441518, 7.6520100503, 7.9303586900, 7.0774164942} {
		near(t, "shrunk", sh.Means[i], want, 6e-11)
	}
	rake, err := satisfaction.Rake([]int64{3, 3, 2, 2}, []satisfaction.Margin{{Name: "sex", Groups: []int{0, 0, 1, 1}, Shares: []float64{5, 5}}, {Name: "age", Groups: []int{0, 1, 0, 1}, Shares: []float64{4, 6}}}, satisfaction.RakeRule{})
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []float64{.6666666667, 1, 1, 1.5} {
		near(t, "rake", rake.Weights[i], want, 6e-11)
	}
	near(t, "deff", rake.DesignEffect, 1.0833333333, 6e-11)
	near(t, "neff", rake.EffectiveN, 9.2307692308, 6e-11)
}

// Rows with a wrong answer are named and left out; what is counted does not depend on order, split or workers.
func TestIndependentExact(t *testing.T) {
	_, rows, _ := house()
	rows = slices.Repeat(rows, 30)
	form, _ := hotelTree(t).Form()
	for i := range 30 {
		rows[(i*497+3)*24+i%24] = 6
	}
	one, other := satisfaction.NewSummary(form), satisfaction.NewSummary(form)
	err1, err2 := one.AddRows(rows, 1), other.AddRows(rows, 3)
	if err1 == nil || err2 == nil || err1.Error() != err2.Error() {
		t.Fatalf("%v\n%v", err1, err2)
	}
	a, _ := one.MarshalBinary()
	b, _ := other.MarshalBinary()
	if !bytes.Equal(a, b) {
		t.Error("workers")
	}
	slow := satisfaction.NewSummary(form)
	for n := len(rows)/24 - 1; n >= 0; n-- {
		_ = slow.Add(rows[n*24 : n*24+24])
	}
	c, _ := slow.MarshalBinary()
	if !bytes.Equal(a, c) || slow.Rows() != int64(len(rows)/24-30) {
		t.Error("order", slow.Rows())
	}
	if wrong, ok := errors.AsType[*hotelcrm.RowError](err1); !ok || wrong.Row != 4 {
		t.Error(err1)
	}
	left, right := satisfaction.NewSummary(form), satisfaction.NewSummary(form)
	_ = left.AddRows(rows[:7001*24], 1)
	_ = right.AddRows(rows[7001*24:], 2)
	_ = right.Merge(left)
	if d, _ := right.MarshalBinary(); !bytes.Equal(a, d) {
		t.Error("merge")
	}
}

// A factor with other questions, or other weights in it, is marked: its score moved, its answers need not have.
func TestIndependentRemadeFactors(t *testing.T) {
	_, rows, _ := house()
	older := hotelTree(t)
	newer, err := older.Reweigh("staff", []int64{1, 2, 1})
	if err != nil {
		t.Fatal(err)
	}
	report := func(tree satisfaction.Tree) satisfaction.Round {
		s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
		if err != nil {
			t.Fatal(err)
		}
		r, err := s.Report(rows, nil, .95, 1)
		if err != nil {
			t.Fatal(err)
		}
		return satisfaction.Round{Tree: tree, Report: r}
	}
	c, err := satisfaction.Compare(report(older), report(newer), .95)
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range c.Nodes {
		want := map[string]satisfaction.Remade{"overall": satisfaction.OtherWeights, "staff": satisfaction.OtherWeights}[n.ID]
		if n.Remade != want || (n.Verdict == satisfaction.NotComparable) != (want != 0) {
			t.Errorf("%s: %v, %v", n.ID, n.Remade, n.Verdict)
		}
	}
	newer, _ = older.Reweigh("overall", []int64{30, 50, 60, 36, 24}) // the same ratios
	newer.Scales[0].High = decimal.NewFromInt(12)
	if c, err = satisfaction.Compare(report(older), report(newer), .95); err == nil {
		t.Error("no common question", c.Nodes)
	}
}

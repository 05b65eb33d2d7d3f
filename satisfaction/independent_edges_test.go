package satisfaction_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"github.com/hotelcrm/hotelcrm/satisfaction/weight"
	"github.com/shopspring/decimal"
	"gonum.org/v1/gonum/mat"
)

func try(t *testing.T, name string, f func()) {
	t.Helper()
	defer func() {
		if e := recover(); e != nil {
			t.Errorf("%s panics: %v", name, e)
		}
	}()
	f()
}

func TestIndependentZeroValues(t *testing.T) {
	var form satisfaction.Form
	var sum satisfaction.Summary
	var scorer satisfaction.Scorer
	var moments satisfaction.Moments
	row := make([]satisfaction.Answer, 24)
	try(t, "zero form summary", func() { _ = satisfaction.NewSummary(&form).AddRows(row, 1) })
	try(t, "zero form lines", func() { _, _ = form.StraightLines(row, satisfaction.StraightLine{}) })
	try(t, "zero form penalty", func() { _, _ = form.PenaltyReward(row, nil, 0, []int{0}, 1) })
	try(t, "zero summary count", func() { sum.Count(0, 1) })
	try(t, "zero summary nps", func() { _, _ = sum.NPS(0) })
	try(t, "zero summary topbox", func() { _, _ = sum.TopBox(0, 1, .95) })
	try(t, "zero summary csat", func() { _, _ = sum.CSAT(0, .95) })
	try(t, "zero summary ces", func() { _, _ = sum.CES(0, .95) })
	try(t, "zero summary merge nil", func() { _ = sum.Merge(nil) })
	try(t, "zero summary weight", func() { _, _ = sum.WeightSums(nil) })
	try(t, "zero summary add", func() { _ = sum.Add(row) })
	try(t, "combine nil", func() { _, _ = satisfaction.Combine([]*satisfaction.Summary{nil}, []float64{1}) })
	try(t, "zero scorer score", func() { scorer.Score(row) })
	try(t, "zero scorer rows", func() { _, _ = scorer.ScoreAll(row, 1) })
	try(t, "zero scorer report", func() { _, _ = scorer.Report(row, nil, .95, 1) })
	try(t, "zero scorer means", func() { _, _ = scorer.ReportMeans(&moments, .95) })
	try(t, "zero moments matrix", func() { _, _ = moments.CovarianceMatrix(nil) })
	try(t, "zero moments drivers", func() { _, _ = moments.Drivers(0, nil) })
	try(t, "nil form answers", func() { _, _ = satisfaction.ReadAnswers(bytes.NewReader(nil), nil, satisfaction.Reading{}) })
	try(t, "zero tree", func() { _, _ = satisfaction.Tree{}.Form() })
	try(t, "zero tree shares", func() { _, _ = satisfaction.Tree{}.Shares() })
	try(t, "zero diff", func() { _, _ = satisfaction.Tree{}.Diff(satisfaction.Tree{}) })
	try(t, "zero round", func() { _, _ = satisfaction.Compare(satisfaction.Round{}, satisfaction.Round{}, .95) })
	try(t, "nil covariance", func() { _, _ = satisfaction.CronbachAlpha(nil, 9, .95) })
	try(t, "nil omega", func() { _, _ = satisfaction.McDonaldOmega(nil, 10) })
	try(t, "nil drivers", func() { _, _ = satisfaction.FitDrivers(nil, nil, 9, nil) })
	try(t, "zero drivers", func() { var d satisfaction.Drivers; _, _ = d.LMG() })
	try(t, "diagnose", func() { _, _ = satisfaction.Diagnose(nil, satisfaction.Cuts{}, satisfaction.Labels{}) })
	try(t, "welch", func() {
		d, err := satisfaction.Welch(satisfaction.Group{N: 5, SD: 1e100}, satisfaction.Group{N: 7, SD: 1e100, Mean: 3}, .95)
		if err == nil && (math.IsNaN(d.P) || math.IsNaN(d.DF) || math.IsNaN(d.Interval.Low)) {
			t.Errorf("welch huge: %+v", d)
		}
		d, err = satisfaction.Welch(satisfaction.Group{N: 5, SD: 1e-100}, satisfaction.Group{N: 7, SD: 1e-100, Mean: 3}, .95)
		if err == nil && (math.IsNaN(d.P) || math.IsNaN(d.DF) || math.IsNaN(d.Interval.Low)) {
			t.Errorf("welch tiny: %+v", d)
		}
	})
}

// Every result that a function hands out without an error can be written as JSON.
func TestIndependentJSON(t *testing.T) {
	shift, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{1, 0}), satisfaction.FrequenciesOf([]int64{0, 3}))
	if err != nil {
		t.Fatal(err)
	}
	sh, err := satisfaction.Shrink([]satisfaction.Group{{N: 3, Mean: 1}}, math.Inf(1))
	if err != nil {
		t.Fatal(err)
	}
	chart, _ := satisfaction.PChart([]int64{0}, []int64{1})
	for _, v := range []any{shift, sh, chart} {
		if _, err := json.Marshal(v); err != nil {
			t.Errorf("%+v: %v", v, err)
		}
	}
}

// Weighted cells keep the number of guests apart from their effective number.
func TestIndependentGuestsOfCells(t *testing.T) {
	complete, _, _ := house()
	tree := hotelTree(t)
	form, _ := tree.Form()
	a, b := satisfaction.NewSummary(form), satisfaction.NewSummary(form)
	_ = a.AddRows(complete[:100*24], 1)
	_ = b.AddRows(complete[100*24:], 1)
	m, err := satisfaction.Combine([]*satisfaction.Summary{a, b}, []float64{3, .5})
	if err != nil {
		t.Fatal(err)
	}
	s, _ := satisfaction.NewScorer(tree, form, satisfaction.Scoring{})
	r, err := s.ReportMeans(m, .95)
	if err != nil {
		t.Fatal(err)
	}
	if n := r.Nodes[0]; n.Guests != 500 || math.Abs(n.EffectiveN-250) > 1e-9 { // (300+200)²/(900+100)
		t.Errorf("%+v", n)
	}
}

// A code between two levels is no answer, at a question as at the factors above it.
func TestIndependentCodeBetweenLevels(t *testing.T) {
	scale, err := satisfaction.Ladder(10, 5, 0, -20)
	if err != nil {
		t.Fatal(err)
	}
	tree := satisfaction.Tree{Version: 1, ID: "t", Scales: []satisfaction.Scale{scale}, Root: satisfaction.Node{ID: "all", Children: []satisfaction.Node{{ID: "room", Parts: 1}}}}
	s, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	if err != nil {
		t.Fatal(err)
	}
	_, err = s.Report([]satisfaction.Answer{2, 7}, nil, .95, 1)
	if wrong, ok := errors.AsType[*hotelcrm.RowError](err); !ok || wrong.Row != 1 || wrong.Field != "room" || wrong.Value != "2" {
		t.Error(err)
	}
	if score, ok := s.Score([]satisfaction.Answer{2}); ok {
		t.Error(score)
	}
}

// Items that cancel each other out leave alpha without a sum to correlate with.
func TestIndependentAlphaOfOpposites(t *testing.T) {
	c := mat.NewSymDense(3, []float64{1, .2, .1, .2, 2, -2, .1, -2, 2})
	if a, err := satisfaction.CronbachAlpha(c, 30, .95); err == nil {
		if _, err := json.Marshal(a); err != nil {
			t.Error(err)
		}
	}
	opposite := mat.NewSymDense(2, []float64{1, -2, -2, 4})
	if a, err := satisfaction.CronbachAlpha(opposite, 30, .95); err == nil {
		if _, err := json.Marshal(a); err != nil {
			t.Error(err)
		}
	}
}

// What a hotel declares to mean "no answer" is none, also where the scale has a level of that name.
func TestIndependentDeclaredMissing(t *testing.T) {
	scale, _ := satisfaction.Direct(0, 10)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "spa", Scale: scale}})
	if err != nil {
		t.Fatal(err)
	}
	for text, want := range map[string]satisfaction.Answer{"0": satisfaction.NotApplicable, "NA": satisfaction.Refused, "10": 11} {
		got, err := form.Parse(0, text, map[string]satisfaction.Answer{"0": satisfaction.NotApplicable, "NA": satisfaction.Refused})
		if err != nil || got != want {
			t.Errorf("%s: %v, %v", text, got, err)
		}
	}
}

// A regression read back from JSON has lost its correlations, and says so.
func TestIndependentDriversFromJSON(t *testing.T) {
	d := satisfaction.Drivers{List: []satisfaction.Driver{{ID: "clean"}}}
	if _, err := d.LMG(); err == nil {
		t.Error("no error")
	}
}

// Tenths of points come out as they were declared, and means of them stay within the ends.
func TestIndependentTenths(t *testing.T) {
	var levels []satisfaction.Level
	for i := range int64(8) {
		levels = append(levels, satisfaction.Level{ID: string(rune('a' + i)), Points: decimal.New(i+1, -1)})
	}
	scale := satisfaction.Scale{ID: "tenths", Levels: levels, Low: decimal.New(1, -1), High: decimal.New(8, -1)}
	tree := satisfaction.Tree{Version: 1, ID: "t", Scales: []satisfaction.Scale{scale}, Root: satisfaction.Node{ID: "all", Children: []satisfaction.Node{{ID: "room", Parts: 1}}}}
	form, err := tree.Form()
	if err != nil {
		t.Fatal(err)
	}
	scorer, _ := satisfaction.NewScorer(tree, form, satisfaction.Scoring{})
	for code := satisfaction.Answer(1); code <= 8; code++ {
		want := float64(code) / 10
		if got, _ := form.Points(0, code); got != want {
			t.Errorf("points of %d: %v", code, got)
		}
		for n := range 40 {
			rows := slices.Repeat([]satisfaction.Answer{code}, n+1)
			s := satisfaction.NewSummary(form)
			_ = s.AddRows(rows, 1)
			m, _ := s.Moments()
			mean, _ := m.Mean(0)
			scores, _ := scorer.ScoreAll(rows, 1)
			average, _ := scores.Mean()
			if mean != want || average > .8 || average < .1 {
				t.Fatalf("%d times %v: mean %v, mean of scores %v", n+1, want, mean, average)
			}
		}
	}
}

// An outcome cannot explain itself.
func TestIndependentOutcomeAsDriver(t *testing.T) {
	complete, _, _ := house()
	form, _ := hotelTree(t).Form()
	s := satisfaction.NewSummary(form)
	_ = s.AddRows(complete, 1)
	m, _ := s.Moments()
	if d, err := m.Drivers(0, []int{0, 1}); err == nil {
		t.Errorf("R² %v", d.R2)
	}
}

// A form is what it was when it was made, whatever becomes of the caller's scale.
func TestIndependentFormIsItsOwn(t *testing.T) {
	scale, _ := satisfaction.Ladder(10, 8, 6, 4, 2)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "room", Scale: scale}})
	if err != nil {
		t.Fatal(err)
	}
	before, _ := satisfaction.NewSummary(form).MarshalBinary()
	scale.Levels[0].Points = decimal.NewFromInt(11)
	if after, _ := satisfaction.NewSummary(form).MarshalBinary(); !bytes.Equal(before, after) {
		t.Error("the form changed")
	}
}

// Entropy by codes with a shift of -1 is that of the points 0 to 10.
func TestIndependentEntropyFromZero(t *testing.T) {
	ten, _ := satisfaction.Direct(0, 10)
	form, _ := satisfaction.NewForm([]satisfaction.Item{{ID: "a", Scale: ten}, {ID: "b", Scale: ten}})
	s := satisfaction.NewSummary(form)
	points := [][]float64{{0, 3}, {10, 4}, {7, 9}, {2, 0}, {5, 5}}
	for _, row := range points {
		if err := s.Add([]satisfaction.Answer{satisfaction.Answer(row[0]) + 1, satisfaction.Answer(row[1]) + 1}); err != nil {
			t.Fatal(err)
		}
	}
	table, _ := weight.NewMatrix(points, nil)
	want, err := table.Weigh(weight.Options{Method: weight.Entropy})
	if err != nil {
		t.Fatal(err)
	}
	got, err := weightSums(t, s).Weigh(weight.Options{Method: weight.Entropy, Shift: -1})
	if err != nil {
		t.Fatal(err)
	}
	for i := range want.Weights {
		near(t, "entropy", got.Weights[i], want.Weights[i], 1e-14)
	}
}

package satisfaction_test

import (
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// bothReports returns what the scores of the guests say, and what the means of the questions do.
func bothReports(t *testing.T, scorer *satisfaction.Scorer, rows []satisfaction.Answer) (scores, means *satisfaction.Report) {
	t.Helper()
	scores, err := scorer.Report(rows, nil, 0.9, 1)
	if err != nil {
		t.Fatal(err)
	}
	m, err := summaryOf(t, thesisForm(t), rows, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	means, err = scorer.ReportMeans(m, 0.9)
	if err != nil {
		t.Fatal(err)
	}
	return scores, means
}

// With complete answers the mean of the scores is the score of the means, and so are spread and interval.
func TestBothConventionsAgreeOnCompleteAnswers(t *testing.T) {
	rows, scorer := generated().complete, scorerOf(t, satisfaction.Scoring{})
	scores, means := bothReports(t, scorer, rows)
	for k, want := range scores.Nodes {
		got := means.Nodes[k]
		if got.ID != want.ID || got.Guests != want.Guests || got.EffectiveN != want.EffectiveN || got.Answered != 1 {
			t.Errorf("got %+v, want %+v", got, want)
		}
		check(t, want.ID+" mean", got.Mean, want.Mean, 1e-12)
		check(t, want.ID+" sd", got.SD, want.SD, 1e-12)
		check(t, want.ID+" low", got.Interval.Low, want.Interval.Low, 1e-12)
		check(t, want.ID+" high", got.Interval.High, want.Interval.High, 1e-12)
	}
}

// A question that nobody answered is left out of both alike, and the weight of its node stays what it was.
func TestBothConventionsAgreeWhereAQuestionWasNotAsked(t *testing.T) {
	rows, scorer := slices.Clone(generated().complete), scorerOf(t, satisfaction.Scoring{})
	for at := 0; at < len(rows); at += scorer.Form().Len() {
		rows[at] = satisfaction.Blank
	}
	scores, means := bothReports(t, scorer, rows)
	for k, want := range scores.Nodes {
		got := means.Nodes[k]
		check(t, want.ID+" answered", got.Answered, want.Answered, 1e-12)
		check(t, want.ID+" mean", got.Mean, want.Mean, 1e-12)
		check(t, want.ID+" sd", got.SD, want.SD, 1e-12)
	}
}

// Of a node, as many guests in effect as answered its rarest pair of questions.
func TestScoreOfMeansHasTheLeastN(t *testing.T) {
	form, err := innTree().Form()
	if err != nil {
		t.Fatal(err)
	}
	m, err := summaryOf(t, form, []satisfaction.Answer{5, 0, 4, 4, 3, 2, 0, 1, 4, 4, 0, 3}, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	scorer, err := satisfaction.NewScorer(innTree(), nil, satisfaction.Scoring{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := scorer.ReportMeans(m, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	if n := r.Nodes[0]; n.EffectiveN != 3 || n.Guests != 4 {
		t.Errorf("%+v", n)
	}
}

// Weights are relative: twice the weight for everybody changes nothing.
func TestDoubledWeightsChangeNothing(t *testing.T) {
	rows, scorer := generated().blanks, scorerOf(t, satisfaction.Scoring{})
	weights := make([]float64, 500)
	for i := range weights {
		weights[i] = float64(1 + i%4)
	}
	once, err := scorer.Report(rows, weights, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	for i := range weights {
		weights[i] *= 2
	}
	twice, err := scorer.Report(rows, weights, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	form := thesisForm(t)
	cells := []*satisfaction.Summary{summaryOf(t, form, rows[:4800], 1), summaryOf(t, form, rows[4800:], 1)}
	m1, err := satisfaction.Combine(cells, []float64{1, 3})
	if err != nil {
		t.Fatal(err)
	}
	m2, err := satisfaction.Combine(cells, []float64{2, 6})
	if err != nil {
		t.Fatal(err)
	}
	for k, a := range once.Nodes {
		b := twice.Nodes[k]
		check(t, "mean", b.Mean, a.Mean, 1e-12)
		check(t, "sd", b.SD, a.SD, 1e-12)
		check(t, "effective n", b.EffectiveN, a.EffectiveN, 1e-9)
	}
	for i := range 24 {
		a, _ := m1.Covariance(0, i)
		b, _ := m2.Covariance(0, i)
		check(t, "covariance", b, a, 1e-12)
		check(t, "effective n", m2.EffectiveN(0, i), m1.EffectiveN(0, i), 1e-9)
	}
	if n := m1.EffectiveN(0, 0); n >= 500 || n < 100 {
		t.Errorf("effective n %v", n)
	}
}

// A run is of ticks on the paper: a missing answer ends it, a reversed scale does not.
func TestPatternReadsThePaper(t *testing.T) {
	stars, _ := satisfaction.Direct(1, 5)
	turned := stars
	turned.Reversed = true
	var items []satisfaction.Item
	for i, scale := range []satisfaction.Scale{stars, turned, stars, stars, turned} {
		items = append(items, satisfaction.Item{ID: string(rune('a' + i)), Scale: scale})
	}
	form, err := satisfaction.NewForm(items)
	if err != nil {
		t.Fatal(err)
	}
	ticks := func(texts ...string) []satisfaction.Answer {
		row := make([]satisfaction.Answer, len(texts))
		for i, text := range texts {
			if row[i], err = form.Parse(i, text, nil); err != nil {
				t.Fatal(err)
			}
		}
		return row
	}
	for _, test := range []struct {
		row  []satisfaction.Answer
		want satisfaction.Pattern
	}{
		{ticks("4", "4", "4", "4", "4"), satisfaction.Pattern{Given: 5, LongestRun: 5, Most: 5}},
		{ticks("4", "4", "", "4", "4"), satisfaction.Pattern{Given: 4, LongestRun: 2, Most: 4}},
		{ticks("", "", "", "", ""), satisfaction.Pattern{}},
		{ticks("1", "3", "5", "", ""), satisfaction.Pattern{Given: 3, LongestRun: 1, Most: 1, SD: 2}},
	} {
		if got := form.Pattern(test.row); got != test.want {
			t.Errorf("%v: got %+v, want %+v", test.row, got, test.want)
		}
	}
	lines, err := form.StraightLines(ticks("4", "4", "", "4", "2"), satisfaction.StraightLine{Share: 0.75})
	if err != nil || len(lines.Flagged) != 1 {
		t.Errorf("%+v %v", lines, err)
	}
}

func TestFullFieldsOfWordsDoNotOverflow(t *testing.T) {
	for _, top := range []int64{5, 15, 62} {
		scale, err := satisfaction.Direct(0, top)
		if err != nil {
			t.Fatal(err)
		}
		form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "a", Scale: scale}, {ID: "b", Scale: scale}, {ID: "c", Scale: scale}})
		if err != nil {
			t.Fatal(err)
		}
		rows := make([]satisfaction.Answer, 3*10_000)
		for i := range rows {
			rows[i] = satisfaction.Answer(top + 1)
		}
		s := summaryOf(t, form, rows, 1)
		if got, want := s.Cross(0, 2), 10_000*(top+1)*(top+1); got != want {
			t.Errorf("0 to %d: %d, want %d", top, got, want)
		}
	}
}

func TestSummaryWhoseNumbersDisagreeIsRefused(t *testing.T) {
	stars, _ := satisfaction.Direct(1, 5)
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "a", Scale: stars}, {ID: "b", Scale: stars}})
	if err != nil {
		t.Fatal(err)
	}
	data := encoded(t, summaryOf(t, form, []satisfaction.Answer{5, 0, 5, 5, 4, 0}, 1))
	for _, change := range []byte{1, 255} { // the last number: one guest left b out and gave a the code 5
		wrong := append([]byte(nil), data...)
		wrong[len(wrong)-5] += change
		var s satisfaction.Summary
		if err := s.UnmarshalBinary(sealed(wrong)); !errors.Is(err, hotelcrm.ErrCorrupt) {
			t.Errorf("got %v", err)
		}
	}
	newer := append([]byte(nil), data...)
	newer[len("hotelcrm survey")] = 2
	var s satisfaction.Summary
	if err := s.UnmarshalBinary(sealed(newer)); !errors.Is(err, hotelcrm.ErrVersion) {
		t.Errorf("got %v", err)
	}
}

func TestOneGuestHasNoInterval(t *testing.T) {
	r, err := scorerOf(t, satisfaction.Scoring{}).Report(generated().complete[:24], nil, 0.95, 1)
	if err != nil {
		t.Fatal(err)
	}
	n := r.Nodes[0]
	if n.Guests != 1 || n.SD != 0 || n.Interval.Low != 2 || n.Interval.High != 10 || n.Interval.Method != satisfaction.NoInterval {
		t.Errorf("%+v", n)
	}
	none, err := scorerOf(t, satisfaction.Scoring{}).Report(nil, nil, 0.95, 1)
	if err != nil || none.Nodes[0].Guests != 0 || math.IsNaN(none.Nodes[0].Mean) {
		t.Errorf("%+v %v", none, err)
	}
}

// Scores that are all alike have no spread at all, over however many blocks of rows; scores that differ from block to
// block alone have that of two values.
func TestSpreadOfScoresThatAreAlike(t *testing.T) {
	scorer := innScorer(t, satisfaction.Scoring{})
	reportOf := func(rows []satisfaction.Answer) satisfaction.NodeScore {
		r, err := scorer.Report(rows, nil, 0.95, 1)
		if err != nil {
			t.Fatal(err)
		}
		return r.Nodes[0]
	}
	for _, n := range []int{3, 7, 2048, 10_000} {
		for answer := satisfaction.Answer(1); answer <= 5; answer++ {
			if got := reportOf(slices.Repeat([]satisfaction.Answer{answer, 2}, n)); got.SD != 0 || got.Interval.Low != got.Interval.High {
				t.Errorf("%d times %d: %+v", n, answer, got)
			}
		}
	}
	const half = 1 << 12 // one block
	low, high := []satisfaction.Answer{1, 2}, []satisfaction.Answer{5, 2}
	got := reportOf(slices.Concat(slices.Repeat(low, half), slices.Repeat(high, half)))
	from, _ := scorer.Score(low)
	to, _ := scorer.Score(high)
	check(t, "sd", got.SD, (to.Value-from.Value)/2*math.Sqrt(2*half/float64(2*half-1)), 1e-12)
}

// Who weighs nothing is no guest, and of fewer than two guests in effect there is neither spread nor interval.
func TestReportOfFewGuestsInEffect(t *testing.T) {
	scorer, rows := innScorer(t, satisfaction.Scoring{}), []satisfaction.Answer{4, 2, 1, 1, 4, 2, 5, 3}
	for _, test := range []struct {
		weights []float64
		guests  int64
		alone   bool
	}{{[]float64{1, 0, 1, 0}, 2, false}, {[]float64{1, 0.2, 0, 0}, 2, true}, {[]float64{1, 1, 1, 1}, 4, false}} {
		r, err := scorer.Report(rows, test.weights, 0.95, 1)
		if err != nil {
			t.Fatal(err)
		}
		n := r.Nodes[0]
		if alone := n.Interval.Method == satisfaction.NoInterval; n.Guests != test.guests || alone != test.alone || alone && n.SD != 0 {
			t.Errorf("%v: %+v", test.weights, n)
		}
	}
}

package satisfaction_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// The table that R prints for lm(rating ~ ., attitude).
func TestRegressionOfAttitudeHasTheErrorsOfR(t *testing.T) {
	d := driversOf(t, attitude(), "rating", "complaints", "privileges", "learning", "raises", "critical", "advance")
	checkAll(t, "se", column(d, func(v satisfaction.Driver) float64 { return v.SE }), []float64{0.16098, 0.13572, 0.16852, 0.22148, 0.14700, 0.17821}, 0.6e-5)
	checkAll(t, "p", column(d, func(v satisfaction.Driver) float64 { return v.P }), []float64{0.000903, 0.595594, 0.069925, 0.715480, 0.796334, 0.235577}, 0.6e-6)
	check(t, "adjusted R2", d.AdjustedR2, 0.6628, 0.6e-4)
}

func TestDriversCountTheRarestPair(t *testing.T) {
	form, err := innTree().Form()
	if err != nil {
		t.Fatal(err)
	}
	m, err := summaryOf(t, form, []satisfaction.Answer{5, 5, 4, 4, 3, 2, 2, 1, 4, 3, 5, 0, 0, 2, 0, 1}, 1).Moments()
	if err != nil {
		t.Fatal(err)
	}
	d, err := m.Drivers(0, []int{1})
	if err != nil || d.N != 5 {
		t.Errorf("%+v %v", d, err)
	}
}

// A mean of three tenths is above a tenth by its rounding, and yet they lie on it.
func TestRoundingOfACutHurtsNobody(t *testing.T) {
	same := satisfaction.Indicator{Importance: 0.1, Performance: 0.1}
	d, err := satisfaction.Diagnose([]satisfaction.Indicator{same, same, same}, satisfaction.Cuts{}, satisfaction.ThesisLabels())
	if err != nil {
		t.Fatal(err)
	}
	if d.Cuts.Importance == 0.1 {
		t.Error("the mean is not rounded: the test shows nothing")
	}
	if d.Placed[0].Cell != satisfaction.Keep {
		t.Errorf("%+v", d.Placed[0])
	}
}

func TestEmptyCellsWeighNothing(t *testing.T) {
	r, err := satisfaction.PostStratify([]int64{5, 0, 5}, []float64{3, 0, 1})
	if err != nil {
		t.Fatal(err)
	}
	checkAll(t, "weight", r.Weights, []float64{1.5, 0, 0.5}, 1e-15)
}

// Points may leave places of the grid empty; boxes are of levels.
func TestTopBoxesOfALadderWithHoles(t *testing.T) {
	ladder, err := satisfaction.Ladder(10, 7, 5, 2, 0)
	if err != nil {
		t.Fatal(err)
	}
	form, err := satisfaction.NewForm([]satisfaction.Item{{ID: "pool", Scale: ladder}})
	if err != nil {
		t.Fatal(err)
	}
	s := satisfaction.NewSummary(form)
	for text, times := range map[string]int{"10": 3, "7": 2, "5": 4, "0": 1} {
		a, err := form.Parse(0, text, nil)
		if err != nil {
			t.Fatal(err)
		}
		for range times {
			if err := s.Add([]satisfaction.Answer{a}); err != nil {
				t.Fatal(err)
			}
		}
	}
	box, err := s.CSAT(0, 0.95)
	if err != nil || box.In != 5 || box.N != 10 {
		t.Errorf("%+v %v", box, err)
	}
	if err := s.Add([]satisfaction.Answer{10}); err == nil {
		t.Error("a place without a level is an answer")
	}
	m, err := s.Moments()
	if err != nil {
		t.Fatal(err)
	}
	mean, _ := m.Mean(0)
	check(t, "mean", mean, (3*10+2*7+4*5)/10.0, 1e-14)
}

// A question on another scale is another question.
func TestCompareLeavesOutRescaledQuestions(t *testing.T) {
	older, newer := thesisTree(t), thesisTree(t)
	five, err := satisfaction.Ladder(5, 4, 3, 2, 1)
	if err != nil {
		t.Fatal(err)
	}
	five.ID = "five"
	newer.Scales = append(newer.Scales, five)
	newer.Root.Children[0].Children[0].Scale = "five"
	var rounds [2]satisfaction.Round
	for i, tree := range []satisfaction.Tree{older, newer} {
		scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{Percent: true})
		if err != nil {
			t.Fatal(err)
		}
		report, err := scorer.Report(generated().complete, nil, 0.95, 1)
		if err != nil {
			t.Fatal(err)
		}
		rounds[i] = satisfaction.Round{Tree: tree, Report: report}
	}
	c, err := satisfaction.Compare(rounds[0], rounds[1], 0.95)
	if err != nil {
		t.Fatal(err)
	}
	for id, want := range map[string]satisfaction.Remade{"location": satisfaction.OtherScale, "environment": satisfaction.OtherScale, "overall": satisfaction.OtherScale, "staff": 0} {
		n, ok := c.Node(id)
		if !ok || n.Remade != want || want != 0 && (n.Verdict != satisfaction.NotComparable || n.AdjustedP != 1 || n.Difference.Value != 0) {
			t.Errorf("%s: %+v", id, n)
		}
	}
	if len(c.Common) != 23 {
		t.Errorf("%d questions in common", len(c.Common))
	}
}

// Holm's correction is over the questions, and over the inner nodes, apart.
func TestCompareCorrectsQuestionsAndNodesApart(t *testing.T) {
	rows := append([]satisfaction.Answer(nil), generated().complete...)
	for i := 23; i < len(rows)/4; i += 24 {
		rows[i] = min(5, rows[i]+1)
	}
	c, err := satisfaction.Compare(roundOf(t, thesisTree(t), generated().complete), roundOf(t, thesisTree(t), rows), 0.95)
	if err != nil {
		t.Fatal(err)
	}
	leaf, _ := c.Node("spend_vs_service_received")
	inner, _ := c.Node("spend")
	check(t, "question", leaf.AdjustedP/leaf.Difference.P, 24, 1e-9)
	check(t, "inner node", inner.AdjustedP/inner.Difference.P, 6, 1e-9)
}

package satisfaction_test

import (
	"fmt"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/refusetest"
	"github.com/hotelcrm/hotelcrm/satisfaction"
	"pgregory.net/rapid"
)

func TestWelchOfTwoRounds(t *testing.T) {
	d, err := satisfaction.Welch(satisfaction.Group{N: 220, Mean: 8.12, SD: 1.4}, satisfaction.Group{N: 180, Mean: 8.41, SD: 1.3}, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "t", d.Value/d.SE, -2.1438600232, near10)
	check(t, "p", d.P, .0326592718, near10)
	check(t, "df", d.DF, 391.646398, 0.6e-6)
}

func TestDistributionOfTwoRounds(t *testing.T) {
	s, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{11, 22, 44, 88, 55}), satisfaction.FrequenciesOf([]int64{24, 36, 75, 105, 60}))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "chi2", s.Chi2, 5.8285747813, near10)
	check(t, "p", s.P, .2123214035, near10)
	if s.DF != 4 {
		t.Errorf("df %d", s.DF)
	}
	psi, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{5, 10, 20, 40, 25}), satisfaction.FrequenciesOf([]int64{8, 12, 25, 35, 20}))
	if err != nil {
		t.Fatal(err)
	}
	check(t, "psi", psi.PSI, .0467374648, near10)
	empty, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{5, 0, 0}), satisfaction.FrequenciesOf([]int64{5, 1, 0}))
	if err != nil || empty.PSI != 0 || empty.PSIApplies || empty.DF != 1 {
		t.Errorf("%+v %v", empty, err)
	}
}

func roundOf(tb testing.TB, tree satisfaction.Tree, rows []satisfaction.Answer) satisfaction.Round {
	tb.Helper()
	scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
	if err != nil {
		tb.Fatal(err)
	}
	report, err := scorer.Report(rows, nil, 0.95, 1)
	if err != nil {
		tb.Fatal(err)
	}
	return satisfaction.Round{Tree: tree, Report: report}
}

// One question better by a level for all, and other weights: the split finds both, the test only the question.
func TestCompareSplitsAnswersFromWeights(t *testing.T) {
	data := generated()
	better := append([]satisfaction.Answer(nil), data.complete...)
	for i := 23; i < len(better); i += 24 {
		better[i] = min(5, better[i]+1)
	}
	older := thesisTree(t)
	newer, err := older.Reweigh("overall", []int64{10, 20, 30, 20, 20})
	if err != nil {
		t.Fatal(err)
	}
	before, after := roundOf(t, older, data.complete), roundOf(t, newer, better)
	c, err := satisfaction.Compare(before, after, 0.95)
	if err != nil {
		t.Fatal(err)
	}
	x0, _ := before.Report.Node("spend_vs_service_received")
	x1, _ := after.Report.Node("spend_vs_service_received")
	check(t, "rate", c.Rate, 0.1*(x1.Mean-x0.Mean), 1e-12)
	mix := 0.0
	for factor, change := range map[string]float64{"environment": -0.05, "hardware": -0.05, "staff": 0.02, "spend": 0.08} {
		n, _ := before.Report.Node(factor)
		mix += change * n.Mean
	}
	check(t, "mix", c.Mix, mix, 1e-12)
	check(t, "before", c.Before, before.Report.Nodes[0].Mean, 1e-12)
	check(t, "after", c.After, after.Report.Nodes[0].Mean, 1e-12)
	for _, n := range c.Nodes {
		want := satisfaction.NoChange
		switch n.ID {
		case "spend_vs_service_received", "spend":
			want = satisfaction.Better
		case "overall":
			want = satisfaction.NotComparable // its factors weigh something else
		}
		if n.Verdict != want {
			t.Errorf("%+v", n)
		}
	}
	if len(c.Nodes) != 30 || len(c.Common) != 24 || len(c.Warnings) != 0 {
		t.Errorf("%d nodes, %d in common, %v", len(c.Nodes), len(c.Common), c.Warnings)
	}
}

func TestCompareAcrossAChangedTree(t *testing.T) {
	data := generated()
	older, newer := thesisTree(t), thesisTree(t)
	newer.Root.Children = newer.Root.Children[:2] // only environment and hardware are left
	var rows []satisfaction.Answer
	for i := 0; i < len(data.complete); i += 24 {
		rows = append(rows, data.complete[i:i+11]...)
	}
	c, err := satisfaction.Compare(roundOf(t, older, data.complete), roundOf(t, newer, rows), 0.95)
	if err != nil {
		t.Fatal(err)
	}
	check(t, "rate", c.Rate, 0, 1e-12)
	check(t, "mix", c.Mix, 0, 1e-12) // the two factors keep their proportion
	check(t, "common", c.CommonBefore, 0.4, 1e-12)
	if len(c.Common) != 11 || len(c.Warnings) != 1 || c.Warnings[0].Code != satisfaction.WarnLittleCommon {
		t.Errorf("%v %v", c.Common, c.Warnings)
	}
	other := roundOf(t, older, data.complete)
	other.Report.Convention = satisfaction.ScoreOfMeans
	_, err = satisfaction.Compare(roundOf(t, older, data.complete), other, 0.95)
	refusetest.Param(t, err, "after.Report")
}

// The split adds up whatever the weights and means.
func TestRateAndMixSumToTheChange(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		older, newer := drawTree(t), drawTree(t)
		rows := func(tree satisfaction.Tree) ([]satisfaction.Answer, *satisfaction.Scorer) {
			scorer, err := satisfaction.NewScorer(tree, nil, satisfaction.Scoring{})
			if err != nil {
				t.Fatal(err)
			}
			return drawRows(t, scorer.Form(), 20), scorer
		}
		var rounds [2]satisfaction.Round
		for i, tree := range []satisfaction.Tree{older, newer} {
			answers, scorer := rows(tree)
			report, err := scorer.Report(answers, nil, 0.95, 1)
			if err != nil {
				t.Fatal(err)
			}
			rounds[i] = satisfaction.Round{Tree: tree, Report: report}
		}
		c, err := satisfaction.Compare(rounds[0], rounds[1], 0.95)
		if err != nil {
			return // nothing in common
		}
		if math.Abs(c.After-c.Before-c.Rate-c.Mix) > 1e-12 {
			t.Errorf("%+v", c)
		}
	})
}

func ExampleWelch_overallScoreOfTwoYears() {
	d, err := satisfaction.Welch(satisfaction.Group{N: 180, Mean: 8.41, SD: 1.3}, satisfaction.Group{N: 220, Mean: 8.12, SD: 1.4}, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("%+.2f (%.2f to %.2f), p %.3f\n", d.Value, d.Interval.Low, d.Interval.High, d.P)
	// Output: +0.29 (0.02 to 0.56), p 0.033
}

func ExampleDistribution_wordsOfTwoQuarters() {
	s, err := satisfaction.Distribution(satisfaction.FrequenciesOf([]int64{11, 22, 44, 88, 55}), satisfaction.FrequenciesOf([]int64{24, 36, 75, 105, 60}))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Printf("chi2 %.2f, df %d, p %.3f\n", s.Chi2, s.DF, s.P)
	// Output: chi2 5.83, df 4, p 0.212
}

// The loop: survey, diagnose, act, survey again, and see whether the action worked.
func ExampleCompare_theLoop() {
	tree := innTree()
	form, err := tree.Form()
	if err != nil {
		fmt.Println(err)
		return
	}
	scorer, err := satisfaction.NewScorer(tree, form, satisfaction.Scoring{})
	if err != nil {
		fmt.Println(err)
		return
	}
	survey := func(quiet []satisfaction.Answer) satisfaction.Round {
		var rows []satisfaction.Answer
		for range 20 {
			for i, q := range quiet {
				rows = append(rows, satisfaction.Answer(3+i%2), q)
			}
		}
		report, err := scorer.Report(rows, nil, 0.95, 1)
		if err != nil {
			fmt.Println(err)
		}
		return satisfaction.Round{Tree: tree, Report: report}
	}
	spring := survey([]satisfaction.Answer{2, 3, 1, 2})
	autumn := survey([]satisfaction.Answer{4, 3, 4, 5}) // after new windows
	c, err := satisfaction.Compare(spring, autumn, 0.95)
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, n := range c.Nodes {
		fmt.Printf("%s %.2f to %.2f: %s\n", n.ID, n.Before, n.After, n.Verdict)
	}
	fmt.Printf("rate %+.2f, mix %+.2f\n", c.Rate, c.Mix)
	// Output:
	// overall 3.00 to 3.67: better
	// room 3.50 to 3.50: no-change-shown
	// noise 2.00 to 4.00: better
	// rate +0.67, mix +0.00
}

package main

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm/satisfaction"
)

// generated is 500 guests who answer the 24 questions of the built-in tree, 609 answers left out, and the overall rating,
// made by a linear congruential generator so that anybody can make it again.
func generated(t *testing.T) string {
	t.Helper()
	form, err := satisfaction.HotelTree().Form()
	if err != nil {
		t.Fatal(err)
	}
	x := uint64(20090901)
	next := func() int {
		x = (1103515245*x + 12345) % (1 << 31)
		return int(x >> 16)
	}
	var b strings.Builder
	for i := range form.Len() {
		b.WriteString(form.Item(i).ID + ",")
	}
	b.WriteString("overall\n")
	for range 500 {
		base, first := next()%3, 0
		row := make([]int, 24)
		for i := range row {
			row[i] = 1 + min(4, base+next()%4)
			if i%6 == 5 {
				row[i] = 1 + min(4, next()%5)
			}
			if i < 8 {
				first += row[i]
			}
		}
		overall := 1
		if sum := first + next()%9 - 12; sum >= 0 {
			overall = 1 + min(9, sum/4)
		}
		for _, v := range row {
			if next()%20 != 0 {
				fmt.Fprint(&b, 2*v)
			}
			b.WriteString(",")
		}
		fmt.Fprintln(&b, overall)
	}
	return written(t, "generated.csv", b.String())
}

// weightedTree is the built-in tree with the factor weights .15 .25 .30 .18 .12.
func weightedTree(t *testing.T) string {
	t.Helper()
	tree, err := satisfaction.HotelTree().Reweigh("overall", []int64{15, 25, 30, 18, 12})
	if err != nil {
		t.Fatal(err)
	}
	tree.Root.ID = "satisfaction" // for the file has a column overall
	data, err := json.Marshal(tree)
	if err != nil {
		t.Fatal(err)
	}
	return written(t, "tree.json", string(data))
}

// Scores by level with blanks, and the cuts of the grid, as computed by other programs.
func TestScoresOfTheGeneratedSurvey(t *testing.T) {
	a := asJSON(t, "-answers", generated(t), "-tree", weightedTree(t)).Survey
	root := a.Scores.Nodes[0]
	near(t, "mean", root.Mean, 6.672660952381, 1e-11)
	near(t, "cut of performance", a.Grid.Cuts.Performance, 6.6783060459, 1e-9)
	near(t, "cut of importance", a.Grid.Cuts.Importance, .0416666667, 1e-9)
	if a.Guests != 500 || a.Missing != 609 || a.Used != fromTree {
		t.Errorf("%d guests, %d missing, weights by %s", a.Guests, a.Missing, a.Used)
	}
	cells := map[satisfaction.Cell][]int{}
	for i, p := range a.Grid.Items {
		cells[p.Cell] = append(cells[p.Cell], i)
	}
	want := map[satisfaction.Cell][]int{
		satisfaction.Keep: {0, 1, 2, 19, 20, 21, 22}, satisfaction.Fix: {23},
		satisfaction.Opportunity: {3, 4, 7, 8, 9, 10, 12, 13, 14, 15, 16, 18}, satisfaction.Low: {5, 6, 11, 17},
	}
	if diff := cmp.Diff(want, cells); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
	if diff := cmp.Diff([]string{"spend_vs_service_received"}, a.Grid.FixFirst); diff != "" {
		t.Errorf("fix first (-want +got):\n%s", diff)
	}
}

// Judged factors become the weights of the tree's factors, in whatever order they were judged.
func TestJudgedFactorsOfATree(t *testing.T) {
	judged := written(t, "factors.json", `{"names": ["staff", "service", "environment", "hardware", "spend"],
		"judgements": [{"row": "service", "column": "staff", "ratio": 2}, {"row": "service", "column": "environment", "ratio": 2},
		{"row": "service", "column": "hardware", "ratio": 1}, {"row": "service", "column": "spend", "ratio": 4}]}`)
	a := asJSON(t, "-answers", generated(t), "-tree", weightedTree(t), "-judgements", judged).Survey
	if a.Used != fromJudgement || a.Sources[0].Name != fromJudgement || a.Sources[1].Name != fromTree {
		t.Fatalf("weights by %s of %s, %s", a.Used, a.Sources[0].Name, a.Sources[1].Name)
	}
	sum := 0.0
	for _, w := range a.Sources[0].Weights[11:19] { // the questions on service
		sum += w.Full
	}
	near(t, "service", sum, 4./13, 1e-6) // the tree holds 7 places
}

// The grid by another source reweighs the tree, so that every question weighs what the source says.
func TestWeightsFromAnswersReweighTheTree(t *testing.T) {
	a := asJSON(t, "-answers", generated(t), "-tree", weightedTree(t), "-use", "critic").Survey
	want := 0.0
	for i, p := range a.Grid.Items {
		want += p.Importance * p.Performance
		near(t, p.ID, p.Importance, a.Sources[3].Weights[i].Full, 0)
	}
	if a.Sources[3].Name != "critic" || a.Used != "critic" {
		t.Fatalf("%s, %s", a.Sources[3].Name, a.Used)
	}
	near(t, "score", a.Scores.Nodes[0].Mean, want, .02) // of means, where this is the mean of scores
}

func TestFactorThatCountsNothing(t *testing.T) {
	weights := make([]float64, 24)
	weights[0], weights[3] = .25, .75 // environment and hardware alone
	tree, err := weighTree(satisfaction.HotelTree(), weights)
	if err != nil {
		t.Fatal(err)
	}
	shares, err := leafShares(tree)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(weights, shares); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

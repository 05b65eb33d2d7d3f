package btyd

import (
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
)

// entryOf is a model with the log scores of four guests and its total where 100 visits came.
func entryOf(name string, params int, expected float64, scores ...float64) Entry {
	e := Entry{Report: Report{Model: name, Params: make([]Estimate, params)}, scores: scores}
	e.Holdout.Expected, e.Holdout.Actual = expected, 100
	for _, s := range scores {
		e.Holdout.LogScore += s / float64(len(scores))
	}
	return e
}

func TestRanksAndTies(t *testing.T) {
	unproved := entryOf("unproved", 1, 100, .1, .1, .1, .1)
	unproved.Report.Warnings = []hotelcrm.Warning{{Code: WarnNotConverged}}
	failed := Entry{Failed: "no maximum"}
	c := Comparison{Entries: []Entry{
		entryOf("far", 2, 100, 3, 3.1, 2.9, 3),                    // sure to be worse, though its total is right
		entryOf("wide", 5, 96.45, 1+1e-9, 1+1e-9, 1+1e-9, 1+1e-9), // as good as narrow, to a millionth and to whole visits
		entryOf("narrow", 4, 103.6, 1, 1, 1, 1),                   // lowest
		entryOf("blurred", 4, 99, 1.5, .8, 1.4, .7),               // a little worse, not told apart, and the best total
		unproved, // lower than all
		failed,   //
		entryOf("later twin", 2, 100, 3, 3.1, 2.9, 3),   // equal in all: the order of the entries
		entryOf("sure", 4, 100, 1.01, 1.01, 1.01, 1.01), // hardly worse, but for every guest
		entryOf("near twin of sure", 3, 100, 1, 1.02, 1.01, 1.01),
	}}
	c.rank(Trial{Later: []int{0, 0, 0, 0}})
	type place struct{ rank, tie int }
	got := map[string]place{}
	for _, e := range c.Entries {
		got[e.Report.Model] = place{e.Rank, e.Tie}
		if e.scores != nil {
			t.Errorf("%s keeps its scores", e.Report.Model)
		}
	}
	for name, want := range map[string]place{
		"": {0, 0}, "blurred": {1, 1}, "narrow": {2, 1}, "wide": {3, 1}, "near twin of sure": {4, 2}, "sure": {5, 2},
		"far": {6, 3}, "later twin": {7, 3}, "unproved": {8, 4},
	} {
		if got[name] != want {
			t.Errorf("%q: got %+v, want %+v", name, got[name], want)
		}
	}
	if c.RankBy != rankByScore || c.Entries[0].Behind.LogScore < 2.5 {
		t.Errorf("got %s, %+v", c.RankBy, c.Entries[0].Behind)
	}
	if lag := lagOf([]float64{1, 3}, []float64{1, 1}); lag != (Lag{1, 1}) {
		t.Errorf("got %+v", lag)
	}
	if !slices.Equal(inTies(nil), nil) {
		t.Error("nothing was ranked")
	}
}

// Of totals alone, too, a fit that was not proved comes last, however near it came.
func TestRanksByTheTracking(t *testing.T) {
	c := Comparison{Entries: make([]Entry, 3)}
	for i, off := range []float64{1, 3, 2} {
		c.Entries[i].Tracking.Cumulative = off
	}
	c.Entries[0].Report.Warnings = []hotelcrm.Warning{{Code: WarnNotConverged}}
	c.rank(Trial{At: []float64{1}})
	for i, want := range []int{3, 2, 1} {
		if got := c.Entries[i]; got.Rank != want || got.Tie != 0 {
			t.Errorf("%d: rank %d, tie %d, want rank %d", i, got.Rank, got.Tie, want)
		}
	}
}

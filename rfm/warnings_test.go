package rfm_test

import (
	"math"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// many returns n guests whose money is what the function says, with different days and visits.
func many(n int, money func(i int) string) []guest {
	var out []guest
	for i := range n {
		out = append(out, guest{id(i), i, i + 1, dec(money(i))})
	}
	return out
}

func monetaryWarnings(scores *rfm.Scores) []string {
	var out []string
	for _, w := range scores.Warnings() {
		if len(w.Text) > 8 && w.Text[:8] == "Monetary" {
			out = append(out, string(w.Code)+": "+w.Text)
		}
	}
	return out
}

func TestFewBinsNameTheReason(t *testing.T) {
	cut := func(method rfm.Method) rfm.Config { return rfm.Config{Monetary: rfm.Cut{Method: method}} }
	owed := func(i int) string { return dec("-1").Sub(dec(id(i)[1:])).String() }
	given := explicit()
	given.Monetary = rfm.Axis{Method: rfm.Explicit, Bins: 5, Cuts: decs("0"), Scores: []int{1, 5}}
	explicitly, err := scorerOf(t, given).ScoreAll(summariesOf(t, many(60, owed)))
	if err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name   string
		scores *rfm.Scores
		want   []string
	}{
		{"all equal", scoresOf(t, many(60, func(int) string { return "80" }), cut(rfm.ByValue)), []string{"fewer-bins: Monetary has 1 of 5 scores in use, since too many guests have the same value"}},
		{"all negative, log width", scoresOf(t, many(60, owed), cut(rfm.LogWidth)), []string{"fewer-bins: Monetary has 1 of 5 scores in use, since fewer than two different values lie above 0"}},
		{"all negative, value", scoresOf(t, many(60, owed), cut(rfm.ByValue)), nil},
		{"three guests", scoresOf(t, many(3, owed), cut(rfm.ByValue)), []string{"fewer-bins: Monetary has 3 of 5 scores in use, since there are fewer guests than scores"}},
		{"one cut given", explicitly, []string{"fewer-bins: Monetary has 2 of 5 scores in use, since it was given no more cuts", "empty-bin: Monetary has bins that no guest is in"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := gocmp.Diff(tt.want, monetaryWarnings(tt.scores)); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

func TestThresholdsOfAnotherSpanAreNoticed(t *testing.T) {
	summaries := func(window hotelcrm.Window) *hotelcrm.Summaries {
		register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
		if err != nil {
			t.Fatal(err)
		}
		arrival := asOf.AddDays(-20)
		stay := hotelcrm.Stay{Guest: "ann", Status: hotelcrm.Departed, Arrival: arrival, Departure: arrival.AddDays(1), Revenue: hotelcrm.Revenue{Rooms: dec("90")}}
		if err := register.Add(stay); err != nil {
			t.Fatal(err)
		}
		s, err := register.Summaries(asOf, window)
		if err != nil {
			t.Fatal(err)
		}
		return s
	}
	year := hotelcrm.Window{From: asOf.AddDays(-364), To: asOf}
	scorer := scorerOf(t, must(rfm.Of(summaries(year), rfm.Config{})).Thresholds())
	tests := []struct {
		name   string
		window hotelcrm.Window
		want   bool
	}{
		{"the same", year, false},
		{"the same days, with no end", hotelcrm.Window{From: year.From}, false},
		{"as long, ending later", hotelcrm.Window{From: year.From, To: asOf.AddDays(30)}, false},
		{"a month", hotelcrm.Window{From: asOf.AddDays(-30), To: asOf}, true},
		{"from the beginning", hotelcrm.Window{}, true},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scores := must(scorer.ScoreAll(summaries(tt.window)))
			if got := has(scores.Warnings(), rfm.WarnOtherWindow); got != tt.want {
				t.Errorf("want %v, got %v", tt.want, scores.Warnings())
			}
		})
	}
}

// must returns scores that cannot fail.
func must(scores *rfm.Scores, err error) *rfm.Scores {
	if err != nil {
		panic(err)
	}
	return scores
}

func TestLintOfAbsurdBinsEnds(t *testing.T) {
	set := rfm.Hotel()
	for _, bins := range [][3]int{{math.MaxInt, 2, 2}, {-1, 5, 5}, {0, 0, 0}} {
		set.Bins = bins
		lint := set.Lint()
		if lint.Cells != 0 || len(lint.Uncovered) != 0 || len(lint.Shadowed) != len(set.Segments) {
			t.Errorf("bins %v: %+v", bins, lint)
		}
		refusedAt(t, set.Validate(), "bins")
	}
}

func TestSegmentationKeepsItsSet(t *testing.T) {
	segmentation, err := scoresOf(t, rising(1, 2, 3, 4, 5), rfm.Config{}).Segments(rfm.Hotel())
	if err != nil {
		t.Fatal(err)
	}
	segmentation.Set().Segments[0].Label = "changed"
	if diff := gocmp.Diff(rfm.Hotel(), segmentation.Set()); diff != "" {
		t.Errorf("(-want +got):\n%s", diff)
	}
}

// The guests of the Lisbon sample have no first arrival: asking for the length of relationship is answered in words.
func TestLisbonGuestsHaveNoLength(t *testing.T) {
	guests, _ := lisbon(t)
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, guests)
	if err != nil {
		t.Fatal(err)
	}
	scores := must(rfm.Of(summaries, rfm.Config{Length: rfm.Cut{Method: rfm.ByValue}}))
	if diff := gocmp.Diff([]int{11_644, 0, 0, 0, 0}, scores.Counts().Length); diff != "" {
		t.Errorf("guests (-want +got):\n%s", diff)
	}
	if !has(scores.Warnings(), rfm.WarnNoLength) || !has(scores.Warnings(), rfm.WarnFewBins) {
		t.Errorf("warnings: %v", scores.Warnings())
	}
	_, err = rfm.Of(summaries, rfm.LRFMP(0, 0))
	refusedAt(t, err, "periodicity")
}

package rfm_test

import (
	"encoding/json"
	"fmt"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// explicitFive returns thresholds of three bins on five axes.
func explicitFive() rfm.Thresholds {
	t := explicit()
	t.Length = rfm.Axis{Method: rfm.Explicit, Bins: 3, Cuts: decs("30", "1000"), Scores: []int{1, 2, 3}}
	t.Periodicity = rfm.Axis{Method: rfm.Explicit, Bins: 3, LowIsBest: true, Cuts: decs("7.5", "60"), Scores: []int{3, 2, 1}}
	return t
}

// visits returns a guest who came at these many days before the analysis date, first to last.
func visits(id string, daysAgo ...int) history {
	h := history{id: id, money: dec("100")}
	for _, days := range daysAgo {
		h.arrivals = append(h.arrivals, asOf.AddDays(-days))
	}
	return h
}

func TestWrittenCutsOfLengthAndPeriodicity(t *testing.T) {
	scorer := scorerOf(t, explicitFive())
	stranger := visits("a", 1000, 500, 0)
	stranger.noFirst = true
	unsure := visits("a", 1000, 500, 0)
	unsure.noLast = true
	tests := []struct {
		name string
		who  history
		l, p uint8
	}{
		{"on the cut of length, regular", visits("a", 1000, 500, 0), 2, 3},
		{"above it", visits("a", 1001, 500, 0), 3, 3},
		{"gaps of 5 and 20 days: on the cut of 7.5", visits("a", 25, 20, 0), 1, 3},
		{"gaps of 4 and 20 days: 8", visits("a", 24, 20, 0), 1, 2},
		{"gaps of 120 and none: on the cut of 60", visits("a", 120, 0, 0), 2, 2},
		{"irregular", visits("a", 400, 2, 0), 2, 1},
		{"two visits", visits("a", 400, 0), 2, 1},
		{"once", visits("a", 5), 1, 1},
		{"no first arrival", stranger, 1, 1},
		{"no last arrival", unsure, 2, 1},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := scorer.Score(asOf, tt.who.summary())
			if got.L != tt.l || got.P != tt.p {
				t.Errorf("want %d and %d, got %+v", tt.l, tt.p, got)
			}
		})
	}
}

func TestLengthEndsOnTheAnalysisDate(t *testing.T) {
	scorer := scorerOf(t, explicitFive())
	later := visits("a", 1000, 500, 0).summary()
	later.Last = asOf.AddDays(5)
	if got := scorer.Score(asOf, later).L; got != 2 {
		t.Errorf("1000 days up to the analysis date: want 2, got %d", got)
	}
}

func TestLengthAndPeriodicityThatCannotBeAreRefused(t *testing.T) {
	if err := explicitFive().Validate(); err != nil {
		t.Fatal(err)
	}
	tests := []struct {
		name  string
		wrong func(t *rfm.Thresholds)
		param []string
	}{
		{"cuts of length fall", func(t *rfm.Thresholds) { t.Length.Cuts = decs("30", "30") }, []string{"thresholds.length", "cuts[1]"}},
		{"cuts of periodicity fall", func(t *rfm.Thresholds) { t.Periodicity.Cuts = decs("9", "8") }, []string{"thresholds.periodicity", "cuts[1]"}},
		{"a short length is best", func(t *rfm.Thresholds) { t.Length.LowIsBest, t.Length.Scores = true, []int{3, 2, 1} }, []string{"thresholds.length.lowIsBest"}},
		{"an irregular guest is best", func(t *rfm.Thresholds) { t.Periodicity.LowIsBest, t.Periodicity.Scores = false, []int{1, 2, 3} }, []string{"thresholds.periodicity.lowIsBest"}},
		{"no method", func(t *rfm.Thresholds) { t.Length.Method = 0 }, []string{"thresholds.length", "method"}},
		{"cuts only", func(t *rfm.Thresholds) { t.Length = rfm.Axis{Cuts: decs("1")} }, []string{"thresholds.length", "method"}},
		{"missing only", func(t *rfm.Thresholds) { t.Length = rfm.Axis{Missing: 1} }, []string{"thresholds.length", "method"}},
		{"eleven bins", func(t *rfm.Thresholds) { t.Periodicity.Bins = 11 }, []string{"thresholds.periodicity", "bins"}},
		{"more missing than guests", func(t *rfm.Thresholds) { t.Guests, t.Length.Missing = 5, 6 }, []string{"thresholds.length", "missing"}},
		{"negative missing", func(t *rfm.Thresholds) { t.Periodicity.Missing = -1 }, []string{"thresholds.periodicity", "missing"}},
		{"recency missing", func(t *rfm.Thresholds) { t.Guests, t.Recency.Missing = 5, 1 }, []string{"thresholds.recency", "missing"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			thresholds := explicitFive()
			tt.wrong(&thresholds)
			refusedAt(t, thresholds.Validate(), tt.param...)
			if _, err := rfm.NewScorer(thresholds); err == nil {
				t.Error("NewScorer took them")
			}
		})
	}
}

func TestConfigsOfFiveAxesOutOfRangeAreRefused(t *testing.T) {
	for param, config := range map[string]rfm.Config{
		"config.length.bins": {Length: rfm.Cut{Bins: 11}}, "config.periodicity.bins": {Periodicity: rfm.Cut{Bins: 1}},
		"config.length.method": {Length: rfm.Cut{Method: rfm.Explicit}}, "config.periodicity.method": {Periodicity: rfm.Cut{Method: 99}},
		"config.recency.bins": rfm.LRFMP(rfm.ByValue, 1),
	} {
		refusedAt(t, config.Validate(), param)
		_, err := rfm.HistogramOf(summariesOf(t, all(2)), config)
		refusedAt(t, err, param)
	}
	if rfm.LRFMP(0, 0).Length == (rfm.Cut{}) || rfm.LRFMP(0, 5) != rfm.LRFMP(rfm.ByValue, 5) {
		t.Errorf("the default of five axes leaves one out: %+v", rfm.LRFMP(0, 0))
	}
	four := rfm.LRFMP(rfm.NTile, 4)
	four.Periodicity = rfm.Cut{}
	scores := fiveOf(t, []history{visits("a", 3, 2, 1), visits("b", 9)}, four)
	if s := scores.At(0); s.L == 0 || s.P != 0 {
		t.Errorf("LRFM gives %+v", s)
	}
}

func TestPeriodicityNeedsTheArrivals(t *testing.T) {
	stay := hotelcrm.Stay{Guest: "ann", Status: hotelcrm.Departed, Arrival: asOf.AddDays(-9), Departure: asOf.AddDays(-7), Revenue: hotelcrm.Revenue{Rooms: dec("90")}}
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR", Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}})
	if err != nil {
		t.Fatal(err)
	}
	if err := register.Add(stay); err != nil {
		t.Fatal(err)
	}
	tallies, err := register.Summaries(asOf, hotelcrm.Window{})
	if err != nil {
		t.Fatal(err)
	}
	config := rfm.Config{Periodicity: rfm.Cut{Method: rfm.ByValue}}
	for name, summaries := range map[string]*hotelcrm.Summaries{"tallies": tallies, "own": summariesOf(t, all(3))} {
		t.Run(name, func(t *testing.T) {
			_, _, err := rfm.Fit(summaries, config)
			refusedAt(t, err, "periodicity")
			_, err = rfm.HistogramOf(summaries, config)
			refusedAt(t, err, "periodicity")
			_, err = scorerOf(t, explicitFive()).ScoreAll(summaries)
			refusedAt(t, err, "periodicity")
			if _, err := rfm.Of(summaries, rfm.Config{Length: rfm.Cut{Method: rfm.ByValue}}); err != nil {
				t.Errorf("length needs no last arrival: %v", err)
			}
		})
	}
}

func TestHistogramsOfOtherAxesAreRefused(t *testing.T) {
	people := []history{visits("a", 9, 5, 2), visits("b", 40, 3, 1), visits("c", 4)}
	five := histogramFor(t, people, rfm.LRFMP(0, 0))
	three := histogramFor(t, people, rfm.Config{})
	_, err := five.Merge(three)
	refusedAt(t, err, "length")
	_, err = three.Merge(five)
	refusedAt(t, err, "length")
	_, _, err = three.Fit(rfm.Config{Length: rfm.Cut{Bins: 3}})
	refusedAt(t, err, "length")
	_, _, err = three.Fit(rfm.Config{Periodicity: rfm.Cut{Bins: 3}})
	refusedAt(t, err, "periodicity")
	_, _, err = five.Fit(rfm.Config{Periodicity: rfm.Cut{Method: rfm.Jenks}})
	refusedAt(t, err, "config.periodicity.method")
	if _, _, err := five.Fit(rfm.Config{}); err != nil {
		t.Errorf("three axes of five: %v", err)
	}
	five.Length[0].Guests = 4
	refusedAt(t, five.Validate(), "length[0]")
	nobody := histogramFor(t, nil, rfm.LRFMP(0, 0))
	var read rfm.Histogram
	if err := json.Unmarshal(jsonOf(t, nobody), &read); err != nil {
		t.Fatal(err)
	}
	if diff := gocmp.Diff(nobody, read); diff != "" {
		t.Errorf("a shard without guests (-written +read):\n%s", diff)
	}
}

func TestWeightsOfAxesThatAreNotThereAreRefused(t *testing.T) {
	people := []history{visits("a", 9, 5, 2), visits("b", 40, 3, 1)}
	three, five := fiveOf(t, people, rfm.Config{}), fiveOf(t, people, rfm.LRFMP(0, 0))
	for param, weights := range map[string]rfm.Weights{"weights.l": {R: dec("1"), L: dec("0.1")}, "weights.p": {P: dec("1")}} {
		_, err := three.Weighted(weights)
		refusedAt(t, err, param)
		if _, err := five.Weighted(weights); err != nil {
			t.Errorf("%s: %v", param, err)
		}
	}
	for param, weights := range map[string]rfm.Weights{"weights.l": {L: dec("-1")}, "weights.p": {P: dec("1e-61")}} {
		_, err := five.Weighted(weights)
		refusedAt(t, err, param)
	}
}

func TestFewKnownGuestsAreAnsweredInWords(t *testing.T) {
	once := func(n int) (out []history) {
		for i := range n {
			out = append(out, visits(fmt.Sprintf("h%03d", i), 10+i))
		}
		return out
	}
	nobody := once(3)
	for i := range nobody {
		nobody[i].noFirst = true
	}
	nobody = append(nobody, history{}) // one guest with two visits, so that arrivals are known, but no rhythm
	nobody[3] = visits("z", 30, 3)
	regulars := append(once(57), visits("a", 30, 20, 10), visits("b", 30, 20, 11), visits("c", 30, 20, 12))
	lone := append(once(59), visits("a", 30, 20, 10))
	tests := []struct {
		name string
		who  []history
		want []string // warnings of the two axes, in order
	}{
		{"no guests", nil, []string{"fewer-bins 4: Length has 1 of 5 scores in use, since there are fewer guests than scores", "fewer-bins 4: Periodicity has 1 of 5 scores in use, since there are fewer guests than scores"}},
		{"one guest", once(1), []string{"fewer-bins 4: Length has 1 of 5 scores in use, since there are fewer guests than scores", "fewer-bins 4: Periodicity has 1 of 5 scores in use, since it is known of fewer guests than scores", "no-rhythm 1", "empty-bin 1: Periodicity has bins that no guest is in"}},
		{"nobody known", nobody, []string{"fewer-bins 4: Length has 1 of 5 scores in use, since it is known of fewer guests than scores", "fewer-bins 4: Periodicity has 1 of 5 scores in use, since it is known of fewer guests than scores", "no-length 3", "no-rhythm 4", "empty-bin 1: Periodicity has bins that no guest is in"}},
		{"one of sixty", lone, []string{"fewer-bins 3: Length has 2 of 5 scores in use, since too many guests have the same value", "fewer-bins 4: Periodicity has 1 of 5 scores in use, since it is known of fewer guests than scores", "few-guests 1: Periodicity is known of 1 guest, too few for a rank among them to say much", "no-rhythm 59"}},
		{"three of sixty", regulars, []string{"fewer-bins 3: Length has 2 of 5 scores in use, since too many guests have the same value", "fewer-bins 2: Periodicity has 3 of 5 scores in use, since it is known of fewer guests than scores", "few-guests 3: Periodicity is known of 3 guests, too few for a rank among them to say much", "no-rhythm 57"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			config := rfm.Config{Length: rfm.Cut{Bins: 5}, Periodicity: rfm.Cut{Bins: 5}}
			scores := fiveOf(t, tt.who, config)
			var got []string
			for _, w := range scores.Warnings() {
				if w.Code == rfm.WarnNoLength || w.Code == rfm.WarnNoRhythm {
					got = append(got, fmt.Sprint(w.Code, " ", w.N))
				} else if w.Text[0] == 'L' || w.Text[0] == 'P' {
					got = append(got, fmt.Sprint(w.Code, " ", w.N, ": ", w.Text))
				}
			}
			if diff := gocmp.Diff(tt.want, got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
			if err := scores.Thresholds().Validate(); err != nil {
				t.Errorf("thresholds found by Fit are refused: %v", err)
			}
			for i, h := range historiesByID(tt.who) {
				if s := scores.At(i); (h.length() == nil && s.L != 1) || (h.periodicity() == nil && s.P != 1) {
					t.Errorf("%s is not known and has %+v", h.id, s)
				}
			}
		})
	}
}

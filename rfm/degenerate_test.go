package rfm_test

import (
	"slices"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// all returns n guests with the same days, visits and money.
func all(n int) []guest {
	var out []guest
	for i := range n {
		out = append(out, guest{id(i), 14, 2, dec("180.50")})
	}
	return out
}

// rising returns guests with the values given, good guests late, whatever the axis.
func rising(values ...int) []guest {
	var out []guest
	for i, v := range values {
		out = append(out, guest{id(i), 100 - v, v, dec("10.50").Mul(dec(id(v)[1:]))})
	}
	return out
}

func has(warnings []hotelcrm.Warning, code hotelcrm.WarningCode) bool {
	return slices.ContainsFunc(warnings, func(w hotelcrm.Warning) bool { return w.Code == code })
}

func TestFewGuestsAndFewValues(t *testing.T) {
	few, empty := rfm.WarnFewBins, rfm.WarnEmptyBin
	tests := []struct {
		name     string
		guests   []guest
		method   rfm.Method
		bins     int
		want     []string // scores in the order of ids
		inEffect [3]int   // bins of recency, frequency and monetary
		warnings []hotelcrm.WarningCode
	}{
		{"no guests, value", nil, rfm.ByValue, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"no guests, ntile", nil, rfm.NTile, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"no guests, type 7", nil, rfm.Type7Plus1, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"no guests, mean", nil, rfm.MeanSplit, 2, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},

		{"no guests, equal width", nil, rfm.EqualWidth, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"no guests, log width", nil, rfm.LogWidth, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"no guests, jenks", nil, rfm.Jenks, 5, nil, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},

		{"one guest, value", all(1), rfm.ByValue, 5, []string{"333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"one guest, ntile", all(1), rfm.NTile, 5, []string{"111"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"one guest, type 7", all(1), rfm.Type7Plus1, 5, []string{"511"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{few, empty}},
		{"one guest, mean", all(1), rfm.MeanSplit, 2, []string{"222"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{empty}},

		{"one guest, equal width", all(1), rfm.EqualWidth, 5, []string{"333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"one guest, log width", all(1), rfm.LogWidth, 5, []string{"333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"one guest, jenks", all(1), rfm.Jenks, 5, []string{"333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},

		{"all equal, equal width", all(3), rfm.EqualWidth, 4, []string{"222", "222", "222"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"all equal, log width", all(3), rfm.LogWidth, 5, []string{"333", "333", "333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"all equal, jenks", all(3), rfm.Jenks, 5, []string{"333", "333", "333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"all equal, value", all(3), rfm.ByValue, 5, []string{"333", "333", "333"}, [3]int{1, 1, 1}, []hotelcrm.WarningCode{few}},
		{"all equal, ntile", all(3), rfm.NTile, 5, []string{"111", "222", "333"}, [3]int{3, 3, 3}, []hotelcrm.WarningCode{few}},
		{"all equal, ntile in two", all(3), rfm.NTile, 2, []string{"111", "111", "222"}, [3]int{2, 2, 2}, nil},
		{"all equal, type 7", all(3), rfm.Type7Plus1, 5, []string{"511", "511", "511"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{few, empty}},
		{"all equal, mean", all(3), rfm.MeanSplit, 2, []string{"222", "222", "222"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{empty}},

		// Days 99 99 99 98: the cuts of recency are 98 and, dropped, 99; those of visits are 1 and, dropped, 2.
		{"two values, value", rising(1, 1, 1, 2), rfm.ByValue, 5, []string{"111", "111", "111", "555"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{few}},
		{"two values, ntile", rising(1, 1, 1, 2), rfm.NTile, 5, []string{"111", "222", "333", "444"}, [3]int{4, 4, 4}, []hotelcrm.WarningCode{few}},
		{"two values, jenks", rising(1, 1, 1, 2), rfm.Jenks, 5, []string{"111", "111", "111", "555"}, [3]int{2, 2, 2}, []hotelcrm.WarningCode{few}},
		{"three values, jenks of four", rising(1, 2, 3), rfm.Jenks, 4, []string{"111", "222", "444"}, [3]int{3, 3, 3}, []hotelcrm.WarningCode{few}},
		{"a gap, equal width", rising(1, 2, 3, 21), rfm.EqualWidth, 4, []string{"111", "111", "111", "444"}, [3]int{4, 4, 4}, []hotelcrm.WarningCode{empty}},
		{"two values, mean", rising(1, 1, 1, 2), rfm.MeanSplit, 2, []string{"111", "111", "111", "222"}, [3]int{2, 2, 2}, nil},
		{
			"as many values as bins", rising(1, 2, 3, 4, 5), rfm.ByValue, 5,
			[]string{"111", "222", "333", "444", "555"},
			[3]int{5, 5, 5},
			nil,
		},
		{"three values, ten bins", rising(1, 2, 3), rfm.NTile, 10, []string{"111", "222", "333"}, [3]int{3, 3, 3}, []hotelcrm.WarningCode{few}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			scores := scoresOf(t, tt.guests, rfm.Same(tt.method, tt.bins))
			var got []string
			for _, score := range list(scores) {
				got = append(got, score.String())
			}
			if diff := gocmp.Diff(tt.want, got); diff != "" {
				t.Errorf("scores (-want +got):\n%s", diff)
			}
			thresholds := scores.Thresholds()
			inEffect := [3]int{thresholds.Recency.InEffect(), thresholds.Frequency.InEffect(), thresholds.Monetary.InEffect()}
			if inEffect != tt.inEffect {
				t.Errorf("want %v bins in effect, got %v", tt.inEffect, inEffect)
			}
			for _, code := range []hotelcrm.WarningCode{few, empty} {
				if want := slices.Contains(tt.warnings, code); has(scores.Warnings(), code) != want {
					t.Errorf("warning %s: want %v, got %v", code, want, scores.Warnings())
				}
			}
			if err := thresholds.Validate(); err != nil {
				t.Errorf("thresholds found by Fit are refused: %v", err)
			}
			stranger := guest{"stranger", 3, 7, dec("-2.005")}
			if got := scorerOf(t, thresholds).Score(asOf, stranger.summary()); got != thresholdsOracle(thresholds, stranger) {
				t.Errorf("a stranger has %v, the thresholds read %v", got, thresholdsOracle(thresholds, stranger))
			}
		})
	}
}

func TestNoGuestsGiveEmptyTotals(t *testing.T) {
	scores := scoresOf(t, nil, rfm.Config{})
	segmentation, err := scores.Segments(rfm.Hotel())
	if err != nil {
		t.Fatal(err)
	}
	if n := len(segmentation.Totals()); n != 12 || len(scores.Grid()) != 25 || scores.Len() != 0 {
		t.Fatalf("want 12 segments and 25 cells of no guests, got %d, %d and %d", n, len(scores.Grid()), scores.Len())
	}
	for _, total := range segmentation.Totals() {
		if total.Guests != 0 || total.Visits != 0 || !total.Revenue.IsZero() {
			t.Errorf("want nothing in %s, got %+v", total.Segment.ID, total)
		}
	}
	for _, cell := range scores.Grid() {
		if _, ok, err := cell.Mean(2, hotelcrm.RoundHalfEven); ok || err != nil {
			t.Errorf("cell %d %d: want no mean and no error, got %v, %v", cell.R, cell.F, ok, err)
		}
	}
}

func TestNegativeTotalsAreTheWorstScores(t *testing.T) {
	guests := []guest{
		{"refunded", 5, 1, dec("-80.25")}, {"free", 5, 1, dec("0")}, {"small", 5, 1, dec("12.50")}, {"usual", 5, 1, dec("90")}, {"great", 5, 1, dec("900")},
	}
	want := map[string]uint8{"refunded": 1, "free": 2, "small": 3, "usual": 4, "great": 5}
	for _, method := range []rfm.Method{rfm.ByValue, rfm.NTile} {
		scores := scoresOf(t, guests, rfm.Same(method, 5))
		for i, s := range scores.Summaries().All() {
			if got := scores.At(i).M; got != want[s.Guest] {
				t.Errorf("%s, %s: want %d, got %d", method, s.Guest, want[s.Guest], got)
			}
		}
	}
	for i := range guests {
		guests[i].money = guests[i].money.Sub(dec("1000")) // all below 0
	}
	scores := scoresOf(t, guests, rfm.Config{})
	for i, s := range scores.Summaries().All() {
		if got := scores.At(i).M; got != want[s.Guest] {
			t.Errorf("all negative, %s: want %d, got %d", s.Guest, want[s.Guest], got)
		}
	}
}

func TestMeanOfACellIsRoundedAsAsked(t *testing.T) {
	tests := []struct {
		name   string
		cell   rfm.Cell
		places int
		mode   hotelcrm.Rounding
		want   string
	}{
		{"exact", rfm.Cell{Guests: 4, Revenue: dec("10")}, 2, hotelcrm.RoundHalfEven, "2.5"},
		{"half to even, down", rfm.Cell{Guests: 8, Revenue: dec("1")}, 2, hotelcrm.RoundHalfEven, "0.12"},
		{"half to even, up", rfm.Cell{Guests: 8, Revenue: dec("3")}, 2, hotelcrm.RoundHalfEven, "0.38"},
		{"half up", rfm.Cell{Guests: 8, Revenue: dec("1")}, 2, hotelcrm.RoundHalfUp, "0.13"},
		{"just above the half", rfm.Cell{Guests: 3, Revenue: dec("0.375000000000000000000000000001")}, 2, hotelcrm.RoundHalfEven, "0.13"},
		{"endless, floor", rfm.Cell{Guests: 3, Revenue: dec("-1")}, 4, hotelcrm.RoundFloor, "-0.3334"},
		{"endless, down", rfm.Cell{Guests: 3, Revenue: dec("-1")}, 4, hotelcrm.RoundDown, "-0.3333"},
		{"endless, up", rfm.Cell{Guests: 3, Revenue: dec("1")}, 0, hotelcrm.RoundUp, "1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got, ok, err := tt.cell.Mean(tt.places, tt.mode)
			if err != nil || !ok || !got.Equal(dec(tt.want)) {
				t.Errorf("want %s, got %s, %v, %v", tt.want, got, ok, err)
			}
		})
	}
	if _, _, err := (rfm.Cell{Guests: 1, Revenue: dec("1")}).Mean(2, 0); err == nil {
		t.Error("a mean without a rounding mode was taken")
	}
}

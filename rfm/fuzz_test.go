package rfm_test

import (
	"encoding/json"
	"math"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"github.com/hotelcrm/hotelcrm/rfm"
	"github.com/shopspring/decimal"
)

// probes are guests at the edges, and one on each side of and on every cut.
func probes(t rfm.Thresholds) []guest {
	out := []guest{
		{"", 0, 1, decimal.Zero},
		{"g1", 0, 1, decimal.New(math.MaxInt64, -2)},
		{"g1", math.MaxInt16, math.MaxInt32, decimal.New(math.MinInt64, -2)},
		{"g2", 30, 2, dec("0.001")},
		{"\xff", 365, 12, decimal.New(-1, 29)},
	}
	for i, cut := range t.Monetary.Cuts {
		for _, d := range []decimal.Decimal{cut, cut.Sub(dec("0.01")), cut.Add(dec("0.0001")), cut.Round(2)} {
			g := guest{"g", i, i + 1, d}
			if i < len(t.Monetary.Ties) {
				g.id = t.Monetary.Ties[i]
			}
			out = append(out, g)
		}
	}
	for i, cut := range t.Recency.Cuts {
		if cut.IsInteger() && cut.Sign() >= 0 && cut.LessThan(decimal.New(1, 5)) {
			g := guest{"g", int(cut.IntPart()), int(cut.IntPart()), cut}
			if i < len(t.Recency.Ties) {
				g.id = t.Recency.Ties[i]
			}
			out = append(out, g)
		}
	}
	return out
}

func FuzzThresholdsJSON(f *testing.F) {
	for _, method := range methods() {
		for _, guests := range [][]guest{nil, all(3), rising(1, 1, 2, 3, 5, 8, 13)} {
			text, err := json.Marshal(scoresOf(f, guests, rfm.Same(method, 0)).Thresholds())
			if err != nil {
				f.Fatal(err)
			}
			f.Add(text)
		}
	}
	text, err := json.Marshal(explicit())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(text)
	five, err := json.Marshal(explicitFive())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(five)
	axis := `{"method":"explicit","bins":3,"cuts":["1e5000000","2"],"scores":[1,2,3]}`
	f.Add([]byte(`{"version":1,"currency":"EUR","recency":{"method":"ntile","bins":3,"lowIsBest":true,"cutsGoUp":true,"cuts":["5"],"scores":[3,1],"ties":["b"]},"frequency":{"method":"value","bins":2,"cuts":["1"],"scores":[1,2]},"monetary":` + axis + `}`))
	f.Add([]byte(`{"version":1,"currency":"JPY","recency":{"method":"value","bins":2,"lowIsBest":true,"cuts":[],"scores":[1]},"frequency":{"method":"value","bins":2,"cuts":[-1e-49],"scores":[1,2]},"monetary":{"method":"ntile","bins":10,"cuts":["-92233720368547758.08","-92233720368547758.08"],"ties":["","a"],"scores":[1,9,10]}}`))
	for _, of := range []rfm.MonetaryOf{rfm.RevenuePerVisit, rfm.RevenuePerNight} {
		text, err := json.Marshal(scoresOf(f, rising(1, 2, 4, 7), rfm.Config{FrequencyOf: rfm.Nights, MonetaryOf: of}).Thresholds())
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`{"version":1,"monetary":null,"recency":{"bins":-1}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var thresholds rfm.Thresholds
		if json.Unmarshal(text, &thresholds) != nil {
			return
		}
		scorer, err := rfm.NewScorer(thresholds)
		if invalid := thresholds.Validate(); (invalid == nil) != (err == nil) {
			t.Fatalf("Validate says %v, NewScorer %v", invalid, err)
		}
		if err != nil {
			return
		}
		written, err := json.Marshal(thresholds)
		if err != nil {
			t.Fatal(err)
		}
		var read rfm.Thresholds
		if err := json.Unmarshal(written, &read); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(thresholds, read, sameDecimals(), cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
		again := scorerOf(t, read)
		for i := range 9 {
			h := visits("g", 7*i*i, 3*i, i, 0)
			h.noFirst, h.noLast = i == 7, i == 8
			l, p := uint8(0), uint8(0)
			if thresholds.Length.Bins > 0 {
				l = axisOracleOf(thresholds.Length, h.length(), h.id)
			}
			if thresholds.Periodicity.Bins > 0 {
				p = axisOracleOf(thresholds.Periodicity, h.periodicity(), h.id)
			}
			if s := again.Score(asOf, h.summary()); s.L != l || s.P != p {
				t.Fatalf("%+v: thresholds %s read %d and %d; scored %+v", h, written, l, p, s)
			}
		}
		for _, g := range probes(thresholds) {
			want := thresholdsOracle(thresholds, g)
			if thresholds.Length.Bins > 0 {
				want.L = 1 // nothing is known of these guests' arrivals
			}
			if thresholds.Periodicity.Bins > 0 {
				want.P = 1
			}
			if a, b := scorer.Score(asOf, g.summary()), again.Score(asOf, g.summary()); a != want || b != want {
				t.Fatalf("%q, %d days, %d visits, %s: thresholds %s read %v; scored %v, after JSON %v", g.id, g.days, g.visits, g.money, written, want, a, b)
			}
		}
	})
}

func FuzzSetJSON(f *testing.F) {
	for _, set := range presets() {
		text, err := json.Marshal(set)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(text)
	}
	f.Add([]byte(`{"version":1,"id":"x","bins":[10,10,10],"segments":[{"id":"a"},{"id":"b","r":{"low":2,"high":9}}]}`))
	f.Add([]byte(`{"version":1,"id":"x","bins":[1000000000,2,2],"segments":[{"id":"a"}],"rest":{"id":"b"}}`))
	f.Add([]byte(`{"version":1,"bins":[2,3,4],"segments":null,"rest":{"id":"b","r":{"low":9,"high":-9}}}`))
	f.Fuzz(func(t *testing.T, text []byte) {
		var set rfm.Set
		if json.Unmarshal(text, &set) != nil {
			return
		}
		segmenter, err := rfm.NewSegmenter(set)
		if invalid := set.Validate(); (invalid == nil) != (err == nil) {
			t.Fatalf("Validate says %v, NewSegmenter %v", invalid, err)
		}
		if err != nil {
			return
		}
		written, err := json.Marshal(set)
		if err != nil {
			t.Fatal(err)
		}
		var read rfm.Set
		if err := json.Unmarshal(written, &read); err != nil {
			t.Fatal(err)
		}
		if diff := gocmp.Diff(set, read, cmpopts.EquateEmpty()); diff != "" {
			t.Fatalf("(-written +read):\n%s", diff)
		}
		again := segmenterOf(t, read)
		for _, c := range cells(set.Bins) {
			want := firstMatch(set, c)
			if a, b := number(segmenter, c), number(again, c); a != want || b != want {
				t.Fatalf("%s: want segment %d, got %d, after JSON %d", c, want, a, b)
			}
		}
	})
}

func FuzzHistogramJSON(f *testing.F) {
	for _, guests := range [][]guest{nil, all(3), rising(1, 1, 2, 3, 5, 8, 13)} {
		h, err := rfm.HistogramOf(summariesOf(f, guests), rfm.Config{MonetaryOf: rfm.RevenuePerVisit})
		if err != nil {
			f.Fatal(err)
		}
		f.Add(jsonOf(f, h), uint8(7))
	}
	f.Add(jsonOf(f, histogramFor(f, []history{visits("a", 9, 5, 2), visits("b", 40, 3, 1), visits("c", 4)}, rfm.LRFMP(0, 0))), uint8(131))
	f.Add([]byte(`{"version":1,"currency":"JPY","guests":1,"recency":[{"value":1,"guests":1}],"frequency":[{"value":-1e-30,"guests":1}],"monetary":[{"value":1e59,"guests":1}]}`), uint8(60))
	f.Fuzz(func(t *testing.T, text []byte, choice uint8) {
		var h rfm.Histogram
		if json.Unmarshal(text, &h) != nil {
			return
		}
		config := rfm.Same(rfm.Method(choice%10), int(choice/10)%12)
		if choice >= 120 {
			config = rfm.LRFMP(config.Recency.Method, config.Recency.Bins)
		}
		thresholds, _, err := h.Fit(config)
		if err != nil {
			return
		}
		if err := thresholds.Validate(); err != nil {
			t.Fatalf("%s gives thresholds that are refused: %v", text, err)
		}
		double, err := h.Merge(h)
		if err != nil {
			t.Fatal(err)
		}
		if err := double.Validate(); err != nil && h.Guests < math.MaxInt32/2 {
			t.Fatalf("merged with itself it is refused: %v", err)
		}
	})
}

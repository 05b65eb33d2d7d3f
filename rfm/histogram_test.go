package rfm_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"testing"

	gocmp "github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
	"pgregory.net/rapid"
)

func histogramOf(t failer, people []hotelcrm.Summary, config rfm.Config) rfm.Histogram {
	t.Helper()
	summaries, err := hotelcrm.NewSummaries("EUR", asOf, people)
	if err != nil {
		t.Fatalf("summaries: %v", err)
	}
	h, err := rfm.HistogramOf(summaries, config)
	if err != nil {
		t.Fatalf("histogram: %v", err)
	}
	return h
}

func merged(t failer, a, b rfm.Histogram) rfm.Histogram {
	t.Helper()
	h, err := a.Merge(b)
	if err != nil {
		t.Fatalf("merge: %v", err)
	}
	return h
}

func jsonOf(t failer, v any) []byte {
	t.Helper()
	text, err := json.Marshal(v)
	if err != nil {
		t.Fatalf("JSON: %v", err)
	}
	return text
}

func TestMergedHistogramsFitAsAllGuestsTogether(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		config := rfm.Same(rapid.SampledFrom([]rfm.Method{rfm.ByValue, rfm.Type7Plus1, rfm.MeanSplit, rfm.EqualWidth, rfm.LogWidth}).Draw(t, "method"), 0)
		config.FrequencyOf = rapid.SampledFrom([]rfm.FrequencyOf{0, rfm.Nights}).Draw(t, "frequency")
		config.MonetaryOf = rapid.SampledFrom([]rfm.MonetaryOf{0, rfm.RevenuePerVisit}).Draw(t, "monetary")
		people := withNights(t, drawGuests(t, 0, 25))
		shards := make([]rfm.Histogram, 3)
		rest := people
		for i := range shards {
			n := len(rest)
			if i < 2 {
				n = rapid.IntRange(0, len(rest)).Draw(t, "shard")
			}
			shards[i], rest = histogramOf(t, rest[:n], config), rest[n:]
		}
		one := merged(t, merged(t, shards[0], shards[1]), shards[2])
		other := merged(t, shards[2], merged(t, shards[1], shards[0]))
		text := jsonOf(t, one)
		if whole := jsonOf(t, histogramOf(t, people, config)); !bytes.Equal(text, jsonOf(t, other)) || !bytes.Equal(text, whole) {
			t.Fatalf("one form for the same content: %s, %s, %s", text, jsonOf(t, other), whole)
		}
		var read rfm.Histogram
		if err := json.Unmarshal(text, &read); err != nil {
			t.Fatal(err)
		}
		summaries, err := hotelcrm.NewSummaries("EUR", asOf, people)
		if err != nil {
			t.Fatal(err)
		}
		want, warnings, err := rfm.Fit(summaries, config)
		if err != nil {
			t.Fatal(err)
		}
		for _, h := range []rfm.Histogram{one, read} {
			got, minded, err := h.Fit(config)
			if err != nil {
				t.Fatal(err)
			}
			if diff := gocmp.Diff(want, got, sameDecimals()); diff != "" {
				t.Fatalf("thresholds (-want +got):\n%s", diff)
			}
			if diff := gocmp.Diff(warnings, minded); diff != "" {
				t.Fatalf("warnings (-want +got):\n%s", diff)
			}
		}
	})
}

func TestMoreGuestsThanAQuantileCanCountAreRefused(t *testing.T) {
	if math.MaxInt == math.MaxInt32 {
		t.Skip("an int of 32 bits cannot hold so many")
	}
	h := histogramOf(t, []hotelcrm.Summary{guest{"a", 1, 1, dec("10")}.summary()}, rfm.Config{})
	h.Guests = math.MaxInt
	refusedAt(t, h.Validate(), "guests")
}

func TestHistogramsThatCannotBeAreRefused(t *testing.T) {
	people := []hotelcrm.Summary{guest{"a", 1, 1, dec("10")}.summary(), guest{"b", 2, 2, dec("20")}.summary()}
	tests := []struct {
		name  string
		wrong func(h *rfm.Histogram)
		param string
	}{
		{"version", func(h *rfm.Histogram) { h.Version = 2 }, "version"},
		{"currency", func(h *rfm.Histogram) { h.Currency = "euro" }, "currency"},
		{"scale", func(h *rfm.Histogram) { h.Scale = 7 }, "scale"},
		{"basis", func(h *rfm.Histogram) { h.MonetaryOf = 9 }, "histogram.monetaryOf"},
		{"other basis", func(h *rfm.Histogram) { h.FrequencyOf = 9 }, "histogram.frequencyOf"},
		{"negative guests", func(h *rfm.Histogram) { h.Guests = -1 }, "guests"},
		{"values fall", func(h *rfm.Histogram) { h.Recency[0], h.Recency[1] = h.Recency[1], h.Recency[0] }, "recency[1]"},
		{"nobody has a value", func(h *rfm.Histogram) { h.Frequency[0].Guests = 0 }, "frequency[0]"},
		{"too many", func(h *rfm.Histogram) { h.Monetary[1].Guests = 5 }, "monetary[1]"},
		{"too few", func(h *rfm.Histogram) { h.Monetary = h.Monetary[:1] }, "monetary"},
		{"endless", func(h *rfm.Histogram) { h.Monetary[0].Value = dec("1e-10000") }, "monetary[0]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			h := histogramOf(t, people, rfm.Config{})
			tt.wrong(&h)
			refusedAt(t, h.Validate(), tt.param)
			if _, _, err := h.Fit(rfm.Config{}); err == nil {
				t.Error("Fit took it")
			}
		})
	}
	h := histogramOf(t, people, rfm.Config{})
	for _, config := range []rfm.Config{rfm.Same(rfm.NTile, 0), rfm.Same(rfm.Jenks, 0), {FrequencyOf: rfm.Nights}, {MonetaryOf: rfm.RevenuePerNight}, {Recency: rfm.Cut{Bins: 1}}} {
		if _, _, err := h.Fit(config); err == nil {
			t.Errorf("%+v was taken", config)
		}
	}
	if _, err := h.Merge(histogramOf(t, nil, rfm.Config{FrequencyOf: rfm.Nights})); err == nil {
		t.Error("another basis was merged")
	}
}

func ExampleHistogram_chainOfTwoHotels() {
	inn, err := rfm.HistogramOf(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	other, err := rfm.HistogramOf(twoGuests(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	both, err := inn.Merge(other)
	if err != nil {
		fmt.Println(err)
		return
	}
	thresholds, _, err := both.Fit(rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(thresholds.Guests, "guests, spend", thresholds.Monetary.Cuts)
	// Output: 12 guests, spend [310 450 1400 2900]
}

func ExampleHistogramOf_howOftenGuestsCome() {
	histogram, err := rfm.HistogramOf(theInn(), rfm.Config{})
	if err != nil {
		fmt.Println(err)
		return
	}
	for _, count := range histogram.Frequency[:2] {
		fmt.Println(count.Value, "visits:", count.Guests, "guests")
	}
	// Output:
	// 1 visits: 3 guests
	// 2 visits: 2 guests
}

func ExampleValueCount_json() {
	text, err := json.Marshal(rfm.ValueCount{Value: dec("129.50"), Guests: 4})
	fmt.Println(string(text), err)
	// Output: {"value":"129.5","guests":4} <nil>
}

package btyd_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"math"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/hotelcrm/hotelcrm/valuation/btyd"
	"pgregory.net/rapid"
)

func TestCellsRefuseBadRows(t *testing.T) {
	bad := []struct {
		h     btyd.History
		field string
	}{
		{btyd.History{X: 1, Tx: 5, T: 4}, "Tx"},
		{btyd.History{X: 0, Tx: 1, T: 4}, "Tx"},
		{btyd.History{X: 1, Tx: 0, T: 4}, "Tx"},
		{btyd.History{X: -1, T: 4}, "X"},
		{btyd.History{X: 100_001, Tx: 1, T: 4}, "X"},
		{btyd.History{T: -1}, "T"},
		{btyd.History{T: math.NaN()}, "T"},
		{btyd.History{T: math.Inf(1)}, "T"},
		{btyd.History{X: 1, Tx: math.NaN(), T: 4}, "Tx"},
		{btyd.History{X: 1, Tx: -1, T: 4}, "Tx"},
	}
	for _, test := range bad {
		_, err := btyd.CellsOf(valuation.Week, []btyd.History{{T: 1}, test.h})
		row, ok := errors.AsType[*hotelcrm.RowError](err)
		if !ok || row.Row != 2 || row.Field != test.field {
			t.Errorf("%v: got error %v, want %s of row 2", test.h, err, test.field)
		}
	}
	if _, err := btyd.CellsOf(0, nil); !isParam(err) {
		t.Errorf("unset unit: got error %v", err)
	}
	_, err := btyd.CellsOf(valuation.Week, repeat(50, btyd.History{X: -1}))
	if joined, ok := err.(interface{ Unwrap() []error }); !ok || len(joined.Unwrap()) != hotelcrm.MaxRowErrors {
		t.Errorf("50 bad rows: got %v, want %d errors", err, hotelcrm.MaxRowErrors)
	}
	if _, err := btyd.NewCells(valuation.Week, []btyd.Cell{{History: btyd.History{T: 1}}}); !isRow(err) {
		t.Errorf("no guests in a cell: got error %v", err)
	}
}

func TestCellsMergeInAnyOrder(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		histories := rapid.SliceOfN(rapid.Custom(anyHistory), 0, 30).Draw(t, "guests")
		histories = append(histories, histories...)
		whole, err := btyd.CellsOf(valuation.Day, histories)
		if err != nil {
			t.Fatal(err)
		}
		cut := rapid.IntRange(0, len(histories)).Draw(t, "cut")
		left, _ := btyd.CellsOf(valuation.Day, histories[:cut])
		right, _ := btyd.CellsOf(valuation.Day, histories[cut:])
		merged, err := right.Merge(left)
		if err != nil {
			t.Fatal(err)
		}
		a, _ := whole.MarshalBinary()
		b, _ := merged.MarshalBinary()
		if !bytes.Equal(a, b) || whole.Guests() != int64(len(histories)) || merged.Guests() != whole.Guests() || 2*whole.Len() > len(histories) {
			t.Errorf("whole %d guests in %d cells, merged %d in %d", whole.Guests(), whole.Len(), merged.Guests(), merged.Len())
		}
	})
	weeks, _ := btyd.CellsOf(valuation.Week, nil)
	days, _ := btyd.CellsOf(valuation.Day, nil)
	if _, err := weeks.Merge(days); !isParam(err) {
		t.Errorf("weeks and days: got error %v", err)
	}
}

func TestCellsRoundTrip(t *testing.T) {
	cells := newCells(t, []btyd.History{{T: 3}, {T: 3}, {X: 1, Tx: .1, T: 3}, {T: 0}, {T: math.Copysign(0, -1)}})
	data, _ := cells.MarshalBinary()
	text, err := json.Marshal(cells)
	if err != nil {
		t.Fatal(err)
	}
	var read, parsed btyd.Cells
	if err := read.UnmarshalBinary(data); err != nil {
		t.Fatal(err)
	}
	if err := json.Unmarshal(text, &parsed); err != nil {
		t.Fatal(err)
	}
	for _, c := range []*btyd.Cells{&read, &parsed} {
		if again, _ := c.MarshalBinary(); !bytes.Equal(again, data) || c.Unit() != valuation.Month || c.Guests() != 5 || c.Len() != 3 {
			t.Errorf("got %d guests in %d cells by %v", c.Guests(), c.Len(), c.Unit())
		}
	}
	for _, bad := range []string{`{"version":2}`, `{"version":1,"unit":""}`, `{"version":1,"unit":"week","cells":[{"x":1,"tx":0,"t":1,"guests":1}]}`, `[]`} {
		if err := json.Unmarshal([]byte(bad), &parsed); err == nil {
			t.Errorf("%s is accepted", bad)
		}
	}
	if parsed.Guests() != 5 {
		t.Error("a failed read changes the cells")
	}
}

func FuzzCellsBinary(f *testing.F) {
	cells, _ := btyd.CellsOf(valuation.Week, []btyd.History{{T: 3}, {X: 1, Tx: .1, T: 3}})
	data, _ := cells.MarshalBinary()
	f.Add(data)
	f.Add(data[:len(data)-1])
	f.Fuzz(func(t *testing.T, data []byte) {
		var c btyd.Cells
		if err := c.UnmarshalBinary(data); err != nil {
			if !errors.Is(err, hotelcrm.ErrCorrupt) && !errors.Is(err, hotelcrm.ErrVersion) {
				t.Fatalf("got error %v", err)
			}
			return
		}
		if again, _ := c.MarshalBinary(); !bytes.Equal(again, data) {
			t.Fatalf("%x reads as %x", data, again)
		}
	})
}

func TestSplitMergesDaysAndHoldsOut(t *testing.T) {
	d := func(text string) hotelcrm.Date { return day(t, text) }
	offsets := []int{0, 6, 7, 8, 8, 10}
	arrivals := []hotelcrm.Date{
		d("2023-12-24"), d("2024-01-01"), d("2024-01-01"), d("2024-01-15"), d("2024-02-05"), d("2024-02-05"), // the first before the watch
		d("2024-02-10"),                  // only in the hold-out
		d("2024-01-31"),                  // on the last day
		d("2024-01-02"), d("2024-03-02"), // after the end
	}
	watch := btyd.Watch{First: d("2024-01-01"), Last: d("2024-01-31"), End: d("2024-02-28")}
	got, err := btyd.SplitOf(valuation.Day, offsets, arrivals, watch)
	if err != nil {
		t.Fatal(err)
	}
	if !slices.Equal(got.Guests, []int{0, 2, 4}) || !slices.Equal(got.Later, []int{1, 0, 0}) || got.HeldOut != 28 ||
		!slices.Equal(got.Histories, []btyd.History{{X: 1, Tx: 14, T: 30}, {}, {T: 29}}) {
		t.Errorf("got %+v", got)
	}
	for _, bad := range []btyd.Watch{{}, {First: watch.Last, Last: watch.First}, {First: watch.First, Last: watch.Last, End: watch.First}} {
		if _, err := btyd.SplitOf(valuation.Day, offsets, arrivals, bad); !isParam(err) {
			t.Errorf("%+v: got error %v", bad, err)
		}
	}
	if _, err := btyd.SplitOf(0, offsets, arrivals, watch); !isParam(err) {
		t.Errorf("unset unit: got error %v", err)
	}
	for _, bad := range [][]int{nil, {1, 10}, {0, 11}, {0, 7, 6, 10}} {
		if _, err := btyd.SplitOf(valuation.Day, bad, arrivals, watch); !isParam(err) {
			t.Errorf("offsets %v: got error %v", bad, err)
		}
	}
	_, err = btyd.SplitOf(valuation.Day, []int{0, 10}, arrivals, watch)
	if row, ok := errors.AsType[*hotelcrm.RowError](err); !ok || row.Row != 8 {
		t.Errorf("arrivals out of order: got error %v, want row 8", err)
	}
}

func TestSpanKeepsWeeksExact(t *testing.T) {
	tests := []struct {
		h    valuation.Horizon
		unit valuation.Period
		want float64
	}{
		{valuation.Horizon{N: 39, Period: valuation.Week}, valuation.Week, 39},
		{valuation.Horizon{N: 39, Period: valuation.Week}, valuation.Day, 273},
		{valuation.Horizon{N: 1, Period: valuation.Year}, valuation.Week, 365.0 / 7},
		{valuation.Horizon{N: 2, Period: valuation.Year}, valuation.Month, 24},
	}
	for _, test := range tests {
		if got, err := btyd.Span(test.h, test.unit); err != nil || got != test.want {
			t.Errorf("%v in %v: %g, %v, want %g", test.h, test.unit, got, err, test.want)
		}
	}
	if _, err := btyd.Span(valuation.Horizon{N: 1, Period: valuation.Year}, 0); !isParam(err) {
		t.Errorf("unset unit: got error %v", err)
	}
}

package record

import (
	"bytes"
	"encoding/csv"
	"math"
	"testing"

	"github.com/hotelcrm/hotelcrm/examples/report/internal/prose"
	"github.com/shopspring/decimal"
)

// FuzzCells compares what is written with encoding/csv.
func FuzzCells(f *testing.F) {
	for _, text := range []string{"", "a", "a b", " a", "a,b", "a\"b", "\"", "a\nb", "\r", `\.`, "\u00a0a", "\u2003", "é,", "\xff", "\t"} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		var want bytes.Buffer
		w := csv.NewWriter(&want)
		if err := w.Write([]string{text, text, ""}); err != nil {
			t.Fatal(err)
		}
		w.Flush()
		got := append(appendCell(append(appendCell(nil, text), ','), text), ",\n"...)
		if !bytes.Equal(got, want.Bytes()) {
			t.Errorf("%q is written as %q, want %q", text, got, &want)
		}
	})
}

func TestMinorUnitsAreWrittenAsMoney(t *testing.T) {
	for _, minor := range []int64{0, 1, -1, 5, 10, 99, 100, -100, 12345, -12345, 1000000, math.MaxInt64, math.MinInt64} {
		for places := range 5 {
			want := prose.Money(decimal.New(minor, -int32(places)), places)
			if got := string(appendMinor(nil, minor, places)); got != want {
				t.Errorf("%d with %d places is %s, want %s", minor, places, got, want)
			}
		}
	}
}

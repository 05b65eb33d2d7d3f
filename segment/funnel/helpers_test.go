package funnel_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

var cents = hotelcrm.RoundTo{Places: 2, Mode: hotelcrm.RoundHalfEven}

// day counts from 2025-01-01, which is day 0.
func day(n int) hotelcrm.Date { return hotelcrm.DateOf(2025, time.January, 1).AddDays(n) }

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func near(t *testing.T, what string, want, got, tolerance float64) {
	t.Helper()
	if !(math.Abs(want-got) <= tolerance) {
		t.Errorf("%s: want %v, got %v", what, want, got)
	}
}

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}

// profiles returns ids as a hotel numbers them.
func profiles(n int) []string {
	out := make([]string, n)
	for i := range out {
		out[i] = fmt.Sprintf("P%06d", i)
	}
	return out
}

func sameDecimals() cmp.Option {
	return cmp.Comparer(func(a, b decimal.Decimal) bool { return a.Equal(b) })
}

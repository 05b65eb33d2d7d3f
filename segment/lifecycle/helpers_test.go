package lifecycle_test

import (
	"math/rand/v2"
	"testing"
	"time"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// day counts from 2025-01-01, which is day 0.
func day(n int) hotelcrm.Date { return hotelcrm.DateOf(2025, time.January, 1).AddDays(n) }

func days(numbers ...int) []hotelcrm.Date {
	out := make([]hotelcrm.Date, len(numbers))
	for i, n := range numbers {
		out[i] = day(n)
	}
	return out
}

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}

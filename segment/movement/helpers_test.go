package movement_test

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

// close6 is the tolerance of figures that are printed with six decimal places.
const close6 = 5.1e-7

func near(t *testing.T, what string, want, got, tolerance float64) {
	t.Helper()
	if !(math.Abs(want-got) <= tolerance) {
		t.Errorf("%s: want %v, got %v", what, want, got)
	}
}

// day counts from 2025-01-01, which is day 0.
func day(n int) hotelcrm.Date { return hotelcrm.DateOf(2025, time.January, 1).AddDays(n) }

func days(numbers ...int) []hotelcrm.Date {
	out := make([]hotelcrm.Date, len(numbers))
	for i, n := range numbers {
		out[i] = day(n)
	}
	return out
}

func newRandom(seed uint64) *rand.Rand { return rand.New(rand.NewPCG(seed, 7)) }

func dec(text string) decimal.Decimal { return decimal.RequireFromString(text) }

func decs(texts ...string) []decimal.Decimal {
	out := make([]decimal.Decimal, len(texts))
	for i, text := range texts {
		out[i] = dec(text)
	}
	return out
}

type failer interface {
	Helper()
	Fatalf(format string, args ...any)
}

const manyGuests = 1_000_000

func must[T any](v T, err error) T {
	if err != nil {
		panic(err)
	}
	return v
}

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

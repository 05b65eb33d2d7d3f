package experiment_test

import (
	"math"
	"math/rand/v2"
	"testing"

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

func column(t failer, places int, list []decimal.Decimal) hotelcrm.Amounts {
	t.Helper()
	amounts, err := hotelcrm.AmountsOf(places, list...)
	if err != nil {
		t.Fatalf("amounts: %v", err)
	}
	return amounts
}

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

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}

// seeded returns n skewed amounts, a quarter of them equal and one in a hundred a refund.
func seeded(n int) []decimal.Decimal {
	random := rand.New(rand.NewPCG(3, 4))
	list := make([]decimal.Decimal, n)
	for i := range list {
		cents := int64(math.Exp(9.6 + 1.1*random.NormFloat64()))
		switch {
		case random.IntN(4) == 0:
			cents = 8900
		case random.IntN(100) == 0:
			cents = -cents
		}
		list[i] = decimal.New(cents, -2)
	}
	return list
}

package concentration_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/concentration"
	"github.com/shopspring/decimal"
)

func BenchmarkABC(b *testing.B) {
	amounts := column(b, 2, seeded(manyGuests))
	b.ReportAllocs()
	for b.Loop() {
		classes, err := concentration.ABC{}.Classify(amounts)
		if err != nil {
			b.Fatal(err)
		}
		classes.Classes()
	}
	perGuest(b, manyGuests)
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

func BenchmarkOf(b *testing.B) {
	for _, n := range []int{10_000, 1_000_000} {
		amounts := column(b, 2, seeded(n))
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				c, err := concentration.Of(amounts)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := c.GuestsFor(decimal.New(8, -1)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
		})
	}
}

package valuation_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// denseChain returns a chain in which every state follows every other.
func denseChain(states int) valuation.Chain {
	source := rand.New(rand.NewPCG(1, 2))
	var c valuation.Chain
	for i := range states {
		left := int64(10_000)
		row := make([]decimal.Decimal, states)
		for j := range states - 1 {
			part := min(left, source.Int64N(2*left/int64(states-j)+1))
			row[j], left = decimal.New(part, -4), left-part
		}
		row[states-1] = decimal.New(left, -4)
		c.States = append(c.States, fmt.Sprint(i))
		c.Transition = append(c.Transition, row)
		c.Reward = append(c.Reward, decimal.New(source.Int64N(20_000)-5_000, -2))
	}
	return c
}

func BenchmarkChainForever(b *testing.B) {
	for _, states := range []int{5, 20, 50, 200} {
		c := denseChain(states)
		for _, per := range []valuation.Period{valuation.Year, valuation.Month} {
			conv := forever(b, "0.2", valuation.StartOfPeriod, 2)
			conv.Horizon.Period = per
			b.Run(fmt.Sprintf("%d/%v", states, per), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := c.Value(conv); err != nil {
						b.Fatal(err)
					}
				}
			})
		}
	}
}

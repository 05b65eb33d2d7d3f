package valuation_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
	"github.com/shopspring/decimal"
)

// seeded returns a crowd of n guests with skewed revenue and their scores.
func seeded(tb testing.TB, n int) (*hotelcrm.Summaries, *valuation.Potential) {
	tb.Helper()
	random := rand.New(rand.NewPCG(7, 8))
	list, scores := make([]hotelcrm.Summary, n), make([]valuation.Score, n)
	for i := range list {
		visits := 1 + int(random.ExpFloat64()*2)
		cents := int64(float64(visits) * math.Exp(9.6+1.1*random.NormFloat64()))
		first := today.AddDays(-visits - random.IntN(2000))
		list[i] = hotelcrm.Summary{
			Guest: fmt.Sprintf("%09d", i), First: first, Last: today, Visits: visits, Nights: visits, RoomNights: visits, Revenue: decimal.New(cents, -2),
		}
		scores[i] = valuation.Score(random.IntN(100)) * 1_000_000
	}
	s, err := hotelcrm.NewSummaries("EUR", today, list)
	if err != nil {
		tb.Fatal(err)
	}
	p, err := valuation.NewPotential(scores, nil)
	if err != nil {
		tb.Fatal(err)
	}
	return s, p
}

func usualSetup(tb testing.TB, workers int) valuation.CurrentSetup {
	tb.Helper()
	return valuation.CurrentSetup{Convention: yearly(tb, "0.08", 5, places(2)), Workers: workers}
}

func BenchmarkCurrentAndMatrix(b *testing.B) {
	const n = 2_000_000
	summaries, potential := seeded(b, n)
	basis := valuation.CostBasis{Total: dec("123456789.01"), Guests: n}
	for _, rate := range []string{"0.08", "0.0837"} {
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("rate=%s/workers=%d", rate, workers), func(b *testing.B) {
				setup := usualSetup(b, workers)
				setup.Convention.Rate = effective(b, rate, valuation.Year)
				b.ReportAllocs()
				for b.Loop() {
					h, err := valuation.HistoricOf(summaries, basis, places(2))
					if err != nil {
						b.Fatal(err)
					}
					c, err := valuation.CurrentOf(h, setup)
					if err != nil {
						b.Fatal(err)
					}
					if _, err := valuation.MatrixOf(c, potential, valuation.MatrixSetup{Workers: workers}); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(n)*float64(b.N)/b.Elapsed().Seconds(), "guests/s")
			})
		}
	}
}

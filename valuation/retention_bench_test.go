package valuation_test

import (
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// manyVisits returns the arrivals of guests over ten years, four each on average.
func manyVisits(guests int) (offsets []int, arrivals []hotelcrm.Date, end hotelcrm.Date) {
	source := rand.New(rand.NewPCG(3, 4))
	first, end := hotelcrm.DateOf(2015, 1, 1), hotelcrm.DateOf(2024, 12, 31)
	offsets = []int{0}
	for range guests {
		for day := first.AddDays(source.IntN(3000)); day < end && source.IntN(8) > 0; day = day.AddDays(1 + source.IntN(400)) {
			arrivals = append(arrivals, day)
		}
		offsets = append(offsets, len(arrivals))
	}
	return offsets, arrivals, end
}

func BenchmarkCohortsOf(b *testing.B) {
	offsets, arrivals, end := manyVisits(250_000)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := valuation.CohortsOf(offsets, arrivals, valuation.Month, end); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(arrivals))*float64(b.N)/b.Elapsed().Seconds(), "visits/s")
}

func BenchmarkKaplanMeier(b *testing.B) {
	offsets, arrivals, end := manyVisits(250_000)
	spells, err := valuation.ReturnSpells(offsets, arrivals, end)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := valuation.KaplanMeier(spells); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(float64(len(spells))*float64(b.N)/b.Elapsed().Seconds(), "spells/s")
}

package experiment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/experiment"
)

func BenchmarkArms(b *testing.B) {
	guests, s := profiles(manyGuests), split(b, "spring", 1, "0.1")
	b.ReportAllocs()
	for b.Loop() {
		s.Arms(guests)
	}
	perGuest(b, manyGuests)
}

func BenchmarkIncrementalRevenue(b *testing.B) {
	amounts := seeded(manyGuests)
	treated, control := column(b, 2, amounts[:900_000]), column(b, 2, amounts[900_000:])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := experiment.IncrementalRevenue(treated, control, 0.95, cents); err != nil {
			b.Fatal(err)
		}
	}
	perGuest(b, manyGuests)
}

package lifecycle_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment/lifecycle"
)

// manyVisits are three visits a guest on average, at a rhythm of the guest's own.
func manyVisits(b *testing.B, n int) *hotelcrm.Visits {
	b.Helper()
	register, err := hotelcrm.NewRegister(hotelcrm.Setup{Currency: "EUR"})
	if err != nil {
		b.Fatal(err)
	}
	random := newRandom(3)
	var columns hotelcrm.Columns
	for i := range n {
		gap, at := 20+random.IntN(200), random.IntN(700)
		for range 1 + random.IntN(5) {
			columns.GuestNumber = append(columns.GuestNumber, uint64(i))
			columns.Arrival = append(columns.Arrival, day(at))
			columns.Departure = append(columns.Departure, day(at+2))
			at += 1 + gap/2 + random.IntN(gap)
		}
	}
	if err := register.AddColumns(columns); err != nil {
		b.Fatal(err)
	}
	visits, err := register.Visits(day(2000), hotelcrm.Window{})
	if err != nil {
		b.Fatal(err)
	}
	return visits
}

func BenchmarkLifeStages(b *testing.B) {
	const guests = 200_000
	visits := manyVisits(b, guests)
	for _, workers := range []int{1, 2} {
		b.Run(map[int]string{1: "1 worker", 2: "2 workers"}[workers], func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				if _, err := (lifecycle.Rules{Workers: workers}).Stages(visits); err != nil {
					b.Fatal(err)
				}
			}
			perGuest(b, guests)
		})
	}
}

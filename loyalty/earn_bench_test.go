package loyalty_test

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/shopspring/decimal"
)

// manyGuests returns guests with ten stays each, of three years.
func manyGuests(n int) []loyalty.Guest {
	random := rand.New(rand.NewPCG(3, 4))
	brands := []string{"palace", "residence-inn", "hampton", "house"}
	guests := make([]loyalty.Guest, n)
	for i := range guests {
		folios := make([]loyalty.Folio, 10)
		date := day("2024-01-01").AddDays(random.IntN(60))
		for k := range folios {
			date = date.AddDays(random.IntN(200))
			nights, hotel := 1+random.IntN(7), random.IntN(40)
			folios[k] = loyalty.Folio{Stay: hotelcrm.Stay{
				ID: fmt.Sprint(i, "/", k), Property: fmt.Sprint("h", hotel), Status: hotelcrm.Departed, Arrival: date, Departure: date.AddDays(nights),
				Revenue: hotelcrm.Revenue{Rooms: decimal.New(int64(nights*15000+random.IntN(9999)), -2), FoodBeverage: decimal.New(int64(random.IntN(9999)), -2)},
			}, Seq: int64(10*i + k + 1), Brand: brands[hotel%4]}
		}
		guests[i] = loyalty.Guest{Member: loyalty.Member{ID: fmt.Sprint("m", i), Enrolled: day("2023-11-11")}, Folios: folios}
	}
	return guests
}

// The spend of an activity is a decimal, which allocates; nothing else does.
func TestClaimsAllocateForSpendAlone(t *testing.T) {
	guests := manyGuests(20)
	var amount decimal.Decimal
	each := testing.AllocsPerRun(100, func() { amount = hotelcrm.FromMinor(123_456_789, 2) })
	for _, name := range []string{"marriott-2024", "hilton", "wyndham-2020", "ihg-2022", "accor-2025"} {
		r, activities := engineOf(t, name).Earner(), 0
		run := func() {
			activities = 0
			for i := range guests {
				out, err := r.Claims(&guests[i], loyalty.Earning{})
				if err != nil {
					t.Fatal(err)
				}
				activities += len(out.Activities)
			}
		}
		run()
		if n := testing.AllocsPerRun(5, run); n > each*float64(activities) {
			t.Errorf("%s: %v allocations for %d activities, %v for an amount such as %s", name, n, activities, each, amount)
		}
	}
}

func BenchmarkClaims(b *testing.B) {
	guests := manyGuests(1000)
	for _, name := range []string{"choice-2025", "marriott-2024", "hilton", "ihg-2022"} {
		b.Run(name, func(b *testing.B) {
			r := engineOf(b, name).Earner()
			b.ReportAllocs()
			lines := 0
			for i := 0; b.Loop(); i++ {
				out, err := r.Claims(&guests[i%len(guests)], loyalty.Earning{})
				if err != nil {
					b.Fatal(err)
				}
				lines += len(out.Credits)
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(lines), "ns/line")
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(10*b.N), "ns/stay")
		})
	}
}

func BenchmarkEarnAll(b *testing.B) {
	const n = 100_000 // guests, a million stays
	guests := manyGuests(n)
	for _, name := range []string{"marriott-2024", "hilton"} {
		e := engineOf(b, name)
		for _, workers := range []int{1, 2} {
			b.Run(fmt.Sprintf("%s/workers=%d", name, workers), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					if _, err := e.EarnAll(guests, loyalty.Earning{}, workers); err != nil {
						b.Fatal(err)
					}
				}
				b.ReportMetric(float64(10*n*b.N)/b.Elapsed().Seconds(), "stays/s")
			})
		}
	}
}

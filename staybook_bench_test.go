package hotelcrm_test

import (
	"fmt"
	"iter"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// chainColumns returns stays in the house of a small chain, four departments posted, in no order of guests or dates.
func chainColumns(stays, guests int, withIDs bool) hotelcrm.Columns {
	random := rand.New(rand.NewPCG(11, 5))
	c := hotelcrm.Columns{
		Guest: make([]string, stays), Property: make([]string, stays),
		Arrival: make([]hotelcrm.Date, stays), Departure: make([]hotelcrm.Date, stays),
		RoomRevenue: make([]int64, stays), FoodBeverage: make([]int64, stays),
	}
	if withIDs {
		c.ID, c.Version = make([]string, stays), make([]int64, stays)
	}
	for i := range stays {
		guest := i
		if i >= guests {
			guest = random.IntN(guests)
		}
		c.Guest[i] = fmt.Sprintf("P%09d", guest*7919%1_000_003)
		c.Property[i] = []string{"CITY", "RESORT", "AIRPORT"}[guest%16/7]
		c.Arrival[i] = january.AddDays(random.IntN(360))
		c.Departure[i] = c.Arrival[i].AddDays(1 + random.IntN(5))
		c.RoomRevenue[i], c.FoodBeverage[i] = 8000+random.Int64N(50_000), random.Int64N(5000)
		if withIDs {
			c.ID[i], c.Version[i] = fmt.Sprintf("R%08d", i), random.Int64N(3)
		}
	}
	random.Shuffle(stays, func(i, j int) { c.Guest[i], c.Guest[j] = c.Guest[j], c.Guest[i] })
	for i := range c.Guest {
		c.Guest[i] = strings.Clone(c.Guest[i]) // side by side in memory, as a reader gives them
	}
	return c
}

// chainStays returns the same stays one by one; amounts are drawn from few, so that reading them makes no decimals.
func chainStays(c hotelcrm.Columns) iter.Seq2[hotelcrm.Stay, error] {
	amounts := make([]decimal.Decimal, 1000)
	for i := range amounts {
		amounts[i] = hotelcrm.FromMinor(int64(8000+i*37), 2)
	}
	return func(yield func(hotelcrm.Stay, error) bool) {
		for i := range c.Guest {
			s := hotelcrm.Stay{
				Guest: c.Guest[i], Property: c.Property[i], Status: hotelcrm.Departed, Arrival: c.Arrival[i], Departure: c.Departure[i],
				Revenue: hotelcrm.Revenue{Rooms: amounts[c.RoomRevenue[i]%1000], FoodBeverage: amounts[c.FoodBeverage[i]%1000]},
			}
			if c.ID != nil {
				s.ID, s.Version = c.ID[i], c.Version[i]
			}
			if !yield(s, nil) {
				return
			}
		}
	}
}

const (
	chainRows   = 1_000_000
	chainGuests = 200_000
)

// forChains runs a benchmark on stays without ids and on stays with them.
func forChains(b *testing.B, run func(b *testing.B, c hotelcrm.Columns)) {
	for _, withIDs := range []bool{false, true} {
		c := chainColumns(chainRows, chainGuests, withIDs)
		b.Run(fmt.Sprintf("ids=%v", withIDs), func(b *testing.B) {
			b.ReportAllocs()
			run(b, c)
			b.ReportMetric(chainRows*float64(b.N)/b.Elapsed().Seconds(), "stays/s")
		})
	}
}

func liveBytes() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}

func BenchmarkAllVisitsAddColumns(b *testing.B) {
	forChains(b, func(b *testing.B, c hotelcrm.Columns) {
		before := liveBytes()
		var r *hotelcrm.Register
		for b.Loop() {
			r = register(b, hotelcrm.Setup{})
			if err := r.AddColumns(c); err != nil {
				b.Fatal(err)
			}
		}
		b.ReportMetric(float64(liveBytes()-before)/chainRows, "live-B/stay")
		runtime.KeepAlive(r)
	})
}

func BenchmarkAllVisitsAddSeq(b *testing.B) {
	forChains(b, func(b *testing.B, c hotelcrm.Columns) {
		stays := chainStays(c)
		for b.Loop() {
			if err := register(b, hotelcrm.Setup{}).AddSeq(stays); err != nil {
				b.Fatal(err)
			}
		}
	})
}

// chainRegister returns a register that holds the columns.
func chainRegister(b *testing.B, c hotelcrm.Columns, workers int) *hotelcrm.Register {
	r := register(b, hotelcrm.Setup{Workers: workers})
	if err := r.AddColumns(c); err != nil {
		b.Fatal(err)
	}
	return r
}

func BenchmarkAllVisitsSummaries(b *testing.B) {
	forChains(b, func(b *testing.B, c hotelcrm.Columns) {
		for _, workers := range []int{1, runtime.NumCPU()} {
			b.Run(fmt.Sprintf("workers=%d", workers), func(b *testing.B) {
				r := chainRegister(b, c, workers)
				b.ReportAllocs()
				for b.Loop() {
					summaries(b, r, newYear, hotelcrm.Window{})
				}
				b.ReportMetric(chainRows*float64(b.N)/b.Elapsed().Seconds(), "stays/s")
			})
		}
	})
}

func BenchmarkAllVisitsVisitsAndSummaries(b *testing.B) {
	forChains(b, func(b *testing.B, c hotelcrm.Columns) {
		r := chainRegister(b, c, runtime.NumCPU())
		b.ReportAllocs()
		for b.Loop() {
			visits(b, r, newYear, hotelcrm.Window{}).Summaries()
		}
	})
}

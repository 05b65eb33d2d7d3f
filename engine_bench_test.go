package hotelcrm_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"runtime"
	"sort"
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/rfm"
)

// crowd returns the columns of the comparison task: every guest stays at least once, further stays are drawn with the
// weight (k+50)^-0.8 for guest k; ids are distinct numbers of ten digits, dates lie in five years and get denser, amounts
// are log-normal with two decimals, one in a hundred negative.
func crowd(stays, guests int) hotelcrm.Columns {
	random := rand.New(rand.NewPCG(2025, 1))
	ids, taken := make([]uint64, guests), make(map[uint64]bool, guests)
	upTo := make([]float64, guests)
	total := 0.0
	for k := range ids {
		id := 1_000_000_000 + random.Uint64N(9_000_000_000)
		for taken[id] {
			id = 1_000_000_000 + random.Uint64N(9_000_000_000)
		}
		ids[k], taken[id] = id, true
		total += math.Pow(float64(k+50), -0.8)
		upTo[k] = total
	}
	c := hotelcrm.Columns{GuestNumber: make([]uint64, stays), Departure: make([]hotelcrm.Date, stays), RoomRevenue: make([]int64, stays)}
	for i := range stays {
		k := i
		if i >= guests {
			k = sort.SearchFloat64s(upTo, random.Float64()*total)
		}
		c.GuestNumber[i] = ids[min(k, guests-1)]
		c.Departure[i] = hotelcrm.DateOf(2021, 1, 1).AddDays(int(1826 * math.Sqrt(random.Float64())))
		c.RoomRevenue[i] = int64(math.Exp(9.2 + 0.9*random.NormFloat64()))
		if random.IntN(100) == 0 {
			c.RoomRevenue[i] = -c.RoomRevenue[i]
		}
	}
	random.Shuffle(stays, func(i, j int) {
		c.GuestNumber[i], c.GuestNumber[j] = c.GuestNumber[j], c.GuestNumber[i]
	})
	c.Arrival = c.Departure
	return c
}

func taskRegister(tb testing.TB, workers int) *hotelcrm.Register {
	tb.Helper()
	return register(tb, hotelcrm.Setup{Form: hotelcrm.Tallies, Policy: hotelcrm.Policy{Visit: hotelcrm.ByStay}, Workers: workers})
}

// score runs the comparison task on columns: one line per guest, then the scores that SQL's NTILE(5) gives.
func score(tb testing.TB, r *hotelcrm.Register, c hotelcrm.Columns) *rfm.Scores {
	tb.Helper()
	if err := r.AddColumns(c); err != nil {
		tb.Fatal(err)
	}
	scores, err := rfm.Of(summaries(tb, r, newYear, hotelcrm.Window{}), rfm.Same(rfm.NTile, 5))
	if err != nil {
		tb.Fatal(err)
	}
	return scores
}

// BenchmarkColumnsToScores is the comparison task with 10 million stays of 2 million guests. "first" makes a new register
// each time, "warm" fills one again.
func BenchmarkColumnsToScores(b *testing.B) {
	const stays, guests = 10_000_000, 2_000_000
	c := crowd(stays, guests)
	report := func(b *testing.B) { b.ReportMetric(stays*float64(b.N)/b.Elapsed().Seconds(), "stays/s") }
	for _, workers := range []int{1, runtime.NumCPU()} {
		b.Run(fmt.Sprintf("first/workers=%d", workers), func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				score(b, taskRegister(b, workers), c)
			}
			report(b)
		})
		b.Run(fmt.Sprintf("warm/workers=%d", workers), func(b *testing.B) {
			r := taskRegister(b, workers)
			score(b, r, c)
			b.ReportAllocs()
			for b.Loop() {
				r.Reset()
				score(b, r, c)
			}
			report(b)
		})
	}
}

// BenchmarkColumnsToSummaries is the first half of the task: one line per guest.
func BenchmarkColumnsToSummaries(b *testing.B) {
	const stays, guests = 10_000_000, 2_000_000
	c := crowd(stays, guests)
	for _, workers := range []int{1, runtime.NumCPU()} {
		b.Run(fmt.Sprintf("warm/workers=%d", workers), func(b *testing.B) {
			r := taskRegister(b, workers)
			b.ReportAllocs()
			for b.Loop() {
				r.Reset()
				if err := r.AddColumns(c); err != nil {
					b.Fatal(err)
				}
				summaries(b, r, newYear, hotelcrm.Window{})
			}
			b.ReportMetric(stays*float64(b.N)/b.Elapsed().Seconds(), "stays/s")
		})
	}
}

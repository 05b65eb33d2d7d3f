package segment_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
)

const manyGuests = 1_000_000

func perGuest(b *testing.B, n int) {
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(n)/float64(b.N), "ns/guest")
}

func BenchmarkABC(b *testing.B) {
	amounts := column(b, 2, seeded(manyGuests))
	b.ReportAllocs()
	for b.Loop() {
		classes, err := segment.ABC{}.Classify(amounts)
		if err != nil {
			b.Fatal(err)
		}
		classes.Classes()
	}
	perGuest(b, manyGuests)
}

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
				if _, err := (segment.LifeCycle{Workers: workers}).Stages(visits); err != nil {
					b.Fatal(err)
				}
			}
			perGuest(b, guests)
		})
	}
}

// twoSnapshots are those of a year, in which a guest in five changed class.
func twoSnapshots(n int) (before, after segment.Snapshot) {
	random := newRandom(5)
	guests, first, second := profiles(n), make([]uint16, n), make([]uint16, n)
	for i := range first {
		first[i] = uint16(random.IntN(3))
		second[i] = first[i]
		if random.IntN(5) == 0 {
			second[i] = uint16(random.IntN(3))
		}
	}
	return classed("1", 0, guests, first), classed("1", 365, guests, second)
}

func BenchmarkLogRecord(b *testing.B) {
	before, after := twoSnapshots(manyGuests)
	b.ReportAllocs()
	for b.Loop() {
		recorded(b, before, after)
	}
	perGuest(b, 2*manyGuests)
}

func BenchmarkTransitionOf(b *testing.B) {
	before, after := twoSnapshots(manyGuests)
	b.ReportAllocs()
	for b.Loop() {
		if _, err := segment.TransitionOf(before, after); err != nil {
			b.Fatal(err)
		}
	}
	perGuest(b, manyGuests)
}

func BenchmarkArms(b *testing.B) {
	guests, s := profiles(manyGuests), split(b, "spring", 1, "0.1")
	b.ReportAllocs()
	for b.Loop() {
		s.Arms(guests)
	}
	perGuest(b, manyGuests)
}

func BenchmarkFunnelCount(b *testing.B) {
	const guests = 100_000
	random := newRandom(9)
	var entries []segment.FunnelEntry
	for _, guest := range profiles(guests) {
		at := random.IntN(300)
		for _, stage := range []string{"a", "b", "c"}[:1+random.IntN(3)] {
			entries = append(entries, segment.FunnelEntry{Guest: guest, Stage: stage, On: day(at)})
			at += random.IntN(30)
		}
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := threeStages().Count(entries, day(365)); err != nil {
			b.Fatal(err)
		}
	}
	perGuest(b, guests)
}

func BenchmarkIncrementalRevenue(b *testing.B) {
	amounts := seeded(manyGuests)
	treated, control := column(b, 2, amounts[:900_000]), column(b, 2, amounts[900_000:])
	b.ReportAllocs()
	for b.Loop() {
		if _, err := segment.IncrementalRevenue(treated, control, 0.95, cents); err != nil {
			b.Fatal(err)
		}
	}
	perGuest(b, manyGuests)
}

func BenchmarkStationary(b *testing.B) {
	random := newRandom(1)
	const n = 20
	classes, counts := profiles(n), make([][]int64, n)
	for i := range counts {
		counts[i] = make([]int64, n)
		for j := range counts[i] {
			counts[i][j] = random.Int64N(1000)
		}
	}
	m, err := segment.NewTransition(classes, counts, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, ok := m.Stationary(); !ok {
			b.Fatal("no law")
		}
	}
}

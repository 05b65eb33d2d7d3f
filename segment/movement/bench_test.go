package movement_test

import (
	"testing"

	"github.com/hotelcrm/hotelcrm/segment/movement"
)

// twoSnapshots are those of a year, in which a guest in five changed class.
func twoSnapshots(n int) (before, after movement.Snapshot) {
	random := newRandom(5)
	guests, first, second := profiles(n), make([]uint16, n), make([]uint16, n)
	for i := range first {
		first[i] = uint16(random.IntN(3))
		second[i] = first[i]
		if random.IntN(5) == 0 {
			second[i] = uint16(random.IntN(3))
		}
	}
	return classed(1, 0, guests, first), classed(1, 365, guests, second)
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
		if _, err := movement.TransitionOf(before, after); err != nil {
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
	m, err := movement.NewTransition(classes, counts, nil, nil)
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

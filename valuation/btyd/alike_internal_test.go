package btyd

import (
	"cmp"
	"math"
	"math/rand/v2"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// plainAlike groups guests by a map.
func plainAlike(guests []History) *alike {
	out, numbers := &alike{of: make([]int32, len(guests))}, map[History]int32{}
	for _, h := range guests {
		if _, known := numbers[h]; !known {
			numbers[h] = 0
			out.histories = append(out.histories, h)
		}
	}
	slices.SortFunc(out.histories, func(g, h History) int {
		return cmp.Or(cmp.Compare(g.X, h.X), cmp.Compare(g.T, h.T), cmp.Compare(g.Tx, h.Tx))
	})
	out.guests = make([]float64, len(out.histories))
	for k, h := range out.histories {
		numbers[h] = int32(k)
	}
	for i, h := range guests {
		out.of[i] = numbers[h]
		out.guests[out.of[i]]++
	}
	return out
}

func historiesOf(random *rand.Rand, n, days int) []History {
	guests := make([]History, n)
	for i := range guests {
		h := History{T: float64(random.IntN(days)) / 7}
		if last := random.IntN(days); last > 0 && float64(last)/7 <= h.T {
			h.X, h.Tx = 1+random.IntN(3), float64(last)/7
		}
		if h.Tx == 0 && random.IntN(2) == 0 {
			h.Tx = math.Copysign(0, -1)
		}
		guests[i] = h
	}
	return guests
}

func TestGuestsAreGroupedAsByAMap(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 1))
		n := rapid.SampledFrom([]int{0, 1, 2, 50, 500, 20_000}).Draw(t, "guests") // the last is sorted by several workers
		guests := historiesOf(random, n, rapid.IntRange(2, 3000).Draw(t, "days"))
		want := plainAlike(guests)
		for _, workers := range []int{0, 1, 2, 7} {
			got, err := newAlike(guests, workers)
			if err != nil {
				t.Fatal(err)
			}
			if !slices.Equal(got.of, want.of) || !slices.Equal(got.guests, want.guests) || !slices.EqualFunc(got.histories, want.histories, sameBits) {
				t.Fatalf("%d workers: %d histories, want %d", workers, len(got.histories), len(want.histories))
			}
		}
	})
}

func sameBits(g, h History) bool {
	return g.X == h.X && g.T == h.T && math.Float64bits(g.Tx) == math.Float64bits(h.Tx)
}

func BenchmarkGroups(b *testing.B) {
	guests := historiesOf(rand.New(rand.NewPCG(1, 2)), 500_000, 1800)
	b.Run("map", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			plainAlike(guests)
		}
	})
	b.Run("sorted", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := newAlike(guests, 1); err != nil {
				b.Fatal(err)
			}
		}
	})
}

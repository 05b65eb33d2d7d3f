package jenks_test

import (
	"math/big"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/jenks"
	"pgregory.net/rapid"
)

// within returns the sum of squared distances from the class means, exactly.
func within(cells []jenks.Cell, ends []int) *big.Rat {
	total, start := new(big.Rat), 0
	for _, end := range ends {
		var n, sum, squares big.Int
		for _, one := range cells[start:end] {
			count, at := new(big.Int).SetUint64(one.Count), new(big.Int).SetUint64(one.At)
			n.Add(&n, count)
			first := new(big.Int).Mul(count, at)
			sum.Add(&sum, first)
			squares.Add(&squares, first.Mul(first, at))
		}
		mean := new(big.Rat).SetFrac(new(big.Int).Mul(&sum, &sum), &n)
		total.Add(total, mean.Sub(new(big.Rat).SetInt(&squares), mean))
		start = end
	}
	return total
}

// every yields all ways to divide n cells into k classes, those whose highest class begins lowest first.
func every(n, k int, yield func(ends []int)) {
	if k == 1 {
		yield([]int{n})
		return
	}
	for start := k - 1; start < n; start++ {
		every(start, k-1, func(ends []int) { yield(append(slices.Clone(ends), n)) })
	}
}

func TestDivisionEqualsExhaustiveSearch(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		places := rapid.SliceOfNDistinct(rapid.Uint64Range(0, 1<<32-1), 1, 9, rapid.ID).Draw(t, "places")
		if rapid.Bool().Draw(t, "ties") {
			places = rapid.SliceOfNDistinct(rapid.Uint64Range(0, 12), 1, 9, rapid.ID).Draw(t, "near places")
		}
		slices.Sort(places)
		var cells []jenks.Cell
		for _, at := range places {
			cells = append(cells, jenks.Cell{At: at, Count: rapid.Uint64Range(1, 5).Draw(t, "count")})
		}
		k := rapid.IntRange(1, len(cells)).Draw(t, "k")
		var best *big.Rat
		var want []int
		every(len(cells), k, func(ends []int) {
			if w := within(cells, ends); best == nil || w.Cmp(best) < 0 {
				best, want = w, ends
			}
		})
		if got := jenks.Divide(cells, k); !slices.Equal(got, want) {
			t.Fatalf("got %v with %v, want %v with %v", got, within(cells, got), want, best)
		}
	})
}

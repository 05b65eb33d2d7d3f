package radix_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hotelcrm/hotelcrm/internal/radix"
	"pgregory.net/rapid"
)

func TestSortEqualsAStableSort(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		key := rapid.OneOf(rapid.Uint64(), rapid.Uint64Range(0, 3), rapid.SampledFrom([]uint64{0, 1 << 63, ^uint64(0), 1 << 32}))
		keys := rapid.SliceOf(key).Draw(t, "keys")
		for range rapid.SampledFrom([]int{0, 0, 0, 700}).Draw(t, "times") { // enough for several workers
			keys = append(keys, keys[:min(len(keys), 60)]...)
		}
		items := make([]radix.Item, len(keys))
		for i, k := range keys {
			items[i] = radix.Item{Key: k, Ref: uint32(i)}
		}
		want := slices.Clone(items)
		slices.SortStableFunc(want, func(a, b radix.Item) int { return cmp.Compare(a.Key, b.Key) })
		if got := radix.Sort(items, rapid.IntRange(0, 5).Draw(t, "workers")); !slices.Equal(got, want) {
			t.Fatalf("got %v, want %v", got, want)
		}
	})
}

// Many items are divided first: keys of every width, drawn alike, by one worker and by several.
func TestManyItemsOfEveryWidth(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for width := 1; width <= 64; width++ {
		items := make([]radix.Item, 1<<14)
		for i := range items {
			items[i] = radix.Item{Key: random.Uint64() >> (64 - width), Ref: uint32(i)}
			if width > 12 {
				items[i].Key &^= (1<<11 - 1) << (width - 12) // two large parts
			}
		}
		want := slices.Clone(items)
		slices.SortStableFunc(want, func(a, b radix.Item) int { return cmp.Compare(a.Key, b.Key) })
		if got := radix.Sort(items, 1+width%3); !slices.Equal(got, want) {
			t.Fatalf("keys of %d bits are out of order", width)
		}
	}
}

// Package radix sorts numbers that carry a reference, in time that grows with their count alone.
package radix

import (
	"math/bits"
	"sync/atomic"

	"github.com/hotelcrm/hotelcrm/internal/share"
)

// Item is a key to sort by and a reference to what it stands for.
type Item struct {
	Key uint64
	Ref uint32
}

const (
	firstBits = 12
	parts     = 1 << firstBits
	digitBits = 8
	digits    = 1 << digitBits
	few       = 1 << 14 // items that are not worth a second worker, or a division into parts
)

// Sort returns the items in rising order of their keys, equal keys in the order they had. It uses the items' own memory
// and as much again. The number of workers does not change the result.
//
// Cost: O(n) for each group of bits in which keys differ: many items are first divided by the highest 12 of these bits,
// into parts that a core's nearest cache can hold, then each part is sorted by groups of 8, from the lowest up.
func Sort(items []Item, workers int) []Item {
	if len(items) < 2 {
		return items
	}
	differ := uint64(0)
	for i := range items {
		differ |= items[i].Key ^ items[0].Key
	}
	other := make([]Item, len(items))
	if len(items) < few {
		sortPart(items, other, differ)
		return items
	}
	workers = max(1, min(workers, len(items)/few))
	shift := max(0, bits.Len64(differ)-firstBits)
	ends := divide(other, items, shift, workers)
	below := differ & (1<<shift - 1)
	var next atomic.Int32
	share.Out(workers, workers, func(int, int, int) {
		for part := next.Add(1) - 1; part < parts; part = next.Add(1) - 1 {
			from := 0
			if part > 0 {
				from = ends[part-1]
			}
			sortPart(other[from:ends[part]], items[from:ends[part]], below)
		}
	})
	return other
}

// divide copies the items in the order of the bits from shift up, equal ones in the order they had, and returns where
// each part ends.
func divide(to, from []Item, shift, workers int) (ends [parts]int) {
	counts := make([][parts]int, workers)
	share.Out(len(from), workers, func(w, start, end int) {
		count := &counts[w]
		for i := start; i < end; i++ {
			count[from[i].Key>>shift&(parts-1)]++
		}
	})
	start := 0
	for part := range parts {
		for w := range counts {
			n := counts[w][part]
			counts[w][part] = start
			start += n
		}
		ends[part] = start
	}
	share.Out(len(from), workers, func(w, start, end int) {
		places := &counts[w]
		for i := start; i < end; i++ {
			part := from[i].Key >> shift & (parts - 1)
			to[places[part]] = from[i]
			places[part]++
		}
	})
	return ends
}

// sortPart sorts items by the bits that differ, with as many others for scratch.
func sortPart(items, scratch []Item, differ uint64) {
	if len(items) <= insertion {
		insert(items)
		return
	}
	here, there := items, scratch
	for differ != 0 {
		shift := bits.TrailingZeros64(differ)
		scatter(there, here, shift)
		here, there = there, here
		differ &^= (digits - 1) << shift
	}
	if &here[0] != &items[0] {
		copy(items, here)
	}
}

// insertion is how many items are sorted one by one.
const insertion = 32

func insert(items []Item) {
	for i := 1; i < len(items); i++ {
		item, k := items[i], i
		for ; k > 0 && items[k-1].Key > item.Key; k-- {
			items[k] = items[k-1]
		}
		items[k] = item
	}
}

// scatter copies the items in the order of one digit, equal digits in the order they had.
func scatter(to, from []Item, shift int) {
	var starts [digits]int
	for i := range from {
		starts[from[i].Key>>shift&(digits-1)]++
	}
	start := 0
	for digit, n := range starts {
		starts[digit] = start
		start += n
	}
	for i := range from {
		digit := from[i].Key >> shift & (digits - 1)
		to[starts[digit]] = from[i]
		starts[digit]++
	}
}

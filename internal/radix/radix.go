// Package radix sorts numbers that carry a reference, in time that grows with their count alone.
package radix

import (
	"math/bits"
	"sync"
	"sync/atomic"
)

// Item is a key to sort by and a reference to what it stands for.
type Item struct {
	Key uint64
	Ref uint32
}

const (
	digitBits = 8
	digits    = 1 << digitBits
	few       = 1 << 12 // items that are not worth a second worker
)

// Sort returns the items in rising order of their keys, equal keys in the order they had. It uses the items' own memory
// and as much again. The number of workers does not change the result.
//
// Cost: O(n) for each of the at most eight groups of 8 bits in which keys differ: the highest first, which gives parts that a
// core's cache can hold, then each part from its lowest group up.
func Sort(items []Item, workers int) []Item {
	if len(items) < 2 {
		return items
	}
	differ := uint64(0)
	for i := range items {
		differ |= items[i].Key ^ items[0].Key
	}
	if differ == 0 {
		return items
	}
	other := make([]Item, len(items))
	shift := max(0, bits.Len64(differ)-digitBits)
	ends := divide(other, items, shift, max(1, min(workers, len(items)/few)))
	below := differ & (1<<shift - 1)
	var next atomic.Int32
	var group sync.WaitGroup
	for range max(1, workers) {
		group.Go(func() {
			for digit := next.Add(1) - 1; digit < digits; digit = next.Add(1) - 1 {
				from, to := 0, ends[digit]
				if digit > 0 {
					from = ends[digit-1]
				}
				sortPart(other[from:to], items[from:to], below)
			}
		})
	}
	group.Wait()
	return other
}

// divide copies the items in the order of one digit, equal digits in the order they had, and returns where each digit's
// items end.
func divide(to, from []Item, shift, workers int) (ends [digits]int) {
	counts := make([][digits]int, workers)
	inShares(len(from), workers, func(w, start, end int) {
		for i := start; i < end; i++ {
			counts[w][from[i].Key>>shift&(digits-1)]++
		}
	})
	start := 0
	for digit := range digits {
		for w := range counts {
			n := counts[w][digit]
			counts[w][digit] = start
			start += n
		}
		ends[digit] = start
	}
	inShares(len(from), workers, func(w, start, end int) {
		for i := start; i < end; i++ {
			digit := from[i].Key >> shift & (digits - 1)
			to[counts[w][digit]] = from[i]
			counts[w][digit]++
		}
	})
	return ends
}

func inShares(n, workers int, do func(w, start, end int)) {
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() { do(w, n*w/workers, n*(w+1)/workers) })
	}
	group.Wait()
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

package rfm

import (
	"iter"
	"math/bits"
	"slices"
)

// place is what stands at a position of a sorted column: the value, and how many equal ones stand before it.
type place struct {
	value int64
	nth   int
}

// fewKeys is how many integers are sorted rather than counted.
const fewKeys = 512

// maxBits bounds the cells that integers are counted in: 2¹⁶ numbers stay in a core's own cache.
const maxBits = 16

// selectPlaces returns the places at positions of the integers in rising order, without sorting them.
//
// The integers are counted in cells of equal width; only the cells that hold a position are looked into, which is the
// same question about fewer bits. A cell of one value needs no looking, so that ties cost nothing.
//
// Input: blocks that can be read several times; positions that do not fall, from 0 to below the number of integers.
// Cost: O(n) time, at most four rounds; 8 bytes for each integer in the cells of the positions.
func selectPlaces(blocks iter.Seq[[]int64], positions []int) []place {
	if len(positions) == 0 {
		return nil
	}
	n, low, high := extent(blocks)
	if n <= fewKeys {
		return sortedPlaces(blocks, n, positions)
	}
	h := newCellCounts(n, low, high)
	for block := range blocks {
		h.add(block)
	}
	return h.places(blocks, positions)
}

// extent returns how many integers there are, the smallest and the largest.
func extent(blocks iter.Seq[[]int64]) (n int, low, high int64) {
	for block := range blocks {
		if n == 0 && len(block) > 0 {
			low, high = block[0], block[0]
		}
		n += len(block)
		for _, key := range block {
			low, high = min(low, key), max(high, key)
		}
	}
	return n, low, high
}

func sortedPlaces(blocks iter.Seq[[]int64], n int, positions []int) []place {
	keys := make([]int64, 0, n)
	for block := range blocks {
		keys = append(keys, block...)
	}
	slices.Sort(keys)
	out := make([]place, len(positions))
	for i, position := range positions {
		first, _ := slices.BinarySearch(keys, keys[position])
		out[i] = place{keys[position], position - first}
	}
	return out
}

// cellCounts counts integers in cells of 2^shift values from low on.
type cellCounts struct {
	low   int64
	shift int
	cells []int
}

// newCellCounts returns empty counts of n integers from low to high: with one value a cell if that takes no more
// cells than there are integers, and never more than 2^maxBits.
func newCellCounts(n int, low, high int64) cellCounts {
	span := uint64(high) - uint64(low) // right beyond int64 too
	shift := max(0, bits.Len64(span)-min(maxBits, bits.Len(uint(n))))
	return cellCounts{low: low, shift: shift, cells: make([]int, span>>shift+1)}
}

func (h *cellCounts) cell(key int64) uint64 { return (uint64(key) - uint64(h.low)) >> (h.shift & 63) }

func (h *cellCounts) add(keys []int64) {
	cells, low, shift := h.cells, uint64(h.low), h.shift&63
	for _, key := range keys {
		cells[(uint64(key)-low)>>shift]++
	}
}

// target is a cell that holds some of the positions.
type target struct {
	cell      int
	before    int // integers in the cells before it
	positions []int
	keys      []int64 // its integers, unless the cell is one value
}

// targets returns the cells of the positions, in order.
func (h *cellCounts) targets(positions []int) []target {
	var out []target
	cell, before := 0, 0
	for i := 0; i < len(positions); {
		for positions[i] >= before+h.cells[cell] {
			before += h.cells[cell]
			cell++
		}
		first := i
		for i < len(positions) && positions[i] < before+h.cells[cell] {
			i++
		}
		out = append(out, target{cell: cell, before: before, positions: positions[first:i]})
	}
	return out
}

func (h *cellCounts) places(blocks iter.Seq[[]int64], positions []int) []place {
	targets := h.targets(positions)
	if h.shift > 0 {
		h.collect(blocks, targets)
	}
	out := make([]place, 0, len(positions))
	for _, t := range targets {
		inner := make([]int, len(t.positions))
		for i, position := range t.positions {
			inner[i] = position - t.before
		}
		if h.shift > 0 {
			out = append(out, selectPlaces(one(t.keys), inner)...)
			continue
		}
		for _, nth := range inner {
			out = append(out, place{int64(uint64(h.low) + uint64(t.cell)), nth})
		}
	}
	return out
}

// collect gives each target the integers of its cell.
func (h *cellCounts) collect(blocks iter.Seq[[]int64], targets []target) {
	number := make([]uint8, len(h.cells)) // of the target, counted from 1; at most two for each of ten bins
	for i := range targets {
		t := &targets[i]
		number[t.cell] = uint8(i + 1)
		t.keys = make([]int64, 0, h.cells[t.cell])
	}
	for block := range blocks {
		for _, key := range block {
			if i := number[h.cell(key)]; i > 0 {
				targets[i-1].keys = append(targets[i-1].keys, key)
			}
		}
	}
}

func one(keys []int64) iter.Seq[[]int64] {
	return func(yield func([]int64) bool) { yield(keys) }
}

// complements yields the integers turned round: ^v falls as v rises, for every int64.
func complements(blocks iter.Seq[[]int64]) iter.Seq[[]int64] {
	return func(yield func([]int64) bool) {
		var buffer [blockLen]int64
		for block := range blocks {
			for len(block) > 0 {
				n := min(len(block), blockLen)
				for i, key := range block[:n] {
					buffer[i] = ^key
				}
				if !yield(buffer[:n]) {
					return
				}
				block = block[n:]
			}
		}
	}
}

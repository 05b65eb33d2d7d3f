package rfm

import (
	"math/big"
	"math/bits"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/jenks"
	"github.com/shopspring/decimal"
)

// Jenks divides at most maxCells different values as they are, and differences of less than 2^spanBits units.
const (
	maxCells = 1 << 14
	spanBits = 32
)

// cell is values that stay together: one value, or neighbours where there are too many different ones.
type cell struct {
	last  int64  // the largest of them: the integer, or a guest number where amounts do not fit the integers
	at    uint64 // where they lie, in units from the smallest value
	count uint64
}

// naturalBreaks returns the classes whose values lie closest to their means: the cuts, each the largest value of the
// class below it, for at most k classes.
func (c *column) naturalBreaks(k int) []decimal.Decimal {
	cells := coarsen(c.distinct())
	line := make([]jenks.Cell, len(cells))
	for i, one := range cells {
		line[i] = jenks.Cell{At: one.at, Count: one.count}
	}
	ends := jenks.Divide(line, min(k, len(cells)))
	cuts := make([]decimal.Decimal, 0, k-1)
	for _, end := range ends[:len(ends)-1] {
		cuts = append(cuts, c.largestOf(cells[end-1]))
	}
	return cuts
}

// largestOf returns the largest value of a cell.
func (c *column) largestOf(one cell) decimal.Decimal {
	if c.exact != nil {
		return c.at(int(one.last))
	}
	return hotelcrm.FromMinor(one.last, c.scale)
}

// distinct returns the different values of a column that is not empty, in rising order, with how often each occurs.
func (c *column) distinct() []cell {
	if c.exact != nil {
		return c.distinctAmounts()
	}
	n, low, high := extent(c.keys())
	if uint64(high)-uint64(low) < 1<<20 {
		return c.counted(low, high)
	}
	keys := make([]int64, 0, n)
	for block := range c.keys() {
		keys = append(keys, block...)
	}
	slices.Sort(keys)
	var out []cell
	for i, key := range keys {
		if i == 0 || key != keys[i-1] {
			out = append(out, cell{last: key, at: uint64(key) - uint64(low)})
		}
		out[len(out)-1].count++
	}
	return out
}

func (c *column) counted(low, high int64) []cell {
	h := cellCounts{low: low, cells: make([]int, high-low+1)}
	for block := range c.keys() {
		h.add(block)
	}
	var out []cell
	for i, n := range h.cells {
		if n > 0 {
			out = append(out, cell{last: low + int64(i), at: uint64(i), count: uint64(n)})
		}
	}
	return out
}

// distinctAmounts is distinct for amounts that do not fit the integers: it takes out their greatest common step before
// it cuts them to 64 bits.
func (c *column) distinctAmounts() []cell {
	var out []cell
	var places []*big.Int
	step := new(big.Int)
	order := c.order(false)
	low := c.at(order[0])
	for i, guest := range order {
		if i == 0 || c.compare(guest, order[i-1]) != 0 {
			place := c.at(guest).Sub(low).Shift(mostPlaces).BigInt()
			step.GCD(nil, nil, step, place)
			out, places = append(out, cell{last: int64(guest)}), append(places, place)
		}
		out[len(out)-1].count++
	}
	if len(out) == 1 {
		return out
	}
	span := new(big.Int).Quo(places[len(places)-1], step)
	shift := uint(max(0, span.BitLen()-64))
	for i, place := range places {
		out[i].at = place.Rsh(place.Quo(place, step), shift).Uint64()
	}
	return out
}

// coarsen gives the values their places in units of their greatest common step, doubled until the values lie within
// 2^spanBits units and in at most maxCells different ones; values in one unit become one cell.
func coarsen(cells []cell) []cell {
	step := uint64(0)
	for _, one := range cells {
		step = gcd(step, one.at)
	}
	span := cells[len(cells)-1].at / max(1, step)
	shift := max(0, bits.Len64(span)-spanBits)
	for occupied(cells, max(1, step), shift) > maxCells {
		shift++
	}
	out := cells[:0]
	for _, one := range cells {
		one.at = one.at / max(1, step) >> shift
		if last := len(out) - 1; last >= 0 && out[last].at == one.at {
			out[last].last = one.last
			out[last].count += one.count
			continue
		}
		out = append(out, one)
	}
	return out
}

func gcd(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// occupied returns how many different cells the values lie in.
func occupied(cells []cell, step uint64, shift int) int {
	n := 1
	for i := 1; i < len(cells); i++ {
		if cells[i].at/step>>shift != cells[i-1].at/step>>shift {
			n++
		}
	}
	return n
}

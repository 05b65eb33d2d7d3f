package rfm

import (
	"cmp"
	"iter"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// order returns the guest numbers by value, from high to low if falling, and among equal values by guest id. Guests are
// numbered in the order of their ids.
func (c *column) order(falling bool) []int {
	order := make([]int, c.len())
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		byValue := c.compare(i, j)
		if falling {
			byValue = -byValue
		}
		return cmp.Or(byValue, cmp.Compare(i, j))
	})
	return order
}

// guestsAt returns the guest numbers at the positions of [column.order], counted from 0.
//
// Cost: O(n); O(n log n) if some amounts do not fit the integers.
func (c *column) guestsAt(positions []int, falling bool) []int {
	if c.exact != nil {
		return pick(c.order(falling), positions)
	}
	return c.guestsOf(c.placesAt(positions, falling))
}

// valuesAt returns the values at the positions of the sorted column, counted from 0.
//
// Cost: as for guestsAt.
func (c *column) valuesAt(positions []int) []decimal.Decimal {
	out := make([]decimal.Decimal, len(positions))
	if c.exact != nil {
		for i, guest := range pick(c.order(false), positions) {
			out[i] = c.at(guest)
		}
		return out
	}
	for i, p := range c.placesAt(positions, false) {
		out[i] = hotelcrm.FromMinor(p.value, c.scale)
	}
	return out
}

func pick(order, positions []int) []int {
	out := make([]int, len(positions))
	for i, position := range positions {
		out[i] = order[position]
	}
	return out
}

// placesAt returns what stands at the positions. From high to low is from low to high of the complements.
func (c *column) placesAt(positions []int, falling bool) []place {
	if !falling {
		return selectPlaces(c.keys(), positions)
	}
	places := selectPlaces(complements(c.keys()), positions)
	for i := range places {
		places[i].value = ^places[i].value
	}
	return places
}

func (c *column) keys() iter.Seq[[]int64] {
	return func(yield func([]int64) bool) {
		for _, block := range c.blocks() {
			if !yield(block) {
				return
			}
		}
	}
}

// guestsOf returns the guest numbers of the places: the nth with the value, counted from 0.
func (c *column) guestsOf(places []place) []int {
	out := make([]int, len(places))
	for i := 0; i < len(places); {
		same := i + 1
		for same < len(places) && places[same].value == places[i].value {
			same++
		}
		c.findAll(out[i:same], places[i:same])
		i = same
	}
	return out
}

// findAll finds places of one value, in rising order.
func (c *column) findAll(out []int, places []place) {
	wanted, seen, next := places[0].value, 0, 0
	for from, block := range c.blocks() {
		for i, key := range block {
			if key != wanted {
				continue
			}
			for next < len(places) && places[next].nth == seen {
				out[next] = from + i
				next++
			}
			if next == len(places) {
				return
			}
			seen++
		}
	}
}

package rfm

import (
	"cmp"
	"iter"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// column is the values of one axis: integers at a scale, and for the monetary axis exact amounts beside the few that do
// not fit.
type column struct {
	guests []string
	scale  int

	// One of the three holds the integers.
	wide   []int64
	counts []int32
	days   []hotelcrm.Date // the value is asOf less the date
	asOf   hotelcrm.Date

	exact func(i int) (decimal.Decimal, bool) // nil if all fit
}

func recencyColumn(s *hotelcrm.Summaries) column {
	return column{guests: s.Guests(), days: s.Last(), asOf: s.AsOf()}
}

func frequencyColumn(s *hotelcrm.Summaries, of FrequencyOf) column {
	c := column{guests: s.Guests(), counts: s.Visits()}
	switch of {
	case Nights:
		c.counts = s.Nights()
	case RoomNights:
		c.counts = s.RoomNights()
	}
	return c
}

// monetaryColumn returns the revenue; a ratio has a number of decimal places that the register's scale does not move.
func monetaryColumn(s *hotelcrm.Summaries, of MonetaryOf, currencyScale int) column {
	if places := monetaryScale(of, currencyScale); places != currencyScale {
		return perColumn(s, of, places)
	}
	revenue := s.Revenue()
	c := column{guests: s.Guests(), wide: revenue.Minor(), scale: revenue.Scale()}
	if revenue.Beyond() > 0 {
		c.exact = revenue.Exact
	}
	return c
}

func (c *column) len() int { return len(c.guests) }

func (c *column) guest(i int) string { return c.guests[i] }

// key returns the integer of guest number i.
func (c *column) key(i int) int64 {
	switch {
	case c.wide != nil:
		return c.wide[i]
	case c.counts != nil:
		return int64(c.counts[i])
	}
	return int64(c.asOf) - int64(c.days[i])
}

// blockLen is how many integers are widened at a time: few enough to stay in the nearest cache.
const blockLen = 2048

// blocks yields the integers in order, each block with the number of its first guest. A block is valid until the next.
func (c *column) blocks() iter.Seq2[int, []int64] {
	return func(yield func(int, []int64) bool) {
		if c.wide != nil {
			yield(0, c.wide)
			return
		}
		var buffer [blockLen]int64
		for from := 0; from < c.len(); from += blockLen {
			block := buffer[:min(blockLen, c.len()-from)]
			c.widen(block, from)
			if !yield(from, block) {
				return
			}
		}
	}
}

func (c *column) widen(block []int64, from int) {
	if c.counts != nil {
		for i, n := range c.counts[from:][:len(block)] {
			block[i] = int64(n)
		}
		return
	}
	for i, day := range c.days[from:][:len(block)] {
		block[i] = int64(c.asOf) - int64(day)
	}
}

func (c *column) at(i int) decimal.Decimal {
	if c.exact != nil {
		if d, ok := c.exact(i); ok {
			return d
		}
	}
	return hotelcrm.FromMinor(c.key(i), c.scale)
}

func (c *column) compare(i, j int) int {
	if order := cmp.Compare(c.key(i), c.key(j)); order != 0 || c.exact == nil {
		return order
	}
	return c.at(i).Cmp(c.at(j))
}

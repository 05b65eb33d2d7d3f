package segment

import (
	"cmp"
	"math"
	"math/big"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Every value has a key, an int64 that rises with it, so that all kinds of conditions become ranges of keys:
//
//	number   the bits of the float64, in its order, 0 for 0
//	count    the number
//	level    its place from 1; texts that the schema does not know stand above
//	date     its day number
//	amount   minor units
type keyKind uint8

const (
	numberKey keyKind = iota
	countKey
	levelKey
	openKey // levels of an open nominal
	dayKey
	moneyKey
)

func keyKindOf(a *Attribute) keyKind {
	switch {
	case a.Kind == Numeric && a.Count:
		return countKey
	case a.Kind == Numeric:
		return numberKey
	case a.Kind == Day:
		return dayKey
	case a.Kind == Money:
		return moneyKey
	case a.Open:
		return openKey
	}
	return levelKey
}

// span is a range of keys, both ends included.
type span struct{ lo, hi int64 }

// openTop stands above the key of any text.
const openTop = 1 << 30

// domain returns the range of keys that values can have.
func (k keyKind) domain(levels int) span {
	switch k {
	case countKey:
		return span{0, maxWhole}
	case levelKey:
		return span{1, int64(levels)}
	case openKey:
		return span{1, openTop}
	case dayKey:
		return span{int64(hotelcrm.MinDate), int64(hotelcrm.MaxDate)}
	case moneyKey:
		return span{noMoney + 1, math.MaxInt64}
	}
	return span{floatKey(-math.MaxFloat64), floatKey(math.MaxFloat64)}
}

// floatKey returns the place of x among all float64; that of 0 is 0.
func floatKey(x float64) int64 {
	bits := int64(math.Float64bits(x))
	if bits >= 0 {
		return bits
	}
	return (bits ^ math.MaxInt64) + 1 // -0 becomes 0
}

// keyFloat undoes floatKey.
func keyFloat(key int64) float64 {
	if key >= 0 {
		return math.Float64frombits(uint64(key))
	}
	return math.Float64frombits(uint64((key - 1) ^ math.MaxInt64))
}

// cut is where a literal lies among the keys of a domain.
type cut struct {
	side  int   // -1 below the domain, 1 above it
	floor int64 // else: the greatest key not above the literal
	exact bool  // the literal is that key
}

// atLeast returns the keys not below the literal, or above it if open.
func (c cut) atLeast(d span, open bool) (lo int64, some bool) {
	switch {
	case c.side < 0:
		return d.lo, true
	case c.side > 0:
		return 0, false
	case c.exact && !open:
		return c.floor, true
	}
	return c.floor + 1, c.floor < d.hi // no key is above a floor at the top; the sum may then wrap
}

// atMost returns the keys not above the literal, or below it if open.
func (c cut) atMost(d span, open bool) (hi int64, some bool) {
	switch {
	case c.side > 0:
		return d.hi, true
	case c.side < 0:
		return 0, false
	case c.exact && open:
		return c.floor - 1, c.floor > d.lo
	}
	return c.floor, true
}

// decimalCut returns where d units of 10^-places lie in a domain of integers.
func decimalCut(d decimal.Decimal, places int, dom span) cut {
	shifted := d.Shift(int32(places))
	floor := shifted.Floor()
	whole := floor.BigInt()
	switch {
	case whole.Cmp(big.NewInt(dom.lo)) < 0:
		return cut{side: -1}
	case whole.Cmp(big.NewInt(dom.hi)) > 0:
		return cut{side: 1}
	}
	return cut{floor: whole.Int64(), exact: shifted.Equal(floor)}
}

// union returns the keys of all spans as rising spans that do not touch.
func union(list []span) []span {
	list = slices.DeleteFunc(list, func(s span) bool { return s.lo > s.hi })
	slices.SortFunc(list, func(a, b span) int { return cmp.Compare(a.lo, b.lo) })
	out := list[:0]
	for _, s := range list {
		if n := len(out); n > 0 && (s.lo <= out[n-1].hi || s.lo-1 == out[n-1].hi) {
			out[n-1].hi = max(out[n-1].hi, s.hi)
			continue
		}
		out = append(out, s)
	}
	return out
}

// without returns the keys of the domain that are in none of the spans, which rise.
func without(d span, list []span) []span {
	var out []span
	next := d.lo
	for _, s := range list {
		if s.lo > next {
			out = append(out, span{next, s.lo - 1})
		}
		if s.hi >= d.hi {
			return out
		}
		next = s.hi + 1
	}
	return append(out, span{next, d.hi})
}

// inSpans reports whether the spans, which rise, hold the key.
func inSpans(list []span, key int64) bool {
	for len(list) > 4 {
		middle := len(list) / 2
		if list[middle].lo > key {
			list = list[:middle]
		} else {
			list = list[middle:]
		}
	}
	for _, s := range list {
		if key >= s.lo && key <= s.hi {
			return true
		}
	}
	return false
}

package tree

import (
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/segment"
	"github.com/shopspring/decimal"
)

// condition returns the belief about an attribute as a condition on guests. It must say something.
func (b *belief) condition(a *segment.Attribute) segment.Condition {
	if b.levels != nil {
		return b.conditionOnLevels(a)
	}
	if !b.possible() {
		return segment.IsMissing(a.ID)
	}
	c, full := b.conditionOnRange(a)
	switch {
	case full:
		return segment.NotThat(segment.IsMissing(a.ID))
	case b.missing:
		return segment.AnyOf(c, segment.IsMissing(a.ID))
	}
	return c
}

// conditionOnRange returns the condition that a value is in the range, and whether that is no condition at all.
func (b *belief) conditionOnRange(a *segment.Attribute) (segment.Condition, bool) {
	below, above := segment.LessEqual, segment.Greater
	ends := segment.ClosedTop
	if a.Kind == segment.Money { // amounts between two minor units count as the lower
		below, above, ends = segment.Less, segment.GreaterEqual, segment.ClosedLow
	}
	switch {
	case math.IsInf(b.low, -1) && math.IsInf(b.high, 1):
		return segment.Condition{}, true
	case a.Kind == segment.Ordinal && b.single(a):
		return segment.Is(a.ID, segment.Equal, a.Levels[int(min(b.high, float64(len(a.Levels)-1)))].ID), false
	case math.IsInf(b.low, -1):
		return segment.Is(a.ID, below, operand(a, b.high)), false
	case math.IsInf(b.high, 1):
		return segment.Is(a.ID, above, operand(a, b.low)), false
	}
	return segment.IsBetween(a.ID, operand(a, b.low), operand(a, b.high), ends), false
}

// single reports whether one level of an ordinal is left.
func (b *belief) single(a *segment.Attribute) bool {
	return min(b.high, float64(len(a.Levels)-1))-max(b.low, -1) == 1
}

// conditionOnLevels names the levels; where missing values belong to them, the others, so that levels never seen are in.
func (b *belief) conditionOnLevels(a *segment.Attribute) segment.Condition {
	var ids []string
	for i, in := range b.levels {
		if in != b.missing {
			ids = append(ids, a.Levels[i].ID)
		}
	}
	c := segment.IsIn(a.ID, ids...)
	if len(ids) == 1 {
		c = segment.Is(a.ID, segment.Equal, ids[0])
	}
	if b.missing {
		return segment.NotThat(c)
	}
	return c
}

// operand returns a threshold as conditions write it: values up to it are on the left. Of money it is the least amount on
// the right.
func operand(a *segment.Attribute, v float64) string {
	switch a.Kind {
	case segment.Ordinal:
		return a.Levels[int(v)].ID
	case segment.Day:
		return dayOf(v).String()
	case segment.Money:
		return decimal.New(int64(math.Floor(v))+1, -places(a)).String()
	}
	return strconv.FormatFloat(v, 'f', -1, 64)
}

// dayOf returns the date of a day number, rounded down.
func dayOf(v float64) hotelcrm.Date { return hotelcrm.Date(math.Floor(v)) }

// places returns the decimal places of the currency of an attribute.
func places(a *segment.Attribute) int32 {
	n, _ := hotelcrm.MinorUnits(a.Currency) // checked by the schema
	return int32(n)
}

// valueText returns a value as conditions write it, empty for one that is missing or unknown.
func valueText(a *segment.Attribute, v float64) string {
	switch {
	case v != v:
		return ""
	case levelled(a.Kind):
		if v < 0 || v >= float64(len(a.Levels)) {
			return ""
		}
		return a.Levels[int(v)].ID
	case a.Kind == segment.Money:
		return decimal.New(int64(v), -places(a)).String()
	}
	return operand(a, v)
}

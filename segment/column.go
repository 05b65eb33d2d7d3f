package segment

import (
	"math"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// column holds the values of one attribute. Exactly one of the slices is set; none where nobody has a value.
type column struct {
	attr    *Attribute
	numbers []float64       // NaN: missing
	codes   []uint16        // 0: missing; k: level k-1
	days    []hotelcrm.Date // 0: missing
	money   []int64         // noMoney: missing; minor units
	levels  []Level         // those of the attribute, then further ones of an open nominal in byte order

	// beyond are amounts that do not fit the integers, which hold them rounded down.
	beyond map[int]decimal.Decimal
}

const noMoney = math.MinInt64

// set reports whether anybody has a value.
func (c *column) set() bool {
	return c.numbers != nil || c.codes != nil || c.days != nil || c.money != nil
}

// has reports whether row i has a value.
func (c *column) has(i int) bool {
	switch {
	case c.numbers != nil:
		return c.numbers[i] == c.numbers[i]
	case c.codes != nil:
		return c.codes[i] != 0
	case c.days != nil:
		return c.days[i] != 0
	case c.money != nil:
		return c.money[i] != noMoney
	}
	return false
}

// amount returns the exact amount of row i, which has one.
func (c *column) amount(i int) decimal.Decimal {
	if d, ok := c.beyond[i]; ok {
		return d
	}
	return hotelcrm.FromMinor(c.money[i], c.attr.decimals())
}

// text returns the value of row i in the form of a condition, empty where there is none.
func (c *column) text(i int) string {
	if !c.has(i) {
		return ""
	}
	switch {
	case c.numbers != nil:
		return numberText(c.numbers[i])
	case c.codes != nil:
		return c.levels[c.codes[i]-1].ID
	case c.days != nil:
		return c.days[i].String()
	}
	return amountText(c.amount(i), c.attr.decimals())
}

// numberText writes a number with the digits that it needs, and with an exponent where it would otherwise be long.
func numberText(x float64) string {
	text := strconv.FormatFloat(x, 'f', -1, 64)
	if len(text) > longNumber {
		return strconv.FormatFloat(x, 'e', -1, 64)
	}
	return text
}

// longNumber is the length from which on a number is easier to read with an exponent.
const longNumber = 25

// amountText writes an amount with the places of its currency, or more where it has more.
func amountText(d decimal.Decimal, places int) string {
	if int(-d.Exponent()) <= places {
		return d.StringFixed(int32(places))
	}
	return d.String()
}

// permute returns the column with row k taken from row order[k].
func (c *column) permute(order []int32) {
	c.numbers, c.codes = taken(c.numbers, order), taken(c.codes, order)
	c.days, c.money = taken(c.days, order), taken(c.money, order)
	if len(c.beyond) == 0 {
		return
	}
	moved := make(map[int]decimal.Decimal, len(c.beyond))
	for k, i := range order {
		if d, ok := c.beyond[int(i)]; ok {
			moved[k] = d
		}
	}
	c.beyond = moved
}

func taken[T any](list []T, order []int32) []T {
	if list == nil {
		return nil
	}
	out := make([]T, len(order))
	for k, i := range order {
		out[k] = list[i]
	}
	return out
}

package segment

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// ensure makes the slice of a column where it has none, filled with the value that means missing.
func ensure[T any](list *[]T, n int, missing T, fill bool) {
	if *list != nil {
		return
	}
	*list = make([]T, n)
	if fill {
		for i := range *list {
			(*list)[i] = missing
		}
	}
}

// Numbers gives a numeric attribute its values, or an ordinal with bands the levels that hold them. NaN is missing.
func (c *Columns) Numbers(attr string, values []float64) {
	col := c.column(attr, len(values), Numeric, Ordinal)
	switch {
	case col == nil:
	case col.attr.Kind == Ordinal:
		c.bandNumbers(col, values)
	default:
		ensure(&col.numbers, c.size, math.NaN(), true)
		for k, x := range values {
			if allowed := wrongNumber(x, col.attr.Count); allowed != "" {
				c.wrong(attr, k, fmt.Sprint(x), allowed)
			} else if row := c.rows[k]; row >= 0 && x == x {
				col.numbers[row] = x + 0 // -0 becomes 0
			}
		}
	}
}

// maxWhole is the largest whole number below which every whole number is a float64.
const maxWhole = 1 << 53

// wrongNumber returns what is allowed instead of x, empty if x is.
func wrongNumber(x float64, count bool) string {
	switch {
	case math.IsInf(x, 0):
		return "a finite number"
	case count && x == x && (x < 0 || x > maxWhole || x != math.Trunc(x)):
		return "a whole number from 0 to 2^53"
	}
	return ""
}

func (c *Columns) bandNumbers(col *column, values []float64) {
	if !c.hasBands(col) {
		return
	}
	cuts := make([]float64, len(col.attr.Bands.Cuts))
	for i, cut := range col.attr.Bands.Cuts {
		cuts[i] = cut.InexactFloat64()
	}
	ensure(&col.codes, c.size, 0, false)
	for k, x := range values {
		if allowed := wrongNumber(x, false); allowed != "" {
			c.wrong(col.attr.ID, k, fmt.Sprint(x), allowed)
		} else if row := c.rows[k]; row >= 0 && x == x {
			col.codes[row] = bandOf(cuts, x, col.attr.Bands.CutsGoDown)
		}
	}
}

func (c *Columns) hasBands(col *column) bool {
	if col.attr.Bands == nil {
		c.b.note(refuse.Param(col.attr.ID, "numbers", "levels, as the attribute has no bands"))
		return false
	}
	return true
}

// bandOf returns the code of the band that holds x.
func bandOf(cuts []float64, x float64, down bool) uint16 {
	code := uint16(1)
	for _, cut := range cuts {
		if x > cut || x == cut && !down {
			code++
		}
	}
	return code
}

// Codes gives an ordinal or nominal attribute its levels: k+1 for level k of the schema, 0 for missing.
func (c *Columns) Codes(attr string, values []uint16) {
	col := c.column(attr, len(values), Ordinal, Nominal)
	if col == nil {
		return
	}
	ensure(&col.codes, c.size, 0, false)
	for k, code := range values {
		if int(code) > len(col.attr.Levels) {
			c.wrong(attr, k, fmt.Sprint(code), fmt.Sprintf("0 to %d", len(col.attr.Levels)))
		} else if row := c.rows[k]; row >= 0 && code != 0 {
			col.codes[row] = code
		}
	}
}

// Days gives a date attribute its values. The zero date is missing.
func (c *Columns) Days(attr string, values []hotelcrm.Date) {
	col := c.column(attr, len(values), Day)
	if col == nil {
		return
	}
	ensure(&col.days, c.size, 0, false)
	for k, day := range values {
		if day < 0 || day > hotelcrm.MaxDate {
			c.wrong(attr, k, fmt.Sprint(int32(day)), "a date")
		} else if row := c.rows[k]; row >= 0 && day != 0 {
			col.days[row] = day
		}
	}
}

// Amounts gives a money attribute its values, exactly, or an ordinal with bands the levels that hold them.
//
// Input: the currency of the amounts, which must be that of a money attribute.
func (c *Columns) Amounts(attr string, values hotelcrm.Amounts, currency string) {
	col := c.column(attr, values.Len(), Money, Ordinal)
	switch {
	case col == nil:
	case col.attr.Kind == Ordinal:
		c.bandAmounts(col, values)
	case col.attr.Currency != currency:
		c.b.note(refuse.Param(attr, currency, "amounts in "+col.attr.Currency))
	default:
		ensure(&col.money, c.size, noMoney, true)
		places := col.attr.decimals()
		for k, minor := range values.Minor() {
			row := int(c.rows[k])
			if row < 0 {
				continue
			}
			if _, spilled := values.Exact(k); spilled || places != values.Scale() || minor == noMoney {
				col.setAmount(row, values.At(k))
				continue
			}
			col.setMinor(row, minor)
		}
	}
}

func (c *Columns) bandAmounts(col *column, values hotelcrm.Amounts) {
	if !c.hasBands(col) {
		return
	}
	ensure(&col.codes, c.size, 0, false)
	for k := range values.Len() {
		if row := c.rows[k]; row >= 0 {
			col.codes[row] = uint16(col.attr.Bands.Place(values.At(k)) + 1)
		}
	}
}

func (c *column) setMinor(row int, minor int64) {
	c.money[row] = minor
	delete(c.beyond, row)
}

// setAmount holds an amount in minor units, or beside them where it does not fit.
func (c *column) setAmount(row int, d decimal.Decimal) {
	places := c.attr.decimals()
	if minor, ok := hotelcrm.ToMinor(d, places); ok && minor != noMoney {
		c.setMinor(row, minor)
		return
	}
	if c.beyond == nil {
		c.beyond = map[int]decimal.Decimal{}
	}
	c.beyond[row], c.money[row] = d, floorMinor(d, places)
}

// floorMinor rounds down to minor units and cuts to the integers that are amounts.
func floorMinor(d decimal.Decimal, places int) int64 {
	floor := d.Shift(int32(places)).Floor().BigInt()
	switch {
	case floor.IsInt64() && floor.Int64() != noMoney:
		return floor.Int64()
	case floor.Sign() < 0:
		return noMoney + 1
	}
	return math.MaxInt64
}

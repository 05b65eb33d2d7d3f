package segment

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/shopspring/decimal"
)

// Texts gives an attribute of any kind its values as text: levels by their id, dates as 2006-01-02, numbers and amounts
// as decimal literals. The empty text is missing. An ordinal with bands takes its levels, not numbers. An open nominal
// takes any text as a level.
func (c *Columns) Texts(attr string, values []string) {
	col := c.column(attr, len(values), Numeric, Ordinal, Nominal, Day, Money)
	if col == nil {
		return
	}
	switch col.attr.Kind {
	case Numeric:
		c.numberTexts(attr, values)
	case Day:
		c.dayTexts(attr, values)
	case Money:
		c.amountTexts(col, values)
	default:
		c.levelTexts(col, values)
	}
}

func (c *Columns) numberTexts(attr string, values []string) {
	numbers := make([]float64, len(values))
	for k, text := range values {
		numbers[k] = math.NaN()
		if text == "" {
			continue
		}
		x, err := parseNumber(text)
		if err != nil {
			c.wrong(attr, k, text, "a number")
			continue
		}
		numbers[k] = x
	}
	c.Numbers(attr, numbers)
}

func (c *Columns) dayTexts(attr string, values []string) {
	days := make([]hotelcrm.Date, len(values))
	for k, text := range values {
		if text == "" {
			continue
		}
		day, err := hotelcrm.ParseDate(text)
		if err != nil {
			c.wrong(attr, k, text, "a date such as 2026-01-31")
			continue
		}
		days[k] = day
	}
	c.Days(attr, days)
}

func (c *Columns) amountTexts(col *column, values []string) {
	ensure(&col.money, c.size, noMoney, true)
	for k, text := range values {
		if text == "" {
			continue
		}
		d, err := parseDecimal(text)
		if err != nil {
			c.wrong(col.attr.ID, k, text, "an amount")
		} else if row := c.rows[k]; row >= 0 {
			col.setAmount(int(row), d)
		}
	}
}

// parseNumber reads a decimal literal of bounded size as the nearest number.
func parseNumber(text string) (float64, error) {
	if len(text) > maxText || strings.ContainsAny(text, "xXpP_iInN") { // what Go reads beside decimal literals
		return 0, strconv.ErrSyntax
	}
	return strconv.ParseFloat(text, 64)
}

// parseDecimal reads a decimal literal of bounded size.
func parseDecimal(text string) (decimal.Decimal, error) {
	if len(text) > maxText {
		return decimal.Decimal{}, fmt.Errorf("segment: a number of %d characters", len(text))
	}
	d, err := decimal.NewFromString(text)
	if err == nil && (d.Exponent() < -maxExponent || d.Exponent() > maxExponent) {
		err = fmt.Errorf("segment: a number with the exponent %d", d.Exponent())
	}
	return d, err
}

func (c *Columns) levelTexts(col *column, values []string) {
	codes := make(map[string]uint16, len(col.levels))
	for i, l := range col.levels {
		codes[l.ID] = uint16(i + 1)
	}
	if col.attr.Open {
		c.moreLevels(col, values, codes)
	}
	ensure(&col.codes, c.size, 0, false)
	for k, text := range values {
		if text == "" || c.rows[k] < 0 {
			continue
		}
		code, ok := codes[text]
		if !ok {
			c.wrong(col.attr.ID, k, text, "a level of the attribute")
			continue
		}
		col.codes[c.rows[k]] = code
	}
}

// moreLevels adds the levels that an open nominal does not know yet, in byte order.
func (c *Columns) moreLevels(col *column, values []string, codes map[string]uint16) {
	var more []string
	seen := map[string]bool{}
	for k, text := range values {
		if _, known := codes[text]; known || text == "" || seen[text] || c.rows[k] < 0 {
			continue
		}
		seen[text] = true
		more = append(more, text)
	}
	if len(col.levels)+len(more) > MaxLevels {
		c.b.note(refuse.Param(col.attr.ID, fmt.Sprintf("%d levels", len(col.levels)+len(more)), fmt.Sprintf("at most %d", MaxLevels)))
		return
	}
	slices.Sort(more)
	col.levels = slices.Clone(col.levels)
	for _, text := range more {
		col.levels = append(col.levels, Level{ID: text})
		codes[text] = uint16(len(col.levels))
	}
}

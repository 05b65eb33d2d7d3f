package intake

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/internal/table"
	"github.com/shopspring/decimal"
)

// cells reads the typed cells of one row and keeps the first problem. Columns that the file lacks read as empty.
type cells struct {
	fields []string
	at     []int // of each field, -1 if the file lacks it
	layout string
	comma  bool // amounts have a decimal comma

	row     []string
	problem string
}

func newCells(fields []string, columns table.Columns, layout string) *cells {
	c := &cells{fields: fields, layout: layout}
	for _, field := range fields {
		c.at = append(c.at, columns.At(field))
	}
	return c
}

func (c *cells) use(row []string) { c.row, c.problem = row, "" }

func (c *cells) has(field int) bool { return c.at[field] >= 0 }

func (c *cells) text(field int) string {
	if !c.has(field) {
		return ""
	}
	return strings.TrimSpace(c.row[c.at[field]])
}

// guest is field guest in both kinds of table.
func (c *cells) guest() string {
	for i, name := range c.fields {
		if name == "guest" {
			return c.text(i)
		}
	}
	return ""
}

func (c *cells) fail(field int, problem string) {
	if c.problem == "" {
		c.problem = describe(c.fields[field], c.text(field), c.guest(), problem)
	}
}

// date reads a date; an empty cell is no date.
func (c *cells) date(field int) hotelcrm.Date {
	text := c.text(field)
	if text == "" {
		return 0
	}
	d, err := hotelcrm.ParseDateAs(c.layout, text)
	if err != nil {
		c.fail(field, "no date; want a day of the calendar as "+c.layout+dateHint(text))
	}
	return d
}

// whole reads a whole number; an empty cell is 0.
func (c *cells) whole(field int, bits int) int64 {
	text := c.text(field)
	if text == "" {
		return 0
	}
	n, err := strconv.ParseInt(text, 10, bits)
	if err != nil {
		c.fail(field, "no whole number; want digits, as in 3")
	}
	return n
}

const longestAmount = 40

// amount reads a decimal; an empty cell is 0.
func (c *cells) amount(field int) decimal.Decimal {
	text := c.text(field)
	if text == "" {
		return decimal.Decimal{}
	}
	plain, ok, such := text, true, "a plain decimal such as 1234.50"
	if c.comma {
		plain, ok = pointed(text)
		such = "a decimal such as 1234,50 or 1.234,50"
	}
	if !ok || !IsDecimal(plain) {
		c.fail(field, fmt.Sprintf("no amount; want %s, at most %d characters%s", such, longestAmount, decimalHint(text, c.comma)))
		return decimal.Decimal{}
	}
	d, err := decimal.NewFromString(plain)
	if err != nil {
		c.fail(field, "no amount; want a plain decimal such as 1234.50")
	}
	return d
}

// IsDecimal reports whether text is a sign or none, digits, and at most one point among or around them.
func IsDecimal(text string) bool {
	if len(text) > longestAmount {
		return false
	}
	digits, points := 0, 0
	for i, c := range []byte(text) {
		switch {
		case c >= '0' && c <= '9':
			digits++
		case c == '.':
			points++
		case (c == '-' || c == '+') && i == 0:
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

package intake

import (
	"strconv"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// column takes the cells of one column of a table. It returns false for a cell that it cannot take.
type column interface {
	reset()
	take(cell string) bool
}

type texts struct {
	list   []string
	needed bool // an empty cell is taken by nobody
}

func (c *texts) reset() { c.list = c.list[:0] }

func (c *texts) take(cell string) bool {
	c.list = append(c.list, cell)
	return cell != "" || !c.needed
}

type wholes[T int32 | int64] struct {
	list []T
	bits int
}

func (c *wholes[T]) reset() { c.list = c.list[:0] }

func (c *wholes[T]) take(cell string) bool {
	n, err := int64(0), error(nil)
	if cell != "" {
		n, err = strconv.ParseInt(cell, 10, c.bits)
	}
	c.list = append(c.list, T(n))
	return err == nil
}

type days struct {
	list []hotelcrm.Date
	dates
}

func (c *days) reset() { c.list = c.list[:0] }

func (c *days) take(cell string) bool {
	if cell == "" {
		c.list = append(c.list, 0)
		return true
	}
	day, ok := c.parse(cell)
	c.list = append(c.list, day)
	return ok
}

// moneys is a column of amounts at the register's scale.
type moneys struct {
	list  []int64
	scale int
	comma bool // a decimal comma
}

func (c *moneys) reset() { c.list = c.list[:0] }

func (c *moneys) take(cell string) bool {
	if c.comma {
		var ok bool
		if cell, ok = pointed(cell); !ok {
			return false
		}
	}
	n, ok := minorUnits(cell, c.scale)
	c.list = append(c.list, n)
	return ok
}

// codes is a column of statuses, roles or uses. Neighbouring rows often have the same code, so it remembers the last
// one.
type codes[T any, P interface {
	*T
	UnmarshalText([]byte) error
}] struct {
	list []T
	text string
	code T // the zero value is the code of the empty text
}

func (c *codes[T, P]) reset() { c.list = c.list[:0] }

func (c *codes[T, P]) take(cell string) bool {
	if cell != c.text {
		var code T
		if P(&code).UnmarshalText([]byte(strings.ToLower(cell))) != nil {
			return false
		}
		c.text, c.code = cell, code
	}
	c.list = append(c.list, c.code)
	return true
}

// constant is a column that must be empty or have one text.
type constant struct{ text string }

func (c *constant) reset() {}

func (c *constant) take(cell string) bool { return cell == "" || cell == c.text }

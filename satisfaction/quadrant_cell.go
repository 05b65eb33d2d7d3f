package satisfaction

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/enum"
)

// Cell is a position in the importance-performance grid. Positions are fixed; what a hotel calls them is data, see
// [Labels].
type Cell uint8

// The cells.
const (
	Keep        Cell = iota + 1 // important and good
	Fix                         // important and not good
	Opportunity                 // less important and good
	Low                         // less important and not good
)

var cellNames = enum.Names{"", "keep", "fix", "opportunity", "low"}

// String returns the name of the position, "unset" for the zero value.
func (c Cell) String() string { return cellNames.String(uint8(c)) }

// MarshalText returns the name, empty for the zero value.
func (c Cell) MarshalText() ([]byte, error) {
	text, ok := cellNames.Text(uint8(c))
	if !ok {
		return nil, &hotelcrm.ParamError{Param: "cell", Value: fmt.Sprint(uint8(c)), Allowed: "one of " + cellNames.Allowed()}
	}
	return []byte(text), nil
}

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Cell) UnmarshalText(text []byte) error {
	v, ok := cellNames.Value(string(text))
	if !ok {
		return &hotelcrm.ParamError{Param: "cell", Value: string(text), Allowed: "one of " + cellNames.Allowed()}
	}
	*c = Cell(v)
	return nil
}

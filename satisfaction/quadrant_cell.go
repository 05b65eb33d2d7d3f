package satisfaction

import (
	"github.com/hotelcrm/hotelcrm/internal/choice"
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

// ParseCell returns the cell named by text, as [Cell.String] writes it.
//
// Errors: a [*hotelcrm.ParamError] that lists the names.
func ParseCell(text string) (Cell, error) {
	return choice.Parse[Cell](cellNames, "cell", text)
}

// MarshalText returns the name, empty for the zero value.
func (c Cell) MarshalText() ([]byte, error) { return choice.Marshal(cellNames, "cell", c) }

// UnmarshalText reads a name; the empty text is the zero value.
func (c *Cell) UnmarshalText(text []byte) error {
	return choice.Unmarshal(cellNames, "cell", text, c)
}

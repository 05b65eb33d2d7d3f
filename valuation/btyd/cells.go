package btyd

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Cells are histories with how many guests have each: all that a fit reads. Equal histories are grouped exactly, never
// by rounding. Cells are immutable and safe for concurrent use; the same guests give equal cells in any order.
type Cells struct {
	unit   valuation.Period
	list   []Cell // by rising T, Tx, X
	guests int64
}

// Cell is one history and the number of guests who have it.
type Cell struct {
	History
	Guests int64 `json:"guests"`
}

// CellsOf returns the cells of guests, one history each.
//
// Input: times in the unit given.
// Errors: a [*hotelcrm.ParamError] for an unset unit; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] histories that cannot be, see [History.Validate]. Rows count from 1.
// Cost: O(n log n).
func CellsOf(unit valuation.Period, guests []History) (*Cells, error) {
	list := make([]Cell, len(guests))
	for i, h := range guests {
		list[i] = Cell{h, 1}
	}
	return group(unit, list)
}

// NewCells returns the cells of guests who were counted already. Equal histories are added up.
//
// Input: 1 guest or more in each cell.
// Errors: as [CellsOf].
func NewCells(unit valuation.Period, cells []Cell) (*Cells, error) {
	return group(unit, slices.Clone(cells))
}

// maxInCells bounds the guests of all cells: their number stays exact as a float64.
const maxInCells = 1 << 53

// group sorts a list, which it keeps, and adds equal histories up.
func group(unit valuation.Period, list []Cell) (*Cells, error) {
	if err := checkUnit(unit); err != nil {
		return nil, err
	}
	var errs []error
	for i, c := range list {
		if err := c.check(i + 1); err != nil {
			if errs = append(errs, err); len(errs) == hotelcrm.MaxRowErrors {
				break
			}
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	slices.SortFunc(list, compare)
	return joined(unit, list)
}

func (c Cell) check(row int) error {
	if !c.valid() {
		err, _ := errors.AsType[*hotelcrm.RowError](c.Validate())
		err.Row = row
		return err
	}
	if c.Guests < 1 || c.Guests > maxInCells {
		return &hotelcrm.RowError{Row: row, Field: "Guests", Value: fmt.Sprint(c.Guests), Err: errors.New("want 1 or more")}
	}
	return nil
}

func compare(a, b Cell) int {
	return cmp.Or(cmp.Compare(a.T, b.T), cmp.Compare(a.Tx, b.Tx), cmp.Compare(a.X, b.X))
}

// joined adds up the equal histories of a sorted list, which it keeps.
func joined(unit valuation.Period, list []Cell) (*Cells, error) {
	out := &Cells{unit: unit, list: list[:0]}
	for _, c := range list {
		if out.guests += c.Guests; out.guests > maxInCells {
			return nil, refuse.Param("cells", fmt.Sprint(out.guests), "at most 2^53 guests")
		}
		if n := len(out.list); n > 0 && out.list[n-1].History == c.History {
			out.list[n-1].Guests += c.Guests
			continue
		}
		c.Tx, c.T = c.Tx+0, c.T+0 // -0 is 0
		out.list = append(out.list, c)
	}
	return out, nil
}

// Merge returns the cells of the guests of both.
//
// Errors: a [*hotelcrm.ParamError] if the units differ.
// Cost: O(cells).
func (c *Cells) Merge(other *Cells) (*Cells, error) {
	if c.unit != other.unit {
		return nil, refuse.Param("unit", other.unit.String(), c.unit.String()+", as in the other cells")
	}
	list := slices.Concat(c.list, other.list)
	slices.SortFunc(list, compare)
	return joined(c.unit, list)
}

// Unit returns the unit of time.
func (c *Cells) Unit() valuation.Period { return c.unit }

// Len returns the number of different histories.
func (c *Cells) Len() int { return len(c.list) }

// Guests returns the number of guests.
func (c *Cells) Guests() int64 { return c.guests }

// At returns cell i, in the order of rising T, Tx and X.
//
// Input: i in [0, Len).
func (c *Cells) At(i int) Cell { return c.list[i] }

// All yields the cells with their index, in the order of rising T, Tx and X.
func (c *Cells) All() iter.Seq2[int, Cell] { return slices.All(c.list) }

// Repeats returns the number of repeat visits of all guests.
func (c *Cells) Repeats() float64 {
	var sum float64
	for _, cell := range c.list {
		sum += float64(float64(cell.Guests) * float64(cell.X))
	}
	return sum
}

// maxX returns the largest number of repeat visits.
func (c *Cells) maxX() int {
	high := 0
	for _, cell := range c.list {
		high = max(high, cell.X)
	}
	return high
}

// meanT returns how long a guest was watched on average.
func (c *Cells) meanT() float64 {
	var sum float64
	for _, cell := range c.list {
		sum += float64(float64(cell.Guests) * cell.T)
	}
	return sum / float64(max(c.guests, 1))
}

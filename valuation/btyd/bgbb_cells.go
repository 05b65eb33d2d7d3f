package btyd

import (
	"cmp"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// OccasionCells are occasions with how many guests have each, grouped. They are immutable and safe for concurrent use;
// the same guests give equal cells in any order.
type OccasionCells struct {
	unit   valuation.Period
	list   []OccasionCell // by rising N, Tx, X
	guests int64
}

// OccasionCell is what a guest did on N occasions and the number of guests who did the same.
type OccasionCell struct {
	Occasions
	Guests int64 `json:"guests"`
}

// NewOccasionCells returns the cells of guests who were counted already; a guest alone is a cell of 1. Equal cells are
// added up.
//
// Input: the unit is the time from one occasion to the next; 1 guest or more in each cell.
// Errors: a [*hotelcrm.ParamError] for an unset unit; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] cells that cannot be, see [Occasions.Validate]. Rows count from 1.
// Cost: O(n log n).
func NewOccasionCells(unit valuation.Period, cells []OccasionCell) (*OccasionCells, error) {
	if err := checkUnit(unit); err != nil {
		return nil, err
	}
	var errs []error
	for i, c := range cells {
		if err := c.check(i + 1); err != nil {
			if errs = append(errs, err); len(errs) == hotelcrm.MaxRowErrors {
				break
			}
		}
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	return joinOccasions(unit, slices.Clone(cells))
}

func (c OccasionCell) check(row int) error {
	if err, wrong := errors.AsType[*hotelcrm.ParamError](c.Validate()); wrong {
		return &hotelcrm.RowError{Row: row, Field: strings.TrimPrefix(err.Param, "Occasions."), Value: err.Value, Err: errors.New("want " + err.Allowed)}
	}
	if c.Guests < 1 || c.Guests > maxInCells {
		return &hotelcrm.RowError{Row: row, Field: "Guests", Value: fmt.Sprint(c.Guests), Err: errors.New("want 1 or more")}
	}
	return nil
}

// joinOccasions sorts a list, which it keeps, and adds equal cells up.
func joinOccasions(unit valuation.Period, list []OccasionCell) (*OccasionCells, error) {
	slices.SortFunc(list, func(a, b OccasionCell) int {
		return cmp.Or(cmp.Compare(a.N, b.N), cmp.Compare(a.Tx, b.Tx), cmp.Compare(a.X, b.X))
	})
	out := &OccasionCells{unit: unit, list: list[:0]}
	for _, c := range list {
		if out.guests += c.Guests; out.guests > maxInCells {
			return nil, refuse.Param("cells", fmt.Sprint(out.guests), "at most 2^53 guests")
		}
		if n := len(out.list); n > 0 && out.list[n-1].Occasions == c.Occasions {
			out.list[n-1].Guests += c.Guests
			continue
		}
		out.list = append(out.list, c)
	}
	return out, nil
}

// Merge returns the cells of the guests of both.
//
// Errors: a [*hotelcrm.ParamError] if the units differ.
func (c *OccasionCells) Merge(other *OccasionCells) (*OccasionCells, error) {
	if c.unit != other.unit {
		return nil, refuse.Param("unit", other.unit.String(), c.unit.String()+", as in the other cells")
	}
	return joinOccasions(c.unit, slices.Concat(c.list, other.list))
}

// Unit returns the time from one occasion to the next.
func (c *OccasionCells) Unit() valuation.Period { return c.unit }

// Len returns the number of different cells.
func (c *OccasionCells) Len() int { return len(c.list) }

// Guests returns the number of guests.
func (c *OccasionCells) Guests() int64 { return c.guests }

// All yields the cells with their index, in the order of rising N, Tx and X.
func (c *OccasionCells) All() iter.Seq2[int, OccasionCell] { return slices.All(c.list) }

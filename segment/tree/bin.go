package tree

import (
	"errors"
	"fmt"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/segment"
)

// Bin returns a guest table made ready for learning the levels of the attribute class from other attributes.
//
// Input: a class attribute that is nominal or ordinal, with 2 to 255 levels. Guests without a class are left out. Dates
// and money are numbers to a tree: days, and minor units, rounded down where an amount has more decimal places. Levels of
// an open nominal that only the table knows count as its levels.
// Errors: a [*hotelcrm.ParamError] for an unknown or unfit attribute or settings out of range; [ErrEmpty] is wrapped if
// no guest has a class; up to [hotelcrm.MaxRowErrors] [*hotelcrm.RowError] joined for weights and for amounts beyond 2^53
// minor units.
// Cost: a few passes over each column; see [Binned] for the memory.
func Bin(table *segment.Table, class string, settings BinSettings) (*Binned, error) {
	if table == nil {
		return nil, refuse.Param("table", "nil", "a table")
	}
	labels, err := find(table, "class", class)
	if err != nil {
		return nil, err
	}
	if kind := table.Schema().At(labels).Kind; !levelled(kind) {
		return nil, refuse.Param("class", class+" is "+kind.String(), "an ordinal or nominal attribute")
	}
	chosen, err := attributesOf(table, labels, settings)
	if err != nil {
		return nil, err
	}
	if len(chosen) == 0 {
		return nil, refuse.Param("BinSettings.Attributes", "none", "at least one beside the class")
	}
	weights, err := weightsOf(table, settings.Weight)
	if err != nil {
		return nil, err
	}
	columns := make([]column, len(chosen))
	for i, a := range chosen {
		if columns[i], err = columnOf(table, a); err != nil {
			return nil, err
		}
	}
	labelled, err := columnOf(table, labels)
	if err != nil {
		return nil, err
	}
	return binColumns(columns, labelled, weights, settings)
}

func find(table *segment.Table, param, id string) (int, error) {
	i, ok := table.Schema().Find(id)
	if !ok {
		return 0, refuse.Param(param, id, "an attribute of the table")
	}
	return i, nil
}

// attributesOf returns the attributes to learn from.
func attributesOf(table *segment.Table, class int, s BinSettings) ([]int, error) {
	var out []int
	if s.Attributes == nil {
		for i := range table.Schema().Len() {
			if i != class && table.Schema().At(i).ID != s.Weight {
				out = append(out, i)
			}
		}
	}
	for k, id := range s.Attributes {
		i, err := find(table, fmt.Sprintf("BinSettings.Attributes[%d]", k), id)
		if err != nil {
			return nil, err
		}
		if i == class || slices.Contains(out, i) {
			return nil, refuse.Param(fmt.Sprintf("BinSettings.Attributes[%d]", k), id, "an attribute beside the class, each once")
		}
		out = append(out, i)
	}
	return out, nil
}

func weightsOf(table *segment.Table, id string) ([]float64, error) {
	if id == "" {
		return nil, nil
	}
	i, err := find(table, "BinSettings.Weight", id)
	if err != nil {
		return nil, err
	}
	if kind := table.Schema().At(i).Kind; kind != segment.Numeric {
		return nil, refuse.Param("BinSettings.Weight", id+" is "+kind.String(), "a numeric attribute")
	}
	c, err := columnOf(table, i)
	return c.numbers, err
}

// columnOf returns a column as a tree reads it.
func columnOf(table *segment.Table, i int) (column, error) {
	c := column{attribute: table.Schema().At(i)}
	n := table.Len()
	var err error
	switch c.attribute.Kind {
	case segment.Ordinal, segment.Nominal:
		c.attribute.Levels = slices.Clone(table.Levels(i))
		if c.codes = table.Codes(i); c.codes == nil {
			c.codes = make([]uint16, n)
		}
	case segment.Day:
		c.numbers = daysOf(table.Days(i), n)
	case segment.Money:
		c.numbers, err = unitsOf(table, i)
	default:
		if c.numbers = table.Numbers(i); c.numbers == nil {
			c.numbers = slices.Repeat([]float64{math.NaN()}, n)
		}
	}
	return c, err
}

func daysOf(days []hotelcrm.Date, n int) []float64 {
	out := slices.Repeat([]float64{math.NaN()}, n)
	for i, day := range days {
		if !day.IsZero() {
			out[i] = float64(day)
		}
	}
	return out
}

const maxExact = 1 << 53 // up to it every whole number is a float64

func unitsOf(table *segment.Table, a int) ([]float64, error) {
	out := slices.Repeat([]float64{math.NaN()}, table.Len())
	var errs []error
	for i, m := range table.Minor(a) {
		switch {
		case !table.Has(a, i):
		case m >= -maxExact && m <= maxExact:
			out[i] = float64(m)
		case len(errs) < hotelcrm.MaxRowErrors:
			errs = append(errs, &hotelcrm.RowError{Row: i + 1, Field: table.Schema().At(a).ID, Value: fmt.Sprint(m), Err: errors.New("tree: amount beyond 2^53 minor units")})
		}
	}
	return out, errors.Join(errs...)
}

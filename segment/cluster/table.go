package cluster

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/segment"
)

// DataOf returns the guests of a table with some of its attributes, to be grouped.
//
// Input: ids of attributes of the guests, at least one. Numbers stay what they are; ordinals become the ranks 1, 2, ... of
// their levels; nominals stay levels; dates become days before the table's date; money becomes a number in its
// currency, which is exact enough for distances.
// Errors: a [*hotelcrm.ParamError] for an attribute that the table does not have, else as [NewData].
// Cost: as [NewData].
func DataOf(t *segment.Table, scaling Scaling, ids ...string) (*Data, error) {
	attributes := make([]Attribute, 0, len(ids))
	for i, id := range ids {
		a, ok := t.Schema().Find(id)
		if !ok {
			return nil, refuse.Param(fmt.Sprintf("ids[%d]", i), id, "an attribute of the guests")
		}
		attributes = append(attributes, column(t, a))
	}
	return NewData(attributes, scaling)
}

// column returns attribute number a in the form of this package.
func column(t *segment.Table, a int) Attribute {
	attribute := t.Schema().At(a)
	if attribute.Kind == segment.Nominal {
		return nominal(t, a, attribute.ID)
	}
	numbers := make([]float64, t.Len())
	for i := range numbers {
		numbers[i] = math.NaN()
	}
	copy(numbers, t.Numbers(a))
	for i, code := range t.Codes(a) {
		if code > 0 {
			numbers[i] = float64(code)
		}
	}
	for i, day := range t.Days(a) {
		if day != 0 {
			numbers[i] = float64(t.AsOf().DaysSince(day))
		}
	}
	places := 0
	if attribute.Kind == segment.Money {
		places, _ = hotelcrm.MinorUnits(attribute.Currency) // checked by the schema
	}
	for i, minor := range t.Minor(a) {
		if t.Has(a, i) {
			numbers[i] = float64(minor) / math.Pow10(places)
		}
	}
	return Attribute{ID: attribute.ID, Numbers: numbers}
}

func nominal(t *segment.Table, a int, id string) Attribute {
	out := Attribute{ID: id, Codes: t.Codes(a)}
	if out.Codes == nil { // nobody has a value
		out.Codes = make([]uint16, t.Len())
	}
	for _, level := range t.Levels(a) {
		out.Levels = append(out.Levels, level.ID)
	}
	return out
}

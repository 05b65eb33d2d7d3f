package cluster

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Attribute is one column of what is known of the guests: numbers or levels, not both.
type Attribute struct {
	ID      string
	Numbers []float64 // NaN is missing
	Codes   []uint16  // 1 for the first level, 0 is missing
	Levels  []string  // names of the levels; may be nil, or fewer than there are codes
}

// Data is guests to be grouped. It is immutable and safe for concurrent use.
type Data struct {
	guests  int
	scaling Scaling
	numbers []numberColumn
	codes   []codeColumn
	places  []place  // of the attributes, in the order given
	rows    view     // the different rows, in the order of their values
	rowOf   []int32  // the row of each guest; -1 where nothing is known
	perRow  []int32  // guests[perRow[r]:perRow[r+1]] have row r
	byRow   []uint32 // guests in the order of their rows
	unknown int      // guests of whom nothing is known
}

// place says where an attribute is kept.
type place struct {
	numeric bool
	index   int
}

type numberColumn struct {
	id          string
	offset, per float64 // scaled = (x - offset) / per
	low, high   float64 // of the scaled values
	mean        float64 // of the scaled values
	deviation   float64 // of the scaled values
	known       int
}

type codeColumn struct {
	id     string
	levels []string
	counts []int // guests with each code; 0 is missing
	mode   uint16
}

const (
	maxGuests     = 1 << 30
	maxAttributes = 1000
	maxSize       = 1e100 // squares of numbers and their sums stay finite
)

// NewData returns the guests whose attributes are given, with numbers scaled.
//
// Input: at least one attribute; all columns of one length; numbers from -1e100 to 1e100, NaN is missing. The columns are
// not kept. The attributes should be few and matter for the question: each one counts as much as any other.
// Errors: a [*hotelcrm.ParamError] for columns that do not fit; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] numbers out of range, joined.
// Cost: O(guests · attributes) time and memory.
func NewData(attributes []Attribute, scaling Scaling) (*Data, error) {
	if scaling == 0 {
		scaling = Standard
	}
	if int(scaling) >= len(scalingNames) {
		return nil, refuse.Param("scaling", scaling.String(), "one of "+scalingNames.Allowed())
	}
	if err := checkAttributes(attributes); err != nil {
		return nil, err
	}
	d := &Data{scaling: scaling, guests: max(len(attributes[0].Numbers), len(attributes[0].Codes))}
	for i := range attributes {
		a := &attributes[i]
		d.places = append(d.places, place{a.Codes == nil, len(d.numbers)})
		if a.Codes == nil {
			d.numbers = append(d.numbers, numberColumn{id: a.ID})
			continue
		}
		d.places[i].index = len(d.codes)
		d.codes = append(d.codes, codeColumn{id: a.ID, levels: slices.Clone(a.Levels)})
	}
	d.fill(attributes)
	d.scale()
	return d, nil
}

func checkAttributes(attributes []Attribute) error {
	if len(attributes) == 0 || len(attributes) > maxAttributes {
		return refuse.Param("attributes", fmt.Sprint(len(attributes)), fmt.Sprintf("1 to %d", maxAttributes))
	}
	var wrong []error
	n := max(len(attributes[0].Numbers), len(attributes[0].Codes))
	seen := map[string]bool{}
	for i, a := range attributes {
		name := fmt.Sprintf("attributes[%d]", i)
		switch {
		case a.ID == "" || seen[a.ID]:
			return refuse.Param(name+".ID", a.ID, "an id of its own")
		case (a.Numbers == nil) == (a.Codes == nil):
			return refuse.Param(name, a.ID, "numbers or codes, one of both")
		case max(len(a.Numbers), len(a.Codes)) != n:
			return refuse.Param(name, plural.Of(max(len(a.Numbers), len(a.Codes)), "guest", "guests"), fmt.Sprintf("as many as the first, %d", n))
		case n > maxGuests:
			return refuse.Param(name, fmt.Sprint(n, " guests"), fmt.Sprintf("at most %d", maxGuests))
		}
		seen[a.ID] = true
		for row, number := range a.Numbers {
			if math.Abs(number) > maxSize && len(wrong) < hotelcrm.MaxRowErrors {
				text := strconv.FormatFloat(number, 'g', -1, 64)
				wrong = append(wrong, &hotelcrm.RowError{Row: row + 1, Field: a.ID, Value: text, Err: errSize})
			}
		}
	}
	return errors.Join(wrong...)
}

var errSize = errors.New("want a number from -1e100 to 1e100, or NaN for a missing one")

// Guests returns the number of guests.
func (d *Data) Guests() int { return d.guests }

// Different returns the number of different rows of values, without the one of which nothing is known.
func (d *Data) Different() int { return d.rows.n }

// Unknown returns the number of guests of whom nothing is known.
func (d *Data) Unknown() int { return d.unknown }

// Numeric reports whether all attributes are numbers.
func (d *Data) Numeric() bool { return len(d.codes) == 0 }

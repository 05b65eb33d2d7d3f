package btyd

import (
	"errors"
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Watch says which days of visits are read. First and Last bound the calibration, from which histories are made; what
// comes after Last up to End is held out to check predictions. The zero End means that nothing is held out.
type Watch struct {
	First hotelcrm.Date `json:"first"` // a guest is born with the first visit from this day on
	Last  hotelcrm.Date `json:"last"`
	End   hotelcrm.Date `json:"end,omitzero"`
}

// Validate returns a [*hotelcrm.ParamError] for days out of order or of the calendar, else nil.
func (w Watch) Validate() error {
	switch {
	case w.First < hotelcrm.MinDate || w.First > hotelcrm.MaxDate:
		return refuse.Param("Watch.First", w.First.String(), "a day of the calendar")
	case w.Last < w.First || w.Last > hotelcrm.MaxDate:
		return refuse.Param("Watch.Last", w.Last.String(), "from "+w.First.String())
	case w.End != 0 && (w.End < w.Last || w.End > hotelcrm.MaxDate):
		return refuse.Param("Watch.End", w.End.String(), "from "+w.Last.String()+", or unset")
	}
	return nil
}

// Split is the guests born in the calibration, in the order of the input.
type Split struct {
	Unit      valuation.Period
	Watch     Watch
	HeldOut   float64   // the length of the hold-out, in Unit
	Guests    []int     // which guest of the input
	Histories []History // in the calibration
	Later     []int     // visits in the hold-out
}

// SplitOf returns the histories of guests at the end of the calibration, and how often each came in the hold-out.
//
// Arrivals on one day are one visit. Times are days divided by [DaysPer] of the unit. Guests without a visit in the
// calibration are left out.
//
// Input: guest g has the arrivals from offsets[g] up to, but not including, offsets[g+1], earliest first.
// Errors: a [*hotelcrm.ParamError] for an unset unit, wrong days or wrong offsets; a [*hotelcrm.RowError] for each of the
// first [hotelcrm.MaxRowErrors] arrivals that are no day or before the one above.
// Cost: O(arrivals).
func SplitOf(unit valuation.Period, offsets []int, arrivals []hotelcrm.Date, watch Watch) (*Split, error) {
	if err := checkUnit(unit); err != nil {
		return nil, err
	}
	if err := watch.Validate(); err != nil {
		return nil, err
	}
	if err := checkOffsets(offsets, len(arrivals)); err != nil {
		return nil, err
	}
	out := &Split{Unit: unit, Watch: watch}
	if watch.End != 0 {
		out.HeldOut = float64(watch.End.DaysSince(watch.Last)) / DaysPer(unit)
	}
	var errs []error
	for g := range len(offsets) - 1 {
		if err := checkOrder(arrivals[offsets[g]:offsets[g+1]], offsets[g]); err != nil {
			if errs = append(errs, err); len(errs) == hotelcrm.MaxRowErrors {
				break
			}
		}
		out.push(g, arrivals[offsets[g]:offsets[g+1]])
	}
	if errs != nil {
		return nil, errors.Join(errs...)
	}
	return out, nil
}

func checkOffsets(offsets []int, arrivals int) error {
	if len(offsets) == 0 || offsets[0] != 0 || offsets[len(offsets)-1] != arrivals {
		return refuse.Param("offsets", plural.Of(len(offsets), "entry", "entries"), fmt.Sprintf("one entry more than guests, from 0 to the number of arrivals, %d", arrivals))
	}
	for g := range len(offsets) - 1 {
		if offsets[g] > offsets[g+1] || offsets[g+1] > arrivals {
			return refuse.Param(fmt.Sprintf("offsets[%d]", g+1), fmt.Sprint(offsets[g+1]), fmt.Sprintf("%d to %d", offsets[g], arrivals))
		}
	}
	return nil
}

// checkOrder returns what is wrong with the first bad arrival of a guest.
func checkOrder(visits []hotelcrm.Date, before int) error {
	for i, day := range visits {
		allowed := ""
		switch {
		case day < hotelcrm.MinDate || day > hotelcrm.MaxDate:
			allowed = "a day of the calendar"
		case i > 0 && day < visits[i-1]:
			allowed = "a guest's arrivals earliest first"
		default:
			continue
		}
		return &hotelcrm.RowError{Row: before + i + 1, Field: "arrival", Value: day.String(), Err: errors.New("want " + allowed)}
	}
	return nil
}

// push adds a guest, unless the calibration has no visit of them.
func (s *Split) push(guest int, visits []hotelcrm.Date) {
	var birth, last hotelcrm.Date
	x, later := -1, 0
	for _, day := range visits {
		if day < s.Watch.First || day == last {
			continue
		}
		switch {
		case day <= s.Watch.Last:
			if x++; x == 0 {
				birth = day
			}
			last = day
		case day <= s.Watch.End:
			later++
			last = day
		}
	}
	if x < 0 {
		return
	}
	s.Guests = append(s.Guests, guest)
	s.Histories = append(s.Histories, s.history(x, birth, visits))
	s.Later = append(s.Later, later)
}

func (s *Split) history(x int, birth hotelcrm.Date, visits []hotelcrm.Date) History {
	last := birth
	for _, day := range visits {
		if day >= birth && day <= s.Watch.Last {
			last = day
		}
	}
	unit := DaysPer(s.Unit)
	return History{X: x, Tx: float64(last.DaysSince(birth)) / unit, T: float64(s.Watch.Last.DaysSince(birth)) / unit}
}

// Cells returns the cells of the histories.
func (s *Split) Cells() (*Cells, error) { return CellsOf(s.Unit, s.Histories) }

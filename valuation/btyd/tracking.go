package btyd

import (
	"errors"
	"fmt"
	"math"
	"slices"
	"strconv"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// TrackPoint is the number of repeat visits of all guests from the beginning up to a time.
type TrackPoint struct {
	At       float64 `json:"at"` // in the unit of the model, from the end of the calibration; negative before it
	Expected float64 `json:"expected"`
	Actual   float64 `json:"actual"`
}

// Tracking sets the repeat visits that a model expects of guests of whom nothing but the first visit is known beside
// those that came.
type Tracking struct {
	Model  string           `json:"model"`
	Unit   valuation.Period `json:"unit"`
	Points []TrackPoint     `json:"points"`
}

// Track returns the tracking of a model over guests.
//
//	expected(at) = Σ E[X(T+at)] over the guests with T+at > 0
//
// Input: cells in the unit of the model, whose T ends with the calibration; at rises; actual has the cumulative repeat
// visits at each of these times, see [CumulativeRepeats], or is nil.
// Errors: a [*hotelcrm.ParamError] for nil cells, different units, a model out of range, or at or actual that are not
// finite, do not rise or differ in length.
// Cost: one E[X] for each different T and time.
func Track(m Model, cells *Cells, at, actual []float64) (Tracking, error) {
	if err := checkModel(m); err != nil {
		return Tracking{}, err
	}
	if cells == nil {
		return Tracking{}, errNone("cells")
	}
	if err := sameUnit(m.Period(), cells.unit); err != nil {
		return Tracking{}, err
	}
	if err := checkTrack(at, actual); err != nil {
		return Tracking{}, err
	}
	out := Tracking{Model: m.Name(), Unit: m.Period(), Points: make([]TrackPoint, len(at))}
	for i, after := range at {
		out.Points[i].At = after
		if actual != nil {
			out.Points[i].Actual = actual[i]
		}
	}
	for i := 0; i < len(cells.list); {
		age, guests := cells.list[i].T, 0.0
		for ; i < len(cells.list) && cells.list[i].T == age; i++ {
			guests += float64(cells.list[i].Guests)
		}
		for j, after := range at {
			if age+after > 0 {
				out.Points[j].Expected += float64(guests * m.New(age+after))
			}
		}
	}
	return out, nil
}

func sameUnit(model, cells valuation.Period) error {
	if model != cells {
		return refuse.Param("unit", cells.String(), model.String()+", as in the model")
	}
	return nil
}

func checkTrack(at, actual []float64) error {
	if actual != nil && len(actual) != len(at) {
		return refuse.Param("actual", plural.Of(len(actual), "entry", "entries"), fmt.Sprintf("%d, as many as times, or none", len(at)))
	}
	for i, t := range at {
		if !validTime(math.Abs(t)) || i > 0 && t <= at[i-1] {
			return refuse.Param(fmt.Sprintf("at[%d]", i), fmt.Sprint(t), "a rising time of -1e9 to 1e9")
		}
	}
	for i, n := range actual {
		if !(n >= 0 && n <= maxInCells) || i > 0 && n < actual[i-1] {
			return refuse.Param(fmt.Sprintf("actual[%d]", i), fmt.Sprint(n), "0 or more, never falling")
		}
	}
	return nil
}

// TrackError says how far a tracking is off over a stretch of time.
//
// The cumulative figures are those of the literature. They hold the visits from the beginning on, most of which the
// model was fitted to: as relative errors they look smaller than what the model got wrong of the stretch, which is
// Increment.
type TrackError struct {
	Points             int     `json:"points"`
	Cumulative         float64 `json:"cumulative"`         // mean absolute error of the cumulative visits
	CumulativeRelative float64 `json:"cumulativeRelative"` // mean absolute error per one of the cumulative visits; points without any left out
	CumulativeLast     float64 `json:"cumulativeLast"`     // error per one of the cumulative visits at the last point; 0 if nobody had come
	Steps              float64 `json:"steps"`              // mean absolute error of the visits between neighbouring points
	Increment          float64 `json:"increment"`          // error per one of the visits of the stretch alone; 0 if nobody came in it
}

// Error returns how far the tracking is off at the points after a time; 0 is the hold-out.
//
//	Increment = (expected(last) - expected(before))/(actual(last) - actual(before)) - 1
//
// with the last point, and the last one that is not after the time: nothing at all if there is none.
//
// Errors: a [*hotelcrm.ParamError] if there is no such point.
//
// Source: P. Fader, B. Hardie and K. Lee, Marketing Science 24 (2005), for the cumulative tracking.
func (t Tracking) Error(after float64) (TrackError, error) {
	var out TrackError
	relative := 0
	var start, before TrackPoint
	for _, p := range t.Points {
		if p.At > after {
			gap := p.Expected - p.Actual
			out.Points++
			out.Cumulative += math.Abs(gap)
			out.Steps += math.Abs(gap - before.Expected + before.Actual)
			out.CumulativeLast = 0
			if p.Actual > 0 {
				out.CumulativeLast = gap / p.Actual
				out.CumulativeRelative += math.Abs(out.CumulativeLast)
				relative++
			}
		} else {
			start = p
		}
		before = p
	}
	if out.Points == 0 {
		return out, refuse.Param("after", fmt.Sprint(after), "a time before the last point")
	}
	out.Cumulative /= float64(out.Points)
	out.Steps /= float64(out.Points)
	out.CumulativeRelative /= float64(max(relative, 1))
	out.Increment = bias(before.Expected-start.Expected, before.Actual-start.Actual)
	return out, nil
}

// bias returns by how much more was expected than came, per one of what came; 0 if nobody came.
func bias(expected, actual float64) float64 {
	if actual == 0 {
		return 0
	}
	return (expected - actual) / actual
}

// CumulativeRepeats returns the number of repeat visits of all guests before the start of each day of ends: what [Track]
// calls actual.
//
// Arrivals on one day are one visit, the first visit from the day first on is not counted, and guests whose first visit is
// after the day last are left out, as in [SplitOf].
//
// Input: guest g has the arrivals from offsets[g] up to, but not including, offsets[g+1], earliest first; ends rise.
// Errors: a [*hotelcrm.ParamError] for wrong offsets or ends; a [*hotelcrm.RowError] for each of the first
// [hotelcrm.MaxRowErrors] guests with a wrong arrival.
// Cost: O(arrivals · log ends).
func CumulativeRepeats(offsets []int, arrivals []hotelcrm.Date, watch Watch, ends []hotelcrm.Date) ([]float64, error) {
	if err := errors.Join(watch.Validate(), checkOffsets(offsets, len(arrivals))); err != nil {
		return nil, err
	}
	for i := 1; i < len(ends); i++ {
		if ends[i] <= ends[i-1] {
			return nil, refuse.Param("ends["+strconv.Itoa(i)+"]", ends[i].String(), "a day after the one before")
		}
	}
	var errs []error
	out := make([]float64, len(ends))
	for g := range len(offsets) - 1 {
		visits := arrivals[offsets[g]:offsets[g+1]]
		if err := checkOrder(visits, offsets[g]); err != nil {
			if errs = append(errs, err); len(errs) == hotelcrm.MaxRowErrors {
				break
			}
		}
		countRepeats(visits, watch, ends, out)
	}
	for i := 1; i < len(out); i++ {
		out[i] += out[i-1]
	}
	return out, errors.Join(errs...)
}

// countRepeats adds each repeat visit of a guest to the first end after it.
func countRepeats(visits []hotelcrm.Date, watch Watch, ends []hotelcrm.Date, out []float64) {
	var last hotelcrm.Date
	for _, day := range visits {
		if day < watch.First || day == last {
			continue
		}
		if last == 0 && day > watch.Last {
			return
		}
		if last != 0 {
			if i := firstAfter(ends, day); i < len(ends) {
				out[i]++
			}
		}
		last = day
	}
}

// firstAfter returns the index of the first end after a day.
func firstAfter(ends []hotelcrm.Date, day hotelcrm.Date) int {
	i, found := slices.BinarySearch(ends, day)
	if found {
		i++
	}
	return i
}

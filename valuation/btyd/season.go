package btyd

import (
	"fmt"
	"math"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/valuation"
)

// Season says how the visits of all guests spread over the year, so that silence can be read by what was to be expected:
// at a beach hotel a November without a visit says little.
//
// Its assumption: a guest's rate of visits is their own constant times the weight of the month, and the weights are the
// same for all guests who are read with it. Time then runs fast in high season and stands still while the hotel is
// closed, and in that time the models hold as they are. The chance to leave runs with it. Guests who differ in their
// season (skiers and bathers) need one Season for each kind.
//
// It is an adjustment: figures in season time are not those of calendar time. The zero Season is refused.
type Season struct {
	// Weights of January to December, 0 or more. A common year has 365 days of season time: the weights times the days of
	// the months sum to 365.
	Weights [12]float64 `json:"weights"`
}

var monthDays = [12]int{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31}

// NewSeason returns the season of weights in any scale, such as counts of arrivals per day of each month.
//
// Errors: a [*hotelcrm.ParamError] for a weight below 0 or not finite, and if all are 0.
func NewSeason(weights [12]float64) (Season, error) {
	var sum float64
	for month, w := range weights {
		if !(w >= 0 && w <= maxTime) {
			return Season{}, refuse.Param(fmt.Sprintf("weights[%d]", month), fmt.Sprint(w), "0 to 1e9")
		}
		sum += w * float64(monthDays[month])
	}
	if !(sum > 0) {
		return Season{}, refuse.Param("weights", "all 0", "one month above 0")
	}
	for month := range weights {
		weights[month] *= 365 / sum
	}
	return Season{Weights: weights}, nil
}

// SeasonOf returns the season of arrivals: of each month the arrivals per day.
//
// It takes for granted that the house was equally known all the time; take whole years, or a house that grows looks as if
// the later months were its season.
//
// Input: the arrivals from the day from to the day to, at least a year; others are left out.
// Errors: a [*hotelcrm.ParamError] for less than 365 days or no arrival.
func SeasonOf(arrivals []hotelcrm.Date, from, to hotelcrm.Date) (Season, error) {
	if from < hotelcrm.MinDate || to > hotelcrm.MaxDate || to.DaysSince(from) < 364 {
		return Season{}, refuse.Param("to", to.String(), "a year or more after "+from.String())
	}
	var counts, days [12]float64
	for day := from; day <= to; day++ {
		days[monthOf(day)]++
	}
	for _, day := range arrivals {
		if day >= from && day <= to {
			counts[monthOf(day)]++
		}
	}
	for month := range counts {
		counts[month] /= days[month]
	}
	return NewSeason(counts)
}

func monthOf(day hotelcrm.Date) int {
	_, month, _ := day.Civil()
	return int(month) - 1
}

// Validate returns a [*hotelcrm.ParamError] unless the weights are 0 or more and make a year of 365 days, else nil.
func (s Season) Validate() error {
	sum := 0.0
	for month, w := range s.Weights {
		if !(w >= 0) {
			return refuse.Param(fmt.Sprintf("Season.Weights[%d]", month), fmt.Sprint(w), "0 or more")
		}
		sum += w * float64(monthDays[month])
	}
	if !(math.Abs(sum-365) < 1e-6) {
		return refuse.Param("Season.Weights", fmt.Sprint(sum), "365 days of season time; see NewSeason")
	}
	return nil
}

// Between returns the season time from one day to a later one, in the unit: the sum of the weights of the days from the
// first up to, but not including, the second. It is negative for an earlier second day.
//
// A year of equal weights gives calendar time.
//
// Input: a valid season and days of the calendar.
// Cost: O(months), no allocation.
func (s Season) Between(from, to hotelcrm.Date, unit valuation.Period) float64 {
	if to < from {
		return -s.Between(to, from, unit)
	}
	var days float64
	for at := from; at < to; {
		next := min(at.MonthEnd()+1, to)
		days += float64(s.Weights[monthOf(at)] * float64(next.DaysSince(at)))
		at = next
	}
	return days / DaysPer(unit)
}

// Split returns the histories of a [Split] of [SplitOf] with times in the season.
//
// A guest whose later visits are all in time that stands still, so that Tx would be 0, is refused: the weights then
// contradict the visits.
//
// Input: offsets and arrivals are those that the split was made of.
// Errors: a [*hotelcrm.ParamError] for an invalid season, or offsets that are not those of the split; a
// [*hotelcrm.RowError] for the first guest whose history contradicts the season.
// Cost: O(arrivals + guests·months).
func (s Season) Split(split *Split, offsets []int, arrivals []hotelcrm.Date) (*Split, error) {
	if err := s.Validate(); err != nil {
		return nil, err
	}
	if split == nil {
		return nil, errNone("split")
	}
	if err := checkOffsets(offsets, len(arrivals)); err != nil {
		return nil, err
	}
	out := *split
	out.Histories = make([]History, len(split.Histories))
	if split.Watch.End != 0 {
		out.HeldOut = s.Between(split.Watch.Last, split.Watch.End, split.Unit)
	}
	for i, g := range split.Guests {
		if g >= len(offsets)-1 {
			return nil, refuse.Param("offsets", plural.Of(len(offsets), "entry", "entries"), "those of the split")
		}
		h := s.history(split, arrivals[offsets[g]:offsets[g+1]])
		h.X = split.Histories[i].X
		if !h.valid() {
			return nil, &hotelcrm.RowError{Row: g + 1, Field: "arrival", Value: fmt.Sprintf("tx %v", h.Tx), Err: fmt.Errorf("want visits in months with a weight")}
		}
		out.Histories[i] = h
	}
	return &out, nil
}

// history returns Tx and T of a guest in the season.
func (s Season) history(split *Split, visits []hotelcrm.Date) History {
	var birth, last hotelcrm.Date
	for _, day := range visits {
		if day < split.Watch.First || day > split.Watch.Last {
			continue
		}
		if birth == 0 {
			birth = day
		}
		last = day
	}
	tx := s.Between(birth, last, split.Unit)
	return History{Tx: tx, T: tx + s.Between(last, split.Watch.Last, split.Unit)}
}

package lifecycle

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/badrows"
	"github.com/hotelcrm/hotelcrm/internal/exact"
	"github.com/hotelcrm/hotelcrm/internal/plural"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
	"github.com/hotelcrm/hotelcrm/internal/share"
	"github.com/shopspring/decimal"
)

// Rules say where the stages of a guest's life with the hotel begin and end. The zero Rules are the default.
//
// A guest's rhythm is the median of the days between arrivals, at least MinGap. It takes three visits to have one; until
// then DefaultGap stands in, whatever MinGap. Arrivals on one date are one visit. A guest's silence is the number of days
// since the last arrival, 0 in the house, up to and including the day of departure.
//
// The first rule that holds decides:
//
//	prospect  no visit
//	lapsed    silence > Lapsed · rhythm
//	at risk   silence > AtRisk · rhythm
//	won back  one of the last WonBackVisits arrivals found the guest lapsed on the day before
//	loyal     visits >= LoyalVisits
//	growing   visits >= 2
//	new       one visit
//
// A silence of exactly the product is not at risk, or not lapsed, yet. Whether a guest had lapsed before an arrival is
// told by the visits before that arrival alone, so later visits do not rewrite the past. For the same reason the median
// is found again with every visit: one long absence hardly moves it.
type Rules struct {
	DefaultGap    int             `json:"defaultGap,omitempty"`    // days, 1 to 36,500; 0: 180
	MinGap        int             `json:"minGap,omitempty"`        // days, 1 to 36,500; 0: 30
	AtRisk        decimal.Decimal `json:"atRisk"`                  // times the rhythm, 0.001 to Lapsed with 3 decimal places; 0: 1.5
	Lapsed        decimal.Decimal `json:"lapsed"`                  // times the rhythm, AtRisk to 1000 with 3 decimal places; 0: 3
	LoyalVisits   int             `json:"loyalVisits,omitempty"`   // 2 or more; 0: 5, the hotel's frequent guest
	WonBackVisits int             `json:"wonBackVisits,omitempty"` // how many visits a guest counts as won back, 1 to 100; 0: 1
	Workers       int             `json:"-"`                       // goroutines, 0: 1; they never change a result
}

const (
	ownRhythmVisits = 3
	maxGap          = 36_500
)

// Validate returns a [*hotelcrm.ParamError] for the first field out of range, else nil.
func (r Rules) Validate() error {
	r = r.resolved()
	integers := []struct {
		param            string
		value, low, high int
	}{
		{"Rules.DefaultGap", r.DefaultGap, 1, maxGap},
		{"Rules.MinGap", r.MinGap, 1, maxGap},
		{"Rules.LoyalVisits", r.LoyalVisits, 2, 1_000_000},
		{"Rules.WonBackVisits", r.WonBackVisits, 1, 100},
		{"Rules.Workers", r.Workers, 0, share.Most},
	}
	for _, field := range integers {
		if field.value < field.low || field.value > field.high {
			return refuse.Param(field.param, fmt.Sprint(field.value), fmt.Sprintf("%d to %d", field.low, field.high))
		}
	}
	atRisk, ok := hotelcrm.ToMinor(r.AtRisk, factorPlaces)
	if !ok || atRisk < 1 {
		return refuse.Param("Rules.AtRisk", exact.Text(r.AtRisk), "0.001 to Rules.Lapsed, at most 3 decimal places")
	}
	lapsed, ok := hotelcrm.ToMinor(r.Lapsed, factorPlaces)
	if !ok || lapsed < atRisk || lapsed > 1000*factorUnit {
		return refuse.Param("Rules.Lapsed", exact.Text(r.Lapsed), "Rules.AtRisk to 1000, at most 3 decimal places")
	}
	return nil
}

func (r Rules) resolved() Rules {
	for _, field := range []struct {
		value     *int
		otherwise int
	}{{&r.DefaultGap, 180}, {&r.MinGap, 30}, {&r.LoyalVisits, 5}, {&r.WonBackVisits, 1}} {
		if *field.value == 0 {
			*field.value = field.otherwise
		}
	}
	if r.AtRisk.IsZero() {
		r.AtRisk = decimal.New(15, -1)
	}
	if r.Lapsed.IsZero() {
		r.Lapsed = decimal.NewFromInt(3)
	}
	return r
}

// Standing is the stage of one guest on one day, and what it follows from.
type Standing struct {
	Stage      Stage         `json:"stage"`
	Visits     int           `json:"visits"`
	Last       hotelcrm.Date `json:"last,omitzero"`       // the last arrival
	Rhythm     float64       `json:"rhythm"`              // days from one arrival to the next, exact to half a day
	OwnRhythm  bool          `json:"ownRhythm"`           // found from the guest's own visits, else the default
	AtRiskFrom hotelcrm.Date `json:"atRiskFrom,omitzero"` // the first day at risk if the guest does not come again; zero: after the year 9999
	LapsedFrom hotelcrm.Date `json:"lapsedFrom,omitzero"` // the first day lapsed
	Returned   hotelcrm.Date `json:"returned,omitzero"`   // the arrival that won the guest back, if it is among the last WonBackVisits
}

// Standing returns the stage of one guest on a day, with the dates on which it will change if the guest does not come
// again.
//
// Input: arrivals earliest first, departures of the same visits, or nil if every guest counts as gone the day after the
// arrival; both in any number. Visits that begin after asOf are not looked at.
// Errors: a [*hotelcrm.ParamError] for rules out of range, columns of different lengths or an asOf that is no day; a
// [*hotelcrm.RowError] for each of the first [hotelcrm.MaxRowErrors] dates that are no day, arrivals out of order and
// departures before the arrival.
// Cost: O(n log n) for n visits, and a check of the rules; [Rules.StandingAll] checks them once for all guests.
func (r Rules) Standing(arrivals, departures []hotelcrm.Date, asOf hotelcrm.Date) (Standing, error) {
	departures, err := r.check(arrivals, departures, asOf)
	if err != nil {
		return Standing{}, err
	}
	var h history
	return h.standing(r.clock(), arrivals, departures, asOf), nil
}

// OnArrival returns the stage of a guest who stands at the desk today: after one more arrival, so that whoever had
// lapsed is won back. A guest in the house, up to and including the day of departure, does not arrive once more; one
// day has one visit.
//
// Input, Errors and Cost: as for [Rules.Standing].
func (r Rules) OnArrival(arrivals, departures []hotelcrm.Date, today hotelcrm.Date) (Standing, error) {
	departures, err := r.check(arrivals, departures, today)
	if err != nil {
		return Standing{}, err
	}
	var h, next history
	h.read(arrivals, departures, today)
	if n := len(h.left); n == 0 || h.left[n-1] < today {
		h.arrivals, h.left = append(h.arrivals, today), append(h.left, today)
	}
	return next.standing(r.clock(), h.arrivals, h.left, today), nil
}

// check returns the departures, those of nil included, or what is wrong with them, the rules or the rest.
func (r Rules) check(arrivals, departures []hotelcrm.Date, asOf hotelcrm.Date) ([]hotelcrm.Date, error) {
	if err := r.Validate(); err != nil {
		return nil, err
	}
	if err := checkDay(asOf); err != nil {
		return nil, err
	}
	if departures == nil {
		departures = arrivals
	}
	return departures, checkStays(arrivals, departures)
}

func checkDay(asOf hotelcrm.Date) error {
	if asOf < hotelcrm.MinDate || asOf > hotelcrm.MaxDate {
		return refuse.Param("asOf", asOf.String(), "a day of the calendar")
	}
	return nil
}

func checkStays(arrivals, departures []hotelcrm.Date) error {
	if len(departures) != len(arrivals) {
		return refuse.Param("departures", plural.Of(len(departures), "date", "dates"), "nil or one for each of "+plural.Of(len(arrivals), "arrival", "arrivals"))
	}
	var bad badrows.List
	for i, day := range arrivals {
		field, value, allowed := "arrival", day, ""
		switch {
		case day < hotelcrm.MinDate || day > hotelcrm.MaxDate:
			allowed = "a day of the calendar"
		case i > 0 && day < arrivals[i-1]:
			allowed = "arrivals earliest first"
		case departures[i] < day || departures[i] > hotelcrm.MaxDate:
			field, value, allowed = "departure", departures[i], "the day of arrival or later"
		}
		if allowed != "" && !bad.Add(i+1, field, value, allowed) {
			break
		}
	}
	return bad.Join()
}

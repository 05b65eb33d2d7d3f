package rfm

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
)

// Score is a guest's score on each axis: 1 is worst, the number of bins is best.
type Score struct {
	R uint8 `json:"r"`
	F uint8 `json:"f"`
	M uint8 `json:"m"`

	// 0 where the thresholds have no such axis; 1 also for guests whose value is not known.
	L uint8 `json:"l,omitempty"` // length
	P uint8 `json:"p,omitempty"` // periodicity
}

// String returns the digits of recency, frequency and monetary, such as "545"; with a score of 10 they are set apart, as
// in "10-4-5". Length and periodicity are not in it, as no segment depends on them.
func (s Score) String() string {
	if s.R > 9 || s.F > 9 || s.M > 9 {
		return fmt.Sprintf("%d-%d-%d", s.R, s.F, s.M)
	}
	return fmt.Sprintf("%d%d%d", s.R, s.F, s.M)
}

// Scorer gives guests their scores by fixed thresholds. It is immutable and safe for concurrent use.
type Scorer struct {
	thresholds Thresholds
	scale      int // of the currency
	places     int // of the monetary integers
	recency    axisScorer
	frequency  axisScorer
	monetary   axisScorer

	length, periodicity       axisScorer
	hasLength, hasPeriodicity bool
}

// NewScorer returns the scorer of the thresholds.
//
// Errors: a [*hotelcrm.ParamError], see [Thresholds.Validate].
func NewScorer(t Thresholds) (*Scorer, error) {
	if err := t.Validate(); err != nil {
		return nil, err
	}
	t = t.clone()
	scale, err := hotelcrm.MinorUnits(t.Currency)
	if err != nil {
		return nil, err
	}
	places := monetaryScale(t.MonetaryOf, scale)
	return &Scorer{
		thresholds: t, scale: scale, places: places,
		recency: compile(t.Recency, 0), frequency: compile(t.Frequency, 0), monetary: compile(t.Monetary, places),
		length: compile(t.Length, 0), periodicity: compile(t.Periodicity, rhythmPlaces),
		hasLength: t.Length.used(), hasPeriodicity: t.Periodicity.used(),
	}, nil
}

// Thresholds returns a copy of the scorer's thresholds.
func (s *Scorer) Thresholds() Thresholds { return s.thresholds.clone() }

// Score returns the score of one guest as of the analysis date.
//
// Input: only Guest (for the method ntile), Last, Revenue, Visits and, where the thresholds are of nights, Nights or
// RoomNights are read, First for length, and First, LastArrival and GapSquares for periodicity; a last day after asOf
// counts as asOf. The revenue must be in the currency of the thresholds, and all within the limits of
// [hotelcrm.Summary.Validate].
// Cost: no allocation where the revenue has no more decimal places than the currency.
func (s *Scorer) Score(asOf hotelcrm.Date, guest hotelcrm.Summary) (out Score) {
	// Field by field: a literal of five bytes is copied as a whole, which waits for the bytes just written.
	out.R = s.recency.score(int64(max(0, asOf.DaysSince(guest.Last))), guest.Guest)
	out.F = s.frequency.score(s.thresholds.FrequencyOf.count(&guest), guest.Guest)
	out.M = s.monetaryScore(&guest)
	if s.hasLength {
		out.L = s.length.scoreKnown(lengthOf(guest.First, min(guest.Last, asOf)), guest.Guest)
	}
	if s.hasPeriodicity {
		out.P = s.periodicity.scoreKnown(periodicityOf(guest.First, guest.LastArrival, guest.Visits, guest.GapSquares), guest.Guest)
	}
	return out
}

func (s *Scorer) monetaryScore(guest *hotelcrm.Summary) uint8 {
	minor, ok := hotelcrm.ToMinor(guest.Revenue, s.scale)
	value := guest.Revenue
	if s.places != s.scale {
		n := s.thresholds.MonetaryOf.divisor(guest.Visits, guest.Nights)
		if ok {
			minor, ok = perMinor(minor, s.scale, n, s.places)
		}
		if !ok {
			value = perDecimal(value, n, int32(s.places))
			minor, ok = hotelcrm.ToMinor(value, s.places)
		}
	}
	if ok {
		return s.monetary.score(minor, guest.Guest)
	}
	return s.monetary.scoreExact(value, guest.Guest)
}

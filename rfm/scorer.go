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
}

// String returns the three digits, such as "545"; with a score of 10 they are set apart, as in "10-4-5".
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
	}, nil
}

// Thresholds returns a copy of the scorer's thresholds.
func (s *Scorer) Thresholds() Thresholds { return s.thresholds.clone() }

// Score returns the score of one guest as of the analysis date.
//
// Input: only Guest (for the method ntile), Last, Revenue, Visits and, where the thresholds are of nights, Nights or
// RoomNights are read; a last day after asOf counts as asOf. The revenue must be in the currency of the thresholds and
// within the limits of [hotelcrm.Summary.Validate].
// Cost: no allocation where the revenue has no more decimal places than the currency.
func (s *Scorer) Score(asOf hotelcrm.Date, guest hotelcrm.Summary) Score {
	return Score{
		R: s.recency.score(int64(max(0, asOf.DaysSince(guest.Last))), guest.Guest),
		F: s.frequency.score(s.thresholds.FrequencyOf.count(&guest), guest.Guest),
		M: s.monetaryScore(&guest),
	}
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

package rfm

import (
	"math/big"
	"slices"
	"strings"

	"github.com/hotelcrm/hotelcrm"
	"github.com/shopspring/decimal"
)

// Explanation says why a guest has a score: on each axis the guest's value, and which values have that score.
type Explanation struct {
	Guest string       `json:"guest"`
	Score Score        `json:"score"`
	Axes  []AxisReason `json:"axes"` // recency, frequency, monetary; then length and periodicity where the thresholds have them

	// FallsOn is the first day on which the recency score is lower, and FallsTo that score, if the guest does not come
	// again and the thresholds stay. Zero: the score is the lowest there is, or falls after the year 9999.
	FallsOn hotelcrm.Date `json:"fallsOn,omitzero"`
	FallsTo int           `json:"fallsTo,omitempty"`

	// Segment is the guest's segment with its rule, the ranges R, F and M, which hold the scores. Only
	// [Segmentation.Explain] fills it in.
	Segment *Segment `json:"segment,omitempty"`
	Rest    bool     `json:"rest,omitempty"` // the segment is Rest: the ranges of no segment held the scores
}

// AxisReason is a guest's score on one axis, and the values that would have it.
//
// The ends are those for this very guest: with the method ntile a value equal to a cut may be on either side of it,
// which the guest id decides. They have as many decimal places as the values of the axis: none for days, visits and
// nights, those of the currency for money (6 more per visit or night) or as many as the value has, 6 for periodicity.
type AxisReason struct {
	Axis  string           `json:"axis"`  // recency, frequency, monetary, length or periodicity
	Value *decimal.Decimal `json:"value"` // nil: not known, which has the lowest score
	Score int              `json:"score"`
	Best  int              `json:"best"` // the highest score there can be
	Bin   int              `json:"bin"`  // the place of the score in [Axis.Scores]; -1 where the value is not known
	Low   *decimal.Decimal `json:"low"`  // the least value with the score; nil: there is none, as in the bin of the lowest values
	High  *decimal.Decimal `json:"high"` // the largest value with the score; nil: there is none
}

// Explain returns why one guest has the score of [Scorer.Score].
//
// Input: as for [Scorer.Score].
// Cost: a few microseconds.
func (s *Scorer) Explain(asOf hotelcrm.Date, guest hotelcrm.Summary) Explanation {
	return s.thresholds.explain(asOf, &guest, s.Score(asOf, guest))
}

// Explain returns why guest number i of the summaries has the score [Scores.At] gives.
//
// Cost: a few microseconds.
func (s *Scores) Explain(i int) Explanation {
	guest := s.summaries.At(i)
	return s.thresholds.explain(s.summaries.AsOf(), &guest, s.At(i))
}

// Explain returns why guest number i of the summaries has its scores, and by them its segment.
//
// Cost: a few microseconds.
func (s *Segmentation) Explain(i int) Explanation {
	out, segment := s.scores.Explain(i), s.At(i)
	out.Segment, out.Rest = &segment, int(s.numbers[i]) == len(s.segmenter.set.Segments)
	return out
}

// explain says why a guest has a score by the thresholds, which are valid.
func (t *Thresholds) explain(asOf hotelcrm.Date, guest *hotelcrm.Summary, score Score) Explanation {
	out := Explanation{Guest: guest.Guest, Score: score}
	values, scores := t.valuesOf(asOf, guest), [5]uint8{score.R, score.F, score.M, score.L, score.P}
	for k, axis := range t.axes() {
		if axis.used() {
			out.Axes = append(out.Axes, axis.reason(axisNames[k], values[k], int(scores[k]), guest.Guest))
		}
	}
	recency := out.Axes[0]
	if recency.High == nil || recency.High.GreaterThanOrEqual(decimal.NewFromInt(int64(hotelcrm.MaxDate-hotelcrm.MinDate))) {
		return out
	}
	next := recency.High.Add(decimal.New(1, 0)) // it may lie beyond a bin that no whole number is in
	if on := guest.Last.AddDays(int(next.IntPart())); on <= hotelcrm.MaxDate {
		s := compile(t.Recency, 0)
		out.FallsOn, out.FallsTo = on, int(s.scoreExact(next, guest.Guest))
	}
	return out
}

// valuesOf returns the guest's value on each axis, nil where it is not known. Exponents are minus the decimal places that
// the values of the axis have.
func (t *Thresholds) valuesOf(asOf hotelcrm.Date, guest *hotelcrm.Summary) [5]*decimal.Decimal {
	scale, _ := hotelcrm.MinorUnits(t.Currency) // cannot fail: they are valid
	money, places := guest.Revenue, monetaryScale(t.MonetaryOf, scale)
	if places != scale {
		money = perDecimal(money, t.MonetaryOf.divisor(guest.Visits, guest.Nights), int32(places))
	}
	money = money.Sub(decimal.New(0, -int32(places))) // at least so many places
	whole := func(v int64, places int) *decimal.Decimal {
		if v == unknown {
			return nil
		}
		return new(hotelcrm.FromMinor(v, places))
	}
	return [5]*decimal.Decimal{
		whole(int64(max(0, asOf.DaysSince(guest.Last))), 0), whole(t.FrequencyOf.count(guest), 0), &money,
		whole(lengthOf(guest.First, min(guest.Last, asOf)), 0),
		whole(periodicityOf(guest.First, guest.LastArrival, guest.Visits, guest.GapSquares), rhythmPlaces),
	}
}

// reason says which values of the axis have the score of a guest.
func (a *Axis) reason(name string, value *decimal.Decimal, score int, guest string) AxisReason {
	out := AxisReason{Axis: strings.ToLower(name), Value: value, Score: score, Best: a.Bins, Bin: -1}
	if value == nil {
		return out
	}
	out.Bin = slices.Index(a.Scores, score)
	places := max(0, -value.Exponent())
	if out.Bin > 0 {
		out.Low = new(a.largestBelow(out.Bin-1, places, guest).Add(decimal.New(1, -places)))
	}
	if out.Bin < len(a.Cuts) {
		out.High = new(a.largestBelow(out.Bin, places, guest))
	}
	return out
}

// largestBelow returns the largest value of so many decimal places that lies below cut number i for a guest.
func (a *Axis) largestBelow(i int, places int32, guest string) decimal.Decimal {
	shifted := a.Cuts[i].Shift(places)
	floor := shifted.Floor()
	s := axisScorer{axis: *a}
	above := a.CutsGoUp || a.Method == NTile && !s.below(i, guest) // the value of the cut is
	n := floor.BigInt()
	if above && floor.Equal(shifted) {
		n.Sub(n, big.NewInt(1))
	}
	return decimal.NewFromBigInt(n, -places)
}

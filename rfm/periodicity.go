package rfm

import (
	"math"
	"math/bits"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// WarnNoRhythm: guests with fewer than three visits, or whose last arrival is not known. They have the lowest score of
// periodicity and did not move its cuts.
const WarnNoRhythm hotelcrm.WarningCode = "no-rhythm"

// rhythmPlaces is the number of decimal places of a periodicity in days.
const rhythmPlaces = 6

// periodicityColumn returns the periodicity of each guest.
func periodicityColumn(s *hotelcrm.Summaries) (column, error) {
	c := column{guests: s.Guests(), wide: make([]int64, s.Len()), scale: rhythmPlaces}
	lastArrival := s.LastArrival()
	if lastArrival == nil && s.Len() > 0 {
		const allowed = "summaries that know the last arrival: of a register of the form AllVisits, or with LastArrival and GapSquares filled in"
		return c, refuse.Param("Config.Periodicity", "asked for", allowed)
	}
	first, visits, squares := s.First(), s.Visits(), s.GapSquares()
	for i, last := range lastArrival {
		c.wide[i] = periodicityOf(first[i], last, int(visits[i]), squares[i])
	}
	return c, nil
}

// periodicityOf returns the standard deviation of the days between successive arrivals in millionths of a day, rounded
// half to even; unknown for fewer than two gaps, or without the arrivals.
//
// With g gaps that add up to S and their squares to Q it is √(g·Q - S²)/g, by integers: twice it is rounded down to
// whole millionths, which tells the half from what lies beside it.
//
// Input: the limits of [hotelcrm.Summary.Validate] keep g·Q below 2⁶⁴; beyond them the result is one of the ends.
func periodicityOf(first, lastArrival hotelcrm.Date, visits int, squares int64) int64 {
	if visits < 3 || first == 0 || lastArrival == 0 {
		return unknown
	}
	gaps := uint64(min(visits, math.MaxInt32)) - 1
	days := int64(lastArrival) - int64(first)
	high, low := bits.Mul64(gaps, uint64(max(0, squares)))
	spread, borrow := bits.Sub64(low, uint64(days*days), 0)
	switch {
	case high > borrow:
		return math.MaxInt64
	case high < borrow:
		return 0
	}
	square := gaps * gaps
	high, low = bits.Mul64(spread, 4_000_000_000_000) // half millionths, squared
	whole := high / square
	part, rest := bits.Div64(high%square, low, square)
	twice := root128(whole, part)
	high, low = bits.Mul64(twice, twice)
	if half := rest == 0 && high == whole && low == part; half && twice%4 == 1 {
		return int64(twice / 2)
	}
	return int64((twice + 1) / 2)
}

// root128 returns the square root of high·2⁶⁴ + low, rounded down. The result must lie below 2⁵³, so that the float is
// at most a few units off.
func root128(high, low uint64) uint64 {
	root := uint64(math.Sqrt(float64(high)*(1<<64) + float64(low)))
	for squareAbove(root, high, low) {
		root--
	}
	for !squareAbove(root+1, high, low) {
		root++
	}
	return root
}

func squareAbove(root, high, low uint64) bool {
	h, l := bits.Mul64(root, root)
	return h > high || h == high && l > low
}

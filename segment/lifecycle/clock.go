package lifecycle

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Factors are held in thousandths and rhythms in half days, so that no comparison is rounded.
const (
	factorPlaces = 3
	factorUnit   = 1000
)

// clock is a valid Rules in integers.
type clock struct {
	defaultGap, minGap int64 // half days
	atRisk, lapsed     int64 // thousandths
	loyal, wonBack     int
}

func (r Rules) clock() clock {
	r = r.resolved()
	atRisk, _ := hotelcrm.ToMinor(r.AtRisk, factorPlaces) // valid, so it fits
	lapsed, _ := hotelcrm.ToMinor(r.Lapsed, factorPlaces)
	return clock{
		defaultGap: 2 * int64(r.DefaultGap), minGap: 2 * int64(r.MinGap),
		atRisk: atRisk, lapsed: lapsed, loyal: r.LoyalVisits, wonBack: r.WonBackVisits,
	}
}

// history is one guest's visits up to a day, in memory that the next guest uses again.
type history struct {
	arrivals []hotelcrm.Date // one a date
	left     []hotelcrm.Date // the latest departure of the visits up to this one
	gaps     []int32
}

// read takes the visits that began by asOf.
func (h *history) read(arrivals, departures []hotelcrm.Date, asOf hotelcrm.Date) {
	h.arrivals, h.left = h.arrivals[:0], h.left[:0]
	for i, day := range arrivals {
		last := len(h.arrivals) - 1
		switch {
		case day > asOf:
			return
		case last < 0:
			h.arrivals, h.left = append(h.arrivals, day), append(h.left, departures[i])
		case day == h.arrivals[last]:
			h.left[last] = max(h.left[last], departures[i])
		default:
			h.arrivals, h.left = append(h.arrivals, day), append(h.left, max(h.left[last], departures[i]))
		}
	}
}

// rhythm returns the rhythm of the first n visits in half days, and whether it is the guest's own.
func (h *history) rhythm(c clock, n int) (int64, bool) {
	if n < ownRhythmVisits {
		return c.defaultGap, false
	}
	h.gaps = h.gaps[:0]
	for i := 1; i < n; i++ {
		h.gaps = append(h.gaps, int32(h.arrivals[i].DaysSince(h.arrivals[i-1])))
	}
	slices.Sort(h.gaps)
	middle := len(h.gaps) / 2
	twice := 2 * int64(h.gaps[middle])
	if len(h.gaps)%2 == 0 {
		twice = int64(h.gaps[middle-1]) + int64(h.gaps[middle])
	}
	return max(twice, c.minGap), true
}

// after returns the first day on which the silence of a guest with n visits exceeds factor times the rhythm, as a
// number that may lie beyond the calendar.
func (h *history) after(n int, rhythm, factor int64) int64 {
	silent := int64(h.arrivals[n-1]) + rhythm*factor/(2*factorUnit) + 1
	return max(silent, int64(h.left[n-1])+1)
}

// returned returns the latest arrival, of those that still count, before which the guest had lapsed.
func (h *history) returned(c clock) hotelcrm.Date {
	n := len(h.arrivals)
	for visit := n - 1; visit >= max(1, n-c.wonBack); visit-- {
		rhythm, _ := h.rhythm(c, visit)
		if h.after(visit, rhythm, c.lapsed) < int64(h.arrivals[visit]) {
			return h.arrivals[visit]
		}
	}
	return 0
}

func (h *history) standing(c clock, arrivals, departures []hotelcrm.Date, asOf hotelcrm.Date) Standing {
	h.read(arrivals, departures, asOf)
	n := len(h.arrivals)
	if n == 0 {
		return Standing{Stage: Prospect, Rhythm: float64(c.defaultGap) / 2}
	}
	rhythm, own := h.rhythm(c, n)
	atRisk, lapsed := h.after(n, rhythm, c.atRisk), h.after(n, rhythm, c.lapsed)
	out := Standing{
		Visits: n, Last: h.arrivals[n-1], Rhythm: float64(rhythm) / 2, OwnRhythm: own,
		AtRiskFrom: onCalendar(atRisk), LapsedFrom: onCalendar(lapsed), Returned: h.returned(c),
	}
	switch {
	case int64(asOf) >= lapsed:
		out.Stage = Lapsed
	case int64(asOf) >= atRisk:
		out.Stage = AtRisk
	case out.Returned != 0:
		out.Stage = WonBack
	case n >= c.loyal:
		out.Stage = Loyal
	case n >= 2:
		out.Stage = Growing
	default:
		out.Stage = NewGuest
	}
	return out
}

func onCalendar(day int64) hotelcrm.Date {
	if day > int64(hotelcrm.MaxDate) {
		return 0
	}
	return hotelcrm.Date(day)
}

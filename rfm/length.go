package rfm

import "github.com/hotelcrm/hotelcrm"

// unknown is the integer of a guest whose value on an axis is not known: no length and no periodicity is below 0.
const unknown = -1

// WarnNoLength: guests whose first arrival is not known. They have the lowest score of length and did not move its cuts.
const WarnNoLength hotelcrm.WarningCode = "no-length"

// lengthOf returns the days from the first arrival to the last day in the house, unknown without a first arrival.
func lengthOf(first, last hotelcrm.Date) int64 {
	if first == 0 {
		return unknown
	}
	return int64(max(0, last.DaysSince(first)))
}

func lengthColumn(s *hotelcrm.Summaries) column {
	c := column{guests: s.Guests(), wide: make([]int64, s.Len())}
	last := s.Last()
	for i, first := range s.First() {
		c.wide[i] = lengthOf(first, last[i])
	}
	return c
}

// known returns the guests of a wide column whose value is known, and their values.
func (c column) known() column {
	missing := 0
	for _, v := range c.wide {
		if v == unknown {
			missing++
		}
	}
	if missing == 0 {
		return c
	}
	n := c.len() - missing
	out := column{guests: make([]string, 0, n), wide: make([]int64, 0, n), scale: c.scale}
	for i, v := range c.wide {
		if v != unknown {
			out.guests, out.wide = append(out.guests, c.guests[i]), append(out.wide, v)
		}
	}
	return out
}

// fitKnown fits an axis to the guests whose value is known.
func fitKnown(c column, cut Cut, lowIsBest bool) Axis {
	known := c.known()
	axis := fitAxis(&known, cut, lowIsBest)
	axis.Missing = c.len() - known.len()
	return axis
}

// scoreKnown returns the score of a value, the lowest one if it is unknown.
func (s *axisScorer) scoreKnown(v int64, guest string) uint8 {
	if v == unknown {
		return 1
	}
	return s.score(v, guest)
}

// scoreKnownColumn returns the scores of all values, the lowest one for those unknown, and how many these are.
func (s *axisScorer) scoreKnownColumn(c column) (scores []uint8, missing int) {
	scores = s.scoreColumn(c)
	for i, v := range c.wide {
		if v == unknown {
			scores[i] = 1
			missing++
		}
	}
	return scores, missing
}

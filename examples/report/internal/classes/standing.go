package classes

import "github.com/hotelcrm/hotelcrm/segment/lifecycle"

// StandingOf returns the place of guest i in the life cycle.
func (c *Result) StandingOf(i int) *lifecycle.Standing {
	v := c.from.Data.Visits
	if v == nil {
		return nil
	}
	from, to := v.Offsets[i], v.Offsets[i+1]
	standing, err := lifecycle.Rules{}.Standing(v.Arrivals[from:to], v.Departures[from:to], c.from.Data.Summaries.AsOf())
	if err != nil {
		return nil // cannot be: the visits of a register are in order
	}
	return &standing
}

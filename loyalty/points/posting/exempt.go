package posting

import (
	"cmp"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// Exempt returns the commands that keep points alive while the member holds a tier whose points do not lapse for want of
// activity, by the version of the programme in force on each day: one for each unbroken span of such days, under its first
// date, in the order of dates. Spans with no end in sight are open-ended.
//
// Input: timeline is that of [loyalty.Engine.Timeline] through the day that the commands are to reach. head has the moment
// and a reason for all of them; its id and date are not used.
// Cost: O(n log n) in entries and versions.
func (p *Poster) Exempt(timeline []loyalty.Entry, head points.Header) []points.Exempt {
	var out []points.Exempt
	open := false
	for _, one := range p.statuses(timeline) {
		exempt := p.exempts(one.Status, one.Date)
		switch {
		case exempt && !open:
			head.ID, head.Date = fmt.Sprintf("tier %s %s", one.Status, one.Date), one.Date
			out = append(out, points.Exempt{Header: head})
		case !exempt && open:
			out[len(out)-1].Until = one.Date
		}
		open = exempt
	}
	return out
}

// exempts reports whether points of a tier outlive want of activity on a date.
func (p *Poster) exempts(tier string, on hotelcrm.Date) bool {
	v, ok := p.Engine.Version(on)
	return ok && v.Expiry != nil && slices.Contains(v.Expiry.Exempt, tier)
}

// statuses returns the tier held from each date on which the tier or the version of the programme may have changed.
func (p *Poster) statuses(timeline []loyalty.Entry) []loyalty.Entry {
	if len(timeline) == 0 {
		return nil
	}
	var out []loyalty.Entry
	for i, entry := range timeline {
		if i+1 == len(timeline) || timeline[i+1].Date != entry.Date { // the last of a day tells the tier at its close
			out = append(out, loyalty.Entry{Date: entry.Date, Status: entry.Status})
		}
	}
	entries := len(out)
	for _, v := range p.Engine.Programme().Versions {
		for _, day := range []hotelcrm.Date{v.From, v.To} {
			at, known := slices.BinarySearchFunc(out[:entries], day, func(e loyalty.Entry, day hotelcrm.Date) int { return cmp.Compare(e.Date, day) })
			if !known && at > 0 {
				out = append(out, loyalty.Entry{Date: day, Status: out[at-1].Status})
			}
		}
	}
	slices.SortStableFunc(out, func(a, b loyalty.Entry) int { return cmp.Compare(a.Date, b.Date) })
	return out
}

package desk

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// lastVisits is how many visits of the past a card lists.
const lastVisits = 3

// current returns the stays for which the guest is in the house, or expected on a date.
func current(stays []hotelcrm.Stay, on hotelcrm.Date) (out []hotelcrm.Stay) {
	for _, s := range stays {
		if s.Status == hotelcrm.InHouse && s.Arrival <= on || s.Status == hotelcrm.Booked && s.Arrival == on {
			out = append(out, s)
		}
	}
	return out
}

// past lists the last visits that are over, the latest first.
func (c *Card) past(visits *hotelcrm.Visits) {
	for k := visits.Len() - 1; k >= 0 && len(c.LastVisits) < lastVisits; k-- {
		visit := visits.At(k)
		if !slices.ContainsFunc(c.Today, func(s hotelcrm.Stay) bool { return goesOn(&visit, &s) }) {
			c.LastVisits = append(c.LastVisits, visit)
		}
	}
}

// goesOn reports whether a stay in the house is part of a visit.
func goesOn(v *hotelcrm.Visit, s *hotelcrm.Stay) bool {
	return s.Status == hotelcrm.InHouse && s.Property == v.Property && v.Arrival <= s.Arrival && (s.Arrival < v.Departure || s.Arrival == v.Arrival)
}

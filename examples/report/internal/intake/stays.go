package intake

import (
	"errors"
	"strings"

	"github.com/hotelcrm/hotelcrm"
)

// StayFields are the fields of a stay that a table may have, at the indices below.
var StayFields = []string{
	"id", "version", "property", "guest", "role", "status", "use", "arrival", "departure", "booked", "rooms",
	"revenue", "food", "other", "miscellaneous", "fees", "currency",
}

const (
	stayID = iota
	stayVersion
	stayProperty
	stayGuest
	stayRole
	stayStatus
	stayUse
	stayArrival
	stayDeparture
	stayBooked
	stayRooms
	stayRevenue
	stayFood
	stayOther
	stayMiscellaneous
	stayFees
	stayCurrency
)

func readStay(c *cells) hotelcrm.Stay {
	s := hotelcrm.Stay{
		ID: c.text(stayID), Version: c.whole(stayVersion, 64), Property: c.text(stayProperty), Guest: c.text(stayGuest),
		Arrival: c.date(stayArrival), Departure: c.date(stayDeparture), Booked: c.date(stayBooked),
		Rooms: int(c.whole(stayRooms, 32)), Currency: c.text(stayCurrency),
		Revenue: hotelcrm.Revenue{
			Rooms: c.amount(stayRevenue), FoodBeverage: c.amount(stayFood), OtherOperated: c.amount(stayOther),
			Miscellaneous: c.amount(stayMiscellaneous), Fees: c.amount(stayFees),
		},
	}
	switch {
	case !c.has(stayDeparture):
		s.Departure = s.Arrival
	case !c.has(stayArrival):
		s.Arrival = s.Departure
	}
	readCodes(c, &s)
	return s
}

func readCodes(c *cells, s *hotelcrm.Stay) {
	for _, one := range []struct {
		field int
		code  interface{ UnmarshalText([]byte) error }
	}{{stayStatus, &s.Status}, {stayRole, &s.Role}, {stayUse, &s.Use}} {
		err := one.code.UnmarshalText([]byte(strings.ToLower(c.text(one.field))))
		if wrong, ok := errors.AsType[*hotelcrm.ParamError](err); ok {
			c.fail(one.field, "unknown code; want "+wrong.Allowed)
		}
	}
	if !c.has(stayStatus) {
		s.Status = hotelcrm.Departed
	}
}

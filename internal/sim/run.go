package sim

import "github.com/hotelcrm/hotelcrm"

// Hotel is a simulated hotel group: what a property system would deliver, and the truth behind it.
type Hotel struct {
	// Stays as delivered: accounts and staff first, then guest by guest in the order of Profiles. A guest's second
	// deliveries (higher versions, repeats) come after the guest's other stays. Ids count upwards in that order.
	Stays []hotelcrm.Stay
	// Profiles is the truth, a row for every guest id among the stays, and for erased guests.
	Profiles []Profile
	// Labels names who and what carries each trap.
	Labels Labels
}

// The numbers of the random streams. Guests have one each, from guestStream on.
const (
	houseStream = iota + 1
	blockStream
	staffStream
	wrongStream
	guestStream = 1000
)

// mostBlocks is above the number of group blocks in the longest window.
const mostBlocks = 1 + propertyCount*(mostDays/blockDays+1)

// run is a hotel group in the making.
type run struct {
	cfg       Config
	ids       scribe
	calendars [propertyCount]calendar
	blocks    [propertyCount][]string
	companies [companies]string
	stays     int // the last stay id
	later     []hotelcrm.Stay
	hotel     Hotel
}

// Run returns the hotel group of a configuration: always the same one, on every platform.
//
// Result: more guests, or wrong rows, leave the other guests' stays as they are, ids included.
// Cost: O(stays) time and memory.
func Run(cfg Config) Hotel {
	r := &run{cfg: cfg.resolved()}
	r.prepare()
	r.houseAccount()
	r.groupMasters()
	r.staff()
	for number := range r.cfg.Guests {
		r.guest(number)
	}
	if r.cfg.WrongRows > 0 {
		r.strew()
	}
	return r.hotel
}

// prepare lays out calendars, codes and room for the stays.
func (r *run) prepare() {
	for i := range properties {
		r.calendars[i] = newCalendar(&properties[i], r.cfg.From, r.cfg.To)
	}
	r.nameBlocks()
	for i := range r.companies {
		r.companies[i] = r.ids.id("C", 1+i, 3)
	}
	days := r.cfg.To.DaysSince(r.cfg.From) + 1
	r.hotel.Stays = make([]hotelcrm.Stay, 0, days*3+r.cfg.Guests*staysPerGuest)
	r.hotel.Profiles = make([]Profile, 0, days+r.cfg.Guests*11/10)
}

// staysPerGuest is a little more than four years bring; a longer window grows the slice.
const staysPerGuest = 4

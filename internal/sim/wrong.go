package sim

import "github.com/hotelcrm/hotelcrm"

const firstWrongID = 90_000_000 // stay ids from here are wrong rows

// strew spreads the wrong rows evenly among the stays. The stays themselves are left as they are, so that what remains
// after refusing the wrong rows is the hotel without them.
func (r *run) strew() {
	random := newRandom(r.cfg.Seed, wrongStream)
	right := r.hotel.Stays
	all := make([]hotelcrm.Stay, 0, len(right)+r.cfg.WrongRows)
	done := 0
	for i := range r.cfg.WrongRows {
		upTo := int(uint64(i+1) * uint64(len(right)) / uint64(r.cfg.WrongRows+1))
		all = append(all, right[done:upTo]...)
		done = upTo
		all = append(all, r.wrongRow(i, pattern(right, random.below(len(right)))))
	}
	r.hotel.Stays = append(all, right[done:]...)
}

// pattern returns the first stay from the index on, and round, that would count had it not been spoilt: so nothing but
// its label is wrong with a wrong row.
func pattern(stays []hotelcrm.Stay, from int) hotelcrm.Stay {
	for i := range stays {
		s := &stays[(from+i)%len(stays)]
		if s.Guest != "" && s.Status == hotelcrm.Departed && s.Role == hotelcrm.Primary && s.Use == hotelcrm.Paid {
			return *s
		}
	}
	return stays[from]
}

// wrongRow spoils a copy of a stay, each way in turn.
func (r *run) wrongRow(i int, s hotelcrm.Stay) hotelcrm.Stay {
	s.ID, s.Version = r.ids.id("S", firstWrongID+i, 8), 1
	trap := ReversedDates + Trap(i%4)
	switch trap {
	case ReversedDates:
		s.Departure = s.Arrival.AddDays(-1)
	case AncientDate:
		s.Arrival = hotelcrm.DateOf(1900, 1, 1)
	case DistantDate:
		s.Departure = hotelcrm.DateOf(2999, 12, 31)
	case ForeignCurrency:
		s.Currency = "USD"
	}
	r.mark(trap, s.ID)
	return s
}

package sim

import "github.com/hotelcrm/hotelcrm"

// Currency is the one currency of the group.
const Currency = "EUR"

// stay returns the stay of a visit under a new id, without status and revenue.
func (r *run) stay(p *person, v *visit) hotelcrm.Stay {
	rule := &classes[p.class]
	r.stays++
	if v.booking == "" {
		v.booking = r.ids.id("R", r.stays, 8)
	}
	s := hotelcrm.Stay{
		ID: r.ids.id("S", r.stays, 8), Version: 1, Property: properties[v.place].code, Guest: v.guest,
		Role: hotelcrm.Primary, Use: hotelcrm.Paid,
		Arrival: v.arrival, Departure: v.departure, Booked: v.booked, Rooms: 1, Currency: Currency,
		RateCode: rule.rateCode, Market: rule.market, Source: rule.source, Channel: p.channel,
		Booking: v.booking, Company: p.company, Agent: p.agent,
	}
	if v.guest == p.id {
		s.Member = p.member // the duplicate profile lacks the card, which is how it came about
	}
	if p.class == Group {
		s.Block = r.block(v.place, v.arrival)
	}
	return s
}

// add delivers a stay.
func (r *run) add(s hotelcrm.Stay) {
	if s.Guest == "" {
		r.mark(Anonymised, s.ID)
	}
	r.hotel.Stays = append(r.hotel.Stays, s)
}

// addLater delivers a stay after all other stays of the guest.
func (r *run) addLater(s hotelcrm.Stay) { r.later = append(r.later, s) }

func (r *run) deliverLater() {
	r.hotel.Stays = append(r.hotel.Stays, r.later...)
	r.later = r.later[:0]
}

const (
	tentativeShare = 120 // future visits that are tentative, per mille
	repeatShare    = 5   // departed stays delivered twice, per mille
)

// host turns a visit into stays: as its shape has it once the guest has left, else into a single one.
func (r *run) host(p *person, v *visit) {
	v.guest = r.profile(p)
	switch {
	case v.arrival > r.cfg.To:
		s := r.stay(p, v)
		s.Status = hotelcrm.Booked
		if p.random.chance(tentativeShare) {
			s.Status = hotelcrm.Tentative
		}
		r.add(s)
	case v.departure > r.cfg.To:
		s := r.stay(p, v)
		s.Status = hotelcrm.InHouse
		p.bill(v, r.cfg.To.DaysSince(v.arrival)).apply(&s) // the last night is posted when its day closes
		r.add(s)
	default:
		r.hostShape(p, v, p.shape(v))
	}
}

// depart adds one stay of a guest who has left.
func (r *run) depart(p *person, s hotelcrm.Stay, b bill) {
	s.Status = hotelcrm.Departed
	b.apply(&s)
	r.add(s)
	if p.random.chance(repeatShare) {
		r.mark(Repeat, s.ID)
		r.addLater(s)
	}
}

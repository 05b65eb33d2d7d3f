package sim

import "github.com/hotelcrm/hotelcrm"

// visit is a guest's plan to come, before it becomes one stay or several.
type visit struct {
	place     int // property
	guest     string
	arrival   hotelcrm.Date
	departure hotelcrm.Date
	booked    hotelcrm.Date
	price     int64 // cents a room and night
	booking   string
}

func (v *visit) nights() int { return v.departure.DaysSince(v.arrival) }

const (
	homeShare = 880 // visits to the home property, per mille
	longStays = 2   // visits of 20 nights or more, per mille
)

// guest lives one guest's life: visits until the guest drops out or the window ends. The first visit is anywhere in
// the window, as the season has it.
func (r *run) guest(number int) {
	p := r.newPerson(number)
	home := &r.calendars[p.home]
	arrival, ok := home.date(int64(p.random.below(home.start(r.cfg.To.AddDays(1)))))
	for place := p.home; ok; {
		v := r.plan(&p, place, arrival)
		if v.arrival > r.cfg.To && v.booked > r.cfg.To {
			break // nobody knows of it yet
		}
		r.fallenThrough(&p, v)
		r.host(&p, &v)
		if v.arrival > r.cfg.To {
			break
		}
		p.visits++
		if p.random.chance(p.dropOut) {
			p.inactive = v.departure
			break
		}
		place = p.nextPlace()
		arrival, ok = r.nextArrival(&p, place, &v)
	}
	r.deliverLater()
	r.record(&p)
}

func (p *person) nextPlace() int {
	if p.random.chance(homeShare) {
		return p.home
	}
	return (p.home + 1 + p.random.below(propertyCount-1)) % propertyCount
}

// nextArrival waits an exponential time, measured in demand from arrival to arrival, and at least until one day after
// the departure, so that two visits never adjoin.
func (r *run) nextArrival(p *person, place int, v *visit) (hotelcrm.Date, bool) {
	const daysPer4Years = 1461
	wait := int64(p.random.exponential()) * daysPer4Years / int64(4*p.rate)
	calendar := &r.calendars[place]
	arrival, ok := calendar.date(int64(calendar.noon(v.arrival)) + wait)
	arrival = max(arrival, v.departure.AddDays(1))
	return arrival, ok && calendar.covers(arrival)
}

// plan draws the length, the lead time and the price of a visit.
func (r *run) plan(p *person, place int, arrival hotelcrm.Date) visit {
	rule, hotel := &classes[p.class], &properties[place]
	nights := max(1, p.random.from(&rule.nights)*hotel.stretch/perMille/100)
	if p.random.chance(longStays) {
		nights = p.random.between(20, 80)
	}
	price := hotel.price * rule.price / perMille * p.price / perMille
	price = price * r.calendars[place].price(arrival) / perMille * p.random.between(900, 1100) / perMille
	return visit{
		place:     place,
		arrival:   arrival,
		departure: arrival.AddDays(nights),
		booked:    arrival.AddDays(-p.random.from(&rule.lead)),
		price:     int64(price),
	}
}

// Bookings that fall through, beside those that become visits.
const (
	cancelledFirst = 220 // visits preceded by a cancelled booking, per mille, and again for a second one
	noShowFirst    = 28  // visits preceded by a no-show, per mille
	cancelFees     = 120 // cancelled bookings that are charged, per mille
	noShowFees     = 500 // no-shows that are charged, per mille
)

// fallenThrough adds the bookings before a visit that came to nothing. They take no part in the visit process.
func (r *run) fallenThrough(p *person, v visit) {
	if p.class == WalkIn {
		return
	}
	for p.random.chance(cancelledFirst) {
		r.fall(p, v, hotelcrm.Cancelled)
	}
	if p.random.chance(noShowFirst) {
		r.fall(p, v, hotelcrm.NoShow)
	}
}

// fall adds a booking for some weeks before the visit, if the extract can know of it.
func (r *run) fall(p *person, v visit, status hotelcrm.Status) {
	earlier := p.random.between(1, 40)
	v.arrival, v.departure = v.arrival.AddDays(-earlier), v.departure.AddDays(-earlier)
	v.booked = v.booked.AddDays(-earlier)
	shares, trap := cancelFees, CancellationFee
	if status == hotelcrm.NoShow {
		shares, trap = noShowFees, NoShowFee
	}
	charged := p.random.chance(shares)
	if v.arrival < r.cfg.From || v.arrival > r.cfg.To {
		return
	}
	v.guest = r.profile(p)
	s := r.stay(p, &v)
	s.Status = status
	if charged {
		s.Revenue.Fees = money(v.price)
		r.mark(trap, s.ID)
	}
	r.add(s)
}

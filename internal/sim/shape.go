package sim

import "github.com/hotelcrm/hotelcrm"

// shapeShares is how often a visit that has ended has each shape, per mille. A shape is plain or a trap.
var shapeShares = [trapCount]int{
	plain:         789,
	DayUse:        30,
	TwoRooms:      20,
	Adjoining:     30,
	Sharer:        20,
	Accompanying:  30,
	Complimentary: 8,
	PointsNight:   50,
	Rebate:        15,
	Refund:        8,
}

const plain Trap = 0 // one stay, nothing odd about it

// shape draws the shape of a visit; where it does not fit the guest or the visit, the visit is plain.
func (p *person) shape(v *visit) Trap {
	shape := Trap(p.random.pick(shapeShares[:]))
	switch {
	case shape == DayUse && v.place == resort,
		shape == TwoRooms && p.class != Direct && p.class != OTA,
		shape == Adjoining && v.nights() < 2,
		(shape == Sharer || shape == Accompanying) && (p.erased || p.class == WalkIn),
		shape == PointsNight && (p.member == "" || v.guest != p.id):
		return plain
	}
	return shape
}

// hostShape adds the stays of a visit that has ended.
func (r *run) hostShape(p *person, v *visit, shape Trap) {
	switch shape {
	case DayUse:
		r.dayUse(p, v)
	case TwoRooms:
		r.twoRooms(p, v)
	case Adjoining:
		r.adjoining(p, v)
	case Sharer, Accompanying:
		r.together(p, v, shape)
	case Complimentary, PointsNight:
		r.free(p, v, shape)
	case Rebate, Refund:
		r.giveBack(p, v, shape)
	default:
		r.depart(p, r.stay(p, v), p.bill(v, v.nights()))
	}
}

// dayUse takes a room for the day at a part of the price.
func (r *run) dayUse(p *person, v *visit) {
	v.departure = v.arrival
	b := p.bill(v, 0)
	b.rooms = v.price * 6 / 10
	s := r.stay(p, v)
	s.RateCode = "DAYUSE"
	r.mark(DayUse, s.ID)
	r.depart(p, s, b)
}

// twoRooms books two rooms on one arrival, both on the same guest.
func (r *run) twoRooms(p *person, v *visit) {
	for range 2 {
		s := r.stay(p, v)
		r.mark(TwoRooms, s.ID)
		r.depart(p, s, p.bill(v, v.nights()))
	}
}

// adjoining splits a visit in two stays that touch: a room move on one booking, or an extension on a booking of its own.
func (r *run) adjoining(p *person, v *visit) {
	first, second := *v, *v
	first.departure = v.arrival.AddDays(p.random.between(1, v.nights()-1))
	second.arrival = first.departure
	s := r.stay(p, &first)
	r.mark(Adjoining, s.ID)
	r.depart(p, s, p.bill(&first, first.nights()))
	second.booking = first.booking
	if p.random.chance(500) {
		second.booking, second.booked = "", first.arrival
	}
	s = r.stay(p, &second)
	r.mark(Adjoining, s.ID)
	r.depart(p, s, p.bill(&second, second.nights()))
}

// together adds a second guest in the room, who pays nothing: a sharer on a reservation of their own, or an
// accompanying guest.
func (r *run) together(p *person, v *visit, shape Trap) {
	r.depart(p, r.stay(p, v), p.bill(v, v.nights()))
	s := r.stay(p, v)
	s.Guest, s.Member = r.partnerID(p), ""
	s.Role = hotelcrm.Accompanying
	if shape == Sharer {
		s.Role = hotelcrm.Sharer
	}
	r.mark(shape, s.ID)
	r.depart(p, s, bill{})
}

// free gives the room away or takes points for it; the rest of the bill is paid.
func (r *run) free(p *person, v *visit, shape Trap) {
	b := p.bill(v, v.nights())
	b.rooms = 0
	s := r.stay(p, v)
	s.Use, s.RateCode = hotelcrm.Complimentary, "COMP"
	if shape == PointsNight {
		s.Use, s.RateCode = hotelcrm.Points, "REWARD"
	}
	r.mark(shape, s.ID)
	r.depart(p, s, b)
}

// giveBack returns money: a rebate stands as a negative amount on the stay itself, a refund comes later as a second
// version. One refund in four gives back more than was paid.
func (r *run) giveBack(p *person, v *visit, shape Trap) {
	b := p.bill(v, v.nights())
	s := r.stay(p, v)
	r.mark(shape, s.ID)
	if shape == Rebate {
		b.misc = -b.rooms * int64(p.random.between(50, 600)) / perMille
		r.depart(p, s, b)
		return
	}
	r.depart(p, s, b)
	s.Version, s.Status = 2, hotelcrm.Departed
	b.rooms -= b.rooms * int64(p.random.between(200, 1000)) / perMille
	if p.random.chance(250) {
		b = bill{misc: -v.price / 2}
	}
	b.apply(&s)
	r.addLater(s)
}

package loyalty

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// visit is what earns as one: a stay of one folio or several, an event, a no-show.
type visit struct {
	items         []item // in the order of arrival
	date, arrival hotelcrm.Date
	known         hotelcrm.Date
	version       int
	kind          Kind
	nights        int64 // that count for the tier, paid ones
	awards        int64 // and nights paid with points
	stays         int64
	spend         int64 // eligible, minor
}

// first returns the folio whose id the visit bears.
func (v *visit) first() *Folio { return v.items[0].folio }

// join makes visits of the items, by activity date.
func (r *Earner) join() {
	slices.SortFunc(r.items, func(a, b item) int {
		x, y := a.folio, b.folio
		return cmp.Or(
			cmp.Compare(x.Property, y.Property), compareBool(a.alone(), b.alone()), cmp.Compare(x.Arrival, y.Arrival), cmp.Compare(x.Seq, y.Seq),
			cmp.Compare(x.ID, y.ID), -cmp.Compare(a.total, b.total), cmp.Compare(x.Departure, y.Departure), cmp.Compare(a.kind, b.kind),
			cmp.Compare(x.Brand, y.Brand), -cmp.Compare(a.rooms, b.rooms),
		)
	})
	r.visits = r.visits[:0]
	for from := 0; from < len(r.items); {
		to := r.end(from)
		r.visits = append(r.visits, r.visit(r.items[from:to]))
		from = to
	}
	slices.SortFunc(r.visits, func(a, b visit) int {
		return cmp.Or(
			cmp.Compare(a.date, b.date), cmp.Compare(a.first().Seq, b.first().Seq), cmp.Compare(a.kind, b.kind),
			cmp.Compare(a.first().Property, b.first().Property), cmp.Compare(a.first().ID, b.first().ID), cmp.Compare(a.arrival, b.arrival), -cmp.Compare(a.spend, b.spend),
		)
	})
}

// end returns where the visit that begins with an item ends: at another hotel, after a day elsewhere, or where bookings
// that adjoin are stays of their own.
func (r *Earner) end(from int) int {
	first := &r.items[from]
	if first.alone() {
		return from + 1
	}
	last := first.folio.Departure
	for k := from + 1; k < len(r.items); k++ {
		it := &r.items[k]
		apart := r.engine.versions[it.version].stays.apart
		if it.alone() || it.folio.Property != first.folio.Property || it.folio.Arrival > last || (apart && it.folio.Arrival == last) {
			return k
		}
		last = max(last, it.folio.Departure)
	}
	return len(r.items)
}

func (r *Earner) visit(items []item) visit {
	v := visit{items: items, kind: items[0].kind, arrival: items[0].folio.Arrival}
	for i := range items {
		it := &items[i]
		v.date, v.known = max(v.date, it.date()), max(v.known, it.known())
		if it.kind == KindStay {
			v.kind = KindStay
		}
	}
	v.version = r.engine.versionOn(v.date)
	rules := &r.engine.versions[v.version].stays
	r.admit(items, rules)
	for i := range items {
		for _, minor := range items[i].spend {
			v.spend += items[i].share(minor)
		}
	}
	if !items[0].alone() {
		v.nights, v.awards = r.nights(items, int64(rules.roomsForTier))
		if v.nights+v.awards > 0 || rules.dayUse == DayUseStay {
			v.stays = 1
		}
	}
	return v
}

// admit says of each folio how many of its rooms earn, and how many of these have elite bonus.
func (r *Earner) admit(items []item, rules *stayRules) {
	for i := range items {
		items[i].paid = items[i].rooms
	}
	r.limit(items, rules.roomsForPoints)
	for i := range items {
		it := &items[i]
		if it.elite = it.paid; it.paid > 0 {
			r.out.Taken.Counted++
		} else {
			r.out.Taken.left[OverRoomLimit]++
		}
	}
	if rules.roomsForBonus > 0 {
		swap(items)
		r.limit(items, rules.roomsForBonus)
		swap(items)
	}
}

// swap puts the rooms with elite bonus in the place of those that earn, and back.
func swap(items []item) {
	for i := range items {
		items[i].paid, items[i].elite = items[i].elite, items[i].paid
	}
}

// limit leaves, of the rooms of one night that earn, so many: those that arrived first, then those recorded first.
func (r *Earner) limit(items []item, limit int32) {
	if limit == 0 {
		return
	}
	r.house = r.house[:0]
	for i := range items {
		it, taken := &items[i], int32(0)
		r.house = slices.DeleteFunc(r.house, func(other *item) bool { return other.leaves() <= it.folio.Arrival })
		for _, other := range r.house {
			taken += other.paid
		}
		if it.paid = min(it.paid, limit-taken); it.paid > 0 {
			r.house = append(r.house, it)
		}
	}
}

// leaves returns the first night for which the room is free again. Day use takes the night of its day.
func (i *item) leaves() hotelcrm.Date { return max(i.folio.Departure, i.folio.Arrival+1) }

// share returns the part of an amount that is of rooms that earn, rounded towards zero.
func (i *item) share(amount int64) int64 {
	if i.paid == i.rooms {
		return amount
	}
	return amount * int64(i.paid) / int64(i.rooms)
}

// edge is a change in the number of rooms taken.
type edge struct {
	date        hotelcrm.Date
	rooms, paid int64
}

// nights counts, night by night, as many rooms as the limit says: rooms that are paid for, then those paid with points.
func (r *Earner) nights(items []item, limit int64) (paid, awards int64) {
	if len(items) == 1 {
		n := int64(items[0].folio.Nights()) * min(limit, int64(items[0].rooms))
		if items[0].kind == KindAward {
			return 0, n
		}
		return n, 0
	}
	r.edges = r.edges[:0]
	for i := range items {
		it := &items[i]
		n, own := int64(it.rooms), int64(0)
		if it.kind == KindStay {
			own = n
		}
		r.edges = append(r.edges, edge{it.folio.Arrival, n, own}, edge{it.folio.Departure, -n, -own})
	}
	slices.SortFunc(r.edges, func(a, b edge) int { return cmp.Compare(a.date, b.date) })
	var house edge
	for _, e := range r.edges {
		days := int64(e.date - house.date)
		own := min(limit, house.paid)
		paid += days * own
		awards += days * (min(limit, house.rooms) - own)
		house = edge{e.date, house.rooms + e.rooms, house.paid + e.paid}
	}
	return paid, awards
}

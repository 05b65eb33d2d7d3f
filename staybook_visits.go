package hotelcrm

import (
	"cmp"
	"slices"
)

// folder makes one guest's stays into visits.
type folder struct {
	policy Policy
	asOf   Date
	window Window
	scale  int
	rank   []uint32 // of each property, by its text

	counts   Counts
	feesOnly int // guests with fees but no visit

	stays   []stayRow // of the guest at hand, those that bear on the history
	history history
}

// stayRow is a stay on its way into a visit.
type stayRow struct {
	record

	property uint32
}

// history is what one guest's stays come to.
type history struct {
	visits []visit // in the order of Visits
	fees   amount  // of stays that never took place
}

// visit is one visit in the making: stays of one property that belong together.
type visit struct {
	property           uint32
	stays              int64
	arrival, departure Date
	slept              Date // nights before this date are counted
	nights, roomNights int64
	revenue            amount
}

// sift counts a stay that is no visit and keeps it if it bears on the guest's history.
func (f *folder) sift(row *stayRow, deliveries int64) {
	f.counts.Rows += deliveries
	f.counts.left[WasRepeat] += deliveries - 1
	reason := f.policy.excludes(&row.record)
	if reason == 0 && row.arrival > f.asOf {
		reason = AfterWindow
	}
	if reason != 0 { // else it is counted with its visit
		f.counts.left[reason]++
		if !f.policy.charges(&row.record) || !f.window.Contains(row.arrival) || row.arrival > f.asOf {
			return
		}
	}
	f.stays = append(f.stays, *row)
}

// fold makes the stays that were kept into the history, and returns false if none of them is a visit in the window.
func (f *folder) fold() bool {
	f.history = history{visits: f.history.visits[:0]}
	slices.SortFunc(f.stays, func(x, y stayRow) int {
		return cmp.Or(cmp.Compare(x.property, y.property), cmp.Compare(x.arrival, y.arrival), cmp.Compare(x.departure, y.departure))
	})
	var v visit
	for i := range f.stays {
		row := &f.stays[i]
		if f.policy.charges(&row.record) {
			f.history.fees.addDepartments(&row.record, Departments(Fees))
			continue
		}
		if v.stays > 0 && !f.joins(&v, row) {
			f.close(&v)
			v = visit{}
		}
		f.extend(&v, row)
	}
	if v.stays > 0 {
		f.close(&v)
	}
	f.stays = f.stays[:0]
	slices.SortFunc(f.history.visits, f.compare)
	visited := len(f.history.visits) > 0
	if !visited && f.history.fees != (amount{}) {
		f.feesOnly++
	}
	return visited
}

// joins reports whether the next stay in order is part of the visit.
func (f *folder) joins(v *visit, row *stayRow) bool {
	if row.property != v.property || f.policy.Visit == ByStay {
		return false
	}
	return row.arrival == v.arrival || f.policy.Join && row.arrival <= v.departure
}

func (f *folder) extend(v *visit, row *stayRow) {
	departure := min(row.departure, f.asOf)
	if v.stays == 0 {
		*v = visit{property: row.property, arrival: row.arrival, departure: departure, slept: row.arrival}
	}
	v.stays++
	v.departure = max(v.departure, departure)
	if !f.policy.pays(row.role) {
		return
	}
	from := max(row.arrival, v.slept)
	v.nights += int64(max(0, departure.DaysSince(from)))
	v.slept = max(from, departure)
	v.roomNights += int64(departure.DaysSince(row.arrival)) * int64(row.rooms)
	v.revenue.addDepartments(&row.record, f.policy.Departments)
}

// close adds a visit that is complete, or counts its stays as outside the window.
func (f *folder) close(v *visit) {
	if reason := f.window.outside(v.arrival); reason != 0 {
		f.counts.left[reason] += v.stays
		return
	}
	f.counts.Stays += v.stays
	f.history.visits = append(f.history.visits, *v)
}

// compare orders visits by all that is said of them, so that no order of the stays shows.
func (f *folder) compare(v, w visit) int {
	if v.arrival != w.arrival {
		return cmp.Compare(v.arrival, w.arrival)
	}
	order := cmp.Or(
		cmp.Compare(f.rank[v.property], f.rank[w.property]),
		cmp.Compare(v.departure, w.departure),
		cmp.Compare(v.nights, w.nights),
		cmp.Compare(v.roomNights, w.roomNights),
		cmp.Compare(v.stays, w.stays),
	)
	if order != 0 {
		return order
	}
	return v.revenue.compare(w.revenue, f.scale)
}

func (a *amount) compare(b amount, scale int) int {
	x, xFits := a.fit(scale)
	y, yFits := b.fit(scale)
	if xFits && yFits {
		return cmp.Compare(x, y)
	}
	return a.exact(scale).Cmp(b.exact(scale))
}

// totals is a summary in the making.
type totals struct {
	first, last                Date
	visits, nights, roomNights int64
	revenue, firstRevenue      amount // of visits; of those on the first arrival date
	fees                       amount // of stays that never took place
}

// totals returns what the visits say together, the last arrival and the sum of the squared days between arrivals.
func (h *history) totals() (t totals, lastArrival Date, gapSquares int64) {
	t.fees, t.first, lastArrival = h.fees, h.visits[0].arrival, h.visits[0].arrival
	for i := range h.visits {
		v := &h.visits[i]
		t.visits++
		t.nights += v.nights
		t.roomNights += v.roomNights
		t.last = max(t.last, v.departure)
		t.revenue.add(v.revenue)
		if v.arrival == t.first {
			t.firstRevenue.add(v.revenue)
		}
		days := int64(v.arrival.DaysSince(lastArrival))
		gapSquares += days * days
		lastArrival = v.arrival
	}
	return t, lastArrival, gapSquares
}

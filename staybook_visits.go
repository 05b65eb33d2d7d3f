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
	rank   []uint32 // of each property by its text; nil where no order of properties shows

	counts   Counts
	feesOnly int // guests with fees but no visit

	stays   []stayRow // of the guest at hand, those that count
	order   []rowOrder
	fees    amount // of the guest's stays that never took place
	history history
	touched Date // keeps reads that only fetch memory from being left out
}

// stayRow is a stay on its way into a visit.
type stayRow struct {
	record

	property uint32
}

// rowOrder says where a row stands: sorting it is cheaper than sorting rows.
type rowOrder struct {
	property           uint32
	arrival, departure Date
	row                uint32
}

// history is what one guest's stays come to.
type history struct {
	visits []visit
	order  []uint64 // as in Visits: the arrival in the upper half, the place among visits in the lower
	fees   amount   // of stays that never took place
}

// at returns visit number i in order.
func (h *history) at(i int) *visit { return &h.visits[uint32(h.order[i])] }

// visit is one visit in the making: stays of one property that belong together.
type visit struct {
	property           uint32
	stays              int64
	arrival, departure Date
	slept              Date // nights before this date are counted
	nights, roomNights int64
	revenue            amount
}

// take keeps a stay for its visit. One that is no visit is counted, and its fee if it has to pay one.
func (f *folder) take(stays *stayPages, i uint32) {
	f.stays = append(f.stays, stayRow{property: stays.at(i).property})
	row := &f.stays[len(f.stays)-1]
	stays.record(i, &row.record)
	if reason := f.excludes(&row.record); reason != 0 {
		f.counts.left[reason]++
		if f.policy.charges(&row.record) && f.window.Contains(row.arrival) && row.arrival <= f.asOf {
			f.fees.addDepartments(&row.record, Departments(Fees))
		}
		f.stays = f.stays[:len(f.stays)-1]
		return
	}
	if f.rank != nil {
		row.property = f.rank[row.property]
	}
	f.order = append(f.order, rowOrder{row.property, row.arrival, row.departure, uint32(len(f.stays) - 1)})
}

// excludes returns the reason why a stay is no visit, whatever the window, or 0 if it is one.
func (f *folder) excludes(r *record) Reason {
	reason := f.policy.excludes(r)
	if reason == 0 && r.arrival > f.asOf {
		return AfterWindow
	}
	return reason
}

// fold makes the stays that were kept into the history, and returns false if none of them is a visit in the window.
func (f *folder) fold() bool {
	f.history = history{visits: f.history.visits[:0], order: f.history.order[:0], fees: f.fees}
	slices.SortFunc(f.order, rowOrder.compare)
	var v visit
	for _, next := range f.order {
		row := &f.stays[next.row]
		if v.stays > 0 && !f.joins(&v, row) {
			f.close(&v)
			v = visit{}
		}
		f.extend(&v, row)
	}
	if v.stays > 0 {
		f.close(&v)
	}
	f.stays, f.order, f.fees = f.stays[:0], f.order[:0], amount{}
	f.sortVisits()
	visited := len(f.history.visits) > 0
	if !visited && !f.history.fees.isZero(f.scale) {
		f.feesOnly++
	}
	return visited
}

func (r rowOrder) compare(s rowOrder) int {
	switch {
	case r.property != s.property:
		return cmp.Compare(r.property, s.property)
	case r.arrival != s.arrival:
		return cmp.Compare(r.arrival, s.arrival)
	}
	return cmp.Compare(r.departure, s.departure)
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
	f.history.order = append(f.history.order, uint64(v.arrival)<<32|uint64(len(f.history.visits)))
	f.history.visits = append(f.history.visits, *v)
}

// sortVisits sorts by arrival, then the visits of one arrival by all else that is said of them, so that no order of the
// stays shows.
func (f *folder) sortVisits() {
	order := f.history.order
	slices.Sort(order)
	start := 0
	for i := range order {
		if i+1 < len(order) && order[i+1]>>32 == order[i]>>32 {
			continue
		}
		if i > start {
			slices.SortFunc(order[start:i+1], f.compare)
		}
		start = i + 1
	}
}

// compare orders visits of one arrival.
func (f *folder) compare(x, y uint64) int {
	v, w := &f.history.visits[uint32(x)], &f.history.visits[uint32(y)]
	order := cmp.Or(
		cmp.Compare(v.property, w.property),
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

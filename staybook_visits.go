package hotelcrm

import (
	"cmp"
	"slices"
)

func (b *stayBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	f := folder{policy: s.Policy, asOf: asOf, window: window}
	byGuest, order := b.visitsByGuest(&f)
	out := newSummaries(s.Currency, s.Scale, asOf, window, len(order))
	for _, guest := range order {
		switch one, ok := f.fold(byGuest[guest]); {
		case ok:
			out.pushTotals(b.guests.texts[guest], &one)
		case one.fees != amount{}:
			out.feesOnly++
		}
	}
	out.counts = f.counts
	out.counts.Rows += b.superseded
	out.counts.left[WasSuperseded] += b.superseded
	b.warnConflicts(out)
	return out, nil
}

func (b *stayBook) warnConflicts(out *Summaries) {
	conflicts := 0
	for i := range b.entries {
		if b.entries[i].conflict {
			conflicts++
		}
	}
	if conflicts > 0 {
		const text = "stays came twice with one id and version but different content; the greater in a fixed order of content is kept"
		out.warnings = append(out.warnings, Warning{WarnConflict, text, conflicts})
	}
}

// visitsByGuest sorts the entries that matter by guest and returns the guests in the order of their ids.
func (b *stayBook) visitsByGuest(f *folder) (byGuest [][]*entry, order []uint32) {
	byGuest = make([][]*entry, len(b.guests.texts))
	used := make([]bool, len(b.guests.texts))
	for i := range b.entries {
		e := &b.entries[i]
		if f.sift(e) {
			byGuest[e.guest] = append(byGuest[e.guest], e)
			used[e.guest] = true
		}
	}
	order, _ = b.guests.ranks(used)
	return byGuest, order
}

// folder makes one guest's entries into totals.
type folder struct {
	policy Policy
	asOf   Date
	window Window
	counts Counts
}

// totals is a summary in the making.
type totals struct {
	first, last                Date
	visits, nights, roomNights int64
	arrivals                   []Date // of visits
	revenue, firstRevenue      amount // of visits; of those on the first arrival date
	fees                       amount // of stays that never took place
}

// sift counts an entry that is no visit and reports whether it bears on the guest's summary.
func (f *folder) sift(e *entry) bool {
	f.counts.Rows += e.deliveries
	f.counts.left[WasRepeat] += e.deliveries - 1
	reason := f.policy.excludes(&e.record)
	if reason == 0 && e.arrival > f.asOf {
		reason = AfterWindow
	}
	if reason == 0 {
		return true // counted with its visit
	}
	f.counts.left[reason]++
	return f.policy.charges(&e.record) && f.window.Contains(e.arrival) && e.arrival <= f.asOf
}

// fold returns the totals of one guest, and false if none of the entries is a visit in the window.
func (f *folder) fold(entries []*entry) (totals, bool) {
	slices.SortFunc(entries, func(x, y *entry) int {
		return cmp.Or(cmp.Compare(x.property, y.property), cmp.Compare(x.arrival, y.arrival), cmp.Compare(x.departure, y.departure))
	})
	var t totals
	var v visit
	for _, e := range entries {
		if f.policy.charges(&e.record) {
			t.fees.addDepartments(&e.record, Departments(Fees))
			continue
		}
		if v.stays > 0 && !f.joins(&v, e) {
			f.close(&t, &v)
			v = visit{}
		}
		f.extend(&v, e)
	}
	if v.stays > 0 {
		f.close(&t, &v)
	}
	return t, t.visits > 0
}

// close adds a visit that is complete to the totals, or counts its stays as outside the window.
func (f *folder) close(t *totals, v *visit) {
	if reason := f.window.outside(v.arrival); reason != 0 {
		f.counts.left[reason] += v.stays
		return
	}
	f.counts.Stays += v.stays
	t.close(v)
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

// joins reports whether e, the next stay in order, is part of the visit.
func (f *folder) joins(v *visit, e *entry) bool {
	if e.property != v.property || f.policy.Visit == ByStay {
		return false
	}
	return e.arrival == v.arrival || f.policy.Join && e.arrival <= v.departure
}

func (f *folder) extend(v *visit, e *entry) {
	departure := min(e.departure, f.asOf)
	if v.stays == 0 {
		*v = visit{property: e.property, arrival: e.arrival, departure: departure, slept: e.arrival}
	}
	v.stays++
	v.departure = max(v.departure, departure)
	if !f.policy.pays(e.role) {
		return
	}
	from := max(e.arrival, v.slept)
	v.nights += int64(max(0, departure.DaysSince(from)))
	v.slept = max(from, departure)
	v.roomNights += int64(departure.DaysSince(e.arrival)) * int64(e.rooms)
	v.revenue.addDepartments(&e.record, f.policy.Departments)
}

func (t *totals) close(v *visit) {
	t.visits++
	t.arrivals = append(t.arrivals, v.arrival)
	t.nights += v.nights
	t.roomNights += v.roomNights
	t.last = max(t.last, v.departure)
	t.revenue.add(v.revenue)
	switch {
	case t.first == 0 || v.arrival < t.first:
		t.first, t.firstRevenue = v.arrival, v.revenue
	case v.arrival == t.first:
		t.firstRevenue.add(v.revenue)
	}
}

// gaps returns the last arrival and the sum of the squared days between successive arrivals.
func (t *totals) gaps() (last Date, squares int64) {
	slices.Sort(t.arrivals)
	for i, arrival := range t.arrivals[1:] {
		days := int64(arrival.DaysSince(t.arrivals[i]))
		squares += days * days
	}
	return t.arrivals[len(t.arrivals)-1], squares
}

func (s *Summaries) pushTotals(guest string, t *totals) {
	s.pushAmounts(t)
	s.pushRest(guest, t.first, t.last, t.visits, t.nights, t.roomNights)
	s.pushGaps(t.gaps())
}

func (s *Summaries) pushAmounts(t *totals) {
	s.revenue.minor, s.repeat.minor = append(s.revenue.minor, 0), append(s.repeat.minor, 0)
	s.setAmounts(len(s.revenue.minor)-1, t)
}

func (s *Summaries) setAmounts(i int, t *totals) {
	repeat := t.revenue
	repeat.sub(t.firstRevenue)
	revenue := t.revenue
	revenue.add(t.fees)
	s.revenue.set(i, revenue)
	s.repeat.set(i, repeat)
}

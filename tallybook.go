package hotelcrm

// tallyBook remembers one line per guest: the book of the form Tallies.
type tallyBook struct {
	guests names
	lines  []totals // by guest number
	counts Counts
}

func newTallyBook() *tallyBook {
	return &tallyBook{guests: newNames()}
}

func (b *tallyBook) add(s *Setup, d *draft) {
	p := s.Policy
	b.counts.Rows++
	reason := p.excludes(d.status, d.role, d.use, d.arrival == d.departure)
	outside := s.Window.outside(d.arrival)
	if s.AsOf != 0 && d.arrival > s.AsOf {
		outside = AfterWindow
	}
	if reason == 0 {
		reason = outside
	}
	switch {
	case reason == 0:
		b.counts.Stays++
		b.line(d.guest).addStay(&d.record, p, s.AsOf)
		return
	case outside == 0 && p.charges(d.status):
		b.line(d.guest).fees.addDepartments(&d.record, Departments(Fees))
	}
	b.counts.left[reason]++
}

func (b *tallyBook) line(guest string) *totals {
	v := int(b.guests.number(guest))
	if v == len(b.lines) {
		b.lines = append(b.lines, totals{})
	}
	return &b.lines[v]
}

// addStay adds a stay that is a visit of its own, cut at asOf.
func (t *totals) addStay(r *record, p Policy, asOf Date) {
	departure := r.departure
	if asOf != 0 {
		departure = min(departure, asOf)
	}
	v := visit{stays: 1, arrival: r.arrival, departure: departure}
	if p.pays(r.role) {
		v.nights = int64(departure.DaysSince(r.arrival))
		v.roomNights = v.nights * int64(r.rooms)
		v.revenue.addDepartments(r, p.Departments)
	}
	t.close(&v)
}

// add adds another line of the same guest.
func (t *totals) add(u *totals) {
	switch {
	case u.visits == 0:
	case t.visits == 0 || u.first < t.first:
		t.first, t.firstRevenue = u.first, u.firstRevenue
	case u.first == t.first:
		t.firstRevenue.add(u.firstRevenue)
	}
	t.last = max(t.last, u.last)
	t.visits += u.visits
	t.nights += u.nights
	t.roomNights += u.roomNights
	t.revenue.add(u.revenue)
	t.fees.add(u.fees)
}

func (b *tallyBook) merge(other book) {
	o := other.(*tallyBook)
	for v := range o.lines {
		b.line(o.guests.texts[v]).add(&o.lines[v])
	}
	b.counts.Rows += o.counts.Rows
	b.counts.Stays += o.counts.Stays
	for reason, n := range o.counts.left {
		b.counts.left[reason] += n
	}
}

func (b *tallyBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	if window != s.Window {
		return nil, &ParamError{Param: "window", Value: window.From.String() + " to " + window.To.String(), Allowed: "the window of the Setup, for the form tallies"}
	}
	used := make([]bool, len(b.lines))
	for v := range b.lines {
		used[v] = b.lines[v].visits > 0
		if b.lines[v].last > asOf {
			return nil, &ParamError{Param: "asOf", Value: asOf.String(), Allowed: "not before the last day of any stay, " + b.lines[v].last.String()}
		}
	}
	order, _ := b.guests.ranks(used)
	out := newSummaries(s.Currency, s.Scale, asOf, window, len(order))
	for _, v := range order {
		out.pushTotals(b.guests.texts[v], &b.lines[v])
	}
	out.counts = b.counts
	return out, nil
}

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

func (b *tallyBook) add(s *Setup, d draft) {
	b.counts.Rows++
	outside := s.Window.outside(d.arrival)
	reason := s.Policy.excludes(&d.record)
	if reason == 0 {
		reason = outside
	}
	switch {
	case reason == 0:
		b.counts.Stays++
		b.line(d.guest).addStay(&d.record, s.Policy)
		return
	case outside == 0 && s.Policy.charges(&d.record):
		b.line(d.guest).fees.addDepartments(&d.record, Departments(Fees))
	}
	b.counts.left[reason]++
}

func (b *tallyBook) empty() bool { return b.counts.Rows == 0 }

func (b *tallyBook) line(guest string) *totals {
	v := int(b.guests.number(guest))
	if v == len(b.lines) {
		b.lines = append(b.lines, totals{})
	}
	return &b.lines[v]
}

// addStay adds a stay that is a visit of its own.
func (t *totals) addStay(r *record, p Policy) {
	v := visit{stays: 1, arrival: r.arrival, departure: r.departure}
	if p.pays(r.role) {
		v.nights = int64(r.departure.DaysSince(r.arrival))
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
	last := Date(0)
	for v := range b.lines {
		used[v] = b.lines[v].visits > 0
		last = max(last, b.lines[v].last)
	}
	if last > asOf {
		return nil, &ParamError{Param: "asOf", Value: asOf.String(), Allowed: "not before the last day of any stay, " + last.String()}
	}
	order, _ := b.guests.ranks(used)
	out := newSummaries(s.Currency, s.Scale, asOf, window, len(order))
	for _, v := range order {
		out.pushTotals(b.guests.texts[v], &b.lines[v])
	}
	out.counts = b.counts
	return out, nil
}

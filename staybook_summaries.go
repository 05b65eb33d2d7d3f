package hotelcrm

func (b *stayBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	out := newSummaries(s.Currency, s.Scale, asOf, window, len(b.guests.texts))
	f := b.folder(s, asOf, window)
	b.fold(&f, func(guest string, h *history) {
		out.guest = append(out.guest, guest)
		out.pushHistory(h)
	})
	out.counts, out.feesOnly, out.warnings = f.counts, f.feesOnly, b.conflicts()
	return out, nil
}

func (s *Summaries) pushHistory(h *history) {
	t, lastArrival, gapSquares := h.totals()
	s.revenue.minor, s.repeat.minor = append(s.revenue.minor, 0), append(s.repeat.minor, 0)
	s.setAmounts(len(s.revenue.minor)-1, &t)
	s.pushRest(t.first, t.last, t.visits, t.nights, t.roomNights)
	s.pushGaps(lastArrival, gapSquares)
}

func (s *Summaries) setAmounts(i int, t *totals) {
	repeat := t.revenue
	repeat.sub(t.firstRevenue)
	revenue := t.revenue
	revenue.add(t.fees)
	s.revenue.set(i, revenue)
	s.repeat.set(i, repeat)
}

func (b *stayBook) visits(s *Setup, asOf Date, window Window) *Visits {
	out := newVisits(s, asOf, window)
	f := b.folder(s, asOf, window)
	all := make([]bool, len(b.properties.texts))
	for i := range all {
		all[i] = true
	}
	order, _ := b.properties.ranks(all)
	for _, p := range order {
		out.properties = append(out.properties, b.properties.texts[p])
	}
	b.fold(&f, func(guest string, h *history) {
		out.guest = append(out.guest, guest)
		out.pushHistory(h, f.rank)
	})
	out.counts, out.feesOnly, out.warnings = f.counts, f.feesOnly, b.conflicts()
	return out
}

func (b *stayBook) folder(s *Setup, asOf Date, window Window) folder {
	f := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale}
	f.counts.Rows = b.superseded
	f.counts.left[WasSuperseded] = b.superseded
	all := make([]bool, len(b.properties.texts))
	for i := range all {
		all[i] = true
	}
	_, f.rank = b.properties.ranks(all)
	return f
}

// fold hands over the history of each guest with a visit, in the order of their ids.
func (b *stayBook) fold(f *folder, push func(guest string, h *history)) {
	byGuest := make([][]*entry, len(b.guests.texts))
	used := make([]bool, len(b.guests.texts))
	for i := range b.entries {
		e := &b.entries[i]
		byGuest[e.guest] = append(byGuest[e.guest], e)
		used[e.guest] = true
	}
	order, _ := b.guests.ranks(used)
	for _, guest := range order {
		for _, e := range byGuest[guest] {
			f.sift(&stayRow{e.record, e.property}, e.deliveries)
		}
		if f.fold() {
			push(b.guests.texts[guest], &f.history)
		}
	}
}

func (b *stayBook) conflicts() []Warning {
	conflicts := 0
	for i := range b.entries {
		if b.entries[i].conflict {
			conflicts++
		}
	}
	if conflicts == 0 {
		return nil
	}
	const text = "stays came twice with one id and version but different content; the greater in a fixed order of content is kept"
	return []Warning{{WarnConflict, text, conflicts}}
}

package hotelcrm

func (b *stayBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	all := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale}
	out := foldAll(b, &all, s.Workers, func(guests int) *Summaries {
		return newSummaries(s.Currency, s.Scale, asOf, window, guests)
	})
	out.counts, out.feesOnly, out.warnings = all.counts, all.feesOnly, b.conflicts()
	return out, nil
}

func (b *stayBook) visits(s *Setup, asOf Date, window Window) *Visits {
	order, rank := b.properties.ranks()
	all := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale, rank: rank}
	out := foldAll(b, &all, s.Workers, func(guests int) *Visits { return newVisits(s, asOf, window, guests) })
	for _, v := range order {
		out.properties = append(out.properties, b.properties.texts[v])
	}
	out.counts, out.feesOnly, out.warnings = all.counts, all.feesOnly, b.conflicts()
	return out
}

// summary returns what summaries says about one guest, and false if the guest has no visit.
func (b *stayBook) summary(s *Setup, guest string, asOf Date, window Window) (Summary, bool, error) {
	v, known := b.guests.find(guest)
	if !known {
		return Summary{}, false, nil
	}
	f := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale}
	for next := b.guests.list[v].head; next != 0; next = b.stays.at(next - 1).next {
		if b.stays.at(next-1).flags&dead == 0 {
			f.take(&b.stays, next-1)
		}
	}
	if !f.fold() {
		return Summary{}, false, nil
	}
	t := f.history.totals()
	return t.summary(guest, s.Scale), true, nil
}

// historyTable has rows for guests, without their ids, in the order in which they are pushed.
type historyTable[T any] interface {
	pushHistory(h *history)
	appendRows(more T)
	setGuests(ids []string)
}

// foldAll returns the histories of all guests with a visit, in the order of their ids. The guests are shared out to the
// workers in equal runs, whose tables are put together in order. In the end all says what became of every stay.
func foldAll[T historyTable[T]](b *stayBook, all *folder, workers int, newTable func(guests int) T) T {
	x := b.index(workers)
	shares := max(1, min(workers, len(x.guests)))
	tables, folders, ids := make([]T, shares), make([]folder, shares), make([][]string, shares)
	inShares(shares, shares, func(from, to int) {
		for w := from; w < to; w++ {
			first, end := len(x.guests)*w/shares, len(x.guests)*(w+1)/shares
			f, table := *all, newTable(end-first)
			ids[w] = b.guests.texts(f.foldRun(b, &x, first, end, table.pushHistory))
			tables[w], folders[w] = table, f
		}
	})
	all.counts = b.deliveries()
	for w := range tables {
		all.counts.add(&folders[w].counts)
		all.feesOnly += folders[w].feesOnly
		if w > 0 {
			ids[0] = append(ids[0], ids[w]...)
			tables[0].appendRows(tables[w])
		}
	}
	tables[0].setGuests(ids[0])
	return tables[0]
}

// foldRun hands over the history of each guest from place first up to end, and returns the guests who have a visit.
func (f *folder) foldRun(b *stayBook, x *stayIndex, first, end int, push func(*history)) []uint32 {
	visited := make([]uint32, 0, end-first)
	for i := first; i < end; i++ {
		if (i-first)%guestsAhead == 0 {
			f.touch(&b.stays, x.stays[x.starts[i]:x.starts[min(i+guestsAhead, end)]])
		}
		for _, stay := range x.of(i) {
			f.take(&b.stays, stay)
		}
		if f.fold() {
			push(&f.history)
			visited = append(visited, x.guests[i])
		}
	}
	return visited
}

// guestsAhead is the number of guests whose stays are touched before the first of them is worked on, so that memory
// fetches them together instead of one by one.
const guestsAhead = 16

func (f *folder) touch(p *stayPages, stays []uint32) {
	for _, i := range stays {
		s := p.at(i) // may lie across two lines of the cache
		f.touched += Date(s.guest) + Date(s.flags)
	}
}

// deliveries counts what is known without a question: rows, repeats and versions that do not count any more.
func (b *stayBook) deliveries() Counts {
	c := Counts{Rows: b.delivered + b.superseded}
	c.left[WasSuperseded] = b.superseded
	c.left[WasRepeat] = b.delivered - int64(b.live)
	return c
}

func (b *stayBook) conflicts() []Warning {
	conflicts := 0
	b.stays.each(func(_ uint32, s *packedStay) {
		if s.flags&conflict != 0 {
			conflicts++
		}
	})
	if conflicts == 0 {
		return nil
	}
	const text = "stays came twice with one id and version but different content; the greater in a fixed order of content is kept"
	return []Warning{{WarnConflict, text, conflicts}}
}

package hotelcrm

import "github.com/hotelcrm/hotelcrm/internal/share"

func (b *stayBook) summaries(s *Setup, asOf Date, window Window) (*Summaries, error) {
	all := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale}
	out := foldAll(b, &all, s.Workers, func(guests, _ int) *Summaries {
		return newSummaries(s.Currency, s.Scale, asOf, window, guests)
	})
	out.counts, out.feesOnly, out.warnings = all.counts, all.feesOnly, b.conflicts()
	return out, nil
}

func (b *stayBook) visits(s *Setup, asOf Date, window Window) *Visits {
	order, rank := b.properties.ranks()
	all := folder{policy: s.Policy, asOf: asOf, window: window, scale: s.Scale, rank: rank}
	out := foldAll(b, &all, s.Workers, func(guests, stays int) *Visits {
		if window != (Window{}) {
			stays = 0 // perhaps far fewer: the columns grow
		}
		return newVisits(s, asOf, window, guests, stays)
	})
	out.trim()
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
	part(guests, stays places) T
	appendRows(more T)
	setGuests(ids []string)
}

// places are those in [from, to) of a column.
type places struct{ from, to int }

// column returns an empty column that grows in these places of another, if that has them.
func column[T any](of []T, p places) []T {
	if p.to > cap(of) {
		return nil
	}
	return of[p.from:p.from:p.to]
}

// guestRun is one worker's run of guests, and what they come to.
type guestRun[T any] struct {
	first, end int // in the index
	table      T
	folder     folder
	ids        []string // of the guests with a visit
}

// foldAll returns the histories of all guests with a visit, in the order of their ids. The guests are shared out to the
// workers in equal runs. Each run fills its part of one table's memory, with a row at most for each of its guests or stays;
// then the rows move together. In the end all says what became of every stay.
func foldAll[T historyTable[T]](b *stayBook, all *folder, workers int, newTable func(guests, stays int) T) T {
	x := b.index(workers)
	whole, ids := newTable(len(x.guests), len(x.stays)), make([]string, len(x.guests))
	runs := make([]guestRun[T], share.Count(len(x.guests), workers))
	for w := range runs { // all parts are cut before the first is filled
		r := &runs[w]
		r.first, r.end, r.table = len(x.guests)*w/len(runs), len(x.guests)*(w+1)/len(runs), whole
		if w > 0 {
			r.table = whole.part(places{r.first, r.end}, places{int(x.starts[r.first]), int(x.starts[r.end])})
		}
	}
	inShares(len(runs), len(runs), func(w, _ int) {
		r, f := &runs[w], *all
		visited := f.foldRun(b, &x, r.first, r.end, r.table.pushHistory)
		r.ids, r.folder = ids[r.first:r.first+len(visited)], f
		b.guests.texts(r.ids, visited)
	})
	all.counts = b.deliveries()
	n := 0
	for w := range runs {
		all.counts.add(&runs[w].folder.counts)
		all.feesOnly += runs[w].folder.feesOnly
		n += copy(ids[n:], runs[w].ids)
		if w > 0 {
			whole.appendRows(runs[w].table)
		}
	}
	whole.setGuests(ids[:n])
	return whole
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
	if b.ids.used == 0 {
		return nil
	}
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

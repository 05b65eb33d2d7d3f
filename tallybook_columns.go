package hotelcrm

import (
	"slices"
	"sync"
)

// bulk adds the rows of columns that have passed their check, by several workers at once. Each worker takes a share of
// the rows and gathers them by part; the parts' rows wait there until they are worth fetching the part's lines, which
// then stay in the core's cache. The sums are integers, so neither the number of workers nor who comes first changes
// the result.
type bulk struct {
	book   *tallyBook
	setup  *Setup
	limits *limits
	stays  *Columns
	plain  plainBounds
}

// plainBounds say which rows of plain columns count without a second look.
type plainBounds struct {
	rows     bool // the columns are plain
	from, to Date // of arrivals
	revenue  []int64
}

func (k *bulk) plainBounds() plainBounds {
	c, s := k.stays, k.setup
	out := plainBounds{from: max(earliest, s.Window.From), to: k.limits.high}
	if s.Window.To != 0 {
		out.to = min(out.to, s.Window.To)
	}
	if s.AsOf != 0 {
		out.to = min(out.to, s.AsOf)
	}
	kinds := 0
	for i, column := range [departmentCount][]int64{c.RoomRevenue, c.FoodBeverage, c.OtherOperated, c.Miscellaneous, c.Fees} {
		if column != nil && s.Policy.Departments.Has(Department(i+1)) {
			out.revenue = column
			kinds++
		}
	}
	out.rows = c.Status == nil && c.Role == nil && c.Use == nil && c.Rooms == nil && !s.Policy.SkipDayUse && kinds <= 1
	return out
}

// gatherer is one worker's memory: rows by part, kept between calls.
type gatherer struct {
	rows    [partCount][gathered]tallyRow
	filled  [partCount]int
	counts  Counts
	spare   []tallyRow // changes places with the rows that wait in a part
	touched uint32     // see tallyBook
	slow    []int      // rows for the slow way: long ids, fees, sums beyond an int64
}

const (
	gathered    = 64      // rows a part: 512 KB a worker, which a core's cache can hold
	waitingRows = 1 << 13 // rows a part: at most 64 MB, however many rows there are
	fewRows     = 4_096   // fewer rows are not worth a second worker
)

func (k *bulk) run(workers int) {
	n := k.stays.len()
	k.plain = k.plainBounds()
	workers = max(1, min(workers, n/fewRows))
	for len(k.book.gatherers) < workers {
		k.book.gatherers = append(k.book.gatherers, new(gatherer))
	}
	for i := range k.book.parts {
		p := &k.book.parts[i]
		p.waiting = slices.Grow(p.waiting, min(waitingRows, n/partCount))
	}
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() { k.share(k.book.gatherers[w], n*w/workers, n*(w+1)/workers) })
	}
	group.Wait()
	k.settle(workers)
	for _, g := range k.book.gatherers[:workers] {
		k.book.counts.add(&g.counts)
		for _, i := range g.slow {
			k.book.add(k.setup, k.stays.draft(i))
		}
		g.counts, g.slow = Counts{}, g.slow[:0]
	}
}

// settle adds the rows that still wait.
func (k *bulk) settle(workers int) {
	inShares(partCount, workers, func(from, to int) {
		touched := uint32(0)
		for i := from; i < to; i++ {
			p := &k.book.parts[i]
			p.addAll(p.waiting, &touched)
			p.waiting = p.waiting[:0]
		}
		k.book.touched.Add(touched)
	})
}

// share gathers the rows in [from, to).
func (k *bulk) share(g *gatherer, from, to int) {
	if k.plain.rows {
		from = k.sharePlain(g, from, to)
	}
	for i := from; i < to; i++ {
		if row, ok := k.row(g, i); ok {
			k.gather(g, &row)
		}
	}
	for part := range g.filled {
		k.flush(g, part)
	}
}

// sharePlain adds the rows of columns that say nothing but guest, dates and one kind of revenue.
func (k *bulk) sharePlain(g *gatherer, from, to int) int {
	c, bounds := k.stays, k.plain
	for i := from; i < to; i++ {
		arrival, departure := c.Arrival[i], c.Departure[i]
		key, short := c.key(i)
		if arrival < bounds.from || arrival > bounds.to || departure < arrival || departure > k.limits.high || !short || key == (guestKey{}) {
			if row, ok := k.row(g, i); ok {
				k.gather(g, &row)
			}
			continue
		}
		nights := uint32(departure - arrival)
		g.counts.Rows++
		g.counts.Stays++
		k.gather(g, &tallyRow{key, cell(bounds.revenue, i, 0), arrival, packNights(nights, 1)})
	}
	return to
}

func (k *bulk) gather(g *gatherer, row *tallyRow) {
	part := partOf(row.key.hash())
	n := g.filled[part]
	g.rows[part][n] = *row
	g.filled[part] = n + 1
	if n+1 == gathered {
		k.flush(g, part)
	}
}

func (k *bulk) flush(g *gatherer, part int) {
	p := &k.book.parts[part]
	p.door.Lock()
	p.waiting = append(p.waiting, g.rows[part][:g.filled[part]]...)
	full := len(p.waiting) > waitingRows-gathered
	if full {
		p.waiting, g.spare = g.spare[:0], p.waiting
	}
	p.door.Unlock()
	g.filled[part] = 0
	if full {
		p.table.Lock()
		p.addAll(g.spare, &g.touched)
		p.table.Unlock()
	}
}

// row returns row i as it is added, and false if it was counted otherwise or put aside.
func (k *bulk) row(g *gatherer, i int) (tallyRow, bool) {
	c := k.stays
	key, short := c.key(i)
	d := draft{guest: "-", record: c.record(i)} // the guest is known from its key
	d.complete()
	if key == (guestKey{}) || k.limits.check(&d).reason != 0 {
		return tallyRow{}, false // tolerated, and counted with the check
	}
	reason := k.setup.judge(&d.record)
	revenue, fits := d.sum(k.setup.Policy.Departments)
	if !short || !fits || reason != 0 && k.setup.Policy.charges(&d.record) {
		g.slow = append(g.slow, i)
		return tallyRow{}, false
	}
	g.counts.Rows++
	if reason != 0 {
		g.counts.left[reason]++
		return tallyRow{}, false
	}
	g.counts.Stays++
	nights := uint32(d.departure.DaysSince(d.arrival))
	if !k.setup.Policy.pays(d.role) {
		return tallyRow{key, 0, d.arrival, packNights(nights, 0)}, true
	}
	return tallyRow{key, revenue, d.arrival, packNights(nights, uint32(d.rooms))}, true
}

// sum returns the revenue of the departments in the set, and false if it does not fit an int64.
func (r *record) sum(set DepartmentSet) (int64, bool) {
	total := int64(0)
	for i, minor := range r.minor {
		if minor == 0 || !set.Has(Department(i+1)) {
			continue
		}
		next := total + minor
		if (total^next)&(minor^next) < 0 {
			return 0, false
		}
		total = next
	}
	return total, true
}

package hotelcrm

import (
	"math"
	"sync"
)

// bulk adds the rows of columns that have passed their check, by several workers at once. Each worker takes a share of
// the rows and gathers them by part; when it has enough for one part it locks that part and adds them. The sums are
// integers, so neither the number of workers nor who comes first changes the result.
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
	touched uint32 // see tallyBook
	slow    []int  // rows for the slow way: long ids, fees, sums beyond an int64
}

const (
	gathered   = 128   // rows a part: 1.3 MB a worker, which a core's cache can hold
	fewRows    = 4_096 // fewer rows are not worth a second worker
	sampleRows = 1 << 18
)

func (k *bulk) run(workers int) {
	n := k.stays.len()
	k.plain = k.plainBounds()
	workers = max(1, min(workers, n/fewRows))
	if k.book.empty() && n >= sampleRows {
		k.reserve()
	}
	for len(k.book.gatherers) < workers {
		k.book.gatherers = append(k.book.gatherers, new(gatherer))
	}
	var group sync.WaitGroup
	for w := range workers {
		group.Go(func() { k.share(k.book.gatherers[w], n*w/workers, n*(w+1)/workers) })
	}
	group.Wait()
	for _, g := range k.book.gatherers[:workers] {
		k.book.counts.add(&g.counts)
		for _, i := range g.slow {
			k.book.add(k.setup, k.stays.draft(i))
		}
		g.counts, g.slow = Counts{}, g.slow[:0]
	}
}

// share adds the rows in [from, to).
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
		k.gather(g, &tallyRow{key, cell(bounds.revenue, i, 0), arrival, departure, nights, nights})
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
	p.mu.Lock()
	p.addAll(g.rows[part][:g.filled[part]], &g.touched)
	p.mu.Unlock()
	g.filled[part] = 0
}

// addAll adds rows, in blocks whose lines are touched first.
func (p *tallyPart) addAll(rows []tallyRow, touched *uint32) {
	var hashes [ahead]uint64
	for start := 0; start < len(rows); start += ahead {
		block := rows[start:min(start+ahead, len(rows))]
		slots := p.slots
		for i := range block {
			hashes[i] = block[i].key.hash()
			if len(slots) > 0 {
				*touched += slots[home(hashes[i], len(slots))].visits
			}
		}
		for i := range block {
			p.add(&block[i], hashes[i])
		}
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
	row := tallyRow{key: key, arrival: d.arrival, departure: d.departure}
	if k.setup.Policy.pays(d.role) {
		row.nights = uint32(d.departure.DaysSince(d.arrival))
		row.roomNights = row.nights * uint32(d.rooms)
		row.revenue = revenue
	}
	return row, true
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

// reserve makes room for the number of guests that a sample lets expect: √(n/s) for each guest met once in s of n rows,
// and one for each other (Charikar et al. 2000, the guaranteed-error estimator). A wrong guess costs time, no more.
func (k *bulk) reserve() {
	n := k.stays.len()
	seen := make(map[guestKey]int32, sampleRows)
	for i := range sampleRows {
		key, _ := k.stays.key(int(int64(i) * int64(n) / sampleRows))
		seen[key]++
	}
	once := 0
	for _, times := range seen {
		if times == 1 {
			once++
		}
	}
	guests := math.Sqrt(float64(n)/sampleRows)*float64(once) + float64(len(seen)-once)
	for i := range k.book.parts {
		k.book.parts[i].reserve(int(guests) / partCount)
	}
}

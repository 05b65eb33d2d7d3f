package hotelcrm

import "sync"

// Summaries returns one [Summary] per guest, the sums of the guest's rows: what [Register.Summaries] answers for the same
// register, date and window, equal in every field, without going through the stays again.
//
// Cost: O(visits), shared out to Setup.Workers goroutines. The ids are those of [Visits.Guests], not copied.
func (v *Visits) Summaries() *Summaries {
	out := emptySummaries(v.currency, v.revenue.scale, v.asOf, v.window, v.guest)
	if n := len(v.guest); n > 0 {
		out.lastArrival, out.gapSquares = make([]Date, n), make([]int64, n)
	}
	var wide []int // guests whose amounts are not all integers
	var mu sync.Mutex
	inShares(len(v.guest), v.workers, func(from, to int) {
		var found []int
		for i := from; i < to; i++ {
			if t := v.totals(i); !out.setTotals(i, &t) {
				found = append(found, i)
			}
		}
		mu.Lock()
		wide = append(wide, found...)
		mu.Unlock()
	})
	for _, i := range wide {
		t := v.totals(i)
		out.setAmounts(i, &t)
	}
	out.counts, out.feesOnly, out.workers = v.counts, v.feesOnly, v.workers
	for _, w := range v.warnings {
		if w.Code == WarnConflict { // of the register's, not of the rows
			out.warnings = append(out.warnings, w)
		}
	}
	out.warn()
	return out
}

// totals returns what the rows of guest number i say together.
func (v *Visits) totals(i int) totals {
	t := totals{fees: v.fees.amount(i)}
	for k := v.offsets[i]; k < v.offsets[i+1]; k++ {
		t.addVisit(&visit{
			arrival: v.arrival[k], departure: v.departure[k], nights: int64(v.nights[k]), roomNights: int64(v.roomNights[k]),
			revenue: v.revenue.amount(k),
		})
	}
	return t
}

// amount returns the amount at i, ready to be added to.
func (a *Amounts) amount(i int) amount {
	if len(a.exact) > 0 {
		if d, ok := a.exact[i]; ok {
			return amount{spill: d}
		}
	}
	return whole(a.minor[i])
}

// setTotals writes the summary of guest i, and returns false if its amounts need more than integers.
func (s *Summaries) setTotals(i int, t *totals) bool {
	s.first[i], s.last[i] = t.first, t.last
	s.lastArrival[i], s.gapSquares[i] = t.lastArrival, t.gapSquares
	s.visits[i], s.nights[i], s.roomNights[i] = clampCount(t.visits), clampCount(t.nights), clampCount(t.roomNights)
	revenue, repeat := t.amounts()
	var fits, repeatFits bool
	s.revenue.minor[i], fits = revenue.fit(s.revenue.scale)
	s.repeat.minor[i], repeatFits = repeat.fit(s.repeat.scale)
	return fits && repeatFits
}

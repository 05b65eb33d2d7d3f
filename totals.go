package hotelcrm

import "github.com/shopspring/decimal"

// totals is a summary in the making.
type totals struct {
	first, last                Date
	lastArrival                Date  // zero where it is not known
	gapSquares                 int64 // of the days between successive arrivals
	visits, nights, roomNights int64
	revenue, firstRevenue      amount // of visits; of those on the first arrival date
	fees                       amount // of stays that never took place
}

// totals returns what the visits say together.
func (h *history) totals() totals {
	t := totals{fees: h.fees}
	for i := range h.order {
		t.addVisit(h.at(i))
	}
	return t
}

// addVisit adds the next visit of a guest, in order of arrival.
func (t *totals) addVisit(v *visit) {
	if t.visits == 0 {
		t.first, t.lastArrival = v.arrival, v.arrival
	}
	t.visits++
	t.nights += v.nights
	t.roomNights += v.roomNights
	t.last = max(t.last, v.departure)
	t.revenue.add(v.revenue)
	if v.arrival == t.first {
		t.firstRevenue.add(v.revenue)
	}
	days := int64(v.arrival.DaysSince(t.lastArrival))
	t.gapSquares += days * days
	t.lastArrival = v.arrival
}

// amounts returns the revenue with fees, and that of the visits after the first arrival date.
func (t *totals) amounts() (revenue, repeat amount) {
	revenue, repeat = t.revenue, t.revenue
	revenue.add(t.fees)
	repeat.sub(t.firstRevenue)
	return revenue, repeat
}

// summary returns the totals as they stand in a row of Summaries.
func (t *totals) summary(guest string, scale int) Summary {
	revenue, repeat := t.amounts()
	return Summary{
		Guest: guest, First: t.first, Last: t.last, LastArrival: t.lastArrival, GapSquares: t.gapSquares,
		Visits: int(clampCount(t.visits)), Nights: int(clampCount(t.nights)), RoomNights: int(clampCount(t.roomNights)),
		Revenue: revenue.shown(scale), RepeatRevenue: repeat.shown(scale),
	}
}

// shown returns the total in the form in which Amounts shows it.
func (a *amount) shown(scale int) decimal.Decimal {
	if minor, ok := a.fit(scale); ok {
		return FromMinor(minor, scale)
	}
	return shortest(a.exact(scale))
}

func (s *Summaries) pushTotals(t *totals) {
	s.revenue.minor, s.repeat.minor = append(s.revenue.minor, 0), append(s.repeat.minor, 0)
	s.setAmounts(len(s.revenue.minor)-1, t)
	s.pushRest(t.first, t.last, t.visits, t.nights, t.roomNights)
	s.pushGaps(t.lastArrival, t.gapSquares)
}

func (s *Summaries) setAmounts(i int, t *totals) {
	revenue, repeat := t.amounts()
	s.revenue.set(i, revenue)
	s.repeat.set(i, repeat)
}

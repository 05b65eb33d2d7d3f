package hotelcrm

import "github.com/shopspring/decimal"

func (s *Summaries) setGuests(ids []string) { s.guest = ids }

func (s *Summaries) pushHistory(h *history) {
	t := h.totals()
	s.pushTotals(&t)
}

// part returns an empty table that fills the places of these guests.
func (s *Summaries) part(guests, _ places) *Summaries {
	return &Summaries{
		first: column(s.first, guests), last: column(s.last, guests),
		visits: column(s.visits, guests), nights: column(s.nights, guests), roomNights: column(s.roomNights, guests),
		revenue: s.revenue.part(guests), repeat: s.repeat.part(guests),
	}
}

func (a *Amounts) part(p places) Amounts { return Amounts{scale: a.scale, minor: column(a.minor, p)} }

// appendRows appends the columns of other guests of the same register. The guests' ids are no part of it.
func (s *Summaries) appendRows(more *Summaries) {
	s.first, s.last = append(s.first, more.first...), append(s.last, more.last...)
	s.lastArrival, s.gapSquares = append(s.lastArrival, more.lastArrival...), append(s.gapSquares, more.gapSquares...)
	s.visits, s.nights = append(s.visits, more.visits...), append(s.nights, more.nights...)
	s.roomNights = append(s.roomNights, more.roomNights...)
	s.revenue.append(more.revenue)
	s.repeat.append(more.repeat)
}

// append appends another column of the same scale.
func (a *Amounts) append(more Amounts) {
	start := len(a.minor)
	a.minor = append(a.minor, more.minor...)
	for i, d := range more.exact {
		if a.exact == nil {
			a.exact = map[int]decimal.Decimal{}
		}
		a.exact[start+i] = d
	}
}

func (a *Amounts) push(total amount) {
	a.minor = append(a.minor, 0)
	a.set(len(a.minor)-1, total)
}

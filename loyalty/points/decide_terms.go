package points

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

func (c Reinstate) decide(d *draft) error {
	if _, err := d.redeemable(c.Currency); err != nil {
		return err
	}
	if err := pointsRange("Reinstate.Points", c.Points, 0); err != nil {
		return err
	}
	if c.Expires != 0 && (c.Expires <= c.Date || c.Expires > hotelcrm.MaxDate) {
		return refuse.Param("Reinstate.Expires", c.Expires.String(), "a date after the command's")
	}
	if err := optionalDate("Reinstate.Since", c.Since); err != nil {
		return err
	}
	left := c.Points
	if left == 0 {
		left = maxPoints
	}
	e := Event{Kind: EventReinstate}
	for _, l := range d.acc.lapsed(c.Currency, c.Since, c.Date) {
		if n := min(left, l.points[Expired]); n > 0 {
			e.Moves = append(e.Moves, Move{Lot: l.Lot, From: Expired, To: Free, Points: n})
			e.Ends = append(e.Ends, LotEnd{Lot: l.Lot, Expires: c.Expires})
			left -= n
		}
	}
	if len(e.Moves) == 0 {
		return &RefusedError{Command: c.ID, Reason: Insufficient, Currency: c.Currency, Asked: c.Points}
	}
	return d.conclude(e)
}

// lapsed returns the posted lots with points that lapsed in [since, date], the latest first.
func (a *Account) lapsed(currency string, since, date hotelcrm.Date) []*Lot {
	var lots []*Lot
	for i := range a.lots.n {
		l := a.lots.at(i)
		if l.Currency == currency && l.points[Expired] > 0 && l.Lapsed >= since && l.usableFrom() <= date && l.Lapsed <= date {
			lots = append(lots, l)
		}
	}
	slices.SortStableFunc(lots, func(x, y *Lot) int { return cmp.Compare(y.Lapsed, x.Lapsed) })
	return lots
}

func (c Extend) decide(d *draft) error {
	if d.rules.currency(c.Currency) == nil {
		return d.refusedCurrency(UnknownCurrency, c.Currency)
	}
	if c.Expires != 0 && (c.Expires <= c.Date || c.Expires > hotelcrm.MaxDate) {
		return refuse.Param("Extend.Expires", c.Expires.String(), "a date after the command's")
	}
	e := Event{Kind: EventExtend}
	for i := range d.acc.lots.n {
		l := d.acc.lots.at(i)
		alive := l.points[Free] > 0 || l.points[Pending] > 0 || l.points[Held] > 0 && d.acc.endOf(l) > c.Date
		if l.Currency == c.Currency && alive && l.Expires != 0 && (c.Expires == 0 || l.Expires < c.Expires) {
			e.Ends = append(e.Ends, LotEnd{Lot: l.Lot, Expires: c.Expires})
		}
	}
	if end := d.acc.deadline(c.Currency); end > c.Date && (c.Expires == 0 || end < c.Expires) {
		e.Deadlines = append(e.Deadlines, Deadline{Currency: c.Currency, Date: c.Expires})
	}
	return d.conclude(e)
}

func (c Exempt) decide(d *draft) error {
	if c.Until != 0 && (c.Until < c.Date || c.Until > hotelcrm.MaxDate) {
		return refuse.Param("Exempt.Until", c.Until.String(), "the command's date or a later one, or none")
	}
	e := Event{Kind: EventExempt, Date: c.Date, Until: c.Until}
	for i := range d.rules.Currencies {
		cur := &d.rules.Currencies[i]
		p := d.acc.purse(cur.Name)
		if cur.Inactivity.Months == 0 || p == nil {
			continue
		}
		end := hotelcrm.Date(0)
		if c.Until != 0 {
			end = max(p.deadline, c.Until.AddMonths(cur.Inactivity.Months))
		}
		e.Deadlines = append(e.Deadlines, Deadline{Currency: cur.Name, Date: end})
	}
	return d.conclude(e)
}

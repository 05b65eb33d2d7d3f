package points

import (
	"cmp"
	"math"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// minPoints has no positive counterpart.
const minPoints, maxPoints = math.MinInt64, math.MaxInt64

func (c Redeem) decide(d *draft) error {
	return d.debit(EventRedeem, "Redeem.Points", c.Currency, c.Points, Redeemed, 0)
}

func (c Hold) decide(d *draft) error {
	if c.Until != 0 && (c.Until <= c.Date || c.Until > hotelcrm.MaxDate) {
		return refuse.Param("Hold.Until", c.Until.String(), "a date after the command's")
	}
	return d.debit(EventHold, "Hold.Points", c.Currency, c.Points, Held, c.Until)
}

// debit takes points from the lots in burn order.
func (d *draft) debit(kind EventKind, param, currency string, points int64, to Bucket, until hotelcrm.Date) error {
	rules, err := d.redeemable(currency)
	if err != nil {
		return err
	}
	if err := pointsRange(param, points, 1); err != nil {
		return err
	}
	moves, err := d.allocate(rules, points, to)
	if err != nil {
		return err
	}
	return d.conclude(Event{Kind: kind, Until: until, Grace: rules.Grace, Moves: moves})
}

// allocate returns the moves of exactly so many points, and refuses if fewer are available.
func (d *draft) allocate(c *Currency, points int64, to Bucket) ([]Move, error) {
	if available := d.acc.available(c.Name, d.head.Date); points > available {
		return nil, &RefusedError{Command: d.head.ID, Reason: Insufficient, Currency: c.Name, Asked: points, Allowed: available}
	}
	return d.take(c, points, to, 0), nil
}

// take returns moves of up to so many points out of the usable lots in burn order, leaving out one lot.
func (d *draft) take(c *Currency, points int64, to Bucket, without int) []Move {
	var moves []Move
	for _, l := range d.acc.usable(c, d.head.Date) {
		if points == 0 {
			break
		}
		if l.Lot == without {
			continue
		}
		n := min(points, l.points[Free])
		moves = append(moves, Move{Lot: l.Lot, From: Free, To: to, Points: n})
		points -= n
	}
	return moves
}

// usableOn reports whether a debit of that date may draw on the lot. What is dead by then has lapsed already.
func (l *Lot) usableOn(date hotelcrm.Date) bool {
	return l.points[Free] > 0 && l.usableFrom() <= date
}

// available returns what can be spent or held on a date: usable points less what is owed.
func (a *Account) available(currency string, date hotelcrm.Date) int64 {
	var sum int64
	for i := range a.lots.n {
		if l := a.lots.at(i); l.Currency == currency {
			sum += l.points[Owed]
			if l.usableOn(date) {
				sum += l.points[Free]
			}
		}
	}
	return max(sum, 0)
}

// usable returns the lots that a debit of that date may draw on, in burn order.
func (a *Account) usable(c *Currency, date hotelcrm.Date) []*Lot {
	var lots []*Lot
	for i := range a.lots.n {
		if l := a.lots.at(i); l.Currency == c.Name && l.usableOn(date) {
			lots = append(lots, l)
		}
	}
	slices.SortStableFunc(lots, func(x, y *Lot) int {
		switch c.Burn {
		case SoonestExpiry:
			return cmp.Or(cmp.Compare(a.endOf(x), a.endOf(y)), cmp.Compare(x.Earned, y.Earned))
		case NewestFirst:
			return cmp.Compare(y.Earned, x.Earned)
		}
		return cmp.Compare(x.Earned, y.Earned)
	})
	return lots
}

func (c Capture) decide(d *draft) error {
	hold, err := d.referOpen(EventHold, c.Hold)
	if err != nil {
		return err
	}
	if err := pointsRange("Capture.Points", c.Points, 0); err != nil {
		return err
	}
	left := c.Points
	if left == 0 {
		left = total(hold.moves)
	}
	if held := total(hold.moves); left > held {
		return &RefusedError{Command: c.ID, Reason: Insufficient, Ref: c.Hold, Asked: left, Allowed: held}
	}
	e := Event{Kind: EventCapture, Ref: c.Hold, Grace: hold.grace}
	var back []Move
	for _, m := range hold.moves {
		n := min(left, m.Points)
		if n > 0 {
			e.Moves = append(e.Moves, Move{Lot: m.Lot, From: Held, To: Redeemed, Points: n})
		}
		if n < m.Points {
			back = append(back, Move{Lot: m.Lot, From: Held, Points: m.Points - n})
		}
		left -= n
	}
	d.acc.giveBack(&e, back, c.Date, hold.grace)
	return d.conclude(e)
}

func (c Release) decide(d *draft) error {
	hold, err := d.referOpen(EventHold, c.Hold)
	if err != nil {
		return err
	}
	e := Event{Kind: EventRelease, Ref: c.Hold}
	d.acc.giveBack(&e, heldBy(hold), c.Date, hold.grace)
	return d.conclude(e)
}

// heldBy returns moves out of the hold, their goal still open.
func heldBy(hold *act) []Move {
	back := make([]Move, 0, len(hold.moves))
	for _, m := range hold.moves {
		back = append(back, Move{Lot: m.Lot, From: Held, Points: m.Points})
	}
	return back
}

func total(moves []Move) int64 {
	var sum int64
	for _, m := range moves {
		sum += m.Points
	}
	return sum
}

// giveBack adds moves that return points to their lots. Where a lot has died, they get days of grace, or lapse at once.
func (a *Account) giveBack(e *Event, moves []Move, date hotelcrm.Date, grace int) {
	for _, m := range moves {
		m.To = Free
		if l := a.lot(m.Lot); a.endOf(l) <= date {
			if end := date.AddDays(grace); grace == 0 || end == 0 {
				m.To = Expired
			} else {
				e.Ends = append(e.Ends, LotEnd{Lot: m.Lot, Expires: end})
			}
		}
		e.Moves = append(e.Moves, m)
	}
}

package points

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

func (c Transfer) decide(d *draft) error {
	if err := pointsRange("Transfer.Points", c.Points, 1); err != nil {
		return err
	}
	return d.giveAway(c.Currency, c.Points, c.To)
}

func (c Pool) decide(d *draft) error {
	return d.giveAway(c.Currency, max(1, d.acc.available(c.Currency, c.Date)), c.To)
}

// giveAway moves points to another account in burn order.
func (d *draft) giveAway(currency string, points int64, to string) error {
	rules, err := d.redeemable(currency)
	if err != nil {
		return err
	}
	if to == "" || to == d.acc.id {
		return d.refusedRef(SameAccount, to)
	}
	moves, err := d.allocate(rules, points, Moved)
	if err != nil {
		return err
	}
	return d.conclude(Event{Kind: EventTransferOut, Peer: to, Moves: moves})
}

func (c Merge) decide(d *draft) error {
	if c.Into == "" || c.Into == d.acc.id {
		return d.refusedRef(SameAccount, c.Into)
	}
	e := Event{Kind: EventMergeOut, Peer: c.Into}
	for i := range d.acc.acts.n {
		if of := d.acc.acts.at(i); of.open {
			return d.refusedRef(OpenHold, of.id)
		}
	}
	for i := range d.acc.lots.n {
		l := d.acc.lots.at(i)
		if l.points[Free] > 0 && l.Since > c.Date || l.charged > c.Date {
			return d.refused(Backdated)
		}
		if n := l.points[Free]; n > 0 {
			e.Moves = append(e.Moves, Move{Lot: l.Lot, From: Free, To: Moved, Points: n})
		}
		if n := -l.points[Owed]; n > 0 {
			e.Moves = append(e.Moves, Move{Lot: l.Lot, From: Moved, To: Owed, Points: n})
		}
	}
	return d.conclude(e)
}

// Incoming returns the command by which the other account takes what a transfer or merge gave.
//
// Input: the giving account and its event of kind EventTransferOut or EventMergeOut; the account may be the one before
// or after the event.
// Result: the lots keep origin, rule, date earned and their end, where that is known: also an end by inactivity of the
// giving account, so that a transfer never makes points younger. The stay remains credited to the giving account, and lots
// of a transfer do not name it. A merge joins two profiles of one guest: stays are taken over, and the later deadline
// counts for both.
// Errors: a [*hotelcrm.ParamError] for another event.
func Incoming(from *Account, e Event) (Receive, error) {
	if e.Kind != EventTransferOut && e.Kind != EventMergeOut {
		return Receive{}, refuse.Param("event", e.Kind.String(), "transfer-out or merge-out")
	}
	c := Receive{
		Header: Header{ID: e.Command + " from " + from.id, Date: e.Date, Recorded: e.Recorded, Reason: e.Reason},
		From:   from.id, Merged: e.Kind == EventMergeOut,
	}
	for _, m := range e.Moves {
		if !from.hasLot(m.Lot) {
			return Receive{}, refuse.Param("event", fmt.Sprintf("lot %d", m.Lot), "lots of the account")
		}
		c.addPart(from, m)
	}
	if c.Merged {
		c.addStays(from)
		for _, p := range from.purses {
			if p.deadline != 0 {
				c.Deadlines = append(c.Deadlines, Deadline{Currency: p.currency, Date: p.deadline})
			}
		}
	}
	return c, nil
}

func (c *Receive) addPart(from *Account, m Move) {
	l := from.lot(m.Lot)
	part := Part{Terms: l.Terms}
	if end := from.endOf(l); !c.Merged && end != never {
		part.Expires = end
	}
	if !c.Merged {
		part.Stay = "" // which stays credited where it was
	}
	part.From, part.FromLot, part.Lot = from.id, l.Lot, 0
	if m.To == Owed {
		part.Owed = m.Points
	} else {
		part.Free = m.Points
	}
	c.Parts = append(c.Parts, part)
}

package points

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
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
	for i := range d.acc.acts {
		if of := &d.acc.acts[i]; of.open {
			return d.refusedRef(OpenHold, of.id)
		}
	}
	for i := range d.acc.lots {
		l := &d.acc.lots[i]
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
// giving account, so that a transfer never makes points younger. A merge joins two profiles of one guest, so the later
// deadline counts for both.
// Errors: a [*hotelcrm.ParamError] for another event.
func Incoming(from *Account, e Event) (Receive, error) {
	if e.Kind != EventTransferOut && e.Kind != EventMergeOut {
		return Receive{}, refuse("event", e.Kind.String(), "transfer-out or merge-out")
	}
	c := Receive{
		Header: Header{ID: e.Command + " from " + from.id, Date: e.Date, Recorded: e.Recorded, Reason: e.Reason},
		From:   from.id, Merged: e.Kind == EventMergeOut,
	}
	for _, m := range e.Moves {
		if !from.hasLot(m.Lot) {
			return Receive{}, refuse("event", fmt.Sprintf("lot %d", m.Lot), "lots of the account")
		}
		c.addPart(from, m)
	}
	if c.Merged {
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
	part.From, part.FromLot, part.Lot = from.id, l.Lot, 0
	if m.To == Owed {
		part.Owed = m.Points
	} else {
		part.Free = m.Points
	}
	c.Parts = append(c.Parts, part)
}

func (c Receive) decide(d *draft) error {
	e := Event{Kind: EventTransferIn, Peer: c.From}
	if c.Merged {
		e.Kind = EventMergeIn
	}
	for i := range c.Parts {
		if err := d.receive(&e, i, &c.Parts[i]); err != nil {
			return err
		}
	}
	if !c.Merged {
		return d.conclude(e)
	}
	for _, in := range c.Deadlines {
		if in.Date > d.acc.deadline(in.Currency) && in.Date <= hotelcrm.MaxDate {
			e.Deadlines = append(e.Deadlines, in)
		}
	}
	d.takeDoubles(&e, c.From)
	return d.conclude(e)
}

// receive adds the lot of one part to the event.
func (d *draft) receive(e *Event, i int, p *Part) error {
	if d.rules.currency(p.Currency) == nil {
		return d.refusedCurrency(UnknownCurrency, p.Currency)
	}
	if p.Free < 0 || p.Owed < 0 || (p.Free > 0) == (p.Owed > 0) {
		return refuse(fmt.Sprintf("Receive.Parts[%d]", i), fmt.Sprintf("%d free, %d owed", p.Free, p.Owed), "points of one of both")
	}
	t := p.Terms
	t.Lot = len(d.acc.lots) + i + 1
	e.Lots = append(e.Lots, t)
	if p.Owed > 0 {
		e.Moves = append(e.Moves, Move{Lot: t.Lot, From: Owed, To: Moved, Points: p.Owed})
		return nil
	}
	e.Moves = append(e.Moves, Move{Lot: t.Lot, From: Moved, To: Free, Points: p.Free})
	return nil
}

// takeDoubles takes back, in the same event, what both profiles of a guest were given for one stay.
func (d *draft) takeDoubles(e *Event, from string) {
	for i, t := range e.Lots {
		m := e.Moves[i]
		if t.Stay != "" && m.To == Free && (d.acc.stay(t.Stay) != nil || d.acc.mergedStay(t.Stay, from) != nil) {
			e.Moves = append(e.Moves, Move{Lot: m.Lot, From: Free, To: Reversed, Points: m.Points})
		}
	}
}

// mergedStay returns the merge that brought points of a stay from another account than the one named, nil if none did.
func (a *Account) mergedStay(stay, but string) *act {
	for i := range a.acts {
		of := &a.acts[i]
		if of.kind != EventMergeIn {
			continue
		}
		for _, m := range of.moves {
			if l := a.lot(m.Lot); l.Stay == stay && l.From != but {
				return of
			}
		}
	}
	return nil
}

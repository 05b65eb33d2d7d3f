package points

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// addStays names the stays in force that no part stands for, as their points are gone: the other account must know them
// too, or a stay that is sent again would earn again.
func (c *Receive) addStays(from *Account) {
	named := map[string]bool{"": true}
	for _, p := range c.Parts {
		named[p.Stay] = true
	}
	for i := range from.lots.n {
		l := from.lots.at(i)
		if named[l.Stay] || l.From == "" && !from.inForce(l) {
			continue
		}
		named[l.Stay] = true
		part := Part{Terms: l.Terms}
		part.From, part.FromLot, part.Lot = from.id, l.Lot, 0
		c.Parts = append(c.Parts, part)
	}
}

// inForce reports whether the earn that made the lot is the one that its stay was credited by.
func (a *Account) inForce(l *Lot) bool {
	of := a.stay(l.Stay)
	return of != nil && slices.ContainsFunc(of.moves, func(m Move) bool { return m.Lot == l.Lot })
}

func (c Receive) decide(d *draft) error {
	e := Event{Kind: EventTransferIn, Peer: c.From}
	if c.Merged {
		e.Kind = EventMergeIn
	}
	known := d.acc.knownStays()
	for i := range c.Parts {
		if err := d.receive(&e, i, &c.Parts[i], c.Merged, known); err != nil {
			return err
		}
	}
	if !c.Merged {
		return d.conclude(e)
	}
	for _, in := range c.Deadlines {
		if in.Date > max(d.acc.deadline(in.Currency), c.Date) && in.Date <= hotelcrm.MaxDate { // one that has passed ends nothing
			e.Deadlines = append(e.Deadlines, in)
		}
	}
	d.takeDoubles(&e, c.From)
	if err := d.conclude(e); err != nil {
		return err
	}
	for _, t := range e.Lots {
		if err := d.payOff(t.Lot); err != nil {
			return err
		}
	}
	return nil
}

// receive adds the lot of one part to the event.
func (d *draft) receive(e *Event, i int, p *Part, merged bool, known map[string]bool) error {
	if d.rules.currency(p.Currency) == nil {
		return d.refusedCurrency(UnknownCurrency, p.Currency)
	}
	onlyStay := merged && p.Stay != "" && p.Free == 0 && p.Owed == 0
	if p.Free < 0 || p.Owed < 0 || (p.Free > 0) == (p.Owed > 0) && !onlyStay {
		return refuse.Param(fmt.Sprintf("Receive.Parts[%d]", i), fmt.Sprintf("%d free, %d owed", p.Free, p.Owed), "points of one of both")
	}
	if onlyStay && known[p.Stay] {
		return nil
	}
	t := p.Terms
	t.Lot = d.acc.lots.n + len(e.Lots) + 1
	e.Lots = append(e.Lots, t)
	switch {
	case p.Owed > 0:
		e.Moves = append(e.Moves, Move{Lot: t.Lot, From: Owed, To: Moved, Points: p.Owed})
	case p.Free > 0:
		e.Moves = append(e.Moves, Move{Lot: t.Lot, From: Moved, To: Free, Points: p.Free})
	}
	return nil
}

// knownStays returns the stays that are credited here or came by a merge.
func (a *Account) knownStays() map[string]bool {
	known := map[string]bool{}
	for _, i := range a.stays {
		known[a.acts.at(int(i)).stay] = true
	}
	for i := range a.lots.n {
		if l := a.lots.at(i); l.Stay != "" && l.From != "" {
			known[l.Stay] = true
		}
	}
	return known
}

// takeDoubles takes back, in the same event, what both profiles of a guest were given for one stay.
func (d *draft) takeDoubles(e *Event, from string) {
	have := d.acc.lots.n
	for _, m := range e.Moves {
		if stay := e.Lots[m.Lot-have-1].Stay; stay != "" && m.To == Free && (d.acc.stay(stay) != nil || d.acc.mergedStay(stay, from)) {
			e.Moves = append(e.Moves, Move{Lot: m.Lot, From: Free, To: Reversed, Points: m.Points})
		}
	}
}

// mergedStay reports whether a merge brought a stay from another account than the one named. A transfer brings none.
func (a *Account) mergedStay(stay, but string) bool {
	for i := range a.lots.n {
		if l := a.lots.at(i); l.Stay == stay && l.From != "" && l.From != but {
			return true
		}
	}
	return false
}

// payOff lets what the account has pay a debt that came to it. What is missing is owed or unrecovered, by the policy.
func (d *draft) payOff(lot int) error {
	l := d.acc.lot(lot)
	c, owed := d.rules.currency(l.Currency), -l.points[Owed]
	if owed == 0 || c.Clawback == PendingOnly && c.Kind != Qualifying {
		return nil
	}
	e := Event{Kind: EventRepay, Date: d.head.Date}
	for _, m := range d.payers(l, c) {
		if m.Points = min(m.Points, owed); m.Points > 0 {
			e.Moves = append(e.Moves, m, Move{Lot: lot, From: Reversed, To: Owed, Points: m.Points})
			owed -= m.Points
		}
	}
	if owed > 0 && c.Clawback != DebtAllowed {
		e.Moves = append(e.Moves, Move{Lot: lot, From: Unrecovered, To: Owed, Points: owed})
	}
	if len(e.Moves) == 0 {
		return nil
	}
	return d.emit(e)
}

// payers returns what could pay the debt of a lot: first what came from the same lot of the other account, then the rest
// in burn order.
func (d *draft) payers(debtor *Lot, c *Currency) []Move {
	own := func(m Move) bool {
		l := d.acc.lot(m.Lot)
		return l.From == debtor.From && l.FromLot == debtor.FromLot
	}
	var first, rest []Move
	for _, m := range d.take(c, maxPoints, Reversed, debtor.Lot) {
		if own(m) {
			first = append(first, m)
		} else if c.Kind != Voucher {
			rest = append(rest, m)
		}
	}
	return append(first, rest...)
}

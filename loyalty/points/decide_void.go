package points

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

func (c Void) decide(d *draft) error {
	of, err := d.refer(c.Ref)
	if err != nil {
		return err
	}
	if of.voided {
		return d.refusedRef(Settled, c.Ref)
	}
	e := Event{Kind: EventVoid, Ref: c.Ref}
	switch {
	case of.issued():
		err = d.takeBack(&e, of, nil)
	case of.kind == EventRedeem || of.kind == EventCapture || of.kind == EventAdjust:
		d.acc.giveBack(&e, undoing(of.moves), c.Date, of.grace)
	case of.kind == EventVoid:
		err = d.undoVoid(&e, of)
	default:
		err = d.refusedRef(NotVoidable, c.Ref)
	}
	if err != nil {
		return err
	}
	return d.conclude(e)
}

// issued reports whether the act gave points.
func (of *act) issued() bool {
	return (of.kind == EventEarn || of.kind == EventAdjust) && len(of.moves) > 0 && of.moves[0].From == Issued
}

// undoing returns the spending moves of a debit in reverse, their goal still open.
func undoing(moves []Move) []Move {
	var back []Move
	for _, m := range moves {
		if m.To == Redeemed || m.To == Reversed {
			back = append(back, Move{Lot: m.Lot, From: m.To, Points: m.Points})
		}
	}
	return back
}

// takeBack claws back what an earn gave: first what is left of each lot; of what was spent, as much as the next earn in
// its place will pay; the rest by policy. Without a next earn that is all of it.
func (d *draft) takeBack(e *Event, earn *act, next *Event) error {
	coming := next.gives(d.head.Date)
	for _, m := range earn.moves {
		l := d.acc.lot(m.Lot)
		c := d.rules.currency(l.Currency)
		if c == nil {
			return d.refusedCurrency(UnknownCurrency, l.Currency)
		}
		d.reverse(e, l, Pending, l.points[Pending])
		free, gone := l.points[Free], spent(l)
		if c.Clawback == PendingOnly && c.Kind != Qualifying {
			waived := max(0, free+gone-coming[c.Name])
			d.reverse(e, l, Waived, waived)
			free, gone = free-max(0, waived-gone), max(0, gone-waived)
			coming[c.Name] -= free
		}
		if free > 0 && l.Since > d.head.Date {
			return d.refusedRef(Backdated, earn.id)
		}
		d.reverse(e, l, Free, free)
		paid := min(gone, coming[c.Name])
		d.reverse(e, l, Owed, paid)
		coming[c.Name] -= paid
		d.recoverRest(e, l, c, earn, gone-paid)
	}
	return nil
}

// gives returns the points of each currency that an earn adds to the balance of a date, none where there is no earn.
func (e *Event) gives(date hotelcrm.Date) map[string]int64 {
	sums := map[string]int64{}
	if e == nil {
		return sums
	}
	for i, t := range e.Lots {
		if e.Moves[i].To == Free && (t.Expires == 0 || t.Expires > date) {
			sum, ok := add(sums[t.Currency], e.Moves[i].Points)
			if !ok {
				sum = maxPoints // too many: the earn is refused
			}
			sums[t.Currency] = sum
		}
	}
	return sums
}

// spent returns what of a lot is no longer with it, apart from what lapsed there unused.
func spent(l *Lot) int64 {
	return l.points[Held] + l.points[Redeemed] + l.points[Reversed] + l.points[Moved]
}

// recoverRest takes what was spent of a lot from other lots; the rest is owed or unrecovered.
func (d *draft) recoverRest(e *Event, l *Lot, c *Currency, earn *act, rest int64) {
	if c.Kind == Redeemable {
		for _, m := range d.takeOthers(e, c, rest, earn) {
			e.Moves = append(e.Moves, m)
			rest -= m.Points
		}
	}
	from := Unrecovered
	if c.Clawback == DebtAllowed && c.Kind == Redeemable || d.acc.into != "" { // of a closed account, until it is merged again
		from = Owed
	}
	d.reverse(e, l, from, rest)
}

// takeOthers is take without the lots of the earn itself, whose points are taken back in any case.
func (d *draft) takeOthers(e *Event, c *Currency, points int64, earn *act) []Move {
	var moves []Move
	for _, m := range d.take(c, maxPoints, Reversed, 0) {
		own := slices.ContainsFunc(earn.moves, func(o Move) bool { return o.Lot == m.Lot })
		if n := min(points, m.Points-taken(e.Moves, m.Lot)); n > 0 && !own {
			m.Points = n
			moves = append(moves, m)
			points -= n
		}
	}
	return moves
}

// taken returns what the event takes out of the Free bucket of a lot.
func taken(moves []Move, lot int) int64 {
	var sum int64
	for _, m := range moves {
		if m.Lot == lot && m.From == Free {
			sum += m.Points
		}
	}
	return sum
}

func (d *draft) reverse(e *Event, l *Lot, from Bucket, points int64) {
	if points > 0 {
		e.Moves = append(e.Moves, Move{Lot: l.Lot, From: from, To: Reversed, Points: points})
	}
}

// undoVoid puts back in force what a void reversed. That can be done once.
func (d *draft) undoVoid(e *Event, void *act) error {
	first := d.acc.act(void.ref)
	switch {
	case first == nil || first.kind == EventVoid:
		return d.refusedRef(NotVoidable, void.id)
	case first.kind == EventEarn && first.stay != "" && d.acc.stay(first.stay) != nil:
		return d.refusedRef(Conflict, first.stay)
	}
	for _, m := range void.moves {
		if err := d.undoMove(e, m, first.until); err != nil {
			return err
		}
	}
	for _, r := range d.acc.repaid { // what paid the debt comes back to the lots that paid
		if voidOwed(void, r.debtor) {
			d.acc.giveBack(e, []Move{{Lot: r.payer, From: Reversed, Points: r.points}}, d.head.Date, 0)
		}
	}
	return nil
}

// undoMove puts one move of a void back. Pending points whose time is up lapse.
func (d *draft) undoMove(e *Event, m Move, until hotelcrm.Date) error {
	l, points := d.acc.lot(m.Lot), m.Points
	switch m.From {
	case Pending:
		to := Pending
		if until != 0 && until <= d.head.Date {
			to = Expired
		}
		e.Moves = append(e.Moves, Move{Lot: m.Lot, From: m.To, To: to, Points: points})
	case Owed, Unrecovered, Waived:
		still := min(points, -l.points[m.From])
		if still > 0 {
			e.Moves = append(e.Moves, Move{Lot: m.Lot, From: m.To, To: m.From, Points: still})
		}
		if m.From != Owed && points > still { // recovered from what came back to the lot
			d.acc.giveBack(e, []Move{{Lot: m.Lot, From: m.To, Points: points - still}}, d.head.Date, 0)
		}
	case Free:
		d.acc.giveBack(e, []Move{{Lot: m.Lot, From: m.To, Points: points}}, d.head.Date, 0)
	default: // points that had come back to the lot are spent again
		have := l.points[m.To]
		if points > have || m.To == Free && !l.usableOn(d.head.Date) {
			return &RefusedError{Command: d.head.ID, Reason: Insufficient, Currency: l.Currency, Asked: points, Allowed: have}
		}
		e.Moves = append(e.Moves, Move{Lot: m.Lot, From: m.To, To: m.From, Points: points})
	}
	return nil
}

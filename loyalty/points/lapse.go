package points

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// decide has nothing to add: what lapsed up to the date is written before every command.
func (c Expire) decide(*draft) error { return nil }

// lapse writes everything that ends by itself up to a date, day by day, so that one step and many steps give the same
// events. It needs no rules: all terms are in the account.
func (d *draft) lapse(until hotelcrm.Date) error {
	for {
		day := d.acc.nextEnd(until)
		if day == never {
			return nil
		}
		for i := range d.acc.acts.n {
			if of := d.acc.acts.at(i); of.open && of.until != 0 && of.until <= day {
				if err := d.endAct(i, day); err != nil {
					return err
				}
			}
		}
		e := d.acc.lapseOn(day)
		if len(e.Moves) == 0 && len(e.Ends) == 0 {
			continue
		}
		if err := d.emit(e); err != nil {
			return err
		}
	}
}

// nextEnd returns the first day up to a date on which something ends, never if there is none.
func (a *Account) nextEnd(until hotelcrm.Date) hotelcrm.Date {
	day := never
	for i := range a.acts.n {
		if of := a.acts.at(i); of.open && of.until != 0 {
			day = min(day, of.until)
		}
	}
	for i := range a.lots.n {
		l := a.lots.at(i)
		p := a.purse(l.Currency)
		if p == nil {
			continue // a number that a view leaves free
		}
		if l.points[Free] > 0 {
			day = min(day, max(l.end(p.deadline), l.Since))
		}
		if p.ends(l) {
			day = min(day, p.deadline)
		}
	}
	if day > until {
		return never
	}
	return day
}

// ends reports whether the deadline of the currency, once it passes, brings the end of the lot forward. That holds for
// spent points too: they may come back later, and then their lot is dead.
func (p *purse) ends(l *Lot) bool {
	inPlay := l.points[Free] > 0 || l.points[Held] > 0 || l.points[Redeemed] > 0 || l.points[Reversed] > 0
	return inPlay && p.deadline != 0 && l.usableFrom() < p.deadline && (l.Expires == 0 || l.Expires > p.deadline)
}

// endAct ends a hold, or a pending earn that nobody posted.
func (d *draft) endAct(i int, day hotelcrm.Date) error {
	of := d.acc.acts.at(i)
	if of.kind == EventHold {
		e := Event{Kind: EventRelease, Ref: of.id, Date: of.until}
		d.acc.giveBack(&e, heldBy(of), of.until, of.grace)
		return d.emit(e)
	}
	return d.emit(Event{Kind: EventLapse, Ref: of.id, Date: of.until, Moves: fromPending(of.moves, Expired)})
}

// lapseOn returns the event of all lots that die on a day.
func (a *Account) lapseOn(day hotelcrm.Date) Event {
	e := Event{Kind: EventLapse, Date: day}
	for i := range a.purses {
		p, n := &a.purses[i], len(e.Ends)
		if p.deadline == day {
			for k := range a.lots.n {
				if l := a.lots.at(k); l.Currency == p.currency && p.ends(l) {
					e.Ends = append(e.Ends, LotEnd{Lot: l.Lot, Expires: day})
				}
			}
		}
		if len(e.Ends) > n {
			e.Deadlines = append(e.Deadlines, Deadline{Currency: p.currency})
		}
	}
	for i := range a.lots.n {
		if l := a.lots.at(i); l.points[Free] > 0 && max(a.endOf(l), l.Since) <= day {
			e.Moves = append(e.Moves, Move{Lot: l.Lot, From: Free, To: Expired, Points: l.points[Free]})
		}
	}
	return e
}

// restart adds the deadlines that an event starts anew: where its kind is among the acts of the currency, or where it
// is a credit and no period is running.
func (d *draft) restart(e *Event) {
	for i := range d.rules.Currencies {
		c := &d.rules.Currencies[i]
		if c.Inactivity.Months == 0 {
			continue
		}
		p, credited := d.acc.purse(c.Name), d.credits(e, c.Name)
		if p == nil && !slices.ContainsFunc(e.Lots, func(t Terms) bool { return t.Currency == c.Name }) {
			continue
		}
		idle := p == nil || p.deadline <= e.Date
		if slices.Contains(c.Inactivity.Acts, e.Kind) || credited && idle {
			d.setDeadline(e, c)
		}
	}
}

// setDeadline starts the period of inactivity on the event's date, or when the exemption ends. It never gets shorter.
func (d *draft) setDeadline(e *Event, c *Currency) {
	if d.acc.exempt == hotelcrm.MaxDate {
		return
	}
	end := max(e.Date, d.acc.exempt).AddMonths(c.Inactivity.Months)
	for i := range e.Deadlines {
		if own := &e.Deadlines[i]; own.Currency == c.Name { // the command's own: the later one counts, none stays none
			if own.Date != 0 {
				own.Date = max(own.Date, end)
			}
			return
		}
	}
	if end > d.acc.deadline(c.Name) {
		e.Deadlines = append(e.Deadlines, Deadline{Currency: c.Name, Date: end})
	}
}

// credits reports whether the event adds points of the currency to a balance.
func (d *draft) credits(e *Event, currency string) bool {
	for _, m := range e.Moves {
		if m.To != Free {
			continue
		}
		if have := d.acc.lots.n; m.Lot > have && e.Lots[m.Lot-have-1].Currency == currency ||
			m.Lot <= have && d.acc.lot(m.Lot).Currency == currency {
			return true
		}
	}
	return false
}

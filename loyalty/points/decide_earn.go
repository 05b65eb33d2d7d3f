package points

import (
	"fmt"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

func (c Earn) decide(d *draft) error {
	if len(c.Credits) == 0 {
		return refuse.Param("Earn.Credits", "none", "at least one")
	}
	if c.Until != 0 && (!c.Pending || c.Until <= c.Date || c.Until > hotelcrm.MaxDate) {
		return refuse.Param("Earn.Until", c.Until.String(), "a date after the command's, of a pending earn")
	}
	e := Event{Kind: EventEarn, Stay: c.Stay, Until: c.Until}
	for i := range c.Credits {
		if err := d.credit(&e, i, &c.Credits[i], c.Pending); err != nil {
			return err
		}
	}
	if c.Replaces != "" {
		if err := d.replace(&c, &e); err != nil {
			return err
		}
	}
	return d.conclude(e)
}

// replace voids the earn in whose place an event comes. The void is part of that command and has no id of its own.
func (d *draft) replace(c *Earn, next *Event) error {
	of, err := d.refer(c.Replaces)
	switch {
	case err != nil:
		return err
	case of.kind != EventEarn || of.stay == "" || of.stay != c.Stay:
		return d.refusedRef(NotFound, c.Replaces)
	case of.voided || c.Pending && !of.open:
		return d.refusedRef(Settled, c.Replaces)
	}
	void := Event{Kind: EventVoid, Ref: c.Replaces, Date: d.head.Date, Reason: d.head.Reason}
	if err := d.takeBack(&void, of, next); err != nil {
		return err
	}
	return d.emit(void)
}

// credit adds a lot and its first move to the event.
func (d *draft) credit(e *Event, i int, c *Credit, pending bool) error {
	rules := d.rules.currency(c.Currency)
	if rules == nil {
		return d.refusedCurrency(UnknownCurrency, c.Currency)
	}
	field := fmt.Sprintf("Earn.Credits[%d].", i)
	if err := c.check(field); err != nil {
		return err
	}
	t := Terms{
		Lot: d.acc.lots.n + i + 1, Currency: c.Currency, Origin: c.Origin, Earned: c.Earned, Active: c.Active, Expires: c.Expires,
		Rule: c.Rule, Version: c.Version, Stay: e.Stay,
	}
	if t.Origin == 0 {
		t.Origin = FromSale
	}
	if t.Earned == 0 {
		t.Earned = d.head.Date
	}
	if t.Active == 0 {
		t.Active = d.head.Date
	}
	if t.Expires == 0 && !c.Forever {
		t.Expires = rules.Life.Expires(t.Earned)
	}
	to := Free
	if pending {
		to = Pending
	}
	e.Lots = append(e.Lots, t)
	e.Moves = append(e.Moves, Move{Lot: t.Lot, From: Issued, To: to, Points: c.Points})
	return nil
}

func (c *Credit) check(field string) error {
	if err := pointsRange(field+"Points", c.Points, 1); err != nil {
		return err
	}
	if !knownOrUnset(originNames, c.Origin) {
		return refuse.Param(field+"Origin", c.Origin.String(), originNames.Allowed())
	}
	if err := optionalDate(field+"Earned", c.Earned); err != nil {
		return err
	}
	if err := optionalDate(field+"Active", c.Active); err != nil {
		return err
	}
	if c.Forever && c.Expires != 0 {
		return refuse.Param(field+"Forever", "true", "an end or none, not both")
	}
	return optionalDate(field+"Expires", c.Expires)
}

// creditedStay returns the earn in force for the stay of c, and whether it gave the same points.
func (a *Account) creditedStay(c *Earn) (old *act, same bool) {
	if old = a.stay(c.Stay); old != nil {
		same = len(old.moves) == len(c.Credits)
		for i := 0; same && i < len(c.Credits); i++ {
			m := old.moves[i]
			same = m.Points == c.Credits[i].Points && a.lot(m.Lot).Currency == c.Credits[i].Currency
		}
		return old, same
	}
	return nil, false
}

// referOpen returns the act of an earlier command, a pending earn or a hold, which is still open on the command's date.
func (d *draft) referOpen(kind EventKind, id string) (*act, error) {
	of, err := d.refer(id)
	switch {
	case err != nil:
		return nil, err
	case of.kind != kind:
		return nil, d.refusedRef(NotFound, id)
	case !of.open:
		return nil, d.refusedRef(Settled, id)
	}
	return of, nil
}

// refer returns the act of an earlier command, which may not be dated after this one.
func (d *draft) refer(id string) (*act, error) {
	of := d.acc.act(id)
	switch {
	case of == nil:
		return nil, d.refusedRef(NotFound, id)
	case of.date > d.head.Date:
		return nil, d.refusedRef(Backdated, id)
	}
	return of, nil
}

func (c Post) decide(d *draft) error   { return d.resolve(EventPost, c.Earn, Free) }
func (c Cancel) decide(d *draft) error { return d.resolve(EventCancel, c.Earn, Reversed) }

// resolve moves a pending earn on.
func (d *draft) resolve(kind EventKind, id string, to Bucket) error {
	of, err := d.referOpen(EventEarn, id)
	if err != nil {
		return err
	}
	return d.conclude(Event{Kind: kind, Ref: id, Moves: fromPending(of.moves, to)})
}

func fromPending(moves []Move, to Bucket) []Move {
	out := make([]Move, 0, len(moves))
	for _, m := range moves {
		out = append(out, Move{Lot: m.Lot, From: Pending, To: to, Points: m.Points})
	}
	return out
}

func (c Adjust) decide(d *draft) error {
	rules := d.rules.currency(c.Currency)
	if rules == nil {
		return d.refusedCurrency(UnknownCurrency, c.Currency)
	}
	e := Event{Kind: EventAdjust, Grace: rules.Grace}
	switch {
	case c.Points == 0 || c.Points == minPoints:
		return refuse.Param("Adjust.Points", fmt.Sprint(c.Points), "a number above or below 0")
	case c.Points < 0:
		moves, err := d.allocate(rules, -c.Points, Reversed)
		if err != nil {
			return err
		}
		e.Moves = moves
		return d.conclude(e)
	}
	origin := c.Origin
	if origin == 0 {
		origin = FromGoodwill
	}
	credit := Credit{Currency: c.Currency, Points: c.Points, Origin: origin, Expires: c.Expires}
	if err := d.credit(&e, 0, &credit, false); err != nil {
		return err
	}
	return d.conclude(e)
}

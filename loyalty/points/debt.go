package points

import (
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// settleDebts lets points that came to the balance pay what voided earns still miss: their own lot's first, then what
// others owe, lot by lot in recorded order.
func (d *draft) settleDebts(e *Event) error {
	if e.Kind == EventRepay || e.Kind == EventRecover {
		return nil
	}
	var lots []int
	for _, m := range e.Moves {
		if m.To == Free {
			lots = append(lots, m.Lot)
		}
	}
	slices.Sort(lots)
	for _, lot := range lots {
		if err := d.recoverFrom(lot, e.Date); err != nil {
			return err
		}
		if err := d.repayFrom(lot, e.Date); err != nil {
			return err
		}
	}
	return nil
}

// recoverFrom takes points that came back to a lot whose claw-back went short.
func (d *draft) recoverFrom(lot int, date hotelcrm.Date) error {
	l := d.acc.lot(lot)
	n := min(l.points[Free], -l.points[Unrecovered])
	if n <= 0 {
		return nil
	}
	return d.emit(Event{
		Kind: EventRecover, Date: max(date, l.charged), Moves: []Move{{Lot: lot, From: Free, To: Unrecovered, Points: n}},
	})
}

// repayFrom pays what lots of the same currency owe, in recorded order, out of one lot.
func (d *draft) repayFrom(lot int, date hotelcrm.Date) error {
	payer := d.acc.lot(lot)
	e := Event{Kind: EventRepay, Date: max(date, payer.charged)}
	left := payer.points[Free]
	for i := range d.acc.lots.n {
		l := d.acc.lots.at(i)
		n := min(left, -l.points[Owed])
		if l.Currency != payer.Currency || n <= 0 {
			continue
		}
		e.Date = max(e.Date, l.charged)
		e.Moves = append(e.Moves, Move{Lot: lot, From: Free, To: Reversed, Points: n}, Move{Lot: l.Lot, From: Reversed, To: Owed, Points: n})
		left -= n
	}
	if len(e.Moves) == 0 || d.acc.endOf(payer) <= e.Date {
		return nil
	}
	return d.emit(e)
}

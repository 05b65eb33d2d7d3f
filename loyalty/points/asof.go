package points

import (
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// AsOf names a point on both clocks: the state on a business date, by what was known at a moment.
type AsOf struct {
	Date  hotelcrm.Date // events of later business dates do not count
	Known Instant       // events recorded later do not count; zero: all that is recorded
}

// BalanceAsOf returns the balance on any business date, by what was known at any moment.
//
// Input: all events of the account in recorded order; those that the question leaves out are skipped.
// Errors: a [*hotelcrm.ParamError] for a wrong date; [ErrEvent], wrapped, for events that do not fit together.
// Cost: O(events).
func BalanceAsOf(events []Event, currency string, at AsOf) (Balance, error) {
	a, err := viewOf("", events, at)
	if err != nil {
		return Balance{}, err
	}
	return a.Balance(currency, at.Date)
}

// viewOf folds what was known of an account at a point on both clocks.
//
// Leaving out later business dates never tears a lot apart: what an event builds on is never dated after it.
func viewOf(id string, events []Event, at AsOf) (*Account, error) {
	if at.Date < hotelcrm.MinDate || at.Date > hotelcrm.MaxDate {
		return nil, refuse.Param("date", at.Date.String(), "a business date")
	}
	a := &Account{id: id, view: true}
	events = events[:at.length(events)]
	a.grow(events)
	for i := range events {
		e := &events[i]
		if e.Date > at.Date {
			a.skip(e)
			continue
		}
		if err := a.apply(e); err != nil {
			return nil, eventError(e, err)
		}
	}
	return a, nil
}

// length returns how many events there are up to the last that counts.
func (at AsOf) length(events []Event) int {
	n := 0
	for i := range events {
		e := &events[i]
		if at.Known != 0 && e.Recorded > at.Known {
			break
		}
		if e.Date <= at.Date {
			n = i + 1
		}
	}
	return n
}

// skip leaves the numbers of the lots of an event free, so that later lots keep theirs.
func (a *Account) skip(e *Event) {
	for range e.Lots {
		a.lots.add(Lot{})
	}
}

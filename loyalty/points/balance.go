package points

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/internal/refuse"
)

// Balance is what an account holds in one currency on one business date.
type Balance struct {
	Currency    string        `json:"currency"`
	Date        hotelcrm.Date `json:"date"`
	Points      int64         `json:"points"`      // posted and alive, less what is owed: may be negative
	Available   int64         `json:"available"`   // what can be spent: never negative, never more than Points
	Held        int64         `json:"held"`        // reserved for awards, part of Points
	Waiting     int64         `json:"waiting"`     // posted, but not active yet; part of Points
	Pending     int64         `json:"pending"`     // not posted; no part of Points
	Owed        int64         `json:"owed"`        // debt from claw-backs, taken off Points
	Unrecovered int64         `json:"unrecovered"` // what claw-backs could not take and nobody owes
}

// Balance returns what the account holds on a business date. Lots that have died by then do not count, whether or not
// an [Expire] has written that down.
//
// Input: a date not before [Account.Clock]; for an earlier one see [BalanceAsOf]. A currency without points gives zeros.
// Errors: a [*hotelcrm.ParamError] for another date.
// Cost: O(lots), no allocation unless a hold or a pending earn has ended by itself since the last event.
func (a *Account) Balance(currency string, date hotelcrm.Date) (Balance, error) {
	at, err := a.at(date)
	if err != nil {
		return Balance{}, err
	}
	return at.sum(currency, date), nil
}

// at returns the account with everything settled that ends by itself up to a date, lapses of free points apart: the
// sums leave those out anyway.
func (a *Account) at(date hotelcrm.Date) (*Account, error) {
	if date < max(a.clock, hotelcrm.MinDate) || date > hotelcrm.MaxDate {
		return nil, refuse.Param("date", date.String(), "a business date from "+a.clock.String()+" on")
	}
	for i := range a.acts.n {
		if of := a.acts.at(i); of.open && of.until != 0 && of.until <= date {
			at, _, err := a.lapsedTo(date)
			return at, err
		}
	}
	return a, nil
}

// lapsedTo returns a copy of the account on which everything up to a date has lapsed, and the events that say so.
func (a *Account) lapsedTo(date hotelcrm.Date) (*Account, []Event, error) {
	d := &draft{acc: a.clone(), head: Header{Recorded: a.recorded}}
	err := d.lapse(date)
	return d.acc, d.events, err
}

func (a *Account) sum(currency string, date hotelcrm.Date) Balance {
	b := Balance{Currency: currency, Date: date}
	deadline := a.deadline(currency)
	free := int64(0)
	for i := range a.lots.n {
		l := a.lots.at(i)
		if l.Currency != currency {
			continue
		}
		b.Pending += l.points[Pending]
		b.Held += l.points[Held]
		b.Owed -= l.points[Owed]
		b.Unrecovered -= l.points[Unrecovered] + l.points[Waived]
		switch n := l.points[Free]; {
		case n == 0 || l.end(deadline) <= date:
		case l.Active > date:
			b.Waiting += n
		default:
			free += n
		}
	}
	b.Points = free + b.Waiting + b.Held - b.Owed
	b.Available = max(0, free-b.Owed)
	return b
}

// Currencies returns the currencies that the account has ever held, in the order of their names.
func (a *Account) Currencies() []string {
	names := make([]string, 0, len(a.purses))
	for i := range a.purses {
		names = append(names, a.purses[i].currency)
	}
	slices.Sort(names)
	return names
}

// Lapse is a day on which points will lapse if nothing happens until then.
type Lapse struct {
	Date       hotelcrm.Date `json:"date"` // the first day without them
	Points     int64         `json:"points"`
	Lots       []int         `json:"lots"`
	Inactivity bool          `json:"inactivity"` // for want of activity, which a stay would stop
}

// Forecast returns every day after a date and up to another on which points of a currency will lapse, the earliest
// first. Held points are left out: they do not lapse while they are held.
//
// Input: from as in [Account.Balance]; until the last day that counts, MaxDate for the whole schedule.
// Errors: a [*hotelcrm.ParamError] for a wrong date.
func (a *Account) Forecast(currency string, from, until hotelcrm.Date) ([]Lapse, error) {
	if until < from || until > hotelcrm.MaxDate {
		return nil, refuse.Param("until", until.String(), "a date from "+from.String()+" on")
	}
	at, err := a.at(from)
	if err != nil {
		return nil, err
	}
	var list []Lapse
	deadline := at.deadline(currency)
	for i := range at.lots.n {
		l := at.lots.at(i)
		end := l.end(deadline)
		if l.Currency == currency && l.points[Free] > 0 && end > from && end <= until {
			list = addLapse(list, l, end, end == deadline && end != l.Expires)
		}
	}
	slices.SortFunc(list, func(x, y Lapse) int { return cmp.Or(cmp.Compare(x.Date, y.Date), cmp.Compare(x.Lots[0], y.Lots[0])) })
	return list, nil
}

func addLapse(list []Lapse, l *Lot, end hotelcrm.Date, inactivity bool) []Lapse {
	for i := range list {
		if x := &list[i]; x.Date == end && x.Inactivity == inactivity {
			x.Points, x.Lots = x.Points+l.points[Free], append(x.Lots, l.Lot)
			return list
		}
	}
	return append(list, Lapse{Date: end, Points: l.points[Free], Lots: []int{l.Lot}, Inactivity: inactivity})
}

package points

import (
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Apply returns the account after one event, and leaves the given one unchanged.
//
// Errors: [ErrEvent], wrapped, for an event that does not follow on the account.
// Cost: O(moves), and a copy of the index of the account's commands; [Fold] copies that once for many events.
func Apply(a *Account, e Event) (*Account, error) { return Fold(a, []Event{e}) }

// Fold returns the account after all events in order. The given account is unchanged, and so are the events, which the
// result shares and nobody may change later.
//
// Folding a prefix and then the rest gives the same account as folding all, bit for bit.
//
// Errors: [ErrEvent], wrapped, with the sequence number of the first event that does not fit.
func Fold(a *Account, events []Event) (*Account, error) {
	c := a.clone()
	c.grow(events)
	for i := range events {
		e := &events[i]
		if e.Seq != c.version+1 {
			return nil, fmt.Errorf("%w: sequence number %d after %d", ErrEvent, e.Seq, c.version)
		}
		if err := c.apply(e); err != nil {
			return nil, eventError(e, err)
		}
	}
	return c, nil
}

// grow makes room for what the events bring.
func (a *Account) grow(events []Event) {
	lots, acts := 0, 0
	for i := range events {
		lots += len(events[i].Lots)
		if events[i].Command != "" {
			acts++
		}
	}
	a.lots.grow(lots)
	if !a.view {
		a.acts.grow(acts)
		a.actOrder = slices.Grow(a.actOrder, acts)
	}
}

func eventError(e *Event, err error) error {
	return fmt.Errorf("%w: number %d: %s", ErrEvent, e.Seq, err)
}

// misfit says what is wrong with an event.
type misfit string

func (m misfit) Error() string { return string(m) }

const (
	tooMany  misfit = "more points than can be counted"
	notThere misfit = "points that are not there"
)

// apply changes the account. After an error it is of no further use.
func (a *Account) apply(e *Event) error {
	switch {
	case !known(eventNames, e.Kind) || e.Date < hotelcrm.MinDate || e.Date > hotelcrm.MaxDate:
		return misfit("kind or date")
	case e.Recorded < a.recorded:
		return misfit("recorded before the event that it follows")
	}
	for i := range e.Lots {
		if err := a.addLot(&e.Lots[i]); err != nil {
			return err
		}
	}
	for i := range e.Moves {
		if err := a.move(&e.Moves[i], e.Date); err != nil {
			return err
		}
	}
	for _, end := range e.Ends {
		switch {
		case a.hasLot(end.Lot):
			a.lots.edit(end.Lot - 1).Expires = end.Expires
		case !a.view: // a view may lack lots that came under a later date and were extended under an earlier one
			return misfit("end of a lot that does not exist")
		}
	}
	for _, d := range e.Deadlines {
		a.purseOf(d.Currency).deadline = d.Date
	}
	if err := a.settle(e); err != nil {
		return err
	}
	a.version, a.clock, a.recorded = e.Seq, max(a.clock, e.Date), e.Recorded
	return nil
}

func (a *Account) hasLot(id int) bool {
	return id >= 1 && id <= a.lots.n && a.lots.at(id-1).Currency != ""
}

func (a *Account) addLot(t *Terms) error {
	if t.Lot != a.lots.n+1 || t.Currency == "" {
		return misfit("a lot out of turn or without a currency")
	}
	a.lots.add(Lot{Terms: *t})
	a.purseOf(t.Currency)
	return nil
}

// purseOf returns the purse of a currency, a new one if there is none yet.
func (a *Account) purseOf(currency string) *purse {
	if p := a.purse(currency); p != nil {
		return p
	}
	a.purses = append(a.purses, purse{currency: currency})
	return &a.purses[len(a.purses)-1]
}

func (a *Account) move(m *Move, date hotelcrm.Date) error {
	if !a.hasLot(m.Lot) || m.Points < 1 || !known(bucketNames, m.From) || !known(bucketNames, m.To) || m.From == m.To {
		return misfit("a move without lot, buckets or points")
	}
	l := a.lots.edit(m.Lot - 1)
	if m.From == Issued || m.From == Moved || m.From == Owed && m.To == Moved {
		p := a.purseOf(l.Currency)
		sum, ok := add(p.credited, m.Points)
		if !ok {
			return tooMany
		}
		p.credited = sum
	}
	from, okFrom := add(l.points[m.From], -m.Points)
	to, okTo := add(l.points[m.To], m.Points)
	switch {
	case !okFrom || !okTo:
		return tooMany
	case from < 0 && !l.mayFall(m.From, from):
		return notThere
	case to > 0 && (m.To == Owed || m.To == Unrecovered || m.To == Waived || m.To == Issued):
		return misfit("more points than were owed or issued")
	}
	l.points[m.From], l.points[m.To] = from, to
	switch {
	case m.To == Free:
		l.Since = max(l.Since, date)
	case m.To == Expired:
		l.Lapsed = max(l.Lapsed, date)
	}
	if m.From == Owed || m.From == Unrecovered {
		l.charged = max(l.charged, date)
	}
	return nil
}

// mayFall reports whether a bucket of the lot may stand below zero. What a merged account owed was reversed there, so what
// pays it here comes out of a Reversed that is empty.
func (l *Lot) mayFall(b Bucket, to int64) bool {
	return b.mayFall() || b == Reversed && l.From != "" && to+l.points[Moved] >= 0
}

// add returns a + b, and false if that does not fit.
func add(a, b int64) (int64, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

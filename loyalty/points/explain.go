package points

import (
	"cmp"
	"slices"

	"github.com/hotelcrm/hotelcrm"
)

// Statement explains one balance: every event behind it, every lot, and what will lapse when.
type Statement struct {
	Account  string    `json:"account"`
	Balance  Balance   `json:"balance"`
	Lines    []Line    `json:"lines"`    // in recorded order; their changes add up to Balance.Points
	Lots     []LotLine `json:"lots"`     // all lots of the currency, empty ones included
	Schedule []Lapse   `json:"schedule"` // every later day on which points will lapse
}

// Line is what one event did to the balance.
type Line struct {
	Event  Event `json:"event"`  // Seq 0: a lapse that no [Expire] has written yet
	Change int64 `json:"change"` // of the balance
	Points int64 `json:"points"` // the balance after it
}

// LotLine is one lot, where its points are, and the events that moved them.
type LotLine struct {
	Terms  Terms            `json:"terms"`
	Points map[Bucket]int64 `json:"points"` // buckets that are not zero
	Events []uint64         `json:"events"` // sequence numbers
}

// Explain returns the statement of a currency on a business date, by what was known at a moment.
//
// Input: all events of the account in recorded order. Lines hold only those that touch the currency.
// Errors: as [BalanceAsOf].
func Explain(account string, events []Event, currency string, at AsOf) (Statement, error) {
	view, err := viewOf(account, events, at)
	if err != nil {
		return Statement{}, err
	}
	done, lapses, err := view.lapsedTo(at.Date)
	if err != nil {
		return Statement{}, err
	}
	s := Statement{Account: account, Balance: done.sum(currency, at.Date), Lots: done.lotLines(currency)}
	if s.Schedule, err = done.Forecast(currency, at.Date, hotelcrm.MaxDate); err != nil {
		return Statement{}, err
	}
	for i := range events {
		if e := &events[i]; e.Date <= at.Date && (at.Known == 0 || e.Recorded <= at.Known) {
			s.add(done, e)
		}
	}
	for i := range lapses {
		lapses[i].Seq = 0
		s.add(done, &lapses[i])
	}
	return s, nil
}

func (a *Account) lotLines(currency string) []LotLine {
	var lines []LotLine
	for i := range a.lots.n {
		l := a.lots.at(i)
		if l.Currency != currency {
			continue
		}
		line := LotLine{Terms: l.Terms, Points: map[Bucket]int64{}}
		for b := Issued; int(b) < bucketCount; b++ {
			if n := l.points[b]; n != 0 {
				line.Points[b] = n
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// add appends the line of an event that touches the currency.
func (s *Statement) add(a *Account, e *Event) {
	change, touched := int64(0), false
	for _, m := range e.Moves {
		if a.lot(m.Lot).Currency != s.Balance.Currency {
			continue
		}
		touched = true
		change += m.change()
		s.note(m.Lot, e.Seq)
	}
	for _, end := range e.Ends {
		touched = touched || a.lot(end.Lot).Currency == s.Balance.Currency
	}
	if !touched {
		return
	}
	points := change
	if n := len(s.Lines); n > 0 {
		points += s.Lines[n-1].Points
	}
	s.Lines = append(s.Lines, Line{Event: *e, Change: change, Points: points})
}

// note writes the event down beside the lot, once.
func (s *Statement) note(lot int, seq uint64) {
	i, found := slices.BinarySearchFunc(s.Lots, lot, func(l LotLine, lot int) int { return cmp.Compare(l.Terms.Lot, lot) })
	if !found || seq == 0 {
		return
	}
	l := &s.Lots[i]
	if n := len(l.Events); n == 0 || l.Events[n-1] != seq {
		l.Events = append(l.Events, seq)
	}
}

// change returns what the move adds to the member's balance.
func (m *Move) change() int64 {
	switch in, out := m.To.member(), m.From.member(); {
	case in && !out:
		return m.Points
	case out && !in:
		return -m.Points
	}
	return 0
}

// member reports whether the bucket is part of the member's balance.
func (b Bucket) member() bool { return b == Free || b == Held || b == Owed }

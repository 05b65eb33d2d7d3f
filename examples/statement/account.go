package main

import (
	"cmp"
	"errors"
	"fmt"
	"slices"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
	"github.com/hotelcrm/hotelcrm/loyalty/points/posting"
)

// currency is the name of the one kind of points that a statement has.
const currency = "points"

// account is the points account as the statement shows it.
type account struct {
	points.Statement
	Refused []refusal `json:"refused"` // what the ledger did not do, in recorded order
}

// refusal is a row that the ledger refused, and why.
type refusal struct {
	Command string        `json:"command"`
	Date    hotelcrm.Date `json:"date"`
	Reason  string        `json:"reason"` // stable code
	Asked   int64         `json:"asked"`
	Allowed int64         `json:"allowed"`
}

// teller leads the account of one member.
type teller struct {
	poster   posting.Poster
	at       loyalty.AsOf
	steps    []step
	acc      *points.Account
	events   []points.Event
	refusals []refusal
}

// open leads the account up to the day of the statement.
func (s *statement) open() (*account, error) {
	t := &teller{
		poster: posting.Poster{Engine: s.engine, Currency: points.Currency{Name: currency, Kind: points.Redeemable, Burn: points.SoonestExpiry}},
		at:     s.at, acc: points.NewAccount(s.member.ID),
	}
	t.collect(s)
	slices.SortStableFunc(t.steps, func(a, b step) int {
		return cmp.Or(cmp.Compare(a.recorded, b.recorded), cmp.Compare(a.date(), b.date()), cmp.Compare(a.order, b.order))
	})
	for _, one := range t.steps {
		if err := t.do(one); err != nil {
			return nil, err
		}
	}
	out := &account{Refused: t.refusals}
	var err error
	out.Statement, err = points.Explain(s.member.ID, t.events, currency, points.AsOf{Date: s.at.On})
	return out, err
}

// do has the ledger decide one command, under the rules in force on its date.
func (t *teller) do(one step) error {
	rules := t.poster.Rules(one.date())
	decision, err := rules.Decide(t.acc, one.command)
	if refused, ok := errors.AsType[*points.RefusedError](err); ok {
		t.refusals = append(t.refusals, refusal{refused.Command, one.date(), refused.Reason.String(), refused.Asked, refused.Allowed})
		return nil
	}
	if err != nil {
		return fmt.Errorf("%s: %w", one.head.ID, err)
	}
	if t.acc, err = points.Fold(t.acc, decision.Events); err != nil {
		return err
	}
	t.events = append(t.events, decision.Events...)
	return nil
}

package points_test

import (
	"bytes"
	"crypto/sha256"
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// tester is what *testing.T and *rapid.T share.
type tester interface {
	Helper()
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
}

// day returns a date of 2026, or of another year where one is given.
func day(month, day int, year ...int) hotelcrm.Date {
	y := 2026
	if len(year) > 0 {
		y = year[0]
	}
	d, err := hotelcrm.NewDate(y, time.Month(month), day)
	if err != nil {
		panic(err)
	}
	return d
}

// plain returns rules with one redeemable currency that never expires, and a counter of nights.
func plain(change ...func(*points.Currency)) points.Rules {
	c := points.Currency{Name: "points", Kind: points.Redeemable}
	for _, f := range change {
		f(&c)
	}
	return points.Rules{Version: "2026", Currencies: []points.Currency{c, {Name: "nights", Kind: points.Qualifying}}}
}

// desk keeps one account and everything that happened to it; every change goes through Decide and Fold.
type desk struct {
	t       tester
	rules   points.Rules
	account *points.Account
	events  []points.Event
	sent    []points.Command // that took effect
	n       int
}

func open(t tester, rules points.Rules) *desk {
	return &desk{t: t, rules: rules, account: points.NewAccount("G-1")}
}

// try decides a command and folds what it leads to.
func (d *desk) try(c points.Command) (points.Decision, error) {
	decision, err := d.rules.Decide(d.account, c)
	if err != nil {
		return decision, err
	}
	next, err := points.Fold(d.account, decision.Events)
	if err != nil {
		d.t.Helper()
		d.t.Fatalf("decided, but does not fold: %v", err)
	}
	d.account, d.events = next, append(d.events, decision.Events...)
	if len(decision.Events) > 0 {
		d.sent = append(d.sent, c)
	}
	return decision, nil
}

func (d *desk) do(c points.Command) points.Decision {
	d.t.Helper()
	decision, err := d.try(c)
	if err != nil {
		d.t.Fatalf("%+v: %v", c, err)
	}
	return decision
}

// head returns a header with an id of its own.
func (d *desk) head(date hotelcrm.Date) points.Header {
	d.n++
	return points.Header{ID: fmt.Sprintf("c%04d", d.n), Date: date, Recorded: points.Instant(d.n)}
}

// earn credits points and returns the id of the command.
func (d *desk) earn(date hotelcrm.Date, n int64, change ...func(*points.Earn)) string {
	d.t.Helper()
	c := points.Earn{Header: d.head(date), Credits: []points.Credit{{Currency: "points", Points: n}}}
	for _, f := range change {
		f(&c)
	}
	d.do(c)
	return c.ID
}

func (d *desk) redeem(date hotelcrm.Date, n int64) string {
	d.t.Helper()
	c := points.Redeem{Header: d.head(date), Currency: "points", Points: n}
	d.do(c)
	return c.ID
}

func (d *desk) void(date hotelcrm.Date, ref string) string {
	d.t.Helper()
	c := points.Void{Header: d.head(date), Ref: ref}
	d.do(c)
	return c.ID
}

func (d *desk) balance(date hotelcrm.Date) points.Balance {
	d.t.Helper()
	b, err := points.BalanceAsOf(d.events, "points", points.AsOf{Date: date})
	if err != nil {
		d.t.Fatalf("balance on %v: %v", date, err)
	}
	if date < d.account.Clock() {
		return b
	}
	now, err := d.account.Balance("points", date)
	if diff := cmp.Diff(b, now); diff != "" || err != nil {
		d.t.Fatalf("balance from the state, %v, and from the events (-events +state):\n%s", err, diff)
	}
	return b
}

// want checks the points of the balance on a date.
func (d *desk) want(date hotelcrm.Date, points int64) {
	d.t.Helper()
	if got := d.balance(date).Points; got != points {
		d.t.Errorf("balance on %v = %d, want %d", date, got, points)
	}
}

func expires(date hotelcrm.Date) func(*points.Earn) {
	return func(c *points.Earn) { c.Credits[0].Expires = date }
}

func stay(key string) func(*points.Earn) {
	return func(c *points.Earn) { c.Stay = key }
}

func burn(order points.BurnOrder) func(*points.Currency) {
	return func(c *points.Currency) { c.Burn = order }
}

func clawback(policy points.Clawback) func(*points.Currency) {
	return func(c *points.Currency) { c.Clawback = policy }
}

func mustLedger(t *testing.T, rules points.Rules) (*points.Ledger, *points.Memory) {
	t.Helper()
	journal := new(points.Memory)
	return &points.Ledger{Journal: journal, Rules: rules}, journal
}

// sealed adds the checksum of a snapshot.
func sealed(body []byte) []byte {
	sum := sha256.Sum256(body)
	return append(bytes.Clone(body), sum[:]...)
}

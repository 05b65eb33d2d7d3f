package desk

import (
	"context"

	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// book is one account within a transaction: read once, and moved on with every command. It does what a [points.Ledger]
// does, which would read the account anew for each.
type book struct {
	tx      *store.Tx
	rules   *points.Rules
	account *points.Account
	now     points.Instant // of recording; never before what the account holds: the clocks of two computers may differ
}

// open reads an account.
func (d *Desk) open(tx *store.Tx, k *knowledge, id string) (*book, error) {
	events, err := tx.Load(context.Background(), id, 0)
	if err != nil {
		return nil, err
	}
	b := &book{tx: tx, rules: &k.Rules, now: points.Instant(d.now().UnixMilli())}
	if n := len(events); n > 0 {
		b.now = max(b.now, events[n-1].Recorded)
	}
	b.account, err = points.Fold(points.NewAccount(id), events)
	return b, err
}

// do decides a command and appends what follows from it. Commands that need a second account are not for it.
func (b *book) do(c points.Command) error {
	decision, err := b.rules.Decide(b.account, c)
	if err != nil || len(decision.Events) == 0 {
		return err
	}
	batch := points.Batch{Account: b.account.ID(), Expected: b.account.Version(), Events: decision.Events}
	if err := b.tx.Append(context.Background(), batch); err != nil {
		return err
	}
	b.account, err = points.Fold(b.account, decision.Events)
	return err
}

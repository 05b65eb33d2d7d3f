package desk

import (
	"context"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// book is one account as a transaction sees it: read once, and moved on with every command. It does what a
// [points.Ledger] does, which would read the account anew for each.
type book struct {
	rules   *points.Rules
	account *points.Account
	now     points.Instant // of recording; never before what the account holds: the clocks of two computers may differ
	batch   points.Batch   // what the commands came to, not yet written
}

// open reads an account on from an earlier state of it, nil: from its first event.
func (d *Desk) open(tx *store.Tx, k *knowledge, id string, from *points.Account) (*book, error) {
	if from == nil {
		from = points.NewAccount(id)
	}
	events, err := tx.Load(context.Background(), id, from.Version())
	if err != nil {
		return nil, err
	}
	account, err := points.Fold(from, events)
	if err != nil {
		return nil, err
	}
	return &book{
		rules: &k.Rules, account: account, now: max(points.Instant(d.now().UnixMilli()), account.Recorded()),
		batch: points.Batch{Account: id, Expected: account.Version()},
	}, nil
}

// do decides a command. Commands that need a second account are not for it.
func (b *book) do(c points.Command) error {
	decision, err := b.rules.Decide(b.account, c)
	if err != nil || len(decision.Events) == 0 {
		return err
	}
	b.batch.Events = append(b.batch.Events, decision.Events...)
	b.account, err = points.Fold(b.account, decision.Events)
	return err
}

// balance returns what the account holds after the commands.
func (b *book) balance(on hotelcrm.Date) (points.Balance, error) {
	return b.account.Balance(PointsCurrency, max(b.account.Clock(), on))
}

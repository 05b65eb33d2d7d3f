package desk

import (
	"context"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
	"github.com/hotelcrm/hotelcrm/loyalty/points"
)

// sweep writes into the ledger which points have lapsed up to a date, and returns in how many accounts. Balances are the
// same with and without it; the books need it.
func (d *Desk) sweep(ctx context.Context, on hotelcrm.Date) (int, error) {
	var accounts []string
	err := d.db.Read(ctx, func(tx *store.Tx) (err error) {
		accounts, err = tx.Accounts()
		return err
	})
	lapsed := 0
	for from := 0; from < len(accounts) && err == nil; from += piece {
		var n int
		n, err = d.sweepSome(ctx, on, accounts[from:min(from+piece, len(accounts))])
		lapsed += n
	}
	return lapsed, err
}

// sweepSome decides on a state that was read, outside any write. Where somebody has written meanwhile, it decides again.
func (d *Desk) sweepSome(ctx context.Context, on hotelcrm.Date, accounts []string) (int, error) {
	for {
		var batches []points.Batch
		err := d.db.Read(ctx, func(tx *store.Tx) error {
			k, err := d.knowledge(tx)
			if err != nil {
				return err
			}
			for _, id := range accounts {
				batch, err := d.lapse(tx, k, id, on)
				if err != nil {
					return err
				}
				if len(batch.Events) > 0 {
					batches = append(batches, batch)
				}
			}
			return nil
		})
		if err != nil || len(batches) == 0 {
			return 0, err
		}
		err = d.db.Journal().Append(ctx, batches...)
		if !store.Again(err) {
			return len(batches), err
		}
	}
}

// lapse decides what has lapsed in one account.
func (d *Desk) lapse(tx *store.Tx, k *knowledge, id string, on hotelcrm.Date) (points.Batch, error) {
	b, err := d.open(tx, k, id, nil)
	if err != nil {
		return points.Batch{}, err
	}
	decision, err := k.Rules.Decide(b.account, points.Expire{Header: points.Header{Date: on, Recorded: b.now}})
	return points.Batch{Account: id, Expected: b.account.Version(), Events: decision.Events}, err
}

package desk

import (
	"context"

	"github.com/hotelcrm/hotelcrm"
	"github.com/hotelcrm/hotelcrm/examples/frontdesk/internal/store"
)

// AheadFrom sets from how many changes or events on is reckoned ahead: 0 always, a very large number never.
func (d *Desk) AheadFrom(n int64) { d.aheadFrom = n }

// ReckonStay reckons a stay as the database is now, and returns the write for later.
func (d *Desk) ReckonStay(ctx context.Context, s hotelcrm.Stay) (write func(Request) (store.Reply, error), err error) {
	var due settlements
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err == nil {
			due, err = d.stayAhead(tx, k, &s)
		}
		return err
	})
	return func(r Request) (store.Reply, error) {
		return d.once(ctx, r, func(tx *store.Tx, k *knowledge) (int, any, error) { return d.keepStay(tx, k, &s, due) })
	}, err
}

// Due returns how many events the ledger of a guest lacks.
func (d *Desk) Due(ctx context.Context, guest string) (events int, err error) {
	err = d.db.Read(ctx, func(tx *store.Tx) error {
		k, err := d.knowledge(tx)
		if err != nil {
			return err
		}
		due, err := d.reckon(tx, k, guest, change{})
		if err == nil {
			events = len(due.batch.Events)
		}
		return err
	})
	return events, err
}

// Turn takes the turn of a guest.
func (d *Desk) Turn(ctx context.Context, guest string) (done func(), err error) {
	return d.turns.take(ctx, guest)
}

// Change saves other values in place of those that hold.
func (d *Desk) Change(ctx context.Context, f func(*Values)) error {
	return d.db.Write(ctx, func(tx *store.Tx) error {
		v, err := readValues(tx)
		if err != nil {
			return err
		}
		f(&v)
		return tx.Put(savedProgramme, v.Programme)
	})
}
